"""Pieces of a profile, in two languages, made into YAML in those that are wanted.

A piece is a profile with, behind the code of a line:

====================  ===============================================================================================
``## nl | en``        a comment, in the user's language; without ``|`` the same in both
``#! nl | en``        nothing stands here yet: the comment says what to fill in
``#* nl | en``        the same, where it is one of a few words
``#?`` ``#? nl | en``  usually right, to be checked by the user
``#NL``               holds under Dutch law: elsewhere the value is left out, with the lines below it
``@name@``            an answer; the line is left out when there is none
====================  ===============================================================================================

A line that begins with ``nl:`` or ``en:`` is left out when the documents are not made in that language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gdprdocs.language import LANGUAGES, Language, Text

_LINE = re.compile(
    r"(?P<indent> *)(?P<code>.*?)(?: ?(?P<dutch>#NL))?(?: ?#(?P<mark>[#!*?])(?P<nl>[^|]*)(?:\|(?P<en>.*))?)?"
)
_PLACE = re.compile(r"@([a-z_]+)@")
_LEAD = {
    "#": Text(nl="", en=""),
    "!": Text(nl="vul in: ", en="fill in: "),
    "*": Text(nl="kies: ", en="choose: "),
    "?": Text(nl="nakijken", en="check"),
}
_ELSEWHERE = Text(nl="wat het recht van uw land zegt", en="what the law of your country says")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a profile is written: comments in which language, texts in which, and whether Dutch law holds."""

    comments: Language
    languages: tuple[Language, ...]
    dutch_law: bool


def quoted(text: str) -> str:
    """``text`` as a YAML scalar that is text, whatever it holds: a JSON string is one."""
    return json.dumps(text, ensure_ascii=False)


def listed(ids: Iterable[str]) -> str:
    """Ids as a YAML list."""
    return f"[{', '.join(ids)}]"


def blank(manner: Manner, what: Text) -> str:
    """In the place of a value: nothing, and a comment that says what to fill in."""
    return f" # {_LEAD['!'].in_(manner.comments)}{what.in_(manner.comments)}"


def checked(manner: Manner, value: str) -> str:
    """A value that is to be checked by the user."""
    return f"{value}  # {_LEAD['?'].in_(manner.comments)}"


def expand(piece: str, manner: Manner, answers: Mapping[str, str | None]) -> str:
    """The piece as YAML; answers are YAML already."""
    prose = "{" + ", ".join(f'{language}: "…"' for language in manner.languages) + "}"
    values = {"prose": prose, **answers}
    return "".join(f"{line}\n" for line in _lines(piece, manner, values))


def _lines(piece: str, manner: Manner, values: Mapping[str, str | None]) -> Iterator[str]:
    dropped_below: int | None = None
    for whole in piece.splitlines():
        found = _LINE.fullmatch(whole)
        assert found is not None, whole  # every line matches: the code takes what is left
        indent, code = len(found["indent"]), found["code"].rstrip()
        if dropped_below is not None and (indent > dropped_below or not whole):
            continue
        dropped_below = None
        if any(code.startswith(f"{each}:") for each in LANGUAGES if each not in manner.languages):
            continue
        if any(values[name] is None for name in _PLACE.findall(code)):
            continue
        if found["dutch"] and not manner.dutch_law:
            dropped_below = indent
            code, comment = (
                f"{code.partition(':')[0]}:",
                _LEAD["!"].in_(manner.comments) + _ELSEWHERE.in_(manner.comments),
            )
        else:
            comment = _comment(found["mark"], found[manner.comments] or found["nl"], manner)
        said = f"{code}  # {comment}" if code and comment else code or (f"# {comment}" if comment else "")
        yield _PLACE.sub(lambda place: str(values[place[1]]), f"{found['indent']}{said}".rstrip())


def _comment(mark: str | None, words: str | None, manner: Manner) -> str:
    if mark is None:
        return ""
    said = (words or "").strip() if mark != "#" else (words or "").removeprefix(" ").rstrip()
    lead = _LEAD[mark].in_(manner.comments)
    return f"{lead}: {said}" if mark == "?" and said else f"{lead}{said}"
