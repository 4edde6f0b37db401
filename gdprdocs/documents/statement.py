"""What a privacy statement says (GDPR Arts. 12–15, 77; Tw Arts. 11.7, 11.7a): facts in no language."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from gdprdocs.documents.chain import all_placed
from gdprdocs.documents.fact import Sensitive, Span, Term
from gdprdocs.documents.statement_part import (
    Outside,
    Reached,
    Receiver,
    Rights,
    Shared,
    SharedGround,
    Sibling,
    SourceOfData,
    Theme,
)
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataCategory, DataSubject, LawfulBasis, SpecialException
from gdprdocs.profile import (
    Activity,
    Contact,
    Cookies,
    DirectMarketing,
    OwnCategory,
    OwnSubject,
    Processor,
    Recipient,
    Statement,
)
from gdprdocs.profile.catalogue import KnownMeasure
from gdprdocs.profile.organisation import Officer

CHILDREN = Text(nl="uitleg-voor-kinderen", en="explained-to-children")
"""What the files of the explanation for children are called."""

MESSAGES = ("email", "sms", "app")
"""The channels by which advertising is an electronic message."""


def _of_law(term: Term) -> Term:
    """A retention term without what it is applied to here: what the law says of it."""
    return replace(term, categories=(), because=None, then=None)


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
    helpers: tuple[Receiver, ...]
    """The processors, each organisation once, with what it receives."""
    receivers: tuple[Receiver, ...]
    """The recipients, each organisation once, with what it receives."""
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
    def parties_known(self) -> bool:
        """Whether it is stated who gets the data; otherwise nobody can say that there are no others."""
        return all(theme.activity.says_who_receives for theme in self.themes)

    @property
    def places_known(self) -> bool:
        """Whether it is stated where the data are; otherwise nobody can say that they stay inside the EEA."""
        return self.parties_known and all_placed(self.processors, self.recipients)

    @property
    def children(self) -> tuple[DataSubject | OwnSubject, ...]:
        """The children among those whom the statement is for."""
        return tuple(subject for subject in self.subjects if subject.children)

    @property
    def categories(self) -> tuple[DataCategory | OwnCategory, ...]:
        """All data that the statement names, each once."""
        every = (category for theme in self.themes for use in theme.uses for category in use.categories)
        return tuple({category.id: category for category in every}.values())

    def concerns_all(self, theme: Theme) -> bool:
        """Whether a topic concerns all for whom the statement is; children must see where they are meant."""
        return not self.children and {each.id for each in theme.subjects} == {each.id for each in self.subjects}

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
        """What alone allows the special data of activities and stands more than once, so that it is said only once."""
        found: dict[tuple[str, Text | None], list[Theme]] = {}
        allowed: dict[str, SpecialException] = {}
        for theme in self.themes:
            if theme.ground and theme.ground.exception:
                allowed[theme.ground.exception.id] = theme.ground.exception
                found.setdefault((theme.ground.exception.id, theme.ground.law), []).append(theme)
        return tuple(
            SharedGround(allowed[exception], statute, tuple(theme.activity for theme in themes))
            for (exception, statute), themes in found.items()
            if sum(len(theme.special) for theme in themes) > 1
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
    def message_channels(self) -> tuple[str, ...]:
        """By which electronic messages there is advertising (Tw Art. 11.7)."""
        used = {marketing.channel for marketing in self._marketing}
        return tuple(channel for channel in MESSAGES if channel in used)

    @property
    def message_grounds(self) -> tuple[str, ...]:
        """What allows those messages: a consent, or that somebody is a customer."""
        used = {marketing.ground for marketing in self._marketing if marketing.channel in MESSAGES}
        return tuple(ground for ground in ("opt_in", "existing_customer") if ground in used)

    @property
    def advertises_by_profile(self) -> bool:
        """Whether people are scored or profiled where there is advertising (Art. 21(2))."""
        uses = (use for theme in self.themes if theme.activity in self.rights.marketing for use in theme.uses)
        return any(use.purpose.profiling for use in uses)

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
