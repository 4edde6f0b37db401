"""What a build is to make of one organisation: which documents, in which languages and formats, under which names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from gdprdocs.documents import DOCUMENTS, DocumentType
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue

Format = Literal["html", "pdf"]
FORMATS: tuple[Format, ...] = ("html", "pdf")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; by default everything."""

    languages: tuple[Language, ...] = LANGUAGES
    documents: tuple[str, ...] = tuple(DOCUMENTS)
    formats: tuple[Format, ...] = FORMATS
    draft: bool = False

    @property
    def is_everything(self) -> bool:
        """Whether nothing was left out, so that what the plan does not name has no place in the output."""
        return (self.languages, self.documents, self.formats) == (LANGUAGES, tuple(DOCUMENTS), FORMATS)


@dataclass(frozen=True, slots=True)
class Planned:
    """One document in one language."""

    type: DocumentType
    key: str
    language: Language
    model: Any

    def path(self, format_: Format) -> PurePosixPath:
        """Where the file goes, below the organisation's folder."""
        return PurePosixPath(self.language) / f"{self.type.stem(self.key, self.language)}.{format_}"


def plan(profile: Profile, wanted: Wanted) -> Iterator[Planned]:
    """Every document of ``profile`` that is wanted, type by type."""
    catalogue = Catalogue(profile)
    for type_ in DOCUMENTS.values():
        if type_.id not in wanted.documents:
            continue
        for key, model in type_.gather(profile, catalogue):
            for language in profile.languages:
                if language in wanted.languages:
                    yield Planned(type_, key, language, model)
