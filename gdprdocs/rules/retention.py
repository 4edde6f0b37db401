"""Rules on how long data are kept (Art. 5(1)(e)), and on what statutes say about it.

Of several statutory minima the longest counts, for exactly the data that it covers; a maximum blocks every longer
choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.law import RetentionPeriod, law
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.kept import Kept, applicable, category_name, entries, kept_by_category, length_words
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in, stated, worded
from gdprdocs.wording import duration_words


def _longest(periods: Iterable[RetentionPeriod]) -> RetentionPeriod | None:
    return max(periods, key=lambda period: period.period.days, default=None)


def _shortest(periods: Iterable[RetentionPeriod]) -> RetentionPeriod | None:
    return min(periods, key=lambda period: period.period.days, default=None)


format_ = stated(
    "ret-format",
    "retention",
    "GDPR 13(2)(a)",
    nl=Words(
        "een bewaartermijn is niet te lezen",
        "Schrijf bijvoorbeeld P7Y (7 jaar), P6M of P4W, of beschrijf met “criterion” wanneer het ophoudt.",
        "Mensen moeten kunnen lezen hoe lang hun gegevens bewaard worden.",
    ),
    en=Words(
        "a retention period cannot be read",
        "Write for example P7Y (7 years), P6M or P4W, or describe with “criterion” when it ends.",
        "People must be able to read how long their data are kept.",
    ),
)


@rule(
    "ret-no-start",
    "retention",
    "GDPR 5(1)(e)",
    nl=Words(
        "de bewaartermijn van “{category}” heeft geen begin",
        "Zet in “from” vanaf welk moment de termijn loopt, in woorden die na “1 jaar na …” passen.",
        "Zonder begin weet niemand wanneer de gegevens weg moeten.",
    ),
    en=Words(
        "the retention period of “{category}” has no start",
        "Put the moment from which the period runs in “from”, in words that fit after “1 year after …”.",
        "Without a start nobody knows when the data have to go.",
    ),
)
def no_start(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A period of the organisation's own has a start; a statutory one brings its own."""
    for category, entry in entries(profile):
        if entry.period and entry.from_ is None and entry.statutory is None:
            yield Problem((*entry.path, "from"), category=category_name(catalogue, category))


