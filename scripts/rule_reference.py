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
from gdprdocs.report.text import SEVERITIES
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
- A **warning** points at something that is often wrong. Look, and mend it or leave it.
- **Advice** is about what makes documents better.

*[Deze pagina in het Nederlands](../nl/reference/rules.html)*
""",
    nl="""\
<!-- Written by scripts/rule_reference.py from the rules. Change those, not this page. -->

# De regels

Waar `gdprdocs validate` naar kijkt, in {number} regels. `gdprdocs explain --messages nl REGEL` zegt hetzelfde in uw
terminal. In een melding staat “…” voor wat er in uw profiel staat.

- Een **fout** moet u oplossen: tot die tijd wordt er alleen een concept gebouwd.
- Een **waarschuwing** wijst op iets wat vaak niet klopt. Kijk ernaar, en verbeter het of laat het zo.
- Een **advies** gaat over wat documenten beter maakt.

*[This page in English](../../reference/rules.html)*
""",
)
GROUPS = {
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
    "building": Text(en="Building the documents", nl="De documenten bouwen"),
}
LABELS = {
    "article": Text(en="Article", nl="Artikel"),
    "found": Text(en="Message", nl="Melding"),
    "reason": Text(en="Why", nl="Waarom"),
    "remedy": Text(en="Remedy", nl="Oplossing"),
}


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
    """What is said of one rule."""
    words = rule.nl if language == "nl" else rule.en
    said = {
        "found": re.sub(r"\{\w+\}", "…", words.message),
        "reason": words.reason,
        "remedy": words.remedy,
        "article": rule.article.replace("GDPR", "AVG") if language == "nl" else rule.article,
    }
    yield from (f"### {rule.id}", "", f"*{SEVERITIES[rule.severity].in_(language)}*", "")
    yield from (
        f"- **{LABELS[name].in_(language)}:** {_escaped(text)}" for name, text in said.items() if text.strip("-")
    )
    yield ""


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_<>\[\]])", r"\\\1", text)


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
