"""What a condition is: a question to the scope of a document, and the words for when the answer is no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdprdocs.documents.scope import Scope
from gdprdocs.language import Text


@dataclass(frozen=True, slots=True)
class Condition:
    """A question to a scope, and what to say when the answer is no."""

    id: str
    holds: Callable[[Scope], bool]
    otherwise: Text
    whole: bool = False
    """Whether it is about the organisation as a whole, also where a document tells of some people only."""

    def why_not(self, scope: Scope) -> Text | None:
        """Why it does not hold of ``scope``; nothing where it does."""
        if self.holds(scope):
            return None
        if self.whole or not scope.of_some_people:
            return self.otherwise
        return Text(
            nl=f"voor deze mensen geldt: {self.otherwise.in_('nl')}",
            en=f"for these people: {self.otherwise.in_('en')}",
        )


def condition(nl: str, en: str, *, whole: bool = False) -> Callable[[Callable[[Scope], bool]], Condition]:
    """Make a function the condition of its name; ``nl`` and ``en`` are said when it does not hold."""
    return lambda test: Condition(test.__name__, test, Text(nl=nl, en=en), whole)
