"""Rules on periods that nothing explains: longer than is usual, of the organisation's own, or borrowed from tax law.

A statute or guideline explains a period as far as it goes, and ``because`` explains any. Where the retention protocol
shows the reason, ``ret-no-reason`` asks for it, and these rules leave that entry to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language, Text
from gdprdocs.law import DataCategory, RetentionPeriod
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.kept import Kept, applicable, has_protocol, kept_by_entry, length_words
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import duration_words

_EXPLAIN = Text(
    nl="Verkort de termijn, of zet in “because” waarom zo lang, in woorden die na “omdat” passen. Waar de "
    "gebruikelijke termijn vandaan komt: {law}.",
    en="Shorten the period, or say in “because” why that long, in words that fit after “because”. Where the "
    "usual period comes from: {law}.",
)


@rule(
    "ret-above-guideline",
    "retention",
    "GDPR 5(1)(e), 5(2)",
    severity=Severity.WARNING,
    nl=Words(
        "voor {categories} is {limit} gebruikelijk; hier staat {length}, zonder reden",
        "Verkort de termijn, of zet in “because” waarom zo lang, in woorden die na “omdat” passen.",
        "Langer dan gebruikelijk kan goed zijn, maar dan moet iemand kunnen lezen waarom.",
    ),
    en=Words(
        "for {categories} {limit} is usual; here it says {length}, without a reason",
        "Shorten the period, or say in “because” why that long, in words that fit after “because”.",
        "Longer than usual can be right, but then somebody must be able to read why.",
    ),
)
def above_guideline(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No period without ``because`` is longer than the guideline that it names, or than those of its category.

    Of several guidelines the longest counts. One counts where its sector fits, and where the purpose is about nobody
    else than the people whom the guideline is about. A statutory minimum that is as long explains the period too.
    """
    for uses in _unreasoned(profile):
        exceeded: dict[str, tuple[RetentionPeriod, list[Kept]]] = {}
        for kept in uses:
            limit = _exceeded(profile, catalogue, kept)
            if limit:
                exceeded.setdefault(limit.id, (limit, []))[1].append(kept)
        for limit, found in exceeded.values():
            yield Problem(
                found[0].place,
                remedy=filled(_EXPLAIN, law=limit.law),
                categories=_names(found, catalogue),
                limit=worded(_with_start, limit),
                length=worded(length_words, found[0]),
            )


def _unreasoned(profile: Profile) -> Iterator[list[Kept]]:
    """The categories under each entry that gives a length without a reason, which no other rule asks for."""
    for uses in kept_by_entry(profile):
        entry = uses[0].entry
        asked_for = has_protocol(profile) and entry.statutory is None
        if entry.period and entry.because is None and not asked_for:
            yield uses


def _exceeded(profile: Profile, catalogue: Catalogue, kept: Kept) -> RetentionPeriod | None:
    """The guideline than which a category is kept longer, where no statute explains that."""
    if kept.named is not None:
        return kept.named if kept.named.kind == "guideline" and kept.is_longer_than(kept.named) else None
    usual = [each for each in applicable(profile, catalogue, kept, "guideline") if kept.is_only_about(each, catalogue)]
    longest = max(usual, key=lambda each: each.period.days, default=None)
    explaining = [*usual, *applicable(profile, catalogue, kept, "minimum")]
    return longest if all(kept.is_longer_than(each) for each in explaining) else None


def _with_start(period: RetentionPeriod, language: Language) -> str:
    after = {"nl": "na", "en": "after"}[language]
    return f"{duration_words(period.period, language)} {after} {period.from_.in_(language)}"


@rule(
    "ret-no-justification",
    "retention",
    "GDPR 5(1)(e), 5(2)",
    severity=Severity.WARNING,
    nl=Words(
        "waarom u {categories} {length} bewaart, staat er niet",
        "Zet in “because” waarom zo lang, in woorden die na “omdat” passen, of noem in “statutory” de wet of richtlijn "
        "waaruit de termijn komt.",
        "Wie zelf een termijn kiest, moet kunnen laten zien waarom hij niet korter is.",
    ),
    en=Words(
        "why you keep {categories} for {length} is not stated",
        "Say in “because” why that long, in words that fit after “because”, or name in “statutory” the statute or "
        "guideline from which the period comes.",
        "Whoever chooses a period must be able to show why it is not shorter.",
    ),
)
def no_justification(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A period of the organisation's own has a reason, unless a statute or guideline goes as far.

    What it keeps longer than the statutory minimum that the entry names is its own choice too. A criterion says itself
    why data are still there, and what is longer than usual is for ``ret-above-guideline``.
    """
    for uses in _unreasoned(profile):
        unexplained = [kept for kept in uses if _is_unexplained(profile, catalogue, kept)]
        if unexplained:
            yield Problem(
                unexplained[0].place,
                categories=_names(unexplained, catalogue),
                length=worded(length_words, unexplained[0]),
            )


def _is_unexplained(profile: Profile, catalogue: Catalogue, kept: Kept) -> bool:
    if kept.named is not None:
        return kept.named.kind == "minimum" and kept.is_longer_than(kept.named)
    explaining = [each for kind in ("minimum", "guideline") for each in applicable(profile, catalogue, kept, kind)]
    return all(kept.is_longer_than(each) for each in explaining) and not _exceeded(profile, catalogue, kept)


@rule(
    "ret-fiscal-overreach",
    "retention",
    "AWR 52(4), GDPR 5(1)(c), 5(1)(e)",
    severity=Severity.WARNING,
    nl=Words(
        "de fiscale bewaarplicht geldt niet voor {categories}: dat hoort hier niet bij de boekhouding",
        "Geef deze gegevens onder “retention” een eigen, kortere termijn.",
        "De belastingwet is een reden om de boekhouding te bewaren, geen reden om al het andere te bewaren.",
    ),
    en=Words(
        "the duty of tax law to keep records does not cover {categories}: here that is no part of the books",
        "Give these data a shorter period of their own under “retention”.",
        "Tax law is a reason to keep the books, and none to keep everything else.",
    ),
)
def fiscal_overreach(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The period of the books is named for nothing that is never part of them, and for no advertising.

    What is never part of them is known of the standard categories, such as camera images and applications. A category
    of the organisation's own is taken at its word, and so is one that may be part of them, such as correspondence.
    """
    for uses in kept_by_entry(profile):
        if uses[0].named and uses[0].named.is_of_books:
            outside = [kept for kept in uses if kept.purpose.direct_marketing or _is_outside_books(kept, catalogue)]
            if outside:
                yield Problem((*outside[0].entry.path, "statutory"), categories=_names(outside, catalogue))


def _is_outside_books(kept: Kept, catalogue: Catalogue) -> bool:
    category = catalogue.category(kept.category)
    return isinstance(category, DataCategory) and category.outside_books


def _names(uses: list[Kept], catalogue: Catalogue) -> Text:
    return listed(catalogue.category(kept.category).name for kept in uses)


RULES = rules_in(globals())
