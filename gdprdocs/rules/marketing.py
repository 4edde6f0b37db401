"""Rules on direct marketing: on consent, or to customers under four conditions (Art. 11.7 Tw, Art. 21 GDPR)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.law import DataSubject
from gdprdocs.profile import DirectMarketing, OwnSubject, Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in

_MAY_CALL_CUSTOMERS = ("association", "other")
"""The sectors in which charities and publishers are found."""


def _marketing(profile: Profile) -> Iterator[tuple[Purpose, DirectMarketing]]:
    for _, purpose in profile.own_purposes:
        if purpose.direct_marketing:
            yield purpose, purpose.direct_marketing


def _reached(
    profile: Profile, catalogue: Catalogue
) -> Iterator[tuple[Purpose, DirectMarketing, tuple[DataSubject | OwnSubject, ...]]]:
    """Every purpose with direct marketing, with the people whom it reaches."""
    for activity, purpose in profile.own_purposes:
        if purpose.direct_marketing:
            yield purpose, purpose.direct_marketing, catalogue.subjects_of(activity, purpose)


@rule(
    "mkt-no-basis",
    "marketing",
    "Tw 11.7",
    nl=Words(
        "de reclame voor “{purpose}” rust op geen grond die de Telecommunicatiewet kent",
        "Vraag toestemming: beschrijf die onder “consent” en schrijf “ground: opt_in”. Voor e-mail, sms en app aan "
        "klanten mag het ook met “ground: existing_customer”, en voor bellen naar rechtspersonen met “ground: "
        "objection”.",
        "Elektronische reclame en bellen vragen vooraf om toestemming, ook bij zakelijke e-mailadressen.",
    ),
    en=Words(
        "the marketing for “{purpose}” rests on no ground that the Dutch Telecommunications Act knows",
        "Ask for consent: describe it under “consent” and write “ground: opt_in”. For email, text messages and apps to "
        "customers “ground: existing_customer” is allowed too, and for calls to legal persons “ground: objection”.",
        "Electronic marketing and calls need consent beforehand, with business email addresses too.",
    ),
)
def no_basis(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Electronic marketing rests on consent that is described, or goes to customers; so do calls, within narrow bounds.

    Since 1 July 2026 only charities, charity lotteries and publishers may call their customers without consent.
    """
    for purpose, marketing in _marketing(profile):
        calls = marketing.channel == "phone"
        allowed = {
            "opt_in": purpose.asks_consent,
            "existing_customer": not calls or profile.organisation.sector in _MAY_CALL_CUSTOMERS,
            "objection": calls,
        }
        if (calls or marketing.is_electronic) and not allowed.get(marketing.ground or ""):
            yield Problem((*marketing.path, "ground"), purpose=purpose.id)


