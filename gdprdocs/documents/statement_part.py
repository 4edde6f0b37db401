"""The parts of a privacy statement: purposes, activities, parties, sources and rights, as it tells them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from gdprdocs.documents.fact import Safeguard, Sensitive, Span, Term, span_of
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import DataCategory, DataSubject, LawfulBasis, RetentionPeriod, SpecialException
from gdprdocs.profile import (
    Activity,
    AutomatedDecisions,
    JointController,
    OwnCategory,
    OwnSubject,
    Processor,
    Purpose,
    Recipient,
)

Partner = TypeVar("Partner", Processor, Recipient)

MOST_TERMS = 3
"""How many retention terms of one purpose the overview still tells one by one."""


@dataclass(frozen=True, slots=True)
class Use:
    """One purpose as the statement tells it."""

    purpose: Purpose
    basis: LawfulBasis | None
    categories: tuple[DataCategory | OwnCategory, ...]
    terms: tuple[Term, ...]
    sensitive: tuple[Sensitive, ...]
    subjects: tuple[DataSubject | OwnSubject, ...]
    """Whom the purpose concerns, where that is not everybody whom the activity concerns."""
    withdrawn: bool
    """Whether it rests on a consent, so that people must read how to withdraw it (Art. 7(3))."""
    asks_parents: bool
    """Whether it asks children for consent (Art. 8; UAVG Art. 5)."""

    @property
    def span(self) -> Span | None:
        """The shortest and the longest of its fixed retention periods."""
        return span_of(self.terms)

    @property
    def kept(self) -> tuple[Term, ...]:
        """How long which of its data are kept, whatever the reason and whatever happens to them then."""
        alike: dict[object, list[Term]] = {}
        for term in self.terms:
            alike.setdefault((term.period, term.start, term.criterion), []).append(term)
        return tuple(
            replace(found[0], categories=tuple(category for term in found for category in term.categories))
            for found in alike.values()
        )

    @property
    def kept_apart(self) -> bool:
        """Whether it has too many retention terms for the overview, which then tells only how far they go."""
        return len(self.kept) > MOST_TERMS

    @property
    def criteria(self) -> tuple[Text, ...]:
        """Until when it keeps the data that it does not keep for a fixed period."""
        return tuple(term.criterion for term in self.kept if term.criterion)


@dataclass(frozen=True, slots=True)
class Receiving:
    """A party and what it receives of the activities in which it takes part."""

    party: Processor | Recipient
    categories: tuple[DataCategory | OwnCategory, ...]
    everything: bool
    """Whether that is all that is used in those activities."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """One organisation that gets data, once, however often the profile has it: for each time what for, and which."""

    name: str | Text
    parts: tuple[Receiving, ...]

    @property
    def places(self) -> tuple[Processor | Recipient, ...]:
        """Its entries in the profile that say of different countries where the data are."""
        found = {(each.party.countries, getattr(each.party, "accessed_from", ())): each.party for each in self.parts}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Shared:
    """A party with which the organisation decides together, and about what (Art. 26)."""

    party: JointController
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class SourceOfData:
    """Where data come from that people did not give themselves (Art. 14)."""

    name: Text
    public: bool | None
    categories: tuple[DataCategory | OwnCategory, ...]
    activities: tuple[Activity, ...]
    informed_within: Duration | None
    """Within which time people hear it, where that is sooner than the law demands."""
    informed_by: Text | None
    exception: str | None
    because: Text | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Data that the organisation's own systems observe of people (Art. 13: they are collected from the person)."""

    categories: tuple[DataCategory | OwnCategory, ...]
    informed_by: Text | None


def _by_name(parties: tuple[Partner, ...]) -> tuple[Partner, ...]:
    found: dict[str | Text, Partner] = {}
    for party in parties:
        found.setdefault(party.name, party)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Theme:
    """One activity as the statement tells it."""

    activity: Activity
    subjects: tuple[DataSubject | OwnSubject, ...]
    uses: tuple[Use, ...]
    processors: tuple[Processor, ...]
    recipients: tuple[Recipient, ...]
    from_elsewhere: tuple[Text, ...]
    measured: tuple[Measured, ...]
    decisions: AutomatedDecisions | None

    @property
    def helpers(self) -> tuple[Processor, ...]:
        """Who works for the organisation here, each name once."""
        return _by_name(self.processors)

    @property
    def receivers(self) -> tuple[Recipient, ...]:
        """Who receives data here, each name once."""
        return _by_name(self.recipients)

    @property
    def special(self) -> tuple[Sensitive, ...]:
        """The special data of the activity, as often as a purpose uses them."""
        return tuple(each for use in self.uses for each in use.sensitive if each.category.kind == "special")

    @property
    def ground(self) -> Sensitive | None:
        """The special data of the activity that show what allows them, where one thing allows all of them."""
        alike = {(each.exception.id if each.exception else None, each.law) for each in self.special}
        return self.special[0] if len(alike) == 1 else None

    @property
    def secrecy(self) -> tuple[Text, ...]:
        """Who is bound to secrecy about the sensitive data of the activity, each text once."""
        texts = (each.secrecy for use in self.uses for each in use.sensitive if each.secrecy)
        return tuple(dict.fromkeys(texts))


@dataclass(frozen=True, slots=True)
class Reached:
    """A transfer and the activities whose data it concerns."""

    safeguard: Safeguard
    categories: tuple[DataCategory | OwnCategory, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """The countries outside the EEA that data of some activities reach."""

    countries: tuple[str, ...]
    activities: tuple[Activity, ...]
    remote_only: bool
    """Whether they are only seen from there, and stay inside themselves."""


@dataclass(frozen=True, slots=True)
class SharedGround:
    """An exception of Article 9 that holds for special data of several activities."""

    exception: SpecialException
    law: Text | None
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another statement of the same organisation and what its files are called."""

    name: Text
    stem: Text


@dataclass(frozen=True, slots=True)
class Rights:
    """Which rights exist, as they follow from the lawful bases (Arts. 15–22, 77)."""

    portability: tuple[Activity, ...]
    objection: tuple[Activity, ...]
    marketing: tuple[Activity, ...]
    consent: tuple[Activity, ...]
    decisions: tuple[Activity, ...]
    interest: bool
    public_task: bool
    erasable_early: tuple[RetentionPeriod, ...]
    """What the law makes the organisation keep and the person can nevertheless have erased."""
