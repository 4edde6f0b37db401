"""Building into a folder: what is written, what stays, what is removed, and what stops it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pypdf
import pytest

from gdprdocs.build import Built, Wanted, build
from gdprdocs.build.output import MANIFEST, prune, read_manifest, write_file
from gdprdocs.build.plan import INDEX
from gdprdocs.check import check_organisation
from gdprdocs.diagnostic import FieldPath
from gdprdocs.documents import DOCUMENTS
from gdprdocs.language import LANGUAGES
from gdprdocs.project import LARGEST_LOGO
from gdprdocs.schema import SECTIONS
from tests.conftest import MERIDIAAN, ROOT, SOUND, pages_in
from tests.html_tree import links_of, parse, text_of
from tests.test_check import LEFT_OUT, RICH, changed, paths_in
from tests.variation import Data, data_of, pages_of, profile_from, write_profile

HTML = Wanted(formats=("html",))
FOLDERS = ("public", "internal")
ASSETS = ("style.css", *(f"sans-{style}.woff2" for style in ("regular", "it", "semibold", "bold")))


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make(organisations: Path, output: Path, wanted: Wanted = HTML, **more: Any) -> list[Built]:
    return build([check_organisation(folder) for folder in sorted(organisations.iterdir())], output, wanted, **more)


def rules_of(built: Built) -> list[str]:
    return [diagnostic.rule for diagnostic in built.diagnostics]


# What a build writes


def test_a_build_writes_every_document_in_every_language_and_format(organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output", Wanted(), jobs=2)
    stems = {
        "nl": [
            "privacyverklaring",
            "datalekprocedure",
            "toestemmingenoverzicht",
            "verwerkersovereenkomst-mail-sender",
            "verwerkingsregister",
        ],
        "en": [
            "breach-procedure",
            "consent-overview",
            "privacy-statement",
            "processing-register",
            "processor-agreement-mail-sender",
        ],
    }
    documents = {
        f"{'public' if stem.startswith('privacy') else 'internal'}/{language}/{stem}/{file}"
        for language in stems
        for stem in stems[language]
        for file in (INDEX, f"{stem}.pdf")
    }
    indexes = {f"{folder}/{path}" for folder in FOLDERS for path in (INDEX, f"nl/{INDEX}", f"en/{INDEX}")}
    shared = {f"assets/{name}" for name in ASSETS}
    assert set(files_in(tmp_path / "output" / "voorbeeld")) == {
        MANIFEST,
        *indexes,
        *documents,
        *(f"{folder}/{path}" for folder in FOLDERS for path in shared),
    }
    assert set(files_in(tmp_path / "output")) - {
        f"voorbeeld/{path}" for path in files_in(tmp_path / "output/voorbeeld")
    } == {
        INDEX,
        *shared,
    }


def test_the_manifest_says_what_was_written(output: Path) -> None:
    folder = output / "meridiaan"
    listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    assert listed["format"] == 1
    assert listed["organisation"] == "Meridiaan Advies B.V."
    written = files_in(folder)
    del written[MANIFEST]
    assert {entry["path"]: entry["sha256"] for entry in listed["files"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in written.items()
    }
    documents = [entry for entry in listed["files"] if entry["document"] in DOCUMENTS]
    assert len(documents) > 20
    assert all(entry["title"] and entry["language"] in LANGUAGES for entry in documents)


def test_every_link_arrives(output: Path) -> None:
    for file in output.rglob("*.html"):
        for link in links_of(parse(file.read_text(encoding="utf-8"))):
            address = urlsplit(link)
            if not address.scheme and address.path:
                assert (file.parent / unquote(address.path)).is_file(), (file, link)


def test_every_file_can_be_reached_from_the_first_page(output: Path) -> None:
    """But the first pages of the two folders, where visitors of a website begin, and what only programs read."""
    begin = [output / INDEX, *(output / "meridiaan" / folder / INDEX for folder in FOLDERS)]
    seen: set[Path] = set()
    waiting = list(begin)
    while waiting:
        file = waiting.pop().resolve()
        if file not in seen:
            seen.add(file)
            if file.suffix == ".html":
                tree = parse(file.read_text(encoding="utf-8"))
                named = [*links_of(tree), *(image.get("src", "") for image in tree.iter("img"))]
                named += [link.get("href", "") for link in tree.iter("link") if link.get("rel") == "stylesheet"]
                waiting += [file.parent / unquote(urlsplit(each).path) for each in named if each_is_here(each)]
            if file.suffix == ".css":
                waiting += [file.parent / name for name in re.findall(r'url\("([^"]+)"\)', file.read_text("utf-8"))]
    assert {path for path in output.resolve().rglob("*") if path.is_file()} - seen == {
        output.resolve() / "meridiaan" / MANIFEST,
        output.resolve() / "meridiaan" / "public" / "sitemap.xml",
    }


def each_is_here(link: str) -> bool:
    return bool(urlsplit(link).path and not urlsplit(link).scheme)


def test_an_index_lists_every_file_of_its_language_once(output: Path) -> None:
    site = output / "meridiaan"
    for language in LANGUAGES:
        for folders, folder in ((("public",), "public"), (FOLDERS, "internal")):
            main = next(parse((site / folder / language / INDEX).read_text(encoding="utf-8")).iter("main"))
            links = [(site / folder / language / link).resolve() for link in links_of(main) if not link.startswith("#")]
            made = [path for each in folders for path in (site / each / language).glob("*/*")]
            assert sorted(links) == sorted(path.resolve() for path in made)


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_a_web_server_may_read_what_is_written(organisations: Path, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        make(organisations, tmp_path / "output")
    finally:
        os.umask(mask)
    for path in (tmp_path / "output").rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_a_profile_in_one_language_gives_documents_in_one_language(tmp_path: Path) -> None:
    data = data_of(SOUND)
    data["languages"] = ["nl"]
    write_profile(tmp_path / "organisations" / "voorbeeld", data)
    make(tmp_path / "organisations", tmp_path / "output")
    folder = tmp_path / "output" / "voorbeeld"
    assert {path.name for each in FOLDERS for path in (folder / each).iterdir()} == {"nl", "assets", INDEX}
    for page in (tmp_path / "output").rglob("*.html"):
        assert not any("/en/" in link for link in links_of(parse(page.read_text(encoding="utf-8"))))


def test_the_first_page_lists_every_organisation_by_name(organisations: Path, tmp_path: Path) -> None:
    """Also those that this build did not touch."""
    make(organisations, tmp_path / "output")
    data = data_of(SOUND)
    data["organisation"]["name"] = "Ander B.V."
    write_profile(tmp_path / "others" / "ander", data)
    make(tmp_path / "others", tmp_path / "output")
    main = next(parse((tmp_path / "output" / INDEX).read_text(encoding="utf-8")).iter("main"))
    listed = [text_of(item) for item in main.iter("li")]
    assert [item.partition(":")[0] for item in listed] == ["Ander B.V.", "Voorbeeld B.V."]
    assert all("5 " in item for item in listed)


# The same input, the same bytes


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything of the small organisation, made here by one job."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(SOUND, folder / "organisations" / "voorbeeld")
    make(folder / "organisations", folder / "output", Wanted(), jobs=1)
    return folder


def test_two_jobs_give_the_same_bytes_as_one(small: Path, tmp_path: Path) -> None:
    make(small / "organisations", tmp_path, Wanted(), jobs=2)
    assert files_in(tmp_path) == files_in(small / "output")


def test_building_again_changes_nothing(small: Path) -> None:
    before = files_in(small / "output")
    make(small / "organisations", small / "output")
    make(small / "organisations", small / "output", Wanted(), jobs=2)
    assert files_in(small / "output") == before


def test_neither_place_nor_time_nor_locale_matters(small: Path, tmp_path: Path) -> None:
    surroundings = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "nl_NL.UTF-8",
        "LANG": "nl_NL.UTF-8",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-m", "gdprdocs", "build", "--quiet", "--jobs", "2", "--output", "elsewhere"]
    done = subprocess.run(
        [*command, str(small / "organisations" / "voorbeeld")],
        cwd=tmp_path,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert files_in(tmp_path / "elsewhere") == files_in(small / "output")


def test_the_order_of_hashing_does_not_matter_for_a_large_profile(html_output: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "gdprdocs", "build", "--quiet", "--format", "html", "--output", str(tmp_path)]
    # The commits of this repository are no part of what is compared.
    outside_git = {"GIT_CEILING_DIRECTORIES": str(ROOT / "organisations")}
    environment = {**os.environ, "PYTHONHASHSEED": "17", **outside_git}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    assert files_in(tmp_path) == files_in(html_output)


# What stays and what goes


def without_processor(organisations: Path) -> None:
    data = data_of(organisations / "voorbeeld")
    del data["processors"]
    data["activities"]["newsletter"]["processors"] = []
    write_profile(organisations / "voorbeeld", data)


def test_what_is_no_longer_a_document_is_removed(organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output", Wanted())
    before = set(files_in(tmp_path / "output"))
    without_processor(organisations)
    make(organisations, tmp_path / "output", Wanted())
    stems = {"nl": "verwerkersovereenkomst-mail-sender", "en": "processor-agreement-mail-sender"}
    assert before - set(files_in(tmp_path / "output")) == {
        f"voorbeeld/internal/{language}/{stem}/{file}"
        for language, stem in stems.items()
        for file in (INDEX, f"{stem}.pdf")
    }
    assert not (tmp_path / "output" / "voorbeeld" / "internal" / "nl" / stems["nl"]).exists()


def test_what_others_put_there_stays(organisations: Path, tmp_path: Path) -> None:
    output = tmp_path / "output" / "voorbeeld" / "internal"
    make(organisations, tmp_path / "output", Wanted())
    (output / "nl" / "brief.html").write_text("van iemand anders")
    changed_since = output / "nl" / "verwerkersovereenkomst-mail-sender" / INDEX
    changed_since.write_text("met de hand bijgewerkt")
    without_processor(organisations)
    make(organisations, tmp_path / "output", Wanted())
    assert (output / "nl" / "brief.html").read_text() == "van iemand anders"
    assert changed_since.read_text() == "met de hand bijgewerkt"
    assert [path.name for path in changed_since.parent.iterdir()] == [INDEX]


@pytest.mark.parametrize(
    "wanted",
    [Wanted(documents=("processing-register",), formats=("html",)), Wanted(languages=("en",), formats=("html",))],
    ids=["one document", "one language"],
)
def test_a_partial_build_keeps_the_rest(wanted: Wanted, organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output")
    before = files_in(tmp_path / "output")
    make(organisations, tmp_path / "output", wanted)
    after = files_in(tmp_path / "output")
    assert set(after) == set(before)
    for language in LANGUAGES:
        page = f"voorbeeld/internal/{language}/{INDEX}"
        assert links_of(parse(after[page].decode())) == links_of(parse(before[page].decode()))


def test_a_partial_build_in_an_empty_folder_lists_what_there_is(organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output", Wanted(("en",), ("processing-register",), ("html",)))
    assert set(files_in(tmp_path / "output" / "voorbeeld")) == REGISTER_ALONE


REGISTER_ALONE = {
    MANIFEST,
    f"internal/{INDEX}",
    f"internal/en/{INDEX}",
    f"internal/en/processing-register/{INDEX}",
    *(f"internal/assets/{name}" for name in ASSETS),
}


def test_a_partial_build_keeps_what_the_same_profile_gave(organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output")
    before = files_in(tmp_path / "output")
    make(organisations, tmp_path / "output", Wanted(("en",), ("processing-register",), ("html",)))
    assert files_in(tmp_path / "output") == before


def test_a_partial_build_of_a_changed_profile_leaves_nothing_stale(organisations: Path, tmp_path: Path) -> None:
    make(organisations, tmp_path / "output")
    without_processor(organisations)
    make(organisations, tmp_path / "output", Wanted(("en",), ("processing-register",), ("html",)))
    left = files_in(tmp_path / "output" / "voorbeeld")
    assert set(left) == REGISTER_ALONE
    assert "verwerkingsregister" not in left[f"internal/en/processing-register/{INDEX}"].decode()


def test_a_manifest_cannot_make_a_build_remove_what_lies_outside(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    folder = tmp_path / "voorbeeld"
    entry = {"path": "../precious", "document": "", "key": "", "language": "nl", "format": "html", "title": ""}
    entry["sha256"] = hashlib.sha256(b"precious").hexdigest()
    write_file(folder / MANIFEST, json.dumps({"files": [entry]}).encode())
    assert len(read_manifest(folder)) == 1
    prune(folder, read_manifest(folder), ())
    assert (tmp_path / "precious").read_bytes() == b"precious"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"files": 5}', b'{"files": [{"path": "x"}]}', b"\xff"])
def test_a_manifest_that_cannot_be_read_is_written_anew(content: bytes, organisations: Path, tmp_path: Path) -> None:
    write_file(tmp_path / "output" / "voorbeeld" / MANIFEST, content)
    make(organisations, tmp_path / "output")
    assert len(read_manifest(tmp_path / "output" / "voorbeeld")) == 26


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "page.html", b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_file(tmp_path / "page.html", b"new")
    assert files_in(tmp_path) == {"page.html": b"old"}


# What stops a build


def test_an_unfinished_document_stops_its_organisation_and_no_other(organisations: Path, tmp_path: Path) -> None:
    """Whoever builds a profile in spite of its errors, without asking for a draft, gets no half document."""
    shutil.copytree(SOUND, organisations / "ander")
    make(organisations, tmp_path / "output")
    before = files_in(tmp_path / "output")
    data = data_of(organisations / "voorbeeld")
    del data["organisation"]["address"]["city"]
    write_profile(organisations / "voorbeeld", data)
    other, built = make(organisations, tmp_path / "output")
    assert (other.slug, rules_of(other), len(other.artefacts)) == ("ander", [], 26)
    assert set(rules_of(built)) == {"document-gap"}
    assert built.artefacts == ()
    assert "organisation.address.city" in built.diagnostics[0].message.in_("en")
    assert built.diagnostics[0].place.file == organisations / "voorbeeld" / "profile.yaml"
    assert files_in(tmp_path / "output") == before


def test_a_profile_that_could_not_be_read_is_not_built(folder: Path, tmp_path: Path) -> None:
    (folder / "profile.yaml").write_text("[")
    with pytest.raises(ValueError, match="voorbeeld could not be read"):
        build([check_organisation(folder)], tmp_path / "output", HTML)


def drawing(content: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title>{content}</svg>'.encode()


def with_logo(organisations: Path, put: Callable[[Path], object]) -> None:
    folder = organisations / "voorbeeld"
    data = data_of(folder)
    data["branding"] = {"logo": "logo.svg"}
    write_profile(folder, data)
    put(folder / "logo.svg")


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "missing": lambda logo: None,
    "a folder": lambda logo: logo.mkdir(),
    "a link": lambda logo: logo.symlink_to(MERIDIAAN / "logo.svg"),
    "a pipe": lambda logo: os.mkfifo(logo),
    "too large": lambda logo: logo.write_bytes(drawing(" " * LARGEST_LOGO)),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_logo_that_cannot_be_read(what: str, organisations: Path, tmp_path: Path) -> None:
    with_logo(organisations, UNREADABLE[what])
    (built,) = make(organisations, tmp_path / "output")
    assert rules_of(built) == ["logo-unreadable"]
    assert "logo.svg" in built.diagnostics[0].message.in_("nl")
    assert not (tmp_path / "output" / "voorbeeld").exists()


def test_a_logo_is_part_of_every_page(organisations: Path, tmp_path: Path) -> None:
    with_logo(organisations, lambda logo: logo.write_bytes(drawing("<rect width='9' height='9'/>")))
    (built,) = make(organisations, tmp_path / "output")
    assert rules_of(built) == []
    for page in (tmp_path / "output" / "voorbeeld").rglob("*.html"):
        (image,) = parse(page.read_text(encoding="utf-8")).iter("img")
        assert (page.parent / image.get("src", "")).read_bytes() == drawing("<rect width='9' height='9'/>")


REGISTER_PDF = Wanted(("nl",), ("processing-register",), ("pdf",))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_logo_that_fetches_something_is_not_published(jobs: int, organisations: Path, tmp_path: Path) -> None:
    with_logo(organisations, lambda logo: logo.write_bytes(drawing('<image href="https://elsewhere.example/x.png"/>')))
    wanted = Wanted(LANGUAGES, ("processing-register",), ("pdf",))
    (built,) = make(organisations, tmp_path / "output", wanted, jobs=jobs)
    assert set(rules_of(built)) == {"pdf-failed"}
    assert "https://elsewhere.example/x.png" in built.diagnostics[0].message.in_("en")
    assert not (tmp_path / "output" / "voorbeeld").exists()


def test_a_name_that_the_fonts_cannot_show_is_not_published(organisations: Path, tmp_path: Path) -> None:
    data = data_of(organisations / "voorbeeld")
    data["organisation"]["name"] = "北京 B.V."
    write_profile(organisations / "voorbeeld", data)
    (built,) = make(organisations, tmp_path / "output", REGISTER_PDF)
    assert set(rules_of(built)) == {"pdf-failed"}


# Drafts


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The draft of a profile that lacks an address, a deputy, a retention period and a lawful basis."""
    folder = tmp_path_factory.mktemp("draft")
    data = data_of(SOUND)
    del data["organisation"]["address"], data["breaches"]["deputy"]
    purpose = data["activities"]["newsletter"]["purposes"]["send_newsletter"]
    del purpose["retention"], purpose["lawful_basis"], purpose["consent"]["wording"]
    write_profile(folder / "organisations" / "voorbeeld", data)
    checked = check_organisation(folder / "organisations" / "voorbeeld")
    assert checked.has_errors
    (built,) = build([checked], folder / "output", Wanted(draft=True), jobs=2)
    assert built.diagnostics == []
    return folder / "output" / "voorbeeld"