@rule(
    "mkt-no-channel",
    "marketing",
    "GDPR 21(2)",
    nl=Words(
        "hoe de reclame voor “{purpose}” mensen bereikt, staat er niet",
        "Vul “channel” in, bijvoorbeeld email of post.",
        "Van het kanaal hangt af of vooraf toestemming nodig is.",
    ),
    en=Words(
        "how the marketing for “{purpose}” reaches people is not stated",
        "Fill in “channel”, for example email or post.",
        "It depends on the channel whether consent is needed beforehand.",
    ),
)
def no_channel(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Direct marketing names its channel."""
    for purpose, marketing in _marketing(profile):
        if marketing.channel is None:
            yield Problem((*marketing.path, "channel"), purpose=purpose.id)


@rule(
    "mkt-customer-conditions",
    "marketing",
    "Tw 11.7",
    nl=Words(
        "voor reclame aan klanten zonder toestemming ontbreekt bij “{purpose}”: {missing}",
        "Zet deze sleutels op true als eraan is voldaan; vraag anders toestemming.",
        "Zonder toestemming mag het alleen als aan alle vier de voorwaarden is voldaan.",
    ),
    en=Words(
        "for marketing to customers without consent, “{purpose}” lacks: {missing}",
        "Set these keys to true if they are met; ask for consent otherwise.",
        "Without consent it is allowed only if all four conditions are met.",
    ),
)
def customer_conditions(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Messages to customers without consent meet all conditions: sale, own similar, opt-out twice."""
    for purpose, marketing in _marketing(profile):
        conditions = {
            "sold": marketing.sold,
            "own_similar": marketing.own_similar,
            "opt_out_at_collection": marketing.opt_out_at_collection,
            "opt_out_in_each_message": marketing.opt_out_in_each_message,
        }
        missing = [key for key, met in conditions.items() if not met]
        if marketing.is_electronic and marketing.ground == "existing_customer" and missing:
            yield Problem((*marketing.path, "ground"), purpose=purpose.id, missing=listed(missing))


@rule(
    "mkt-no-unsubscribe",
    "marketing",
    "Tw 11.7, GDPR 21(2)",
    nl=Words(
        "dat mensen zich in elk bericht kunnen afmelden, staat niet bij “{purpose}”",
        "Zet in elk bericht hoe iemand zich gratis afmeldt, en schrijf dan “opt_out_in_each_message: true”.",
        "Elk bericht zegt hoe het stopt.",
    ),
    en=Words(
        "“{purpose}” does not say that people can unsubscribe in every message",
        "Say in every message how to unsubscribe free of charge, and then write “opt_out_in_each_message: true”.",
        "Every message says how it stops.",
    ),
)
def no_unsubscribe(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every electronic message offers to stop; for messages to customers this is one of their conditions."""
    for purpose, marketing in _marketing(profile):
        checked = marketing.ground == "existing_customer"
        if marketing.is_electronic and not checked and not marketing.opt_out_in_each_message:
            yield Problem((*marketing.path, "opt_out_in_each_message"), purpose=purpose.id)


@rule(
    "mkt-prospects-as-customers",
    "marketing",
    "Tw 11.7",
    nl=Words(
        "“{purpose}” gaat zonder toestemming naar mensen die geen klant zijn: {subjects}",
        "Vraag hun toestemming en schrijf “ground: opt_in”, of neem hen in dit doel niet op. Zijn het toch klanten, "
        "noem hen dan in “data_subjects” ook zo.",
        "De uitzondering geldt alleen voor klanten; een offerte of een bezoek maakt iemand nog geen klant.",
    ),
    en=Words(
        "“{purpose}” goes without consent to people who are no customers: {subjects}",
        "Ask their consent and write “ground: opt_in”, or leave them out of this purpose. If they are customers after "
        "all, then call them so in “data_subjects”.",
        "The exception holds for customers only; a quotation or a visit does not make somebody a customer.",
    ),
)
def prospects_as_customers(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Messages and calls on the ground “existing_customer” reach no prospects, applicants or visitors.

    Who those are is known by the relation of each group, in the catalogue or in the profile.
    """
    for purpose, marketing, subjects in _reached(profile, catalogue):
        others = [subject.name for subject in subjects if subject.relation in _NO_CUSTOMERS]
        asks_ground = marketing.is_electronic or marketing.channel == "phone"
        if asks_ground and marketing.ground == "existing_customer" and others:
            yield Problem((*marketing.path, "ground"), purpose=purpose.id, subjects=listed(others))


_NO_CUSTOMERS = ("prospect", "application", "visitor")


@rule(
    "mkt-phone",
    "marketing",
    "Tw 11.7",
    severity=Severity.WARNING,
    nl=Words(
        "“{purpose}” belt zonder toestemming mensen die voor zichzelf handelen: {subjects}",
        "Vraag toestemming en schrijf “ground: opt_in”. Belt u alleen wie voor een organisatie werkt, noem dan die "
        "groep in “data_subjects”, zoals customer_contacts.",
        "Zonder toestemming bellen mag alleen naar rechtspersonen; ook wie een eenmanszaak heeft, telt als persoon.",
    ),
    en=Words(
        "“{purpose}” calls people who act for themselves, without consent: {subjects}",
        "Ask for consent and write “ground: opt_in”. If you only call people who work for an organisation, then name "
        "that group in “data_subjects”, such as customer_contacts.",
        "Calling without consent is allowed only to legal persons; whoever has a one-person business is a person too.",
    ),
)
def phone(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Calls on the ground “objection”, which is for legal persons, reach no customers, members, patients and the like.

    Left alone are groups who act for an organisation, and prospects, who may or may not.
    """
    for purpose, marketing, subjects in _reached(profile, catalogue):
        persons = [subject.name for subject in subjects if _acts_for_themselves(subject)]
        if marketing.channel == "phone" and marketing.ground == "objection" and persons:
            yield Problem((*marketing.path, "ground"), purpose=purpose.id, subjects=listed(persons))


_FOR_THEMSELVES = ("customer", "membership", "care", "education", "employment", "application")


def _acts_for_themselves(subject: DataSubject | OwnSubject) -> bool:
    for_another = isinstance(subject, DataSubject) and subject.acts_for_another
    return subject.relation in _FOR_THEMSELVES and not for_another


@rule(
    "mkt-suppression",
    "marketing",
    "GDPR 21(3)",
    severity=Severity.ADVICE,
    nl=Words(
        "“{purpose}” benadert mensen die daar niet om vroegen, en een lijst van wie nee zei is er niet",
        "Houd een afmeldlijst bij, leg elke verzending daarnaast, en zet “suppression_list” in “measures” van de "
        "activiteit.",
        "Wie wordt gewist, komt met een volgend adresbestand terug; alleen een lijst houdt dat tegen.",
    ),
    en=Words(
        "“{purpose}” approaches people who did not ask for it, and there is no list of those who said no",
        "Keep a suppression list, compare every mailing with it, and put “suppression_list” in “measures” of the "
        "activity.",
        "Whoever is erased comes back with the next file of addresses; only a list prevents that.",
    ),
)
def suppression(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where people are approached without consent, some activity has the measure “suppression_list” in place.

    Online advertising is left alone: there the organisation often does not know whom it reaches.
    """
    if any(catalogue.keeps_opt_outs(activity) for activity in profile.own_activities):
        return
    for purpose, marketing in _marketing(profile):
        unasked = marketing.ground in ("existing_customer", "objection")
        if unasked and marketing.channel not in (None, "online_advertising"):
            yield Problem(marketing.path, purpose=purpose.id)


RULES = rules_in(globals())
