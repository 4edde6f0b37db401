"""Rules on engaging a processor: which data it gets, its guarantees, how it reports and how it ends (Art. 28)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Text
from gdprdocs.profile import Agreement, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.due import Due
from gdprdocs.rules.parties import called, handed_beyond, processors_in_use, used_categories
from gdprdocs.rules.promise import is_late
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import date_words, duration_words


@rule(
    "proc-data-mismatch",
    "processor",
    "GDPR 5(1)(c), 28(3)",
    severity=Severity.WARNING,
    nl=Words(
        "de gegevens bij “{party}” passen niet bij de activiteiten die deze verwerker noemen: {why}",
        "Pas “data_categories” van de verwerker aan, of “processors” en de gegevens van de activiteit.",
        "De overeenkomst somt op welke gegevens de verwerker heeft; zij klopt alleen als dat is wat hij echt krijgt.",
    ),
    en=Words(
        "the data at “{party}” do not fit the activities that name this processor: {why}",
        "Change “data_categories” of the processor, or “processors” and the data of the activity.",
        "The agreement lists which data the processor has; it is right only if that is what it really gets.",
    ),
)
def data_mismatch(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The categories of a processor, which its agreement lists, are those of the activities that engage it.

    It has none that no such activity uses, and at least one of each such activity. What nothing in the profile uses at
    all is another rule, and so is a processor or an activity that names no data.
    """
    used = used_categories(profile)
    for processor, activities in processors_in_use(profile):
        handled = processor.data_categories
        more = handed_beyond(handled, activities, used)
        if more:
            why = filled(_TOO_MUCH, names=listed(catalogue.category(name).name for name in more))
            yield Problem((*processor.path, "data_categories", more[0]), party=called(processor), why=why)
        for activity in activities:
            if handled and activity.categories and not set(handled) & set(activity.categories):
                why = filled(_NOTHING, activity=activity.name)
                yield Problem((*activity.path, "processors", processor.id), party=called(processor), why=why)


_TOO_MUCH = Text(nl="geen daarvan gebruikt {names}", en="none of them uses {names}")
_NOTHING = Text(nl="van “{activity}” krijgt hij niets", en="it gets none of the data of “{activity}”")


