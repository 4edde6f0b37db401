"""The processor agreement (Art. 28), one for each processor that an activity engages, without language.

What an organisation agrees with its own customers is the same document seen from the other side
(:mod:`gdprdocs.documents.customer_agreement`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gdprdocs.documents.chain import Link, links
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Category, Safeguard, Term, named, safeguards, terms, unique
from gdprdocs.documents.scope import Scope
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataSubject
from gdprdocs.profile import Activity, Agreement, OwnSubject, Processor, Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue, KnownMeasure
from gdprdocs.profile.organisation import Contact, Organisation
from gdprdocs.profile.party import Without
from gdprdocs.profile.protection import Test


@dataclass(frozen=True, slots=True)
class Kept:
    """How long data are kept for one purpose."""

    purpose: Purpose
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """When data of the customers of an activity are erased."""

    activity: Activity
    category: Category
    when: Text


@dataclass(frozen=True, slots=True)
class AgreedMeasure:
    """A measure that the processor has in place and how it was last tested."""

    measure: KnownMeasure
    test: Test | None


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """The measures that serve one letter of Art. 32(1)."""

    letter: str
    """``a`` to ``d``; empty for measures that serve none of them by name."""
    measures: tuple[AgreedMeasure, ...]
    unneeded: Text | None
    """Why there need be none of this kind."""


@dataclass(frozen=True, slots=True)
class ProcessorAgreement:
    """Everything that one agreement says."""

    controller: Organisation | None
    """Nothing in a standard agreement: each customer enters itself on signing."""
    processor: Processor
    agreement: Agreement
    activities: tuple[Activity, ...]
    purposes: tuple[Purpose, ...]
    subjects: tuple[DataSubject | OwnSubject, ...]
    categories: tuple[Category, ...]
    kept: tuple[Kept, ...]
    """Nothing where the processor has a period of its own."""
    erased: tuple[Erased, ...]
    chain: tuple[Link, ...]
    safeguards: tuple[Safeguard, ...]
    measures: tuple[MeasureGroup, ...]
    authority: Authority | None
    country: str | None
    """Whose law applies: that of the organisation's country."""
    starts: date | None
    breaches: str | Text | Contact | None
    """Where the controller wants breaches reported."""
    announced_by: Text | None = None
    data_of: Mapping[str, tuple[Category, ...]] = field(default_factory=dict)
    """The data of each activity by its id, where a customer takes some of them and not others."""
    returns_outside: bool = False
    """Whether customers outside the EEA get their own data back, which is a transfer too."""
    customers_outside: bool = False
    """The same one link below: whether the other party has such customers for what this processor does."""

    @property
    def is_standard(self) -> bool:
        """Whether this is one text for every customer."""
        return self.controller is None

    @property
    def anonymises(self) -> bool:
        """Whether data are to be made anonymous instead of erased when some period ends."""
        return any(term.then == "anonymise" for each in self.kept for term in each.terms)

    @property
    def for_customers(self) -> tuple[Activity, ...]:
        """The activities in which the party that engages the processor works for customers itself (Art. 28(4))."""
        return () if self.is_standard else tuple(each for each in self.activities if not each.is_own)

    @property
    def is_sub_processing(self) -> bool:
        """Whether the processor only does work of which customers of the other party are the controllers."""
        return bool(self.for_customers) and self.for_customers == self.activities

    @property
    def uses_eu_clauses(self) -> bool:
        """Whether the parties use the standard clauses of Implementing Decision (EU) 2021/915 (Art. 28(7))."""
        return self.agreement.form == "standard_clauses"

    @property
    def is_specific(self) -> bool:
        """Whether each sub-processor needs an authorisation of its own."""
        sub = self.agreement.sub_processing
        return sub is not None and sub.authorisation == "specific"

    @property
    def may_engage(self) -> bool:
        """Whether the processor is allowed to engage sub-processors at all."""
        sub = self.agreement.sub_processing
        return sub is None or sub.authorisation != "prohibited"

    @property
    def all_tested(self) -> bool:
        """Whether it is known of every measure when it was last tested (Art. 32(1)(d))."""
        return all(each.test and each.test.last for group in self.measures for each in group.measures)

    @property
    def all_safeguards(self) -> tuple[Safeguard, ...]:
        """The transfers of the processor and of everybody below it."""
        return (*self.safeguards, *(each for link in self.chain for each in link.safeguards))

    @property
    def transfers(self) -> bool:
        """Whether the annexes name any transfer."""
        return bool(self.all_safeguards) or self.returns_outside or self.customers_outside


