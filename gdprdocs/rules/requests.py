"""Rules on how people make a request, and on what they hear and are asked in return (Arts. 12, 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Language, Text
from gdprdocs.law.words import pattern, said_in
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.protection import LONGEST_MONTH
from gdprdocs.rules.kept import has_protocol
from gdprdocs.rules.rule import Problem, Words, rule, rules_in, worded
from gdprdocs.wording import duration_words


@rule(
    "rights-contact",
    "rights",
    "GDPR 12(2), 13(2)(b)",
    nl=Words(
        "waar mensen met een verzoek terechtkunnen, staat er niet",
        "Vul onder “channel” een e-mailadres, telefoonnummer of webadres in, of laat “channel” weg: dan geldt "
        "“contact” van de organisatie.",
        "Een recht waarvoor geen adres is, kan niemand gebruiken.",
    ),
    en=Words(
        "where people can make a request is not stated",
        "Fill in an email address, telephone number or web address under “channel”, or leave “channel” out: then "
        "“contact” of the organisation holds.",
        "Nobody is able to use a right for which there is no address.",
    ),
)
def contact(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The channel for requests has an address; for the organisation's own contact ``org-identity`` asks it."""
    channel = profile.requests and profile.requests.channel
    if channel and profile.own_activities and not (channel.email or channel.phone or channel.website):
        yield Problem(channel.path)


