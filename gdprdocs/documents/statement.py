"""What a privacy statement says (GDPR Arts. 12–15, 77; Tw Arts. 11.7, 11.7a): facts in no language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from gdprdocs.documents.fact import (
    Safeguard,
    Sensitive,
    Span,
    Term,
    span_of,
)
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataCategory, DataSubject, LawfulBasis, RetentionPeriod, SpecialException
from gdprdocs.profile import (
    Activity,
    AutomatedDecisions,
    Contact,
    Cookies,
    DirectMarketing,
    JointController,
    OwnCategory,
    OwnSubject,
    Processor,
    Purpose,
    Recipient,
    Statement,
)
from gdprdocs.profile.catalogue import KnownMeasure
from gdprdocs.profile.organisation import Officer

CHILDREN = Text(nl="uitleg-voor-kinderen", en="explained-to-children")
"""What the files of the explanation for children are called."""


def _of_law(term: Term) -> Term:
    """A retention term without what it is applied to here: what the law says of it."""
    return replace(term, categories=(), because=None, then=None)


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
    def rest(self) -> Term | None:
        """The retention term of most of its data, which need not be listed: all but those of the other terms."""
        longest = max(self.terms, key=lambda term: len(term.categories), default=None)
        return longest if longest and len(longest.categories) > 1 else None

    @property
    def terms_told(self) -> tuple[Term, ...]:
        """Its retention terms, with that of the rest of its data last."""
        return tuple(sorted(self.terms, key=lambda term: term == self.rest))


@dataclass(frozen=True, slots=True)
class Receiving:
    """A party and what it receives of the activities in which it takes part."""

    party: Processor | Recipient
    only: tuple[DataCategory | OwnCategory, ...] = ()
    """Which data, where those are fewer than half of what those activities use."""
    all_but: tuple[DataCategory | OwnCategory, ...] = ()
    """Which data it does not receive, where those are fewer than half."""


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
    def ground(self) -> Sensitive | None:
        """The special data of the activity that show what allows them, where one thing allows all of them."""
        special = [each for use in self.uses for each in use.sensitive if each.category.kind == "special"]
        alike = {(each.exception.id if each.exception else None, each.law) for each in special}
        return special[0] if len(alike) == 1 else None

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


@dataclass(frozen=True, slots=True)
class PrivacyStatement:
    """Everything that one statement says."""

    statement: Statement | None
    found_at: Text | None
    officer: Officer | None
    """The data protection officer, where there is or must be one."""
    represented: bool
    """Whether the organisation is outside the EEA, so that a representative must be named (Art. 27)."""
    audience: Text | None
    subjects: tuple[DataSubject | OwnSubject, ...]
    themes: tuple[Theme, ...]
    sources: tuple[SourceOfData, ...]
    processors: tuple[Processor, ...]
    recipients: tuple[Recipient, ...]
    helpers: tuple[Receiving, ...]
    """The processors, with what each receives."""
    receivers: tuple[Receiving, ...]
    """The recipients, with what each receives."""
    joint: tuple[Shared, ...]
    transfers: tuple[Reached, ...]
    outside: Outside | None
    rights: Rights
    span: Span | None
    cookies: Cookies | None
    cookie_statement: Text | None
    """What the files of the cookie statement are called, where there is one."""
    measures: tuple[KnownMeasure, ...]
    authority: Authority | None
    requests_to: Contact | None
    answer_within: Duration
    other_statements: tuple[Sibling, ...]
    for_customers: bool
    """Whether the organisation also handles data of these people, or of others, for its customers."""
    identity_check: Text | None
    representatives: Text | None
    for_children: Text | None
    """What the files of the explanation for children are called, where children are among the readers."""

    @property
    def children(self) -> tuple[DataSubject | OwnSubject, ...]:
        """The children among those whom the statement is for."""
        return tuple(subject for subject in self.subjects if subject.children)

    @property
    def categories(self) -> tuple[DataCategory | OwnCategory, ...]:
        """All data that the statement names, each once."""
        every = (category for theme in self.themes for use in theme.uses for category in use.categories)
        return tuple({category.id: category for category in every}.values())

    @property
    def special(self) -> bool:
        """Whether any of the data are special (Art. 9)."""
        return any(category.kind == "special" for category in self.categories)

    @property
    def bases(self) -> tuple[LawfulBasis, ...]:
        """The lawful bases on which the purposes rest, in the order of Article 6."""
        found = {use.basis.id: use.basis for theme in self.themes for use in theme.uses if use.basis}
        return tuple(sorted(found.values(), key=lambda basis: basis.article))

    @property
    def grounds(self) -> tuple[SharedGround, ...]:
        """What alone allows the special data of more than one activity, so that it need be said only once."""
        found: dict[tuple[str, Text | None], list[tuple[Activity, SpecialException]]] = {}
        for theme in self.themes:
            if theme.ground and theme.ground.exception:
                key = (theme.ground.exception.id, theme.ground.law)
                found.setdefault(key, []).append((theme.activity, theme.ground.exception))
        return tuple(
            SharedGround(places[0][1], statute, tuple(activity for activity, _ in places))
            for (_, statute), places in found.items()
            if len(places) > 1
        )

    def shares(self, theme: Theme, sensitive: Sensitive) -> bool:
        """Whether what allows these data is said once for all."""
        return sensitive.category.kind == "special" and any(theme.activity in each.activities for each in self.grounds)

    @property
    def laws(self) -> tuple[Term, ...]:
        """The periods that a law or guideline sets for more than one purpose, so that it need be named only once."""
        told = [_of_law(term) for theme in self.themes for use in theme.uses for term in use.terms if term.law]
        return tuple(term for term, times in Counter(told).items() if times > 1)

    def tells_law_of(self, term: Term) -> bool:
        """Whether the law that sets a period is said once for all."""
        return _of_law(term) in self.laws

    @property
    def children_apart(self) -> bool:
        """Whether children stand beside others among the readers, and are not concerned by every purpose."""
        ids = {child.id for child in self.children}
        told = [use.subjects or theme.subjects for theme in self.themes for use in theme.uses]
        return 0 < len(ids) < len(self.subjects) and any(ids.isdisjoint(each.id for each in among) for among in told)

    @property
    def secrecy(self) -> dict[Text, tuple[Activity, ...]]:
        """What binds to secrecy in more than one activity, so that it need be said only once."""
        found = {
            text: tuple(t.activity for t in self.themes if text in t.secrecy) for t in self.themes for text in t.secrecy
        }
        return {text: activities for text, activities in found.items() if len(activities) > 1}

    @property
    def advertises_by_message(self) -> bool:
        """Whether any advertising goes by electronic message (Tw Art. 11.7)."""
        return any(marketing.channel in ("email", "sms", "app") for marketing in self._marketing)

    @property
    def opt_out_everywhere(self) -> bool:
        """Whether every message that advertises says how to opt out."""
        return all(marketing.opt_out_in_each_message for marketing in self._marketing)

    @property
    def _marketing(self) -> tuple[DirectMarketing, ...]:
        uses = (use for theme in self.themes for use in theme.uses)
        return tuple(use.purpose.direct_marketing for use in uses if use.purpose.direct_marketing)

    @property
    def asks_parents(self) -> bool:
        """Whether children are asked for a consent that a parent gives."""
        return any(use.asks_parents for theme in self.themes for use in theme.uses)

    @property
    def sources_informed(self) -> bool:
        """Whether people are told of any of the sources, and not only find them here (Art. 14(5))."""
        return any(source.exception is None for source in self.sources)

    @property
    def sub_processors(self) -> int:
        """How many companies the processors engage in their turn, each counted once."""
        return len({sub.name for processor in self.processors for _, sub, _ in processor.chain()})

    @property
    def decisions_known(self) -> bool:
        """Whether every activity says if it takes automated decisions; silence is no denial."""
        return all(theme.activity.automated_decisions is not None for theme in self.themes)

    @property
    def measures_tested(self) -> bool:
        """Whether every measure has a test that is repeated."""
        return all(measure.test and measure.test.every for measure in self.measures)
