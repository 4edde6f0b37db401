#!/usr/bin/env python3
"""Writes the page of the catalogue and the legal data in English and in Dutch, from the law files.

    .venv/bin/python scripts/catalogue_reference.py

``tests/test_reference.py`` holds that the committed pages are what this script makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.law import FOLDER, Adequacy, DataCategory, Entry, Mechanism, RetentionPeriod, law
from gdprdocs.law.requirement import checked as requirements_checked
from gdprdocs.law.requirement import requirements
from gdprdocs.source import read_data
from gdprdocs.wording import article_words, country_words, date_words, duration_words, list_words

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES: dict[Language, Path] = {
    "en": DOCS / "reference" / "catalogue.md",
    "nl": DOCS / "nl" / "reference" / "catalogue.md",
}

HEAD = Text(
    en="""\
<!-- Written by scripts/catalogue_reference.py from the law files. Change those, not this page. -->

# The catalogue and the legal data

What a profile can name by id, with the words that documents print, and the facts of law that the rules work with. Does
nothing here fit? Then define an entry of your own: [the keys of a profile](../profile.md) say how.

The oldest of these facts were checked on **{checked}**. What changed since is not in them.

*[Deze pagina in het Nederlands](../nl/reference/catalogue.html)*
""",
    nl="""\
<!-- Written by scripts/catalogue_reference.py from the law files. Change those, not this page. -->

# De catalogus en de juridische gegevens

Wat een profiel met een id kan noemen, met de woorden die in documenten komen, en de juridische feiten waar de regels
mee werken. Past er niets? Maak dan een eigen vermelding: hoe dat gaat, staat bij [de velden van een
profiel](../../profile.html).

De oudste van deze feiten zijn nagekeken op **{checked}**. Wat sindsdien is veranderd, zit er niet in.

