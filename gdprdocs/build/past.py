"""What the past of a profile adds to its documents: their version, and the days on which each statement changed.

A statement changed when it says something else. So the profile as it stood after each commit is read as a profile is
read today, and its statements are made with the law data and the words of today: what then differs, differs by the
facts. What commits say of themselves is for those who write them, and is shown nowhere.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from gdprdocs.check import Checked
from gdprdocs.diagnostic import Severity
from gdprdocs.documents.privacy_statement import TYPE
from gdprdocs.formats.html import Page, UnfinishedDocumentError, render
from gdprdocs.formats.html.own_words import OwnClauseError, OwnWords
from gdprdocs.history import Blob, Changes, Files, History, State, Version, history_of
from gdprdocs.language import Language, Text
from gdprdocs.own_words import own_words
from gdprdocs.profile import Profile, read_profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.project import LARGEST_LOGO, LARGEST_WORDS, shared_folder
from gdprdocs.schema import check_shape
from gdprdocs.source import (
    LIMITS,
    File,
    Source,
    WordsFile,
    in_order,
    is_part,
    is_words,
    merge,
    read_bytes,
    words_bytes,
    words_files,
    yaml_files,
)

STATEMENT = TYPE.id
MOST_CHANGES = 10
"""How many days a statement lists."""


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the past of one organisation's profile; nothing of it where there is no history."""

    version: Version | None = None
    changes: Mapping[str, Changes] = field(default_factory=dict)
    """By the key of the statement."""
    absence: Text | None = None
    """Why there is no version."""
    states: str = ""
    """The digest of the states of the profile from which ``changes`` follow, where these are read when asked for."""

    def changes_of(self, document: str, key: str) -> Changes | None:
        """When a document changed, for a type of document that says so."""
        return self.changes.get(key) if document == STATEMENT else None

    @property
    def fingerprint(self) -> str:
        """The digest of all that it adds to documents; nothing where it adds nothing."""
        added = repr((self.version, self.states or sorted(self.changes.items())))
        return "" if self.version is None else f"-{hashlib.sha256(added.encode()).hexdigest()}"


def past_of(checked: Checked) -> Past:
    """The past of an organisation whose profile could be read."""
    if checked.profile is None:
        return Past()
    history = history_of(_files(checked, checked.profile))
    if history.version is None:
        return Past(absence=history.absence)
    days = _Days(checked.slug, checked.folder, history.states, history.whole)
    return Past(history.version, _Changes(checked.profile, days), states=_states(history))


def _states(history: History) -> str:
    """The digest of what the history holds, without reading it as profiles: that takes long."""
    found = hashlib.sha256(str(history.whole).encode())
    for state in history.states:
        ids = [(str(name), blob.id) for files in (state.own, state.shared) for name, blob in sorted(files.items())]
        found.update(repr((state.day, len(state.own), ids)).encode())
    return found.hexdigest()


class _Changes(Mapping[str, Changes]):
    """When each statement changed, found when it is asked for: a build that changes nothing never asks."""

    def __init__(self, profile: Profile, days: _Days) -> None:
        self._profile, self._days = profile, days

    @cached_property
    def _found(self) -> dict[str, Changes]:
        keys = [key for key, _ in TYPE.gather(self._profile, Catalogue(self._profile))]
        return {key: _changes(key, self._days) for key in keys}

    def __getitem__(self, key: str) -> Changes:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _files(checked: Checked, profile: Profile) -> Files:
    shared = shared_folder(checked.folder) if checked.source.uses_shared else None
    folders = [checked.folder, *([shared] if shared else [])]
    used = {path: LIMITS.size for folder in folders for path in yaml_files(folder)}
    used |= {path: LARGEST_WORDS for folder in folders for path in words_files(folder)}
    if profile.branding.logo:
        used[checked.folder / profile.branding.logo] = LARGEST_LOGO
    return Files(checked.folder, shared, used, lambda name: is_part(name) or is_words(name))


@dataclass(frozen=True)
class _Told:
    """One statement as the profile of some day has it."""

    profile: Profile
    model: Any
    own_words: OwnWords

    @property
    def facts(self) -> Any:
        """All from which it is made; that may be more than it shows."""
        profile = self.profile
        return self.model, profile.organisation, profile.publication, profile.languages, self.own_words

    @cached_property
    def words(self) -> list[str] | None:
        """What it says in each language; nothing where it could not be made, for then it cannot have been published."""
        try:
            return [self._words(language) for language in self.profile.languages]
        except (UnfinishedDocumentError, OwnClauseError):
            return None

    def _words(self, language: Language) -> str:
        page = render(TYPE.folder, Page(self.profile, language, "html", own_words=self.own_words), self.model)
        main = page[page.index("<main") : page.index("</main>")]
        return " ".join(re.sub(r"<[^>]*>", " ", main).split())


