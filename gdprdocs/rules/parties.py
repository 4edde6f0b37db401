"""Who takes part: the parties that the activities engage, from recipients to the far end of every chain.

Rules on parties look only at those that an activity uses; that a party is not used is no fault of the party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, overload

from gdprdocs.language import Text, is_gap
from gdprdocs.law import law
from gdprdocs.profile import Activity, Party, Processor, Profile, SubProcessor
from gdprdocs.profile.party import Handler


class InUse(NamedTuple):
    """A party and the activities that engage it, directly or through the processor at the head of its chain."""

    party: Party
    activities: tuple[Activity, ...]


class Link(NamedTuple):
    """A sub-processor and who stands above it, from the processor down to the party that engages it."""

    sub: SubProcessor
    above: tuple[Handler, ...]


@overload
def called(party: Handler) -> str: ...
@overload
def called(party: Party) -> str | Text: ...
def called(party: Party) -> str | Text:
    """The name of a party; its id where the profile gives no name."""
    return party.id if is_gap(party.name) else party.name


def parties_of(profile: Profile, activity: Activity) -> Iterator[Party]:
    """Every party to which data of ``activity`` go: customers, recipients, and processors with all below them."""
    for name in activity.controllers:
        if name in profile.controllers:
            yield profile.controllers[name]
    for name in activity.recipients:
        if name in profile.recipients:
            yield profile.recipients[name]
    for name in activity.processors:
        if name in profile.processors:
            processor = profile.processors[name]
            yield processor
            yield from (link.sub for link in links(processor))


def parties_in_use(profile: Profile) -> Iterator[InUse]:
    """Every party to which data of any activity go, each once."""
    parties: dict[object, Party] = {}
    engaging: dict[object, list[Activity]] = {}
    for activity in profile.activities.values():
        for party in parties_of(profile, activity):
            parties[party.path] = party
            engaging.setdefault(party.path, []).append(activity)
    for path, party in parties.items():
        yield InUse(party, tuple(engaging[path]))


def processors_in_use(profile: Profile) -> Iterator[tuple[Processor, tuple[Activity, ...]]]:
    """Every processor that an activity engages, with those activities."""
    engaging: dict[str, list[Activity]] = {}
    for activity in profile.activities.values():
        for name in dict.fromkeys(activity.processors):
            engaging.setdefault(name, []).append(activity)
    for processor in profile.processors.values():
        if processor.id in engaging:
            yield processor, tuple(engaging[processor.id])


def used_categories(profile: Profile) -> frozenset[str]:
    """Every data category that some activity uses."""
    return frozenset(name for activity in profile.activities.values() for name in activity.categories)


def handed_beyond(handed: Iterable[str], activities: Iterable[Activity], used: frozenset[str]) -> list[str]:
    """Of the categories that a party gets, those that none of its ``activities`` uses, and others do."""
    needed = {name for activity in activities for name in activity.categories}
    return [name for name in handed if name in used and name not in needed]


def links(handler: Handler, above: tuple[Handler, ...] = ()) -> Iterator[Link]:
    """Every sub-processor below ``handler``, top down."""
    for sub in handler.sub_processors.values():
        yield Link(sub, (*above, handler))
        yield from links(sub, (*above, handler))


def countries_outside(party: Party) -> tuple[str, ...]:
    """The countries of a party that lie outside the European Economic Area."""
    return tuple(country for country in party.countries if country not in law().eea)
