"""The Dutch and the English text of a document say the same: as templates, and as pages of the example organisation.

A wording file is a list of macros; a structure file calls them and holds no words. So most of what could be forgotten
in one language can be found by comparing the two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from jinja2 import Environment, nodes

from gdprdocs.build.output import read_manifest
from gdprdocs.build.plan import INDEX
from gdprdocs.documents import DOCUMENTS as TYPES
from gdprdocs.formats.html import curly
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.project import templates
from tests.conftest import EXAMPLES, ROOT
from tests.html_tree import links_of, parents_of, parse, text_of
from tests.variation import data_of, texts_in

DOCUMENTS = sorted(path.parent.name for path in templates().glob("*/structure.html.j2"))
SHARED = {"_shared": "c", "_register": "r"}
"""Folders of words that several documents use, with the name under which templates import them."""
FOLDERS = [*DOCUMENTS, *SHARED]
FRAMES = ["_shared/page.html.j2", "_shared/parts.html.j2", "_register/parts.html.j2"]
"""What every structure is set in, and the pieces that several use."""


def source_of(name: str) -> str:
    return (templates() / name).read_text(encoding="utf-8")


@cache
def tree_of(name: str) -> nodes.Template:
    return Environment(extensions=["jinja2.ext.do"]).parse(source_of(name))


def macros_of(folder: str, language: Language) -> dict[str, nodes.Macro]:
    return {macro.name: macro for macro in tree_of(f"{folder}/{language}.html.j2").find_all(nodes.Macro)}


def parameters_of(macro: nodes.Macro) -> list[str]:
    return [parameter.name for parameter in macro.args]


def called_through(name: str, tree: nodes.Template) -> Iterator[tuple[str, nodes.Call | None]]:
    """Every ``name.macro`` in a template, with the call where it is one."""
    calls = {id(call.node): call for call in tree.find_all(nodes.Call)}
    for got in tree.find_all(nodes.Getattr):
        if isinstance(got.node, nodes.Name) and got.node.name == name:
            yield got.attr, calls.get(id(got))


def uses_of(folder: str) -> Iterator[tuple[str, nodes.Call | None]]:
    """Every use of the wording of ``folder``, from its structure or from wherever the shared words are used."""
    if folder not in SHARED:
        yield from called_through("w", tree_of(f"{folder}/structure.html.j2"))
        return
    for name in [*FRAMES, *(f"{each}/structure.html.j2" for each in DOCUMENTS)]:
        yield from called_through(SHARED[folder], tree_of(name))
    for each in [*DOCUMENTS, *(other for other in SHARED if other != folder)]:
        for language in LANGUAGES:
            yield from called_through(SHARED[folder], tree_of(f"{each}/{language}.html.j2"))


def own_calls(folder: str, language: Language) -> Iterator[tuple[str, nodes.Call | None]]:
    """Calls of one macro of a wording file by another."""
    for call in tree_of(f"{folder}/{language}.html.j2").find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            yield call.node.name, call


@pytest.mark.parametrize("folder", FOLDERS)
def test_both_languages_have_the_same_macros_in_the_same_order(folder: str) -> None:
    nl, en = (macros_of(folder, language) for language in LANGUAGES)
    assert nl
    assert list(nl) == list(en)
    assert {name: parameters_of(macro) for name, macro in nl.items()} == {
        name: parameters_of(macro) for name, macro in en.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_no_macro_stands_twice(folder: str, language: Language) -> None:
    names = [macro.name for macro in tree_of(f"{folder}/{language}.html.j2").find_all(nodes.Macro)]
    assert [name for name, number in Counter(names).items() if number > 1] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_parameter_is_used_in_both_languages(folder: str) -> None:
    for language in LANGUAGES:
        unused = {
            (folder, name, parameter)
            for name, macro in macros_of(folder, language).items()
            for parameter in parameters_of(macro)
            if parameter not in {used.name for part in macro.body for used in names_in(part)}
        }
        assert not unused, language


def names_in(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_macro_is_used_and_every_use_has_its_macro(folder: str, language: Language) -> None:
    macros = macros_of(folder, language)
    used = [*uses_of(folder), *own_calls(folder, language)]
    assert {name for name, _ in used} == set(macros)
    for name, call in used:
        assert call is not None, f"{name} is named and not called"
        given = len(call.args) + len(call.kwargs)
        assert given == len(parameters_of(macros[name])), f"{name} gets {given} values"


CLAIM = r"[a-z]+(-[a-z0-9]+)+"
"""The id of a requirement that a structure claims."""
NO_WORDS = (
    r"(?s)<style>.*?</style>|\{% block kind %\}[a-z ]+\{% endblock %\}"
    r"| data-requirements=\"\{\{ meets \}\}\""
)
"""What stands in a structure, looks like words and is none: a style sheet, the class of a page, an attribute."""


@pytest.mark.parametrize("name", [*(f"{folder}/structure.html.j2" for folder in DOCUMENTS), *FRAMES])
def test_structure_holds_no_sentence(name: str) -> None:
    tokens = list(Environment().lex(re.sub(NO_WORDS, "", source_of(name))))
    shown = "".join(value if kind == "data" else "" for _, kind, value in tokens)
    assert re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>", "", shown)) == []
    strings = [value[1:-1] for _, kind, value in tokens if kind == "string"]
    strings = [re.sub(CLAIM, "", words) for words in strings]
    assert [words for words in strings if re.search(r"[^\W\d_]{2,} [^\W\d_]{2,}", words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_wording_is_written_with_printers_quotes(folder: str, language: Language) -> None:
    tokens = Environment().lex(source_of(f"{folder}/{language}.html.j2"))
    shown = "".join(value for _, kind, value in tokens if kind == "data")
    assert re.findall(r"""\w['"]\w|\w["']|["']\w""", re.sub(r"<[^>]*>", "", shown)) == []


