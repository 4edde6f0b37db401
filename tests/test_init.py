"""``gdprdocs init``: from at most ten answers to a profile that only needs filling in, and to a first draft."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import subprocess
import termios
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path

import pytest

from gdprdocs import __version__
from gdprdocs.check import Checked, check_organisation
from gdprdocs.cli.questions import QUESTIONS
from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.source import read_data
from gdprdocs.starter import AnswerError, write_new
from gdprdocs.starter import answer as read
from gdprdocs.starter.choices import FOLDER, choices
from tests.conftest import ROOT
from tests.test_cli import run, start

ACTIVITIES, PROCESSORS, MEASURES = choices().activities, choices().processors, choices().measures
NEEDED = {
    "--name": "Bakkerij Korenbloem",
    "--sector": "webshop",
    "--address": "Dorpsstraat 1, 1234 AB Utrecht",
    "--email": "privacy@korenbloem.example",
    "--owner": "A. Korenbloem",
    "--activity": "customers",
}
PROFILE = Path("organisations/bakkerij-korenbloem/profile.yaml")
UNASKED = {"breach-contact", "sec-basics", "sec-never-tested", "sec-restore", "sec-special-encryption"}
"""Warnings on what no question asks: that security is whole and tested, and what happens in a breach."""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def options(*more: str, without: str | None = None, **changed: str) -> list[str]:
    """The options without which nothing can be made, and more."""
    given = {**NEEDED, **{f"--{name}": value for name, value in changed.items()}}
    return [word for name, value in given.items() if name != without for word in (name, value)] + list(more)


def files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def started(*arguments: str, messages: Language = "en") -> Checked:
    """What checking says of the profile that these options give."""
    result = run("init", "voorbeeld", *arguments, "--messages", messages)
    assert result.exit_code == 0, result.output
    return check_organisation(Path("organisations/voorbeeld"))


def left_open(checked: Checked) -> list[Diagnostic]:
    """The places that still have to be filled in."""
    return [each for each in checked.diagnostics if each.rule == "empty-value"]


def assert_no_fault(slug: str) -> None:
    """Nothing is said of the profile but what no question asked."""
    result = run("validate", slug)
    assert result.exit_code == 0, result.output
    assert {each.rule for each in check_organisation(Path("organisations", slug)).diagnostics} <= UNASKED


def draft(slug: str = "voorbeeld", *only: str) -> dict[str, str]:
    """The text of every privacy statement in a draft, by language."""
    result = run("build", "--draft", "--format", "html", slug, *only)
    assert result.exit_code == 1, result.output  # it is not finished
    assert "Traceback" not in result.output
    pages = list(Path("draft", slug).rglob("*.html"))
    found = {
        language: [page.read_text(encoding="utf-8") for page in pages if stem in page.as_posix()]
        for language, stem in (("nl", "/privacyverklaring"), ("en", "/privacy-statement"))
    }
    return {language: unescape(re.sub("<[^>]+>", "", texts[0])) for language, texts in found.items() if texts}


# What is written


def test_from_options_to_files_and_what_is_still_open() -> None:
    result = run("init", *options())
    assert result.exit_code == 0
    assert set(files()) == {
        str(PROFILE),
        ".github/workflows/privacy.yml",
        "README.md",
        "requirements.txt",
        ".gitignore",
    }
    assert Path("requirements.txt").read_text(encoding="utf-8") == f"gdprdocs=={__version__}\n"
    assert Path(".github/workflows/privacy.yml").read_bytes() == (FOLDER / "github-workflow.yml").read_bytes()
    assert Path(".gitignore").read_text(encoding="utf-8").split() == ["output/", "draft/", "annotated/"]
    number = len(left_open(check_organisation(PROFILE.parent)))
    assert f"Still to fill in, in {PROFILE}: {number} places" in result.stdout
    assert re.search(r"^  customers and their invoices +lines \d+, \d+", result.stdout, re.MULTILINE)
    assert result.stdout.count("[empty-value]") == 3
    assert re.search(rf"^{PROFILE}:\d+:\d+: error", result.stdout, re.MULTILINE)
    assert "gdprdocs build --draft bakkerij-korenbloem " in result.stdout
    assert "gdprdocs validate bakkerij-korenbloem " in result.stdout


def test_every_open_line_is_listed_once() -> None:
    result = run(
        "init", *options("--activity", "newsletter", "--activity", "statistics", "--processor", "newsletter_tool")
    )
    listed = [
        int(number)
        for line in re.findall(r" lines? ([\d, ]+)$", result.stdout, re.MULTILINE)
        for number in line.split(", ")
    ]
    assert listed == [each.place.line for each in left_open(check_organisation(PROFILE.parent))]


def test_verbose_shows_all_that_is_open_and_quiet_nothing() -> None:
    assert run("init", "een", *options(), "--verbose").stdout.count("[empty-value]") > 3
    assert run("init", "twee", *options(), "--quiet").output == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_comments_are_in_the_users_language(language: Language) -> None:
    run("init", *options("--messages", language))
    comments = " ".join(re.findall("#.*", PROFILE.read_text(encoding="utf-8")))
    marks = ("vul in:", "nakijken", "fill in:", "check")
    assert [bool(re.search(rf"\b{mark}(?!\w)", comments)) for mark in marks] == (
        [True, True, False, False] if language == "nl" else [False, False, True, True]
    )
    assert ("wat er nog ontbreekt" in Path("README.md").read_text(encoding="utf-8")) == (language == "nl")


def test_without_the_workflow() -> None:
    run("init", *options("--no-workflow"))
    assert set(files()) == {str(PROFILE), "README.md", "requirements.txt", ".gitignore"}
    readme = Path("README.md").read_text(encoding="utf-8")
    assert ".github" not in readme
    assert readme == (FOLDER / "README.en.md").read_text(encoding="utf-8").replace(
        "On every change `.github/workflows/privacy.yml` runs this check on GitHub too.\n\n", ""
    )


def test_a_second_organisation_leaves_what_is_shared_alone() -> None:
    run("init", *options())
    Path("README.md").write_text("of ourselves\n", encoding="utf-8")
    Path(".gitignore").write_text("*.log\n/draft\noutput/", encoding="utf-8")
    before = files()
    result = run("init", *options(name="Kade 2"))
    assert result.exit_code == 0
    assert "README.md was there and is unchanged" in result.stdout
    after = files()
    assert set(after) - set(before) == {"organisations/kade-2/profile.yaml"}
    assert {path for path in before if before[path] != after[path]} == {".gitignore"}
    assert after[".gitignore"] == b"*.log\n/draft\noutput/\nannotated/\n"


# Every answer, every combination that matters


def combinations() -> Iterator[object]:
    for activity in ACTIVITIES:
        yield pytest.param([activity], [], "nl", id=activity)
        yield pytest.param([activity], [*choices().processors_for([activity])], "en", id=f"{activity} with processors")
    yield pytest.param(["customers", "website"], ["office"], "nl", id="two")
    yield pytest.param([*ACTIVITIES], [*PROCESSORS], "nl", id="all")


@pytest.mark.parametrize(("activities", "processors", "language"), list(combinations()))
def test_what_is_reported_is_what_is_left_open_and_the_draft_shows_the_answers(
    activities: list[str], processors: list[str], language: Language
) -> None:
    checked = started(
        *options(without="--activity"),
        *(word for each in activities for word in ("--activity", each)),
        *(word for each in processors for word in ("--processor", f"{each}=Firma {each}")),
        *("--language", "nl", "--language", "en"),
        messages=language,
    )
    assert {each.rule for each in checked.diagnostics} - UNASKED == {"empty-value"}
    assert all(re.search("# (vul in|kies|fill in|choose): ", each.place.text) for each in left_open(checked))
    statements = draft("voorbeeld", *([] if len(activities) > 1 else ["--document", "privacy-statement"]))
    assert set(statements) == set(LANGUAGES)
    for shown, statement in statements.items():
        assert NEEDED["--name"] in statement
        assert NEEDED["--email"] in statement
        for activity in activities:
            assert checked.profile is not None
            assert checked.profile.activities[activity].name.in_(shown) in statement
        for each in processors:
            assert f"Firma {each}" in statement


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_in_one_language(language: Language) -> None:
    other = next(each for each in LANGUAGES if each != language)
    checked = started(*options("--language", language), *(w for each in ACTIVITIES for w in ("--activity", each)))
    assert {each.rule for each in checked.diagnostics} - UNASKED == {"empty-value"}
    assert not re.search(rf"^ +{other}:", Path("organisations/voorbeeld/profile.yaml").read_text("utf-8"), re.MULTILINE)
    assert set(draft("voorbeeld", "--document", "privacy-statement")) == {language}


FILLED = {
    "because": "{prose}", "wording": "{prose}", "evidence": "{prose}", "asked": "{prose}", "change": "{prose}",
    "law": "{prose}", "necessity": "{prose}", "minimised": "{prose}", "defaults": "{prose}",
    "consequence": "{prose}", "found_at": "{prose}",
    "required": "false", "needed": "false", "effective": "2026-12-01", "recipients": "[]", "processors": "[]",
    "measures": "[backup]", "automated_decisions": "none", "given_by": "double_opt_in", "period": "P6M",
    "lifetime": "P6M",
    "consent": "exempt\n      exemption: slight_effect",
    "name": "Firma B.V.", "party": "Firma B.V.", "contact": "{{email: a@firma.example}}",
    "address": "{{street: Kade 2, postal_code: 1011 AA, city: Amsterdam, country: NL}}",
    "processing_locations": "[NL]", "accessed_from": "[NL]", "public_body": "true", "representative": "none",
    "supervisory_authority": "de_bfdi", "signatory": "{{name: A. Korenbloem, function: owner}}",
    "lawful_basis": "legitimate_interest\n        interest: {prose}\n"
    "        balancing: {{date: 2026-01-05, outcome: {prose}}}",
    "agreement": "\n      form: supplier\n      signed: 2026-01-05\n      term: main_contract\n"
    "      breach_notice: PT48H\n"
    "      covers: [instructions, confidentiality, security, sub_processing, requests, assistance, at_end, audit]\n"
    "      sub_processing: {{authorisation: general, notice: P30D, objection: P14D}}\n"
    "      checked: {{date: 2026-01-05, by: {prose}, again: P1Y}}",
    "retention": "{{period: P2Y, from: {prose}, then: erase, because: {prose}}}",
}  # fmt: skip
"""A sensible answer for each key that a starter profile leaves open."""


def filled_in(profile: str, languages: Iterable[str]) -> str:
    prose = "{" + ", ".join(f"{language}: dit staat er" for language in languages) + "}"

    def fill(found: re.Match[str]) -> str:
        key = found[2]
        value = FILLED.get(key, FILLED["retention"])  # what is kept how long is by the kind of data
        return f"{found[1]}{key}: {value.format(prose=prose)}"

    return re.sub(r"^( *)(\w+):  ?# (?:vul in|kies|fill in|choose): .*$", fill, profile, flags=re.MULTILINE)


@pytest.mark.parametrize("address", [NEEDED["--address"], "Kirchweg 5, 10115 Berlin, DE"])
@pytest.mark.parametrize("languages", [("nl",), ("en",), ("nl", "en")], ids="+".join)
def test_whoever_fills_in_what_is_open_has_a_profile_without_faults(
    languages: tuple[Language, ...], address: str
) -> None:
    started(
        *options(address=address, without="--activity"),
        *(word for each in ACTIVITIES for word in ("--activity", each)),
        *(word for each in PROCESSORS for word in ("--processor", each)),
        *(word for each in languages for word in ("--language", each)),
        messages=languages[0],
    )
    profile = Path("organisations/voorbeeld/profile.yaml")
    profile.write_text(filled_in(profile.read_text(encoding="utf-8"), languages), encoding="utf-8")
    assert_no_fault("voorbeeld")
    assert run("build", "--format", "html", "voorbeeld").exit_code == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agreement_that_the_comments_show_is_sound(language: Language) -> None:
    started(*options("--processor", "accounting=Firma B.V."), messages=language)
    profile = Path("organisations/voorbeeld/profile.yaml")
    text = profile.read_text(encoding="utf-8")
    (block,) = re.findall(r"^#   agreement:\n#     form: own\n(?:#   .*\n)+", text, re.MULTILINE)
    block = re.sub("^# ", "  ", block, flags=re.MULTILINE)
    block = block.replace("JJJJ-MM-DD", "2027-02-01").replace("YYYY-MM-DD", "2027-02-01")
    block = block.replace("name: …, function: …", "name: F. Firma, function: directeur").replace("…", "contract")
    text = re.sub(r"^    agreement:  # .*\n", lambda found: block, text, flags=re.MULTILINE)
    profile.write_text(filled_in(text, LANGUAGES if language == "en" else ("nl",)), encoding="utf-8")
    assert_no_fault("voorbeeld")
    assert "form: own" in profile.read_text(encoding="utf-8").partition("\nprocessors:")[2]
    assert run("build", "--format", "html", "voorbeeld").exit_code == 0


def test_a_profile_without_processors_shows_how_one_is_described() -> None:
    started(*options())
    profile = Path("organisations/voorbeeld/profile.yaml")
    text = profile.read_text(encoding="utf-8")
    assert "processors" not in read_data(profile)
    start = text.index("# processors:\n")
    block = text[start : text.index("\n\n", start) + 1]
    described = re.sub("^# ", "", block, flags=re.MULTILINE)
    text = text.replace(block, described).replace("    processors:  #", "    processors: [accounting]  #")
    text = text.replace("organisation:\n", "organisation:\n  signatory: {name: A. Korenbloem, function: owner}\n", 1)
    profile.write_text(filled_in(text, LANGUAGES), encoding="utf-8")
    assert_no_fault("voorbeeld")


def test_dutch_law_stands_only_where_it_holds() -> None:
    everything = [word for each in ACTIVITIES for word in ("--activity", each)]
    started(*options("--language", "en", *everything, address="Kerkstraat 5, 2000 Antwerpen, BE"))
    profile = Path("organisations/voorbeeld/profile.yaml").read_text(encoding="utf-8")
    assert not re.search(r"nl_|Wages Tax Act|General Taxes Act", profile)
    assert "supervisory_authority: be_gba" in profile


def test_a_government_says_whether_it_is_a_public_body() -> None:
    assert "public_body" in {
        each.message.in_("en").split("”")[0].strip("“") for each in started(*options(sector="government")).diagnostics
    }


def test_no_lawful_basis_that_is_a_choice_is_filled_in() -> None:
    everything = [word for each in ACTIVITIES for word in ("--activity", each)]
    started(*options(*everything))
    profile = Path("organisations/voorbeeld/profile.yaml").read_text(encoding="utf-8")
    assert "legitimate_interest" not in re.sub("#.*", "", profile)


# Whatever is typed


AWKWARD = [
    'De "Gouden" Leeuw', "Jansen's", "a: b", "# geen opmerking", "x #y", "- lijst", "{a: b}", "[a, b]", "&anker",
    "*alias", "!!python/object:x", "%YAML 1.1", "@apen@", "@name@", "yes", "null", "~", "1234", "0x10",
    "1e3", "2026-12-01",
    "Bäckerei 🥐", "back\\slash \\n", "a | b > c", "zin, met komma",
    "''", '"', "é" * 200, "$(touch x)`touch x`", "</h1><script>",
    "--- a",
    "x\u00a0y", "#! a | b", "#NL", "## a",
]  # fmt: skip


@pytest.mark.parametrize("said", AWKWARD)
def test_what_is_typed_stands_in_the_profile_as_it_was_typed(said: str) -> None:
    checked = started(
        *options(
            f"--processor=crm={said}",
            name=said,
            owner=said,
            address=f"{said} 1, 1234 AB {said}"[:200] if "," not in said and len(said) < 60 else NEEDED["--address"],
        )
    )
    assert {each.rule for each in checked.diagnostics} - UNASKED == {"empty-value"}
    data = read_data(Path("organisations/voorbeeld/profile.yaml"))
    assert data["organisation"]["name"] == said
    assert data["publication"]["owner"] == said
    assert data["activities"]["customers"]["owner"] == said
    assert data["processors"]["crm"]["name"] == said
    assert set(data["organisation"]) == {
        "name", "address", "contact", "sector", "supervisory_authority", "representative", "data_protection_officer",
        "signatory",
    }  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "",
        "   ",
        "a\x1b[31mb",
        "a\x00b",
        "a\nb",
        "a\tb",
        "\u202eabc",
        "a\u200bb",
        "\u2028",
        "\ue000",
        "\ud800",
        "x" * 201,
    ],
    ids=ascii,
)
def test_what_no_profile_may_hold_is_refused(said: str) -> None:
    with pytest.raises(AnswerError):
        read.line(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Dorpsstraat 1, 1234 AB Utrecht", ("Dorpsstraat 1", "1234 AB", "Utrecht", "NL")),
        ("  Dorpsstraat 1 ,1234ab  's-Hertogenbosch ", ("Dorpsstraat 1", "1234 AB", "'s-Hertogenbosch", "NL")),
        ("Gebouw A, Plein 2, 1234 AB Den Haag, nl", ("Gebouw A, Plein 2", "1234 AB", "Den Haag", "NL")),
        ("Kerkstraat 5, 2000 Antwerpen, BE", ("Kerkstraat 5", "2000", "Antwerpen", "BE")),
        ("Kirchweg 5, 10115 Berlin, de", ("Kirchweg 5", "10115", "Berlin", "DE")),
    ],
)
def test_addresses(said: str, meant: tuple[str, ...]) -> None:
    found = read.address(said)
    assert (found.street, found.postal_code, found.city, found.country) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Dorpsstraat 1",
        "1234 AB Utrecht",
        "Dorpsstraat 1, Utrecht",
        "Kerkstraat 5, 2000 Antwerpen",
        ", 1234 AB Utrecht",
        "Straat 1, 2000 Stad, XX",
        "Straat 1, 2000 Stad, NL",
    ],
)
def test_no_addresses(said: str) -> None:
    with pytest.raises(AnswerError):
        read.address(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("www.voorbeeld.nl", "https://www.voorbeeld.nl"), ("HTTPS://Voorbeeld.NL/Pad", "https://voorbeeld.nl/Pad")],
)
def test_web_addresses(said: str, meant: str) -> None:
    assert read.website(said) == meant


@pytest.mark.parametrize("said", ["http://voorbeeld.nl", "voorbeeld", "https://a b.nl", "javascript://voorbeeld.nl"])
def test_no_web_addresses(said: str) -> None:
    with pytest.raises(AnswerError):
        read.website(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [("1", ["a"]), ("3,1", ["a", "c"]), (" 2  3 ", ["b", "c"]), ("b;b", ["b"]), ("C, 1", ["a", "c"])],
)
def test_choices_by_number_or_by_name(said: str, meant: list[str]) -> None:
    assert list(read.some_of(said, "abc")) == meant


@pytest.mark.parametrize("said", ["0", "4", "-1", "1.5", "d", "", "²", "9999999999"])
def test_what_is_not_offered(said: str) -> None:
    with pytest.raises(AnswerError):
        read.some_of(said, "abc")


def test_where_one_is_chosen_no_commas_are_asked_for() -> None:
    with pytest.raises(AnswerError) as refused:
        read.one_of("14", [f"choice_{number}" for number in range(13)])
    assert "Type one number, from 1 to 13." in refused.value.words.in_("en")
    with pytest.raises(AnswerError) as refused:
        read.some_of("14", [f"choice_{number}" for number in range(13)])
    assert "with commas between them" in refused.value.words.in_("en")


def test_parties() -> None:
    assert read.parties(["2 = Boekwijs B.V.", " a"], "abc") == {"a": None, "b": "Boekwijs B.V."}
    with pytest.raises(AnswerError):
        read.parties(["1 2 = Boekwijs"], "abc")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bakkerij Korenbloem B.V.", "bakkerij-korenbloem-bv"),
        ("Café ’t Hoekje", "cafe-t-hoekje"),
        ("Straße & Söhne", "strasse-sohne"),
        ("x" * 100, "x" * 63),
        ("../../etc", "etc"),
        ("北京", None),
        ("🥐", None),
    ],
)
def test_the_folder_is_named_after_the_organisation(name: str, slug: str | None) -> None:
    assert read.slug_of(name) == slug


def test_a_name_without_letters_for_a_folder() -> None:
    run("init", *options(name="🥐"))
    assert Path("organisations/korenbloem/profile.yaml").is_file()


# Wrong use: nothing is written


@pytest.mark.parametrize("missing", list(NEEDED))
def test_without_a_terminal_what_is_missing_is_named(missing: str) -> None:
    for more in ([], ["--yes"]):
        result = run("init", *options(*more, without=missing))
        assert result.exit_code == 2
        assert f"give {missing} too" in result.stderr
    assert files() == {}


def test_without_a_terminal_nothing_is_waited_for(place: Path) -> None:
    running = start("init", cwd=place, stdin=subprocess.PIPE)  # a pipe that says nothing and stays open
    assert running.wait(timeout=60) == 2
    running.communicate()


@pytest.mark.parametrize(
    "arguments",
    [
        options(email="nergens"),
        options(address="Dorpsstraat"),
        options(sector="circus"),
        options(name="a\x1b[31mb"),
        options(activity="vliegen"),
        options("--website", "http://x.nl"),
        options("--processor", "payroll_bureau"),
        options("--processor", "crm="),
        options("--measure", "hoop"),
        ["../buiten", *options()],
        ["Hoofd", *options()],
        ["_shared", *options()],
        ["a/b", *options()],
        ["", *options()],
    ],
    ids=lambda arguments: " ".join(map(ascii, arguments[-2:])),
)
def test_2_wrong_use(arguments: list[str]) -> None:
    result = run("init", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
    assert files() == {}


@pytest.mark.parametrize("there", ["profile.yaml", "activities/customers.yaml", ".hidden"])
def test_what_exists_is_never_overwritten(there: str) -> None:
    path = PROFILE.parent / there
    path.parent.mkdir(parents=True)
    path.write_text("of ourselves", encoding="utf-8")
    before = files()
    result = run("init", *options())
    assert result.exit_code == 2
    assert f"{PROFILE.parent / there.split('/')[0]} is there already; nothing was changed" in result.stderr
    assert files() == before


def test_a_link_is_not_followed(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    Path("organisations").mkdir()
    PROFILE.parent.symlink_to(elsewhere)
    assert run("init", *options()).exit_code == 2
    assert list(elsewhere.iterdir()) == []


def test_3_where_nothing_can_be_written() -> None:
    Path("organisations").write_text("a file", encoding="utf-8")
    before = files()
    result = run("init", *options())
    assert result.exit_code == 3
    assert "cannot write: organisations" in result.stderr
    assert files() == before


def test_a_failure_half_way_leaves_nothing(place: Path) -> None:
    """A folder in the place of the ignore file stands for any failure after the first files were written."""
    (place / ".gitignore").mkdir()
    result = run("init", *options())
    assert result.exit_code == 3
    assert [path.name for path in place.iterdir()] == [".gitignore"]


def test_an_interruption_between_files_leaves_nothing(place: Path) -> None:
    class Interrupted(dict[Path, str]):
        def items(self):  # type: ignore[no-untyped-def,override]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_new({place / "a" / "b" / "c": "text"}, Interrupted(), [], place / ".gitignore")
    assert list(place.iterdir()) == []


# On a terminal


class Terminal:
    """A terminal with somebody behind it who waits for a prompt before typing."""

    def __init__(self, process: subprocess.Popen[str], outside: int) -> None:
        self.process, self.outside, self.shown = process, outside, ""
        self._read = 0

    def until(self, words: str) -> str:
        """What is shown up to and including the next ``words``."""
        while words not in self.shown[self._read :]:
            assert self._take(), f"no {words!r} in {self.shown[self._read :]!r}"
        end = self.shown.index(words, self._read) + len(words)
        said, self._read = self.shown[self._read : end], end
        return said

    def type(self, words: str) -> None:
        os.write(self.outside, words.encode())

    def press(self, key: str) -> int:
        """Type ``key`` until the program ends: between its prompt and its waiting, Python misses a signal."""
        self.type(key)
        while True:
            if not select.select([self.outside], [], [], 5)[0]:
                self.type(key)
            elif not self._take():
                return self.process.wait(timeout=60)

    def end(self) -> int:
        while self._take():
            pass
        return self.process.wait(timeout=60)

    def _take(self) -> bool:
        assert select.select([self.outside], [], [], 60)[0], self.shown
        try:
            piece = os.read(self.outside, 65536)
        except OSError:  # Linux says so when the other side is closed
            return False
        self.shown += piece.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(piece)


@contextmanager
def terminal(place: Path, *arguments: str, **environment: str) -> Iterator[Terminal]:
    outside, inside = pty.openpty()

    def own_terminal() -> None:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment}
    process = start(
        *arguments, cwd=place, env=surroundings, stdin=inside, stdout=inside, stderr=inside, preexec_fn=own_terminal
    )
    os.close(inside)
    try:
        yield Terminal(process, outside)
    finally:
        os.close(outside)
        if process.poll() is None:
            process.kill()
        process.wait()


TYPED = {
    "nl": ["Bakkerij Korenbloem", "2", "Dorpsstraat 1, 1234 AB Utrecht", "privacy@korenbloem.example",
           "www.korenbloem.example", "A. Korenbloem", "", "1, 3", "1 = Boekwijs B.V., 4", "1 5"],
    "en": ["Cornflower Bakery", "webshop", "Dorpsstraat 1, 1234 AB Utrecht", "privacy@cornflower.example", "",
           "owner", "", "customers newsletter", "", ""],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_answers_to_a_first_draft_statement(language: Language, place: Path) -> None:
    answers = TYPED[language]
    assert len(answers) == len(QUESTIONS) <= 10
    with terminal(place, "init", "--messages", language) as screen:
        for number, answer in enumerate(answers, 1):
            assert f"{number}/{len(answers)}  " in screen.until("> ")
            screen.type(f"{answer}\n")
        assert screen.end() == 0, screen.shown
    assert screen.shown.count("> ") == len(answers)
    assert ("Nog in te vullen" if language == "nl" else "Still to fill in") in screen.shown
    slug = re.findall(r"gdprdocs build --draft (\S+)", screen.shown)[0]
    statements = draft(slug)
    assert set(statements) == ({"nl"} if language == "nl" else {"nl", "en"})
    for shown, statement in statements.items():
        assert answers[0] in statement
        for activity in ({"nl": "Klanten", "en": "Customers"}[shown], {"nl": "Nieuwsbrief", "en": "Newsletter"}[shown]):
            assert activity in statement
    assert ("Boekwijs B.V." in statements["nl"]) == (language == "nl")


def test_the_language_is_that_of_the_locale(place: Path) -> None:
    with terminal(place, "init", LC_ALL="nl_NL.UTF-8") as screen:
        assert "Hoe heet uw organisatie?" in screen.until("> ")


def test_bad_input_is_asked_again(place: Path) -> None:
    tries = [
        ("", "This answer is needed."), ("\x1b[A", "U+001B"), ("x" * 201, "201 characters"), ("Korenbloem", "2/10"),
        ("99", "from 1 to 13"), ("1 2", "Choose one."), ("1", "3/10"),
        ("Dorpsstraat 1", "Write: street"), ("Dorpsstraat 1, 1234 AB Utrecht", "4/10"),
        ("nergens", "no email address"), ("a@korenbloem.example", "5/10"),
        ("http://korenbloem.example", "http without s"), ("", "6/10"),
        ("", "This answer is needed."), ("A.", "7/10"),
        ("fr", "Type nl, en"), ("en, nl", "8/10"),
        ("", "This answer is needed."), ("12", "from 1 to 9"), ("2", "9/10"),
        ("9", "from 1 to 2"), ("1=", "This answer is needed."), ("", "10/10"),
        ("nee", "from 1 to"), ("", "Written:"),
    ]  # fmt: skip
    with terminal(place, "init", "--color", "never") as screen:
        screen.until("> ")
        for typed, answered in tries:
            screen.type(f"{typed}\n")
            screen.until(answered)
            if answered != "Written:":
                screen.until("> ")
        assert screen.end() == 0


def test_only_what_no_option_answers_is_asked(place: Path) -> None:
    with terminal(place, "init", *options("--language", "nl", "--measure", "backup", without="--email")) as screen:
        assert "1/3" in screen.until("> ")
        screen.type("privacy@korenbloem.example\n")
        assert "2/3" in screen.until("> ")
        screen.type("\n")
        assert "3/3" in screen.until("> ")
        screen.type("\n")
        assert screen.end() == 0
    assert (place / PROFILE).is_file()


def test_a_question_that_needs_an_answer_says_so(place: Path) -> None:
    with terminal(place, "init", "--messages", "en") as screen:
        for number, (answer, question) in enumerate(zip(TYPED["en"], QUESTIONS, strict=True), 1):
            asked = screen.until("> ").rpartition(f"{number}/10  ")[2]
            assert ("Required." in asked) == (question.option_name in NEEDED), asked
            screen.type(f"{answer}\n")


def test_the_help_on_yes_names_what_is_needed() -> None:
    said = " ".join(run("init", "--help").stdout.partition("--yes")[2].split())
    assert all(option in said.partition("--messages")[0] for option in NEEDED)


def test_yes_asks_nothing_on_a_terminal(place: Path) -> None:
    with terminal(place, "init", "--yes", *options()) as screen:
        assert screen.end() == 0
    assert "> " not in screen.shown


@pytest.mark.parametrize(("key", "answered"), [("\x03", 0), ("\x03", 3), ("\x03", 9), ("\x04", 2)], ids=ascii)
def test_after_an_interruption_there_is_nothing(key: str, answered: int, place: Path) -> None:
    with terminal(place, "init") as screen:
        for answer in TYPED["en"][:answered]:
            screen.until("> ")
            screen.type(f"{answer}\n")
        screen.until("> ")
        assert screen.press(key) == 130
    assert "interrupted" in screen.shown
    assert "Traceback" not in screen.shown
    assert files() == {}


def test_what_exists_is_named_before_anything_is_asked(place: Path) -> None:
    PROFILE.parent.mkdir(parents=True)
    PROFILE.write_text("of ourselves", encoding="utf-8")
    with terminal(place, "init", "bakkerij-korenbloem") as screen:
        assert screen.end() == 2
    assert str(PROFILE) in screen.shown


# The pieces


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_processors_handle_only_what_their_activities_use(activity: str) -> None:
    started(*options("--activity", activity, without="--activity"))
    purposes = read_data(Path("organisations/voorbeeld/profile.yaml"))["activities"][activity]["purposes"].values()
    used = {category for purpose in purposes for category in purpose["data_categories"]}
    for kind in PROCESSORS.values():
        assert set(kind.data.get(activity, ())) <= used


def test_every_choice_is_a_word_of_the_schema() -> None:
    for sector in choices().sectors:
        # A public body needs a written policy (Art. 24(2)), which is more than a first draft holds.
        policy = {"ret-no-action"} if sector == "government" else set()
        assert {each.rule for each in check_sector(sector)} - UNASKED == {"empty-value"} | policy


def check_sector(sector: str) -> tuple[object, ...]:
    run("init", sector, *options(sector=sector))
    return check_organisation(Path("organisations") / sector).diagnostics
