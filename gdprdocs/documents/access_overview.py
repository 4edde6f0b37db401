"""Who gets to see and change which data, and how they are secured (Arts. 5(1)(f), 25(2), 29, 32), without language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gdprdocs.diagnostic import FieldPath
from gdprdocs.documents.calendar import Calendar, Tested, calendar
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Category, Safeguard, named, safeguards, unique
from gdprdocs.language import Text
from gdprdocs.law import RetentionPeriod, law
from gdprdocs.profile import AccessRole, Activity, Profile, Purpose, Recipient
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue, KnownMeasure
from gdprdocs.profile.due import Due
from gdprdocs.profile.party import Handler
from gdprdocs.profile.protection import Access, Logging

WIDEST_MATRIX = 13
"""With more roles the table of all roles is too wide to read, and only those of each role are shown."""

MOST_LETTERS = 26
"""With more roles there is no picture of them either: each is a letter there."""

CONNECTIONS = (
    "encryption_in_transit", "encryption_at_rest", "key_management", "laptop_encryption", "network_separation",
    "firewall", "backup", "restore_test",
)  # fmt: skip
"""Measures on connections, encryption and backups: they stand apart from the others."""

EXPECTED = ("encryption_in_transit", "encryption_at_rest", "backup", "restore_test")
"""Those whose absence is said aloud (Art. 32(1)(a) and (c))."""


@dataclass(frozen=True, slots=True)
class Use:
    """What data are needed for: purposes of an activity, or a service to others that has none of its own."""

    activity: Activity
    purposes: tuple[Purpose, ...]


@dataclass(frozen=True, slots=True)
class Needed:
    """Data of a role that the same purposes need."""

    categories: tuple[Category, ...]
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class RoleAccess:
    """What one role has, why, and when that was last reviewed."""

    role: AccessRole
    needed: tuple[Needed, ...]
    beyond: tuple[Category, ...]
    """Data that no purpose of the role needs."""
    review: Due

    @property
    def changes(self) -> bool:
        """Whether it does more with the data than see them and take them along."""
        return not {"change", "delete"}.isdisjoint(self.role.may)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One category of data and for each role whether it has it."""

    category: Category
    has: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Guarded:
    """Special, criminal or national-number categories that the same few have, under the same duties of secrecy."""

    categories: tuple[Category, ...]
    roles: tuple[AccessRole, ...]
    secrecy: tuple[Text, ...]
    """The duties of secrecy that the grounds for these categories rest on."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody outside the organisation gets to the data."""

    party: Handler
    level: int
    engaged_by: Handler | None
    categories: tuple[Category, ...]
    outside: tuple[str, ...]
    """The countries outside the EEA from which the data are reached: each a transfer."""
    safeguards: tuple[Safeguard, ...]

    @property
    def has_the_same(self) -> bool:
        """Whether it has just the data of the party that it works for."""
        return self.engaged_by is not None and set(self.party.data_categories) == set(self.engaged_by.data_categories)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A recipient who looks in a system of the organisation, and at which data."""

    recipient: Recipient
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class AccessOverview:
    """The whole overview."""

    access: Access
    day: date | None
    roles: tuple[RoleAccess, ...]
    matrix: tuple[MatrixRow, ...]
    calendar: Calendar | None
    untouched: tuple[Category, ...]
    """Data in use that no role has."""
    guarded: tuple[Guarded, ...]
    outsiders: tuple[Reach, ...]
    viewers: tuple[Viewer, ...]
    for_customers: bool
    measures: tuple[Tested, ...]
    planned: tuple[KnownMeasure, ...]
    absent: tuple[KnownMeasure, ...]
    two_step: Tested | None
    two_step_planned: bool
    care_logs: RetentionPeriod | None
    """The statutory term for the logs of patient files, in health care."""

    @property
    def logs(self) -> tuple[Logging, ...]:
        """Every log that is kept."""
        return (self.access.logging, *self.access.more_logging)

    @property
    def has_picture(self) -> bool:
        """Whether the roles and their data are drawn."""
        return bool(self.matrix) and len(self.roles) <= MOST_LETTERS

    @property
    def has_table(self) -> bool:
        """Whether all roles stand in one table."""
        return bool(self.matrix) and len(self.roles) <= WIDEST_MATRIX

    @property
    def has_beyond(self) -> bool:
        """Whether a role has data that no purpose of it needs."""
        return any(each.beyond for each in self.roles)

    @property
    def administrators(self) -> tuple[AccessRole, ...]:
        """The roles with special rights on systems."""
        return tuple(each.role for each in self.roles if each.role.administrator)

    @property
    def overdue_roles(self) -> tuple[RoleAccess, ...]:
        """The roles whose review is late."""
        return tuple(each for each in self.roles if each.review.is_overdue)

    @property
    def overdue_measures(self) -> tuple[Tested, ...]:
        """The measures whose test is late."""
        return tuple(each for each in self.measures if each.test.is_overdue)

    @property
    def untested(self) -> tuple[Tested, ...]:
        """The measures of which no test is known, or not when the next one is."""
        return tuple(each for each in self.measures if each.test.next is None)

    @property
    def connections(self) -> tuple[Tested, ...]:
        """The measures on connections, encryption and backups."""
        return tuple(each for name in CONNECTIONS for each in self.measures if each.measure.id == name)

    @property
    def technical(self) -> tuple[Tested, ...]:
        """The other technical measures."""
        return tuple(each for each in self._others if each.measure.kind == "technical")

    @property
    def organisational(self) -> tuple[Tested, ...]:
        """The other organisational measures."""
        return tuple(each for each in self._others if each.measure.kind != "technical")

    @property
    def _others(self) -> tuple[Tested, ...]:
        return tuple(each for each in self.measures if each.measure.id not in CONNECTIONS)


def _uses(category: str, activities: tuple[Activity, ...]) -> Iterator[Use]:
    for activity in activities:
        if category in activity.categories:
            yield Use(activity, tuple(p for p in activity.purposes.values() if category in p.data_categories))


def _role(role: AccessRole, profile: Profile, catalogue: Catalogue) -> RoleAccess:
    activities = profile.activities_of(role.id)
    alike: dict[tuple[FieldPath, ...], Needed] = {}
    beyond = []
    for name in role.data_categories:
        category = catalogue.category(name)
        uses = tuple(_uses(name, activities))
        if not uses:
            beyond.append(category)
            continue
        same = tuple(path for use in uses for path in (use.activity.path, *(p.path for p in use.purposes)))
        before = alike[same].categories if same in alike else ()
        alike[same] = Needed((*before, category), uses)
    return RoleAccess(role, tuple(alike.values()), tuple(beyond), role.review(profile.date))


def _secrecy(name: str, profile: Profile) -> tuple[Text, ...]:
    purposes = (purpose for activity in profile.activities.values() for purpose in activity.purposes.values())
    grounds = (purpose.special_grounds.get(name) for purpose in purposes if name in purpose.data_categories)
    return tuple(dict.fromkeys(ground.secrecy for ground in grounds if ground and ground.secrecy))


def _guarded(names: tuple[str, ...], profile: Profile, catalogue: Catalogue) -> Iterator[Guarded]:
    alike: dict[tuple[tuple[str, ...], tuple[Text, ...]], list[str]] = {}
    for name in names:
        if catalogue.category(name).kind in SENSITIVE_KINDS:
            roles = tuple(role.id for role in profile.access_roles.values() if name in role.data_categories)
            alike.setdefault((roles, _secrecy(name, profile)), []).append(name)
    for (roles, secrecy), members in alike.items():
        yield Guarded(tuple(catalogue.category(n) for n in members), named(roles, profile.access_roles), secrecy)


def _reach(party: Handler, level: int, engaged_by: Handler | None, catalogue: Catalogue) -> Reach:
    outside = tuple(country for country in party.accessed_from if country not in law().eea)
    found = (each for each in safeguards(party) if set(each.countries) & set(outside))
    categories = tuple(catalogue.category(name) for name in party.data_categories)
    return Reach(party, level, engaged_by, categories, outside, tuple(found))


def _outsiders(profile: Profile, catalogue: Catalogue) -> Iterator[Reach]:
    engaged = unique(name for activity in profile.activities.values() for name in activity.processors)
    for processor in named(engaged, profile.processors):
        yield _reach(processor, 0, None, catalogue)
        for level, sub, parent in processor.chain():
            yield _reach(sub, level, parent, catalogue)


def _overview(access: Access, profile: Profile, catalogue: Catalogue) -> AccessOverview:
    roles = tuple(profile.access_roles.values())
    held = unique(name for role in roles for name in role.data_categories)
    known = {measure.id: measure for measure in catalogue.chosen_measures()}
    measures = tuple(Tested(each, each.due(profile.date)) for each in known.values() if each.in_place)
    planned = tuple(each for each in known.values() if not each.in_place)
    in_care = profile.organisation.sector == "healthcare"
    return AccessOverview(
        access=access,
        day=profile.date,
        roles=tuple(_role(role, profile, catalogue) for role in roles),
        matrix=tuple(
            MatrixRow(catalogue.category(name), tuple(name in role.data_categories for role in roles)) for name in held
        ),
        calendar=calendar(profile.date, measures, planned),
        untouched=tuple(catalogue.category(name) for name in profile.untouched),
        guarded=tuple(_guarded(unique((*profile.used, *held)), profile, catalogue)),
        outsiders=tuple(_outsiders(profile, catalogue)),
        viewers=tuple(
            Viewer(each, tuple(catalogue.category(name) for name in each.data_categories))
            for each in profile.recipients.values()
            if each.looks_in
        ),
        for_customers=bool(profile.activities_for_others),
        measures=measures,
        planned=planned,
        absent=tuple(catalogue.measure(name) for name in EXPECTED if name not in known),
        two_step=next((each for each in measures if each.measure.id == "multi_factor_login"), None),
        two_step_planned="multi_factor_login" in known,
        care_logs=law().retention_periods.get("nl_care_logging") if in_care else None,
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, AccessOverview]]:
    if profile.access and profile.access_roles:
        yield "", _overview(profile.access, profile, catalogue)


TYPE = DocumentType(
    "access-overview", "access_overview", Text(nl="toegang-en-beveiliging", en="access-and-security"), _gather
)
