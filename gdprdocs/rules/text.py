"""Rules on how an organisation's own texts read: plainly, with facts, and finished (Arts. 5(1)(a), 12(1)).

Every text of the profile is judged, as :mod:`gdprdocs.schema.prose` finds them; what counts as long, hard or vague is
known by :mod:`gdprdocs.plain`. A rule here would rather be silent than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from weakref import WeakKeyDictionary

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language, Text
from gdprdocs.law import law
from gdprdocs.plain import (
    hard_words,
    hides_who_acts,
    is_enumeration,
    lead_in,
    placeholder,
    sentences_of,
    speaks_of_the_past,
    subordinate_clauses,
    unexplained,
    vague_words,
    words_of,
)
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in
from gdprdocs.schema.prose import Passage, passages

LONGEST = 25
"""Words that a sentence has at most."""
NESTED = 3
"""Clauses that hang on others, from which a sentence of more than ``NESTED_WORDS`` words is hard to follow."""
NESTED_WORDS = 20

_QUOTED = 90
_TO_THE_READER = {"nl": re.compile(r"\b(?:u|uw)\b", re.IGNORECASE), "en": re.compile(r"\byour?\b", re.IGNORECASE)}


class _Prose:
    """The texts of a profile, and their sentences: every rule here wants them, and finding them takes long."""

    def __init__(self, profile: Profile) -> None:
        self.passages = tuple(passages(profile))
        self.sentences = tuple(
            (passage, passage.language, sentence)
            for passage in self.passages
            if passage.language
            for sentence in sentences_of(passage.words, passage.language)
        )


_FOUND: WeakKeyDictionary[Catalogue, _Prose] = WeakKeyDictionary()
"""By the catalogue, of which one run of the rules has one."""


def _prose(profile: Profile, catalogue: Catalogue) -> _Prose:
    found = _FOUND.get(catalogue)
    if found is None:
        found = _FOUND[catalogue] = _Prose(profile)
    return found


def _passages(profile: Profile, catalogue: Catalogue) -> tuple[Passage, ...]:
    return _prose(profile, catalogue).passages


def _sentences(profile: Profile, catalogue: Catalogue) -> tuple[tuple[Passage, Language, str], ...]:
    return _prose(profile, catalogue).sentences


def _quoted(sentence: str) -> str:
    """A sentence as a message quotes it: its beginning, when it is long."""
    return sentence if len(sentence) <= _QUOTED else f"{sentence[:_QUOTED].rsplit(' ', 1)[0]} …"


@rule(
    "text-placeholder",
    "text",
    "GDPR 5(1)(a), 12(1)",
    nl=Words(
        "in de tekst staat nog een plek die open is: “{found}”",
        "Schrijf op wat daar hoort te staan, of haal de tekst weg.",
        "Wie een verklaring leest waarin nog iets openstaat, weet niet wat er met zijn gegevens gebeurt.",
    ),
    en=Words(
        "a place in the text is still open: “{found}”",
        "Write what belongs there, or remove the text.",
        "Whoever reads a statement in which something is still open does not know what happens to their data.",
    ),
)
def open_place(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text or name holds a mark of its writer, such as TODO, XXX, [naam] or lorem ipsum, or is nothing but dots."""
    for passage in _passages(profile, catalogue):
        if found := placeholder(passage.words):
            yield Problem(passage.path, found=found)


