"""Rules on the chain below a processor (Art. 28(2) and (4)): who allowed it, under which contract, and who it is."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Text, is_gap
from gdprdocs.profile import Agreement, Processor, Profile, SubProcessor
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.parties import Link, called, links, processors_in_use
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import date_words


def _links_in_use(profile: Profile) -> Iterator[Link]:
    """Every sub-processor below a processor that an activity uses."""
    for processor, _ in processors_in_use(profile):
        yield from links(processor)


@rule(
    "sub-no-authorisation",
    "sub-processor",
    "GDPR 28(2)",
    nl=Words(
        "voor {sub}, onder “{party}”, is geen toestemming: {why}",
        "Geef schriftelijk toestemming of laat de verwerker deze partij niet gebruiken. Zet de soort toestemming in "
        "“authorisation” onder “sub_processing” (general of specific), en bij specific de datum in “authorised” van "
        "elke subverwerker.",
        "Een verwerker mag alleen met uw schriftelijke toestemming een ander inschakelen.",
    ),
    en=Words(
        "there is no permission for {sub}, below “{party}”: {why}",
        "Give written permission or do not let the processor use this party. Put the kind of permission in "
        "“authorisation” under “sub_processing” (general or specific) and, with specific, the date in “authorised” of "
        "each sub-processor.",
        "A processor is allowed to engage another only with your written permission.",
    ),
)
def no_authorisation(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The agreement with the processor allows every sub-processor in its chain.

    With a general permission all are allowed, with a specific one those that have a date in ``authorised``, and none
    where sub-processing is prohibited. That there is no agreement at all is another rule.
    """
    for processor, _ in processors_in_use(profile):
        if processor.agreement and processor.sub_processors:
            yield from _unauthorised(processor, processor.agreement)


def _unauthorised(processor: Processor, agreement: Agreement) -> Iterator[Problem]:
    kind = agreement.sub_processing.authorisation if agreement.sub_processing else None
    chain = [link.sub for link in links(processor)]
    if kind is None:
        path = (*agreement.path, "sub_processing", "authorisation")
        yield Problem(path, sub=listed(map(called, chain)), party=called(processor), why=_NOT_AGREED)
    for sub in chain:
        if kind == "prohibited":
            yield Problem(sub.path, sub=f"“{called(sub)}”", party=called(processor), why=_PROHIBITED)
        if kind == "specific" and sub.authorised is None:
            path = (*sub.path, "authorised")
            yield Problem(path, sub=f"“{called(sub)}”", party=called(processor), why=_NO_DATE)


_NOT_AGREED = Text(nl="de overeenkomst zegt er niets over", en="the agreement says nothing about it")
_PROHIBITED = Text(nl="de overeenkomst verbiedt subverwerkers", en="the agreement prohibits sub-processors")
_NO_DATE = Text(
    nl="de overeenkomst vraagt toestemming per partij, en de datum daarvan ontbreekt",
    en="the agreement asks for permission for each party, and the date of it is missing",
)