def _concerned(activities: tuple[Activity, ...], handled: set[str]) -> Iterator[str]:
    """Whom the ``handled`` categories are about; an activity for others need not have purposes."""
    for activity in activities:
        if not activity.purposes:
            yield from activity.data_subjects
        for purpose in activity.purposes.values():
            if handled & set(purpose.data_categories):
                yield from purpose.data_subjects or activity.data_subjects


_LETTER = re.compile(r"GDPR 32\(1\)\(([a-d])\)")


def _groups(measures: Iterable[AgreedMeasure], without: Without) -> Iterator[MeasureGroup]:
    """The measures by the first letter of Art. 32(1) that each serves; the first four groups are always there."""
    found: dict[str, list[AgreedMeasure]] = {letter: [] for letter in "abcd"}
    for each in measures:
        letters = [known[1] for article in each.measure.article if (known := _LETTER.fullmatch(article))]
        found.setdefault(letters[0] if letters else "", []).append(each)
    unneeded = {"a": without.encryption, "c": without.recovery}
    return (MeasureGroup(letter, tuple(members), unneeded.get(letter)) for letter, members in found.items())


def agreement_with(
    processor: Processor,
    agreement: Agreement,
    activities: tuple[Activity, ...],
    profile: Profile,
    catalogue: Catalogue,
    controller: Organisation | None,
) -> ProcessorAgreement:
    """What ``processor`` and ``controller`` agree about what the first does in ``activities``."""
    handled = set(processor.data_categories)
    purposes = [p for a in activities for p in a.purposes.values() if handled & set(p.data_categories)]
    organisation = profile.organisation
    return ProcessorAgreement(
        controller=controller,
        processor=processor,
        agreement=agreement,
        activities=activities,
        purposes=tuple(purposes),
        subjects=tuple(
            catalogue.subject(name)
            for name in unique(_concerned(activities, handled))
            if name in processor.data_subjects or not processor.data_subjects
        ),
        categories=tuple(catalogue.category(name) for name in processor.data_categories),
        kept=() if processor.erased else tuple(Kept(p, terms(p, catalogue, frozenset(handled))) for p in purposes),
        erased=tuple(
            Erased(activity, catalogue.category(name), erasure.when)
            for activity in activities
            for name, erasure in activity.erased.items()
            if name in handled
        ),
        chain=tuple(links(processor.sub_processors, processor.name, catalogue)),
        safeguards=tuple(safeguards(processor)),
        measures=tuple(
            _groups(
                (
                    AgreedMeasure(catalogue.measure(name), processor.measure_tests.get(name))
                    for name in processor.measures
                ),
                processor.without or Without(),
            )
        ),
        authority=organisation.authority if controller else None,
        country=organisation.address.country if organisation.address else None,
        starts=agreement.begins,
        breaches=(profile.breaches.report_to if profile.breaches else organisation.contact) if controller else None,
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ProcessorAgreement]]:
    """One agreement for each processor in use, unless the supplier's own terms hold."""
    for processor in profile.processors.values():
        agreement = processor.agreement or Agreement(path=(*processor.path, "agreement"))
        activities = profile.activities_with(processor.id)
        if activities and not agreement.is_suppliers:
            model = agreement_with(processor, agreement, activities, profile, catalogue, profile.organisation)
            yield (
                processor.id,
                replace(model, customers_outside=serves_outside(model.for_customers, profile)),
            )


def serves_outside(activities: Iterable[Activity], profile: Profile) -> bool:
    """Whether a customer outside the EEA takes one of ``activities``."""
    customers = named(unique(name for each in activities for name in each.controllers), profile.controllers)
    return any(True for customer in customers for _ in safeguards(customer))


def scope_of_agreement(profile: Profile, model: ProcessorAgreement) -> Scope:
    """What one agreement is about."""
    return Scope(profile, model.activities, model.purposes, (model.processor,), ())


TYPE = DocumentType(
    "processor-agreement",
    "processor_agreement",
    Text(nl="verwerkersovereenkomst", en="processor-agreement"),
    _gather,
    scope=scope_of_agreement,
)