@rule(
    "ret-below-statutory",
    "retention",
    "GDPR 5(1)(e), 6(1)(c)",
    nl=Words(
        "“{category}” moet u ten minste {limit} bewaren ({law}); hier staat {length}",
        "Verleng de termijn of noem de wettelijke termijn in “statutory”.",
        "De wet verplicht u deze gegevens zo lang te bewaren.",
    ),
    en=Words(
        "“{category}” must be kept for at least {limit} ({law}); here it says {length}",
        "Extend the period or name the statutory one in “statutory”.",
        "The law obliges you to keep these data for that long.",
    ),
)
def below_statutory(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No period is shorter than the statutory minimum that it names, and every category reaches those that apply to it.

    What has to reach the minimum is the longest period of the category over all purposes, for an employer's duty over
    all purposes about staff. Where one of them has a criterion its length is not known, and nothing is reported.
    """
    for uses in kept_by_category(profile).values():
        minima = [(kept, kept.named) for kept in uses if kept.named and kept.named.kind == "minimum"]
        short = [(kept, minimum) for kept, minimum in minima if kept.is_shorter_than(minimum)]
        for kept, minimum in short:
            yield _problem(kept, minimum, catalogue)
        if not short and not _clash(profile, catalogue, uses):
            yield from _too_short(profile, catalogue, uses)


def _too_short(profile: Profile, catalogue: Catalogue, uses: list[Kept]) -> Iterator[Problem]:
    under = {minimum.id: minimum for kept in uses for minimum in applicable(profile, catalogue, kept, "minimum")}
    missed = []
    for minimum in under.values():
        covered = [kept for kept in uses if kept.is_about(minimum, catalogue)]
        if all(kept.length for kept in covered):
            longest = max(covered, key=lambda kept: kept.length.days if kept.length else 0)
            if longest.is_shorter_than(minimum):
                missed.append((minimum, longest))
    if missed:
        minimum, longest = max(missed, key=lambda pair: pair[0].period.days)
        yield _problem(longest, minimum, catalogue)


def _problem(kept: Kept, limit: RetentionPeriod, catalogue: Catalogue) -> Problem:
    return Problem(
        kept.place,
        category=category_name(catalogue, kept.category),
        limit=worded(duration_words, limit.period),
        law=limit.law,
        length=worded(length_words, kept),
    )


@rule(
    "ret-above-maximum",
    "retention",
    "GDPR 5(1)(e)",
    nl=Words(
        "“{category}” mag u hoogstens {limit} bewaren ({law}); hier staat {length}",
        "Verkort de termijn of noem de wettelijke termijn in “statutory”.",
        "De wet verplicht u deze gegevens daarna te vernietigen.",
    ),
    en=Words(
        "“{category}” must not be kept for longer than {limit} ({law}); here it says {length}",
        "Shorten the period or name the statutory one in “statutory”.",
        "The law obliges you to destroy these data after that.",
    ),
)
def above_maximum(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No period is longer than the statutory maximum that it names, or than one that applies to its category."""
    for uses in kept_by_category(profile).values():
        if _clash(profile, catalogue, uses):
            continue
        for kept in uses:
            named = [kept.named] if kept.named and kept.named.kind == "maximum" else []
            maximum = _shortest([*named, *applicable(profile, catalogue, kept, "maximum")])
            if maximum and kept.is_longer_than(maximum):
                yield _problem(kept, maximum, catalogue)


@rule(
    "ret-conflict",
    "retention",
    "GDPR 5(1)(e)",
    nl=Words(
        "voor “{category}” gelden termijnen die elkaar tegenspreken: {periods}",
        "Schrijf per gegeven één termijn: “statutory”, “period” met “from”, of “criterion”. Gelden er twee wetten, "
        "splits de categorie dan, zodat elk deel zijn eigen termijn heeft.",
        "Wie twee antwoorden geeft op de vraag hoe lang, wist te vroeg of te laat.",
    ),
    en=Words(
        "periods that contradict each other apply to “{category}”: {periods}",
        "Write one period for each category: “statutory”, “period” with “from”, or “criterion”. If two statutes apply, "
        "split the category, so that each part has its own period.",
        "Whoever gives two answers to the question how long erases too early or too late.",
    ),
)
def conflict(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No entry says two things, and no category falls under a minimum longer than a maximum that the profile names."""
    for category, entry in entries(profile):
        if entry.criterion and (entry.period or entry.statutory):
            keys = ["period" if entry.period else "statutory", "criterion"]
            yield Problem(
                (*entry.path, "criterion"),
                at_key=True,
                category=category_name(catalogue, category),
                periods=listed(keys),
            )
    for category, uses in kept_by_category(profile).items():
        clash = _clash(profile, catalogue, uses)
        if clash:
            kept, minimum, maximum = clash
            yield Problem(
                (*kept.entry.path, "statutory"),
                category=category_name(catalogue, category),
                periods=listed(
                    worded(
                        lambda each, language: f"{duration_words(each.period, language)}: {each.law.in_(language)}", one
                    )
                    for one in (minimum, maximum)
                ),
            )


def _clash(
    profile: Profile, catalogue: Catalogue, uses: list[Kept]
) -> tuple[Kept, RetentionPeriod, RetentionPeriod] | None:
    """The entry that names the shortest maximum, with the longest minimum and that maximum, if these contradict."""
    named = [kept.named for kept in uses if kept.named]
    applying = [period for kept in uses for period in applicable(profile, catalogue, kept, "minimum")]
    minimum = _longest([*applying, *(period for period in named if period.kind == "minimum")])
    maximum = _shortest(period for period in named if period.kind == "maximum")
    if minimum is None or maximum is None or minimum.period.days <= maximum.period.days:
        return None
    return next(kept for kept in uses if kept.named is maximum), minimum, maximum


@rule(
    "ret-indefinite",
    "retention",
    "GDPR 5(1)(e), 13(2)(a)",
    nl=Words(
        "“{phrase}” zegt niet wanneer u “{category}” wist",
        "Noem een termijn met “period” en “from”, of een criterium waarvan iedereen kan zien of het bereikt is.",
        "Gegevens zonder einddatum blijven liggen; mensen moeten weten wanneer hun gegevens weggaan.",
    ),
    en=Words(
        "“{phrase}” does not say when you erase “{category}”",
        "Name a period with “period” and “from”, or a criterion of which anybody can see whether it is met.",
        "Data without an end stay for ever; people must know when theirs will be erased.",
    ),
)
def indefinite(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No criterion holds a phrase that sets no limit, such as “as long as needed”.

    A period such as “unlimited” is reported when it is read.
    """
    for category, entry in entries(profile):
        found = _vague(entry.criterion) if entry.criterion else None
        if found:
            language, phrase = found
            path = (*entry.path, "criterion", language)
            yield Problem(path, phrase=phrase, category=category_name(catalogue, category))


def _vague(criterion: Text) -> tuple[Language, str] | None:
    """The first phrase in ``criterion`` that sets no limit, with the language in which it stands."""
    for language in LANGUAGES:
        words = criterion.in_(language).casefold() if criterion.has(language) else ""
        for phrase in law().vague_retention:
            if re.search(rf"\b{re.escape(phrase)}\b", words):
                return language, phrase
    return None


RULES = rules_in(globals())
