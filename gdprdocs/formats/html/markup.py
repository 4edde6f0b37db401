"""The markup of a clause: few elements, each with few attributes, written out whole and rightly nested.

What is allowed here is less than HTML, and less than any reader of HTML could take for something else: a ``<`` begins
one of these tags or is a fault, and so is an ``&`` that begins no well-known character. So what a browser makes of the
text is what stands there, and nothing has to be cleaned away afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gdprdocs.language import Text

HELD = re.compile("\0([0-9]+)\0")
"""A place in the text, by its number: what will stand there is not known yet, and is escaped."""

_TOKEN = re.compile(
    r"""<(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\ [a-z-]+="[^"<>]*")*)>|[<&]""", re.VERBOSE
)
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"<>]*)"')
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|nbsp|shy|#34|#39);")
_LINK = re.compile(r"https://[a-zA-Z0-9.-]+(?::[0-9]+)?(?:[/?#][^\s\0]*)?|mailto:[^\s\0?]+@[^\s\0?]+|tel:\+?[0-9]+")


def _one_of(*words: str) -> Callable[[str], bool]:
    return words.__contains__


ELEMENTS: Mapping[str, Mapping[str, Callable[[str], bool]]] = {
    "p": {"class": _one_of("lead-in")},
    "ul": {},
    "ol": {"class": _one_of("letters")},
    "li": {},
    "h3": {},
    "strong": {},
    "em": {},
    "br": {},
    "dfn": {},
    "abbr": {"title": lambda words: "\0" not in words and "&" not in words},
    "a": {"href": lambda address: "&" not in address.replace("&amp;", "") and _LINK.fullmatch(address) is not None},
    "span": {"class": _one_of("via", "tag", "chain-no", "quiet", "fill")},
}
"""The elements of a clause and their attributes, each with what its value may be."""

_VOID = frozenset({"br"})
_PHRASES = frozenset({"strong", "em", "br", "dfn", "abbr", "a", "span"})
_BLOCKS = frozenset({"p", "ul", "ol"})
_INSIDE: Mapping[str, frozenset[str]] = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": _PHRASES | _BLOCKS,
}
"""What may stand in an element; in any other, phrases."""

