"""The clauses that an organisation words itself: from files to what pages are made with, or to findings.

Each file is judged by itself (:mod:`gdprdocs.formats.html.own_file`), and then the languages are compared: a document
says the same in each, also where the organisation words it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gdprdocs.diagnostic import Diagnostic, Place, Severity
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.html.fault import Fault, fault_at
from gdprdocs.formats.html.own_clause import OwnClause
from gdprdocs.formats.html.own_file import Judged, did_you_mean, judge
from gdprdocs.formats.html.own_words import OwnClauseError, OwnFile, OwnWords
from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.rules import RULES, Problem
from gdprdocs.rules.rule import filled, listed
from gdprdocs.source import WordsFile

ENDING = ".html.j2"
WORDED = tuple(sorted({type_.folder for type_ in DOCUMENTS.values()}))
"""The documents of which clauses can be replaced, by the folder of their templates."""


@dataclass(frozen=True, slots=True)
class _Read:
    words: WordsFile
    document: str
    language: Language
    judged: Judged

    @property
    def is_sound(self) -> bool:
        return not any(RULES[fault.rule].severity is Severity.ERROR for fault in self.judged.faults)


def own_words(files: Sequence[WordsFile], languages: tuple[Language, ...]) -> tuple[OwnWords, list[Diagnostic]]:
    """The own words in these files for a profile in these languages, and what is wrong with them."""
    found: list[Diagnostic] = []
    read: list[_Read] = []
    unread: set[tuple[bool, str]] = set()
    for words in files:
        found += words.file.diagnostics
        try:
            document, language = _meant(words, LANGUAGES if words.shared else languages)
        except _MisplacedError as error:
            found.append(_diagnostic(words, error.fault))
            continue
        if not words.file.complete:
            unread.add((words.shared, document))
            continue
        one = _Read(words, document, language, judge(words.file.lines, document))
        found += [_diagnostic(words, fault) for fault in one.judged.faults]
        read.append(one)
    for place, pair in _by_place(read).items():
        if place not in unread and all(one.is_sound for one in pair):  # what was refused would seem to be missing
            found += _compared(pair, languages)
    return OwnWords(tuple(_sound(read))), found


def _sound(read: list[_Read]) -> Iterator[OwnFile]:
    for one in read:
        if one.is_sound:
            clauses = tuple((clause.name, clause.line) for clause in one.judged.clauses)
            file = one.words.file
            yield OwnFile(one.document, one.language, file.path, "\n".join(file.lines), clauses)


def failed(words: OwnWords, error: OwnClauseError) -> Diagnostic:
    """What is said when an own clause could not be rendered."""
    rule = RULES[error.rule]
    message = rule.message(Problem((), clause=error.clause, why=error.why))
    for file in reversed(words.of(error.document, error.language)):
        for name, line in file.clauses:
            if name == error.clause:
                text = file.text.split("\n")[line - 1]
                place = Place(file.path, line, text.find(name) + 1, len(name), text)
                return Diagnostic(rule.severity, rule.id, message, place, rule.remedy)
    raise LookupError(error.clause)


def _diagnostic(words: WordsFile, fault: Fault) -> Diagnostic:
    rule = RULES[fault.rule]
    place = words.file.place(fault.line, fault.column, fault.length)
    message = filled(Text(nl=rule.nl.message, en=rule.en.message), **fault.facts)
    return Diagnostic(rule.severity, rule.id, message, place, fault.hint)


class _MisplacedError(Exception):
    def __init__(self, rule: str, name: str, known: Sequence[str]) -> None:
        super().__init__(name)
        facts: dict[str, str | Text] = {"name": name, "known": listed(known)}
        self.fault = Fault(rule, 0, 0, 1, facts, did_you_mean(name, list(known)))


def _meant(words: WordsFile, languages: tuple[Language, ...]) -> tuple[str, Language]:
    """For which document and in which language a file is, by its name."""
    parts = words.name.parts
    if len(parts) != 2 or parts[0] not in WORDED:
        raise _MisplacedError("wording-unknown-document", parts[0] if parts else words.file.path.name, WORDED)
    for language in languages:
        if parts[1] == f"{language}{ENDING}":
            return parts[0], language
    raise _MisplacedError("wording-unknown-language", parts[1], [f"{each}{ENDING}" for each in languages])


def _by_place(read: list[_Read]) -> Mapping[tuple[bool, str], list[_Read]]:
    """The files of one document that stand beside each other, in each language."""
    places: dict[tuple[bool, str], list[_Read]] = {}
    for one in read:
        places.setdefault((one.words.shared, one.document), []).append(one)
    return places


def _compared(pair: list[_Read], languages: tuple[Language, ...]) -> Iterator[Diagnostic]:
    """What one language replaces and another does not, or says otherwise."""
    clauses = {one.language: {clause.name: clause for clause in one.judged.clauses} for one in pair}
    for one in pair:
        for clause in one.judged.clauses:
            if one.language not in languages:
                continue
            missing = [each for each in languages if clause.name not in clauses.get(each, {})]
            if missing:
                yield _at(one.words, clause, "wording-one-language", missing=_named(missing))
            elif one.language != languages[0]:
                first = clauses[languages[0]][clause.name]
                if difference := _difference(first, clause):
                    facts = {"others": _named(languages), "difference": difference}
                    yield _at(one.words, clause, "wording-languages-differ", **facts)


def _at(words: WordsFile, clause: OwnClause, rule: str, **facts: Text) -> Diagnostic:
    fault = fault_at(words.file.lines, clause.line, clause.name, rule, None, clause=clause.name, **facts)
    return _diagnostic(words, fault)


_NAMES: Mapping[Language, Text] = {
    "nl": Text(nl="het Nederlands", en="Dutch"),
    "en": Text(nl="het Engels", en="English"),
}


def _named(languages: Sequence[Language]) -> Text:
    """The first of these languages by its name."""
    return _NAMES[languages[0]]


def _difference(first: OwnClause, other: OwnClause) -> Text | None:
    """What two languages of one clause do not have in common, beside the words."""
    if first.places != other.places:
        return Text(nl="niet dezelfde gegevens tussen {{ en }}", en="not the same facts between {{ and }}")
    if first.conditions != other.conditions:
        return Text(nl="niet dezelfde voorwaarden", en="not the same conditions")
    if first.tags != other.tags:
        return Text(
            nl="niet dezelfde tags, in dezelfde volgorde en onder dezelfde voorwaarden",
            en="not the same tags, in the same order and under the same conditions",
        )
    if numbers := sorted(first.numbers ^ other.numbers):
        words = ", ".join(numbers)
        return Text(nl=f"niet dezelfde getallen ({words})", en=f"not the same numbers ({words})")
    return None
