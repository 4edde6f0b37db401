"""The data attached to PDFs: as their schema says, and nothing that the page does not say."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import jsonschema
import pypdf
import pytest

from gdprdocs.build import Wanted, build
from gdprdocs.build.plan import plan
from gdprdocs.check import Checked
from gdprdocs.documents import DOCUMENTS
from gdprdocs.documents.attached import FACTS
from gdprdocs.duration import Duration
from gdprdocs.formats.attached import FORMAT, attached_facts
from gdprdocs.formats.html import Page, render, words_of
from gdprdocs.language import EDITIONS, LANGUAGES, Language, languages_of
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.wording import article_words, country_words, date_words, duration_words, every_words
from tests.conftest import ROOT
from tests.html_tree import as_text, parse

SCHEMA = json.loads((ROOT / "gdprdocs" / "documents" / "attached" / "facts.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@dataclass
class Carried:
    """One document in one edition: its page, and the data that it carries."""

    name: str
    profile: Profile
    pages: dict[Language, str]
    content: str

    @cached_property
    def facts(self) -> Any:
        return json.loads(self.content)


@pytest.fixture(scope="module")
def carried(examples: tuple[Checked, ...]) -> list[Carried]:
    """Every document of the example organisations that carries data, in every language and in two side by side."""
    found = []
    for each in examples:
        profile = each.profile
        assert profile is not None
        pages: dict[tuple[str, str, Language], str] = {}
        for item in plan(profile, Wanted(languages=EDITIONS, documents=tuple(FACTS))):
            languages = languages_of(item.edition)
            assert item.type.facts is not None
            stem = item.type.stem(item.key, item.language)
            attached = attached_facts(item.type.id, stem, item.type.facts(profile, item.model), languages, profile)
            assert attached is not None
            for language in languages:
                if (page := (item.type.id, item.key, language)) not in pages:
                    html = render(item.type.folder, Page(profile, language, "pdf"), item.model)
                    pages[page] = plain(as_text(parse(html)))
            own = {language: pages[item.type.id, item.key, language] for language in languages}
            found.append(Carried(f"{each.slug}/{item.edition}/{stem}", profile, own, attached.content))
    assert len(found) > 60
    return found


def plain(words: str) -> str:
    """Words without what the layout adds, in small letters: a name may start a sentence."""
    return re.sub(r"\s+", " ", words.replace("[", "").replace("]", "")).strip().strip(".").casefold()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == FORMAT


def test_the_data_are_as_the_schema_says(carried: list[Carried]) -> None:
    for each in carried:
        faults = [f"{error.json_path}: {error.message}" for error in faults_in(each.facts)]
        assert faults == [], each.name


def faults_in(facts: Any) -> Iterator[jsonschema.ValidationError]:
    """As the schema of this type of document has it: a fault of a whole ``oneOf`` says nothing."""
    return VALIDATOR.evolve(schema={**SCHEMA["$defs"][OF[facts["document"]]], "$defs": SCHEMA["$defs"]}).iter_errors(
        facts
    )


OF = {
    "customer-agreement": "agreement",
    "processing-register": "processing_register",
    "processor-agreement": "agreement",
    "processor-register": "processor_register",
    "sub-processor-list": "sub_processor_list",
}


@pytest.mark.parametrize(
    "change",
    [
        lambda facts: facts.update(contact="privacy@example.org"),
        lambda facts: facts.update(effective="1 december 2026"),
        lambda facts: facts.update(organisation=None),
        lambda facts: facts.pop("version"),
        lambda facts: facts["sub_processors"][0].update(stored_in=["Nederland"]),
        lambda facts: facts["sub_processors"][0].update(service="beheer"),
        lambda facts: facts.update(notice="30 dagen"),
    ],
)
def test_other_data_are_not(carried: list[Carried], change: Callable[[Any], object]) -> None:
    facts = copy.deepcopy(next(each for each in carried if each.facts["document"] == "sub-processor-list").facts)
    assert VALIDATOR.is_valid(facts)
    change(facts)
    assert not VALIDATOR.is_valid(facts)


# On the page, in the words of the page


@dataclass(frozen=True)
class Leaf:
    """One fact, what kind of thing the schema says it is, and where it stands."""

    place: str
    kind: str
    value: Any


def leaves(value: Any, node: Any, place: str = "") -> Iterator[Leaf]:
    """Every fact in ``value``, which the schema ``node`` describes."""
    kind = ""
    while "$ref" in node:
        kind = node["$ref"].rsplit("/", 1)[1]
        node = SCHEMA["$defs"][kind]
    if kind == "party_name":
        yield from leaves(value, {"$ref": f"#/$defs/{'name' if isinstance(value, str) else 'text'}"}, place)
    elif kind == "text" or not isinstance(value, dict | list):
        yield Leaf(place, kind, value)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, node["properties"][key], f"{place}.{key}")
    else:
        for each in value:
            yield from leaves(each, node["items"], place)


def facts_of(each: Carried) -> Iterator[Leaf]:
    node = SCHEMA["$defs"][OF[each.facts["document"]]]
    return (leaf for leaf in leaves(each.facts, node) if leaf.place not in ABOUT_THE_FILE)


ABOUT_THE_FILE = {".format", ".document", ".languages"}

CODES: dict[str, dict[Any, dict[Language, tuple[str, ...]]]] = {
    "data.kind": {
        "special": {"nl": ("bijzonder",), "en": ("special",)},
        "criminal": {"nl": ("strafrechtelijk",), "en": ("criminal",)},
        "national_number": {"nl": ("nationaal nummer",), "en": ("national number",)},
        "pseudonymous": {"nl": ("zonder naam",), "en": ("without a name",)},
    },
    "authorisation": {
        "general": {"nl": ("algemene schriftelijke toestemming", "wij u dat schriftelijk", "optie 2"),
                    "en": ("general written authorisation", "we tell you in writing", "option 2")},
        "specific": {"nl": ("specifieke",), "en": ("specific", "written permission beforehand")},
        "prohibited": {"nl": ("schakelt geen", "geen enkele"), "en": ("engages no", "for no sub-processor")},
    },
    "form": {
        "own": {"nl": ("artikel 1.",), "en": ("article 1.",)},
        "standard_clauses": {"nl": ("2021/915",), "en": ("2021/915",)},
    },
    "duration.kind": {
        "fixed": {"nl": ("tot en met",), "en": ("up to and including",)},
        "indefinite": {"nl": ("onbepaalde tijd",), "en": ("indefinite time",)},
        "main_contract": {"nl": ("hoofdovereenkomst",), "en": ("as long as the main contract",)},
    },
    "at_end.by_default": {
        "delete": {"nl": ("wist de verwerker alle gegevens",), "en": ("the processor erases all data",)},
        "return": {"nl": ("geeft de verwerker alle gegevens terug",), "en": ("the processor returns all data",)},
    },
    "remote_access_only": {
        True: {"nl": ("toegang op afstand",), "en": ("remote access",)},
    },
    "dpia.needed": {
        True: {"nl": ("nodig",), "en": ("needed",)},
        False: {"nl": ("niet nodig",), "en": ("not needed",)},
    },
}  # fmt: skip
"""How pages say what the data have a fixed word for."""


def said(leaf: Leaf, language: Language) -> tuple[str, ...]:
    """How a page in ``language`` says a fact; one of these is enough."""
    value = leaf.value
    if leaf.kind == "text":
        return (value[language],)
    if leaf.kind == "date":
        return (date_words(date.fromisoformat(value), language),)
    if leaf.kind == "duration":
        length = Duration.parse(value)
        assert length is not None
        return duration_words(length, language), every_words(length, language)
    if leaf.kind == "country":
        return (country_words(value, language),)
    if leaf.kind == "article":
        return (article_words(value, language),)
    if leaf.kind == "number":
        return f"{value}. ", f"| {value} |"
    end = ".".join(leaf.place.split(".")[-2:])
    if end == "ground.id":
        return (law().mechanisms[value].name.in_(language),)
    if end == "lawful_basis.id":
        return (law().lawful_bases[value].name.in_(language),)
    if leaf.place.endswith(".module"):
        return (f"module {value}",)
    if leaf.place.endswith(".then"):
        return (words_of("_shared", language, "then", value),)
    if end == "measures.kind":
        return (words_of("_register", language, "kind", value),)
    for place, words in CODES.items():
        if f".{leaf.place}".endswith(f".{place}"):
            return words[value][language]
    assert isinstance(value, str), leaf
    return (value,)


def unsaid(each: Carried) -> list[str]:
    """The facts that a page does not say."""
    return [
        f"{each.name}: {leaf.place} = {leaf.value!r}"
        for leaf in facts_of(each)
        for language, page in each.pages.items()
        if not any(plain(words) in page for words in said(leaf, language))
    ]


def test_everything_is_on_the_page(carried: list[Carried]) -> None:
    for each in carried:
        assert unsaid(each) == []


@pytest.mark.parametrize(
    ("place", "other"),
    [
        (".effective", "2019-02-03"),
        (".notice", "P77D"),
        (".sub_processors.name", "Iemand anders B.V."),
        (".sub_processors.stored_in", "JP"),
        (".sub_processors.service", {"nl": "iets anders", "en": "something else"}),
        (".sub_processors.transfers.ground.id", "compelling_interest"),
        (".sub_processors.address.postal_code", "9999 ZZ"),
    ],
)
def test_what_is_not_on_the_page_is_found(carried: list[Carried], place: str, other: Any) -> None:
    each = next(each for each in carried if each.facts["document"] == "sub-processor-list")
    leaf = next(leaf for leaf in facts_of(each) if leaf.place == place)
    changed = json.loads(each.content.replace(json.dumps(leaf.value, ensure_ascii=False), json.dumps(other), 1))
    if isinstance(leaf.value, dict):
        changed = copy.deepcopy(each.facts)
        changed["sub_processors"][0]["service"] = other
    assert changed != each.facts
    lying = Carried(each.name, each.profile, each.pages, json.dumps(changed))
    assert [fault for fault in unsaid(lying) if f"{place} =" in fault], place


def test_no_key_of_the_schema_is_idle(carried: list[Carried]) -> None:
    """What no example organisation has is named here, so that nothing else stops being written unseen."""
    described = {(name, key) for name, node in SCHEMA["$defs"].items() for key in node.get("properties", ())}
    used = {(name, key) for each in carried for name, key in keys_of(each.facts, OF[each.facts["document"]])}
    assert described - used == NOT_IN_THE_EXAMPLES


NOT_IN_THE_EXAMPLES = {("processor_register", "measures_planned"), ("service", "recipients")}


def keys_of(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Every key that ``value`` has of the definition ``name`` and of those below it."""

    def walk(value: Any, node: Any, name: str) -> Iterator[tuple[str, str]]:
        while "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[1]
            node = SCHEMA["$defs"][name]
        if "oneOf" in node:
            return
        if isinstance(value, list):
            for each in value:
                yield from walk(each, node["items"], name)
        elif isinstance(value, dict):
            for key, each in value.items():
                yield name, key
                yield from walk(each, node["properties"][key], "" if "$ref" not in node else name)

    return walk(value, {"$ref": f"#/$defs/{name}"}, name)


