"""What a rule is: an id, a severity, an article, words in each language, and the function that finds the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import LANGUAGES, Text, same
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue


class Words(NamedTuple):
    """What a rule says in one language: the fault (facts between braces), the remedy, and why it matters."""

    message: str
    remedy: str
    reason: str


class Problem:
    """A fault at a place in the profile, with the facts that the message names."""

    __slots__ = ("at_key", "facts", "path")

    def __init__(self, path: FieldPath, *, at_key: bool = False, **facts: str | Text) -> None:
        self.path = path
        self.at_key = at_key
        self.facts = facts


Finder = Callable[[Profile, Catalogue], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``find`` is absent where reading or the schema does the finding."""

    id: str
    severity: Severity
    group: str
    article: str
    nl: Words
    en: Words
    find: Finder | None = None

    @property
    def remedy(self) -> Text:
        """How to mend what the rule finds."""
        return Text(nl=self.nl.remedy, en=self.en.remedy)

    @property
    def reason(self) -> Text:
        """Why the rule is there."""
        return Text(nl=self.nl.reason, en=self.en.reason)

    def message(self, problem: Problem) -> Text:
        """The message for ``problem``."""
        texts = {name: value if isinstance(value, Text) else same(value) for name, value in problem.facts.items()}
        words = {"nl": self.nl, "en": self.en}
        return Text(
            **{
                language: words[language].message.format(**{name: text.in_(language) for name, text in texts.items()})
                for language in LANGUAGES
            }
        )


def rule(
    id_: str, group: str, article: str, *, nl: Words, en: Words, severity: Severity = Severity.ERROR
) -> Callable[[Finder], Rule]:
    """Make a rule of the function that finds its problems."""
    return lambda find: Rule(id_, severity, group, article, nl, en, find)


def stated(id_: str, group: str, article: str, *, nl: Words, en: Words, severity: Severity = Severity.ERROR) -> Rule:
    """A rule that reading or the schema applies; here it only has its words."""
    return Rule(id_, severity, group, article, nl, en)


def rules_in(namespace: dict[str, object]) -> tuple[Rule, ...]:
    """Every rule that a module defines, in order."""
    return tuple(value for value in namespace.values() if isinstance(value, Rule))
