"""The tags of a PDF, by which a screen reader knows headings, tables and languages, made whole.

WeasyPrint tags page by page. So what goes on over a page break is several elements, a table among them with its head
read out once more; header cells do not say what they head, a part in another language does not say so, and running
heads and feet are text without a place. All of that is mended here, after WeasyPrint has made its tags and before
the file is written.

This module is the one place that uses private parts of WeasyPrint: ``weasyprint.pdf.tags._build_box_tree``, and the
order in which it writes what is marked. That is why the version is pinned in pyproject.toml, and why
``tests/test_pdf_tags.py`` looks at each thing that is counted on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

import pydyf

_REPEATED = frozenset({"/THead", "/TFoot"})
"""Parts of a table that stand on each of its pages again."""


class Tags:
    """The tags of one PDF: watched while they are made, then finished."""

    def __init__(self) -> None:
        self._sources: dict[int, Any] = {}
        """The element of the page from which each structure element comes, by its object number."""
        self._groups: set[int] = set()
        """The header cells that head a group of rows."""
        self._running: dict[int, dict[int, str]] = {}
        """For each page the marks that are no part of the text, each with ``Header``, ``Footer`` or nothing."""
        self._objects: list[Any] = []
        self._pages: list[bytes] = []

    @contextmanager
    def recorded(self) -> Iterator[None]:
        """While this holds, see each structure element that WeasyPrint makes, and say of it what WeasyPrint leaves."""
        from weasyprint.pdf import tags

        original = tags._build_box_tree

        def build(
            box: Any, parent: Any, pdf: Any, page_number: int, nums: dict[int, Any], annotations: Any, marks: Any
        ) -> Iterator[Any]:
            before = set(nums)
            shown = getattr(box, "_box", box)  # an absolutely placed box stands in a wrapper
            for element in original(box, parent, pdf, page_number, nums, annotations, marks):
                self._note(shown, element)
                yield element
            if keyword := getattr(shown, "at_keyword", None):
                kind = "Header" if keyword.startswith("@top") else "Footer"
                self._running.setdefault(page_number, {}).update(dict.fromkeys(set(nums) - before, kind))

        tags._build_box_tree = build
        try:
            yield
        finally:
            tags._build_box_tree = original

    def _note(self, box: Any, element: Any) -> None:
        source = box.element
        if source is None or ":" in box.element_tag or source.tag in ("html", "body"):
            return
        self._sources[element.number] = source
        if language := source.get("lang"):
            element["Lang"] = pydyf.String(language)
        if element["S"] == "/TH":
            scope = source.get("scope", "")
            element["A"]["Scope"] = "/Row" if scope.startswith("row") else "/Column"
            if scope == "rowgroup":
                self._groups.add(element.number)

    def finish(self, pdf: Any) -> None:
        """Make the tags of ``pdf``, a :class:`pydyf.PDF`, whole."""
        self._objects = pdf.objects
        self._pages = [bytes(reference) for reference in pdf.page_references]
        root = self._at(pdf.catalog["StructTreeRoot"])
        document = self._at(root["K"][0])
        for each in list(self._below(document)):
            self._unwrap_columns(each)
        on_pages = [list(kids) for _, kids in groupby(list(self._kids(document)), key=lambda kid: bytes(kid["Pg"]))]
        document["K"].clear()
        for kids in on_pages:
            self._join(document, kids)
        self._name_groups(document)
        headers = {each["ID"].string: each.reference for each in self._below(document) if "ID" in each}
        if headers:
            root["IDTree"] = _name_tree(pdf, headers)
        numbers = self._at(root["ParentTree"])["Nums"]
        owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
        for number, marks in self._running.items():
            _set_apart(self._at(self._at(self._pages[number])["Contents"]), marks)
            for mark in marks:
                owners[number][mark] = b"null"

    def _at(self, reference: bytes) -> Any:
        return self._objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> Iterator[Any]:
        """The structure elements in ``element``; what else is in it are marks and annotations."""
        for kid in element["K"]:
            if isinstance(kid, bytes) and (found := self._at(kid))["Type"] == "/StructElem":
                yield found

    def _below(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in self._kids(element):
            yield from self._below(kid)

    def _unwrap_columns(self, element: Any) -> None:
        """Make one list of a list in columns, each of which WeasyPrint makes a list inside the list."""
        source = self._sources.get(element.number)
        columns = [kid for kid in self._kids(element) if kid["S"] == element["S"] == "/L"]
        if columns and all(self._sources.get(kid.number) is source for kid in columns):
            element["K"].clear()
            for column in columns:
                for item in self._kids(column):
                    item["P"] = element.reference
                    element["K"].append(item.reference)

    def _join(self, parent: Any, kids: list[Any]) -> None:
        """Add ``kids``, which stand on one page, to ``parent``; what goes on from the page before goes on there."""
        before = list(self._kids(parent))
        known = {self._origin(kid): kid for kid in before}
        for position, kid in enumerate(kids):
            origin = self._origin(kid)
            earlier = known.get(origin) if origin else None
            # Boxes without an element of their own bear that of their parent: only neighbours can be the same one.
            nameless = self._sources.get(kid.number) is self._sources.get(parent.number)
            if earlier is None or (nameless and (position or earlier is not before[-1])):
                kid["P"] = parent.reference
                parent["K"].append(kid.reference)
            elif kid["S"] in _REPEATED:
                self._drop(kid, earlier)
            else:
                self._join(earlier, list(self._kids(kid)))
                if "ID" in kid:
                    kid["ID"].string = earlier["ID"].string  # the cells that it heads hold this very string

    def _origin(self, element: Any) -> tuple[int, str] | None:
        """What two parts of one element have in common; nothing for what holds marks, which belong to one page."""
        source = self._sources.get(element.number)
        if source is None or len(list(self._kids(element))) < len(element["K"]):
            return None
        return id(source), element["S"]

    def _drop(self, head: Any, first: Any) -> None:
        """Make the repeated ``head`` of a table no part of the text; its cells are those of the ``first``."""
        names = {id(self._sources[each.number]): each["ID"].string for each in self._below(first) if "ID" in each}
        for each in self._below(head):
            if "ID" in each:
                each["ID"].string = names[id(self._sources[each.number])]
            marks = [mark for mark in each["K"] if isinstance(mark, int)]
            self._running.setdefault(self._pages.index(bytes(each["Pg"])), {}).update(dict.fromkeys(marks, ""))

    def _name_groups(self, document: Any) -> None:
        """Say of each cell in a group of rows that the head of the group is a head of it."""
        for body in self._below(document):
            group = None
            for row in self._kids(body) if body["S"] == "/TBody" else ():
                for cell in self._kids(row):
                    if cell.number in self._groups:
                        group = cell["ID"]
                    elif group and cell["S"] == "/TD":
                        cell["A"]["Headers"].insert(0, group)


def _set_apart(stream: Any, marks: dict[int, str]) -> None:
    """Make what bears these ``marks`` an artefact of the page, which is not read out."""
    operations = stream.stream
    for position, operation in enumerate(operations):
        if operation == b"BDC" and (mark := operations[position - 1].get("MCID")) in marks:
            subtype = {"Subtype": f"/{marks[mark]}"} if marks[mark] else {}
            operations[position - 2] = "/Artifact"
            operations[position - 1] = pydyf.Dictionary({"Type": "/Pagination", **subtype})


def _name_tree(pdf: Any, found: dict[str, bytes]) -> bytes:
    """The object in which a reader finds header cells by name."""
    names = pydyf.Array()
    for name, cell in sorted(found.items()):
        names += [pydyf.String(name), cell]
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    reference: bytes = tree.reference
    return reference
