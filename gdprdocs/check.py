"""Checking one organisation: read, compare with the schema, apply the rules, and give every finding its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdprdocs.diagnostic import Diagnostic, FieldPath, Severity
from gdprdocs.profile import Profile, read_profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules import RULES
from gdprdocs.schema import ShapeError, check_shape, known_ids
from gdprdocs.schema.lookup import keys_at
from gdprdocs.schema.message import describe, overlaps
from gdprdocs.source import Source, read_organisation


@dataclass(frozen=True)
class Checked:
    """An organisation after checking; ``profile`` is absent when its files could not be read."""

    slug: str
    folder: Path
    profile: Profile | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that must be mended before documents are made."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def check_organisation(folder: Path) -> Checked:
    """Everything that is wrong with the organisation in ``folder``, sorted by place."""
    source = read_organisation(folder)
    slug = folder.resolve().name
    found = list(source.diagnostics)
    profile = None
    if source.complete:
        errors, sound = check_shape(source.data)
        known = known_ids(source.data).ids
        found += [_shape_diagnostic(source, error, known) for error in errors]
        profile = read_profile(slug, sound)
        refused = [error.path for error in errors if error.code != "unknown-key"]
        found += _rule_diagnostics(source, profile, refused)
    return Checked(slug, folder, profile, tuple(sorted(_once(found), key=lambda diagnostic: diagnostic.order)))


def _shape_diagnostic(source: Source, error: ShapeError, known: Any) -> Diagnostic:
    candidates = known.get(error.constraint[0], ()) if error.code == "undefined" else keys_at(error.path[:-1])
    said = describe(error, candidates)
    at_key = said.at_key or (error.code == "undefined" and error.value == error.path[-1])
    place = source.place(error.path, key=at_key)
    return Diagnostic(Severity.ERROR, said.rule, said.message, place, said.help)


def _rule_diagnostics(source: Source, profile: Profile, refused: list[FieldPath]) -> Iterator[Diagnostic]:
    catalogue = Catalogue(profile)
    for rule in RULES.values():
        if rule.find is None:
            continue
        for problem in rule.find(profile, catalogue):
            # A value that the schema refused is gone from the profile: that it is missing has been said already.
            if any(overlaps(problem.path, path) and len(path) >= len(problem.path) for path in refused):
                continue
            place = source.place(problem.path, key=problem.at_key)
            yield Diagnostic(rule.severity, rule.id, rule.message(problem), place, rule.remedy, rule.article)


def _once(diagnostics: list[Diagnostic]) -> Iterator[Diagnostic]:
    seen = set()
    for diagnostic in diagnostics:
        key = (diagnostic.order, diagnostic.message)
        if key not in seen:
            seen.add(key)
            yield diagnostic
