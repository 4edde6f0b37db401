#!/usr/bin/env python3
"""Writes docs/documents/: a page for each type of document, from the templates and the requirements of the law.

    .venv/bin/python scripts/document_reference.py

``tests/test_reference.py`` holds that the committed pages are what this script makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from gdprdocs.documents import DOCUMENTS, DocumentType
from gdprdocs.documents.conditions import CONDITIONS
from gdprdocs.formats.html import words_of
from gdprdocs.language import LANGUAGES
from gdprdocs.law.requirement import Requirement, checked, requirements
from gdprdocs.project import templates
from gdprdocs.wording import article_order, article_words, list_words

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "documents"
CLAIM = re.compile(r"""(?:data-requirements=|meets=|claim\()["']([^"']*)["']""")
BY_PROCESSOR = {"processor-agreement"}
"""Of these there is one for each processor, with its id in the name."""
WRITTEN = "<!-- Written by scripts/document_reference.py from the templates and the requirements. Change those. -->"


def pages() -> dict[str, str]:
    """Every page by its file name."""
    return {"README.md": overview(), **{f"{type_.id}.md": page(type_) for type_ in DOCUMENTS.values()}}


def told(type_: DocumentType) -> str:
    """What a document is and for whom, as the index of every organisation says it."""
    return words_of("index", "en", "section_about", type_.id)


def overview() -> str:
    """The list of all documents."""
    lines = [WRITTEN, "", "# The documents", ""]
    lines += [
        "One page for each: what it is, for whom, which keys of the profile feed it, and which articles it answers.",
        "",
        "| Document | What it is | In | Folder in Dutch | Folder in English |",
        "|---|---|---|---|---|",
    ]
    for type_ in DOCUMENTS.values():
        nl, en = folders(type_)
        lines.append(f"| [{title(type_)}]({type_.id}.md) | {told(type_)} | `{type_.audience}/` | {nl} | {en} |")
    lines += [
        "",
        "The folders are below `output/<organisation>/`. In each are the page, `index.html`, and the PDF, called as "
        "the folder is. `…` is the id of the processor, as in `en/processor-agreement-web-shop/`. With `statements` in "
        "the profile, privacy statements and explanations for children have the id of theirs in the name, as in "
        "`en/privacy-statement-customers/`. `audience` in the profile, below `publication` or a statement, chooses "
        "between `public/` and `internal/`.",
        "",
        f"The file with the requirements of the law carries the date {checked().isoformat()}. [Legal data and their "
        "dates](../explanation/legal-data.md) says what such a date means. They are no legal advice.",
        "",
    ]
    return "\n".join(lines)


def folders(type_: DocumentType) -> list[str]:
    """Where a document of this type is in each language, below the folder for its readers."""
    ending = "-…" if type_.id in BY_PROCESSOR else ""
    return [f"`{language}/{type_.stem('', language)}{ending}/`" for language in LANGUAGES]


def title(type_: DocumentType) -> str:
    """What the index calls documents of this type."""
    return words_of("index", "en", "section_title", type_.id)


def claimed_in(folder: str) -> list[str]:
    """The ids of the requirements that the structure of a document claims, each once."""
    source = (templates() / folder / "structure.html.j2").read_text(encoding="utf-8")
    return list(dict.fromkeys(name for claim in CLAIM.findall(source) for name in claim.split()))


def claimed(type_: DocumentType) -> list[Requirement]:
    """What the templates of a document answer, by article."""
    known = [requirements()[name] for name in claimed_in(type_.folder) if name in requirements()]
    return sorted(known, key=lambda requirement: article_order(requirement.article[0]))


def page(type_: DocumentType) -> str:
    """The page of one document."""
    answers = claimed(type_)
    keys = sorted({pattern for requirement in answers for pattern in requirement.from_})
    lines = [WRITTEN, "", f"# {title(type_)}", "", told(type_), ""]
    nl, en = folders(type_)
    where = f"`output/<organisation>/{type_.audience}/`"
    lines += [f"Page and PDF, in {where}: {nl} in Dutch and {en} in English."]
    lines += ["[The documents](README.md) says when it is elsewhere, and how several of a kind are called.", ""]
    lines += [f"Make it alone: `gdprdocs build --document {type_.id}`.", ""]
    if keys:
        lines += ["## Keys of the profile that it cannot do without", ""]
        lines += [f"- `{key}`" for key in keys]
        lines += [
            "",
            "[The profile: every key](../profile.md) says what stands in each. `*` is any id, `**` any depth.",
            "",
        ]
    lines += ["## What the law asks, and it answers", "", "| Article | What | When |", "|---|---|---|"]
    lines += list(rows(answers))
    return "\n".join(lines) + "\n"


def rows(answers: list[Requirement]) -> Iterator[str]:
    """The table of requirements."""
    for requirement in answers:
        articles = "; ".join(article_words(article, "en").replace("\u00a0", " ") for article in requirement.article)
        name = requirement.name.in_("en")
        what = f"{name[:1].upper()}{name[1:]}. {requirement.requires.in_('en')}"
        yield f"| {articles} | {what} | {when(requirement)} |"


def when(requirement: Requirement) -> str:
    """The conditions, said the other way round: a condition knows its words for when it does not hold."""
    names = [name for name in requirement.conditions if name != "always"]
    if not names:
        return "always"
    return "unless " + list_words([CONDITIONS[name].otherwise.in_("en") for name in names], "en").replace(
        " and ", " or "
    )


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
