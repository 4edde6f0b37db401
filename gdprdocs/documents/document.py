"""What a type of document is: its name, its templates, and how its facts are gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gdprdocs.documents.scope import Scope, own
from gdprdocs.language import Language, Text
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Audience


def stems(file_name: Text, key: str) -> Text:
    """``file_name`` with the key of one of several documents."""
    return file_name.map(lambda words: f"{words}-{key.replace('_', '-')}" if key else words)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: where its templates are, what its files are called, and how its facts are gathered."""

    id: str
    folder: str
    file_name: Text
    gather: Callable[[Profile, Catalogue], Iterator[tuple[str, Any]]]
    """Yields (key, model) for each document of this type that the profile calls for."""
    about: Callable[[Profile], Scope] = own
    """What all documents of this type together are about."""
    scope: Callable[[Profile, Any], Scope] | None = None
    """What one of them is about, given its model, where that is less."""
    facts: Callable[[Profile, Any], Mapping[str, Any]] | None = None
    """What one of them says as plain data, for programs; see :mod:`gdprdocs.documents.attached`."""
    audience: Audience = "internal"
    """For whom it is when the profile does not say: the safe answer is that it stays inside."""
    by_statement: bool = False
    """Whether the key of one of several is that of a privacy statement, which has an audience of its own."""

    def audience_of(self, profile: Profile, key: str) -> Audience:
        """For whom one document of this type is, as the profile has it."""
        statement = profile.statements.get(key) if self.by_statement else None
        return (statement and statement.audience) or profile.publication.audience.get(
            self.id.replace("-", "_"), self.audience
        )

    def scope_of(self, profile: Profile, model: Any) -> Scope:
        """What the document with this model is about."""
        return self.scope(profile, model) if self.scope else self.about(profile)

    def stem(self, key: str, language: Language) -> str:
        """The file name without ending: ``privacyverklaring-website``."""
        return self.stems(key).in_(language)

    def stems(self, key: str) -> Text:
        """The file name without ending in every language."""
        return stems(self.file_name, key)
