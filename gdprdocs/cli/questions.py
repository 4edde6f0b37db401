"""The questions of ``gdprdocs init``: asked on a terminal one by one, or answered by options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from gdprdocs.cli.common import Screen
from gdprdocs.language import Language, Text
from gdprdocs.starter import AnswerError
from gdprdocs.starter import answer as read
from gdprdocs.starter.choices import choices

Given = dict[str, Any]
"""The answers so far, by the name of their question."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question; without ``optional`` or ``default`` it must be answered."""

    name: str
    ask: Text
    explained: Text
    parse: Callable[[Any, Given], Any]
    optional: Any = None
    """What no answer means, where a question may be left for later."""
    may_skip: bool = False
    default: Text | None = None
    offered: Callable[[Given], Mapping[str, Text]] | None = None
    option: str = ""

    @property
    def option_name(self) -> str:
        return self.option or f"--{self.name}"


_REQUIRED = Text(nl="Verplicht.", en="Required.")
"""What a question says that cannot be left for later."""


def _activities(given: Given) -> Mapping[str, Text]:
    return choices().activities


def _processors(given: Given) -> Mapping[str, Text]:
    return choices().processors_for(given["activities"])


def _apart(said: str | tuple[str, ...]) -> tuple[str, ...]:
    """The parts of an answer: between its commas on a terminal, an option each otherwise."""
    return tuple(said.split(",")) if isinstance(said, str) else said


QUESTIONS = (
    Question(
        "name",
        Text(nl="Hoe heet uw organisatie?", en="What is the name of your organisation?"),
        Text(nl="De naam waaronder mensen u kennen.", en="The name by which people know you."),
        lambda said, given: read.line(said),
    ),
    Question(
        "sector",
        Text(nl="Wat voor organisatie is het?", en="What kind of organisation is it?"),
        Text(
            nl="Voor sommige gelden extra regels. Typ één nummer.",
            en="Some have rules of their own. Type one number.",
        ),
        lambda said, given: read.one_of(said, choices().sectors),
        offered=lambda given: choices().sectors,
    ),
    Question(
        "address",
        Text(nl="Wat is het adres?", en="What is the address?"),
        Text(
            nl="Het staat in uw privacyverklaring. Bijvoorbeeld: Dorpsstraat 1, 1234 AB Utrecht",
            en="Your privacy statement shows it. For example: Dorpsstraat 1, 1234 AB Utrecht",
        ),
        lambda said, given: read.address(said),
    ),
    Question(
        "email",
        Text(
            nl="Op welk e-mailadres stellen mensen vragen over privacy?",
            en="To which email address do people send questions about privacy?",
        ),
        Text(nl="Ook dit staat in uw privacyverklaring.", en="Your privacy statement shows this too."),
        lambda said, given: read.email(said),
    ),
    Question(
        "website",
        Text(nl="Wat is het adres van uw website?", en="What is the address of your website?"),
        Text(
            nl="Bijvoorbeeld: https://www.voorbeeld.nl. Geen website? Druk op Enter.",
            en="For example: https://www.example.org. No website? Press Enter.",
        ),
        lambda said, given: read.website(said),
        may_skip=True,
    ),
    Question(
        "owner",
        Text(nl="Wie gaat bij u over privacy?", en="Who is in charge of privacy?"),
        Text(
            nl="Een naam of een functie; die houdt de documenten bij.",
            en="A name or a position; this person keeps the documents up to date.",
        ),
        lambda said, given: read.line(said),
    ),
    Question(
        "languages",
        Text(nl="In welke talen wilt u de documenten?", en="In which languages do you want the documents?"),
        Text(nl="Typ nl, en of nl, en.", en="Type nl, en or nl, en."),
        lambda said, given: read.languages(said),
        default=Text(nl="nl", en="nl, en"),
        option="--language",
    ),
    Question(
        "activities",
        Text(nl="Waarvoor gebruikt u persoonsgegevens?", en="What do you use personal data for?"),
        Text(
            nl="Typ de nummers, met komma’s ertussen. Wat er niet bij staat, voegt u later toe.",
            en="Type the numbers, with commas between them. What is not among them you add later.",
        ),
        lambda said, given: read.some_of(said, choices().activities),
        offered=_activities,
        option="--activity",
    ),
    Question(
        "processors",
        Text(
            nl="Welke diensten of programma’s van anderen gebruikt u daarvoor?",
            en="Which services or software of others do you use for that?",
        ),
        Text(
            nl="Typ nummers, met de naam als u die weet. Bijvoorbeeld: 1 = Boekwijs B.V., 2. Later? Druk op Enter.",
            en="Type numbers, with the name if you know it. For example: 1 = Boekwijs B.V., 2. Later? Press Enter.",
        ),
        lambda said, given: read.parties(_apart(said), _processors(given)),
        optional={},
        may_skip=True,
        offered=_processors,
        option="--processor",
    ),
    Question(
        "measures",
        Text(nl="Hoe beveiligt u de gegevens nu?", en="How do you secure the data now?"),
        Text(
            nl="Typ de nummers van wat er echt is. Weet u het niet? Druk op Enter.",
            en="Type the numbers of what is really there. Not sure? Press Enter.",
        ),
        lambda said, given: read.chosen_measures(said),
        optional=(),
        may_skip=True,
        offered=lambda given: choices().measures,
        option="--measure",
    ),
)
"""At most ten: after them there is enough for a first draft."""