# From here on: pages of the example organisations, the Dutch beside the English.

MONTHS = {
    "nl": [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ],
    "en": [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ],
}  # fmt: skip


class Pair:
    """One document of an organisation in both languages."""

    def __init__(self, slug: str, name: str, pages: dict[str, str]) -> None:
        self.slug = slug
        self.name = name
        self.html = {language: parse(page) for language, page in pages.items()}

    def main(self, language: Language) -> Element:
        return next(self.html[language].iter("main"))


def read_pairs(output: Path) -> list[Pair]:
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for slug in EXAMPLES:
        for artefact in read_manifest(output / slug).files:
            if artefact.document not in TYPES:
                continue
            page = (output / slug / artefact.path).read_text(encoding="utf-8")
            found.setdefault((slug, artefact.document, artefact.key), {})[artefact.language] = page
    return [Pair(name[0], " ".join(name).strip(), pages) for name, pages in found.items()]


@pytest.fixture(scope="session")
def pairs(html_output: Path) -> list[Pair]:
    pairs = read_pairs(html_output)
    assert len(pairs) > 5
    assert all(set(pair.html) == set(LANGUAGES) for pair in pairs)
    return pairs


def test_the_same_parts_in_the_same_order(pairs: list[Pair]) -> None:
    for pair in pairs:
        nl, en = (
            [(element.tag, element.get("id")) for element in pair.main(language).iter() if element.get("id")]
            for language in LANGUAGES
        )
        assert nl == en, pair.name


def outside_pictures(element: Element) -> Iterator[Element]:
    """Every element but those inside a drawing, where words break into lines as long as they are."""
    yield element
    for child in element if element.tag != "svg" else ():
        yield from outside_pictures(child)


def test_the_same_tables_and_lists(pairs: list[Pair]) -> None:
    """Row for row; only lists of examples inside a sentence may differ, and those are no elements."""
    for pair in pairs:
        nl, en = (
            [(element.tag, element.get("class")) for element in outside_pictures(pair.main(language))]
            for language in LANGUAGES
        )
        assert nl == en, pair.name


@pytest.mark.parametrize("attribute", ["data-requirements", "data-articles"])
def test_the_same_law_is_answered_in_the_same_places(attribute: str, pairs: list[Pair]) -> None:
    for pair in pairs:
        nl, en = (
            [element.get(attribute) for element in outside_pictures(pair.main(language))] for language in LANGUAGES
        )
        assert nl == en, pair.name


