"""How a sentence is built: who acts in it, and how many clauses hang on others."""

from __future__ import annotations

import re

from gdprdocs.language import Language
from gdprdocs.plain.grammar import Grammar, grammar

_BREAK = re.compile(r"[,;:()–]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def hides_who_acts(sentence: str, language: Language) -> str | None:
    """The clause of a passive that can simply be turned round, if there is one.

    It is one whose subject is the data (“your data are shared”), or in which the organisation itself acts (“by us”).
    Any other passive is left alone: “if you are fired” loses nothing.
    """
    known = grammar(language)
    for clause in _BREAK.split(sentence):
        words = [word.lower() for word in _WORD.findall(clause)]
        form = next((place for place, word in enumerate(words) if word in known.passive), None)
        if form is None or not _participle(words, form, language):
            continue
        of_data = _subject_is_data(words[:form], known) and not known.agents.intersection(words)
        if of_data or known.by_us.search(clause):
            return clause.strip()
    return None


def _participle(words: list[str], form: int, language: Language) -> bool:
    """Whether a participle belongs to the form: in English next to it, in Dutch anywhere in the clause."""
    known = grammar(language)
    if language == "nl":
        return any(known.is_participle(word) for word in words)
    after = (word for word in words[form + 1 :] if not (word in known.adverbs or word.endswith("ly")))
    return known.is_participle(next(after, ""))


def _subject_is_data(before: list[str], known: Grammar) -> bool:
    """Whether what comes before the verb ends in the data themselves, and not in something of data."""
    near = [word for word in before if word not in known.adverbs][-4:]
    if not near or near[-1] not in known.data or known.of.intersection(near):
        return False
    return len(near) == 1 or not known.determiners.isdisjoint(near)


def subordinate_clauses(sentence: str, language: Language) -> int:
    """How many clauses of a sentence hang on another one."""
    openers = grammar(language).subordinators
    return sum(word.lower() in openers for word in _WORD.findall(sentence))