DRAFT_WORD = {"nl": "CONCEPT", "en": "DRAFT"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_says_so_on_every_page(language: str, draft: Path) -> None:
    assert list(draft.glob(f"*/{language}/*/*.pdf"))
    for file in draft.glob(f"*/{language}/*/*.pdf"):
        for page in pypdf.PdfReader(file).pages:
            assert DRAFT_WORD[language] in page.extract_text(), file
    for file in draft.glob(f"*/{language}/**/*.html"):
        tree = parse(file.read_text(encoding="utf-8"))
        (note,) = [element for element in tree.iter("p") if element.get("class") == "draft-note"]
        assert DRAFT_WORD[language] in text_of(note)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_marks_its_gaps(language: str, draft: Path) -> None:
    words = {"nl": "[nog invullen: ", "en": "[to be filled in: "}[language]
    assert pages_in(draft, language)
    for file in pages_in(draft, language):
        tree = parse(file.read_text(encoding="utf-8"))
        gaps = [text_of(element) for element in tree.iter("mark") if element.get("class") == "gap"]
        assert gaps, file
        assert all(gap.startswith(words) and gap.endswith("]") for gap in gaps)


def test_a_finished_document_does_not_say_that_it_is_a_draft(output: Path) -> None:
    for file in output.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert 'class="draft-note"' not in page
        assert "<mark" not in page
    for file in (output / "meridiaan").rglob("processing-register.pdf"):
        assert "DRAFT" not in pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text()


CASES = ROOT / "tests" / "cases"
SOUND_CASES = sorted(path.name for path in CASES.glob("sound*"))


def drafts_without(whole: Data, paths: list[FieldPath]) -> None:
    """Make the draft of a profile without each of ``paths`` in turn: none may raise."""
    for path in paths:
        try:
            pages = pages_of(profile_from(changed(whole, path, LEFT_OUT)), draft=True)
        except Exception as error:
            raise AssertionError(f"no draft without {path}") from error
        assert pages, path


def test_a_draft_can_be_made_whatever_is_missing() -> None:
    """Everything that the small profiles hold is left out once."""
    seen: set[FieldPath] = set()
    for case in sorted({*SOUND_CASES, *RICH}):
        whole = data_of(CASES / case)
        new = [path for path in paths_in(whole) if path not in seen]
        seen.update(new)
        drafts_without(whole, new)
    assert len(seen) > 500


def test_a_draft_of_a_large_profile_can_be_made_whatever_is_missing() -> None:
    """Of the example organisation, every hundred-and-sixtieth value."""
    whole = data_of(MERIDIAAN)
    paths = [path for path in paths_in(whole) if "en" not in path]
    assert len(paths) > 1500
    drafts_without(whole, paths[::160])


def test_a_draft_can_be_made_when_an_entry_is_refused() -> None:
    """Whatever refers to the entry still does, but it is not there."""
    for case in SOUND_CASES:
        whole = data_of(CASES / case)
        for section in SECTIONS:
            for name in whole.get(section, {}):
                pages_of(profile_from(changed(whole, (section, name), 5)), draft=True)
                renamed = json.loads(json.dumps(whole).replace(f'"{name}"', '"Wrong Id"'))
                pages_of(profile_from(renamed), draft=True)


def test_what_validates_builds(folder: Path) -> None:
    """Leave out one key at a time: either the check says so, or the documents are finished without it."""
    whole = data_of(CASES / "sound")
    for path in paths_in(whole):
        data = changed(whole, path, LEFT_OUT)
        (folder / "profile.yaml").write_text(json.dumps(data), encoding="utf-8")
        checked = check_organisation(folder)
        if checked.profile and not checked.has_errors:
            try:
                pages_of(checked.profile)
            except Exception as error:
                raise AssertionError(f"no finding without {path}, and no documents") from error


@pytest.mark.parametrize("case", [path.name for path in sorted(CASES.iterdir())])
def test_every_faulty_profile_has_a_draft(case: str) -> None:
    profile = check_organisation(CASES / case).profile
    if profile is not None:
        pages_of(profile, draft=True)


@pytest.mark.parametrize("case", SOUND_CASES)
def test_every_sound_profile_has_finished_documents(case: str) -> None:
    profile = check_organisation(CASES / case).profile
    assert profile is not None
    assert pages_of(profile)
