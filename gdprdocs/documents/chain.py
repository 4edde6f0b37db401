"""Who works for whom below a party: the chain of sub-processors, numbered as a tree (Art. 28(2) and (4))."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from gdprdocs.documents.fact import Category, Safeguard, safeguards
from gdprdocs.profile import Activity, Processor, Profile, Recipient, SubProcessor
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler


@dataclass(frozen=True, slots=True)
class Link:
    """One sub-processor in the chain."""

    number: str
    """Its place in the tree: ``1``, ``1.1``, ``1.1.1``."""
    level: int
    sub: SubProcessor
    engaged_by: str
    categories: tuple[Category, ...]
    safeguards: tuple[Safeguard, ...]
    passes_outside: bool
    """Whether somebody whom this party engages is outside the EEA."""

    @property
    def since(self) -> date | None:
        """Since when it works here: as the profile says, or else since it was allowed or its agreement began."""
        agreement = self.sub.agreement
        agreed = agreement.begins if agreement else None
        return self.sub.since or self.sub.authorised or agreed


def links(
    engaged: Mapping[str, SubProcessor], engaged_by: str, catalogue: Catalogue, above: str = ""
) -> Iterator[Link]:
    """Everybody in the chains that start with ``engaged``, top down."""
    for position, sub in enumerate(engaged.values(), 1):
        number = f"{above}.{position}" if above else str(position)
        yield Link(
            number,
            number.count(".") + 1,
            sub,
            engaged_by,
            tuple(catalogue.category(name) for name in sub.data_categories),
            tuple(safeguards(sub, (engaged_by,))),
            any(True for _, below, _ in sub.chain() for _ in safeguards(below)),
        )
        yield from links(sub.sub_processors, sub.name, catalogue, number)


def engaged_for(profile: Profile, activities: Iterable[Activity]) -> Mapping[str, SubProcessor]:
    """Whom the organisation engages for these ``activities`` of its customers: to them, sub-processors.

    Each with the chain below it, and of their data only what belongs to ``activities``.
    """
    found = tuple(activities)
    processors = profile.processors_of(found)
    handled = frozenset(name for activity in found for name in activity.categories)
    return _limited({processor.id: processor for processor in processors}, handled)


def all_placed(processors: Iterable[Processor], recipients: Iterable[Recipient]) -> bool:
    """Whether it is stated of everybody, down to the end of each chain, where the data are."""
    handlers = (each for party in processors for each in (party, *(sub for _, sub, _ in party.chain())))
    placed = all(each.processing_locations and each.accessed_from for each in handlers)
    return placed and all(each.countries for each in recipients)


def handling(processors: Iterable[Processor], used: Collection[str]) -> tuple[Processor, ...]:
    """These ``processors``, each with only those below it that handle any of the ``used`` data it handles itself."""
    found = []
    for processor in processors:
        handled = frozenset(name for name in used if not processor.data_categories or name in processor.data_categories)
        found.append(replace(processor, sub_processors=_limited(processor.sub_processors, handled)))
    return tuple(found)


def _limited(parties: Mapping[str, Handler], handled: frozenset[str]) -> dict[str, SubProcessor]:
    """The parties that have any of the ``handled`` data; in a draft, where nobody says which, all of them."""
    kept = {}
    for name, party in parties.items():
        used = tuple(category for category in party.data_categories if category in handled)
        if used or not handled or not party.data_categories:
            kept[name] = replace(
                _as_sub_processor(party),
                data_categories=used if handled else party.data_categories,
                sub_processors=_limited(party.sub_processors, handled),
            )
    return kept


def _as_sub_processor(party: Handler) -> SubProcessor:
    if isinstance(party, SubProcessor):
        return party
    return SubProcessor(**{field.name: getattr(party, field.name) for field in fields(Handler)})
