"""Rules on whether security is tested, and on dates of what was done (Arts. 5(2), 32(1)(c), (d))."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Text
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.protection import Test
from gdprdocs.rules.parties import called, processors_in_use
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.schema.past import past_dates
from gdprdocs.wording import date_words


@rule(
    "sec-never-tested",
    "security",
    "GDPR 32(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "er staat geen datum waarop dit is getest: {measures}",
        "Test de maatregel en zet onder “measures”, bij zijn id, in “test” wanneer (“last”) en hoe vaak (“every”).",
        "Of een slot werkt, weet u pas als u eraan hebt gevoeld.",
    ),
    en=Words(
        "no date is stated on which this was tested: {measures}",
        "Test the measure, and under “measures”, at its id, put in “test” when (“last”) and how often (“every”).",
        "Whether a lock works you only know when you have tried the door.",
    ),
)
def never_tested(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every measure that is in place says when it was last tested.

    One that “measures” describes is reported there; all others together. Of backups another rule asks the same.
    """
    untested = [each for each in catalogue.measures_in_place() if each.last_tested is None and each.id != "backup"]
    for measure in untested:
        if measure.id in profile.measures:
            yield Problem((*profile.measures[measure.id].path, "test", "last"), measures=listed([measure.name]))
    plain = [measure.name for measure in untested if measure.id not in profile.measures]
    if plain:
        yield Problem(("measures",), measures=listed(plain))


@rule(
    "sec-test-interval",
    "security",
    "GDPR 32(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "hoe vaak “{measure}” wordt getest, staat er niet",
        "Zet onder “test” in “every” hoe vaak, bijvoorbeeld P1Y.",
        "De wet vraagt om op gezette tijden te testen; zonder tijd ziet niemand dat een test te lang geleden is.",
    ),
    en=Words(
        "how often “{measure}” is tested is not stated",
        "Put in “every” under “test” how often, for example P1Y.",
        "The law asks for testing at regular times; without a time nobody sees that a test is too long ago.",
    ),
)
def no_interval(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A measure that is in place and was tested says how often it is."""
    for measure in catalogue.measures_in_place():
        if measure.test and measure.test.last and measure.test.every is None:
            yield Problem((*profile.measures[measure.id].path, "test", "every"), measure=measure.name)


@rule(
    "sec-test-overdue",
    "security",
    "GDPR 32(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "de test van “{measure}” is te laat: die moest uiterlijk op {day}",
        "Test opnieuw en zet de datum in “last”, of pas “every” aan als minder vaak genoeg is.",
        "Eén update is genoeg om te laten stoppen wat vorig jaar nog werkte.",
    ),
    en=Words(
        "the test of “{measure}” is overdue: it was due by {day}",
        "Test again and put the date in “last”, or change “every” if less often is enough.",
        "One update is enough to stop what still worked last year.",
    ),
)
def test_overdue(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The next test of every measure is not before the day for which the profile speaks.

    This holds for the measures of the organisation that are in place, and for the tests that it notes of a processor.
    """
    for measure in catalogue.measures_in_place():
        if measure.test:
            yield from _overdue(profile, measure.test, (*profile.measures[measure.id].path, "test"), measure.name)
    for processor, _ in processors_in_use(profile):
        for name, test in processor.measure_tests.items():
            what = filled(_AT, measure=catalogue.measure(name).name, party=called(processor))
            yield from _overdue(profile, test, (*processor.path, "measure_tests", name), what)


def _overdue(profile: Profile, test: Test, path: FieldPath, measure: Text) -> Iterator[Problem]:
    due = test.due(profile.date)
    if due.next and due.is_overdue:
        yield Problem((*path, "last"), measure=measure, day=worded(date_words, due.next))


_AT = Text(nl="{measure} bij {party}", en="{measure} at {party}")


@rule(
    "sec-test-future",
    "security",
    "GDPR 5(2)",
    nl=Words(
        "“{key}” is {day}, en dat is na {today}, de dag waarvoor dit profiel spreekt",
        "Verbeter de datum. Is dit echt al gebeurd, zet dan in “publication.reviewed” de dag waarop u het profiel "
        "daarna hebt nagekeken.",
        "Een document dat over iets vertelt wat nog moet gebeuren, klopt niet, en bewijst niets.",
    ),
    en=Words(
        "“{key}” is {day}, which is after {today}, the day for which this profile speaks",
        "Correct the date. Has this really been done, then put the day on which you reviewed the profile after it in "
        "“publication.reviewed”.",
        "A document that tells of something that is still to happen is not true, and proves nothing.",
    ),
)
def in_future(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No signature, test, review, check or assessment lies after the day for which the profile speaks.

    That day is the later of “effective” and “reviewed” under “publication”. Of days on which something starts, ends or
    is planned nothing is asked.
    """
    for path, day in past_dates(profile):
        if profile.date and day > profile.date:
            today = worded(date_words, profile.date)
            yield Problem(path, key=str(path[-1]), day=worded(date_words, day), today=today)


@rule(
    "sec-restore",
    "security",
    "GDPR 32(1)(c), 32(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "er zijn back-ups, maar er staat niet dat u er ooit een hebt teruggezet",
        "Zet een back-up terug als proef, en noteer de dag onder “measures” bij backup, in “test.last”. Doet u dat op "
        "vaste tijden, noem dan ook de maatregel restore_test.",
        "Een back-up die nooit is teruggezet, blijkt soms leeg op de dag dat u hem nodig hebt.",
    ),
    en=Words(
        "there are backups, but it is not stated that one was ever restored",
        "Restore a backup as a trial, and note the day under “measures” at backup, in “test.last”. If you do so at set "
        "times, name the measure restore_test too.",
        "A backup that was never restored sometimes turns out to be empty on the day you need it.",
    ),
)
def never_restored(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where backups are in place, they were tested, or there is a measure of restore testing in place."""
    known = {measure.id: measure for measure in catalogue.measures_in_place()}
    if "backup" in known and known["backup"].last_tested is None and "restore_test" not in known:
        own = profile.measures.get("backup")
        yield Problem((*own.path, "test", "last") if own else ("measures",))


RULES = rules_in(globals())
