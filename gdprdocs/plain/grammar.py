"""What ``grammar.yaml`` says of a language, ready to be used."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdprdocs.language import Language
from gdprdocs.source import read_data

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Grammar:
    """The little that is known of one language."""

    abbreviations: frozenset[str]
    """What a full stop belongs to; no sentence ends there."""
    may_end: frozenset[str]
    """The same, but a capital behind it begins a new sentence."""
    passive: frozenset[str]
    """The forms of the verb that makes a passive."""
    participle: re.Pattern[str]
    participles: frozenset[str]
    """Participles that the pattern does not know."""
    no_participle: frozenset[str]
    """Words that look like one."""
    adverbs: frozenset[str]
    """Words that stand between the parts of a verb."""
    data: frozenset[str]
    """What personal data are called as a subject."""
    determiners: frozenset[str]
    """Words with which a subject begins."""
    of: frozenset[str]
    """Words before the data that make something else the subject: “the list of data”."""
    agents: frozenset[str]
    """Words that name who acts in a passive."""
    by_us: re.Pattern[str]
    past: frozenset[str]
    """Words that say that something is over."""
    subordinators: frozenset[str]
    """Words that open a subordinate clause."""

    def is_participle(self, word: str) -> bool:
        """Whether ``word``, in lower case, looks like a past participle."""
        if word in self.no_participle:
            return False
        return word in self.participles or self.participle.fullmatch(word) is not None


@functools.cache
def grammar(language: Language) -> Grammar:
    """The grammar of ``language``."""
    read: dict[str, Any] = read_list("grammar")[language]
    return Grammar(
        **{key: frozenset(value) for key, value in read.items() if isinstance(value, list)},
        participle=re.compile(read["participle"]),
        by_us=re.compile(rf"\b{read['by_us']}\b", re.IGNORECASE),
    )


@functools.cache
def read_list(name: str) -> Any:
    """The entries of a file of words beside this module."""
    return read_data(FOLDER / f"{name}.yaml")["entries"]