@rule(
    "sub-no-objection-term",
    "sub-processor",
    "GDPR 28(2)",
    nl=Words(
        "de algemene toestemming aan “{party}” voor subverwerkers mist {missing}",
        "Spreek af hoe lang vooraf de verwerker een nieuwe subverwerker meldt (“notice”) en hoe lang u bezwaar kunt "
        "maken (“objection”), en zet beide onder “sub_processing”.",
        "Algemene toestemming geldt alleen als u van elke nieuwe partij hoort en er nee tegen kunt zeggen.",
    ),
    en=Words(
        "the general permission to “{party}” for sub-processors lacks {missing}",
        "Agree how long beforehand the processor reports a new sub-processor (“notice”) and how long you have to "
        "object (“objection”), and put both under “sub_processing”.",
        "A general permission counts only if you hear of every new party and are able to say no to it.",
    ),
)
def no_objection_term(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A general permission for sub-processors has a notice term and a term to object."""
    for processor, _ in processors_in_use(profile):
        agreed = processor.agreement.sub_processing if processor.agreement else None
        if agreed and agreed.authorisation == "general":
            missing = [key for key in ("notice", "objection") if getattr(agreed, key) is None]
            if missing:
                yield Problem((*agreed.path, missing[0]), party=called(processor), missing=listed(missing))


@rule(
    "sub-no-flowdown",
    "sub-processor",
    "GDPR 28(4)",
    nl=Words(
        "tussen “{party}” en “{sub}” is geen contract met dezelfde plichten: {why}",
        "Vraag de partij erboven dit contract te sluiten of te bevestigen, en zet onder “agreement” van de "
        "subverwerker de datum in “signed”.",
        "Wat u met de verwerker afspreekt, beschermt de gegevens alleen als het voor de hele keten geldt.",
    ),
    en=Words(
        "there is no contract with the same duties between “{party}” and “{sub}”: {why}",
        "Ask the party above to conclude or confirm this contract, and put the date in “signed” under “agreement” of "
        "the sub-processor.",
        "What you agree with the processor protects the data only if it holds for the whole chain.",
    ),
)
def no_flowdown(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every sub-processor has a contract with the party above it: signed, and in force on the date of the profile.

    One that works only later has a contract from that day on.
    """
    for sub, above in _links_in_use(profile):
        lack = _lack(sub, profile)
        if lack:
            path, why = lack
            yield Problem(path, party=called(above[-1]), sub=called(sub), why=why)


def _lack(sub: SubProcessor, profile: Profile) -> tuple[FieldPath, Text] | None:
    agreement = sub.agreement
    if agreement is None:
        return (*sub.path, "agreement"), _NONE
    if agreement.signed is None or agreement.status == "draft":
        return (*agreement.path, "signed"), _UNSIGNED
    if profile.date is None:
        return None
    if agreement.ends and agreement.ends < profile.date:
        return (*agreement.path, "ends"), filled(_ENDED, ended=worded(date_words, agreement.ends))
    begins = agreement.starts or agreement.signed
    if begins > max(profile.date, sub.since or profile.date):
        key = "starts" if agreement.starts else "signed"
        return (*agreement.path, key), filled(_NOT_YET, begins=worded(date_words, begins))
    return None


_NONE = Text(nl="het profiel noemt er geen", en="the profile names none")
_UNSIGNED = Text(nl="het is niet getekend", en="it is not signed")
_ENDED = Text(nl="het eindigde op {ended}", en="it ended on {ended}")
_NOT_YET = Text(nl="het geldt pas vanaf {begins}", en="it only holds from {begins}")


@rule(
    "sub-details",
    "sub-processor",
    "GDPR 28(1), 28(2), 28(4)",
    nl=Words(
        "bij subverwerker “{sub}”, onder “{party}”, ontbreekt: {missing}",
        "Vul in wie de subverwerker is (“name”, “address”, “contact”), wat hij doet (“service”) en met welke gegevens "
        "(“data_categories”).",
        "U bepaalt wie met de gegevens werkt; daarvoor moet u van elke schakel weten wie het is en wat hij doet.",
    ),
    en=Words(
        "missing for sub-processor “{sub}”, below “{party}”: {missing}",
        "Fill in who the sub-processor is (“name”, “address”, “contact”), what it does (“service”) and with which data "
        "(“data_categories”).",
        "You decide who works with the data; for that you need to know of every link who it is and what it does.",
    ),
)
def details(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every sub-processor has a name, an address, a contact, a service and data categories.

    So has a processor that works for the organisation's own customers: to them it is a sub-processor. That its places
    are missing is another rule.
    """
    for sub, above in _links_in_use(profile):
        yield from _details_missing(sub, called(above[-1]))
    for processor, activities in processors_in_use(profile):
        if not all(activity.is_own for activity in activities):
            yield from _details_missing(processor, profile.organisation.name)


def _details_missing(sub: Handler, engaged_by: str) -> Iterator[Problem]:
    missing = [
        *(["name"] if is_gap(sub.name) else []),
        *(key for key in ("address", "contact", "service") if getattr(sub, key) is None),
        *(["data_categories"] if not sub.data_categories else []),
    ]
    if missing:
        path = (*sub.path, missing[0])
        yield Problem(path, sub=called(sub), party=engaged_by, missing=listed(missing))


@rule(
    "sub-cycle",
    "sub-processor",
    "GDPR 28(2), 28(4)",
    nl=Words(
        "de keten loopt in een kring: {chain}",
        "Verbeter wie voor wie werkt: geen partij staat twee keer in dezelfde keten.",
        "Wie via anderen voor zichzelf werkt, houdt op niemand toezicht; de keten is dan verkeerd beschreven.",
    ),
    en=Words(
        "the chain is circular: {chain}",
        "Correct who works for whom: no party stands in the same chain twice.",
        "Whoever works for itself through others watches over nobody; the chain is then described wrongly.",
    ),
)
def cycle(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No sub-processor has the id or the name of a party above it in the same chain; the first return is reported."""
    for processor, _ in processors_in_use(profile):
        yield from _returns(processor, ())


def _returns(party: Handler, above: tuple[Handler, ...]) -> Iterator[Problem]:
    for position, earlier in enumerate(above):
        if earlier.id == party.id or _plain(earlier) == _plain(party):
            names = [called(each) for each in (*above[position:], party)]
            yield Problem(party.path, at_key=True, chain=" → ".join(f"“{name}”" for name in names))
            return
    for sub in party.sub_processors.values():
        yield from _returns(sub, (*above, party))


def _plain(party: Handler) -> str:
    return " ".join(party.name.casefold().split())


@rule(
    "sub-unknown",
    "sub-processor",
    "GDPR 28(4)",
    nl=Words(
        "“{party}” heeft subverwerkers ({subs}), maar geen activiteit gebruikt deze verwerker",
        "Noem de verwerker in “processors” van de activiteit waarin hij werkt, of haal hem met zijn keten weg.",
        "Een keten zonder activiteit staat in geen enkel document, terwijl er misschien wel gegevens heen gaan.",
    ),
    en=Words(
        "“{party}” has sub-processors ({subs}), but no activity uses this processor",
        "Name the processor in “processors” of the activity in which it works, or remove it with its chain.",
        "A chain without an activity appears in no document, while data perhaps do go there.",
    ),
)
def unknown(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A processor with sub-processors is used by an activity."""
    used = {processor.id for processor, _ in processors_in_use(profile)}
    for processor in profile.processors.values():
        if processor.sub_processors and processor.id not in used:
            subs = listed(called(sub) for sub in processor.sub_processors.values())
            path = (*processor.path, "sub_processors")
            yield Problem(path, sought_in="processors", subs=subs, party=called(processor))


RULES = rules_in(globals())
