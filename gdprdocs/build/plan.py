"""What a build is to make of one organisation: which documents, in which languages and formats, under which names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from gdprdocs.documents import DOCUMENTS, DocumentType
from gdprdocs.language import EDITIONS, LANGUAGES, Edition, Language, languages_of
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Audience

Format = Literal["html", "pdf", "fragment"]
FORMATS: tuple[Format, ...] = ("html", "pdf")
"""What is made unless the user asks otherwise."""
ALL_FORMATS: tuple[Format, ...] = (*FORMATS, "fragment")

INDEX = "index.html"
"""What a browser gets when it asks for a folder."""
FRAGMENTS = "fragments"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; by default everything."""

    languages: tuple[Edition, ...] = LANGUAGES
    documents: tuple[str, ...] = tuple(DOCUMENTS)
    formats: tuple[Format, ...] = FORMATS
    draft: bool = False
    annotated: bool = False
    heading_offset: int = 1
    """By how much the headings of a fragment are lower than those of a page."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing was left out, so that what the plan does not name has no place in the output."""
        return (self.languages, self.documents, self.formats) == (LANGUAGES, tuple(DOCUMENTS), FORMATS)

    @property
    def noted(self) -> str:
        """What was asked for, as a manifest keeps it."""
        return " ".join(",".join(words) for words in (self.languages, self.documents, self.formats, self._offset))

    def is_within(self, noted: str) -> bool:
        """Whether a build that noted this made all that is asked for now."""
        parts = [set(words.split(",")) for words in noted.split(" ")]
        own = (self.languages, self.documents, self.formats, self._offset)
        return len(parts) == len(own) and all(set(words) <= part for words, part in zip(own, parts, strict=True))

    @property
    def _offset(self) -> tuple[str, ...]:
        """How far headings are lowered, where that shows."""
        return (str(self.heading_offset),) if "fragment" in self.formats else ("-",)


@dataclass(frozen=True, slots=True)
class Planned:
    """One document in one language, or in two side by side."""

    type: DocumentType
    key: str
    edition: Edition
    audience: Audience
    model: Any

    @property
    def language(self) -> Language:
        """The language of the page, or the first of two."""
        return languages_of(self.edition)[0]

    @property
    def stem(self) -> str:
        """What the document is called in addresses: ``privacyverklaring-website``."""
        return self.type.stem(self.key, self.language)

    def path(self, format_: Format) -> PurePosixPath:
        """Where the file goes, below the organisation's folder: ``public/nl/privacyverklaring/index.html``.

        So the address of a page is that of a folder, which can stay when what makes it changes.
        """
        folder = self.edition.replace("+", "-")
        if format_ == "fragment":
            return PurePosixPath(FRAGMENTS, self.audience, folder, f"{self.stem}.html")
        name = INDEX if format_ == "html" else f"{self.stem}.{format_}"
        return PurePosixPath(self.audience, folder, self.stem, name)


def plan(profile: Profile, wanted: Wanted) -> Iterator[Planned]:
    """Every document of ``profile`` that is wanted, type by type."""
    catalogue = Catalogue(profile)
    for type_ in DOCUMENTS.values():
        if type_.id not in wanted.documents:
            continue
        for key, model in type_.gather(profile, catalogue):
            for edition in EDITIONS:
                if edition in wanted.languages and set(languages_of(edition)) <= set(profile.languages):
                    yield Planned(type_, key, edition, type_.audience_of(profile, key), model)
