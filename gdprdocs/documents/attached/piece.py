"""Pieces of data that several documents hold: parties, transfers, retention terms, measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gdprdocs.documents.chain import Link
from gdprdocs.documents.fact import Category, Safeguard, Term
from gdprdocs.language import Text, is_gap
from gdprdocs.law import LawfulBasis, Mechanism
from gdprdocs.profile.catalogue import KnownMeasure
from gdprdocs.profile.organisation import Address, Organisation, Publication
from gdprdocs.profile.party import Handler, Processor
from gdprdocs.profile.protection import Test


def known(**facts: Any) -> dict[str, Any]:
    """The ``facts`` that there are; an underscore after a key keeps it apart from a word of Python."""
    return {key.rstrip("_"): fact for key, fact in facts.items() if _is_known(fact)}


def _is_known(fact: Any) -> bool:
    if isinstance(fact, str | Text):
        return fact != "" and not is_gap(fact)
    return fact is not None and fact != () and fact != [] and fact != {}


def names(entries: Iterable[Any]) -> list[str | Text]:
    """What the ``entries`` are called."""
    return [entry.name for entry in entries]


def edition(publication: Publication) -> dict[str, Any]:
    """Which edition of a register or list this is."""
    return known(version=publication.version, effective=publication.effective, reviewed=publication.reviewed)


def address(found: Address | None) -> dict[str, Any] | None:
    """A postal address."""
    if found is None:
        return None
    return known(street=found.street, postal_code=found.postal_code, city=found.city, country=found.country)


def party(found: Organisation | Processor) -> dict[str, Any]:
    """Somebody who signs, or whose register it is."""
    legal = found.legal_name or found.name if isinstance(found, Organisation) else found.name
    registration = found.registration
    return known(
        name=legal,
        registration=known(register=registration.register, number=registration.number) if registration else None,
        address=address(found.address),
    )


def places(found: Handler) -> dict[str, Any]:
    """The countries in which the data stand, and from which they are reached."""
    return known(stored_in=found.processing_locations, reached_from=found.accessed_from)


def link(found: Link) -> dict[str, Any]:
    """What every document says of a sub-processor."""
    sub = found.sub
    return known(
        number=found.number,
        name=sub.name,
        address=address(sub.address),
        engaged_by=found.engaged_by,
        service=sub.service,
        **places(sub),
    )


def categories(found: Iterable[Category]) -> list[dict[str, Any]]:
    """Data categories; of those that the law guards more closely, which kind they are."""
    return [known(name=each.name, kind=each.kind if each.kind != "standard" else None) for each in found]


def transfer(found: Safeguard, *details: str) -> dict[str, Any]:
    """One transfer outside the EEA and what allows it, with these ``details`` of the ground."""
    allowed = found.transfer
    return known(
        countries=found.countries,
        remote_access_only=found.remote_only or None,
        ground=ground(found.mechanism) if found.mechanism else None,
        module=allowed.module if allowed else None,
        **({name: getattr(allowed, name) for name in details} if allowed else {}),
    )


def ground(found: LawfulBasis | Mechanism) -> dict[str, Any]:
    """A ground that the law knows, by the name that this program has for it and as people call it."""
    return known(id=found.id, name=found.name)


def term(found: Term) -> dict[str, Any]:
    """How long some data are kept."""
    if found.criterion is not None:
        return known(data=names(found.categories), criterion=found.criterion)
    return known(data=names(found.categories), period=found.period, from_=found.start)


def measure(found: KnownMeasure) -> dict[str, Any]:
    """A security measure as a register lists it."""
    test = found.test or Test()
    return known(name=found.name, kind=found.kind, tested=test.last, test_every=test.every)


def with_key(found: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """``found`` and ``more`` facts, as far as there are any."""
    return {**found, **known(**more)}
