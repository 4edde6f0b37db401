"""The explanation for children that belongs to a privacy statement (Art. 12(1)), without language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gdprdocs.documents import privacy_statement
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Term, unique
from gdprdocs.documents.scope import Scope
from gdprdocs.documents.statement import CHILDREN, PrivacyStatement
from gdprdocs.language import Text
from gdprdocs.profile import JointController, Profile, Statement
from gdprdocs.profile.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Explained:
    """An activity as children read of it."""

    id: str
    name: Text
    text: Text | None
    together_with: tuple[JointController, ...]


@dataclass(frozen=True, slots=True)
class ChildrenStatement:
    """What a statement says to the children among its readers."""

    told: PrivacyStatement
    """All that concerns the children, as the statement has it."""
    whole: Text
    """What the files of the statement itself are called."""
    audience: Text | None
    """Whom the statement is for, where more than one has an explanation for children."""

    @property
    def explained(self) -> tuple[Explained, ...]:
        """The activities, in the words that the profile has for children."""
        return tuple(
            Explained(
                theme.activity.id,
                (words and words.heading) or theme.activity.name,
                words.text if words else None,
                tuple(each.party for each in self.told.joint if theme.activity in each.activities),
            )
            for theme in self.told.themes
            for words in (theme.activity.for_children,)
        )

    @property
    def helpers(self) -> tuple[tuple[str | Text, tuple[Text, ...]], ...]:
        """Who works for the organisation, each once, and what it does."""
        return _each_once((party.name, party.for_children or party.service) for party in self.told.processors)

    @property
    def receivers(self) -> tuple[tuple[str | Text, tuple[Text, ...]], ...]:
        """Who receives data, each once, and what it does with them."""
        return _each_once((party.name, party.for_children or party.what_for) for party in self.told.recipients)

    @property
    def objection(self) -> tuple[Explained, ...]:
        """To which of them children object (Art. 21)."""
        ids = {activity.id for activity in self.told.rights.objection}
        return tuple(each for each in self.explained if each.id in ids)

    @property
    def longest(self) -> Term | None:
        """What is kept for the longest fixed period: all data that share that period and its start."""
        terms = [term for theme in self.told.themes for use in theme.uses for term in use.terms if term.period]
        if self.told.span is None or not terms:
            return None
        found = [term for term in terms if term.period == self.told.span.longest]
        alike = [term for term in found if term.start == found[0].start]
        kept = {category.id: category for term in alike for category in term.categories}
        return replace(found[0], categories=tuple(kept.values()))


def _each_once(told: Iterable[tuple[str | Text, Text | None]]) -> tuple[tuple[str | Text, tuple[Text, ...]], ...]:
    does: dict[str | Text, list[Text]] = {}
    for name, what in told:
        does.setdefault(name, []).extend([what] if what else [])
    return tuple((name, unique(what)) for name, what in does.items())


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
                type_.stems(key),
                statement.name if statement and len(concerned) > 1 else None,
            ),
        )


def _scope(profile: Profile, model: ChildrenStatement) -> Scope:
    return privacy_statement.scope_of(profile, model.told)


TYPE = DocumentType(
    "children-statement",
    "children_statement",
    CHILDREN,
    _gather,
    scope=_scope,
    audience="public",
    by_statement=True,
)
