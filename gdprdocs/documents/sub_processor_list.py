"""The public list of sub-processors of an organisation that works for others (Art. 28(2) and (4))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.chain import Link, links
from gdprdocs.documents.customer_agreement import organisation_as_processor
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.scope import Scope, for_others
from gdprdocs.language import Text
from gdprdocs.law import Mechanism
from gdprdocs.profile import Activity, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import SubProcessing


@dataclass(frozen=True, slots=True)
class SubProcessorList:
    """Who helps with the work for customers, and how customers hear of changes."""

    processor: Processor
    """The organisation, as its customers see it."""
    activities: tuple[Activity, ...]
    chain: tuple[Link, ...]
    mechanisms: tuple[Mechanism, ...]
    """The grounds of the transfers in the chain, each once."""
    sub_processing: SubProcessing | None
    announced_by: Text | None
    has_own_terms: bool
    """Whether the agreement with customers is our own text, which says what follows from an objection."""


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, SubProcessorList]]:
    """One list, for an organisation that works for others and says how it tells them of changes."""
    activities, offered = profile.activities_for_others, profile.customer_agreement
    if activities and offered:
        processor = organisation_as_processor(profile, offered, catalogue)
        chain = tuple(links(processor.sub_processors, profile.organisation.name, catalogue))
        grounds = [each.mechanism for link in chain for each in link.safeguards if each.mechanism]
        yield (
            "",
            SubProcessorList(
                processor,
                activities,
                chain,
                tuple({ground.id: ground for ground in grounds}.values()),
                offered.agreement.sub_processing,
                offered.announced_by,
                offered.agreement.form in (None, "own"),
            ),
        )


def _scope(profile: Profile, model: SubProcessorList) -> Scope:
    return Scope(profile, model.activities, (), (model.processor,), ())


TYPE = DocumentType(
    "sub-processor-list",
    "sub_processor_list",
    Text(nl="subverwerkers", en="sub-processors"),
    _gather,
    about=for_others,
    scope=_scope,
    audience="public",
)
