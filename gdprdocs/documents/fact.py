"""Facts that several documents show: retention terms, transfers, parties, data categories.

Nothing here has a language yet; what is missing from a draft is a gap.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from gdprdocs.duration import Duration
from gdprdocs.language import Text, gap
from gdprdocs.law import DataCategory, LawfulBasis, Mechanism, RetentionPeriod, SpecialException, law
from gdprdocs.profile import AccessRole, Activity, Origin, OwnCategory, Party, Profile, Purpose, Retention, Transfer
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue
from gdprdocs.profile.party import Handler

Category = DataCategory | OwnCategory
Entry = TypeVar("Entry")
Each = TypeVar("Each", bound=Hashable)


def missing(nl: str, en: str) -> Text:
    """A gap for a fact that a document needs and the profile does not give."""
    return Text(nl=gap(nl), en=gap(en))


def missing_path(*path: str) -> str:
    """A gap that shows the key to fill in."""
    return gap(".".join(path))


@dataclass(frozen=True, slots=True)
class Term:
    """A retention term: a period from an event, or a criterion."""

    categories: tuple[Category, ...]
    period: Duration | None
    start: Text | None
    criterion: Text | None
    law: Text | None
    kind: str
    """``statute``, ``guideline``, ``own`` or ``missing``."""
    then: str | None
    because: Text | None
    statutory: RetentionPeriod | None = None
    """The entry of the law that prescribes or advises it."""


def _term(categories: tuple[Category, ...], kept: Retention | None) -> Term:
    if kept is None:
        return Term(categories, None, None, missing("bewaartermijn", "retention period"), None, "missing", None, None)
    statutory = law().retention_periods.get(kept.statutory) if kept.statutory else None
    if statutory:
        kind = "guideline" if statutory.kind == "guideline" else "statute"
        period = kept.period or statutory.period
        event = kept.from_ or statutory.from_
        return Term(categories, period, event, None, statutory.law, kind, kept.then, kept.because, statutory)
    criterion = kept.criterion
    if kept.period is None and criterion is None:
        criterion = missing("bewaartermijn", "retention period")
    start = kept.from_ or (None if criterion else missing("begin van de termijn", "start of the period"))
    return Term(categories, kept.period, start, criterion, None, "own", kept.then, kept.because)


def terms(purpose: Purpose, catalogue: Catalogue, only: frozenset[str] | None = None) -> tuple[Term, ...]:
    """The retention terms of a purpose, of all categories or ``only`` some; those that are kept alike share one."""
    alike: dict[Retention | None, list[Category]] = {}
    for name in purpose.data_categories:
        if only is None or name in only:
            kept = purpose.retention_of(name)
            anywhere = replace(kept, path=()) if kept else None
            alike.setdefault(anywhere, []).append(catalogue.category(name))
    return tuple(_term(tuple(members), kept) for kept, members in alike.items())


def erasable_early(found: Iterable[Term]) -> tuple[RetentionPeriod, ...]:
    """The statutory minima among these that give way to a request to erase, such as that of the medical file."""
    return unique(term.statutory for term in found if term.statutory and term.statutory.erased_on_request)


def is_of_books(period: RetentionPeriod | None) -> bool:
    """Whether there is a period and it is that of the books."""
    return period is not None and period.is_of_books


def is_of_due_diligence(period: RetentionPeriod | None) -> bool:
    """Whether a period is one of the act against money laundering (Wwft)."""
    return period is not None and any(article.startswith("Wwft ") for article in period.article)


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A category that the law bans unless it allows it, and what allows it here."""

    category: Category
    exception: SpecialException | None
    law: Text | None
    necessity: Text | None
    secrecy: Text | None


