"""Who may see what, the measures, and the protocols: requests, breaches, cookies (Arts. 12, 32–34; Art. 11.7a Tw)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.profile.due import Due
from gdprdocs.profile.organisation import Contact
from gdprdocs.record import record


@record()
class AccessRole:
    """A role in the organisation and what it may do with which data."""

    id: str
    path: FieldPath
    name: Text
    may: tuple[str, ...] = ()
    data_categories: tuple[str, ...] = ()
    reviewed: date | None = None
    review_every: Duration | None = None
    administrator: bool = False
    because: Text | None = None
    secrecy: Text | None = None

    def review(self, on: date | None) -> Due:
        """When its rights were last reviewed and when again, judged on the day ``on``."""
        return Due(self.reviewed, self.review_every, on)


@record()
class Accounts:
    """Accounts that belong to no single person, and why there are such."""

    which: Text
    because: Text


@record()
class Logging:
    """What is recorded of the use of data, and who looks at it (Art. 32(1)(d))."""

    what: Text
    reviewed_by: Text
    reviewed_every: Duration | None = None
    kept: Duration | None = None


@record()
class Access:
    """How rights to see and change data are given, withdrawn and reviewed (Arts. 25(2), 29, 32)."""

    path: FieldPath
    granted_by: Text
    withdrawn_by: Text
    reviewed_by: Text
    default: Text
    secrecy: Text
    logging: Logging
    withdrawn_within: Duration | None = None
    more_logging: tuple[Logging, ...] = ()
    shared_accounts: Literal["none"] | Accounts | None = None
    service_accounts: Literal["none"] | Accounts | None = None


@record()
class ByDesign:
    """Data protection by design and by default (Art. 25)."""

    path: FieldPath
    minimised: Text
    defaults: Text


@record()
class DataPlace:
    """A system, drive, mailbox or cabinet that holds data, and how they are erased there."""

    id: str
    path: FieldPath
    name: Text
    how: Text
    owner: Text
    automatic: bool = False
    data_categories: tuple[str, ...] = ()


@record()
class Erasure:
    """When data are erased, where that is agreed apart from the periods of the purposes."""

    when: Text


@record()
class Backups:
    """How long backups live and how a restore brings back nothing that was erased."""

    restore: Text
    kept: Duration | None = None


@record()
class LegalHold:
    """Data that are kept longer for a dispute or investigation (Arts. 17(3)(e), 18(2))."""

    ordered_by: Text
    recorded_in: Text
    reviewed_every: Duration | None = None


@record()
class MadePublic:
    """Data that the organisation made public, and how others hear that they must go (Art. 17(2))."""

    what: Text
    steps: Text


@record()
class Deletion:
    """How data are erased when their time is over (Arts. 5(1)(e), 17, 25(2))."""

    path: FieldPath
    carried_out_by: Text
    checked_by: Text
    record: Text
    default: Text
    backups: Backups
    legal_hold: LegalHold
    every: Duration | None = None
    systems: Mapping[str, DataPlace] = field(default_factory=dict)
    made_public: Literal["none"] | MadePublic | None = None
    anonymised: Text | None = None
    archived: Text | None = None


@record()
class Test:
    """How and when a measure is tested (Art. 32(1)(d))."""

    __test__ = False  # not a test case: pytest would collect it

    every: Duration | None = None
    last: date | None = None
    by: Text | None = None
    result: Text | None = None

    def due(self, on: date | None) -> Due:
        """When it was last done and when again, judged on the day ``on``."""
        return Due(self.last, self.every, on)


@record()
class Measure:
    """A technical or organisational measure (Art. 32); of a standard one only what differs is given."""

    id: str
    path: FieldPath
    name: Text | None = None
    description: Text | None = None
    kind: str | None = None
    article: tuple[str, ...] = ()
    status: str = "in_place"
    owner: Text | None = None
    planned_for: date | None = None
    test: Test | None = None


@record()
class Handling:
    """How requests are dealt with inside the organisation (Arts. 11, 12, 15–21)."""

    path: FieldPath
    deputy: Text
    stand_in: Text
    log: Text
    delivery: Text
    corrected: Text
    restricted: Text
    export: Text
    passed_on: Text
    confirm_within: Duration | None = None
    correct_within: Duration | None = None
    unlinkable: Text | None = None


ONE_MONTH = Duration(months=1)
"""Within this time a request is answered (Art. 12(3)), and people hear of data from elsewhere (Art. 14(3)(a))."""

LONGEST_MONTH = Duration(days_part=31)
"""What is longer is longer than a month, in whichever month it begins."""


@record()
class Requests:
    """How people use their rights and how the organisation checks who asks (Art. 12)."""

    path: FieldPath
    channel: Contact | None = None
    identity_check: Text | None = None
    representatives: Text | None = None
    decides: Text | None = None
    answer_within: Duration | None = None
    for_children: Text | None = None
    handling: Handling | None = None


@record()
class OtherDuty:
    """A duty to report an incident beside that of the GDPR."""

    what: Text
    to: Text
    within: Literal["at_once"] | Duration | None = None
    contact: Contact | None = None
    law: Text | None = None


@record()
class Breaches:
    """Who does what when data leak (Arts. 33, 34)."""

    path: FieldPath
    report_to: Text
    reachable: Text
    decides: Text
    deputy: Text
    contained_by: Text
    register: Text
    lessons: Text
    manned_by: Text | None = None
    """Who mans the reporting point and writes breaches in the register; without it, whoever decides writes them."""
    exercised: date | None = None
    exercise_every: Duration | None = None
    lead_authority: str | None = None
    other_duties: Literal["none"] | tuple[OtherDuty, ...] | None = None

    def exercise(self, on: date | None) -> Due:
        """When the procedure was last practised and when again, judged on the day ``on``."""
        return Due(self.exercised, self.exercise_every, on)


@record()
class Cookie:
    """One cookie or similar technique (Art. 11.7a Tw)."""

    id: str
    path: FieldPath
    name: str
    purpose: Text
    party: str | None = None
    lifetime: Duration | None = None
    session: bool = False
    consent: str | None = None
    exemption: str | None = None


@record()
class Cookies:
    """What the website stores and reads on a visitor's device."""

    path: FieldPath
    asked: Text | None = None
    change: Text | None = None
    data_subjects: tuple[str, ...] = ()
    items: Mapping[str, Cookie] = field(default_factory=dict)

    @property
    def on_consent(self) -> tuple[Cookie, ...]:
        """Those that need consent (Tw Art. 11.7a(1))."""
        return tuple(each for each in self.items.values() if each.consent != "exempt")

    @property
    def exempt(self) -> tuple[Cookie, ...]:
        """Those that need none (Tw Art. 11.7a(3))."""
        return tuple(each for each in self.items.values() if each.consent == "exempt")
