"""What the retention and requests protocol says (Arts. 5(1)(e), 11, 12, 15–22; UAVG Art. 41): facts in no language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gdprdocs.documents.fact import Category, Term
from gdprdocs.documents.timeline import Line, scale, timeline
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataSubject, RetentionPeriod
from gdprdocs.profile import (
    Activity,
    AutomatedDecisions,
    Contact,
    JointController,
    OwnSubject,
    Party,
    Processor,
    Purpose,
    Requests,
    Statement,
)
from gdprdocs.profile.organisation import Officer
from gdprdocs.profile.protection import DataPlace, Deletion, Handling, MadePublic

Extent = Literal["all", "some", "none"]

KINDS = ("minimum", "maximum", "guideline")
"""The kinds of period that a statute or guideline gives; whatever else there is, the organisation chose itself."""


@dataclass(frozen=True, slots=True)
class ScheduledTerm:
    """How long some categories are kept for one purpose."""

    purpose: Purpose
    term: Term

    @property
    def kind(self) -> str:
        """``minimum``, ``maximum`` or ``guideline`` as the law has it; ``own``; or ``missing``."""
        return self.term.statutory.kind if self.term.statutory else self.term.kind


@dataclass(frozen=True, slots=True)
class ScheduledActivity:
    """One activity in the schedule."""

    activity: Activity
    subjects: tuple[DataSubject | OwnSubject, ...]
    terms: tuple[ScheduledTerm, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The terms as the timeline draws them."""
        return timeline(each.term for each in self.terms)


@dataclass(frozen=True, slots=True)
class Class:
    """A kind of term and the entries of the law of that kind that the schedule uses."""

    kind: str
    periods: tuple[RetentionPeriod, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """One activity with records that belong to the books, and what does not belong to them."""

    activity: Activity
    inside: tuple[Category, ...]
    outside: tuple[Category, ...]
    """What belongs to the books for no purpose."""
    also_outside: tuple[ScheduledTerm, ...]
    """The terms, for other purposes, of what belongs to the books for one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where data are, with what it holds."""

    place: DataPlace
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What a processor holds."""

    processor: Processor
    categories: tuple[Category, ...]
    sub_processors: tuple[str, ...]

    @property
    def on_supplier_terms(self) -> bool:
        """Whether the supplier's terms hold, which do not know the periods."""
        agreement = self.processor.agreement
        return agreement is not None and agreement.form == "supplier"


@dataclass(frozen=True, slots=True)
class Joint:
    """An activity for which others decide too, and one of them (Art. 26)."""

    activity: Activity
    party: JointController


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What one activity keeps without knowing whom it is about (Art. 11)."""

    activity: Activity
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who hears of a correction, erasure or restriction (Art. 19), and of which data."""

    party: Party
    categories: tuple[Category, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What people are told of a subject, and in which statements; in no statement by name where all say the same."""

    text: Text | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class ActivityRights:
    """The rights that depend on the lawful basis, for one activity; some for all of its purposes or only a part."""

    activity: Activity
    portability: Extent
    objection: Extent
    marketing: bool
    consent: bool
    decisions: AutomatedDecisions | None


@dataclass(frozen=True, slots=True)
class RetentionProtocol:
    """Everything that the protocol says."""

    deletion: Deletion
    requests: Requests
    handling: Handling
    activities: tuple[ScheduledActivity, ...]
    classes: tuple[Class, ...]
    identity_check: tuple[Words, ...]
    representatives: tuple[Words, ...]
    books: tuple[Books, ...]
    books_periods: tuple[RetentionPeriod, ...]
    due_diligence: tuple[RetentionPeriod, ...]
    places: tuple[Place, ...]
    erasable_early: tuple[RetentionPeriod, ...]
    """The statutory minima that give way to a request to erase."""
    unplaced: tuple[Category, ...]
    processors: tuple[Held, ...]
    told: tuple[Told, ...]
    anonymised: tuple[Category, ...]
    archived: tuple[Category, ...]
    unnamed: tuple[Unnamed, ...]
    """What may not be linked to a person (Art. 11), by activity."""
    joint: tuple[Joint, ...]
    officer: Officer | None
    in_care: bool
    has_customer_agreement: bool
    rights: tuple[ActivityRights, ...]
    for_others: bool
    outside: bool
    suppressed: tuple[Activity, ...]
    """The activities with advertising from which a suppression list keeps people."""
    authority: Authority | None
    channel: Contact | None
    answer_within: Duration

    @property
    def scale(self) -> tuple[Duration, ...]:
        """The marks on the timeline."""
        return scale(each.term for activity in self.activities for each in activity.terms)

    @property
    def has_own_terms(self) -> bool:
        """Whether the organisation chose a term itself."""
        return any(each.kind == "own" for activity in self.activities for each in activity.terms)

    @property
    def public(self) -> MadePublic | None:
        """What was made public, if anything."""
        return self.deletion.made_public if isinstance(self.deletion.made_public, MadePublic) else None

    def with_right(self, right: str) -> tuple[Activity, ...]:
        """The activities with a purpose for which ``right`` exists."""
        return tuple(each.activity for each in self.rights if getattr(each, right) not in ("none", False, None))
