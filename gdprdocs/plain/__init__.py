"""Plain language: how long sentences are, how they are built, and which words stand in their way.

Texts come in as words in one language; nothing here knows of profiles or pages. What is found is a fact about a
sentence. Whether it matters, a rule decides for an organisation's own texts and a test for the documents.

The grammar is small and knows it. It reads the surface of a sentence: a passive is a form of “to be” with a
participle in the same clause, a subordinate clause is a word that opens one. So it is asked only where it is sure.
The lists of words stand in YAML beside this module; pyphen is known by :mod:`gdprdocs.plain.syllable` alone. Scores are
in :mod:`gdprdocs.plain.measure`, apart from the rest: checking a profile asks for none and starts without pyphen.
"""

from gdprdocs.plain.clause import hides_who_acts, subordinate_clauses
from gdprdocs.plain.sentence import is_enumeration, lead_in, sentences_of, words_of
from gdprdocs.plain.vocabulary import Found, hard_words, placeholder, speaks_of_the_past, unexplained, vague_words

__all__ = [
    "Found", "hard_words", "hides_who_acts", "is_enumeration", "lead_in", "placeholder",
    "sentences_of", "speaks_of_the_past", "subordinate_clauses", "unexplained", "vague_words", "words_of",
]  # fmt: skip
