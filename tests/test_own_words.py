"""An organisation replaces clauses by its own words: it shows in every form, and nothing else gets in."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from time import monotonic

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdprdocs.build import Wanted, build, past_of
from gdprdocs.build.plan import plan
from gdprdocs.check import Checked, check_organisation
from gdprdocs.coverage import cover
from gdprdocs.diagnostic import Diagnostic
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.html import Page, render
from gdprdocs.formats.html.clause import Clause, clauses
from gdprdocs.formats.html.clause_markup import markup_of
from gdprdocs.formats.html.own_file import judge
from gdprdocs.formats.html.own_words import OwnFile, OwnWords
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.own_words import WORDED, own_words
from gdprdocs.project import (
    DEEPEST_CLAUSE,
    LARGEST_WORDS,
    LONGEST_CLAUSE,
    MOST_OWN_CLAUSES,
    MOST_PLACES,
    templates,
)
from gdprdocs.rules import RULES
from gdprdocs.source import read_organisation
from tests.conftest import EXAMPLES, page_of
from tests.html_tree import parse, text_of
from tests.repository import NAMES, Repository
from tests.test_cli import run

STATEMENT = "privacy_statement"
OWN: dict[Language, str] = {
    "nl": "{% macro rectification() %}<p>Fout? Bel ons, dan <strong>herstellen</strong> wij het.</p>{% endmacro %}",
    "en": "{% macro rectification() %}<p>Wrong? Call us and we <strong>mend</strong> it.</p>{% endmacro %}",
}
SAID: dict[Language, str] = {"nl": "Bel ons, dan herstellen wij het.", "en": "Call us and we mend it."}
STANDARD: dict[Language, str] = {"nl": "Dan verbeteren wij ze.", "en": "Then we correct them."}
STEMS: dict[Language, str] = {"nl": "privacyverklaring", "en": "privacy-statement"}


def put(folder: Path, text: str, language: str = "nl", document: str = STATEMENT) -> Path:
    path = folder / "wording" / document / f"{language}.html.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def put_both(folder: Path) -> None:
    for language in LANGUAGES:
        put(folder, OWN[language], language)


@pytest.fixture
def voorbeeld(organisations: Path) -> Path:
    return organisations / "voorbeeld"


def sound(folder: Path) -> Checked:
    checked = check_organisation(folder)
    assert checked.diagnostics == ()
    return checked


def made(folder: Path, output: Path, wanted: Wanted, jobs: int = 1) -> Path:
    (built,) = build([sound(folder)], output, wanted, jobs=jobs)
    assert built.diagnostics == []
    return output / folder.name


def words_of(page: Path) -> str:
    return text_of(parse(page.read_text(encoding="utf-8")))


# Where it shows


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_replaced_clause_stands_on_the_page(voorbeeld: Path, tmp_path: Path, language: Language) -> None:
    put_both(voorbeeld)
    page = page_of(made(voorbeeld, tmp_path / "out", Wanted(formats=("html",))), language, STEMS[language])
    assert SAID[language] in words_of(page)
    assert STANDARD[language] not in words_of(page)
    assert "\ue002" not in page.read_text(encoding="utf-8")


def test_it_stands_in_pdfs_that_worker_processes_make(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld)
    wanted = Wanted(documents=("privacy-statement",), formats=("pdf",))
    folder = made(voorbeeld, tmp_path / "out", wanted, jobs=2)
    for language in LANGUAGES:
        (pdf,) = folder.glob(f"*/{language}/*/*.pdf")
        words = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages).split())
        assert SAID[language] in words
        assert STANDARD[language] not in words


def test_it_stands_in_a_fragment_and_beside_the_other_language(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld)
    wanted = Wanted(("nl", "nl+en"), ("privacy-statement",), ("html", "fragment"))
    folder = made(voorbeeld, tmp_path / "out", wanted)
    assert "<strong>herstellen</strong>" in (folder / "fragments/public/nl/privacyverklaring.html").read_text("utf-8")
    both = words_of(folder / "public/nl-en/privacyverklaring/index.html")
    assert all(said in both for said in SAID.values())
    assert not any(standard in both for standard in STANDARD.values())


def test_it_stands_in_an_annotated_document(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld)
    folder = made(voorbeeld, tmp_path / "out", Wanted(formats=("html",), annotated=True))
    assert SAID["nl"] in words_of(page_of(folder, "nl", "privacyverklaring"))


def test_without_it_the_words_of_the_program_are_back(voorbeeld: Path, tmp_path: Path) -> None:
    plain = sound(voorbeeld).fingerprint
    put_both(voorbeeld)
    made(voorbeeld, tmp_path / "out", Wanted(formats=("html",)))
    own = sound(voorbeeld).fingerprint
    shutil.rmtree(voorbeeld / "wording")
    folder = made(voorbeeld, tmp_path / "out", Wanted(formats=("html",)))
    assert STANDARD["nl"] in words_of(page_of(folder, "nl", "privacyverklaring"))
    assert plain != own
    assert plain == sound(voorbeeld).fingerprint


def test_a_dutch_organisation_replaces_the_dutch_words(voorbeeld: Path, tmp_path: Path) -> None:
    profile = voorbeeld / "profile.yaml"
    dutch = profile.read_text(encoding="utf-8").replace("languages: [nl, en]", "languages: [nl]")
    profile.write_text(dutch, encoding="utf-8")
    put(voorbeeld, OWN["nl"])
    folder = made(voorbeeld, tmp_path / "out", Wanted(formats=("html",)))
    assert SAID["nl"] in words_of(page_of(folder, "nl", "privacyverklaring"))
    put(voorbeeld, OWN["en"], "en")
    assert [found.rule for found in check_organisation(voorbeeld).diagnostics] == ["wording-unknown-language"]


def test_what_is_shared_is_for_all_and_the_own_goes_first(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld.parent / "_shared")
    for language in LANGUAGES:
        put(
            voorbeeld.parent / "_shared",
            clauses("cookie_statement")["title"].source(language),
            language,
            "cookie_statement",
        )
    folder = made(voorbeeld, tmp_path / "out", Wanted(formats=("html",)))
    assert SAID["nl"] in words_of(page_of(folder, "nl", "privacyverklaring"))
    for language in LANGUAGES:
        put(voorbeeld, OWN[language].replace("strong", "em"), language)
    folder = made(voorbeeld, tmp_path / "out", Wanted(formats=("html",)))
    assert "<em>herstellen</em>" in page_of(folder, "nl", "privacyverklaring").read_text(encoding="utf-8")


def test_a_clause_that_others_call_is_replaced_there_too(meridiaan: Checked) -> None:
    """``term_indefinite`` and its like call ``start`` inside the wording file."""
    own = OwnWords(
        tuple(
            OwnFile("processor_agreement", language, Path("own"), text, (("start", 1),))
            for language, text in (
                ("nl", "{% macro start(day, standard) %}de eerste dag ({{ day | date }}){% endmacro %}"),
                ("en", "{% macro start(day, standard) %}the first day ({{ day | date }}){% endmacro %}"),
            )
        )
    )
    assert meridiaan.profile
    pages = [
        render(item.type.folder, Page(meridiaan.profile, item.language, "html", own_words=own), item.model)
        for item in plan(meridiaan.profile, Wanted(documents=("processor-agreement",)))
    ]
    assert any("vanaf de eerste dag (" in text_of(parse(page)) for page in pages)


# The clauses of the program are their own best example


@pytest.mark.parametrize("document", WORDED)
def test_every_clause_can_be_replaced_by_itself(document: str) -> None:
    judged = {
        language: judge("\n".join(each.source(language) for each in clauses(document).values()).split("\n"), document)
        for language in LANGUAGES
    }
    assert [fault for each in judged.values() for fault in each.faults if fault.rule != "wording-clauses"] == []


@pytest.mark.parametrize("document", WORDED)
def test_a_clause_copied_in_both_languages_is_accepted_and_compared(document: str, folder: Path) -> None:
    for name, clause in clauses(document).items():
        for language in LANGUAGES:
            put(folder, clause.source(language), language, document)
        _, found = own_words(read_organisation(folder).words, LANGUAGES)
        assert found == [], name


def test_replaced_by_themselves_all_clauses_make_the_same_pages(examples: tuple[Checked, ...]) -> None:
    own = OwnWords(
        tuple(
            OwnFile(document, language, Path("own"), "\n".join(each.source(language) for each in known.values()), ())
            for document in WORDED
            for known in [clauses(document)]
            for language in LANGUAGES
        )
    )
    for checked in examples:
        assert checked.profile
        for item in plan(checked.profile, Wanted()):
            plain = Page(checked.profile, item.language, "html")
            worded = Page(checked.profile, item.language, "html", own_words=own)
            assert render(item.type.folder, worded, item.model) == render(item.type.folder, plain, item.model)


def test_no_clause_that_may_have_tags_stands_in_an_attribute(examples: tuple[Checked, ...]) -> None:
    """There, what comes behind the quotation mark of a tag would be an attribute of the page."""
    for document in WORDED:
        structure = (templates() / document / "structure.html.j2").read_text(encoding="utf-8")
        named = set(re.findall(r"""="[^"<>]*\{\{\s*w\.(\w+)""", structure))
        assert [name for name in named if markup_of(clauses(document)[name]).is_sentence] == []
    own = OwnWords(
        tuple(
            OwnFile(document, language, Path("own"), "\n".join(map(marked, clauses(document).values())), ())
            for document in WORDED
            for language in LANGUAGES
        )
    )
    found = set()
    for checked in examples:
        assert checked.profile
        for item in plan(checked.profile, Wanted()):
            page = render(item.type.folder, Page(checked.profile, item.language, "html", own_words=own), item.model)
            inside = " ".join([*re.findall(r"<[^>]*>", page), *re.findall(r"<title>.*?</title>", page, re.DOTALL)])
            found |= {(item.type.folder, name) for name in re.findall(r"QQ(\w+?)QQ", inside)}
    assert len(found) > 20
    assert [each for each in found if markup_of(clauses(each[0])[each[1]]).is_sentence] == []


def marked(clause: Clause) -> str:
    """A clause with its own name in front of its words."""
    source = clause.source("nl")
    return re.sub(r"^(.*?%\})", lambda head: f"{head[1]}QQ{clause.name}QQ", source, count=1)


def test_a_quotation_mark_does_not_leave_an_attribute(voorbeeld: Path) -> None:
    title = '{% macro matrix_title() %}Rollen" onmouseover="alert(1){% endmacro %}'
    assert refused(voorbeeld, title, "access_overview").rule == "wording-markup"


def test_every_document_can_be_worded() -> None:
    assert {type_.folder for type_ in DOCUMENTS.values()} == set(WORDED)
    assert len(EXAMPLES) == 3


# What nobody gets in


def refused(folder: Path, text: str, document: str = STATEMENT) -> Diagnostic:
    """The first thing said about a Dutch file with this text; it comes fast, and has a place."""
    path = put(folder, text, "nl", document)
    start = monotonic()
    found = [each for each in check_organisation(folder).diagnostics if each.place.file == path]
    assert monotonic() - start < 5
    assert found, text[:200]
    first = found[0]
    assert first.place.line >= 1
    assert first.place.column >= 1
    return first


HOSTILE = {
    "a class": "{{ objection.__class__ }}",
    "a class by filter": "{{ objection | attr('__class__') }}",
    "a class by key": "{{ objection['__class__'] }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "cycler": "{{ cycler('a', 'b') }}",
    "namespace": "{{ namespace(a=1) }}",
    "the function that watches": "{{ _watch('a', 'nl', 'b') }}",
    "the caller": "{{ caller() }}",
    "the macro itself": "{{ restriction(objection) }}",
    "another macro": "{{ rectification() }}",
    "the whole profile": "{{ page.profile }}",
    "the model": "{{ d }}",
    "pictures": "{{ pictures.calendar(objection) }}",
    "none": "{{ none }}",
    "true": "{{ true }}",
    "a number": "{{ 1.5 }}",
    "a huge slice": "{{ [1] | slice(50000000) | list | length }}",
    "a huge power": "{{ 10 ** 10 ** 10 }}",
    "a huge product": "{{ 'a' * 1000000000 }}",
    "a range": "{% for each in range(1000000000) %}a{% endfor %}",
    "a loop over words": "{% for each in 'abc' %}a{% endfor %}",
    "a condition of its own": "{% if objection.__init__ %}a{% endif %}",
    "an inline condition of its own": "{{ 'a' if objection.__init__ else 'b' }}",
    "concatenation": "{{ objection ~ 'a' }}",
    "safe": "{{ '<b>' | safe }}",
    "safe of a value": "{{ objection | safe }}",
    "pprint": "{{ objection | pprint }}",
    "a test": "{{ objection is defined }}",
    "no escaping": "{% autoescape false %}a{% endautoescape %}",
    "set": "{% set a = 1 %}",
    "set block": "{% set a %}b{% endset %}",
    "include": "{% include '_shared/nl.html.j2' %}",
    "import": "{% import '_shared/nl.html.j2' as c %}",
    "from": "{% from '_shared/nl.html.j2' import contact %}",
    "call": "{% call rectification() %}a{% endcall %}",
    "filter block": "{% filter upper %}a{% endfilter %}",
    "with": "{% with a=1 %}{{ a }}{% endwith %}",
    "block": "{% block body %}a{% endblock %}",
    "a macro inside": "{% macro inner() %}a{% endmacro %}",
    "do": "{% do objection.append(1) %}",
    "an escaped character": r"{{ '\u202e' }}",
    "an escaped character in a condition": r"{{ 'a' if objection else '\u202e' }}",
    "a number without end": "{{ " + "9" * 5000 + " }}",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_nothing_is_evaluated_that_the_clause_does_not_evaluate(what: str, voorbeeld: Path) -> None:
    body = HOSTILE[what] + "{% if objection %}a{% endif %}"
    text = f"{{% macro restriction(objection) %}}\n<p>{body}</p>\n{{% endmacro %}}"
    found = refused(voorbeeld, text)
    assert found.rule in {"wording-not-allowed", "wording-syntax"}, found.message.in_("en")
    if "9999" not in text:
        assert found.place.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "{% extends '_shared/page.html.j2' %}",
        "{% set rectification = 1 %}",
        "Loose words",
        "{{ page }}",
        "{% if true %}{% macro rectification() %}<p>a</p>{% endmacro %}{% endif %}",
        "{% import '_shared/nl.html.j2' as c with context %}",
    ],
)
def test_nothing_stands_around_the_macros(text: str, voorbeeld: Path) -> None:
    assert refused(voorbeeld, f"{{# first #}}\n{text}\n{OWN['nl']}").rule == "wording-not-allowed"


def test_a_parameter_has_no_default(voorbeeld: Path) -> None:
    text = "{% macro restriction(objection=lipsum) %}<p>a{% if objection %}b{% endif %}</p>{% endmacro %}"
    assert refused(voorbeeld, text).rule == "wording-parameters"


MARKUP = {
    "script": "<script>alert(1)</script>",
    "a capital script": "<SCRIPT>alert(1)</SCRIPT>",
    "an image": '<img src="https://a.example/b.png">',
    "svg": '<svg onload="a()">',
    "style": "<style>p { display: none }</style>",
    "iframe": '<iframe src="https://a.example"></iframe>',
    "a form": '<form action="https://a.example"></form>',
    "a meta refresh": '<meta http-equiv="refresh" content="0; url=https://a.example">',
    "an event": '<em onclick="a()">a</em>',
    "a style attribute": '<em style="position: fixed">a</em>',
    "an id": '<em id="content">a</em>',
    "a class of the page": '<span class="masthead">a</span>',
    "data": '<em data-requirements="avg-16">a</em>',
    "javascript": '<a href="javascript:alert(1)">a</a>',
    "javascript with a tab": '<a href="java\tscript:alert(1)">a</a>',
    "javascript as characters": '<a href="&#106;avascript:alert(1)">a</a>',
    "javascript with a space": '<a href=" javascript:alert(1)">a</a>',
    "data link": '<a href="data:text/html,a">a</a>',
    "http": '<a href="http://a.example">a</a>',
    "no scheme": '<a href="//a.example">a</a>',
    "a file": '<a href="../../internal/nl/">a</a>',
    "mail with more": '<a href="mailto:a@b.example?bcc=c@d.example">a</a>',
    "a value as address": '<a href="{{ contact.email }}">a</a>',
    "a value behind https": '<a href="https://{{ contact.email }}">a</a>',
    "a value as class": '<span class="{{ contact.email }}">a</span>',
    "a value as tag": "<{{ contact.email }}>",
    "a value without quotes": "<a href={{ contact.email }}>a</a>",
    "single quotes": "<a href='https://a.example'>a</a>",
    "no quotes": "<a href=https://a.example>a</a>",
    "two times": '<a href="https://a.example" href="https://b.example">a</a>',
    "a comment": "<!-- a -->",
    "cdata": "<![CDATA[a]]>",
    "a processing instruction": "<?php a ?>",
    "a loose sign": "a < b",
    "an invisible character": "a&#x202e;b",
    "a character by name": "&RightToLeftMark;",
    "a loose ampersand": "R&D",
    "not closed": "<em>a",
    "not opened": "a</em>",
    "crossed": "<em><strong>a</em></strong>",
    "a paragraph in a paragraph": "<p>a</p>",
    "a list in a paragraph": "<ul><li>a</li></ul>",
    "a link in a link": '<a href="https://a.example"><a href="https://b.example">a</a></a>',
    "closed under a condition": "<em>a{% if contact and contact.email %}</em>{% endif %}",
    "opened under a condition": "{% if contact and contact.email %}<em>{% endif %}a</em>",
    "a tag in two halves": "<{% if contact and contact.email %}em{% endif %}>a",
    "a straight quotation mark": 'a " onclick="alert(1)',
    "a straight quotation mark, raw": '{% raw %}"{% endraw %}',
    "raw": "{% raw %}<script>{{ a }}</script>{% endraw %}",
}


@pytest.mark.parametrize("what", MARKUP)
def test_no_other_markup_stands_in_a_clause(what: str, voorbeeld: Path) -> None:
    text = (
        "{% macro request_channel(contact) %}\n"
        '{% if contact and contact.email %}<a href="mailto:{{ contact.email }}">{{ contact.email }}</a>{% endif %}\n'
        f"<em>a</em> <strong>b</strong>.\n"
        f"{MARKUP[what]}\n"
        "{% endmacro %}"
    )
    if "paragraph" in what:
        text = f"{{% macro rectification() %}}<p>a\n\n\n{MARKUP[what]}\n</p>{{% endmacro %}}"
    found = refused(voorbeeld, text)
    assert found.rule == "wording-markup", (found.rule, found.message.in_("en"))
    assert found.place.line >= 3


def test_the_markup_around_the_hostile_piece_is_fine(voorbeeld: Path) -> None:
    """So that the test before this one cannot pass for another reason."""
    for language in LANGUAGES:
        text = (
            "{% macro request_channel(contact) %}"
            '{% if contact and contact.email %}<a href="mailto:{{ contact.email }}">{{ contact.email }}</a>{% endif %} '
            '<a href="https://a.example/?b=1&amp;c=2">a</a> <a href="tel:+31301234567">b</a>.<br>'
            'R&amp;D &lt; <abbr title="General Data Protection Regulation">GDPR</abbr>.{% endmacro %}'
        )
        put(voorbeeld, text, language)
    sound(voorbeeld)


def test_a_name_has_no_tags_and_words_become_no_paragraph(voorbeeld: Path) -> None:
    assert (
        refused(voorbeeld, "{% macro rectification_title() %}<em>Verbeteren</em>{% endmacro %}").rule
        == "wording-markup"
    )
    assert refused(voorbeeld, "{% macro rectification() %}Bel ons.{% endmacro %}").rule == "wording-markup"
    cell = "{% macro matrix_intro() %}<p>Elke rol.</p>{% endmacro %}"
    assert refused(voorbeeld, cell, "access_overview").rule == "wording-markup"


def test_what_a_profile_says_is_text(voorbeeld: Path, tmp_path: Path) -> None:
    profile = voorbeeld / "profile.yaml"
    text = profile.read_text(encoding="utf-8").replace("name: Voorbeeld B.V.", 'name: "<script>{{ 7 * 7 }}</script>"')
    profile.write_text(text, encoding="utf-8")
    for language in LANGUAGES:
        put(voorbeeld, clauses(STATEMENT)["summary_who_text"].source(language), language)
    (built,) = build([check_organisation(voorbeeld)], tmp_path / "out", Wanted(formats=("html",), draft=True))
    assert built.diagnostics == []
    page = page_of(tmp_path / "out" / "voorbeeld", "nl", "privacyverklaring").read_text(encoding="utf-8")
    assert "<script>{{" not in page
    assert "&lt;script&gt;{{ 7 * 7 }}" in page


PIECES = [
    "{{", "}}", "{%", "%}", "{#", "#}", "-", " ", "\n", "<", ">", "</", "<p>", "</p>", "<em>", "</em>",
    '<a href="', '">', "if ", "endif", "else", "elif ", "for each in ", "endfor", "objection", "not ", " and ",
    ".", "|", "capital", "'", '"', "\\", "\\x", "(", ")", "[", "]", "macro restriction(objection)", "endmacro",
    "raw", "endraw", "set a = 1", "1", "~", "*", "=", ",", ":", "words", "&", "&amp;", "\0", "é",
    "{{ objection }}", "{% if objection %}", "{% endif %}",
]  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.booleans())
def test_any_text_is_judged_and_none_breaks_the_program(pieces: list[str], inside: bool) -> None:
    text = "".join(pieces)
    whole = f"{{% macro restriction(objection) %}}<p>{text}</p>{{% endmacro %}}" if inside else text
    lines = whole.split("\n")
    for fault in judge(lines, STATEMENT).faults:
        assert fault.rule in RULES
        assert 0 <= fault.line < len(lines)


# Limits


def test_a_file_has_a_largest_size(voorbeeld: Path) -> None:
    found = refused(voorbeeld, f"{{# {'a' * LARGEST_WORDS} #}}")
    assert found.rule == "wording-size"
    assert f"{LARGEST_WORDS // 1024} KiB" in found.message.in_("en")


def test_a_file_has_a_number_of_clauses(voorbeeld: Path) -> None:
    text = "\n".join(f"{{% macro a{number}() %}}b{{% endmacro %}}" for number in range(MOST_OWN_CLAUSES + 1))
    found = refused(voorbeeld, text)
    assert found.rule == "wording-clauses"
    assert found.place.line == MOST_OWN_CLAUSES + 1


@pytest.mark.parametrize(
    "body",
    [
        "{% if objection %}" * 150 + "a" + "{% endif %}" * 150,
        "{% if objection %}" * 1500 + "a" + "{% endif %}" * 1500,
        "{{ " + "(" * 5000 + "objection" + ")" * 5000 + " }}",
        "{{ " + "not " * 5000 + "objection }}",
        "{{ objection" + " | capital" * 3000 + " }}",
        "{{ objection" + ".a" * 5000 + " }}",
        "{{ objection" + " and objection" * 2000 + " }}",
        "{{ " + "'a' if objection else " * 1500 + "'b' }}",
    ],
)
def test_a_clause_has_a_depth(body: str, voorbeeld: Path) -> None:
    found = refused(voorbeeld, f"{{% macro restriction(objection) %}}\n<p>{body}</p>{{% endmacro %}}")
    assert found.rule == "wording-depth"
    assert str(DEEPEST_CLAUSE) in found.message.in_("en")


def test_a_clause_has_a_number_of_places(voorbeeld: Path) -> None:
    text = "{% macro title(audience) %}" + "{{ audience }}" * (MOST_PLACES + 1) + "{% endmacro %}"
    assert refused(voorbeeld, text).rule == "wording-places"


def test_a_clause_has_a_length_in_the_document(voorbeeld: Path, tmp_path: Path) -> None:
    profile = voorbeeld / "profile.yaml"
    text = profile.read_text(encoding="utf-8").replace("name: Voorbeeld B.V.", f"name: {'a' * 200}")
    profile.write_text(text, encoding="utf-8")
    for language in LANGUAGES:
        clause = clauses(STATEMENT)["summary_who_text"].source(language)
        put(voorbeeld, clause.replace("{{ name }}", "{{ name }}" * 190 + "bb cc dd " * 7000), language)
    (built,) = build([check_organisation(voorbeeld)], tmp_path, Wanted(formats=("html",), draft=True))
    assert {found.rule for found in built.diagnostics} == {"wording-length"}
    assert str(LONGEST_CLAUSE) in built.diagnostics[0].message.in_("en")
    assert built.diagnostics[0].place.file.parent.name == STATEMENT


def test_a_fact_that_is_missing_is_a_finding_with_a_place(voorbeeld: Path, tmp_path: Path) -> None:
    """The clause of the program asks first whether there is an address."""
    for language in LANGUAGES:
        text = '{% macro request_channel(contact) %}\n<a href="mailto:{{ contact.email }}">a</a>.{% endmacro %}'
        put(voorbeeld, text, language)
    profile = voorbeeld / "profile.yaml"
    said = profile.read_text(encoding="utf-8")
    profile.write_text(re.sub(r"email: privacy@voorbeeld.example", "phone: 030 123 45 67", said), encoding="utf-8")
    (built,) = build([sound(voorbeeld)], tmp_path / "out", Wanted(formats=("html",)))
    assert {found.rule for found in built.diagnostics} == {"wording-failed"}
    assert {(found.place.line, found.place.column) for found in built.diagnostics} == {(1, 10)}
    assert not (tmp_path / "out" / "voorbeeld" / "public").exists()
    done = run("coverage", voorbeeld)
    assert done.exit_code == 1
    assert "wording-failed" in done.stderr


# Reading


def test_a_link_is_not_followed(voorbeeld: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.html.j2"
    elsewhere.write_text(OWN["nl"], encoding="utf-8")
    path = put(voorbeeld, "")
    path.unlink()
    path.symlink_to(elsewhere)
    assert [(found.rule, found.place.file) for found in check_organisation(voorbeeld).diagnostics] == [
        ("wording-unreadable", path)
    ]


@pytest.mark.parametrize("part", ["wording", f"wording/{STATEMENT}"])
def test_a_folder_that_is_a_link_is_no_folder(part: str, voorbeeld: Path, tmp_path: Path) -> None:
    put_both(tmp_path / "elsewhere")
    link = voorbeeld / part
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "elsewhere" / part)
    checked = check_organisation(voorbeeld)
    assert checked.own_words.files == ()
    assert "wording-unreadable" in {found.rule for found in checked.diagnostics}


def test_a_pipe_is_no_file(voorbeeld: Path) -> None:
    path = put(voorbeeld, "")
    path.unlink()
    os.mkfifo(path)
    assert [found.rule for found in check_organisation(voorbeeld).diagnostics] == ["wording-unreadable"]


def test_other_encodings_are_refused(voorbeeld: Path) -> None:
    put(voorbeeld, "").write_bytes("{# één #}".encode("latin-1"))
    (found,) = check_organisation(voorbeeld).diagnostics
    assert (found.rule, found.place.line, found.place.column) == ("wording-encoding", 1, 4)


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\x1b", "\x00", "\ue000", "\ue002", "\u2028"])
def test_characters_that_nobody_sees_are_refused(character: str, voorbeeld: Path) -> None:
    found = refused(voorbeeld, OWN["nl"].replace("Bel", f"Bel{character}"))
    assert found.rule == "wording-character"


# The past, the coverage and the commands


def test_own_words_change_a_statement(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, NAMES[name])
    repository = Repository(tmp_path / "firm")
    repository.commit("2026-01-05")
    put_both(repository.folder)
    assert not _past_is_clean(repository.folder)
    repository.commit("2026-02-05")
    assert _past_is_clean(repository.folder)
    put(repository.folder, OWN["nl"].replace("<p>", "<p><script>"))
    repository.commit("2026-02-20")  # could never be built, so it changed nothing
    shutil.rmtree(repository.folder / "wording")
    repository.commit("2026-03-05")
    past = past_of(check_organisation(repository.folder))
    assert [day.isoformat() for day in past.changes[""].days] == ["2026-03-05", "2026-02-05"]


def _past_is_clean(folder: Path) -> bool:
    version = past_of(check_organisation(folder)).version
    return version is not None and version.clean


def test_coverage_says_where_own_words_answer(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld)
    own = {finding.requirement.id for finding in cover(sound(voorbeeld)).findings if finding.is_own}
    assert own
    assert all("\ue002" not in said.claim.words for each in cover(sound(voorbeeld)).findings for said in each.said)
    assert run("coverage", voorbeeld, "--format", "html", "-o", tmp_path / "out").exit_code in (0, 1)
    page = words_of(tmp_path / "out" / "voorbeeld" / "internal" / "nl" / "dekking" / "index.html")
    assert "in eigen woorden van de organisatie" in page
    shown = run("coverage", voorbeeld).stdout
    assert {line.split()[1] for line in shown.splitlines() if "(own words)" in line} == own


def test_checking_and_building_say_whose_words_they_are(voorbeeld: Path, tmp_path: Path) -> None:
    put_both(voorbeeld)
    said = "voorbeeld: own words in privacy_statement: rectification"
    assert said in run("validate", voorbeeld, "-v").stderr
    assert said not in run("validate", voorbeeld).stderr
    assert said in run("build", voorbeeld, "-o", tmp_path, "--format", "fragment").stderr


def test_the_command_lists_documents_and_clauses() -> None:
    assert run("wording").stdout.split() == list(WORDED)
    listed = run("wording", "processor-agreement", "--messages", "en").stdout.splitlines()
    assert len(listed) == len(clauses("processor_agreement"))
    assert any(line.startswith("subs_notice(notice): The processor announces") for line in listed)
    assert max(map(len, listed)) <= 100


def test_the_command_prints_a_file_to_begin_with(voorbeeld: Path) -> None:
    for language in LANGUAGES:
        put(voorbeeld, run("wording", STATEMENT, "restriction", "--language", language).stdout, language)
    sound(voorbeeld)
    both = run("wording", STATEMENT, "restriction").stdout
    assert "{# wording/privacy_statement/nl.html.j2 #}" in both
    assert "{# wording/privacy_statement/en.html.j2 #}" in both


def test_the_command_asks_what_was_meant() -> None:
    assert "Did you mean 'privacy_statement'?" in run("wording", "privacy_statment").stderr
    assert "Did you mean 'restriction'?" in run("wording", STATEMENT, "restrition").stderr
