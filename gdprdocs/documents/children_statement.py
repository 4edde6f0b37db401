"""The explanation for children that belongs to a privacy statement (Art. 12(1)), without language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents import privacy_statement
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.scope import Scope
from gdprdocs.documents.statement import CHILDREN, PrivacyStatement
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.profile import Profile, Statement
from gdprdocs.profile.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ChildrenStatement:
    """What a statement says to the children among its readers."""

    told: PrivacyStatement
    """All that concerns the children, as the statement has it."""
    whole: Text
    """What the files of the statement itself are called."""
    audience: Text | None
    """Whom the statement is for, where more than one has an explanation for children."""


def _children(profile: Profile, catalogue: Catalogue, statement: Statement | None) -> tuple[str, ...]:
    addressed = privacy_statement.addressed(profile, statement)
    return privacy_statement.explained_to_children(profile, catalogue, addressed)


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ChildrenStatement]]:
    """One explanation for each statement that has children among its readers, if the profile has the words for it."""
    statements = tuple(profile.statements.values()) or ((None,) if profile.own_activities else ())
    concerned = [
        (statement, children)
        for statement in statements
        if profile.own_activities and (children := _children(profile, catalogue, statement))
    ]
    for statement, children in concerned:
        key = statement.id if statement else ""
        told = privacy_statement.tell(profile, catalogue, statement, children)
        type_ = privacy_statement.TYPE
        yield (
            key,
            ChildrenStatement(
                told,
                Text(**{language: type_.stem(key, language) for language in LANGUAGES}),
                statement.name if statement and len(concerned) > 1 else None,
            ),
        )


def _scope(profile: Profile, model: ChildrenStatement) -> Scope:
    return privacy_statement.scope_of(profile, model.told)


TYPE = DocumentType("children-statement", "children_statement", CHILDREN, _gather, scope=_scope)
