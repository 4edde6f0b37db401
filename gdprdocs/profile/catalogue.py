"""Standard things and the organisation's own under one roof: what an id in the profile stands for."""

from __future__ import annotations

from datetime import date

from gdprdocs.language import Text, gap, same
from gdprdocs.law import DataCategory, DataSubject, law
from gdprdocs.profile.activity import Activity, Purpose
from gdprdocs.profile.due import Due
from gdprdocs.profile.protection import Measure, Test
from gdprdocs.profile.whole import OwnCategory, OwnSubject, Profile
from gdprdocs.record import record

SENSITIVE_KINDS = ("special", "criminal", "national_number")
"""Kinds of data that the law bans unless it allows them (Arts. 9, 10 and 87)."""

UNEQUAL_RELATIONS = ("employment", "application", "education", "care")
"""Relations in which people depend on the organisation, so that their yes is not free by itself (recital 43)."""


SUPPRESSION = "suppression_list"
"""The measure that keeps advertising from those who opted out."""


@record()
class KnownMeasure:
    """A measure as the organisation has it: the standard one with what the profile adds."""

    id: str
    name: Text
    description: Text
    kind: str
    article: tuple[str, ...]
    """The articles that it serves, such as ``GDPR 32(1)(a)``."""
    in_place: bool
    owner: Text | None
    planned_for: date | None
    test: Test | None
    usual_test: Text | None

    @property
    def last_tested(self) -> date | None:
        """When it was last tested."""
        return self.test.last if self.test else None

    def due(self, on: date | None) -> Due:
        """When it was last tested and when again, judged on the day ``on``."""
        return self.test.due(on) if self.test else Due(None, None, on)


class Catalogue:
    """Looks ids up: first among the organisation's own, then among the standard ones."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._law = law()

    def category(self, id_: str) -> DataCategory | OwnCategory:
        """The data category with this id; one whose entry the schema refused is a gap."""
        known = self._profile.data_categories.get(id_) or self._law.data_categories.get(id_)
        return known or OwnCategory(id_, ("data_categories", id_), same(gap(f"data_categories.{id_}")))

    def without_names(self, ids: tuple[str, ...]) -> bool:
        """Whether none of these data tell whom they are about, so that Article 11 holds for them."""
        return bool(ids) and all(self.category(id_).kind == "pseudonymous" for id_ in ids)

    def subject(self, id_: str) -> DataSubject | OwnSubject:
        """The category of data subjects with this id; one whose entry the schema refused is a gap."""
        known = self._profile.data_subjects.get(id_) or self._law.data_subjects.get(id_)
        return known or OwnSubject(id_, ("data_subjects", id_), same(gap(f"data_subjects.{id_}")))

    def subjects_of(self, activity: Activity, purpose: Purpose) -> tuple[DataSubject | OwnSubject, ...]:
        """The people whom ``purpose`` concerns: its own, or else all those of its activity."""
        return tuple(self.subject(id_) for id_ in purpose.data_subjects or activity.data_subjects)

    def source(self, id_: str) -> tuple[Text, bool | None]:
        """The name of a source of data, and whether it is public."""
        own = self._profile.sources.get(id_)
        if own:
            return own.name, own.public
        party = self._profile.recipients.get(id_) or self._profile.processors.get(id_)
        if party:
            return same(party.name) if isinstance(party.name, str) else party.name, False
        standard = self._law.sources.get(id_)
        return (standard.name, standard.public) if standard else (same(gap(id_)), None)

    def source_as_told(self, id_: str) -> tuple[Text, bool | None]:
        """The same, as the people concerned are told of it."""
        name, public = self.source(id_)
        standard = None if id_ in self._profile.sources else self._law.sources.get(id_)
        return (standard.plain if standard and standard.plain else name), public

    def keeps_opt_outs(self, activity: Activity) -> bool:
        """Whether a suppression list in place keeps those who opted out from what ``activity`` sends."""
        return SUPPRESSION in activity.measures and self.measure(SUPPRESSION).in_place

    def chosen_measures(self) -> tuple[KnownMeasure, ...]:
        """Every measure that the organisation takes or plans: for itself, for customers or for an activity."""
        agreed = self._profile.customer_agreement.measures if self._profile.customer_agreement else ()
        named = (name for activity in self._profile.activities.values() for name in activity.measures)
        return tuple(self.measure(name) for name in dict.fromkeys((*self._profile.measures, *agreed, *named)))

    def measures_in_place(self) -> tuple[KnownMeasure, ...]:
        """Those of them that protect data already."""
        return tuple(measure for measure in self.chosen_measures() if measure.in_place)

    def measure(self, id_: str) -> KnownMeasure:
        """The measure with this id; without an entry in the profile it is the standard one, in place."""
        standard = self._law.measures.get(id_)
        own = self._profile.measures.get(id_) or Measure(id=id_, path=("measures", id_))
        missing = same(gap(f"measures.{id_}"))
        return KnownMeasure(
            id=id_,
            name=own.name or (standard.name if standard else missing),
            description=own.description or (standard.description if standard else missing),
            kind=own.kind or (standard.kind if standard else "technical"),
            article=own.article or (standard.article if standard else ()),
            in_place=own.status == "in_place",
            owner=own.owner,
            planned_for=own.planned_for,
            test=own.test,
            usual_test=standard.test if standard else None,
        )
