"""The register of processing activities (Art. 30(1)), without language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.chain import Link, all_placed, engaged_for, handling, links
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import (
    Reach,
    Safeguard,
    Sensitive,
    Span,
    Term,
    basis_of,
    chain_safeguards,
    named,
    reach,
    sensitive,
    span_of,
    terms,
    unique,
)
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataCategory, DataSubject, DpiaKind, LawfulBasis, law
from gdprdocs.law import Entry as LegalEntry
from gdprdocs.profile import (
    Activity,
    Agreement,
    AutomatedDecisions,
    JointController,
    OwnCategory,
    OwnSubject,
    Processor,
    Profile,
    Purpose,
    Recipient,
    SubProcessor,
)
from gdprdocs.profile.catalogue import Catalogue, KnownMeasure


@dataclass(frozen=True, slots=True)
class RegisteredPurpose:
    """One purpose as the register records it."""

    purpose: Purpose
    basis: LawfulBasis | None
    terms: tuple[Term, ...]
    sensitive: tuple[Sensitive, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of the data."""

    name: Text
    public: bool | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the register."""

    number: int
    activity: Activity
    subjects: tuple[DataSubject | OwnSubject, ...]
    categories: tuple[DataCategory | OwnCategory, ...]
    purposes: tuple[RegisteredPurpose, ...]
    origins: tuple[Origin, ...]
    from_subject: bool
    processors: tuple[Processor, ...]
    recipients: tuple[Recipient, ...]
    joint_controllers: tuple[JointController, ...]
    dpia_kinds: tuple[DpiaKind, ...]
    """The kinds on the authority's list under which the activity falls (Art. 35(4))."""
    sub_processors: tuple[SubProcessor, ...]
    safeguards: tuple[Safeguard, ...]
    measures: tuple[KnownMeasure, ...]
    roles: tuple[Reach, ...]
    decisions: AutomatedDecisions | None
    span: Span | None

    @property
    def bases(self) -> tuple[LawfulBasis, ...]:
        """The lawful bases of the purposes, each once."""
        return tuple({each.basis.id: each.basis for each in self.purposes if each.basis}.values())

    @property
    def places_known(self) -> bool:
        """Whether it is stated who gets the data and where they are; otherwise nobody can say that they stay."""
        return self.activity.says_who_receives and all_placed(self.processors, self.recipients)

    @property
    def kept_known(self) -> bool:
        """Whether it is stated of all data how long they are kept, be it by a criterion."""
        kept = [each.purpose.retention_of(name) for each in self.purposes for name in each.purpose.data_categories]
        return bool(kept) and all(each and (each.period or each.statutory or each.criterion) for each in kept)


@dataclass(frozen=True, slots=True)
class Supplied:
    """A contract that is the supplier's own, and what of Art. 28(3) it was found to provide."""

    processor: Processor
    agreement: Agreement
    covered: tuple[LegalEntry, ...]
    absent: tuple[LegalEntry, ...]


@dataclass(frozen=True, slots=True)
class ProcessingRegister:
    """The whole register."""

    entries: tuple[Entry, ...]
    chain: tuple[Link, ...]
    """Everybody whom the organisation engages for its own activities, and the chains below them."""
    joint: tuple[JointController, ...]
    supplied: tuple[Supplied, ...]
    measures: tuple[KnownMeasure, ...]
    planned: tuple[KnownMeasure, ...]
    authority: Authority | None
    has_officer: bool
    small: bool
    """Whether the exemption for fewer than 250 people comes into view (Art. 30(5))."""

    @property
    def assessed(self) -> bool:
        """Whether any activity needs an assessment (Art. 35)."""
        return any(entry.activity.dpia and entry.activity.dpia.needed for entry in self.entries)


def _entry(number: int, activity: Activity, profile: Profile, catalogue: Catalogue) -> Entry:
    processors = handling(named(activity.processors, profile.processors), activity.categories)
    recipients = named(activity.recipients, profile.recipients)
    purposes = tuple(
        RegisteredPurpose(purpose, basis_of(purpose), terms(purpose, catalogue), sensitive(purpose, catalogue))
        for purpose in activity.purposes.values()
    )
    sources = [origin.party for origin in activity.sources if origin.party]
    return Entry(
        number=number,
        activity=activity,
        subjects=tuple(catalogue.subject(name) for name in activity.data_subjects),
        categories=tuple(catalogue.category(name) for name in activity.categories),
        purposes=purposes,
        origins=tuple(Origin(*catalogue.source(name)) for name in unique(sources) if name != "data_subject"),
        from_subject="data_subject" in sources,
        processors=processors,
        recipients=recipients,
        joint_controllers=named(activity.joint_controllers, profile.joint_controllers),
        dpia_kinds=named(activity.dpia.kinds if activity.dpia else (), law().dpia_kinds),
        sub_processors=tuple(sub for processor in processors for _, sub, _ in processor.chain()),
        safeguards=tuple(each for party in (*processors, *recipients) for each in chain_safeguards(party)),
        measures=tuple(measure for name in activity.measures if (measure := catalogue.measure(name)).in_place),
        roles=reach(activity, profile, catalogue),
        decisions=activity.decisions,
        span=span_of(term for each in purposes for term in each.terms),
    )


def _supplied(profile: Profile) -> Iterator[Supplied]:
    """The contracts of suppliers that work in the organisation's own activities."""
    for processor in profile.processors_of(profile.own_activities):
        if processor.agreement and processor.agreement.is_suppliers:
            clauses = law().processor_clauses
            yield Supplied(
                processor,
                processor.agreement,
                tuple(clause for name, clause in clauses.items() if name in processor.agreement.covers),
                tuple(clause for name, clause in clauses.items() if name not in processor.agreement.covers),
            )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ProcessingRegister]]:
    entries = tuple(_entry(n, a, profile, catalogue) for n, a in enumerate(profile.own_activities, 1))
    employees = profile.organisation.employees
    used = unique(name for activity in profile.own_activities for name in activity.measures)
    measures = tuple(catalogue.measure(name) for name in used)
    planned = tuple(catalogue.measure(name) for name in profile.measures if not catalogue.measure(name).in_place)
    yield (
        "",
        ProcessingRegister(
            entries,
            tuple(links(engaged_for(profile, profile.own_activities), profile.organisation.name, catalogue)),
            named(unique(n for a in profile.own_activities for n in a.joint_controllers), profile.joint_controllers),
            tuple(_supplied(profile)),
            tuple(measure for measure in measures if measure.in_place),
            planned,
            profile.organisation.authority,
            profile.organisation.officer is not None,
            employees is not None and employees < 250,
        ),
    )


TYPE = DocumentType(
    "processing-register", "processing_register", Text(nl="verwerkingsregister", en="processing-register"), _gather
)
