"""Finding any of many phrases in a text, as whole words.

A pattern of hundreds of words takes long to compile, at each start of the program. So a phrase of one word is looked up
among the words of the text, and only the longer ones are a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[\w-]+")


class Phrases:
    """Phrases in one language, in whatever case they are written."""

    def __init__(self, phrases: Iterable[str]) -> None:
        lower = {phrase.lower() for phrase in phrases}
        self._words = frozenset(phrase for phrase in lower if _WORD.fullmatch(phrase))
        longer = sorted(lower - self._words, key=len, reverse=True)
        either = "|".join(map(re.escape, longer)) or "(?!)"
        self._longer = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each phrase that stands in ``text``, from left to right; of two that overlap the first, or the longer."""
        found = [each for each in _WORD.finditer(text) if each[0].lower() in self._words]
        found += self._longer.finditer(text)
        end = 0
        for each in sorted(found, key=lambda match: (match.start(), -match.end())):
            if each.start() >= end:
                end = each.end()
                yield each

    def stand_in(self, text: str) -> bool:
        """Whether any of them does."""
        return next(self.finditer(text), None) is not None
