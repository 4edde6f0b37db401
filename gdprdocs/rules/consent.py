"""Rules on how consent is asked: in words, for one purpose, given by an act, and proven (Arts. 4(11), 7)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Text, is_gap
from gdprdocs.profile import Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, parties_of
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


def on_consent(profile: Profile) -> Iterator[Purpose]:
    """The purposes for which people are asked."""
    return (purpose for _, purpose in profile.own_purposes if purpose.states_consent)


@rule(
    "consent-no-text",
    "consent",
    "GDPR 4(11), 7(2)",
    nl=Words(
        "de toestemming voor “{purpose}” heeft geen tekst",
        "Zet de vraag onder “consent” in “wording”, precies zoals mensen die lezen.",
        "Toestemming geldt alleen als duidelijk is waar iemand ja op zegt.",
    ),
    en=Words(
        "the consent for “{purpose}” has no text",
        "Put the question under “consent” in “wording”, exactly as people read it.",
        "Consent holds only if it is clear what somebody says yes to.",
    ),
)
def no_text(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent has the wording of the question."""
    for purpose in on_consent(profile):
        if purpose.consent is None or purpose.consent.wording is None:
            yield Problem((*purpose.path, "consent", "wording"), purpose=purpose.id)


@rule(
    "consent-preticked",
    "consent",
    "GDPR 4(11)",
    nl=Words(
        "de toestemming voor “{purpose}” wordt niet door een handeling gegeven",
        "Vraag om een actieve keuze, zoals een leeg vakje, en schrijf die in “given_by”.",
        "Een vinkje dat al gezet is, zwijgen of doorgaan is geen toestemming.",
    ),
    en=Words(
        "the consent for “{purpose}” is not given by an act",
        "Ask for an active choice, such as an empty box, and put it in “given_by”.",
        "A box that is already ticked, silence or going on is no consent.",
    ),
)
def preticked(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Consent is given by an act: the profile says by which, and it is no box ticked beforehand or continued use."""
    for purpose in on_consent(profile):
        given_by = purpose.consent.given_by if purpose.consent else None
        if given_by in (None, "pre_ticked", "continued_use"):
            yield Problem((*purpose.path, "consent", "given_by"), purpose=purpose.id)


@rule(
    "consent-no-proof",
    "consent",
    "GDPR 7(1)",
    nl=Words(
        "het bewijs van de toestemming voor “{purpose}” ontbreekt",
        "Schrijf onder “consent” in “evidence” wat u vastlegt: wie, wanneer, welke tekst.",
        "Wie zich op toestemming beroept, moet haar kunnen aantonen.",
    ),
    en=Words(
        "the proof of the consent for “{purpose}” is missing",
        "Put under “consent” in “evidence” what you record: who, when, which text.",
        "Whoever relies on consent must be able to show it.",
    ),
)
def no_proof(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent says what is recorded of it."""
    for purpose in on_consent(profile):
        if purpose.consent is None or purpose.consent.evidence is None:
            yield Problem((*purpose.path, "consent", "evidence"), purpose=purpose.id)


@rule(
    "consent-no-refusal",
    "consent",
    "GDPR 7(4), 13(2)(e)",
    nl=Words(
        "wat er gebeurt als iemand nee zegt tegen “{purpose}”, staat er niet",
        "Schrijf in “consequence” een hele zin: wat iemand dan niet krijgt, en wat wel.",
        "Toestemming is alleen vrij als nee zeggen kan zonder nadeel; daarom moeten mensen weten wat nee betekent.",
    ),
    en=Words(
        "what happens when somebody says no to “{purpose}” is not stated",
        "Put a whole sentence in “consequence”: what people then do not get, and what they do.",
        "Consent is free only if saying no does no harm; so people must know what no means.",
    ),
)
def no_refusal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose for which people are asked says what happens when they refuse."""
    for purpose in on_consent(profile):
        if purpose.consequence is None:
            yield Problem((*purpose.path, "consequence"), purpose=purpose.id)


@rule(
    "consent-not-explicit",
    "consent",
    "GDPR 22(2)(c), 49(1)(a)",
    nl=Words(
        "{what} bij “{activity}” rust op uitdrukkelijke toestemming, maar geen doel vraagt die",
        "Beschrijf bij een doel van deze activiteit de vraag onder “consent”, laat haar dit met name noemen en zet er "
        "“explicit: true” bij.",
        "Hierop moet iemand met zoveel woorden ja zeggen, nadat de gevolgen of de risico's zijn verteld.",
    ),
    en=Words(
        "{what} of “{activity}” rests on explicit consent, but no purpose asks for it",
        "Describe the question under “consent” of a purpose of this activity, have it name this, and add "
        "“explicit: true”.",
        "Somebody must say yes to this in so many words, after the consequences or the risks have been told.",
    ),
)
def not_explicit(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An automated decision or a transfer that rests on explicit consent has a question that asks for it."""
    for activity in profile.own_activities:
        if any(purpose.consent and purpose.consent.explicit for purpose in activity.purposes.values()):
            continue
        decisions = activity.decisions
        if decisions and decisions.ground == "explicit_consent":
            yield Problem((*decisions.path, "ground"), activity=activity.name, what=_DECISION)
        for party in parties_of(profile, activity):
            for transfer in party.transfers:
                if transfer.letter == "a":
                    words = filled(_TRANSFER, party=called(party))
                    yield Problem((*transfer.path, "letter"), activity=activity.name, what=words)


_DECISION = Text(nl="het automatische besluit", en="the automated decision")
_TRANSFER = Text(nl="de doorgifte aan “{party}”", en="the transfer to “{party}”")


@rule(
    "consent-bundled",
    "consent",
    "GDPR 4(11), 7(2)",
    nl=Words(
        "één vraag om toestemming dekt meer dan één doel: {purposes}",
        "Stel voor elk doel een eigen vraag en zet die in “wording”: wie het een wil, moet nee kunnen zeggen tegen het "
        "ander.",
        "Wie alleen op alles samen ja of nee kan zeggen, kiest niet vrij.",
    ),
    en=Words(
        "one question for consent covers more than one purpose: {purposes}",
        "Ask a question of its own for every purpose and put it in “wording”: whoever wants one thing must be able to "
        "say no to the other.",
        "Whoever can only say yes or no to everything together does not choose freely.",
    ),
)
def bundled(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No two purposes about the same people have the same words for the question."""
    asked: dict[tuple[Text, str], Purpose] = {}
    for activity, purpose in profile.own_purposes:
        wording = purpose.consent.wording if purpose.consent else None
        if wording and not is_gap(wording):
            questions = [(wording, subject) for subject in purpose.data_subjects or activity.data_subjects]
            earlier = next((asked[question] for question in questions if question in asked), None)
            if earlier:
                named = listed([earlier.id, purpose.id])
                yield Problem((*purpose.path, "consent", "wording"), purposes=named)
            asked |= dict.fromkeys(questions, purpose)


RULES = rules_in(globals())
