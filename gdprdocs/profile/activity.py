"""What is done with personal data, why, on which basis and for how long (Arts. 5, 6, 9, 10, 13, 14, 22, 30)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar, Literal

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile.protection import Erasure
from gdprdocs.record import record

ALL_CATEGORIES = "all"
"""The key in ``retention`` that stands for every category of the purpose that has no entry of its own."""


@record()
class Consent:
    """How consent is asked, proven and withdrawn (Arts. 4(11), 7, 8, 9(2)(a))."""

    path: FieldPath
    wording: Text | None = None
    given_by: str | None = None
    evidence: Text | None = None
    withdraw_by: Text | None = None
    explicit: bool = False
    renew_every: Duration | None = None
    parental: Text | None = None
    free_because: Text | None = None
    part_of: Text | None = None


@record()
class DirectMarketing:
    """Marketing and the ground on which messages are sent (Art. 21(2) GDPR, Art. 11.7 Tw)."""

    path: FieldPath
    channel: str | None = None
    ground: str | None = None
    sold: bool = False
    own_similar: bool = False
    opt_out_at_collection: bool = False
    opt_out_in_each_message: bool = False

    @property
    def is_electronic(self) -> bool:
        """Whether it comes by a channel for which Art. 11.7(1) Tw asks consent beforehand, save for customers."""
        return self.channel in ("email", "sms", "app")


@record()
class Retention:
    """How long a category is kept for a purpose: a period and its start, a statutory period, or a criterion."""

    path: FieldPath
    period: Duration | None = None
    from_: Text | None = None
    statutory: str | None = None
    criterion: Text | None = None
    then: str | None = None
    because: Text | None = None


@record()
class SpecialGround:
    """What allows the use of a special, criminal or national-number category (Arts. 9, 10, 87; UAVG 22–33, 46)."""

    path: FieldPath
    exception: str | None = None
    law: Text | None = None
    necessity: Text | None = None
    secrecy: Text | None = None


@record()
class Balancing:
    """The balancing test of a legitimate interest (Art. 6(1)(f)): when it was made and what weighed."""

    reviewed: date | None = None
    date: date | None = None
    outcome: Text | None = None


@record()
class Profiling:
    """Scoring, ranking or profiling that leads to no automated decision (Art. 4(4))."""

    logic: Text
    effect: Text


@record()
class Purpose:
    """One purpose of an activity, with one lawful basis."""

    id: str
    path: FieldPath
    description: Text
    lawful_basis: str | None = None
    interest: Text | None = None
    balancing: Balancing | None = None
    law: Text | None = None
    outside_public_task: Text | None = None
    consent: Consent | None = None
    direct_marketing: DirectMarketing | None = None
    profiling: Profiling | None = None
    data_categories: tuple[str, ...] = ()
    data_subjects: tuple[str, ...] = ()
    provision: str | None = None
    consequence: Text | None = None
    retention: Mapping[str, Retention] = field(default_factory=dict)
    special_grounds: Mapping[str, SpecialGround] = field(default_factory=dict)

    @property
    def explicit_categories(self) -> tuple[str, ...]:
        """The categories whose use rests on explicit consent (Art. 9(2)(a))."""
        grounds = self.special_grounds
        return tuple(n for n in self.data_categories if n in grounds and grounds[n].exception == "explicit_consent")

    @property
    def rests_on_consent(self) -> bool:
        """Whether consent is what allows the purpose, as its basis or for the special data that it uses."""
        return self.lawful_basis == "consent" or bool(self.explicit_categories)

    @property
    def asks_consent(self) -> bool:
        """Whether people are asked for consent to this purpose, as its basis or beside it."""
        return self.rests_on_consent or self.consent is not None

    @property
    def states_consent(self) -> bool:
        """Whether consent is its basis or the profile describes how people are asked.

        Where explicit consent stands beside another basis and is not described, ``special-consent-explicit`` says so.
        """
        return self.lawful_basis == "consent" or self.consent is not None

    def retention_of(self, category: str) -> Retention | None:
        """The retention that holds for ``category`` in this purpose."""
        return self.retention.get(category) or self.retention.get(ALL_CATEGORIES)


@record()
class Origin:
    """Where data come from (Art. 14(2)(f)); the bare word ``data_subject`` is short for that party."""

    SHORT: ClassVar[str] = "party"

    path: FieldPath
    party: str | None = None
    public: bool | None = None
    data_categories: tuple[str, ...] = ()
    informed_within: Duration | None = None
    informed_by: Text | None = None
    exception: str | None = None
    because: Text | None = None

    @property
    def is_observed(self) -> bool:
        """Whether the organisation records the data itself, with its own systems."""
        known = law().sources.get(self.party or "")
        return known is not None and known.observed

    @property
    def is_elsewhere(self) -> bool:
        """Whether the data come from somebody else than the person and the organisation (Art. 14)."""
        return bool(self.party) and self.party != "data_subject" and not self.is_observed


@record()
class AutomatedDecisions:
    """Decisions without a human that touch people seriously (Art. 22)."""

    path: FieldPath
    ground: str | None = None
    law: Text | None = None
    logic: Text | None = None
    consequences: Text | None = None
    human_review: Text | None = None


@record()
class Dpia:
    """Whether a data protection impact assessment is needed and done (Art. 35)."""

    path: FieldPath
    needed: bool | None = None
    because: Text | None = None
    done: date | None = None
    reviewed: date | None = None
    advice: Text | None = None
    kinds: tuple[str, ...] = ()
    high_risk_remains: bool = False
    consulted: date | None = None


@record()
class ForChildren:
    """What children read of an activity (Art. 12(1))."""

    text: Text
    heading: Text | None = None


@record()
class Activity:
    """One processing activity: one entry of the register (Art. 30)."""

    id: str
    path: FieldPath
    name: Text
    owner: Text
    role: str | None = None
    since: date | None = None
    data_subjects: tuple[str, ...] = ()
    sources: tuple[Origin, ...] = ()
    purposes: Mapping[str, Purpose] = field(default_factory=dict)
    for_children: ForChildren | None = None
    service: Text | None = None
    erased: Mapping[str, Erasure] = field(default_factory=dict)
    """When a category of customers' data is erased, where more is agreed than that the customer says so."""
    data_categories: tuple[str, ...] = ()
    controllers: tuple[str, ...] = ()
    joint_controllers: tuple[str, ...] = ()
    processors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    transfers: Literal["none"] | None = None
    automated_decisions: Literal["none"] | AutomatedDecisions | None = None
    dpia: Dpia | None = None
    large_scale: bool = False
    core_activity: bool = False
    systematic_monitoring: bool = False
    public_area: bool = False
    """Whether it happens where everybody is allowed to come, such as a street or a shop."""
    stated: frozenset[str] = frozenset()
    """The keys that the profile gives: an empty list says that there are none, a key left out says nothing."""

    @property
    def says_who_receives(self) -> bool:
        """Whether the profile says who gets the data, be it that nobody does."""
        return self.stated >= {"processors", "recipients"}

    @property
    def decisions(self) -> AutomatedDecisions | None:
        """The decisions that a computer takes alone, where there are any (Art. 22)."""
        return self.automated_decisions if isinstance(self.automated_decisions, AutomatedDecisions) else None

    @property
    def is_own(self) -> bool:
        """Whether the organisation decides why and how (alone or jointly), and so informs people itself."""
        return self.role != "processor"

    @property
    def categories(self) -> tuple[str, ...]:
        """Every data category of the activity once, in the order in which the purposes name them."""
        named = [*self.data_categories, *(name for p in self.purposes.values() for name in p.data_categories)]
        return tuple(dict.fromkeys(named))
