"""Rules on what a processor agreement says: its subject and the clauses of Art. 28(3)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, dotted
from gdprdocs.language import Text, is_gap
from gdprdocs.law import law
from gdprdocs.profile import Activity, Agreement, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import CustomerAgreement
from gdprdocs.rules.parties import called, processors_in_use
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


@rule(
    "proc-scope",
    "processor",
    "GDPR 28(3)",
    nl=Words(
        "de overeenkomst met “{party}” zegt niet waar zij over gaat; er ontbreekt: {missing}",
        "Vul deze sleutels in bij de verwerker, zijn overeenkomst en de activiteiten waarin hij werkt.",
        "De overeenkomst beschrijft het onderwerp, de duur, het doel, de soort gegevens en over wie zij gaan.",
    ),
    en=Words(
        "the agreement with “{party}” does not say what it is about; missing: {missing}",
        "Fill in these keys for the processor, its agreement and the activities in which it works.",
        "The agreement describes the subject, the duration, the purpose, the kind of data and whom they are about.",
    ),
)
def scope(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The profile gives what an agreement has to describe: the parties, the service, the duration, purposes and data.

    A fixed term has an end. The purposes and the people are those of the activities that use the processor; an activity
    for a customer has a service in place of purposes.
    """
    for processor, activities in processors_in_use(profile):
        if processor.agreement:
            missing = [*_missing_from(processor, processor.agreement), *_missing_from_all(activities)]
            if missing:
                keys = listed(_key(path, processor) for path in missing)
                yield Problem(missing[0], party=called(processor), missing=keys)


def _key(path: FieldPath, processor: Processor) -> str:
    """The place of a key, as seen from the processor where it lies there."""
    return dotted(path[2:] if path[:2] == processor.path else path)


def _missing_from(processor: Processor, agreement: Agreement) -> Iterator[FieldPath]:
    if is_gap(processor.name):
        yield (*processor.path, "name")
    if processor.service is None:
        yield (*processor.path, "service")
    if not processor.data_categories:
        yield (*processor.path, "data_categories")
    if agreement.term is None:
        yield (*agreement.path, "term")
    if agreement.term == "fixed" and agreement.ends is None:
        yield (*agreement.path, "ends")


def _missing_from_all(activities: tuple[Activity, ...]) -> Iterator[FieldPath]:
    """What none of ``activities`` says; that a purpose is about nobody is reported for that purpose."""
    first = activities[0]
    if first.is_own and not any(activity.purposes or activity.service for activity in activities):
        yield (*first.path, "purposes")
    if not any(activity.purposes or activity.data_subjects for activity in activities):
        yield (*first.path, "data_subjects")


