"""The word lists are well made, and find whole words."""

from __future__ import annotations

from datetime import date

import pytest

from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law.words import FOLDER, checked, find_phrase, pattern, phrases
from gdprdocs.source import read_data

NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_dated_and_has_the_same_kinds_in_every_language(name: str) -> None:
    file = FOLDER / f"{name}.yaml"
    data = read_data(file)
    assert file.read_text(encoding="utf-8").startswith("# ")
    assert checked() <= date.fromisoformat(data["checked"])
    assert set(data["entries"]) - {"any"} == set(LANGUAGES)
    assert set(data["entries"]["nl"]) == set(data["entries"]["en"])
    for language, kinds in data["entries"].items():
        for kind, words in kinds.items():
            assert words == [word.strip().lower() for word in words], f"{language} {kind}"
            assert len(set(words)) == len(words), f"{language} {kind}"


@pytest.mark.parametrize("name", NAMES)
def test_every_phrase_of_a_list_is_found(name: str) -> None:
    for language in LANGUAGES:
        for kind in read_data(FOLDER / f"{name}.yaml")["entries"][language]:
            for phrase in phrases(name, kind, language):
                assert pattern(name, kind, language).fullmatch(phrase.removesuffix("*"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (Text(nl="Bij een NOODGEVAL bellen", en="whatever"), "NOODGEVAL"),
        (Text(en="warn people of a fire"), "fire"),
        (Text(en="fireworks"), None),
        (Text(nl="noodzakelijk"), None),
        (Text(nl="wie allergisch is"), "allergisch"),
        (None, None),
    ],
)
def test_whole_words_are_found_and_beginnings_where_the_list_says_so(text: Text | None, found: str | None) -> None:
    said = find_phrase(text, "emergencies")
    assert (said.in_("nl") if said else None) == found


def test_what_stands_in_one_language_is_quoted_to_readers_of_another() -> None:
    assert find_phrase(Text(nl="bij brand", en="in a fire"), "emergencies") == Text(nl="brand", en="fire")
    assert find_phrase(Text(nl="bij brand", en="then"), "emergencies") == Text(nl="brand", en="brand")