@dataclass(frozen=True, slots=True)
class _Day:
    """The statements as they stood at the end of a day, by key."""

    day: date
    told: Mapping[str, _Told]


@dataclass
class _Days:
    """The days on which the profile was changed, the newest first, each read when it is asked for."""

    slug: str
    folder: Path
    states: tuple[State, ...]
    whole: bool
    """Whether the states begin at the beginning, and the first of all could be read."""
    _read: list[_Day] = field(default_factory=list)
    _files: dict[tuple[str, PurePosixPath], File] = field(default_factory=dict)
    _waiting: Iterator[_Day] | None = None

    def __iter__(self) -> Iterator[_Day]:
        """From the start each time; what was read once is kept."""
        yield from self._read
        self._waiting = self._waiting or self._each()
        for day in self._waiting:
            self._read.append(day)
            yield day

    def _each(self) -> Iterator[_Day]:
        last: date | None = None
        known: Any = None
        told: Mapping[str, _Told] = {}
        for state in self.states:
            if state.day == last:
                continue  # a later commit of the same day counts
            source = self._source(state)
            if (source.data, source.words) != known:
                read = self._told(source) if state.own else {}
                if read is None:
                    self.whole = self.whole and state is not self.states[-1]
                    continue
                known, told = (source.data, source.words), read
            last = state.day
            yield _Day(state.day, told)

    def _source(self, state: State) -> Source:
        source = merge(self.folder, self._parsed(state.own), self._parsed(state.shared))
        source.words = [*self._words(state.shared, shared=True), *self._words(state.own, shared=False)]
        return source

    def _told(self, source: Source) -> Mapping[str, _Told] | None:
        """The statements of a profile; nothing where it has an error, for then none can have been made."""
        if source.diagnostics or not source.complete:
            return None
        errors, sound = check_shape(source.data)
        if errors:
            return None
        profile = read_profile(self.slug, sound)
        own, faults = own_words(source.words, profile.languages)
        if any(fault.severity is Severity.ERROR for fault in faults):
            return None
        return _statements(profile, own)

    def _words(self, files: Mapping[PurePosixPath, Blob], *, shared: bool) -> Iterator[WordsFile]:
        for name in sorted(filter(is_words, files)):
            yield words_bytes(self.folder / name, name, files[name].content, shared=shared)

    def _parsed(self, files: Mapping[PurePosixPath, Blob]) -> Iterator[File]:
        for name in in_order(filter(is_part, files)):
            key = (files[name].id, name)
            if key not in self._files:
                self._files[key] = read_bytes(self.folder / name, files[name].content)
            file = self._files[key]
            yield replace(file, diagnostics=[*file.diagnostics])  # merging adds to them


def _statements(profile: Profile, own: OwnWords) -> Mapping[str, _Told]:
    """The statements of a profile, without the version and dates that it gives them: these are no facts of theirs."""
    publication = replace(profile.publication, version="1", effective=date(2000, 1, 1), reviewed=None)
    undated = replace(profile, publication=publication)
    return {key: _Told(undated, model, own) for key, model in TYPE.gather(profile, Catalogue(profile))}


def _changes(key: str, days: _Days) -> Changes:
    """When the statement ``key`` changed: each day whose evening found it other than the evening before."""
    found: list[date] = []
    newer: tuple[date, _Told] | None = None
    for each in days:
        told = each.told.get(key)
        if told is None:
            if newer:
                return _listed(found)  # it began later than this day
            continue
        if newer and told.facts == newer[1].facts:
            newer = each.day, newer[1]
            continue
        if told.words is None:
            continue
        if newer and told.words != newer[1].words:
            found.append(newer[0])
            if len(found) == MOST_CHANGES:
                return _listed(found, min(found))
        newer = each.day, told
    return _listed(found, None if days.whole or newer is None else newer[0])


def _listed(found: list[date], since: date | None = None) -> Changes:
    return Changes(tuple(sorted(set(found), reverse=True)), since)
