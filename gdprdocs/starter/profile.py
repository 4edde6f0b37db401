"""The answers as a profile."""

from __future__ import annotations

from collections.abc import Mapping

from gdprdocs.language import Language, Text
from gdprdocs.law import law
from gdprdocs.starter.answer import Answers
from gdprdocs.starter.choices import FOLDER, ProcessorKind, choices
from gdprdocs.starter.template import Manner, blank, checked, expand, listed, quoted

_COMMON = ("questions", "newsletter")
"""The activities that use data of our own making."""

_AUTHORITY = Text(nl="de toezichthouder van uw land", en="the supervisory authority of your country")
_REPRESENTATIVE = Text(
    nl="uw vertegenwoordiger in de Unie, of none als u die niet hoeft te hebben",
    en="your representative in the Union, or none if you need not have one",
)
_PUBLIC_BODY = Text(
    nl="true als u een overheidsinstantie bent, anders false", en="true if you are a public body, otherwise false"
)
_SIGNATORY = Text(
    nl="wie verwerkersovereenkomsten voor u tekent: {name: …, function: …}",
    en="who signs processor agreements for you: {name: …, function: …}",
)
_MEASURES = Text(
    nl="hoe u beveiligt, bijvoorbeeld [access_control, backup]",
    en="how you secure them, for example [access_control, backup]",
)
_PROCESSORS = Text(
    nl="[] als niemand dit voor u doet; anders namen, beschreven onder “processors”",
    en="[] if nobody does this for you; otherwise names, described under “processors”",
)
_PARTY = Text(nl="de officiële naam", en="the legal name")


def profile_text(answers: Answers, comments: Language) -> str:
    """The text of ``profile.yaml``, with comments in the user's language."""
    manner = Manner(comments, answers.languages, answers.address.country == "NL")
    values = _values(answers, manner)
    parts = [expand(_piece("profile"), manner, values)]
    if set(answers.activities) & set(_COMMON):
        parts.append(expand(_piece("own_data"), manner, values))
    if "statistics" in answers.activities:
        parts.append(expand(_piece("cookies"), manner, values))
    parts.append("activities:\n")
    for activity in answers.activities:
        kinds = [kind for kind in answers.processors if activity in choices().processors[kind].data]
        named = checked(manner, listed(kinds)) if answers.processors else blank(manner, _PROCESSORS)
        parts.append(expand(_piece(f"activities/{activity}"), manner, values))
        parts.append(expand(_piece("activity_end"), manner, {**values, "processors": named}))
    if answers.processors:
        parts.append(expand(_piece("processors_head"), manner, values))
        for kind, name in answers.processors.items():
            described = _processor(choices().processors[kind], name, answers, manner)
            parts.append(expand(_piece("processor"), manner, described))
    else:
        parts.append(expand(_piece("no_processors"), manner, values))
        parts.append(_commented(_example(answers, manner, values)))
    parts.append(expand(_piece("profile_end"), manner, values))
    return "".join(parts)


def _example(answers: Answers, manner: Manner, values: Mapping[str, str | None]) -> str:
    """A processor as it would stand in the profile."""
    kind = next(iter(choices().processors_for(answers.activities)))
    described = _processor(choices().processors[kind], None, answers, manner)
    return expand(_piece("processors_head"), manner, values) + expand(_piece("processor"), manner, described)


def _commented(piece: str) -> str:
    """The piece with its code behind a #, so that it says nothing yet."""
    return "".join(f"{line if not line or line.startswith('#') else f'# {line}'}\n" for line in piece.splitlines())


def _piece(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def _values(answers: Answers, manner: Manner) -> dict[str, str | None]:
    address = answers.address
    return {
        "slug": answers.slug,
        "name": quoted(answers.name),
        "street": quoted(address.street),
        "postal_code": quoted(address.postal_code),
        "city": quoted(address.city),
        "country": address.country,
        "email": quoted(answers.email),
        "website": quoted(answers.website) if answers.website else None,
        "sector": answers.sector,
        "public_body": blank(manner, _PUBLIC_BODY) if answers.sector == "government" else None,
        "authority": _authority(address.country) or blank(manner, _AUTHORITY),
        "representative": "none" if address.country in law().eea else blank(manner, _REPRESENTATIVE),
        "signatory": blank(manner, _SIGNATORY) if answers.processors else None,
        "languages": listed(answers.languages),
        "owner": quoted(answers.owner),
        "measures": checked(manner, listed(answers.measures)) if answers.measures else blank(manner, _MEASURES),
    }


def _authority(country: str) -> str | None:
    """The only supervisory authority that a firm in this country falls under, where that is plain."""
    found = [entry.id for entry in law().supervisory_authorities.values() if entry.country == country]
    plain = len(found) == 1 and law().supervisory_authorities[found[0]].note is None
    return found[0] if plain else None


def _processor(kind: ProcessorKind, name: str | None, answers: Answers, manner: Manner) -> dict[str, str | None]:
    return {
        "id": kind.id,
        "kind": kind.name.in_(manner.comments),
        "party": quoted(name) if name else blank(manner, _PARTY),
        "service_nl": quoted(kind.service.in_("nl")),
        "service_en": quoted(kind.service.in_("en")),
        "data": listed(kind.data_for(answers.activities)),
    }
