"""Whom an activity concerns, as rules ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.law import DataSubject
from gdprdocs.profile import Activity, OwnSubject
from gdprdocs.profile.catalogue import Catalogue


def subjects_of(activity: Activity, catalogue: Catalogue) -> Iterator[DataSubject | OwnSubject]:
    """Everybody whom an activity or one of its purposes concerns, each category once."""
    named = [*activity.data_subjects, *(name for each in activity.purposes.values() for name in each.data_subjects)]
    for name in dict.fromkeys(named):
        yield catalogue.subject(name)


def is_about_staff(activity: Activity, catalogue: Catalogue) -> bool:
    """Whether staff are among those whom an activity concerns."""
    return any(subject.relation == "employment" for subject in subjects_of(activity, catalogue))
