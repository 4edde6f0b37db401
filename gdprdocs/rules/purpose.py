"""Rules on purposes: each is specific, has a lawful basis, data, people and an end, and says what a no means.

They hold for what the organisation decides itself; for what it does as processor, its customer decides.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language, Text, is_gap
from gdprdocs.law.words import phrases, quoted, said_in
from gdprdocs.profile import Activity, Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


@rule(
    "purpose-basis-missing",
    "purpose",
    "GDPR 6(1), 13(1)(c)",
    nl=Words(
        "er is geen grondslag voor {what}",
        "Kies één grondslag en zet die bij het doel in “lawful_basis”.",
        "Gegevens gebruiken mag alleen op een van de zes gronden die de wet noemt.",
    ),
    en=Words(
        "there is no lawful basis for {what}",
        "Choose one lawful basis and write it in “lawful_basis” of the purpose.",
        "Data may be used only on one of the six grounds that the law names.",
    ),
)
def basis(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity has a purpose, and every purpose has one of the six lawful bases.

    An activity that does not say its role yet is left alone until it does: as processor it needs no purposes.
    """
    for activity in profile.own_activities:
        if activity.role and not activity.purposes:
            words = Text(nl="“{activity}”: daar staat geen doel", en="“{activity}”: it states no purpose")
            what = filled(words, activity=activity.name)
            yield Problem((*activity.path, "purposes"), what=what, remedy=_STATE_PURPOSES)
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis is None:
            yield Problem((*purpose.path, "lawful_basis"), what=_purpose(purpose))


_STATE_PURPOSES = Text(
    nl="Beschrijf onder “purposes” elk doel van de activiteit, met bij elk doel één grondslag in “lawful_basis”.",
    en="Describe each purpose of the activity under “purposes”, each with one lawful basis in “lawful_basis”.",
)


def _purpose(purpose: Purpose) -> Text:
    return filled(Text(nl="het doel “{id}”", en="the purpose “{id}”"), id=purpose.id)


