"""How the finished documents read: their sentences, and how long those are.

The documents are rendered as a build renders them. What is measured informs; ``tests/test_plain_documents.py`` holds
the documents of the example organisations to limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.build.plan import Wanted, plan
from gdprdocs.diagnostic import dotted
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.html import Page, render
from gdprdocs.formats.html.own_words import NO_OWN_WORDS, OwnWords
from gdprdocs.language import Language
from gdprdocs.plain import words_of
from gdprdocs.plain.measure import Measure, measure
from gdprdocs.profile import Profile
from gdprdocs.readability.page import sentences_in
from gdprdocs.schema.prose import passages

__all__ = ["Reading", "key_of", "readings", "sentences_in"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document in one language, as it reads."""

    document: str
    key: str
    language: Language
    sentences: tuple[str, ...]

    @property
    def name(self) -> str:
        """The document by its type and key: ``privacy-statement website``."""
        return f"{self.document} {self.key}".strip()

    @property
    def measure(self) -> Measure:
        """What was counted."""
        return measure(self.sentences, self.language)

    def worst(self, number: int) -> tuple[str, ...]:
        """The longest sentences, each once."""
        longest_first = sorted(dict.fromkeys(self.sentences), key=lambda each: len(words_of(each)), reverse=True)
        return tuple(longest_first[:number])


def readings(
    profile: Profile, documents: tuple[str, ...] = tuple(DOCUMENTS), own: OwnWords = NO_OWN_WORDS
) -> Iterator[Reading]:
    """Every document of a profile, or those of some types, in each of its languages, with clauses in its own words."""
    for item in plan(profile, Wanted(documents=documents)):
        around = Page(profile, item.language, "html", draft=True, own_words=own)
        page = render(item.type.folder, around, item.model)
        yield Reading(item.type.id, item.key, item.language, sentences_in(page, item.language))


def key_of(sentence: str, language: Language, profile: Profile) -> str | None:
    """The key of the profile whose text makes up most of a sentence; nothing where the template words it."""
    said = _plain(sentence)
    found = [each for each in passages(profile) if each.language == language and _shares(said, _plain(each.words))]
    longest = max(found, key=lambda each: len(each.words), default=None)
    return dotted(longest.path) if longest else None


def _shares(sentence: str, text: str) -> bool:
    return sentence in text or (text in sentence and 2 * len(text) > len(sentence))


def _plain(words: str) -> str:
    """Words without what a page adds: curly marks, fixed spaces, a capital, a full stop."""
    return words.translate(_MARKS).lower().rstrip(".")


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": ""})