def test_names_are_in_the_languages_of_the_page(carried: list[Carried]) -> None:
    for each in carried:
        assert each.facts["languages"] == list(each.pages)
        texts = [leaf.value for leaf in facts_of(each) if leaf.kind == "text"]
        assert texts
        assert {tuple(text) for text in texts} == {tuple(each.pages)}, each.name
    assert {len(each.pages) for each in carried} == {1, 2}


def test_the_facts_are_those_of_the_page_in_either_language(carried: list[Carried]) -> None:
    """But for words, the data of a document are the same in each language."""
    by_document: dict[tuple[str, str], list[Any]] = {}
    for each in carried:
        if len(each.pages) == 1:
            alike = [(leaf.place, leaf.value) for leaf in facts_of(each) if leaf.kind != "text"]
            by_document.setdefault((each.profile.organisation.name, each.facts["document"]), []).append(alike)
    for found in by_document.values():
        assert found[::2] == found[1::2]


def test_nobody_can_be_reached_through_them(carried: list[Carried]) -> None:
    """Names of people, and their numbers and addresses, are of no use to a program that compares two registers."""
    for each in carried:
        assert "@" not in each.content, each.name
        profile = each.profile
        parties = [profile.organisation, *profile.processors.values(), *profile.controllers.values()]
        people = [party.signatory.name for party in parties if getattr(party, "signatory", None)]
        phones = [party.contact.phone for party in parties if party.contact and party.contact.phone]
        assert people
        assert [words for words in (*people, *phones) if words in each.content] == [], each.name