*[This page in English](../../reference/catalogue.html)*
""",
)
CONFIDENCE = {
    "verified": Text(en="compared with the source", nl="vergeleken met de bron"),
    "verified_older_text": Text(en="compared with an older text", nl="vergeleken met een oudere tekst"),
    "secondary": Text(en="from a text about the source", nl="uit een tekst over de bron"),
    "from_knowledge": Text(en="not looked up", nl="niet opgezocht"),
}
TITLES = {
    "lawful_bases": Text(en="Lawful bases", nl="Grondslagen"),
    "special_exceptions": Text(en="Exceptions for special data", nl="Uitzonderingen voor bijzondere gegevens"),
    "data_categories": Text(en="Categories of data", nl="Soorten gegevens"),
    "data_subjects": Text(en="Groups of people", nl="Groepen mensen"),
    "sources": Text(en="Where data come from", nl="Waar gegevens vandaan komen"),
    "retention_periods": Text(en="Retention periods", nl="Bewaartermijnen"),
    "measures": Text(en="Security measures", nl="Beveiligingsmaatregelen"),
    "mechanisms": Text(en="Grounds for a transfer", nl="Gronden voor doorgifte"),
    "adequacy": Text(en="Adequacy decisions", nl="Adequaatheidsbesluiten"),
    "supervisory_authorities": Text(en="Supervisory authorities", nl="Toezichthouders"),
    "dpia_kinds": Text(en="When an assessment is needed", nl="Wanneer een beoordeling nodig is"),
    "role_names": Text(en="What a role is called", nl="Hoe een rol heet"),
    "repealed": Text(en="What no longer exists", nl="Wat er niet meer is"),
    "rights": Text(en="Rights of people", nl="Rechten van mensen"),
    "processor_clauses": Text(
        en="What an agreement with a processor holds", nl="Wat in een overeenkomst met een verwerker staat"
    ),
}
ABOUT = {
    "lawful_bases": Text(en="For `lawful_basis` of a purpose.", nl="Voor `lawful_basis` van een doel."),
    "special_exceptions": Text(
        en="For `special_exception`: why special data, such as those on health, are allowed.",
        nl="Voor `special_exception`: waarom bijzondere gegevens, zoals die over gezondheid, mogen.",
    ),
    "data_categories": Text(
        en="For `data_categories`. Documents print the name with what stands behind the colon. Do you use less, or "
        "something else? Then define a category of your own.",
        nl="Voor `data_categories`. In documenten komt de naam met wat er achter de dubbele punt staat. Gebruikt u "
        "minder, of iets anders? Maak dan een eigen soort.",
    ),
    "data_subjects": Text(en="For `data_subjects` of an activity.", nl="Voor `data_subjects` van een activiteit."),
    "sources": Text(
        en="For `sources` of an activity, beside `data_subject`: the person.",
        nl="Voor `sources` van een activiteit, naast `data_subject`: de persoon zelf.",
    ),
    "retention_periods": Text(
        en="For `statutory` below `retention`. They are Dutch.", nl="Voor `statutory` onder `retention`."
    ),
    "measures": Text(en="For `measures`.", nl="Voor `measures`."),
    "mechanisms": Text(
        en="For `mechanism` of a transfer outside the European Economic Area. One that has ended is refused.",
        nl="Voor `mechanism` van een doorgifte buiten de Europese Economische Ruimte. Wat is geëindigd, wordt "
        "geweigerd.",
    ),
    "adequacy": Text(
        en="Countries that the European Commission found to protect data well enough; for `mechanism: adequacy`.",
        nl="Landen die gegevens volgens de Europese Commissie goed genoeg beschermen; voor `mechanism: adequacy`.",
    ),
    "supervisory_authorities": Text(
        en="For `supervisory_authority` of the organisation.", nl="Voor `supervisory_authority` van de organisatie."
    ),
    "dpia_kinds": Text(
        en="The list of the Dutch authority. It has thresholds: that a kind stands here does not decide that an "
        "assessment is needed.",
        nl="De lijst van de Autoriteit Persoonsgegevens. Die kent drempels: dat iets hier staat, beslist nog niet dat "
        "een beoordeling nodig is.",
    ),
    "repealed": Text(
        en="Laws, authorities and schemes that old texts still name, and what there is instead.",
        nl="Wetten, toezichthouders en regelingen die oude teksten nog noemen, en wat er nu is.",
    ),
    "role_names": Text(
        en="Names of a role that a rule asks about: it is everybody, or somebody from outside.",
        nl="Namen van een rol waar een regel naar vraagt: zij is iedereen, of iemand van buiten.",
    ),
    "rights": Text(
        en="Which right people have with which lawful basis.", nl="Welk recht mensen hebben bij welke grondslag."
    ),
    "processor_clauses": Text(en="In the order of the law.", nl="In de volgorde van de wet."),
}
KINDS = {
    "standard": Text(en="", nl=""),
    "pseudonymous": Text(en="pseudonymous", nl="pseudoniem"),
    "special": Text(en="special", nl="bijzonder"),
    "criminal": Text(en="criminal offences", nl="strafrechtelijk"),
    "national_number": Text(en="citizen service number", nl="burgerservicenummer"),
    "technical": Text(en="technical", nl="technisch"),
    "organisational": Text(en="organisational", nl="organisatorisch"),
    "minimum": Text(en="at least", nl="minimaal"),
    "maximum": Text(en="at most", nl="maximaal"),
    "guideline": Text(en="guideline", nl="richtlijn"),
}
WORDS = {
    "id": Text(en="Id", nl="Id"),
    "words": Text(en="Words", nl="Woorden"),
    "kind": Text(en="Kind", nl="Soort"),
    "article": Text(en="Article", nl="Artikel"),
    "source": Text(en="Source, and how it was checked", nl="Bron (in het Engels), en hoe die is nagekeken"),
    "period": Text(en="Period", nl="Termijn"),
    "from": Text(en="From", nl="Vanaf"),
    "law": Text(en="Law", nl="Wet"),
    "scope": Text(en="For what", nl="Waarvoor"),
    "decision": Text(en="Decision", nl="Besluit"),
    "until": Text(en="until {day}", nl="tot en met {day}"),
    "since": Text(en="since {day}", nl="sinds {day}"),
    "ended": Text(en="ended on {day}: {why}", nl="geëindigd op {day}: {why}"),
    "everything": Text(en="everything", nl="alles"),
    "bases": Text(en="Lawful bases", nl="Grondslagen"),
    "all": Text(en="all", nl="alle"),
}
DATES = Text(
    en="""\
## How old and how sure

| Data | Entries | Checked on | {confidences} |
|---|---|---|{rules}""",
    nl="""\
## Hoe oud en hoe zeker

| Gegevens | Aantal | Nagekeken op | {confidences} |
|---|---|---|{rules}""",
)
REQUIREMENTS = Text(en="What documents must say", nl="Wat documenten moeten zeggen")
EEA = Text(
    en="""\
## The European Economic Area

Data that stay in these countries are not transferred: {members}.
""",
    nl="""\
## De Europese Economische Ruimte

Gegevens die in deze landen blijven, worden niet doorgegeven: {members}.
""",
)
VAGUE = Text(
    en="""\
## Retention that is no period

Words that say “no limit” instead of a period. A rule refuses them as the answer: {phrases}.
""",
    nl="""\
## Bewaren zonder termijn

