"""What is said about the shape of a profile: one sentence for each code, in both languages."""

from __future__ import annotations

import bisect
import difflib
import functools
from collections.abc import Iterable
from typing import NamedTuple

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.schema.validator import ShapeError

PARTY_SECTIONS = ("processors", "recipients")
"""Sections whose members receive data: naming one that does not exist is a rule of its own."""


class Said(NamedTuple):
    """A message, the rule it belongs to, how to mend it, and whether the key (not the value) is at fault."""

    rule: str
    message: Text
    help: Text | None = None
    at_key: bool = False


FORM_WORDS = {
    "date": Text(nl="een datum is JJJJ-MM-DD, zoals 2026-12-01", en="a date is YYYY-MM-DD, such as 2026-12-01"),
    "duration": Text(
        nl="een duur is een ISO 8601-duur: P7Y (jaar), P6M (maanden), P4W (weken), P30D (dagen), PT24H (uur)",
        en="a duration is an ISO 8601 duration: P7Y (years), P6M (months), P4W (weeks), P30D (days), PT24H (hours)",
    ),
    "country": Text(
        nl="een land is een code van twee hoofdletters (ISO 3166), zoals NL of NO",
        en="a country is a code of two capitals (ISO 3166), such as NL or NO",
    ),
    "email": Text(nl="dit is geen e-mailadres", en="this is no e-mail address"),
    "url": Text(nl="een webadres begint met https://", en="a web address starts with https://"),
    "phone": Text(nl="dit is geen telefoonnummer", en="this is no phone number"),
    "colour": Text(
        nl="een kleur is # met zes cijfers, zoals “#1f5f8b”",
        en="a colour is # with six digits, such as “#1f5f8b”",
    ),
    "image": Text(
        nl="een afbeelding is een bestandsnaam in kleine letters op .svg, .png of .jpg, in de map van de organisatie",
        en="an image is a file name in lower case ending in .svg, .png or .jpg, in the organisation's folder",
    ),
    "place": Text(
        nl="een plaats is een rij sleutels met punten, zoals activities.newsletter.sources[0]",
        en="a place is a row of keys with dots, such as activities.newsletter.sources[0]",
    ),
    "id": Text(
        nl="een id is kleine letters, cijfers en _, en begint met een letter",
        en="an id is lower-case letters, digits and _, and starts with a letter",
    ),
}
"""How each form is written, as it follows a value and a colon."""

_TYPES = {
    "dict": Text(nl="hier horen sleutels met waarden", en="keys with values belong here"),
    "list": Text(nl="hier hoort een lijst: [een, twee]", en="a list belongs here: [one, two]"),
    "line": Text(nl="hier hoort tekst", en="text belongs here"),
    "boolean": Text(nl="hier hoort true of false", en="true or false belongs here"),
    "whole": Text(nl="hier hoort een geheel getal", en="a whole number belongs here"),
}


EACH_LANGUAGE = Text(
    nl="hier horen de talen nl en en, elk met een tekst",
    en="the languages nl and en belong here, each with a text",
)
_QUOTES = Text(
    nl="Zet een tekst met een komma, een dubbele punt of # tussen aanhalingstekens.",
    en="Put a text with a comma, a colon or # in quotes.",
)


def nearest(word: str, known: Iterable[str]) -> Text | None:
    """The known word that is most like ``word``, as a question."""
    close = _closest(word, _around(word, sorted(known)))
    return Text(nl=f"Bedoelde u “{close[0]}”?", en=f"Did you mean “{close[0]}”?") if close else None


_MOST_COMPARED = 250
"""With how many words one is compared: the catalogue has fewer, but of its own an organisation may have any number."""


