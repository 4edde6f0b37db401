"""Words for facts in one language: dates, durations, countries, lists, articles of law.

This module owns the babel library. It knows how Dutch and English write things, and no document.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from gdprdocs.duration import Duration
from gdprdocs.language import Language, Text

if TYPE_CHECKING:
    from babel import Locale

_LOCALES = {"nl": "nl", "en": "en_GB"}  # plain "en" would write American dates

_UNITS = {
    "year": Text(nl="jaar|jaar", en="year|years"),
    "month": Text(nl="maand|maanden", en="month|months"),
    "week": Text(nl="week|weken", en="week|weeks"),
    "day": Text(nl="dag|dagen", en="day|days"),
    "hour": Text(nl="uur|uur", en="hour|hours"),
    "minute": Text(nl="minuut|minuten", en="minute|minutes"),
}
_ORDINALS = (
    "", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde",
    "twaalfde",
)  # fmt: skip
_TAGS = re.compile(r"<[^>]*>")
_ARTICLE = re.compile(r"(?P<statute>[^ ]+) (?P<number>[0-9][0-9a-z.:]*)(?P<parts>(?:\([0-9a-z]+\))*)")


@functools.cache
def _locale(language: Language) -> Locale:
    from babel import Locale  # not at the top: most profiles are checked without a date in words

    return Locale.parse(_LOCALES[language])


def _date(day: date, form: str, language: Language) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=_locale(language))


def date_words(day: date, language: Language) -> str:
    """``1 december 2026``."""
    return _date(day, "d MMMM y", language)


def month_words(day: date, language: Language) -> str:
    """``december 2026``."""
    return _date(day, "LLLL y", language)


def duration_words(duration: Duration, language: Language) -> str:
    """``7 jaar``, ``1 month and 2 weeks``."""
    words = []
    for unit, number in duration.parts:
        one, more = _UNITS[unit].in_(language).split("|")
        words.append(f"{number}\u00a0{one if number == 1 else more}")
    return list_words(words, language)


def list_words(words: Iterable[str], language: Language) -> str:
    """``a, b en c``.

    The comma before the last that some English has stands only where one beside it has the word itself: ``a, b en c, en
    d``.
    Where one of three or more has a comma, semicolons part them.
    """
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    last = {"nl": "en", "en": "and"}[language]
    shown = [_TAGS.sub("", item) for item in items]
    comma = ";" if len(items) > 2 and any("," in item for item in shown) else ","
    before_last = comma if comma == ";" or any(f" {last} " in item for item in shown[-2:]) else ""
    return f"{f'{comma} '.join(items[:-1])}{before_last} {last} {items[-1]}"


def country_words(code: str, language: Language) -> str:
    """The name of a country by its ISO 3166 code."""
    return str(_locale(language).territories.get(code, code))


_WITH_ARTICLE = {
    "nl": {
        "AE": "de", "BS": "de", "CF": "de", "CK": "de", "DO": "de", "FO": "de", "GB": "het", "KM": "de", "KY": "de",
        "MH": "de", "MV": "de", "PH": "de", "SB": "de", "SC": "de", "US": "de", "VG": "de",
    },
    "en": dict.fromkeys(
        ("AE", "BS", "CF", "CK", "DO", "FO", "GB", "GM", "KM", "KY", "MH", "MV", "NL", "PH", "SB", "SC", "US", "VG"),
        "the",
    ),
}  # fmt: skip
"""Countries that take an article inside a sentence."""


def country_in_sentence(code: str, language: Language) -> str:
    """The name of a country as it stands inside a sentence: ``de Verenigde Staten``, ``the Netherlands``."""
    article = _WITH_ARTICLE[language].get(code)
    name = country_words(code, language)
    return f"{article} {name}" if article else name


def every_words(duration: Duration, language: Language) -> str:
    """How often something comes back: ``elk jaar``, ``elke 6 maanden``, ``every year``."""
    if len(duration.parts) == 1 and duration.parts[0][1] == 1:
        unit = duration.parts[0][0]
        one = _UNITS[unit].in_(language).split("|")[0]
        neuter = unit in ("year", "hour")
        return f"every {one}" if language == "en" else f"{'elk' if neuter else 'elke'} {one}"
    return f"{Text(nl='elke', en='every').in_(language)} {duration_words(duration, language)}"


def article_words(article: str, language: Language) -> str:
    """``GDPR 6(1)(a)`` as ``artikel 6, eerste lid, onder a, AVG`` or ``Article 6(1)(a) GDPR``."""
    found = _ARTICLE.fullmatch(article)
    if not found:
        raise ValueError(f"{article!r} is not an article")
    statute, number, parts = found.group("statute", "number", "parts")
    if language == "en":
        return f"Article\u00a0{number}{parts} {statute}"
    words = [f"artikel\u00a0{number}"]
    for part in re.findall(r"\(([0-9a-z]+)\)", parts):
        if part.isdigit() and (statute, number) == ("GDPR", "4"):
            words.append(f"punt {part}")  # the definitions are numbered points
        else:
            words.append(f"{_ORDINALS[int(part)]} lid" if part.isdigit() else f"onder {part}")
    statute = "AVG" if statute == "GDPR" else statute
    return f"{', '.join(words)}, {statute}" if len(words) > 1 else f"{words[0]} {statute}"


def short_article_words(article: str, language: Language) -> str:
    """``GDPR 6(1)(a)`` as lawyers note it in a margin: ``art. 6 lid 1 sub a AVG`` or ``Art. 6(1)(a) GDPR``."""
    found = _ARTICLE.fullmatch(article)
    if not found:
        raise ValueError(f"{article!r} is not an article")
    statute, number, parts = found.group("statute", "number", "parts")
    if language == "en":
        return f"Art.\u00a0{number}{parts} {statute}"
    numbered = "punt" if (statute, number) == ("GDPR", "4") else "lid"  # the definitions are numbered points
    words = [f"art.\u00a0{number}"]
    words += [f"{numbered if part.isdigit() else 'sub'} {part}" for part in re.findall(r"\(([0-9a-z]+)\)", parts)]
    return " ".join([*words, "AVG" if statute == "GDPR" else statute])


_STATUTES = ("GDPR", "UAVG", "Tw")


def article_order(article: str) -> tuple[int, str, int, str]:
    """The key by which articles are sorted as lawyers list them: the GDPR first, then by number and part."""
    found = _ARTICLE.fullmatch(article)
    if not found:
        raise ValueError(f"{article!r} is not an article")
    statute, number, parts = found.group("statute", "number", "parts")
    rank = _STATUTES.index(statute) if statute in _STATUTES else len(_STATUTES)
    digits = re.match(r"\d+", number)
    return (rank, statute, int(digits[0]) if digits else 0, f"{number}{parts}")


def sentence_start(words: str) -> str:
    """``words`` with a capital at the start; the accents of the Dutch ``één`` stay on the second letter only."""
    if words.startswith("één"):
        return f"Eén{words[3:]}"
    return words[:1].upper() + words[1:]