def test_clauses_carry_the_same_numbers_and_leave_none_out(pairs: list[Pair]) -> None:
    for pair in pairs:
        nl, en = (
            [text_of(element) for element in pair.main(language).iter("span") if element.get("class") == "no"]
            for language in LANGUAGES
        )
        assert nl == en, pair.name
        if "agreement" in pair.name:
            numbers = [tuple(map(int, number.split("."))) for number in nl]
            for (article, clause), after in pairwise(numbers):
                assert after in ((article, clause + 1), (article + 1, 1)), pair.name


def dates_in(words: str, language: Language) -> Counter[str]:
    """The dates in a text as ISO writes them."""
    months = MONTHS[language]
    found = re.findall(rf"\b(\d{{1,2}})\s({'|'.join(months)})\s(\d{{4}})\b", words)
    return Counter(f"{year}-{months.index(month) + 1:02}-{int(day):02}" for day, month, year in found)


def numbers_in(words: str) -> set[str]:
    """The numbers in a text; which part of an article is meant, Dutch mostly says in words."""
    without = re.sub(r"(?<=[\dA-Za-z)])\(\d+\)|\b(onder|punt)\s\d+", "", words)
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", without)))


def blocks_of(main: Element) -> Iterator[Element]:
    """Every paragraph, heading, cell, item and picture: the smallest parts that stand beside each other."""
    yield from (
        element
        for element in main.iter()
        if element.tag in {"p", "h1", "h2", "h3", "h4", "td", "th", "li", "title", "desc"}
    )


def test_the_same_dates_and_numbers(pairs: list[Pair]) -> None:
    for pair in pairs:
        for nl, en in zip(*(blocks_of(pair.main(language)) for language in LANGUAGES), strict=True):
            words = text_of(nl), text_of(en)
            assert dates_in(words[0], "nl") == dates_in(words[1], "en"), words
            assert numbers_in(words[0]) == numbers_in(words[1]), words


def test_there_are_dates_to_compare(pairs: list[Pair]) -> None:
    assert sum((dates_in(text_of(pair.main("nl")), "nl") for pair in pairs), Counter()).total() > 50


def test_the_same_addresses_and_links(pairs: list[Pair]) -> None:
    for pair in pairs:
        nl, en = (
            [link if urlsplit(link).scheme or link[0] == "#" else "a file" for link in links_of(pair.html[language])]
            for language in LANGUAGES
        )
        assert nl == en, pair.name
        nl, en = (re.findall(r"\S+@\S+", text_of(pair.html[language])) for language in LANGUAGES)
        assert nl == en, pair.name


ODD = {
    "a value without words": r"(?<!^)\bNone\b|\bTrue\b|\bFalse\b|Undefined|\[\]|\{\}|\{\{|\}\}|\{%|<[a-z]",
    "a gap, or a character of private use": "[\ue000-\uf8ff]|…",
    "a doubled full stop": r"\.\s*\.",
    "a space before punctuation": r"\s[.,;:!?)]|\(\s",
    "punctuation upon punctuation": r"[,;:]\s*[.,;:]|\(\)|\( |\.\)\.",
    "a sentence that starts small": r"[!?]\s[a-z]",
}


@pytest.mark.parametrize("what", ODD)
def test_no_page_shows(what: str, pairs: list[Pair]) -> None:
    found = [
        (pair.name, language, words)
        for pair in pairs
        for language in LANGUAGES
        for block in blocks_of(pair.html[language])
        if re.search(ODD[what], words := text_of(block))
    ]
    assert found == []


def test_nothing_is_empty(pairs: list[Pair]) -> None:
    for pair in pairs:
        for language in LANGUAGES:
            empty = [
                element.tag
                for element in pair.html[language].iter()
                if element.tag in {"p", "h1", "h2", "h3", "h4", "td", "th", "li", "ul", "ol", "tbody", "section", "a"}
                and not text_of(element)
                and element.find(".//img") is None
            ]
            assert empty == [], (pair.name, language)


