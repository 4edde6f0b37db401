"""Rules on cookies and similar techniques: named whole, and asked for unless exempt (Art. 11.7a Tw)."""

from __future__ import annotations

from collections.abc import Iterator

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


RULES = rules_in(globals())
