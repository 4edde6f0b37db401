"""``gdprdocs explain``."""

from __future__ import annotations

import difflib
import textwrap

import click

from gdprdocs.cli.common import Screen, screen_options
from gdprdocs.language import Language
from gdprdocs.report.rule import rule_rows
from gdprdocs.report.text import SEVERITIES
from gdprdocs.rules import RULES, Rule


def _complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [id_ for id_ in RULES if id_.startswith(incomplete)]


@click.command()
@click.argument("rule", required=False, shell_complete=_complete)
@screen_options
def explain(rule: str | None, screen: Screen) -> None:
    """List all rules or those of one group, or explain one: what it asks exactly, why, and the remedy."""
    if rule is None or rule in {each.group for each in RULES.values()}:
        click.echo(_table(screen.language, rule))
        return
    if rule not in RULES:
        close = difflib.get_close_matches(rule, [*dict.fromkeys(each.group for each in RULES.values()), *RULES], n=1)
        raise click.UsageError(f"no rule {rule!r}." + (f" Did you mean {close[0]!r}?" if close else ""))
    click.echo(_page(RULES[rule], screen.language))


def _table(language: Language, only: str | None) -> str:
    wide = max(map(len, RULES)) + 2
    lines = []
    group = ""
    for rule in RULES.values():
        if only and rule.group != only:
            continue
        if rule.group != group:
            group = rule.group
            lines.append(f"\n{group}")
        severity = SEVERITIES[rule.severity].in_(language)
        what = textwrap.shorten(rule.reason.in_(language), 100, placeholder="…")
        lines.append(f"  {rule.id:<{wide}}{severity:<8}{what}")
    return "\n".join(lines).lstrip("\n")


def _page(rule: Rule, language: Language) -> str:
    lines = [rule.id, ""]
    for label, words in rule_rows(rule, language):
        head = f"{label}:"
        lines.append(textwrap.fill(words, 96, initial_indent=f"{head:<11}", subsequent_indent=" " * 11))
    return "\n".join(lines)