def test_every_block_ends_where_it_should(pairs: list[Pair]) -> None:
    """A paragraph is one or more sentences, so it ends like one."""
    for pair in pairs:
        for language in LANGUAGES:
            parents = parents_of(pair.html[language])
            for element in pair.main(language).iter("p"):
                if parents[element].tag == "section":
                    assert text_of(element)[-1] in ".!?:", (pair.name, language, text_of(element))


def test_index_pages_list_the_same(html_output: Path, pairs: list[Pair]) -> None:
    for slug in EXAMPLES:
        for language in LANGUAGES:
            page = parse((html_output / slug / "internal" / language / INDEX).read_text(encoding="utf-8"))
            assert len(list(next(page.iter("main")).iter("li"))) == sum(pair.slug == slug for pair in pairs)


# No words of the one language in the other


CANARIES = {
    "nl": r"\b(het|een|van de|wij|niet|wordt|zijn|deze|aan de|voor de|naar|waarom|gegevens|bewaren)\b",
    "en": r"\b(the|and|which|you|we|not|these|from|because|with|their|data are|keep)\b",
}
"""Words that hardly any sentence of a language does without, and that are no words of the other."""


def without_foreign(element: Element, language: Language) -> str:
    if element.get("lang", language) != language or element.tag in {"code", "pre"}:
        return ""
    pieces = [element.text or ""]
    for child in element:
        pieces += [" ", without_foreign(child, language), " ", child.tail or ""]
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def is_inside_foreign(element: Element, parents: dict[Element, Element], language: Language) -> bool:
    node: Element | None = element
    while node is not None:
        if node.tag in {"code", "pre"} or node.get("lang", language) != language:
            return True
        node = parents.get(node)
    return False


def sentences(pair: Pair, language: Language) -> Iterator[str]:
    main = pair.main(language)
    parents = parents_of(pair.html[language])
    for block in blocks_of(main):
        if not is_inside_foreign(block, parents, language):
            yield without_foreign(block, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_in_the_other_language(language: Language, pairs: list[Pair]) -> None:
    other: Language = "en" if language == "nl" else "nl"
    found = []
    for pair in pairs:
        names = names_of(pair.slug)
        for words in sentences(pair, language):
            for name in names:
                words = words.replace(name, "")
            if len(set(re.findall(CANARIES[other], words))) >= 2:
                found.append((pair.name, words))
    assert found == []


@cache
def data(slug: str) -> Any:
    return data_of(ROOT / "organisations" / slug)


@cache
def names_of(slug: str) -> tuple[str, ...]:
    """The names that stand in every language as they are: of parties, streets, products; the longest first."""
    found = {words for path, words in texts_in(data(slug)) if not {*path} & {*LANGUAGES} and len(words) > 3}
    return tuple(sorted(found, key=len, reverse=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_profile_stands_in_the_other_language(language: Language, pairs: list[Pair]) -> None:
    other: Language = "en" if language == "nl" else "nl"
    shown = {pair.name: "\n".join(sentences(pair, language)) for pair in pairs}
    found = []
    for pair in pairs:
        for words in foreign_texts(pair.slug, other):
            if words in shown[pair.name]:
                found.append((pair.name, words))
    assert found == []


@cache
def foreign_texts(slug: str, language: Language) -> tuple[str, ...]:
    """The texts of a profile in one language that differ from those in the other, if they are long enough to tell."""
    texts = dict(texts_in(data(slug)))
    return tuple(
        curly(words)
        for path, words in texts.items()
        if path[-1] == language and len(words) > 25 and texts.get((*path[:-1], OTHER[language])) != words
    )


OTHER: dict[str, Language] = {"nl": "en", "en": "nl"}


def test_the_same_names(pairs: list[Pair]) -> None:
    for pair in pairs:
        texts = [" ".join(sentences(pair, language)) for language in LANGUAGES]
        for name in names_of(pair.slug):
            if " " in name:
                assert texts[0].count(name) == texts[1].count(name), (pair.name, name)