def _is_needed(question: Question) -> bool:
    return not question.may_skip and question.default is None


NEEDED = tuple(each.option_name for each in QUESTIONS if _is_needed(each))
"""The options without which nothing can be made when nobody is asked."""


def answers_from(options: Mapping[str, str | tuple[str, ...] | None], screen: Screen, *, ask: bool) -> Given:
    """All answers: those of the options, and the others asked for, or left open when there is nobody to ask."""
    given: Given = {}
    missing = [each.option_name for each in QUESTIONS if options[each.name] is None and _is_needed(each)]
    if missing and not ask:
        raise click.UsageError(f"nobody to ask: give {', '.join(missing)} too")
    open_questions = [each for each in QUESTIONS if options[each.name] is None]
    for question in QUESTIONS:
        said = options[question.name]
        if said is not None:
            given[question.name] = _from_option(question, said, given)
        elif ask:
            place = f"{open_questions.index(question) + 1}/{len(open_questions)}"
            given[question.name] = _ask(question, place, given, screen)
        elif question.default:
            given[question.name] = question.parse(question.default.in_(screen.language), given)
        else:
            given[question.name] = question.optional
    return given


def _from_option(question: Question, said: str | tuple[str, ...], given: Given) -> Any:
    try:
        return question.parse(said, given)
    except AnswerError as error:
        raise click.UsageError(f"{question.option_name}: {error.words.in_('en')}") from error


def _ask(question: Question, place: str, given: Given, screen: Screen) -> Any:
    language = screen.language
    offered = question.offered(given) if question.offered else {}
    if question.offered and not offered:
        return question.optional
    click.echo()
    click.echo(click.style(f"{place}  {question.ask.in_(language)}", bold=True), color=screen.colour(sys.stdout))
    required = f"{_REQUIRED.in_(language)} " if _is_needed(question) else ""
    click.echo(f"     {required}{question.explained.in_(language)}")
    for number, name in enumerate(offered.values(), 1):
        click.echo(f"     {number:>3}  {name.in_(language)}")
    while True:
        said = _line(question, language)
        if not said.strip() and question.may_skip:
            return question.optional
        try:
            return question.parse(said, given)
        except AnswerError as error:
            click.echo(f"     {error.words.in_(language)}")


def _line(question: Question, language: Language) -> str:
    default = question.default.in_(language) if question.default else ""
    said: str = click.prompt("    ", default=default, show_default=bool(default), prompt_suffix="> ")
    return said
