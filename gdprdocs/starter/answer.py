"""What the user answered: each answer checked as it is given, so that a slip is asked again at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.law import law
from gdprdocs.project import SLUG
from gdprdocs.schema import in_form
from gdprdocs.source import REFUSED, name_of
from gdprdocs.starter.choices import choices

LONGEST = 200
"""How many characters a line of a profile may have."""

_DUTCH_POSTAL_CODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})\s+(.+)", re.IGNORECASE)
_POSTAL_CODE = re.compile(r"((?=\S*[0-9])\S+)\s+(.+)")
_COUNTRY = re.compile(r"[A-Za-z]{2}")


class AnswerError(Exception):
    """An answer that cannot be used; ``words`` say why, and what is wanted."""

    def __init__(self, words: Text) -> None:
        super().__init__(words.in_("en"))
        self.words = words


@dataclass(frozen=True, slots=True)
class Address:
    """Where the organisation is."""

    street: str
    postal_code: str
    city: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that was answered; what is None or empty was left for later."""

    slug: str
    name: str
    sector: str
    address: Address
    email: str
    owner: str
    languages: tuple[Language, ...]
    activities: tuple[str, ...]
    website: str | None = None
    processors: Mapping[str, str | None]
    """The kinds that were chosen, with the name of the party where it was given."""
    measures: tuple[str, ...] = ()


def line(said: str) -> str:
    """One line of text, as a profile may hold it."""
    said = " ".join(said.split(" ")).strip()
    if not said:
        raise AnswerError(Text(nl="Dit antwoord is nodig.", en="This answer is needed."))
    if found := REFUSED.search(said) or re.search(r"[\t\r\n]", said):
        character = name_of(found.group())
        raise AnswerError(
            Text(
                nl=f"Er staat een onzichtbaar teken in ({character}). Typ het antwoord opnieuw.",
                en=f"There is an invisible character in it ({character}). Type the answer again.",
            )
        )
    if len(said) > LONGEST:
        raise AnswerError(
            Text(
                nl=f"Dit zijn {len(said)} tekens; er passen er {LONGEST}.",
                en=f"These are {len(said)} characters; {LONGEST} fit.",
            )
        )
    return said


def email(said: str) -> str:
    """An e-mail address."""
    said = line(said)
    if not in_form("email", said):
        raise AnswerError(
            Text(
                nl="Dit is geen e-mailadres zoals privacy@voorbeeld.nl.",
                en="This is no email address such as privacy@example.org.",
            )
        )
    return said


def website(said: str) -> str:
    """A web address; ``https://`` may be left out."""
    said = line(said)
    said = re.sub(r"(?i)^https://", "https://", said)
    said = said if "://" in said else f"https://{said}"
    scheme, _, rest = said.partition("://")
    host, slash, path = rest.partition("/")
    said = f"{scheme}://{host.lower()}{slash}{path}"
    if not in_form("url", said):
        raise AnswerError(
            Text(
                nl="Dit is geen webadres zoals https://www.voorbeeld.nl; http zonder s gaat niet.",
                en="This is no web address such as https://www.example.org; http without s will not do.",
            )
        )
    return said


def address(said: str) -> Address:
    """``Street 1, 1234 AB City``; outside the Netherlands with the code of the country behind it."""
    parts = [part.strip() for part in line(said).split(",")]
    country = None
    if len(parts) > 2 and _COUNTRY.fullmatch(parts[-1]):
        country = parts.pop().upper()
    place = parts.pop()
    street = ", ".join(part for part in parts if part)
    dutch = _DUTCH_POSTAL_CODE.fullmatch(place)
    if street and dutch and country in (None, "NL"):
        return Address(street, f"{dutch[1]} {dutch[2].upper()}", dutch[3], "NL")
    other = _POSTAL_CODE.fullmatch(place)
    if street and other and country and country != "NL" and country in law().countries:
        return Address(street, other[1], other[2], country)
    raise AnswerError(
        Text(
            nl=(
                "Schrijf: straat en nummer, postcode plaats. Bijvoorbeeld: Dorpsstraat 1, 1234 AB Utrecht. "
                "Buiten Nederland met de landcode erachter: Kerkstraat 5, 2000 Antwerpen, BE."
            ),
            en=(
                "Write: street and number, postal code city. For example: Dorpsstraat 1, 1234 AB Utrecht. "
                "Outside the Netherlands with the country code behind it: Kerkstraat 5, 2000 Antwerpen, BE."
            ),
        )
    )


def _ids(said: str, offered: Iterable[str], *, one: bool = False) -> tuple[str, ...]:
    """The ids meant by ``1, 3`` or by the ids themselves, each once and in the order in which they are offered."""
    listed = list(offered)
    chosen = set()
    for word in re.split(r"[\s,;]+", said.strip()):
        if word.isascii() and word.isdigit() and len(word) < 4 and 1 <= int(word) <= len(listed):
            chosen.add(listed[int(word) - 1])
        elif word.lower() in listed:
            chosen.add(word.lower())
        elif word:
            raise _no_choice(word, len(listed), one=one)
    return tuple(id_ for id_ in listed if id_ in chosen)


def _no_choice(word: str, most: int, *, one: bool) -> AnswerError:
    shown = "".join(each if each.isprintable() else "�" for each in word[:40])
    if one:
        return AnswerError(
            Text(
                nl=f"“{shown}” staat er niet bij. Typ één nummer, van 1 tot en met {most}.",
                en=f"“{shown}” is not among them. Type one number, from 1 to {most}.",
            )
        )
    return AnswerError(
        Text(
            nl=f"“{shown}” staat er niet bij. Typ nummers van 1 tot en met {most}, met komma’s ertussen.",
            en=f"“{shown}” is not among them. Type numbers from 1 to {most}, with commas between them.",
        )
    )


def some_of(said: str, offered: Iterable[str]) -> tuple[str, ...]:
    """At least one of what is offered."""
    line(said)
    return _ids(said, offered)


def one_of(said: str, offered: Iterable[str]) -> str:
    """Exactly one of what is offered."""
    return _only(_ids(line(said), offered, one=True))


def _only(found: tuple[str, ...]) -> str:
    if len(found) != 1:
        raise AnswerError(Text(nl="Kies er één.", en="Choose one."))
    return found[0]


def languages(said: str) -> tuple[Language, ...]:
    """``nl``, ``en`` or both."""
    words = {word for word in re.split(r"[\s,;+]+", line(said).lower()) if word}
    if not words <= set(LANGUAGES):
        raise AnswerError(Text(nl="Typ nl, en of nl, en.", en="Type nl, en or nl, en."))
    return tuple(language for language in LANGUAGES if language in words)


def parties(said: Iterable[str], offered: Iterable[str]) -> dict[str, str | None]:
    """Kinds of processors, each with the name of the party if it was given: ``1 = Boekwijs B.V.``."""
    listed = list(offered)
    found: dict[str, str | None] = {}
    for part in said:
        kind, equals, name = part.partition("=")
        if part.strip():
            found[_only(some_of(kind, listed))] = line(name) if equals else None
    return {id_: found[id_] for id_ in listed if id_ in found}


def slug_of(name: str) -> str | None:
    """The name of a folder that resembles ``name``; None when nothing of it can be used."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.']", "", plain)).strip("-")[:63].strip("-")
    return words if SLUG.fullmatch(words) else None


def chosen_measures(said: str) -> tuple[str, ...]:
    """Measures of those that are offered."""
    return some_of(said, choices().measures)