@rule(
    "purpose-no-data",
    "purpose",
    "GDPR 13(1)(c), 30(1)(c)",
    nl=Words(
        "bij het doel “{purpose}” staan geen gegevens",
        "Noem in “data_categories” welke gegevens u voor dit doel gebruikt.",
        "Alleen met een lijst per doel is te zien of elk gegeven echt nodig is.",
    ),
    en=Words(
        "the purpose “{purpose}” names no data",
        "Name the data that you use for this purpose in “data_categories”.",
        "Only a list for each purpose shows whether every item is really needed.",
    ),
)
def data(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every purpose names at least one data category."""
    for _, purpose in profile.own_purposes:
        if not purpose.data_categories:
            yield Problem((*purpose.path, "data_categories"), purpose=purpose.id)


@rule(
    "purpose-no-subjects",
    "purpose",
    "GDPR 30(1)(c)",
    nl=Words(
        "bij “{activity}” staat niet over wie de gegevens gaan",
        "Noem de groepen mensen in “data_subjects” van de activiteit, of van het doel als ze per doel verschillen.",
        "Het register moet laten zien van wie gegevens worden gebruikt.",
    ),
    en=Words(
        "“{activity}” does not say whose data are used",
        "Name the groups of people in “data_subjects” of the activity, or of the purpose where purposes differ.",
        "The register must show whose data are used.",
    ),
)
def subjects(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every purpose names its categories of data subjects, itself or through its activity."""
    for activity in profile.own_activities:
        if not activity.data_subjects and any(not purpose.data_subjects for purpose in activity.purposes.values()):
            yield Problem((*activity.path, "data_subjects"), activity=activity.name)


@rule(
    "purpose-no-retention",
    "purpose",
    "GDPR 5(1)(e), 13(2)(a), 30(1)(f)",
    nl=Words(
        "bij het doel “{purpose}” staat niet hoe lang u dit bewaart: {categories}",
        "Zet het onder “retention”: “period” met “from”, een termijn uit de wet in “statutory”, of een “criterion”.",
        "Gegevens mogen niet langer bewaard worden dan nodig, en mensen moeten weten hoe lang dat is.",
    ),
    en=Words(
        "the purpose “{purpose}” does not say how long you keep this: {categories}",
        "Write it under “retention”: “period” with “from”, a period from the law in “statutory”, or a “criterion”.",
        "Data must not be kept longer than needed, and people must know how long that is.",
    ),
)
def retention(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """For every purpose, each of its data categories has a period, a statutory period or a criterion.

    An entry under ``all`` counts for every category that has no entry of its own.
    """
    for _, purpose in profile.own_purposes:
        absent = [name for name in purpose.data_categories if purpose.retention_of(name) is None]
        if absent:
            names = listed(catalogue.category(name).name for name in absent)
            yield Problem((*purpose.path, "retention"), purpose=purpose.id, categories=names)
        for key, kept in purpose.retention.items():
            if not (kept.period or kept.statutory or kept.criterion):
                covered = [name for name in purpose.data_categories if purpose.retention_of(name) is kept]
                names = listed([catalogue.category(name).name for name in covered] or [key])
                yield Problem(kept.path, purpose=purpose.id, categories=names)


@rule(
    "purpose-vague",
    "purpose",
    "GDPR 5(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” is te algemeen: “{description}”",
        "Schrijf in “description” wat u met de gegevens doet en waarom, zo dat iemand ziet wat wel en wat niet mag.",
        "Een doel waar alles onder past, zegt mensen niets en houdt niets tegen.",
    ),
    en=Words(
        "the purpose “{purpose}” is too general: “{description}”",
        "Write in “description” what you do with the data and why, so that anybody sees what is allowed and what not.",
        "A purpose that anything fits under tells people nothing and stops nothing.",
    ),
)
def too_general(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The description of a purpose says more than one word, and more than a phrase such as “improve our services”.

    Only a description that holds nothing else is reported; the phrases are those of ``law/words/vague_purposes.yaml``.
    """
    for _, purpose in profile.own_purposes:
        written = {language: purpose.description.in_(language) for language in said_in(purpose.description)}
        vague = {language: words for language, words in written.items() if _is_vague(words, language)}
        description = quoted(vague)
        if description:
            yield Problem(
                (*purpose.path, "description", next(iter(vague))), purpose=purpose.id, description=description
            )


def _is_vague(description: str, language: Language) -> bool:
    """Whether it is one word, or each of its parts (“marketing and analysis”) is a phrase that says too little."""
    if is_gap(description):
        return False
    joined = "|".join(re.escape(word) for word in phrases("vague_purposes", "joined", language))
    parts = re.split(rf",|;|\s(?:{joined})\s", description.casefold())
    said = [_significant(part, language) for part in parts]
    return len(description.split()) < 2 or all(part in _too_general(language) for part in said)


@functools.cache
def _too_general(language: Language) -> frozenset[frozenset[str]]:
    return frozenset(_significant(phrase, language) for phrase in phrases("vague_purposes", "phrases", language))


def _significant(words: str, language: Language) -> frozenset[str]:
    """The words that count, in no order and without apostrophes."""
    said = re.findall(r"[\w-]+", words.replace("'", "").replace("’", ""))
    return frozenset(said) - set(phrases("vague_purposes", "small", language))


@rule(
    "refusal-consequence",
    "purpose",
    "GDPR 13(2)(e)",
    severity=Severity.WARNING,
    nl=Words(
        "bij het doel “{purpose}” staat niet {what}",
        "Kies in “provision” of iemand de gegevens moet geven, en schrijf in “consequence” in een hele zin wat er "
        "anders gebeurt. Vraagt u mensen zelf niets, schrijf dan “provision: not_provided”.",
        "Wie gegevens invult, moet weten of dat moet, en wat er gebeurt als hij het niet doet.",
    ),
    en=Words(
        "the purpose “{purpose}” does not say {what}",
        "Choose in “provision” whether people must give the data, and write in “consequence”, in a whole sentence, "
        "what happens otherwise. If you ask people themselves for nothing, write “provision: not_provided”.",
        "Whoever fills in data must know whether that is required, and what happens otherwise.",
    ),
)
def refusal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose with data from people themselves says whether they must give these, and what follows if they do not.

    What a no means where people are asked for consent is the business of ``consent-no-refusal``.
    """
    for activity, purpose in profile.own_purposes:
        if purpose.provision is None and _asks_people(activity):
            yield Problem((*purpose.path, "provision"), purpose=purpose.id, what=_WHETHER)
        elif purpose.provision not in (None, "not_provided") and not (purpose.consequence or purpose.states_consent):
            yield Problem((*purpose.path, "consequence"), purpose=purpose.id, what=_WHAT_IF)


_WHETHER = Text(nl="of iemand de gegevens moet geven", en="whether people must give the data")
_WHAT_IF = Text(nl="wat er gebeurt als iemand de gegevens niet geeft", en="what happens if people do not give the data")


def _asks_people(activity: Activity) -> bool:
    return any(not origin.is_elsewhere for origin in activity.sources)


RULES = rules_in(globals())