@rule(
    "proc-breach-term",
    "processor",
    "GDPR 33(2)",
    severity=Severity.WARNING,
    nl=Words(
        "wanneer “{party}” een datalek meldt, is niet goed geregeld: {why}",
        "Spreek een korte termijn af, bijvoorbeeld 24 uur, en zet die in “breach_notice”: PT24H.",
        "Een verwerker meldt een datalek zonder te dralen. Uw 72 uur beginnen als u het weet, maar mensen lopen al "
        "gevaar vanaf het lek.",
    ),
    en=Words(
        "when “{party}” reports a breach is not arranged well: {why}",
        "Agree a short term, for example 24 hours, and put it in “breach_notice”: PT24H.",
        "A processor reports a breach without delay. Your 72 hours begin when you know, but people are at risk from "
        "the breach on.",
    ),
)
def breach_term(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A processor reports a breach within a term that is stated and shorter than 72 hours.

    So does the organisation to its own customers. The law says “without undue delay” and names no number: 72 hours is
    what a controller itself gets, and cannot be what its processor needs before. For our own agreement a term that is
    missing is reported by ``proc-clauses``. Terms that add up along a chain are another rule.
    """
    offered = profile.customer_agreement
    if offered and profile.activities_for_others:
        yield from _slow(profile.organisation.name, offered.agreement)
    for processor, _ in processors_in_use(profile):
        agreement = processor.agreement
        if agreement is None:
            continue
        if agreement.breach_notice is None and _has_other_text(agreement):
            yield Problem((*agreement.path, "breach_notice"), party=called(processor), why=_NO_TERM)
        yield from _slow(called(processor), agreement)


def _slow(party: str, agreement: Agreement) -> Iterator[Problem]:
    term = agreement.breach_notice
    if term and is_late((term,)):
        why = filled(_SLOW, term=worded(duration_words, term))
        yield Problem((*agreement.path, "breach_notice"), party=party, why=why)


_NO_TERM = Text(nl="er staat geen termijn", en="there is no term")
_SLOW = Text(nl="{term} is te lang", en="{term} is too long")


@rule(
    "proc-guarantees",
    "processor",
    "GDPR 28(1)",
    severity=Severity.WARNING,
    nl=Words(
        "de waarborgen van “{party}” zijn niet op tijd gecontroleerd: {why}",
        "Controleer de beveiliging, bijvoorbeeld aan de hand van een certificaat of auditverslag, en zet onder "
        "“checked” de dag in “date”, waarmee in “by” en wanneer opnieuw in “again”.",
        "U mag alleen verwerkers inschakelen die de gegevens goed beschermen; dat moet u nagaan, en niet één keer.",
    ),
    en=Words(
        "the guarantees of “{party}” were not checked in time: {why}",
        "Check the security, for example by a certificate or an audit report, and put under “checked” the day in "
        "“date”, by what in “by” and when again in “again”.",
        "You may only engage processors that protect the data well; you have to find that out, and more than once.",
    ),
)
def guarantees(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The guarantees of a processor were checked, and the next check is not overdue on the date of the profile.

    While an agreement is still a draft there is time for it.
    """
    for processor, _ in processors_in_use(profile):
        if processor.agreement and processor.agreement.status != "draft":
            lack = _unchecked(processor.agreement, profile)
            if lack:
                key, why = lack
                yield Problem((*processor.agreement.path, "checked", key), party=called(processor), why=why)


def _unchecked(agreement: Agreement, profile: Profile) -> tuple[str, Text] | None:
    checked = agreement.checked
    missing = [key for key in ("date", "by", "again") if checked is None or getattr(checked, key) is None]
    if missing:
        return missing[0], filled(_MISSING, keys=listed(missing))
    due = Due(checked.date, checked.again, profile.date) if checked else None
    if due and due.is_overdue and due.next:
        return "date", filled(_OVERDUE, due=worded(date_words, due.next))
    return None


_MISSING = Text(nl="er ontbreekt {keys}", en="missing is {keys}")
_OVERDUE = Text(nl="dat moest uiterlijk op {due} opnieuw", en="it was due again on {due}")


@rule(
    "proc-exit",
    "processor",
    "GDPR 28(3)(g)",
    severity=Severity.WARNING,
    nl=Words(
        "hoe “{party}” na afloop de gegevens teruggeeft en wist, is niet af; er ontbreekt: {missing}",
        "Spreek dit af en vul het in onder “at_end”: “do” en “within”, bij teruggeven ook “format”, en "
        "“backups_within” als de verwerker back-ups maakt.",
        "Wie pas bij een ruzie of faillissement bedenkt hoe hij zijn gegevens terugkrijgt, is te laat.",
    ),
    en=Words(
        "how “{party}” returns and erases the data at the end is not complete; missing: {missing}",
        "Agree on it and fill it in under “at_end”: “do” and “within”, with returning also “format”, and "
        "“backups_within” if the processor makes backups.",
        "Whoever only thinks of how to get the data back at a quarrel or a bankruptcy is too late.",
    ),
)
def exit_(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """What happens at the end of an agreement is whole: what is done, when, in which format, and for backups.

    For our own agreement ``proc-clauses`` asks for the first two, and nothing more is said until they are there; so it
    does for a supplier's terms, which cover the end or do not. A processor that says why it needs no recovery makes no
    backups. How it proves that the data are gone stands in the agreement itself.
    """
    for processor, _ in processors_in_use(profile):
        agreement = processor.agreement
        if agreement:
            missing = list(_missing_at_end(processor, agreement))
            if missing:
                keys = listed(str(path[-1]) for path in missing)
                yield Problem(missing[0], party=called(processor), missing=keys)


def _missing_at_end(processor: Processor, agreement: Agreement) -> Iterator[FieldPath]:
    end = agreement.at_end
    basics = [key for key in ("do", "within") if end is None or getattr(end, key) is None]
    if basics and agreement.form != "standard_clauses":
        return
    returned = end is not None and end.do in ("return", "return_and_delete")
    yield from ((*agreement.path, "at_end", key) for key in basics)
    if returned and end and end.format is None:
        yield (*agreement.path, "at_end", "format")
    if end and end.backups_within is None and processor.has_backups:
        yield (*agreement.path, "at_end", "backups_within")


def _has_other_text(agreement: Agreement) -> bool:
    """Whether the text is not made here, so that ``proc-clauses`` does not ask for every fact in it."""
    return agreement.form in ("supplier", "standard_clauses")


RULES = rules_in(globals())
