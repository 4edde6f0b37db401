#!/usr/bin/env python3
"""Writes the page of all rules in English and in Dutch: what ``gdprdocs explain`` says of each.

    .venv/bin/python scripts/rule_reference.py

``tests/test_reference.py`` holds that the committed pages are what this script makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.report.rule import rule_rows
from gdprdocs.rules import RULES, Rule

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES: dict[Language, Path] = {"en": DOCS / "reference" / "rules.md", "nl": DOCS / "nl" / "reference" / "rules.md"}

HEAD = Text(
    en="""\
<!-- Written by scripts/rule_reference.py from the rules. Change those, not this page. -->

# The rules

What `gdprdocs validate` looks for, in {number} rules. `gdprdocs explain RULE` says the same in your terminal. In a
message “…” stands for what your profile says.

- An **error** must be mended: until then nothing is built but a draft.
- A **warning** points at something that is often wrong. Mend it, or
  [accept it with a reason](../how-to/accept-a-finding.md).
- **Advice** is about what makes documents better.

“Exactly” says what has to hold. Where it does, the rule is silent.

*[Deze pagina in het Nederlands](../nl/reference/rules.html)*
""",
    nl="""\
<!-- Written by scripts/rule_reference.py from the rules. Change those, not this page. -->

# De regels

Waar `gdprdocs validate` naar kijkt, in {number} regels. `gdprdocs explain --messages nl REGEL` zegt hetzelfde in uw
terminal. In een melding staat “…” voor wat er in uw profiel staat.

- Een **fout** moet u oplossen: tot die tijd wordt er alleen een concept gebouwd.
- Een **waarschuwing** wijst op iets wat vaak niet klopt. Verbeter het, of
  [aanvaard het met een reden](../how-to/accept-a-finding.md).
- Een **advies** gaat over wat documenten beter maakt.

“Precies” zegt in het Engels wat moet kloppen. Dan zwijgt de regel.

*[This page in English](../../reference/rules.html)*
""",
)
GROUPS = {
    "text": Text(nl="Teksten", en="Texts"),
    "reading": Text(en="Reading the files", nl="De bestanden lezen"),
    "organisation": Text(en="The organisation", nl="De organisatie"),
    "purpose": Text(en="Purposes and lawful bases", nl="Doelen en grondslagen"),
    "consent": Text(en="Consent", nl="Toestemming"),
    "marketing": Text(en="Direct marketing", nl="Direct marketing"),
    "cookies": Text(en="Cookies", nl="Cookies"),
    "data": Text(en="Personal data", nl="Persoonsgegevens"),
    "recipients": Text(en="Recipients", nl="Ontvangers"),
    "transfer": Text(en="Transfers outside the EEA", nl="Doorgifte buiten de EER"),
    "processor": Text(en="Processors and their agreements", nl="Verwerkers en hun overeenkomsten"),
    "sub-processor": Text(en="Sub-processors", nl="Subverwerkers"),
    "retention": Text(en="Retention and erasure", nl="Bewaren en wissen"),
    "rights": Text(en="Rights of people", nl="Rechten van mensen"),
    "security": Text(en="Security and access", nl="Beveiliging en toegang"),
    "dpia": Text(en="Impact assessments (DPIA)", nl="DPIA"),
    "breach": Text(en="Data breaches", nl="Datalekken"),
    "acceptance": Text(en="Accepted findings", nl="Aanvaarde bevindingen"),
    "building": Text(en="Building the documents", nl="De documenten bouwen"),
}
CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
EXAMPLE = Text(en="Example", nl="Voorbeeld")


def pages() -> dict[Path, str]:
    """Every page by its path."""
    return {PAGES[language]: page(language) for language in LANGUAGES}


def page(language: Language) -> str:
    """The page in one language."""
    lines = [HEAD.in_(language).format(number=len(RULES))]
    for group in dict.fromkeys(rule.group for rule in RULES.values()):
        title = GROUPS[group].in_(language) if group in GROUPS else group
        lines += [f"## {title}", ""]
        for rule in RULES.values():
            if rule.group == group:
                lines += entry(rule, language)
    return "\n".join(lines)


def entry(rule: Rule, language: Language) -> Iterator[str]:
    """What is said of one rule, as `gdprdocs explain` says it, and what its user sees."""
    rows = list(rule_rows(rule, language))
    yield from (f"### {rule.id}", "", f"*{rows[0][1]}*", "")
    yield from (f"- **{label.capitalize()}:** {_escaped(words)}" for label, words in rows[1:])
    case = CASES / rule.id / f"expected.{language}.txt"
    if case.is_file():
        shown = case.read_text(encoding="utf-8").split("\n\n")
        (own, *_) = (text.rstrip() for text in shown if f"[{rule.id}]\n" in text)
        yield from (
            f"- **{EXAMPLE.in_(language)}:**",
            "",
            "    ```text",
            *(f"    {line}" for line in own.splitlines()),
            "    ```",
        )
    yield ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_<>\[\]])", r"\\\1", text)


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
