"""The processor agreement (Art. 28), one for each processor that an activity engages, without language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Safeguard, Term, safeguards, terms, unique
from gdprdocs.documents.scope import Scope
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataCategory, DataSubject, law
from gdprdocs.profile import Activity, Agreement, OwnCategory, OwnSubject, Processor, Profile, Purpose, SubProcessor
from gdprdocs.profile.catalogue import Catalogue, KnownMeasure
from gdprdocs.profile.protection import Test


@dataclass(frozen=True, slots=True)
class Link:
    """One sub-processor in the chain."""

    number: str
    """Its place in the tree: ``1``, ``1.1``, ``1.1.1``."""
    level: int
    sub: SubProcessor
    engaged_by: str
    categories: tuple[DataCategory | OwnCategory, ...]
    safeguards: tuple[Safeguard, ...]
    passes_outside: bool
    """Whether somebody whom this party engages is outside the EEA."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How long data are kept for one purpose."""

    purpose: Purpose
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class AgreedMeasure:
    """A measure that the processor has in place and how it was last tested."""

    measure: KnownMeasure
    test: Test | None


@dataclass(frozen=True, slots=True)
class ProcessorAgreement:
    """Everything that one agreement says."""

    processor: Processor
    agreement: Agreement
    activities: tuple[Activity, ...]
    purposes: tuple[Purpose, ...]
    subjects: tuple[DataSubject | OwnSubject, ...]
    categories: tuple[DataCategory | OwnCategory, ...]
    kept: tuple[Kept, ...]
    chain: tuple[Link, ...]
    safeguards: tuple[Safeguard, ...]
    measures: tuple[AgreedMeasure, ...]
    authority: Authority | None
    starts: date | None

    @property
    def may_engage(self) -> bool:
        """Whether the processor is allowed to engage sub-processors at all."""
        sub = self.agreement.sub_processing
        return sub is None or sub.authorisation != "prohibited"

    @property
    def all_safeguards(self) -> tuple[Safeguard, ...]:
        """The transfers of the processor and of everybody below it."""
        return (*self.safeguards, *(each for link in self.chain for each in link.safeguards))


def _links(parent: Processor | SubProcessor, number: str, catalogue: Catalogue, level: int = 1) -> Iterator[Link]:
    for position, sub in enumerate(parent.sub_processors.values(), 1):
        own = f"{number}.{position}" if number else str(position)
        categories = tuple(catalogue.category(name) for name in sub.data_categories)
        outside = any(True for _, below, _ in sub.chain() for _ in safeguards(below))
        yield Link(own, level, sub, parent.name, categories, tuple(safeguards(sub, (parent.name,))), outside)
        yield from _links(sub, own, catalogue, level + 1)


def _concerned(activities: tuple[Activity, ...], handled: set[str]) -> Iterator[str]:
    """Whom the ``handled`` categories are about; an activity for others need not have purposes."""
    for activity in activities:
        if not activity.purposes:
            yield from activity.data_subjects
        for purpose in activity.purposes.values():
            if handled & set(purpose.data_categories):
                yield from purpose.data_subjects or activity.data_subjects


def _agreement(processor: Processor, profile: Profile, catalogue: Catalogue) -> ProcessorAgreement:
    activities = profile.activities_with(processor.id)
    handled = set(processor.data_categories)
    agreement = processor.agreement or Agreement(path=(*processor.path, "agreement"))
    purposes = [p for a in activities for p in a.purposes.values() if handled & set(p.data_categories)]
    return ProcessorAgreement(
        processor=processor,
        agreement=agreement,
        activities=activities,
        purposes=tuple(purposes),
        subjects=tuple(catalogue.subject(name) for name in unique(_concerned(activities, handled))),
        categories=tuple(catalogue.category(name) for name in processor.data_categories),
        kept=tuple(Kept(p, terms(p, catalogue, frozenset(handled))) for p in purposes),
        chain=tuple(_links(processor, "", catalogue)),
        safeguards=tuple(safeguards(processor)),
        measures=tuple(
            AgreedMeasure(catalogue.measure(name), processor.measure_tests.get(name)) for name in processor.measures
        ),
        authority=law().supervisory_authorities.get(profile.organisation.supervisory_authority or ""),
        starts=agreement.starts or agreement.signed,
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ProcessorAgreement]]:
    """One agreement for each processor in use, unless the supplier's own terms hold."""
    for processor in profile.processors.values():
        on_supplier_terms = processor.agreement and processor.agreement.form == "supplier"
        if profile.activities_with(processor.id) and not on_supplier_terms:
            yield processor.id, _agreement(processor, profile, catalogue)


def _scope(profile: Profile, model: ProcessorAgreement) -> Scope:
    return Scope(profile, model.activities, model.purposes, (model.processor,), ())


TYPE = DocumentType(
    "processor-agreement",
    "processor_agreement",
    Text(nl="verwerkersovereenkomst", en="processor-agreement"),
    _gather,
    scope=_scope,
)
