"""Words that stand in a reader's way: hard, vague, never explained, or left for somebody to fill in."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gdprdocs.language import LANGUAGES, Language, Text, same
from gdprdocs.plain.grammar import grammar, read_list
from gdprdocs.plain.phrase import Phrases

_EXPLAINS = {
    "nl": r"(?:heet|heten|noemt dit|noemt dat|noemen dit|noemen dat|dat is|dat zijn|dat betekent|wil zeggen|d\.w\.z\.)",
    "en": r"(?:called|calls this|calls that|call this|call that|that is|these are|this means|that means|i\.e\.)",
}
"""Words with which a text explains a term that it uses."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word that was found, as it was written, and what to write instead."""

    words: str
    instead: Text


@functools.cache
def hard_word_list(language: Language) -> Mapping[str, str]:
    """Words with their plainer synonym, in lower case."""
    return dict(read_list("hard_words")[language])


@functools.cache
def terms(language: Language) -> Mapping[str, str]:
    """Terms of the law with the words by which a text explains them."""
    return dict(read_list("terms")[language])


def hard_words(sentence: str, language: Language) -> Iterator[Found]:
    """Words for which a plainer one says the same."""
    plainer = hard_word_list(language)
    for found in _hard(language).finditer(sentence):
        if not _in_a_name(sentence, found):
            yield Found(found[0], same(plainer[found[0].lower()]))


def _in_a_name(sentence: str, found: re.Match[str]) -> bool:
    """Whether a word is part of a name: “Algemene wet inzake rijksbelastingen”, “the Additional Provisions Act”."""
    before = sentence[: found.start()].rstrip()
    capital_inside = found[0][0].isupper() and bool(before) and before[-1] not in '.?!:“"'
    return capital_inside or re.search(r"(?i:wet|besluit|regeling|verdrag|verordening|richtlijn)$", before) is not None


def vague_words(sentence: str, language: Language) -> Iterator[Found]:
    """Wording that hides a fact."""
    for pattern, instead in _vague(language):
        for found in pattern.finditer(sentence):
            yield Found(found[0], instead)


def unexplained(text: str, language: Language) -> Iterator[Found]:
    """Terms of the law that a text uses and does not explain: in brackets, or by saying what it calls so."""
    for found in _terms(language).finditer(text):
        around = text[max(0, found.start() - 60) : found.end() + 25]
        in_brackets = re.search(rf"\(\s*[^()]*{re.escape(found[0])}[^()]*\)|{re.escape(found[0])}\s*[(:]", around)
        if not in_brackets and not re.search(_EXPLAINS[language], around, re.IGNORECASE):
            yield Found(found[0], same(terms(language)[found[0].lower()]))


def speaks_of_the_past(text: str) -> bool:
    """Whether a text in any language says of what it names that it is over: “the former CBP”."""
    return _past().stand_in(text)


def placeholder(text: str) -> str | None:
    """The place that a writer left open in ``text``, as it is marked there."""
    anywhere, whole = _placeholders()
    found = whole.fullmatch(text.strip().rstrip(".!") or text.strip()) or anywhere.search(text)
    return found[0] if found else None


@functools.cache
def _past() -> Phrases:
    return Phrases(word for language in LANGUAGES for word in grammar(language).past)


@functools.cache
def _hard(language: Language) -> Phrases:
    return Phrases(hard_word_list(language))


@functools.cache
def _terms(language: Language) -> Phrases:
    return Phrases(terms(language))


@functools.cache
def _vague(language: Language) -> tuple[tuple[re.Pattern[str], Text], ...]:
    groups = read_list("vague_words").values()
    return tuple((re.compile("|".join(group[language]), re.IGNORECASE), Text(**group["instead"])) for group in groups)


@functools.cache
def _placeholders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    patterns = read_list("placeholders")
    anywhere, whole = (re.compile("|".join(patterns[key])) for key in ("anywhere", "whole"))
    return anywhere, whole
