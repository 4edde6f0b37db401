"""Words by which a rule knows what a free text says: lists for each language, as YAML in ``words/``.

A phrase is found as whole words, in whatever case; one that ends in ``*`` is found as the beginning of a word. What
stands under ``any`` is alike in every language. A list is a fact of language more than of law: its file says where the
phrases come from, and when they were last looked at.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.source import read_data

FOLDER = Path(__file__).resolve().parent / "words"


@functools.cache
def phrases(name: str, kind: str, language: Language) -> tuple[str, ...]:
    """The phrases of one kind in the list called ``name``, of one language."""
    entries = _load(name)["entries"]
    return tuple(phrase for key in ("any", language) for phrase in entries.get(key, {}).get(kind, ()))


@functools.cache
def pattern(name: str, kind: str, language: Language) -> re.Pattern[str]:
    """What finds any phrase of a list in words of ``language``, the longest first."""
    longest_first = sorted(phrases(name, kind, language), key=len, reverse=True)
    return re.compile("|".join(_as_words(phrase) for phrase in longest_first), re.IGNORECASE)


def _as_words(phrase: str) -> str:
    end = r"\w*" if phrase.endswith("*") else r"(?!\w)"
    return rf"(?<!\w){re.escape(phrase.removesuffix('*'))}{end}"


def find_phrase(text: Text | None, name: str, kind: str = "phrases") -> Text | None:
    """The first phrase of a list that stands in ``text``, as it stands there; nothing where there is none."""
    said = text or Text()
    searched = {language: _find(said.in_(language), name, kind, language) for language in said_in(said)}
    return quoted({language: found[0] for language, found in searched.items() if found})


def _find(words: str, name: str, kind: str, language: Language) -> re.Match[str] | None:
    """The first phrase in ``words``; the pattern is only made when its letters stand there at all: that takes long."""
    lower = words.lower()
    if not any(phrase.removesuffix("*").lower() in lower for phrase in phrases(name, kind, language)):
        return None
    return pattern(name, kind, language).search(words)


def said_in(text: Text) -> tuple[Language, ...]:
    """The languages in which a text was written."""
    return tuple(language for language in LANGUAGES if text.has(language))


def quoted(found: Mapping[Language, str]) -> Text | None:
    """Words that were found in some languages, to quote to a reader of any: where there are none, those of another."""
    if not found:
        return None
    other = next(iter(found.values()))
    return Text(**{language: found.get(language, other) for language in LANGUAGES})


def checked() -> date:
    """The oldest day on which one of the lists was looked at."""
    return min(date.fromisoformat(_load(file.stem)["checked"]) for file in FOLDER.glob("*.yaml"))


@functools.cache
def _load(name: str) -> Any:
    return read_data(FOLDER / f"{name}.yaml")
