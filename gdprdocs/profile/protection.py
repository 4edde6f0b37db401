"""Who may see what, the measures, and the protocols: requests, breaches, cookies (Arts. 12, 32–34; Art. 11.7a Tw)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.profile.organisation import Contact


@dataclass(frozen=True, slots=True)
class AccessRole:
    """A role in the organisation and what it may do with which data."""

    id: str
    path: FieldPath
    name: Text
    may: tuple[str, ...] = ()
    data_categories: tuple[str, ...] = ()
    reviewed: date | None = None
    review_every: Duration | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """How and when a measure is tested (Art. 32(1)(d))."""

    __test__ = False  # not a test case: pytest would collect it

    every: Duration | None = None
    last: date | None = None
    by: Text | None = None
    result: Text | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A technical or organisational measure (Art. 32); of a standard one only what differs is given."""

    id: str
    path: FieldPath
    name: Text | None = None
    description: Text | None = None
    kind: str | None = None
    status: str = "in_place"
    owner: Text | None = None
    test: Test | None = None


@dataclass(frozen=True, slots=True)
class Requests:
    """How people use their rights and how the organisation checks who asks (Art. 12)."""

    path: FieldPath
    channel: Contact | None = None
    identity_check: Text | None = None
    representatives: Text | None = None
    decides: Text | None = None
    answer_within: Duration | None = None


@dataclass(frozen=True, slots=True)
class Breaches:
    """Who does what when data leak (Arts. 33, 34)."""

    path: FieldPath
    report_to: Text | None = None
    decides: Text | None = None
    deputy: Text | None = None
    register: Text | None = None
    exercised: date | None = None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Cookies:
    """What the website stores and reads on a visitor's device."""

    path: FieldPath
    change: Text | None = None
    data_subjects: tuple[str, ...] = ()
    items: Mapping[str, Cookie] = field(default_factory=dict)
