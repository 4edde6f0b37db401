"""What a rule is: an id, a severity, an article, words in each language, and the function that finds the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import GAP, LANGUAGES, Language, Text, is_gap, same
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.wording import list_words

Fact = TypeVar("Fact")


class Words(NamedTuple):
    """What a rule says in one language: the fault (facts between braces), the remedy, and why it matters."""

    message: str
    remedy: str
    reason: str


class Problem:
    """A fault at a place in the profile, with the facts that the message names.

    ``remedy`` says how to mend this one fault, where that differs from what the rule says in general. ``sought_in`` is
    the key under which something was sought all over the profile in vain: when the schema refused a value of such a
    key, the thing may have been there, so that nothing is said.
    """

    __slots__ = ("at_key", "facts", "path", "remedy", "sought_in")

    def __init__(
        self,
        path: FieldPath,
        *,
        at_key: bool = False,
        remedy: Text | None = None,
        sought_in: str | None = None,
        **facts: str | Text,
    ) -> None:
        self.path = path
        self.at_key = at_key
        self.remedy = remedy
        self.sought_in = sought_in
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
        return filled(Text(nl=self.nl.message, en=self.en.message), **problem.facts)


def filled(words: Text, /, **facts: str | Text) -> Text:
    """``words`` with each fact in place of its name between braces."""
    texts = {name: same(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    return Text(
        **{
            language: words.in_(language).format(**{name: _shown(text, language) for name, text in texts.items()})
            for language in LANGUAGES
        }
    )


def listed(names: Iterable[str | Text]) -> Text:
    """Names in quotes as a list, for a fact of a problem: ``“logic” and “ground”``."""
    texts = [same(name) if isinstance(name, str) else name for name in names]
    return Text(
        **{language: list_words([f"“{_shown(text, language)}”" for text in texts], language) for language in LANGUAGES}
    )


def worded(write: Callable[[Fact, Language], str], fact: Fact) -> Text:
    """A fact in the words of each language, as ``write`` gives them; messages have no fixed spaces."""
    return Text(**{language: write(fact, language).replace("\u00a0", " ") for language in LANGUAGES})


def _shown(text: Text, language: Language) -> str:
    """The words in ``language``; what was not written in it as another language has it, or as its key."""
    if not is_gap(text.in_(language)):
        return text.in_(language)
    written = next((words for words in text if not is_gap(words)), text.in_(language))
    return GAP.sub(lambda found: found.group(1).removesuffix(f".{language}"), written)


def rule(
    id_: str, group: str, article: str, *, nl: Words, en: Words, severity: Severity = Severity.ERROR
) -> Callable[[Finder], Rule]:
    """Make a rule of the function that finds its problems."""
    return lambda find: Rule(id_, severity, group, article, nl, en, find)


def stated(
    id_: str, group: str, article: str = "-", *, nl: Words, en: Words, severity: Severity = Severity.ERROR
) -> Rule:
    """A rule that reading or the schema applies; here it only has its words."""
    return Rule(id_, severity, group, article, nl, en)


def rules_in(namespace: dict[str, object]) -> tuple[Rule, ...]:
    """Every rule that a module defines, in order."""
    return tuple(value for value in namespace.values() if isinstance(value, Rule))