Woorden die “geen grens” zeggen in plaats van een termijn. Een regel weigert ze als antwoord: {phrases}.
""",
)


def pages() -> dict[Path, str]:
    """Every page by its path."""
    return {PAGES[language]: page(language) for language in LANGUAGES}


def page(language: Language) -> str:
    """The page in one language."""
    parts = [HEAD.in_(language).format(checked=_day(law().checked, language)), "\n".join(dates(language)) + "\n"]
    for name in TITLES:
        parts.append("\n".join(section(name, language)) + "\n")
        if name == "adequacy":
            members = sorted(country_words(code, language) for code in law().eea)
            parts.append(EEA.in_(language).format(members=list_words(members, language)))
    phrases = read_data(FOLDER / "vague_retention.yaml")["entries"][language]["phrases"]
    parts.append(VAGUE.in_(language).format(phrases=list_words([f"“{phrase}”" for phrase in phrases], language)))
    return "\n".join(parts)


def dates(language: Language) -> Iterator[str]:
    """The table of how old each kind of data is, and of how sure its entries are."""
    confidences = " | ".join(words.in_(language) for words in CONFIDENCE.values())
    yield DATES.in_(language).format(confidences=confidences, rules="---|" * len(CONFIDENCE))
    for name, title in TITLES.items():
        day = date.fromisoformat(read_data(FOLDER / f"{name}.yaml")["checked"])
        yield _row(title.in_(language), *_sureness(getattr(law(), name).values(), day, language))
    yield _row(REQUIREMENTS.in_(language), *_sureness(requirements().values(), requirements_checked(), language))


def _sureness(entries: Iterable[Entry], day: date, language: Language) -> list[str]:
    number = Counter(entry.confidence for entry in entries)
    return [str(number.total()), _day(day, language), *(str(number[name] or "") for name in CONFIDENCE)]


def section(name: str, language: Language) -> Iterator[str]:
    """The table of one kind of data."""
    yield from (f"## {TITLES[name].in_(language)}", "", ABOUT[name].in_(language), "")
    entries: list[Entry] = list(getattr(law(), name).values())
    head, cells = COLUMNS.get(name, (("words", "article"), _worded))
    titles = [WORDS["id"], *(WORDS[each] for each in head), WORDS["source"]]
    yield _row(*(title.in_(language) for title in titles))
    yield _row(*("---" for _ in titles))
    for entry in entries:
        sure = CONFIDENCE[entry.confidence].in_(language)
        yield _row(f"`{entry.id}`", *cells(entry, language), f"{entry.source} (*{sure}*)")


def _worded(entry: Entry, language: Language) -> list[str]:
    return [_said(entry, language), _articles(entry, language)]


def _named(entry: Entry, language: Language) -> list[str]:
    return [entry.name.in_(language)]


def _category(entry: DataCategory, language: Language) -> list[str]:
    items = ", ".join(entry.items.get(language, ()))
    return [
        f"{entry.name.in_(language)}: {items}" if items else entry.name.in_(language),
        KINDS[entry.kind].in_(language),
    ]


def _measure(entry: Any, language: Language) -> list[str]:
    return [f"{entry.name.in_(language)}: {entry.description.in_(language)}", KINDS[entry.kind].in_(language)]


def _period(entry: RetentionPeriod, language: Language) -> list[str]:
    length = f"{duration_words(entry.period, language)} ({KINDS[entry.kind].in_(language)})"
    return [entry.name.in_(language), length, entry.from_.in_(language), entry.law.in_(language)]


def _decision(entry: Adequacy, language: Language) -> list[str]:
    scope = entry.scope_text.in_(language) if entry.scope_text else WORDS["everything"].in_(language)
    days = [("since", entry.valid_from), ("until", entry.valid_until)]
    said = [WORDS[name].in_(language).format(day=_day(day, language)) for name, day in days if day]
    return [entry.name.in_(language), scope, ", ".join([entry.decision, *said])]


def _mechanism(entry: Mechanism, language: Language) -> list[str]:
    words = _said(entry, language)
    if entry.ended:
        ended = WORDS["ended"].in_(language).format(day=_day(entry.ended, language), why=entry.ended_by)
        words = f"{words} ({ended})"
    return [words, _articles(entry, language)]


def _right(entry: Any, language: Language) -> list[str]:
    every = len(entry.bases) == len(law().lawful_bases)
    bases = WORDS["all"].in_(language) if every else ", ".join(f"`{basis}`" for basis in entry.bases)
    return [entry.name.in_(language), bases, _articles(entry, language)]


def _authority(entry: Any, language: Language) -> list[str]:
    return [f"{entry.name.in_(language)}: {entry.website}"]


COLUMNS: dict[str, tuple[tuple[str, ...], Any]] = {
    "data_categories": (("words", "kind"), _category),
    "measures": (("words", "kind"), _measure),
    "retention_periods": (("words", "period", "from", "law"), _period),
    "adequacy": (("words", "scope", "decision"), _decision),
    "mechanisms": (("words", "article"), _mechanism),
    "rights": (("words", "bases", "article"), _right),
    "supervisory_authorities": (("words",), _authority),
    "data_subjects": (("words",), _named),
    "sources": (("words",), _named),
}
"""The columns between id and source, and what stands in them."""


def _said(entry: Entry, language: Language) -> str:
    plain = getattr(entry, "plain", None)
    return f"{entry.name.in_(language)}: {plain.in_(language)}" if plain else str(entry.name.in_(language))


def _articles(entry: Entry, language: Language) -> str:
    return "; ".join(article_words(article, language) for article in entry.article)


def _day(day: date, language: Language) -> str:
    return date_words(day, language).replace("\u00a0", " ")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("\u00a0", " ").replace("|", "\\|").strip() for cell in cells) + " |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
