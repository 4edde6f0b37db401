"""The standard processor agreement of an organisation that works for others (Art. 28), one text for every customer.

To its customers the organisation is a processor like any other. So it is described as one, and the agreement is made
as every processor agreement is; only who the controller is remains open until a customer signs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gdprdocs.documents.chain import engaged_for
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import unique
from gdprdocs.documents.processor_agreement import (
    ProcessorAgreement,
    agreement_with,
    scope_of_agreement,
    serves_outside,
)
from gdprdocs.documents.scope import for_others
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.profile import Activity, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import CustomerAgreement


def organisation_as_processor(profile: Profile, offered: CustomerAgreement, catalogue: Catalogue) -> Processor:
    """The organisation as its customers see it: a processor with its own measures and sub-processors."""
    organisation = profile.organisation
    activities = profile.activities_for_others
    measures = [measure for name in offered.measures if (measure := catalogue.measure(name)).in_place]
    return Processor(
        id="organisation",
        path=offered.path,
        name=organisation.legal_name or organisation.name,
        address=organisation.address,
        contact=organisation.contact,
        registration=organisation.registration,
        signatory=organisation.signatory,
        transfer=offered.transfer,
        more_transfers=offered.more_transfers,
        service=_services(activities),
        nature=offered.nature,
        data_categories=unique(name for activity in activities for name in activity.categories),
        processing_locations=offered.processing_locations,
        accessed_from=offered.accessed_from,
        agreement=replace(offered.agreement, signed=None, starts=None),
        sub_processors=engaged_for(profile, activities),
        measures=tuple(measure.id for measure in measures),
        measure_tests={measure.id: measure.test for measure in measures if measure.test},
    )


def _services(activities: tuple[Activity, ...]) -> Text | None:
    """What the agreement is about: the one service, or the names of the several that an annex describes."""
    if len(activities) == 1:
        return activities[0].service
    return Text(**{lang: "; ".join(activity.name.in_(lang) for activity in activities) for lang in LANGUAGES})


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ProcessorAgreement]]:
    """One agreement, for an organisation that works for others and offers them its own text or that of the EU."""
    offered, activities = profile.customer_agreement, profile.activities_for_others
    if offered and activities and not offered.agreement.is_suppliers:
        processor = organisation_as_processor(profile, offered, catalogue)
        agreement = processor.agreement or offered.agreement
        model = agreement_with(processor, agreement, activities, profile, catalogue, None)
        data_of = {each.id: tuple(catalogue.category(name) for name in each.categories) for each in activities}
        yield (
            "",
            replace(
                model,
                announced_by=offered.announced_by,
                data_of=data_of if len(activities) > 1 else {},
                returns_outside=serves_outside(activities, profile),
            ),
        )


TYPE = DocumentType(
    "customer-agreement",
    "processor_agreement",
    Text(nl="verwerkersovereenkomst-klanten", en="customer-agreement"),
    _gather,
    about=for_others,
    scope=scope_of_agreement,
)
