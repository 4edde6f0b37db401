"""Checking one organisation: read, compare with the schema, apply the rules, and give every finding its place."""

from __future__ import annotations

import contextlib
import functools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gdprdocs import __version__
from gdprdocs.diagnostic import Diagnostic, FieldPath, Severity
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law import law
from gdprdocs.plain_file import read_plain_file
from gdprdocs.profile import Profile, read_profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.project import LARGEST_LOGO, SLUG
from gdprdocs.rules import RULES, Problem, Rule
from gdprdocs.rules.acceptance import settle
from gdprdocs.rules.building import FOLDER_NAME, LOGO_UNREADABLE, detailed
from gdprdocs.schema import ShapeError, check_shape, known_ids
from gdprdocs.schema.lookup import description_at, keys_at
from gdprdocs.schema.message import describe
from gdprdocs.source import Source, read_organisation

if TYPE_CHECKING:
    from gdprdocs.formats.html.own_words import OwnWords


@dataclass(frozen=True)
class Checked:
    """An organisation after checking; ``profile`` is absent when its files could not be read."""

    slug: str
    folder: Path
    profile: Profile | None
    diagnostics: tuple[Diagnostic, ...]
    source: Source
    """The files with the place of everything in them."""
    accepted: tuple[Diagnostic, ...] = ()
    """What the organisation accepts, with its reason; none of it is among ``diagnostics``."""
    worded: OwnWords | None = None
    """What an organisation with own words words itself."""

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that must be mended before documents are made."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def own_words(self) -> OwnWords:
        """The clauses that the organisation words itself: for most there are none, and what reads them waits."""
        from gdprdocs.formats.html.own_words import NO_OWN_WORDS

        return self.worded or NO_OWN_WORDS

    @functools.cached_property
    def fingerprint(self) -> str:
        """The digest of all that the folder says: a build knows by it what earlier files were made from."""
        import hashlib  # not at the top: checking needs none

        digest = hashlib.sha256(f"{__version__} {law().checked}".encode())
        digest.update(json.dumps(self.source.data, ensure_ascii=False).encode())
        for words in self.source.words:
            digest.update(json.dumps([words.shared, words.name.parts, words.file.lines], ensure_ascii=False).encode())
        if self.profile and self.profile.branding.logo:
            with contextlib.suppress(OSError):  # reported by itself
                digest.update(read_plain_file(self.folder / self.profile.branding.logo, LARGEST_LOGO))
        return digest.hexdigest()


class _Refused:
    """The places of values that the schema refused, so that they are gone from the profile."""

    def __init__(self, paths: Iterable[FieldPath]) -> None:
        self._around: set[FieldPath] = set()
        """These places and all that they lie in."""
        self._steps: set[str | int | None] = set()
        for path in paths:
            self._around.update(path[:length] for length in range(len(path) + 1))
            self._steps.update(path)

    def explains(self, problem: Problem) -> bool:
        """Whether what is missing may be what was refused."""
        return problem.path in self._around or problem.sought_in in self._steps


def check_organisation(folder: Path) -> Checked:
    """Everything that is wrong with the organisation in ``folder``, sorted by place."""
    source = read_organisation(folder)
    slug = folder.resolve().name
    found = [_with_rule(diagnostic) for diagnostic in source.diagnostics]
    if not SLUG.fullmatch(slug):
        words = FOLDER_NAME.message(Problem(()))
        found.append(Diagnostic(Severity.ERROR, FOLDER_NAME.id, words, source.place(()), FOLDER_NAME.remedy))
    profile = None
    accepted: list[Diagnostic] = []
    own = None
    if source.complete:
        errors, sound = check_shape(source.data)
        known = known_ids(source.data).ids
        found += [_with_rule(_shape_diagnostic(source, error, known)) for error in errors]
        profile = read_profile(slug, sound)
        refused = _Refused(error.path for error in errors if error.code != "unknown-key")
        found += _rule_diagnostics(source, profile, refused)
        found += _logo_diagnostics(source, folder, profile)
        if source.words:
            from gdprdocs.own_words import own_words  # not at the top: with it comes all that makes pages

            own, faults = own_words(source.words, profile.languages)
            found += [_with_rule(fault) for fault in faults]
        found, accepted, wrong = settle(profile, found, RULES)
        found += [_diagnostic(source, rule, problem) for rule, problem in wrong]
    return Checked(slug, folder, profile, _sorted(found), source, _sorted(accepted), own)


def is_unchanged(checked: Checked) -> bool:
    """Whether the files still say what they said when they were checked."""
    return replace(checked, source=read_organisation(checked.folder)).fingerprint == checked.fingerprint


def _with_rule(diagnostic: Diagnostic) -> Diagnostic:
    """What reading or the schema found, with what its rule says on top: a remedy where it has none, and the article."""
    rule = RULES[diagnostic.rule]
    article = None if rule.article == "-" else rule.article
    return replace(diagnostic, help=diagnostic.help or rule.remedy, article=article)


def _shape_diagnostic(source: Source, error: ShapeError, known: Any) -> Diagnostic:
    candidates = known.get(error.constraint[0], ()) if error.code == "undefined" else keys_at(error.path[:-1])
    said = describe(error, candidates)
    at_key = said.at_key or (error.code == "undefined" and error.value == error.path[-1])
    place = source.place(error.path, key=at_key)
    help_ = said.help
    if error.code == "missing-key" and (more := description_at(error.path)):
        add = RULES["missing-key"].remedy
        help_ = Text(**{language: f"{add.in_(language)} {more.in_(language)}" for language in LANGUAGES})
    return Diagnostic(Severity.ERROR, said.rule, said.message, place, help_, path=error.path)


def _rule_diagnostics(source: Source, profile: Profile, refused: _Refused) -> Iterator[Diagnostic]:
    catalogue = Catalogue(profile)
    for rule in RULES.values():
        if rule.find is None:
            continue
        for problem in rule.find(profile, catalogue):
            # A value that the schema refused is gone from the profile: that it is missing has been said already.
            if not refused.explains(problem):
                yield _diagnostic(source, rule, problem)


def _diagnostic(source: Source, rule: Rule, problem: Problem) -> Diagnostic:
    place = source.place(problem.path, key=problem.at_key)
    article = None if rule.article == "-" else rule.article
    remedy = problem.remedy or rule.remedy
    return Diagnostic(rule.severity, rule.id, rule.message(problem), place, remedy, article, problem.path)


def _logo_diagnostics(source: Source, folder: Path, profile: Profile) -> Iterator[Diagnostic]:
    """What building would stumble over: a logo that is not there, is no plain file, or is too large."""
    if profile.branding.logo:
        try:
            read_plain_file(folder / profile.branding.logo, LARGEST_LOGO)
        except OSError as error:
            why = error.strerror or str(error)
            path = ("branding", "logo")
            said = detailed(LOGO_UNREADABLE, why)
            remedy = LOGO_UNREADABLE.remedy
            yield Diagnostic(Severity.ERROR, LOGO_UNREADABLE.id, said, source.place(path), remedy, path=path)


def _sorted(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(_once(diagnostics), key=lambda diagnostic: diagnostic.order))


def _once(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    seen = set()
    for diagnostic in diagnostics:
        key = (diagnostic.order, diagnostic.message)
        if key not in seen:
            seen.add(key)
            yield diagnostic
