"""How long sentences are, and the formula scores of reading ease.

The scores, Flesch for English and Flesch–Douma for Dutch, say how long words and sentences are and nothing else, on
syllables that are an estimate. They inform. Nobody understands a text because its score is high.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gdprdocs.language import Language
from gdprdocs.plain.sentence import words_of
from gdprdocs.plain.syllable import syllables

_FLESCH = (206.835, 1.015, 84.6)
_FLESCH_DOUMA = (206.84, 0.93, 77.0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in some sentences of one language."""

    language: Language
    sentences: int
    words: int
    syllables: int
    longest: str
    """The sentence with the most words."""

    @property
    def mean(self) -> float:
        """Words in a sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def most(self) -> int:
        """Words in the longest sentence."""
        return len(words_of(self.longest))

    @property
    def score(self) -> float:
        """Flesch for English, Flesch–Douma for Dutch: 60 and more is called plain."""
        if not self.words:
            return 0.0
        base, by_sentence, by_word = _FLESCH if self.language == "en" else _FLESCH_DOUMA
        return base - by_sentence * self.mean - by_word * self.syllables / self.words


def measure(sentences: Iterable[str], language: Language) -> Measure:
    """The measure of ``sentences``."""
    every = [(sentence, words_of(sentence)) for sentence in sentences]
    words = [word for _, each in every for word in each]
    longest = max(every, key=lambda each: len(each[1]), default=("", []))[0]
    return Measure(language, len(every), len(words), sum(syllables(word, language) for word in words), longest)
