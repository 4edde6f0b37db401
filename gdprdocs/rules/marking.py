"""Rules on what a text gives away: data or a purpose that is more than the profile marks it as."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language, Text
from gdprdocs.law.words import find_phrase, pattern, said_in
from gdprdocs.profile import OwnCategory, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


def _affirmed(text: Text) -> Text:
    """``text`` without what it says not to be so: from a word like “without” to the next comma or full stop."""
    return Text(**{language: _denied(language).sub(" ", text.in_(language)) for language in said_in(text)})


@functools.cache
def _denied(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('negations', 'phrases', language).pattern})[^,;.:]*", re.IGNORECASE)


def _personal(text: Text) -> Text:
    """``text`` without phrases that hold a word for special data and tell nothing about a person."""
    said = {language: text.in_(language) for language in said_in(text)}
    return Text(
        **{language: pattern("special_data", "exempt", language).sub(" ", words) for language, words in said.items()}
    )


def _described(category: OwnCategory) -> Text:
    """The name of a category and its items, as one text."""
    said = {language: category.name.in_(language) for language in said_in(category.name)}
    return Text(**{language: "; ".join((name, *category.items.get(language, ()))) for language, name in said.items()})


@rule(
    "special-unmarked",
    "data",
    "GDPR 9(1)",
    severity=Severity.WARNING,
    nl=Words(
        "“{category}” staat in het profiel als gewoon gegeven, maar “{word}” wijst op een bijzonder gegeven",
        "Zet “kind: special” bij dit gegeven, en onder “special_grounds” van het doel welke uitzondering geldt. Zegt "
        "het toch niets over gezondheid, geloof, afkomst of iets dergelijks, noem het dan anders.",
        "Voor zulke gegevens geldt een verbod met uitzonderingen; dat blijft ongezien als zij als gewoon te boek "
        "staan.",
    ),
    en=Words(
        "the profile marks “{category}” as ordinary data, but “{word}” points to special data",
        "Write “kind: special” for these data, and under “special_grounds” of the purpose which exception holds. If "
        "they tell nothing of health, belief, origin or the like after all, call them something else.",
        "Such data are banned with exceptions, which goes unseen where they are marked as ordinary.",
    ),
)
def special_unmarked(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No category of the organisation's own whose name or items speak of health, belief or the like is ordinary.

    Looked at are categories of the kinds standard and pseudonymous, by whole words in a list. What a text
    says not to be there (“without the diagnosis”) does not count, nor does what tells nothing of a person (“health
    insurer”).
    """
    for category in profile.data_categories.values():
        if category.kind in ("standard", "pseudonymous"):
            word = find_phrase(_personal(_affirmed(_described(category))), "special_data")
            if word:
                yield Problem((*category.path, "kind"), category=category.name, word=word)


@rule(
    "id-copy",
    "data",
    "GDPR 5(1)(c), UAVG 46",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” gebruikt een kopie van een identiteitsbewijs (“{category}”) en noemt geen wet die dat "
        "voorschrijft",
        "Zet onder “special_grounds” bij dit gegeven in “law” de wet en het artikel. Is er geen wet, laat het bewijs "
        "dan alleen tonen en noteer wat u nodig hebt.",
        "Op een kopie staan een foto en het burgerservicenummer; wie haar in handen krijgt, kan zich voor een ander "
        "uitgeven.",
    ),
    en=Words(
        "the purpose “{purpose}” uses a copy of an identity document (“{category}”) and names no statute that "
        "prescribes it",
        "Write the statute and the article in “law” for it under “special_grounds”. If there is no statute, only have "
        "the document shown, and note what you need.",
        "A copy holds a photo and the citizen service number; whoever gets hold of it is able to pose as somebody "
        "else.",
    ),
)
def identity_copy(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A copy of an identity document, by the name or items of the category, comes with the statute that prescribes it.

    That is the one in ``special_grounds``, or the ``law`` of a purpose that rests on a legal obligation. A category
    that is marked as a national number is looked at by ``bsn-no-statute``.
    """
    copies = {
        category.id
        for category in profile.data_categories.values()
        if category.kind != "national_number"
        and ("identity_copy" in category.traits or find_phrase(_described(category), "identity_copies"))
    }
    for _, purpose in profile.own_purposes:
        by_statute = purpose.lawful_basis == "legal_obligation" and purpose.law is not None
        for name in purpose.data_categories:
            ground = purpose.special_grounds.get(name)
            if name in copies and not by_statute and not (ground and ground.law):
                path = (*purpose.path, "data_categories", name)
                yield Problem(path, purpose=purpose.id, category=catalogue.category(name).name)


@rule(
    "profiling-declared",
    "data",
    "GDPR 4(4), 13(2)(f), 22",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” maakt een score of profiel (“{word}”), maar er staat niet hoe dat werkt en wie beslist",
        "Vul “profiling” in: in “logic” hoe het werkt, in “effect” wat het voor mensen betekent en wie beslist. Volgt "
        "een besluit vanzelf uit de score, beschrijf het dan onder “automated_decisions” van de activiteit.",
        "Volgt iemands lot vanzelf uit een score, dan is de score zelf al een geautomatiseerd besluit.",
    ),
    en=Words(
        "the purpose “{purpose}” makes a score or profile (“{word}”), but does not say how that works and who decides",
        "Fill in “profiling”: in “logic” how it works, in “effect” what it means to people and who decides. If a "
        "decision simply follows from the score, describe it under “automated_decisions” of the activity.",
        "Where what happens to somebody simply follows from a score, the score itself is an automated decision.",
    ),
)
def profiling(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose whose description speaks of a score or profile describes it, where no decision is said to be automated.

    The words are those of a list; what a description says not to be so (“without a score”) does not count.
    """
    for activity, purpose in profile.own_purposes:
        if activity.automated_decisions == "none" and purpose.profiling is None:
            word = find_phrase(_affirmed(purpose.description), "profiling")
            if word:
                yield Problem((*purpose.path, "profiling"), purpose=purpose.id, word=word)


RULES = rules_in(globals())