@rule(
    "text-old-law",
    "text",
    "GDPR 5(1)(a), 12(1)",
    severity=Severity.WARNING,
    nl=Words(
        "“{found}” bestaat niet meer: {name}",
        "Noem wat nu geldt. Gaat het om vroeger? Zet er dan bij dat het vervallen is.",
        "Wie zich op een oude wet of toezichthouder beroept, vindt daar geen recht en geen hulp meer.",
    ),
    en=Words(
        "“{found}” no longer exists: {name}",
        "Name what applies now. Is it about the past? Then say that it was repealed.",
        "Whoever relies on an old law or authority finds no right and no help there any more.",
    ),
)
def old_law(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text cites a law, authority or scheme that has ended, unless it says beside the name that this is past."""
    ended = [each for each in law().repealed.values() if profile.date is None or each.ended <= profile.date]
    names = [(re.compile("|".join(each.written)), each) for each in ended]
    for passage in _passages(profile, catalogue):
        for written, each in names:
            found = written.search(passage.words)
            if found and not speaks_of_the_past(passage.words):
                remedy = filled(_NAME_INSTEAD, instead=each.instead)
                yield Problem(passage.path, remedy=remedy, found=found[0], name=each.name)


_NAME_INSTEAD = Text(
    nl="Noem {instead}. Gaat het om vroeger? Zet er dan bij dat het vervallen is.",
    en="Name {instead}. Is it about the past? Then say that it was repealed.",
)


@rule(
    "text-vague-words",
    "text",
    "GDPR 5(1)(a), 12(1)",
    severity=Severity.WARNING,
    nl=Words(
        "“{found}” zegt niet wat er gebeurt: “{sentence}”",
        "Schrijf het feit op: wat u doet, met wie, wanneer of hoe vaak.",
        "Mensen moeten vooraf weten wat er met hun gegevens gebeurt. Wat alles openlaat, vertelt niets.",
    ),
    en=Words(
        "“{found}” does not say what happens: “{sentence}”",
        "Write the fact: what you do, with whom, when or how often.",
        "People must know beforehand what happens to their data. What leaves everything open tells them nothing.",
    ),
)
def vague(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text hides a fact: “we may share your data”, “among other things”, “where necessary”, “trusted partners”.

    A right (“you may”, “u kunt”), an ability (“a GP can see the file”) and a promise (“as soon as possible”) are fine.
    """
    for passage, language, sentence in _sentences(profile, catalogue):
        for found in vague_words(sentence, language):
            yield Problem(passage.path, remedy=found.instead, found=found.words, sentence=_quoted(sentence))


@rule(
    "text-long",
    "text",
    "GDPR 12(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "een zin van {number} woorden: “{sentence}”",
        f"Maak er zinnen van, van ten hoogste {LONGEST} woorden elk, met één gedachte per zin.",
        "Wie een lange zin uit heeft, is het begin kwijt.",
    ),
    en=Words(
        "a sentence of {number} words: “{sentence}”",
        f"Make sentences of it, of {LONGEST} words at most, with one thought in each.",
        "At the end of a long sentence its beginning is forgotten.",
    ),
)
def long(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No sentence has more than 25 words; what stands between spaces is one word.

    The names of laws and articles (``law``) are not judged. Neither are things in a row, with a comma for every five
    words, alone or after a colon.
    """
    for passage, _, sentence in _sentences(profile, catalogue):
        number = len(words_of(lead_in(sentence)))
        if number > LONGEST and "law" not in passage.path and not is_enumeration(sentence):
            yield Problem(passage.path, number=str(number), sentence=_quoted(sentence))


@rule(
    "text-nested",
    "text",
    "GDPR 12(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "een zin met {number} bijzinnen: “{sentence}”",
        "Maak van elke bijzin die alleen kan staan een eigen zin.",
        "Wie een bijzin in een bijzin leest, moet alles onthouden tot de laatste punt.",
    ),
    en=Words(
        "a sentence with {number} subordinate clauses: “{sentence}”",
        "Make a sentence of each clause that can stand alone.",
        "A clause within a clause asks readers to remember everything until the last full stop.",
    ),
)
def nested(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No sentence of more than 20 words has three subordinate clauses or more."""
    for passage, language, sentence in _sentences(profile, catalogue):
        number = subordinate_clauses(sentence, language)
        if number >= NESTED and len(words_of(sentence)) > NESTED_WORDS:
            yield Problem(passage.path, number=str(number), sentence=_quoted(sentence))


@rule(
    "text-passive",
    "text",
    "GDPR 12(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "“{clause}” zegt niet wie het doet, of pas aan het eind",
        "Begin met wie het doet: “Wij bewaren uw gegevens”, “De boekhouder krijgt uw gegevens”.",
        "Mensen willen weten wie iets met hun gegevens doet.",
    ),
    en=Words(
        "“{clause}” does not say who does it, or only at the end",
        "Begin with who does it: “We keep your data”, “The accountant receives your data”.",
        "People want to know who does something with their data.",
    ),
)
def passive(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text says in the passive what is done with the data, or what is done “by us”; every other passive is left."""
    for passage, language, sentence in _sentences(profile, catalogue):
        if clause := hides_who_acts(sentence, language):
            yield Problem(passage.path, clause=_quoted(clause))


@rule(
    "text-hard-word",
    "text",
    "GDPR 12(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "voor “{found}” is er een gewoner woord: “{instead}”",
        "Schrijf het gewone woord.",
        "Gewone woorden leest iedereen, ook wie haast heeft of de taal nog leert.",
    ),
    en=Words(
        "there is a plainer word for “{found}”: “{instead}”",
        "Write the plain word.",
        "Everybody reads plain words, also those in a hurry or still learning the language.",
    ),
)
def hard(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text has a word for which the list has a plainer one; names of laws are left alone."""
    for passage, language, sentence in _sentences(profile, catalogue):
        for found in hard_words(sentence, language):
            yield Problem(passage.path, found=found.words, instead=found.instead)


@rule(
    "text-unexplained-term",
    "text",
    "GDPR 12(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "de tekst legt “{found}” niet uit, een woord uit de wet: {instead}",
        "Schrijf wat het betekent, of zet die uitleg tussen haakjes achter het woord.",
        "Wie de wet niet kent, leest over zo’n woord heen en mist wat u zegt.",
    ),
    en=Words(
        "the text does not explain “{found}”, a word of the law: {instead}",
        "Write what it means, or put that explanation in brackets behind the word.",
        "Whoever does not know the law reads past such a word and misses what you say.",
    ),
)
def term(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A text that speaks to the reader (“you”, “u”) explains each term of the law in it, in brackets or in words."""
    for passage in _passages(profile, catalogue):
        language = passage.language
        if language and _TO_THE_READER[language].search(passage.words):
            for found in unexplained(passage.words, language):
                yield Problem(passage.path, found=found.words, instead=found.instead)


RULES = rules_in(globals())
