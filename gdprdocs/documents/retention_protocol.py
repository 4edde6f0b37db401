"""The retention and requests protocol (Arts. 5(1)(e), 11, 12, 15–22; UAVG Art. 41): facts in no language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import (
    Category,
    Term,
    basis_of,
    chain_safeguards,
    erasable_early,
    is_of_books,
    is_of_due_diligence,
    is_suppressed,
    named,
    terms,
    unique,
)
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataSubject, RetentionPeriod, law
from gdprdocs.profile import (
    Activity,
    AutomatedDecisions,
    Contact,
    JointController,
    OwnSubject,
    Party,
    Processor,
    Profile,
    Purpose,
    Recipient,
    Requests,
    Statement,
)
from gdprdocs.profile.catalogue import Catalogue
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


def _scheduled(activity: Activity, catalogue: Catalogue) -> ScheduledActivity:
    return ScheduledActivity(
        activity,
        tuple(catalogue.subject(name) for name in activity.data_subjects),
        tuple(
            ScheduledTerm(purpose, term) for purpose in activity.purposes.values() for term in terms(purpose, catalogue)
        ),
    )


def _books(scheduled: Iterable[ScheduledActivity]) -> Iterator[Books]:
    for each in scheduled:
        inside = _categories(one for one in each.terms if is_of_books(one.term.statutory))
        if inside:
            every = _categories(each.terms)
            yield Books(each.activity, inside, tuple(category for category in every if category not in inside))


def _categories(found: Iterable[ScheduledTerm]) -> tuple[Category, ...]:
    """The categories of these terms, each once."""
    return tuple({category.id: category for each in found for category in each.term.categories}.values())


def _extent(purposes: Iterable[Purpose], right: str) -> Extent:
    """For how many of these purposes ``right`` exists, as it follows from their lawful bases."""
    bases = law().rights[right].bases
    found = [(basis := basis_of(purpose)) is not None and basis.id in bases for purpose in purposes]
    return "all" if found and all(found) else "some" if any(found) else "none"


def _rights(activity: Activity) -> ActivityRights:
    purposes = tuple(activity.purposes.values())
    return ActivityRights(
        activity,
        portability=_extent(purposes, "portability"),
        objection=_extent(purposes, "objection"),
        marketing=any(purpose.direct_marketing for purpose in purposes),
        consent=_extent(purposes, "withdraw_consent") != "none",
        decisions=activity.decisions,
    )


def _parties(profile: Profile, catalogue: Catalogue) -> Iterator[Told]:
    """Everybody who gets data of the organisation's own activities, with the data that it gets of them."""
    own = profile.own_activities
    parties: list[tuple[Processor | Recipient, tuple[Activity, ...]]] = [
        *((party, tuple(a for a in own if party.id in a.processors)) for party in profile.processors.values()),
        *((party, tuple(a for a in own if party.id in a.recipients)) for party in profile.recipients.values()),
    ]
    for party, activities in parties:
        if activities:
            used = {name for activity in activities for name in activity.categories}
            categories = tuple(catalogue.category(name) for name in party.data_categories if name in used)
            yield Told(party, categories, activities)


def _unnamed(activities: Iterable[Activity], catalogue: Catalogue) -> Iterator[Unnamed]:
    """What is kept without a name anywhere in its activity; with one beside it, it is known whom it is about."""
    for activity in activities:
        if catalogue.without_names(activity.categories):
            yield Unnamed(activity, tuple(catalogue.category(name) for name in activity.categories))


def _words(profile: Profile, requests: Requests, key: str) -> Iterator[Words]:
    """What the statements say under ``key``: what all that have no words of their own say first."""
    own = [(getattr(each, key), each) for each in profile.statements.values() if getattr(each, key)]
    special = {each.id for _, each in own}
    others = tuple(each for each in profile.statements.values() if each.id not in special)
    if others or not own:
        yield Words(getattr(requests, key), others if own else ())
    for text in unique(text for text, _ in own):
        yield Words(text, tuple(each for words, each in own if words == text))


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, RetentionProtocol]]:
    """One protocol, where the profile says how data are erased and how requests are handled."""
    deletion, requests, own = profile.deletion, profile.requests, profile.own_activities
    if deletion is None or requests is None or requests.handling is None or not own:
        return
    scheduled = tuple(_scheduled(activity, catalogue) for activity in own)
    every = [each for activity in scheduled for each in activity.terms]
    used = unique(each.term.statutory for each in every if each.term.statutory)
    categories = _categories(every)
    parties = tuple(_parties(profile, catalogue))
    processors = tuple(
        Held(each.party, each.categories, unique(sub.name for _, sub, _ in each.party.chain()))
        for each in parties
        if isinstance(each.party, Processor)
    )
    somewhere = {name for place in deletion.systems.values() for name in place.data_categories}
    somewhere |= {category.id for each in processors for category in each.categories}
    yield (
        "",
        RetentionProtocol(
            deletion=deletion,
            requests=requests,
            handling=requests.handling,
            activities=scheduled,
            classes=tuple(
                Class(kind, found) for kind in KINDS if (found := tuple(each for each in used if each.kind == kind))
            ),
            identity_check=tuple(_words(profile, requests, "identity_check")),
            representatives=tuple(_words(profile, requests, "representatives")),
            books=tuple(_books(scheduled)),
            books_periods=tuple(each for each in used if is_of_books(each)),
            due_diligence=tuple(each for each in used if is_of_due_diligence(each)),
            places=tuple(
                Place(place, tuple(catalogue.category(name) for name in place.data_categories))
                for place in deletion.systems.values()
            ),
            erasable_early=erasable_early(each.term for each in every),
            unplaced=tuple(category for category in categories if category.id not in somewhere),
            processors=processors,
            told=tuple(each for each in parties if isinstance(each.party, Recipient)),
            anonymised=_categories(each for each in every if each.term.then == "anonymise"),
            archived=_categories(each for each in every if each.term.then == "archive"),
            unnamed=tuple(_unnamed(own, catalogue)),
            joint=tuple(
                Joint(each, party) for each in own for party in named(each.joint_controllers, profile.joint_controllers)
            ),
            officer=profile.organisation.officer,
            in_care=profile.organisation.sector == "healthcare",
            has_customer_agreement=profile.customer_agreement is not None,
            rights=tuple(_rights(activity) for activity in own),
            for_others=bool(profile.activities_for_others),
            outside=any(True for each in parties for _ in chain_safeguards(each.party)),
            suppressed=tuple(each for each in own if is_suppressed(each, catalogue)),
            authority=profile.organisation.authority,
            channel=profile.requests_to,
            answer_within=profile.answer_within,
        ),
    )


TYPE = DocumentType(
    "retention-protocol", "retention_protocol", Text(nl="bewaarprotocol", en="retention-protocol"), _gather
)
