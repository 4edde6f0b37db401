"""An agreement with a processor, or the standard one with customers, as data (Art. 28)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gdprdocs.documents.attached.piece import categories, known, link, names, party, places, term, transfer, with_key
from gdprdocs.documents.chain import Link
from gdprdocs.documents.fact import Safeguard
from gdprdocs.documents.processor_agreement import ProcessorAgreement
from gdprdocs.profile import Activity, Profile
from gdprdocs.profile.protection import Test

_DETAILS = {
    "standard_contractual_clauses": ("signed", "assessed"),
    "binding_corporate_rules": ("approved", "assessed"),
    "data_privacy_framework": ("certified", "checked"),
}
"""What an agreement says of a ground for transfer, where that is more than when it was assessed."""


def agreement_facts(profile: Profile, model: ProcessorAgreement) -> dict[str, Any]:
    """What an agreement says: who, what, for how long, with whose help, how secured, and within which terms."""
    agreed, publication, processor = model.agreement, profile.publication, model.processor
    return known(
        version=publication.version,
        reviewed=publication.reviewed,
        form="standard_clauses" if model.uses_eu_clauses else "own",
        controller=party(model.controller) if model.controller else None,
        processor=party(processor),
        signed=agreed.signed,
        annexes_accepted=agreed.annexes if agreed.signed and not model.is_standard else None,
        duration=_duration(model),
        service=None if model.data_of and model.uses_eu_clauses else processor.service,
        activities=[_activity(each, model) for each in model.activities],
        data=categories(model.categories),
        data_subjects=names(model.subjects),
        retention=[
            known(purpose=kept.purpose.description, terms=[term(each) for each in kept.terms]) for kept in model.kept
        ],
        erased=list(_erased(model)),
        **places(processor),
        transfers=[_transfer(each) for each in model.safeguards],
        sub_processing=_sub_processing(model),
        sub_processors=[_link(each, model) for each in model.chain],
        measures=list(_measures(model)),
        guarantees_checked=agreed.checked.date if agreed.checked else None,
        breach_notice=agreed.breach_notice,
        request_help=agreed.request_help,
        audit=known(every=agreed.audit.frequency, notice=agreed.audit.notice) if agreed.audit else None,
        at_end=_at_end(model),
        court=None if model.uses_eu_clauses else agreed.court,
    )


def _duration(model: ProcessorAgreement) -> dict[str, Any]:
    agreed = model.agreement
    return known(
        kind=agreed.term,
        starts=None if model.is_standard else model.starts,
        ends=agreed.ends if agreed.term == "fixed" else None,
    )


def _activity(activity: Activity, model: ProcessorAgreement) -> dict[str, Any]:
    own = [each.description for each in activity.purposes.values() if each in model.purposes]
    return known(
        name=activity.name,
        purposes=own,
        service=None if own else activity.service,
        data=names(model.data_of.get(activity.id, ())),
    )


def _erased(model: ProcessorAgreement) -> Iterator[dict[str, Any]]:
    """When what is erased; without data, all of them."""
    if model.processor.erased:
        yield known(when=model.processor.erased.when)
    for each in model.erased:
        yield known(data=each.category.name, activity=each.activity.name, when=each.when)


def _transfer(each: Safeguard) -> dict[str, Any]:
    details = _DETAILS.get(each.mechanism.id, ("assessed",)) if each.mechanism else ()
    return with_key(transfer(each, *details), valid_until=each.valid_until)


def _sub_processing(model: ProcessorAgreement) -> dict[str, Any] | None:
    sub = model.agreement.sub_processing
    if sub is None:
        return None
    own, general = not model.uses_eu_clauses, sub.authorisation == "general"
    announced = general or (sub.authorisation == "specific" and not own)
    return known(
        authorisation=sub.authorisation,
        notice=sub.notice if announced else None,
        objection=sub.objection if general and own else None,
    )


def _link(each: Link, model: ProcessorAgreement) -> dict[str, Any]:
    sub = each.sub
    return with_key(
        link(each),
        data=names(each.categories),
        contract=sub.agreement.signed if sub.agreement else None,
        authorised=sub.authorised if model.is_specific and not model.is_standard else None,
        transfers=[_transfer(safeguard) for safeguard in each.safeguards],
    )


def _measures(model: ProcessorAgreement) -> Iterator[dict[str, Any]]:
    for group in model.measures:
        for each in group.measures:
            test = each.test if each.test and each.test.last else Test()
            article = f"GDPR 32(1)({group.letter})" if group.letter else None
            yield known(name=each.measure.name, article=article, tested=test.last, test_every=test.every)


def _at_end(model: ProcessorAgreement) -> dict[str, Any] | None:
    at_end = model.agreement.at_end
    if at_end is None:
        return None
    backups = at_end.backups_within if model.processor.has_backups else None
    by_default = "delete" if at_end.do == "delete" else "return"  # either way nothing stays behind
    return known(by_default=by_default, within=at_end.within, backups_within=backups)
