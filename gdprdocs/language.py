"""The languages that documents and messages are written in, and text that exists in more than one.

A :class:`Text` never falls back to another language in silence: asking for a language that is not there is an
error. What is missing in a draft is shown as a *gap* (see :func:`gap`), which the HTML format turns into a marked
place and which no finished document may hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Edition = Literal["nl", "en", "nl+en"]
EDITIONS: tuple[Edition, ...] = get_args(Edition)
"""What a document can be made in: one language, or two side by side."""


def languages_of(edition: Edition) -> tuple[Language, ...]:
    """The languages that an edition holds, the first of which is the one of the page."""
    return tuple(language for language in LANGUAGES if language in edition.split("+"))


# Private-use characters: the reader refuses them in a profile, so a gap can only come from this program.
GAP_OPEN, GAP_CLOSE = "\ue000", "\ue001"
GAP = re.compile(f"{GAP_OPEN}([^{GAP_CLOSE}]*){GAP_CLOSE}")


class Text:
    """What people read, in each language in which it was written; immutable and comparable."""

    __slots__ = ("_words",)

    def __init__(self, **words: str) -> None:
        self._words = words

    def in_(self, language: Language) -> str:
        """The words in ``language``; ``KeyError`` when they were not written in it."""
        return self._words[language]

    def has(self, language: Language) -> bool:
        """Whether the text was written in ``language``."""
        return language in self._words

    def map(self, change: Callable[[str], str]) -> Text:
        """The same text with ``change`` applied to the words of each language."""
        return Text(**{language: change(words) for language, words in self._words.items()})

    def __iter__(self) -> Iterator[str]:
        return iter(self._words.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._words == other._words

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._words.items())))

    def __str__(self) -> str:
        """Refused: text without a language would slip into a document as it happens to be stored."""
        raise TypeError(f"{self!r} was used without a language")

    def __repr__(self) -> str:
        return f"Text({', '.join(f'{language}={words!r}' for language, words in self._words.items())})"


def same(words: str) -> Text:
    """Words that are alike in every language, such as a name."""
    return Text(**dict.fromkeys(LANGUAGES, words))


def gap(what: str) -> str:
    """A marked place for a missing fact; ``what`` says which, usually the dotted path of a key in the profile."""
    return f"{GAP_OPEN}{what}{GAP_CLOSE}"


def is_gap(words: str | Text) -> bool:
    """Whether these words, or any of the languages of a text, stand for a missing fact."""
    return any(GAP_OPEN in each for each in ([words] if isinstance(words, str) else words))
