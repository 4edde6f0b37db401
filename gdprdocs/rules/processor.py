"""Rules on processors: that there is an agreement, signed and in force, and no purpose of their own (Art. 28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gdprdocs.language import Text
from gdprdocs.profile import Activity, Agreement, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, processors_in_use
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.wording import date_words


@rule(
    "proc-no-agreement",
    "processor",
    "GDPR 28(3), 28(9)",
    nl=Words(
        "met “{party}” is geen verwerkersovereenkomst",
        "Sluit een verwerkersovereenkomst en zet wat u afspreekt onder “agreement”.",
        "Een verwerker mag pas met gegevens werken als vastligt wat hij ermee doet en hoe hij ze beschermt.",
    ),
    en=Words(
        "there is no processor agreement with “{party}”",
        "Conclude a processor agreement and put what you agree under “agreement”.",
        "A processor is allowed to work with data only once it is laid down what it does and how it protects them.",
    ),
)
def no_agreement(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every processor that an activity uses has an agreement."""
    for processor, _ in processors_in_use(profile):
        if processor.agreement is None:
            yield Problem((*processor.path, "agreement"), party=called(processor))


@rule(
    "proc-unsigned",
    "processor",
    "GDPR 28(3), 28(9)",
    nl=Words(
        "de overeenkomst met “{party}” is niet goed getekend: {why}",
        "Zet de datum in “signed” van de overeenkomst en wie er tekent in “signatory”, bij de verwerker en bij uw "
        "organisatie. Is er nog niet getekend, schrijf dan “status: draft” en in “starts” een latere dag.",
        "Zonder handtekening van beide kanten, of met een te late, is er op dat moment geen overeenkomst.",
    ),
    en=Words(
        "the agreement with “{party}” is not signed properly: {why}",
        "Put the date in “signed” of the agreement and who signs in “signatory”, of the processor and of your "
        "organisation. If it is not signed yet, write “status: draft”, and a later day in “starts”.",
        "Without a signature of both sides, or with a late one, there is no agreement at that moment.",
    ),
)
def unsigned(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An agreement is signed by both sides before the processor starts.

    A draft is allowed while the agreement starts after the date of the profile. Otherwise there is a date of signature.
    There is always a signatory on either side (for a supplier's own terms, to which one agrees, only on that of the
    organisation).
    That date lies on or before ``starts``; where that is left out, before the activities of the processor began.
    """
    signing = []
    for processor, activities in processors_in_use(profile):
        agreement = processor.agreement
        if agreement is None:
            continue
        is_draft = agreement.status == "draft"
        if is_draft and not (agreement.starts and profile.date and agreement.starts > profile.date):
            path = (*agreement.path, "status")
            yield Problem(path, party=called(processor), why=_DRAFT, remedy=_SIGN_DRAFT)
            continue
        signing.append(processor)
        if is_draft:
            pass
        elif agreement.signed is None:
            yield Problem((*agreement.path, "signed"), party=called(processor), why=_NO_DATE)
        elif late := _late(agreement, agreement.signed, activities):
            yield Problem((*agreement.path, "signed"), party=called(processor), why=late, remedy=_TOO_LATE)
        if processor.signatory is None and not agreement.is_suppliers:
            yield Problem((*processor.path, "signatory"), party=called(processor), why=_NOBODY_THERE)
    if signing and profile.organisation.signatory is None:
        path = ("organisation", "signatory")
        yield Problem(path, party="”, “".join(called(each) for each in signing), why=_NOBODY_HERE)


def _late(agreement: Agreement, signed: date, activities: tuple[Activity, ...]) -> Text | None:
    began = agreement.starts or min((each.since for each in activities if each.since), default=signed)
    if began >= signed:
        return None
    return filled(_LATE, signed=worded(date_words, signed), began=worded(date_words, began))


_DRAFT = Text(nl="het is nog een concept", en="it is still a draft")
_NO_DATE = Text(nl="er is geen datum van ondertekening", en="there is no date of signature")
_NOBODY_THERE = Text(nl="er staat niet wie voor deze partij tekent", en="it is not stated who signs for this party")
_NOBODY_HERE = Text(
    nl="er staat niet wie voor uw organisatie tekent", en="it is not stated who signs for your organisation"
)
_LATE = Text(
    nl="getekend op {signed}, terwijl het werk op {began} begon",
    en="signed on {signed}, while the work began on {began}",
)
_SIGN_DRAFT = Text(
    nl="Laat de overeenkomst tekenen, haal “status” weg en zet de datum in “signed”. Begint de verwerker later, zet "
    "dan die dag in “starts”.",
    en="Have the agreement signed, remove “status” and put the date in “signed”. If the processor starts later, put "
    "that day in “starts”.",
)
_TOO_LATE = Text(
    nl="Verbeter de datum in “signed”. Begon deze verwerker later dan de activiteit, of volgt deze overeenkomst een "
    "eerdere op, zet dan in “starts” vanaf wanneer zij geldt.",
    en="Correct the date in “signed”. If this processor started later than the activity, or this agreement follows an "
    "earlier one, put the day from which it holds in “starts”.",
)


@rule(
    "proc-expired",
    "processor",
    "GDPR 28(3)",
    nl=Words(
        "de overeenkomst met “{party}” is op {ended} geëindigd",
        "Verleng de overeenkomst en pas “ends” aan, of haal de verwerker weg bij de activiteiten.",
        "Na het einde van de overeenkomst mag de verwerker niet meer met de gegevens werken.",
    ),
    en=Words(
        "the agreement with “{party}” ended on {ended}",
        "Extend the agreement and change “ends”, or remove the processor from the activities.",
        "After the end of the agreement the processor is no longer allowed to work with the data.",
    ),
)
def expired(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The agreement with a processor that an activity uses has not ended before the date of the profile."""
    for processor, _ in processors_in_use(profile):
        agreement = processor.agreement
        if agreement and agreement.ends and profile.date and agreement.ends < profile.date:
            yield Problem((*agreement.path, "ends"), party=called(processor), ended=worded(date_words, agreement.ends))


@rule(
    "proc-own-purpose",
    "processor",
    "GDPR 28(3)(a), 28(10)",
    nl=Words(
        "“{party}” gebruikt de gegevens ook voor eigen doelen",
        "Verbied dit in de overeenkomst en schrijf “own_purposes: none”, of zet de partij ook bij “recipients” als "
        "ontvanger die zelf beslist.",
        "Wie zelf bepaalt waarvoor hij gegevens gebruikt, is geen verwerker en heeft een eigen grondslag nodig.",
    ),
    en=Words(
        "“{party}” uses the data for purposes of its own too",
        "Forbid this in the agreement and write “own_purposes: none”, or enter the party under “recipients” as one "
        "that decides itself.",
        "Whoever decides what to use data for is no processor and needs a lawful basis of its own.",
    ),
)
def own_purpose(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A processor that an activity uses has no purposes of its own with the data."""
    for processor, _ in processors_in_use(profile):
        if processor.own_purposes and processor.own_purposes != "none":
            yield Problem((*processor.path, "own_purposes"), party=called(processor))


RULES = rules_in(globals())