def sensitive(purpose: Purpose, catalogue: Catalogue) -> tuple[Sensitive, ...]:
    """The special, criminal and national-number categories of a purpose with their grounds (Arts. 9, 10, 87)."""
    found = []
    for name in purpose.data_categories:
        category = catalogue.category(name)
        if category.kind in SENSITIVE_KINDS:
            ground = purpose.special_grounds.get(name)
            exception = law().special_exceptions.get(ground.exception) if ground and ground.exception else None
            statute = ground.law if ground else None
            needs_law = exception.needs_law if exception else category.kind != "special"
            if category.kind == "special" and exception is None:
                statute = missing("uitzondering op het verbod", "exception to the ban")
            elif statute is None and needs_law:
                statute = missing("wet en artikel", "statute and article")
            found.append(
                Sensitive(
                    category,
                    exception,
                    statute,
                    ground.necessity if ground else None,
                    ground.secrecy if ground else None,
                )
            )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A transfer to countries outside the EEA and what protects the data there (Arts. 44–49)."""

    party: Party
    chain: tuple[str, ...]
    """The names of the parties between the organisation and this one, top down."""
    countries: tuple[str, ...]
    remote_only: bool
    mechanism: Mechanism | None
    transfer: Transfer | None

    @property
    def valid_until(self) -> date | None:
        """The first day on which an adequacy decision that this transfer rests on ends."""
        if self.mechanism is None or self.mechanism.id not in ("adequacy", "data_privacy_framework"):
            return None
        ends = [law().adequacy[code].valid_until for code in self.countries if code in law().adequacy]
        return min((end for end in ends if end), default=None)


def safeguards(party: Party, chain: tuple[str, ...] = ()) -> Iterator[Safeguard]:
    """The transfers of one party: a safeguard for each mechanism, and one without for what no mechanism covers."""
    outside = [country for country in party.countries if country not in law().eea]
    remote = set(getattr(party, "accessed_from", ())) - set(getattr(party, "processing_locations", ()))
    for transfer in party.transfers:
        countries = tuple(country for country in outside if country in transfer.to)
        outside = [country for country in outside if country not in transfer.to]
        if countries:
            mechanism = law().mechanisms.get(transfer.mechanism) if transfer.mechanism else None
            yield Safeguard(party, chain, countries, set(countries) <= remote, mechanism, transfer)
    if outside:
        yield Safeguard(party, chain, tuple(outside), set(outside) <= remote, None, None)


def chain_safeguards(party: Party) -> Iterator[Safeguard]:
    """The transfers of a party and of everybody whom it engages, down to the end of the chain."""
    yield from safeguards(party)
    if isinstance(party, Handler):
        yield from _below(party, (party.name,))


def _below(party: Handler, route: tuple[str, ...]) -> Iterator[Safeguard]:
    for sub in party.sub_processors.values():
        yield from safeguards(sub, route)
        yield from _below(sub, (*route, sub.name))


@dataclass(frozen=True, slots=True)
class Reach:
    """A role with access to an activity, and what it reaches of the data there."""

    role: AccessRole
    categories: tuple[Category, ...]
    """Nothing where it reaches all of them."""
    because: Text | None = None
    """Why it reaches them although no purpose of the role needs them."""


def reach(activity: Activity, profile: Profile, catalogue: Catalogue) -> tuple[Reach, ...]:
    """Who inside the organisation reaches which data of ``activity`` (Art. 25(2)).

    Data that no purpose of a role needs are those of the activity that uses all of them.
    """
    handled = activity.categories
    found = []
    for role in named(activity.access, profile.access_roles):
        reached = [name for name in handled if name in role.data_categories]
        partly = 0 < len(reached) < len(handled)
        found.append(Reach(role, tuple(catalogue.category(name) for name in reached) if partly else ()))
    for role in profile.access_roles.values():
        own = {name for each in profile.activities_of(role.id) for name in each.categories}
        beyond = [name for name in role.data_categories if name not in own]
        if beyond and role.because and set(beyond) <= set(handled):
            found.append(Reach(role, tuple(catalogue.category(name) for name in beyond), role.because))
    return tuple(found)


def is_suppressed(activity: Activity, catalogue: Catalogue) -> bool:
    """Whether ``activity`` has direct marketing and a suppression list in place keeps people from it."""
    markets = any(purpose.direct_marketing for purpose in activity.purposes.values())
    return markets and catalogue.keeps_opt_outs(activity)


def basis_of(purpose: Purpose) -> LawfulBasis | None:
    """The lawful basis of a purpose; nothing where a draft has none yet."""
    return law().lawful_bases.get(purpose.lawful_basis) if purpose.lawful_basis else None


def named(names: Iterable[str], entries: Mapping[str, Entry]) -> tuple[Entry, ...]:
    """The entries with these names; in a draft, one that the schema refused is not there to be shown."""
    return tuple(entries[name] for name in names if name in entries)


def origins(activity: Activity, used: Collection[str]) -> Iterator[Origin]:
    """The sources of the data that are ``used``, all while that is unknown; one of other data only is none of them."""
    for origin in activity.sources:
        if not used or not origin.data_categories or not set(origin.data_categories).isdisjoint(used):
            yield origin


def unique(items: Iterable[Each]) -> tuple[Each, ...]:
    """Each item once, in order."""
    return tuple(dict.fromkeys(items))


@dataclass(frozen=True, slots=True)
class Span:
    """The shortest and the longest of some periods, and whether some data are kept by a criterion instead."""

    shortest: Duration
    longest: Duration
    criteria: bool
    starts: tuple[Text, ...]
    """From when the longest runs; more than one where that differs."""


def span_of(found: Iterable[Term]) -> Span | None:
    """The shortest and longest fixed period among ``found``."""
    every = list(found)
    periods = sorted((term.period for term in every if term.period), key=lambda period: period.days)
    criteria = any(term.criterion for term in every)
    if not periods:
        return None
    starts = unique(term.start for term in every if term.period == periods[-1] and term.start)
    return Span(periods[0], periods[-1], criteria, starts)