def _around(word: str, known: list[str]) -> tuple[str, ...]:
    """Those of the sorted words that begin most like ``word``; all, where there are not very many."""
    if len(known) <= _MOST_COMPARED:
        return tuple(known)
    start = max(0, bisect.bisect(known, word) - _MOST_COMPARED // 2)
    return tuple(known[start : start + _MOST_COMPARED])


@functools.lru_cache(maxsize=1000)  # one slip is often made all over a profile
def _closest(word: str, known: tuple[str, ...]) -> list[str]:
    return difflib.get_close_matches(word, known, n=1, cutoff=0.6)


def describe(error: ShapeError, known: Iterable[str]) -> Said:
    """The words for ``error``; ``known`` holds the keys or values among which the right one is sought."""
    name = str(error.path[-1])
    value = str(error.value)
    match error.code:
        case "unknown-key":
            said = Text(nl=f"“{name}” is geen bekende sleutel", en=f"“{name}” is not a known key")
            return Said("unknown-key", said, nearest(name, known), at_key=True)
        case "missing-key":
            return Said("missing-key", Text(nl=f"“{name}” ontbreekt", en=f"“{name}” is missing"))
        case "wrong-type":
            kind = error.constraint if isinstance(error.constraint, str) else error.constraint[0]
            return Said("wrong-type", _TYPES[kind], _how_to_write(kind, error))
        case "unknown-value" if set(error.constraint) == set(LANGUAGES) and len(error.path) > 1:
            return Said("unknown-value", EACH_LANGUAGE, _QUOTES, at_key=True)
        case "unknown-value":
            said = Text(
                nl=f"“{value}” is hier niet mogelijk; kies uit {_choices(error)}",
                en=f"“{value}” is not possible here; choose from {_choices(error)}",
            )
            return Said("unknown-value", said, nearest(value, map(str, error.constraint)))
        case "undefined":
            return _undefined(error, known)
        case "no-language":
            language = error.constraint[0]
            named = {"nl": Text(nl="het Nederlands", en="Dutch"), "en": Text(nl="het Engels", en="English")}[language]
            said = Text(
                nl=f"de tekst “{name}” ontbreekt in {named.in_('nl')}",
                en=f"text “{name}” is missing in {named.in_('en')}",
            )
            return Said(
                "text-language-gap",
                said,
                Text(nl=f"Voeg “{language}:” toe.", en=f"Add “{language}:”."),
                at_key=True,
            )
        case "form" if error.constraint[0] == "duration" and "retention" in error.path:
            return _period(value)
        case "form":
            form = error.constraint[0]
            meant = Text(nl="Bedoelde u “GB”?", en="Did you mean “GB”?") if (form, value) == ("country", "UK") else None
            return Said(
                "wrong-form", FORM_WORDS[form].map(lambda words: f"“{value}”: {words}"), meant, at_key=form == "id"
            )
        case "period":
            return _period(value)
        case "unlimited":
            return Said(
                "ret-indefinite",
                Text(nl="onbeperkt bewaren mag niet", en="unlimited keeping is not allowed"),
                Text(
                    nl="Noem een termijn of een duidelijk criterium.",
                    en="Name a period or a clear criterion.",
                ),
            )
        case _:
            return _other(error, name)


def _other(error: ShapeError, name: str) -> Said:
    match error.code:
        case "twice":
            return Said(
                "duplicate-value",
                Text(
                    nl=f"“{error.constraint[0]}” staat twee keer in de lijst",
                    en=f"“{error.constraint[0]}” stands in the list twice",
                ),
            )
        case "uneven":
            return Said(
                "text-language-gap",
                Text(
                    nl=f"“{name}” heeft niet in elke taal evenveel regels",
                    en=f"“{name}” does not have the same number of items in each language",
                ),
            )
        case "none-or-more":
            return Said(
                "wrong-type",
                Text(
                    nl="hier hoort het woord none, of de gegevens zelf",
                    en="the word none belongs here, or the facts themselves",
                ),
                Text(nl="Schrijf “none” als er geen zijn.", en="Write “none” where there are none."),
            )
        case "source-word":
            return Said(
                "wrong-type",
                Text(
                    nl="een bron is het woord data_subject, of {party: …}",
                    en="a source is the word data_subject, or {party: …}",
                ),
                Text(nl=f"Schrijf {{party: {error.value}}}.", en=f"Write {{party: {error.value}}}."),
            )
        case "too-long":
            return Said(
                "text-too-long",
                Text(
                    nl=f"deze tekst is langer dan {error.constraint} tekens",
                    en=f"this text is longer than {error.constraint} characters",
                ),
            )
        case "out-of-range":
            return Said(
                "unknown-value",
                Text(nl=f"{error.value} is hier niet mogelijk", en=f"{error.value} is not possible here"),
            )
        case _:
            return Said(
                "empty-value",
                Text(nl=f"“{name}” heeft geen waarde", en=f"“{name}” has no value"),
                Text(
                    nl="Vul dit veld in; haal het alleen weg als het niet nodig is.",
                    en="Fill it in; remove the key only if it is not needed.",
                ),
            )


def _how_to_write(kind: str, error: ShapeError) -> Text | None:
    if kind == "dict" and isinstance(error.value, str):
        return Text(
            nl="Een tekst voor mensen krijgt elke taal: {nl: …, en: …}.",
            en="A text for people has each language: {nl: …, en: …}.",
        )
    if kind == "line" and isinstance(error.value, int):
        return Text(nl="Zet de waarde tussen aanhalingstekens.", en="Put the value in quotes.")
    return None


def _choices(error: ShapeError) -> str:
    return ", ".join(str(choice) for choice in error.constraint)


def _period(value: str) -> Said:
    return Said(
        "ret-format",
        Text(nl=f"de termijn “{value}” is niet te lezen", en=f"the period “{value}” cannot be read"),
        Text(
            nl="Schrijf bijvoorbeeld P7Y (7 jaar), P6M of P4W, of beschrijf met “criterion” wanneer het ophoudt.",
            en="Write for example P7Y (7 years), P6M or P4W, or describe with “criterion” when it ends.",
        ),
    )


def _undefined(error: ShapeError, known: Iterable[str]) -> Said:
    name, section = str(error.value), error.constraint[0]
    if section in PARTY_SECTIONS:
        said = Text(
            nl=f"u deelt gegevens met “{name}”, maar die staat niet in “{section}”",
            en=f"you share data with “{name}”, which is not listed in “{section}”",
        )
        return Said("recipient-unnamed", said, nearest(name, known))
    said = Text(
        nl=f"“{name}” bestaat niet in het profiel of de catalogus",
        en=f"“{name}” does not exist in the profile or the catalogue",
    )
    return Said("data-undefined", said, nearest(name, known))


def overlaps(one: FieldPath, other: FieldPath) -> bool:
    """Whether one of two places lies inside the other, so that what is said of both may be one fault."""
    shortest = min(len(one), len(other))
    return one[:shortest] == other[:shortest]
