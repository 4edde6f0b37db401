"""What is said of a rule, row by row: ``gdprdocs explain`` and the pages of the documentation show the same."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Language, Text
from gdprdocs.report.text import SEVERITIES
from gdprdocs.rules import Rule
from gdprdocs.rules.explained import explained

_LABELS = {
    "severity": Text(nl="gewicht", en="severity"),
    "article": Text(nl="artikel", en="article"),
    "message": Text(nl="melding", en="message"),
    "exactly": Text(nl="precies", en="exactly"),
    "reason": Text(nl="waarom", en="why"),
    "remedy": Text(nl="oplossing", en="remedy"),
}
_IN_ENGLISH = Text(nl="(Engels) ", en="")


def rule_rows(rule: Rule, language: Language) -> Iterator[tuple[str, str]]:
    """A label with what belongs to it, for everything that there is to say."""
    said = explained(rule, language)._asdict()
    said["severity"] = SEVERITIES[rule.severity].in_(language)
    if said["exactly"]:
        said["exactly"] = _IN_ENGLISH.in_(language) + said["exactly"]
    yield from ((_LABELS[name].in_(language), words) for name, words in said.items() if words)
