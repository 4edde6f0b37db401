"""The retention and requests protocol: which facts of a profile it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import (
    Category,
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
from gdprdocs.documents.retention import (
    KINDS,
    ActivityRights,
    Books,
    Class,
    Extent,
    Held,
    Joint,
    Place,
    RetentionProtocol,
    ScheduledActivity,
    ScheduledTerm,
    Told,
    Unnamed,
    Words,
)
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import (
    Activity,
    Processor,
    Profile,
    Purpose,
    Recipient,
    Requests,
)
from gdprdocs.profile.catalogue import Catalogue


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
            apart = [one for one in each.terms if not is_of_books(one.term.statutory)]
            yield Books(
                each.activity,
                inside,
                tuple(category for category in _categories(apart) if category not in inside),
                tuple(one for one in apart if any(category in inside for category in one.term.categories)),
            )


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
