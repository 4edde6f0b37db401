"""What a build makes again after a change, and what it leaves as it is: each kind of input is changed once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

from gdprdocs.build import Built, Wanted, build, identity, render
from gdprdocs.check import check_organisation
from gdprdocs.formats import pdf
from tests.test_build import drawing, files_in
from tests.variation import Data, data_of, write_profile

DOCUMENTS = {
    "privacy-statement": "public/en/privacy-statement/privacy-statement.pdf",
    "consent-overview": "internal/en/consent-overview/consent-overview.pdf",
    "register": "internal/en/processing-register/processing-register.pdf",
    "breach-procedure": "internal/en/breach-procedure/breach-procedure.pdf",
    "agreement": "internal/en/processor-agreement-mail-sender/processor-agreement-mail-sender.pdf",
}
ENGLISH = Wanted(languages=("en",))


class Pretend(Executor):
    """Sets no PDF, but notes which sheets it was given: what they would have been is another test's matter."""

    def __init__(self) -> None:
        self.asked = 0

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        self.asked += 1
        future: Future[pdf.Pdf] = Future()
        (sheet,) = arguments
        future.set_result(pdf.Pdf(hashlib.sha256(sheet.html.encode()).digest(), ()))
        return future


def made(organisations: Path, output: Path, wanted: Wanted = ENGLISH) -> Built:
    (built,) = build([check_organisation(organisations / "voorbeeld")], output, wanted, executor=Pretend())
    assert built.diagnostics == []
    return built


def changed(organisations: Path, change: Callable[[Data], object]) -> None:
    data = data_of(organisations / "voorbeeld")
    change(data)
    write_profile(organisations / "voorbeeld", data)


def test_a_build_of_what_has_not_changed_renders_nothing_and_starts_nothing(
    organisations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(organisations, tmp_path / "output")
    before = {name: (tmp_path / "output" / name).stat() for name in files_in(tmp_path / "output")}

    def refuse(*arguments: Any) -> str:
        raise AssertionError("a page was rendered")

    monkeypatch.setattr(render, "render", refuse)
    executor = Pretend()
    (built,) = build([check_organisation(organisations / "voorbeeld")], tmp_path / "output", ENGLISH, executor=executor)
    assert (built.written, built.set, built.published, executor.asked) == (0, (), True, 0)
    assert {name: (tmp_path / "output" / name).stat().st_mtime_ns for name in before} == {
        name: stat.st_mtime_ns for name, stat in before.items()
    }


def set_text(*path: str) -> Callable[[Data], object]:
    def change(data: Data) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = {"nl": "iets anders", "en": "something else"}

    return change


PURPOSE = ("activities", "newsletter", "purposes", "send_newsletter")
ONE_CHANGE: dict[str, tuple[Callable[[Data], object], set[str]]] = {
    "a consequence": (set_text(*PURPOSE, "consequence"), {"privacy-statement", "consent-overview"}),
    "the wording of consent": (set_text(*PURPOSE, "consent", "wording"), {"consent-overview"}),
    "why a period": (
        set_text(*PURPOSE, "retention", "contact_details", "because"),
        {"privacy-statement", "register"},
    ),
    "the service of a processor": (
        set_text("processors", "mail_sender", "service"),
        {"privacy-statement", "register", "agreement", "breach-procedure"},
    ),
    "the owner of an activity": (lambda data: data["activities"]["newsletter"].update(owner="Verkoop"), {"register"}),
    "the version": (lambda data: data["publication"].update(version="2.0"), set(DOCUMENTS)),
    "the colour": (lambda data: data.update(branding={"colour": "#7a1f5f"}), set(DOCUMENTS)),
    "the address of the website": (
        lambda data: data["publication"].update(url="https://voorbeeld.example/privacy/"),
        {"privacy-statement", "consent-overview"},
    ),
    "the number of employees, which nothing names": (lambda data: data["organisation"].update(employees=5), set()),
}


@pytest.mark.parametrize("what", ONE_CHANGE)
def test_one_change_sets_anew_what_shows_it_and_nothing_else(what: str, organisations: Path, tmp_path: Path) -> None:
    change, documents = ONE_CHANGE[what]
    first = made(organisations, tmp_path / "output")
    assert set(first.set) == set(DOCUMENTS.values())
    changed(organisations, change)
    assert set(made(organisations, tmp_path / "output").set) == {DOCUMENTS[name] for name in documents}
    made(organisations, tmp_path / "anew")
    assert files_in(tmp_path / "output") == files_in(tmp_path / "anew")


def test_another_logo_sets_everything_anew(organisations: Path, tmp_path: Path) -> None:
    changed(organisations, lambda data: data.update(branding={"logo": "logo.svg"}))
    logo = organisations / "voorbeeld" / "logo.svg"
    logo.write_bytes(drawing("<rect width='9' height='9'/>"))
    made(organisations, tmp_path / "output")
    logo.write_bytes(drawing("<rect width='8' height='9'/>"))
    assert set(made(organisations, tmp_path / "output").set) == set(DOCUMENTS.values())


def test_another_program_renders_everything_and_sets_what_comes_out_otherwise(
    organisations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(organisations, tmp_path / "output")
    monkeypatch.setattr(render, "program", lambda: "another")
    assert made(organisations, tmp_path / "output").set == ()
    monkeypatch.setattr(render, "pdf_maker", lambda: "another")
    monkeypatch.setattr(render, "program", lambda: "yet another")
    assert set(made(organisations, tmp_path / "output").set) == set(DOCUMENTS.values())


def test_the_program_is_known_by_its_files_and_libraries() -> None:
    names = [part.split(" ")[0] for part in identity._contents(identity.PACKAGE.rglob("*.yaml"))]
    assert "adequacy.yaml" in names
    versions = " ".join(identity._versions())
    for library in ("weasyprint", "jinja2", "babel", "tinycss2", "fonttools"):
        assert f'"{library}"' in versions.lower()


@pytest.mark.parametrize("name", [*DOCUMENTS, "a page"])
@pytest.mark.parametrize("fault", ["gone", "changed", "a link"])
def test_a_file_that_is_not_as_it_was_made_is_made_again(
    name: str, fault: str, organisations: Path, tmp_path: Path
) -> None:
    made(organisations, tmp_path / "output")
    whole = files_in(tmp_path / "output")
    file = tmp_path / "output" / "voorbeeld" / DOCUMENTS.get(name, "public/en/privacy-statement/index.html")
    content = file.read_bytes()
    file.unlink()
    if fault == "changed":
        file.write_bytes(content + b" ")
    elif fault == "a link":
        (tmp_path / "elsewhere").write_bytes(content)
        file.symlink_to(tmp_path / "elsewhere")
    again = made(organisations, tmp_path / "output")
    assert again.written == 1
    assert files_in(tmp_path / "output") == whole
    assert not file.is_symlink()


def test_a_partial_build_after_a_whole_one_makes_nothing(organisations: Path, tmp_path: Path) -> None:
    made(organisations, tmp_path / "output", Wanted())
    before = files_in(tmp_path / "output")
    assert made(organisations, tmp_path / "output", Wanted(("nl",), ("processing-register",), ("html",))).written == 0
    assert made(organisations, tmp_path / "output", Wanted()).written == 0
    assert files_in(tmp_path / "output") == before
