"""``gdprdocs plain``."""

from __future__ import annotations

import sys

import click

from gdprdocs.check import check_organisation
from gdprdocs.cli.common import Exit, Screen, find_organisations, organisation_argument, screen_options
from gdprdocs.documents import DOCUMENTS
from gdprdocs.language import Text
from gdprdocs.plain import words_of
from gdprdocs.readability import Reading, key_of, readings
from gdprdocs.report import visible

_SCORE = {"nl": "Flesch-Douma", "en": "Flesch"}


@click.command()
@organisation_argument
@click.option(
    "--document", "documents", type=click.Choice(list(DOCUMENTS)), multiple=True, help="Only this type; repeatable."
)
@click.option(
    "--worst",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    help="Print so many of the longest sentences, with the key of the profile that they come from, if any.",
)
@screen_options
def plain(organisation: tuple[str, ...], documents: tuple[str, ...], worst: int, screen: Screen) -> None:
    """Show how the documents of organisations read: how many sentences, how long, and a score.

    The score (Flesch for English, Flesch-Douma for Dutch) tells how long words and sentences are, and no more than
    that. It informs. What stands in the way in your own texts, `gdprdocs validate` says.
    """
    unreadable = False
    for folder in find_organisations(organisation):
        checked = check_organisation(folder)
        if checked.profile is None:
            screen.show(checked.diagnostics)
            unreadable = True
            continue
        for reading in readings(checked.profile, documents or tuple(DOCUMENTS), checked.own_words):
            screen.say(_line(checked.slug, reading), err=False)
            for sentence in reading.worst(worst):
                place = key_of(sentence, reading.language, checked.profile)
                click.echo(visible(f"  {len(words_of(sentence)):4}  {sentence}{f' < {place}' if place else ''}"))
    sys.exit(Exit.FINDINGS if unreadable else Exit.FINE)


def _line(slug: str, reading: Reading) -> Text:
    found = reading.measure
    head = f"{slug}: {reading.name} {reading.language}: "
    score = f"{_SCORE[reading.language]} {found.score:.0f}"
    return Text(
        nl=f"{head}{found.sentences} zinnen, gemiddeld {found.mean:.1f} woorden, ten hoogste {found.most}; {score}",
        en=f"{head}{found.sentences} sentences, {found.mean:.1f} words on average, {found.most} at most; {score}",
    )