@rule(
    "rights-term",
    "rights",
    "GDPR 12(3)",
    nl=Words(
        "u wilt binnen {term} antwoorden; de wet geeft u een maand",
        "Zet in “answer_within” P1M of korter. Verlengen met twee maanden gaat per verzoek, en met een reden.",
        "Mensen hebben binnen een maand recht op een antwoord.",
    ),
    en=Words(
        "you want to answer within {term}; the law gives you a month",
        "Put P1M or less in “answer_within”. Two months more are for a single request, and with a reason.",
        "People have a right to an answer within a month.",
    ),
)
def term(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The term for an answer is at most a month; 31 days is a month too, as some months are that long."""
    within = profile.requests and profile.requests.answer_within
    if profile.requests and within and profile.own_activities and within.days > LONGEST_MONTH.days:
        yield Problem((*profile.requests.path, "answer_within"), term=worded(duration_words, within))


@rule(
    "rights-fee",
    "rights",
    "GDPR 12(5)",
    severity=Severity.WARNING,
    nl=Words(
        "“{sentence}”: een verzoek is gratis",
        "Haal de kosten weg. Alleen voor een verzoek dat kennelijk ongegrond of buitensporig is, mag u iets vragen.",
        "Wie moet betalen om zijn gegevens te zien, vraagt er niet naar.",
    ),
    en=Words(
        "“{sentence}”: a request is free of charge",
        "Remove the fee. Only for a request that is manifestly unfounded or excessive are you allowed to ask anything.",
        "Whoever has to pay to see his or her data does not ask for them.",
    ),
)
def fee(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text on requests says that they cost something.

    A sentence with a word such as “geen”, “gratis”, “als” or “buitensporig” is left alone: it says that there is no
    fee, or speaks of what the law allows.
    """
    for path, text in (*_identity_checks(profile), *_other_texts(profile)):
        for language, sentence in _sentences(text):
            if _says(sentence, "request_fees", "phrases", language):
                yield Problem((*path, language), sentence=sentence.rstrip("."))


@rule(
    "rights-id-copy",
    "rights",
    "GDPR 12(2), 12(6)",
    severity=Severity.WARNING,
    nl=Words(
        "“{sentence}”: zo vraagt u iedereen om een kopie van een identiteitsbewijs",
        "Beschrijf een lichtere controle, zoals antwoorden op het adres dat u van iemand kent, en vraag alleen bij "
        "twijfel meer.",
        "Een kopie van een paspoort is goud waard voor een oplichter, en voor een verzoek haast nooit nodig.",
    ),
    en=Words(
        "“{sentence}”: this asks everybody for a copy of an identity document",
        "Describe a lighter check, such as answering to the address that you have for somebody, and ask more only in "
        "case of doubt.",
        "A copy of a passport is worth gold to a fraudster, and hardly ever needed for a request.",
    ),
)
def id_copy(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No text on how the organisation checks who asks has everybody send a copy of an identity document.

    A sentence that says no (“geen”, “niet”, “nooit”) or names a condition (“als”, “bij twijfel”) is left alone.
    """
    for path, text in _identity_checks(profile):
        for language, sentence in _sentences(text):
            asks = _says(sentence, "asked_copies", "asks", language)
            if asks and _copy_of_document(language).search(sentence):
                yield Problem((*path, language), sentence=sentence.rstrip("."))


def _copy_of_document(language: Language) -> re.Pattern[str]:
    copy, document, whole = (pattern("asked_copies", kind, language).pattern for kind in ("copy", "document", "whole"))
    return re.compile(rf"(?:{copy})(?:\s+\w+){{0,3}}\s+(?:{document})|{whole}", re.IGNORECASE)


def _sentences(text: Text) -> Iterator[tuple[Language, str]]:
    """The sentences of a text that state something; a question states nothing."""
    for language in said_in(text):
        for sentence in re.split(r"(?<=[.!?])\s+", text.in_(language)):
            if not sentence.endswith("?"):
                yield language, sentence


def _says(sentence: str, name: str, kind: str, language: Language) -> bool:
    """Whether a sentence has a phrase of a list, and nothing that takes it back or makes it conditional."""
    words = sentence.replace("’", "'")  # as the lists write it
    said = pattern(name, kind, language).search(words)
    return bool(said) and not pattern(name, "not_so", language).search(words)


def _identity_checks(profile: Profile) -> Iterator[tuple[FieldPath, Text]]:
    for each in (profile.requests, *profile.statements.values()):
        if each and each.identity_check:
            yield (*each.path, "identity_check"), each.identity_check


def _other_texts(profile: Profile) -> Iterator[tuple[FieldPath, Text]]:
    for each in (profile.requests, *profile.statements.values()):
        if each and each.representatives:
            yield (*each.path, "representatives"), each.representatives
    requests = profile.requests
    if requests and requests.for_children:
        yield (*requests.path, "for_children"), requests.for_children
    if requests and requests.handling:
        for key in ("log", "delivery", "corrected", "restricted", "export", "passed_on"):
            yield (*requests.handling.path, key), getattr(requests.handling, key)


_CHECKS = (
    ("identity_check", Text(nl="hoe u nagaat wie vraagt", en="how you check who asks")),
    ("representatives", Text(nl="hoe iemand namens een ander vraagt", en="how somebody asks on behalf of another")),
)


@rule(
    "rights-no-idcheck",
    "rights",
    "GDPR 12(6), 5(1)(f)",
    severity=Severity.WARNING,
    nl=Words(
        "{what}, staat er niet",
        "Schrijf het onder “requests” in “identity_check” of “representatives”, in hele zinnen voor wie iets vraagt.",
        "Wie gegevens geeft aan wie er maar om vraagt, maakt van een recht een datalek.",
    ),
    en=Words(
        "{what} is not stated",
        "Write it under “requests” in “identity_check” or “representatives”, in whole sentences for whoever asks.",
        "Giving data to anybody who asks makes a breach of a right.",
    ),
)
def no_idcheck(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """It is stated how the organisation checks who asks, and who asks on behalf of another.

    It is also stated when every statement has words of its own. Where the retention and requests protocol is made,
    ``protocol-incomplete`` asks for them.
    """
    if has_protocol(profile) or not profile.own_activities:
        return
    for key, what in _CHECKS:
        said_by_each = profile.statements and all(getattr(each, key) for each in profile.statements.values())
        if not (getattr(profile.requests, key, None) or said_by_each):
            yield Problem(("requests", key), what=what)


RULES = rules_in(globals())
