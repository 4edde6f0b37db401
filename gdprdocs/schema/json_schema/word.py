"""What editors show beside a schema: what values and ids stand for, and examples."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law import DataCategory, Entry, Mechanism, RetentionPeriod, StandardMeasure, law
from gdprdocs.schema import known_ids
from gdprdocs.source import read_data
from gdprdocs.structure import structure
from gdprdocs.wording import date_words, duration_words, list_words


@dataclass(frozen=True, slots=True)
class Described:
    """The title of a schema and what it is for."""

    title: Text
    description: Text


@dataclass(frozen=True, slots=True)
class Words:
    """The file ``words.yaml``: what the cerberus schema and the law files do not say."""

    schemas: Mapping[str, Described]
    languages: Mapping[str, Text]
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Examples of each form."""
    examples: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    """Examples of texts, by the keys from the section or shared group that they are in."""
    values: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)
    """What the values of a field stand for, by the end of its path or of that of its group."""
    references: Mapping[str, Text] = field(default_factory=dict)
    """Words that stand in the place of an id."""


@functools.cache
def words() -> Words:
    """The words that come with this version of the program."""
    return structure(Words, read_data(Path(__file__).with_name("words.yaml")), ())


def catalogue_words(section: str) -> dict[str, Text]:
    """What each id of the catalogue stands for to which a reference to ``section`` can lead."""
    facts = law()
    entries: dict[str, Mapping[str, Entry]] = {
        "data_categories": facts.data_categories,
        "data_subjects": facts.data_subjects,
        "dpia_kinds": facts.dpia_kinds,
        "measures": facts.measures,
        "retention_keys": facts.data_categories,
        "retention_periods": facts.retention_periods,
        "source_parties": facts.sources,
        "sources": facts.sources,
        "supervisory_authorities": facts.supervisory_authorities,
    }
    said = {**words().references, **{id_: _meaning(entry) for id_, entry in entries.get(section, {}).items()}}
    known = known_ids({}).ids[section]
    return {id_: text for id_, text in said.items() if id_ in known}


def value_words(values: tuple[str, ...], path: tuple[str, ...]) -> Mapping[str, Text] | None:
    """What each of the values stands for that the field at ``path`` may have."""
    facts = law()
    tables: tuple[Mapping[str, Entry], ...] = (
        facts.lawful_bases,
        facts.mechanisms,
        facts.processor_clauses,
        facts.special_exceptions,
    )
    for table in tables:
        if set(table) == set(values):
            return {id_: _meaning(entry) for id_, entry in table.items()}
    letters = facts.mechanisms["derogation"].letters
    if set(letters) == set(values):
        return {letter: named.name for letter, named in letters.items()}
    endings = (".".join(keys[start:]) for keys in (path, path[:-1]) for start in range(len(keys)))
    found = (words().values.get(ending, {}) for ending in endings)
    return next((said for said in found if set(values) <= set(said)), None)


def _meaning(entry: Entry) -> Text:
    """The name of an entry of the law files, and what it takes to choose it."""
    match entry:
        case Mechanism(ended=date() as ended):
            more = Text(nl=f"geëindigd op {date_words(ended, 'nl')}", en=f"ended on {date_words(ended, 'en')}")
        case DataCategory(items=items) if items:
            more = Text(**{language: list_words(items[language], language) for language in LANGUAGES})
        case StandardMeasure(description=description):
            more = description
        case RetentionPeriod(period=period, from_=from_, law=statute):
            after = Text(nl="na", en="after")
            more = Text(
                **{
                    language: f"{duration_words(period, language)} {after.in_(language)} {from_.in_(language)}; "
                    f"{statute.in_(language)}"
                    for language in LANGUAGES
                }
            )
        case _:
            return entry.name
    return Text(**{language: f"{entry.name.in_(language)}: {more.in_(language)}" for language in LANGUAGES})
