"""Document models to HTML pages; this module owns jinja2.

A document has one *structure* template without a sentence in it and one *wording* file of macros for each language. One
environment for each language prints every :class:`~gdprdocs.language.Text` in that language; whatever is not text or a
number (``None``, a list) stops the rendering instead of slipping into a page. A wording file in which an organisation
replaced clauses has an environment of its own: a sandbox.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from gdprdocs import pictures, wording
from gdprdocs.duration import Duration
from gdprdocs.formats import colour
from gdprdocs.formats.asset import STYLE_SHEET, Asset, Target, accent_on, style
from gdprdocs.formats.html import own_words
from gdprdocs.formats.html.own_words import NO_OWN_WORDS, OWN_MARK, OwnFile, OwnWords
from gdprdocs.formats.structured_data import structured_data
from gdprdocs.history import Changes, Version
from gdprdocs.language import GAP, Edition, Language, Text, gap
from gdprdocs.profile import Profile
from gdprdocs.project import templates


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the same document elsewhere: in another language, or as PDF."""

    href: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Page:
    """What surrounds a document: for whom, in which language and for which target."""

    profile: Profile | None
    language: Language
    target: Target
    draft: bool = False
    bilingual: bool = False
    annotated: bool = False
    logo: Asset | None = None
    links: tuple[Link, ...] = ()
    assets: str = ""
    """Where the style sheet, the fonts and the logo are, seen from the page; it ends with a slash or is empty."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Where other documents in this language are, by file name without ending; what is not in it gets no link."""
    canonical: str | None = None
    """The page's own address on the website, if it is there."""
    alternates: tuple[Link, ...] = ()
    """The same page in every language, by its address on the website."""
    version: Version | None = None
    """The commit that the document is made from, where it is known."""
    changes: Changes | None = None
    """When the document changed, where that is known and the document says it."""
    own_words: OwnWords = NO_OWN_WORDS
    """The clauses that the organisation words itself."""
    marks_own: bool = False
    """Whether own clauses carry a mark, for a program that looks for them; no reader gets it."""


class UnfinishedDocumentError(Exception):
    """A finished document lacks a fact: a rule has not done its work."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def render(folder: str, page: Page, model: Any) -> str:
    """The page for ``model`` from the templates in ``folder``; the same input gives the same bytes."""
    environment = _environment(page.language)
    template = environment.get_template(f"{folder}/structure.html.j2")
    own = page.own_words.of(folder, page.language)
    source = template.render(
        page=page,
        d=model,
        wording=_own_wording(folder, page.language, own) if own else f"{folder}/{page.language}.html.j2",
        common=f"_shared/{page.language}.html.j2",
        style_sheet=STYLE_SHEET,
    )
    if not page.draft and (found := GAP.search(source)):
        raise UnfinishedDocumentError(found.group(1))
    return _tidy(_mark_gaps(source, page.language))


def words_of(folder: str, language: Language, macro: str, *arguments: Any) -> str:
    """What one macro of a wording file says, as plain text."""
    wording_file = _environment(language).get_template(f"{folder}/{language}.html.j2")
    return Markup(getattr(wording_file.make_module(), macro)(*arguments)).striptags()


def title_of(html: str) -> str:
    """The title of a page that :func:`render` made, as plain text."""
    found = re.search(r"<title>(.*?)</title>", html, re.DOTALL)
    return Markup(found[1]).unescape().replace(OWN_MARK, "") if found else ""


_TAG = re.compile(r"<[^>]*>")
_TO_FILL_IN = Text(nl="nog invullen", en="to be filled in")


def _missing(language: Language) -> str:
    """What a gap is replaced by where no element can stand."""
    return f"[{_TO_FILL_IN.in_(language)}: \\1]"


def _mark_gaps(source: str, language: Language) -> str:
    """Gaps as marked places; inside tags and in the title, where no element can stand, as plain words."""
    plain = _missing(language)
    source = re.sub(r"<title>.*?</title>", lambda found: GAP.sub(plain, found.group()), source, flags=re.DOTALL)
    source = _TAG.sub(lambda found: GAP.sub(plain, found.group()), source)
    return GAP.sub(f'<mark class="gap">{plain}</mark>', source)


def _tidy(source: str) -> str:
    """Without the white space that templates leave behind."""
    source = re.sub(r"[ \t]+\n", "\n", source)
    source = re.sub(r"(?<=[^\W\d_])\.(</a>)?\.(?=[\s<)])", r".\1", source)  # after “B.V.” at the end of a sentence
    return re.sub(r"\n{2,}", "\n", source).strip() + "\n"


def curly(words: str) -> str:
    """``words`` with the apostrophe that printers use: in ``pagina's``, ``patients'`` and ``'s avonds``."""
    return re.sub(r"(?<=\w)'|(?<!\w)'(?=[nst]\b)", "’", words)


def _printable(language: Language, value: Any) -> Any:
    if isinstance(value, Text):
        return curly(value.in_(language))
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    raise TypeError(f"a template printed {value!r}")


@functools.cache
def _environment(language: Language) -> Environment:
    environment = _set_up(Environment, language)
    environment.add_extension("jinja2.ext.do")
    for name in ("lipsum", "cycler", "joiner"):
        del environment.globals[name]
    environment.globals["pictures"] = pictures
    environment.globals["style"] = lambda page: Markup(style(page.profile, page.target))
    environment.globals["structured_data"] = _structured_data
    environment.globals[own_words.WATCH] = own_words.watch
    return environment