@rule(
    "proc-clauses",
    "processor",
    "GDPR 28(3)",
    nl=Words(
        "de overeenkomst met “{party}” regelt niet: {missing}",
        "Vul onder “agreement” in: “breach_notice”, “request_help”, “audit”, “at_end” met “do” en “within”, en "
        "“sub_processing” met “authorisation”; en noem in “measures” van de verwerker wat er aan beveiliging is.",
        "De wet somt op wat elke verwerkersovereenkomst regelt; zonder een van die punten voldoet zij niet.",
    ),
    en=Words(
        "the agreement with “{party}” does not cover: {missing}",
        "Fill in under “agreement”: “breach_notice”, “request_help”, “audit”, “at_end” with “do” and “within”, and "
        "“sub_processing” with “authorisation”; and name the security that there is in “measures” of the processor.",
        "The law lists what every processor agreement covers; without one of these points it does not comply.",
    ),
)
def clauses(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The agreement covers everything that Art. 28(3)(a)–(h) lists.

    For our own agreement the profile gives the facts that its clauses state: instructions need a contact to receive
    them, confidentiality needs none. For a supplier's terms ``covers`` names all eight subjects. The standard clauses
    of the EU say most themselves, and leave open the security, the contact and how sub-processors are allowed. Who
    allowed the sub-processors that there are is reported for those.
    """
    for processor, _ in processors_in_use(profile):
        agreement = processor.agreement
        if agreement is None:
            continue
        if agreement.is_suppliers:
            absent = {name: (*agreement.path, "covers") for name in _CLAUSES if name not in agreement.covers}
        else:
            absent = dict(_facts_absent(processor, agreement, catalogue))
        if absent:
            yield Problem(
                next(iter(absent.values())),
                party=called(processor),
                missing=listed(_CLAUSES[name].name for name in absent),
                remedy=_READ_TERMS if agreement.is_suppliers else _fill_in(absent, processor),
            )


def _fill_in(absent: dict[str, FieldPath], processor: Processor) -> Text:
    words = _NAME_MEASURES if list(absent) == ["security"] else _FILL_IN
    return filled(words, keys=listed(_key(path, processor) for path in absent.values()))


def _facts_absent(processor: Processor, agreement: Agreement, catalogue: Catalogue) -> Iterator[tuple[str, FieldPath]]:
    """The clauses of our own agreement that lack their facts, each with the key to fill in."""
    authorised = agreement.sub_processing and agreement.sub_processing.authorisation
    if not any(catalogue.measure(name).in_place for name in processor.measures):
        yield "security", (*processor.path, "measures")
    if not authorised and not processor.sub_processors:
        yield "sub_processing", (*agreement.path, "sub_processing", "authorisation")
    if authorised == "specific" and _period_absent(agreement):
        yield "sub_processing", (*agreement.path, "sub_processing", "notice")
    if agreement.form != "standard_clauses":
        yield from _terms_absent(agreement)
    if processor.contact is None or not (processor.contact.email or processor.contact.phone):
        yield "instructions", (*processor.path, "contact")


def _period_absent(agreement: Agreement) -> bool:
    """Whether the standard clauses of the EU lack the period that they want with each kind of authorisation."""
    sub = agreement.sub_processing
    return agreement.form == "standard_clauses" and sub is not None and sub.notice is None


def _terms_absent(agreement: Agreement) -> Iterator[tuple[str, FieldPath]]:
    """What our own clauses state and ``agreement`` does not give."""
    if agreement.request_help is None:
        yield "requests", (*agreement.path, "request_help")
    if agreement.breach_notice is None:
        yield "assistance", (*agreement.path, "breach_notice")
    end, audit = agreement.at_end, agreement.audit
    if end is None or end.do is None or end.within is None:
        yield "at_end", (*agreement.path, "at_end", "within" if end and end.do else "do")
    if audit is None or audit.frequency is None or audit.notice is None or audit.costs is None:
        yield "audit", (*agreement.path, "audit")


@rule(
    "proc-customer-terms",
    "processor",
    "GDPR 28(3)",
    nl=Words(
        "uw overeenkomst met klanten is niet af; er ontbreekt: {missing}",
        "Vul deze sleutels in. Wilt u zelf geen overeenkomst aanbieden, haal “customer_agreement” dan weg.",
        "Een klant tekent alleen een overeenkomst waarin staat wat de wet van een verwerker vraagt.",
    ),
    en=Words(
        "your agreement with customers is not complete; missing: {missing}",
        "Fill in these keys. If you do not want to offer an agreement of your own, remove “customer_agreement”.",
        "A customer only signs an agreement that says what the law asks of a processor.",
    ),
)
def customer_terms(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The agreement that an organisation offers its customers has every fact that its text states.

    They are those of any processor agreement: the term, the places, the measures, the signatory, and how sub-processors
    are allowed. A country outside the EEA has a ground for the transfer.
    """
    offered = profile.customer_agreement
    if offered is None or not profile.activities_for_others or offered.agreement.is_suppliers:
        return
    missing = list(_missing_for_customers(profile, offered, catalogue))
    if missing:
        yield Problem(missing[0], missing=listed(map(dotted, missing)))


def _missing_for_customers(profile: Profile, offered: CustomerAgreement, catalogue: Catalogue) -> Iterator[FieldPath]:
    agreement = offered.agreement
    if agreement.term is None:
        yield (*agreement.path, "term")
    if agreement.term == "fixed" and agreement.ends is None:
        yield (*agreement.path, "ends")
    sub = agreement.sub_processing
    if sub is None or sub.authorisation is None:
        yield (*agreement.path, "sub_processing", "authorisation")
    elif sub.authorisation == "general":
        yield from ((*sub.path, key) for key in ("notice", "objection") if getattr(sub, key) is None)
    elif sub.authorisation == "specific" and _period_absent(agreement):
        yield (*sub.path, "notice")
    if agreement.form != "standard_clauses":
        yield from (path for _, path in _terms_absent(agreement))
    if not any(catalogue.measure(name).in_place for name in offered.measures):
        yield (*offered.path, "measures")
    for key in ("processing_locations", "accessed_from"):
        if not getattr(offered, key):
            yield (*offered.path, key)
    covered = {country for transfer in offered.transfers if transfer.mechanism for country in transfer.to}
    if set(offered.countries) - law().eea - covered:
        yield (*offered.path, "transfer")
    if profile.organisation.signatory is None:
        yield ("organisation", "signatory")
    yield from (
        (*activity.path, key)
        for activity in profile.activities_for_others
        for key in ("data_subjects", "data_categories")
        if not getattr(activity, key) and not activity.purposes
    )


_CLAUSES = law().processor_clauses
_NAME_MEASURES = Text(
    nl="Noem bij de verwerker in {keys} wat er aan beveiliging is; een maatregel die nog gepland is, telt niet.",
    en="Name the security that there is in {keys} of the processor; a measure that is only planned does not count.",
)
_FILL_IN = Text(nl="Vul bij de verwerker in: {keys}.", en="Fill in for the processor: {keys}.")
_READ_TERMS = Text(
    nl=f"Lees na of de voorwaarden van de leverancier dit regelen en zet het dan in “covers” ({', '.join(_CLAUSES)}); "
    "regelen zij het niet, sluit dan een eigen overeenkomst.",
    en=f"Read whether the supplier's terms cover this and if so put it in “covers” ({', '.join(_CLAUSES)}); if they do "
    "not, conclude your own agreement.",
)


RULES = rules_in(globals())