WORDS, BLOCK, ITEM, HEADING = "words", "block", "item", "heading"
_KINDS = {**dict.fromkeys(_BLOCKS, BLOCK), "li": ITEM, "h3": HEADING}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a text, and under which conditions it is shown."""

    text: str
    under: tuple[str, ...]


class MarkupError(Exception):
    """Markup that has no place in a clause: what stands there, where, and why not."""

    def __init__(self, found: str, offset: int, why: Text) -> None:
        super().__init__(found)
        self.found = found
        self.offset = offset
        self.why = why


@dataclass
class Reading:
    """What is found while the pieces of one clause are read in order."""

    places: list[str] = field(default_factory=list)
    """What will stand in each place, by its number."""
    links: frozenset[str] = frozenset()
    """Addresses that are allowed besides those that are written out whole."""
    any_link: bool = False
    """Whether every address passes that cannot run anything: for what the program itself wrote."""
    tags: list[Tag] = field(default_factory=list)
    addresses: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    """What stands at the top, inside no element."""
    open: list[str] = field(default_factory=list)

    def read(self, text: str, under: tuple[str, ...] = (), floor: int = 0) -> None:
        """Read a piece; it closes no element that was open when there were only ``floor`` of them."""
        at = 0
        for found in _TOKEN.finditer(text):
            self._words(text[at : found.start()], at)
            at = found.end()
            if found["tag"] is None:
                at = found.start() + self._character(text, found.start())
            elif found["end"]:
                self._close(found, floor)
                self.tags.append(Tag(found[0], under))
            else:
                self._open(found)
                self.tags.append(Tag(HELD.sub("", found[0]), under))
        self._words(text[at:], at)

    def _words(self, words: str, at: int) -> None:
        if not words.strip():
            return
        if '"' in words:  # a title stands between such marks in the attributes of a page
            raise MarkupError('"', at + words.index('"'), _STRAIGHT)
        if not self.open:
            self.kinds.add(WORDS)
        elif self.open[-1] in ("ul", "ol"):
            found = words.strip()
            raise MarkupError(found, at + words.index(found), _ONLY_ITEMS)

    def _character(self, text: str, at: int) -> int:
        entity = _ENTITY.match(text, at)
        if entity is None:
            found = text[at : at + 40].split("\n")[0]
            shown = re.match(r"<[^>]*>|<\S*|&\S*", found)
            raise MarkupError(
                HELD.sub("…", shown[0] if shown else found[0]), at, _NO_TAG if text[at] == "<" else _AMPERSAND
            )
        self._words(entity[0], at)
        return len(entity[0])

    def _open(self, found: re.Match[str]) -> None:
        tag, shown = found["tag"], HELD.sub("…", found[0])
        if tag not in ELEMENTS:
            raise MarkupError(shown, found.start(), _NO_ELEMENT)
        around = self.open[-1] if self.open else None
        if around is None:
            self.kinds.add(_KINDS.get(tag, WORDS))
        elif tag not in _INSIDE.get(around, _PHRASES):
            raise MarkupError(shown, found.start(), _not_inside(tag, around))
        if tag == "a" and "a" in self.open:
            raise MarkupError(shown, found.start(), _not_inside(tag, "a"))
        self._check_attributes(found, shown)
        if tag not in _VOID:
            self.open.append(tag)

    def _check_attributes(self, found: re.Match[str], shown: str) -> None:
        attributes = _ATTRIBUTE.findall(found["attributes"])
        for name, value in attributes:
            allowed = ELEMENTS[found["tag"]].get(name)
            if name == "href" and allowed:
                address = HELD.sub(lambda held: f"\0{self.places[int(held[1])]}\0", value)
                self.addresses.add(address)
                if address in self.links or (self.any_link and _runs_nothing(value)):
                    continue
            if allowed is None or len(attributes) > len(dict(attributes)):
                raise MarkupError(shown, found.start(), _NO_ATTRIBUTE)
            if not allowed(value):
                raise MarkupError(shown, found.start(), _NO_LINK if name == "href" else _NO_VALUE)

    def _close(self, found: re.Match[str], floor: int) -> None:
        tag = found["tag"]
        if len(self.open) <= floor or tag in _VOID:
            raise MarkupError(found[0], found.start(), _NOT_OPEN)
        if self.open[-1] != tag:
            raise MarkupError(found[0], found.start(), _closes_other(self.open[-1]))
        self.open.pop()


def _runs_nothing(address: str) -> bool:
    scheme = re.match(r"([^/?#]*?):", address)
    return scheme is None or scheme[1] in ("https", "http", "mailto", "tel")


_NO_ELEMENT = Text(
    nl=f"in een bepaling staan alleen de elementen {', '.join(ELEMENTS)}",
    en=f"a clause holds only the elements {', '.join(ELEMENTS)}",
)
_NO_TAG = Text(
    nl="dit is geen tag van een bepaling; een kleiner-dan-teken in de tekst schrijft u als &lt;",
    en="this is no tag of a clause; a less-than sign in the text is written as &lt;",
)
_AMPERSAND = Text(
    nl="een &-teken in de tekst schrijft u als &amp;, en elk ander teken gewoon als dat teken",
    en="an ampersand in the text is written as &amp;, and any other character simply as itself",
)
_STRAIGHT = Text(
    nl="een aanhalingsteken in de tekst schrijft u als “ of ”",
    en="a quotation mark in the text is written as “ or ”",
)
_NO_ATTRIBUTE = Text(nl="dit element heeft hier een ander attribuut", en="this element has other attributes here")
_NO_VALUE = Text(nl="deze waarde heeft het attribuut hier niet", en="the attribute does not have this value here")
_NO_LINK = Text(
    nl="een link begint met https://, mailto: of tel: en staat voluit, of is een link van de bepaling zelf",
    en="a link begins with https://, mailto: or tel: and is written out, or is one of the clause itself",
)
_NOT_OPEN = Text(
    nl="er is hier niets te sluiten: wat onder een voorwaarde opent, sluit onder dezelfde voorwaarde",
    en="there is nothing to close here: what opens under a condition closes under the same condition",
)
_ONLY_ITEMS = Text(nl="in een lijst staan alleen <li>’s", en="a list holds nothing but <li>s")
NOT_CLOSED = Text(nl="dit element wordt niet gesloten", en="this element is not closed")


def _not_inside(tag: str, around: str) -> Text:
    return Text(nl=f"<{tag}> staat niet in <{around}>", en=f"<{tag}> does not stand in <{around}>")


def _closes_other(open_: str) -> Text:
    return Text(nl=f"eerst moet <{open_}> dicht", en=f"<{open_}> has to be closed first")


def check_written(text: str) -> None:
    """Refuse a rendered clause into which anything but these elements came; :class:`MarkupError` says what."""
    reading = Reading(any_link=True)
    reading.read(text)
    if reading.open:
        raise MarkupError(f"<{reading.open[-1]}>", 0, NOT_CLOSED)
