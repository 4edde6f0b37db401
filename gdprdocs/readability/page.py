"""The sentences of a page, as its reader meets them.

What is a sentence follows from how the page is built. Words that run on without a block between them are read in one
go and split into sentences. In a paragraph everything is a sentence. In a cell, a heading or a list only what ends like
one is: a name, a date or a period there is looked up, not read. Of a list with a lead-in, the lead-in is a sentence and
so is each item that ends with a full stop or a semicolon: a reader takes breath between items. Things in a row after a
colon, such as the names of topics, are a list too, set in a line. The names of columns, the numbers of clauses and the
table of contents are no sentences, and what is in another language than the page is not judged in this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gdprdocs.formats.tree import APART, BLOCKS, UNSEEN, parse
from gdprdocs.language import Language
from gdprdocs.plain import lead_in, sentences_of

_NOT_READ = UNSEEN | {"nav", "code", "pre"}
_NUMBERS_AND_LABELS = frozenset({"no", "chain-no", "label", "fill"})
_ALL_SENTENCES = frozenset({"p"})
_ENDS = re.compile(r"[.!?;:…][\"”’»)\]]*$")
_ENDS_IN_LIST = re.compile(r"(?:[.!?;:…][\"”’»)\]]*|; (?:of|en|or|and))$")


def sentences_in(page: str, language: Language) -> tuple[str, ...]:
    """Every sentence of ``page``, in order."""
    main = next(parse(page).iter("main"))
    return tuple(
        lead_in(sentence)
        for tag, words in _runs(main, language)
        for sentence in sentences_of(re.sub(r"\s+", " ", words).strip(), language)
        if tag in _ALL_SENTENCES or (_ENDS_IN_LIST if tag == "li" else _ENDS).search(sentence)
    )


def _runs(block: Element, language: Language) -> Iterator[tuple[str, str]]:
    """What can be read in one go, each with the name of the block that holds it."""
    words = block.text or ""
    for piece in _pieces(block, language):
        if isinstance(piece, str):
            words += piece
        else:
            yield block.tag, words
            words = ""
            yield from _runs(piece, language)
    yield block.tag, words


def _pieces(element: Element, language: Language) -> Iterator[str | Element]:
    """The words within an element after its first, and the blocks between them."""
    for child in element:
        if child.tag in BLOCKS or child.get("class") in APART:
            if not _skipped(child, language):
                yield child
            else:
                yield " "
        elif not _skipped(child, language):
            yield child.text or ""
            yield from _pieces(child, language)
        yield child.tail or ""


def _skipped(element: Element, language: Language) -> bool:
    foreign = element.get("lang", language) != language
    return foreign or element.tag in _NOT_READ or element.get("class") in _NUMBERS_AND_LABELS
