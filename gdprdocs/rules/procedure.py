"""Rules on procedures for erasing data and for telling others of it, and on the backups that outlive data.

A written policy is asked of an organisation whose work asks for one (Art. 24(2)), and of one that has begun to write
it; a small organisation with ordinary data is left in peace.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.duration import Duration
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.kept import category_name, kept_by_category
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in, worded
from gdprdocs.wording import duration_words

_MANY = 250
"""From so many employees on the law no longer counts an organisation as small (Art. 30(5))."""

_THREE_MONTHS = Duration(days_part=92)
"""Within this time at most, extension included, a request to erase is met (Art. 12(3))."""


def _needs_policy(profile: Profile) -> bool:
    """Whether a written policy is in proportion to what the organisation does (Art. 24(2))."""
    organisation = profile.organisation
    officer = organisation.data_protection_officer
    many = organisation.employees is not None and organisation.employees >= _MANY
    large_scale = any(activity.large_scale for activity in profile.own_activities)
    return many or large_scale or organisation.is_public or bool(officer and officer.required)


@rule(
    "ret-no-action",
    "retention",
    "GDPR 5(2), 24(2), 25(2)",
    severity=Severity.WARNING,
    nl=Words(
        "wie gegevens na hun bewaartermijn verwijdert, hoe en hoe vaak, staat er niet",
        "Beschrijf het onder “deletion”: wie wist, hoe vaak, wie het controleert, en wanneer het uit de back-up is.",
        "Een termijn waar niemand naar handelt, is geen termijn: de gegevens blijven liggen.",
    ),
    en=Words(
        "who removes data after their retention period, how and how often is not stated",
        "Describe it under “deletion”: who erases, how often, who checks it, and when data are gone from the backups.",
        "A period on which nobody acts is none: the data stay where they are.",
    ),
)
def no_action(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """It is stated how data are erased, by a large organisation and by one that says how it handles requests.

    Large is: a public body, one that must have a data protection officer, one with 250 employees or more, or one that
    works on a large scale. What is in ``deletion`` (owner, rhythm, backups) the profile's form asks by itself.
    """
    begun = profile.requests is not None and profile.requests.handling is not None
    if profile.own_activities and profile.deletion is None and (begun or _needs_policy(profile)):
        yield Problem(("deletion",))


@rule(
    "ret-backup",
    "retention",
    "GDPR 5(1)(e), 32(1)(c)",
    severity=Severity.WARNING,
    nl=Words(
        "back-ups blijven {kept}, langer dan {categories} in het systeem zelf",
        "Bewaar back-ups korter, of geef deze gegevens een termijn waarin de tijd in de back-up past.",
        "Wat uit het systeem gewist is maar in de back-up blijft, is niet weg.",
    ),
    en=Words(
        "backups are kept for {kept}, longer than {categories} in the system itself",
        "Keep backups for a shorter time, or give these data a period that has room for the time in the backup.",
        "What is erased from the system but stays in the backup is not gone.",
    ),
)
def backup(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No backup of over three months outlives the period of what is in the organisation's own systems.

    What is written over within three months is taken for an ordinary rotation, even where data are erased sooner: that
    is the time in which a request to erase has to be met at most. Of several purposes the longest period counts; where
    one has a criterion its length is not known. What only processors hold is in their backups, of which their
    agreements tell.
    """
    kept = profile.deletion and profile.deletion.backups.kept
    if not (profile.deletion and kept and kept.days > _THREE_MONTHS.days):
        return
    placed = {name for place in profile.deletion.systems.values() for name in place.data_categories}
    outlived = []
    for category, uses in kept_by_category(profile).items():
        lengths = [use.length.days for use in uses if use.length]
        if category in placed and len(lengths) == len(uses) and max(lengths) < kept.days:
            outlived.append(category_name(catalogue, category))
    if outlived:
        path = (*profile.deletion.path, "backups", "kept")
        yield Problem(path, kept=worded(duration_words, kept), categories=listed(outlived))


@rule(
    "rights-notify-recipients",
    "rights",
    "GDPR 19",
    severity=Severity.WARNING,
    nl=Words(
        "er staat niet hoe ontvangers en verwerkers horen dat gegevens verbeterd of gewist zijn",
        "Beschrijf onder “requests: handling” hoe u verzoeken afhandelt, met in “passed_on” wie ontvangers "
        "en verwerkers inlicht.",
        "Een fout die u verbetert, blijft bij anderen bestaan zolang zij het niet weten.",
    ),
    en=Words(
        "it is not stated how recipients and processors hear that data were corrected or erased",
        "Describe under “requests: handling” how you handle requests, with in “passed_on” who tells recipients and "
        "processors.",
        "A mistake that you correct lives on with others for as long as they do not know.",
    ),
)
def notify_recipients(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Others hear of a correction or erasure, where a large organisation, or one with ``deletion``, has recipients.

    Large is what it is for ``ret-no-action``. What is in ``handling`` the profile's form asks by itself.
    """
    handled = profile.requests is not None and profile.requests.handling is not None
    others = any(activity.processors or activity.recipients for activity in profile.own_activities)
    if others and not handled and (profile.deletion is not None or _needs_policy(profile)):
        yield Problem(("requests", "handling"))


RULES = rules_in(globals())
