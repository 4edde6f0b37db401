"""A text as sentences, a sentence as words.

A sentence ends at a full stop, a question mark or an exclamation mark, with the quotes and brackets that close behind
it, unless the stop belongs to an abbreviation, to initials or to the number of an item. What follows it starts with no
small letter. An empty line and the sign of an item end a sentence too. A semicolon or a colon does not: whoever reads
on has to keep in mind what came before.

A word is what stands between spaces and holds a letter or a digit, so that a web address, a date in figures or
“and/or” is one.
"""

from __future__ import annotations

import functools
import re

from gdprdocs.language import Language
from gdprdocs.plain.grammar import Grammar, grammar

_MAY_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[-–•*]\s)")
_OPENING = "\"“‘'([«–- \t\n\u00a0"
_INITIALS = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]?(?:\.[A-Z][a-z]?)+)\.")
_ITEM_NUMBER = re.compile(r"(?:\d+|[a-z])\.")
_ITEM_SIGN = re.compile(r"^[-–•*]\s+")


@functools.lru_cache(maxsize=4096)
def sentences_of(text: str, language: Language) -> tuple[str, ...]:
    """The sentences of ``text``, in order."""
    known = grammar(language)
    found, start = [], 0
    for end in _MAY_END.finditer(text):
        if _ends_sentence(text[start : end.end()], text[end.end() :], known):
            found.append(text[start : end.end()])
            start = end.end()
    found.append(text[start:])
    tidy = (_ITEM_SIGN.sub("", re.sub(r"\s+", " ", each).strip()) for each in found)
    return tuple(each for each in tidy if words_of(each))


def words_of(sentence: str) -> list[str]:
    """The words of a sentence as they stand there, with the punctuation that touches them."""
    return [word for word in sentence.split() if any(letter.isalnum() for letter in word)]


def is_enumeration(words: str) -> bool:
    """Whether words are things in a row: four or more, with a comma or a semicolon for every five words.

    They are looked up and not read, so that their number says nothing about how hard they are.
    """
    stops = words.count(",") + words.count(";")
    return stops >= 3 and 5 * stops >= len(words_of(words))


def lead_in(sentence: str) -> str:
    """A sentence without the things in a row after its colon, which are a list set in a line."""
    before, colon, after = sentence.partition(":")
    return before + colon if colon and is_enumeration(after) else sentence


def _ends_sentence(before: str, after: str, known: Grammar) -> bool:
    if not before.rstrip(" \t") or before.endswith("\n"):
        return True
    follows = after.lstrip(_OPENING)[:1]
    if follows.islower():
        return False
    last = before.split()[-1]
    if not last.endswith("."):
        return True
    last = last.lstrip(_OPENING)
    if last.lower() in known.may_end:
        return follows.isupper() or not follows
    if last.lower() in known.abbreviations or _INITIALS.fullmatch(last):
        return not follows
    return not (_ITEM_NUMBER.fullmatch(last) and before.strip() == last)
