"""Rules on cookies and similar techniques: named whole, and asked for unless exempt (Art. 11.7a Tw)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import same
from gdprdocs.law.words import find_phrase
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


@rule(
    "cookie-details",
    "cookies",
    "Tw 11.7a, GDPR 13",
    nl=Words(
        "hoe lang de cookie “{cookie}” blijft staan, staat er niet",
        "Vul “lifetime” in, bijvoorbeeld P6M, of schrijf “session: true” als hij verdwijnt met het sluiten van de "
        "browser.",
        "Bezoekers moeten weten hoe lang een cookie blijft.",
    ),
    en=Words(
        "how long the cookie “{cookie}” stays is not stated",
        "Fill in “lifetime”, for example P6M, or write “session: true” if it disappears when the browser closes.",
        "Visitors must know how long a cookie stays.",
    ),
)
def details(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every cookie has a lifetime or ends with the session."""
    for cookie in profile.cookies.items.values() if profile.cookies else ():
        if cookie.lifetime is None and not cookie.session:
            yield Problem((*cookie.path, "lifetime"), cookie=cookie.name)


@rule(
    "cookie-no-exemption",
    "cookies",
    "Tw 11.7a(3)",
    nl=Words(
        "waarom de cookie “{cookie}” zonder toestemming mag, staat er niet",
        "Kies in “exemption”: transmission, strictly_necessary of slight_effect. Past geen daarvan, schrijf dan "
        "“consent: required”.",
        "Zonder toestemming mag alleen wat onder een uitzondering valt.",
    ),
    en=Words(
        "why the cookie “{cookie}” is allowed without consent is not stated",
        "Choose in “exemption”: transmission, strictly_necessary or slight_effect. If none fits, write “consent: "
        "required”.",
        "Only what falls under an exemption is allowed without consent.",
    ),
)
def no_exemption(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A cookie without consent names its exemption."""
    for cookie in profile.cookies.items.values() if profile.cookies else ():
        if cookie.consent == "exempt" and cookie.exemption is None:
            yield Problem((*cookie.path, "exemption"), cookie=cookie.name)


@rule(
    "cookie-no-choice",
    "cookies",
    "Tw 11.7a(1), GDPR 7(3)",
    nl=Words(
        "hoe bezoekers over cookies kiezen, staat er niet: “{key}” ontbreekt",
        "Schrijf in “asked” hoe iemand ja en nee zegt, en in “change” hoe iemand die keuze wijzigt.",
        "Weigeren is net zo makkelijk als toestaan, en later terugkomen op de keuze ook.",
    ),
    en=Words(
        "how visitors choose about cookies is not stated: “{key}” is missing",
        "Put in “asked” how somebody says yes and no, and in “change” how somebody changes that choice.",
        "Refusing is as easy as allowing, and so is changing the choice later.",
    ),
)
def no_choice(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where a cookie needs consent, the profile says how it is asked and how the choice is changed."""
    cookies = profile.cookies
    if cookies and any(cookie.consent != "exempt" for cookie in cookies.items.values()):
        for key, words in (("asked", cookies.asked), ("change", cookies.change)):
            if words is None:
                yield Problem((*cookies.path, key), key=key)


@rule(
    "cookie-no-consent",
    "cookies",
    "Tw 11.7a(1)",
    nl=Words(
        "of de cookie “{cookie}” toestemming nodig heeft, staat er niet",
        "Schrijf “consent: required” als u vooraf toestemming vraagt. Valt hij onder een uitzondering, schrijf dan "
        "“consent: exempt” en noem die in “exemption”.",
        "Een cookie mag pas worden geplaatst na een ja, tenzij de wet een uitzondering maakt.",
    ),
    en=Words(
        "whether the cookie “{cookie}” needs consent is not stated",
        "Write “consent: required” if you ask for consent beforehand. If it falls under an exemption, write “consent: "
        "exempt” and name that in “exemption”.",
        "A cookie may be placed only after a yes, unless the law makes an exception.",
    ),
)
def no_consent(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every cookie is placed with consent, or says that it is exempt."""
    for cookie in profile.cookies.items.values() if profile.cookies else ():
        if cookie.consent is None:
            yield Problem((*cookie.path, "consent"), cookie=cookie.name)


@rule(
    "cookie-analytics",
    "cookies",
    "Tw 11.7a(3)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "de cookie “{cookie}” komt zonder toestemming, maar lijkt voor reclame of profielen: “{words}”",
        "Vraag toestemming en schrijf “consent: required”. Gaat het hier niet om reclame of profielen, zeg in "
        "“purpose” dan precies wat de cookie doet.",
        "Zonder toestemming mag alleen wat bezoekers niet of nauwelijks raakt; reclame en profielen doen dat wel.",
    ),
    en=Words(
        "the cookie “{cookie}” comes without consent, but seems to be for advertising or profiles: “{words}”",
        "Ask for consent and write “consent: required”. If this is not about advertising or profiles, then say "
        "exactly in “purpose” what the cookie does.",
        "Without consent only what hardly touches visitors is allowed; advertising and profiles do touch them.",
    ),
)
def advertising(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No cookie without consent has a description, a party or a name that speaks of advertising or profiles.

    The words are those of ``law/words/advertising.yaml``. Whether a service that measures visits shares what it sees
    depends on its settings; of that nothing is said.
    """
    for cookie in profile.cookies.exempt if profile.cookies else ():
        said = {
            "purpose": find_phrase(cookie.purpose, "advertising", "purposes"),
            "party": find_phrase(same(cookie.party or ""), "advertising", "parties"),
            "name": find_phrase(same(cookie.name), "advertising", "cookies"),
        }
        for key, found in said.items():
            if found:
                yield Problem((*cookie.path, key), cookie=cookie.name, words=found)
                break


RULES = rules_in(globals())