@functools.cache
def _sandbox(language: Language) -> Environment:
    """Where words that are not our own are rendered; what they can name comes from the page that imports them."""
    environment = _set_up(SandboxedEnvironment, language)
    environment.globals.clear()
    return environment


def _set_up(kind: type[Environment], language: Language) -> Environment:
    environment = kind(
        loader=FileSystemLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=functools.partial(_printable, language),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(_filters(language))
    return environment


@functools.lru_cache(maxsize=256)
def _own_wording(document: str, language: Language, files: tuple[OwnFile, ...]) -> Template:
    return own_words.wording(_sandbox(language), document, language, files)


def _structured_data(page: Page, title: str) -> Markup:
    if page.profile is None or page.canonical is None:
        raise ValueError("a page that is not on a website has no structured data")
    edition: Edition = "nl+en" if page.bilingual else page.language
    return Markup(structured_data(page.profile, page.canonical, Markup(title).unescape(), edition))


_SECTION = re.compile(r'<section id="([^"]+)"[^>]*>\s*<h2[^>]*>(.*?)</h2>', re.DOTALL)


def _sections(body: str) -> list[tuple[str, Markup]]:
    """The id and title of every section with a heading of its own, for the table of contents."""
    return [(found[1], Markup(_TAG.sub("", found[2]))) for found in _SECTION.finditer(body)]


def _filters(language: Language) -> Mapping[str, Any]:
    def words(value: str | Text | None) -> str:
        if value is None:
            return gap(_TEXT.in_(language))
        return curly(value.in_(language)) if isinstance(value, Text) else value

    def names(items: Iterable[Any]) -> Markup:
        return joined(item.name for item in items)

    def joined(items: Iterable[str | Text]) -> Markup:
        return Markup(wording.list_words([str(escape(words(item))) for item in items], language))

    def linked(entries: Iterable[Any], prefix: str = "", *, capital: bool = False) -> Markup:
        """The names of entries, each a link to where the document tells of it."""
        link = Markup('<a href="#{}{}">{}</a>')
        found = list(entries)
        shown = [curly(words(each.name)) for each in found]
        shown[:1] = [wording.sentence_start(name) if capital else name for name in shown[:1]]
        links = [
            str(link.format(prefix, each.id.replace("_", "-"), name)) for each, name in zip(found, shown, strict=True)
        ]
        return Markup(wording.list_words(links, language))

    def items(category: Any) -> str:
        return curly(", ".join(category.items.get(language, ())))

    def day(value: date | str | None) -> str:
        return value if isinstance(value, str) else wording.date_words(value, language) if value else gap(words(_DATE))

    def duration(value: Duration | None) -> str:
        return wording.duration_words(value, language) if value else gap(words(_DURATION))

    def countries(codes: Iterable[str]) -> str:
        return wording.list_words([wording.country_words(code, language) for code in codes], language)

    def in_countries(codes: Iterable[str]) -> str:
        return wording.list_words([wording.country_in_sentence(code, language) for code in codes], language)

    def month(value: date) -> str:
        return wording.month_words(value, language)

    def said(value: str | Text) -> str:
        """Words without marks, as a picture takes them; a missing fact stands beside the picture too."""
        found = words(value)
        return GAP.sub(_missing(language), found.striptags() if isinstance(found, Markup) else found)

    def drawn(parts: Iterable[pictures.Drawing], page: Page) -> Markup:
        accent = accent_on(page.profile, colour.DAY)
        return Markup("\n").join(Markup(each.svg(accent, as_title=page.target == "pdf")) for each in parts)

    def every(value: Duration | None) -> str:
        return wording.every_words(value, language) if value else gap(words(_DURATION))

    def articles(found: Iterable[str]) -> str:
        return wording.list_words([wording.article_words(article, language) for article in found], language)

    def in_language(value: str | Text, of: Language) -> str:
        """Words in a language that need not be that of the page, such as a question as people read it."""
        return curly(value.in_(of)) if isinstance(value, Text) else value

    return {
        "text": words,
        "in_language": in_language,
        "names": names,
        "joined": joined,
        "linked": linked,
        "items": items,
        "date": day,
        "duration": duration,
        "country": lambda code: wording.country_words(code, language) if code else gap(words(_COUNTRY)),
        "countries": countries,
        "in_countries": in_countries,
        "every": every,
        "month": month,
        "said": said,
        "drawn": drawn,
        "articles": articles,
        "capital": lambda value: wording.sentence_start(words(value)),
        "plain": lambda value: words(value).rstrip("."),
        "known": lambda value, what: gap(words(what)) if value is None or value == "" else value,
        "slug": lambda value: value.replace("_", "-"),
        "bare": lambda value: value.removeprefix("https://").removesuffix("/"),
        "tel": lambda value: re.sub(r"[^0-9+]", "", value),
        "sections": _sections,
        "address_on": lambda stem, page: page.addresses.get(stem, ""),
    }


_TEXT = Text(nl="tekst", en="text")
_DATE = Text(nl="datum", en="date")
_DURATION = Text(nl="termijn", en="period")
_COUNTRY = Text(nl="land", en="country")
