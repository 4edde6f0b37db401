"""The cookie statement (Art. 11.7a Tw, Art. 13 GDPR): what is kept on a visitor's device, in no language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Safeguard, chain_safeguards
from gdprdocs.language import Text
from gdprdocs.law import Authority
from gdprdocs.profile import Contact, Cookie, Cookies, Party, Profile
from gdprdocs.profile.catalogue import Catalogue

IDENTIFIERS = "cookie_identifiers"
"""The standard category of what a cookie holds."""


@dataclass(frozen=True, slots=True)
class CookieStatement:
    """Everything that the statement says."""

    cookies: Cookies
    consent: tuple[Cookie, ...]
    exempt: tuple[Cookie, ...]
    unsettled: tuple[Cookie, ...]
    """Those of which it is not stated whether they need consent: they count as if they do."""
    transfers: tuple[Safeguard, ...]
    authority: Authority | None
    requests_to: Contact | None
    may_object: bool
    """Whether anything is done with what cookies read on the ground of a legitimate interest (Art. 21)."""


def _has_access(party: Party, cookies: tuple[Cookie, ...]) -> bool:
    """Whether a cookie names the party, in full or by the first words of its name, or it handles what cookies hold."""
    shown = (name.strip() for cookie in cookies for name in (cookie.party or "").split(",") if name.strip())
    names = [party.name] if isinstance(party.name, str) else [*party.name]
    called = any(f"{each} ".startswith(f"{name} ") for name in shown for each in names)
    return called or IDENTIFIERS in getattr(party, "data_categories", ())


def _transfers(profile: Profile, cookies: tuple[Cookie, ...]) -> Iterator[Safeguard]:
    """Where the parties that have access take what they read outside the EEA, each transfer once."""
    own = profile.own_activities
    for party in (*profile.processors_of(own), *profile.recipients_of(own)):
        yield from (each for each in chain_safeguards(party) if _has_access(each.party, cookies))


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, CookieStatement]]:
    """One statement, where there are cookies."""
    if profile.cookies is None or not profile.cookies.items:
        return
    cookies = tuple(profile.cookies.items.values())
    yield (
        "",
        CookieStatement(
            cookies=profile.cookies,
            consent=profile.cookies.on_consent,
            exempt=profile.cookies.exempt,
            unsettled=tuple(each for each in cookies if each.consent is None),
            transfers=tuple(_transfers(profile, cookies)),
            authority=profile.organisation.authority,
            requests_to=profile.requests_to,
            may_object=any(
                purpose.lawful_basis == "legitimate_interest"
                for activity in profile.own_activities
                if set(activity.data_subjects) & set(profile.cookies.data_subjects)
                for purpose in activity.purposes.values()
            ),
        ),
    )


TYPE = DocumentType(
    "cookie-statement",
    "cookie_statement",
    Text(nl="cookieverklaring", en="cookie-statement"),
    _gather,
    audience="public",
)