def test_the_page_about_pdfs_shows_them_as_they_are(carried: list[Carried]) -> None:
    page = (ROOT / "docs" / "explanation" / "pdf.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```text\n(\{.*?)^```", page, re.DOTALL | re.MULTILINE)
    facts = next(each.facts for each in carried if each.name == "kaartwolk/en/sub-processors")
    assert shortened(facts, json.loads(shown)) == json.loads(shown)


def shortened(value: Any, to: Any) -> Any:
    """As much of ``value`` as ``to`` has."""
    if isinstance(to, dict):
        return {key: shortened(value[key], each) for key, each in to.items()}
    if isinstance(to, list):
        return [shortened(mine, each) for mine, each in zip(value, to, strict=False)]
    return value


def test_which_documents_carry_them() -> None:
    assert {id_ for id_, type_ in DOCUMENTS.items() if type_.facts} == set(FACTS) == set(OF)


# Inside a PDF


@pytest.fixture(scope="module")
def kaartwolk(examples: tuple[Checked, ...]) -> Checked:
    return next(each for each in examples if each.slug == "kaartwolk")


LIST = Wanted(documents=("sub-processor-list",), formats=("pdf",))


def pdfs_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.pdf"))


@pytest.fixture(scope="module")
def built(kaartwolk: Checked, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("attached")
    (done,) = build([kaartwolk], folder, LIST, jobs=2)
    assert done.diagnostics == []
    return pdfs_in(folder)


def test_a_pdf_carries_them_as_its_source(built: list[Path], carried: list[Carried]) -> None:
    expected = {each.content for each in carried if each.name.startswith("kaartwolk/") and "sub-proc" in each.content}
    assert len(built) == len(LANGUAGES)
    for file in built:
        root: Any = pypdf.PdfReader(file).trailer["/Root"]
        (linked,) = root["/AF"]
        name, listed = root["/Names"]["/EmbeddedFiles"]["/Names"]
        assert name == f"{file.stem}.json"
        assert listed == linked
        assert linked["/AFRelationship"] == "/Source"
        assert linked["/Desc"]
        stream = linked["/EF"]["/F"]
        assert stream["/Subtype"] == "/application/json"
        assert stream.get_data().decode("utf-8") in expected


def test_its_dates_are_those_of_the_profile(built: list[Path], kaartwolk: Checked) -> None:
    assert kaartwolk.profile is not None
    publication = kaartwolk.profile.publication
    assert publication.effective != publication.reviewed
    for file in built:
        root: Any = pypdf.PdfReader(file).trailer["/Root"]
        told = root["/AF"][0]["/EF"]["/F"]["/Params"]
        assert told["/CreationDate"] == f"D:{publication.effective:%Y%m%d}000000Z"
        assert told["/ModDate"] == f"D:{publication.reviewed:%Y%m%d}000000Z"


def test_workers_write_the_same_bytes(built: list[Path], kaartwolk: Checked, tmp_path: Path) -> None:
    build([kaartwolk], tmp_path, LIST, jobs=1)
    assert [file.read_bytes() for file in pdfs_in(tmp_path)] == [file.read_bytes() for file in built]


def test_a_draft_carries_none(kaartwolk: Checked, tmp_path: Path) -> None:
    """In a draft nothing is certain yet."""
    wanted = Wanted(languages=("nl",), documents=LIST.documents, formats=("pdf",), draft=True)
    build([kaartwolk], tmp_path, wanted)
    (file,) = pdfs_in(tmp_path)
    assert not pypdf.PdfReader(file).attachments
