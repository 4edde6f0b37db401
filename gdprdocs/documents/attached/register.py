"""The register of a controller and that of a processor as data (Art. 30(1) and (2))."""

from __future__ import annotations

from typing import Any

from gdprdocs.documents.attached.piece import (
    address,
    categories,
    edition,
    ground,
    known,
    link,
    measure,
    names,
    party,
    term,
    transfer,
    with_key,
)
from gdprdocs.documents.fact import Safeguard, Term
from gdprdocs.documents.processing_register import Entry, ProcessingRegister, RegisteredPurpose
from gdprdocs.documents.processor_register import Client, ProcessorRegister, Service
from gdprdocs.profile import Processor, Profile, Recipient


def processing_register_facts(profile: Profile, model: ProcessingRegister) -> dict[str, Any]:
    """What the register of a controller says."""
    return known(
        **edition(profile.publication),
        controller=party(profile.organisation),
        activities=[_entry(each) for each in model.entries],
        measures=[measure(each) for each in model.measures],
        measures_planned=names(model.planned),
    )


def _entry(entry: Entry) -> dict[str, Any]:
    activity = entry.activity
    return known(
        number=entry.number,
        name=activity.name,
        since=activity.since,
        joint_controllers=names(entry.joint_controllers),
        purposes=[_purpose(each) for each in entry.purposes],
        data_subjects=names(entry.subjects),
        data=categories(entry.categories),
        processors=[_processor(each) for each in entry.processors],
        recipients=[_recipient(each, each.law) for each in entry.recipients],
        transfers=[_transfer(each) for each in entry.safeguards],
        measures=names(entry.measures),
        dpia=_assessed(entry),
    )


def _purpose(each: RegisteredPurpose) -> dict[str, Any]:
    purpose = each.purpose
    return known(
        description=purpose.description,
        lawful_basis=with_key(ground(each.basis), articles=each.basis.article) if each.basis else None,
        statute=purpose.law,
        interest=purpose.interest if purpose.lawful_basis == "legitimate_interest" else None,
        retention=[_term(found) for found in each.terms],
    )


def _term(found: Term) -> dict[str, Any]:
    return with_key(term(found), statute=found.law, then=found.then)


def _processor(processor: Processor) -> dict[str, Any]:
    return known(
        name=processor.name,
        service=processor.service,
        stored_in=processor.processing_locations,
        signed=processor.agreement.signed if processor.agreement else None,
        sub_processors=[
            known(name=sub.name, engaged_by=parent.name, service=sub.service, countries=sub.countries)
            for _, sub, parent in processor.chain()
        ],
    )


def _recipient(recipient: Recipient, statute: Any = None) -> dict[str, Any]:
    return known(name=recipient.name, what_for=recipient.what_for, country=recipient.country, statute=statute)


def _transfer(each: Safeguard) -> dict[str, Any]:
    details = transfer(each, "approved", "assessed", "checked")
    return {**known(to=each.party.name, through=each.chain), **details}


def _assessed(entry: Entry) -> dict[str, Any] | None:
    dpia = entry.activity.dpia
    if dpia is None or dpia.needed is None:
        return None
    return known(needed=dpia.needed, **({"done": dpia.done, "reviewed": dpia.reviewed} if dpia.needed else {}))


def processor_register_facts(profile: Profile, model: ProcessorRegister) -> dict[str, Any]:
    """What the register of a processor says."""
    return known(
        **edition(profile.publication),
        processor=party(profile.organisation),
        customers=[_client(each) for each in model.clients],
        services=[_service(each) for each in model.services],
        sub_processors=[link(each) for each in model.chain],
        measures=[measure(each) for each in model.measures],
        measures_planned=names(model.planned),
    )


def _client(client: Client) -> dict[str, Any]:
    return known(
        name=client.customer.name,
        address=address(client.customer.address),
        services=[service.activity.name for service in client.services],
    )


def _service(service: Service) -> dict[str, Any]:
    activity = service.activity
    return known(
        number=service.number,
        name=activity.name,
        service=activity.service,
        customers=names(service.customers),
        since=activity.since,
        data_subjects=names(service.subjects),
        data=categories(service.categories),
        erased=[known(data=category.name, when=when) for category, when in service.erased],
        sub_processors=[each.sub.name for each in service.chain],
        recipients=[_recipient(each) for each in service.recipients],
        transfers=[_transfer(each) for each in service.safeguards],
        measures=names(service.measures),
    )
