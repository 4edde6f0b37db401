"""What is wrong with an organisation's own words: a rule by its id, a place in the text, and the facts to name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gdprdocs.language import Text

LONGEST_FACT = 200
"""How many characters of a file a message quotes."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; lines and columns count from 0."""

    rule: str
    line: int
    column: int
    length: int
    facts: Mapping[str, str | Text] = field(default_factory=dict)
    hint: Text | None = None


def fault_at(
    lines: list[str], number: int, sought: str, rule: str, hint: Text | None = None, /, **facts: str | Text
) -> Fault:
    """A fault where ``sought`` stands, in the line with this number (from 1) or the first one after it that has it.

    The parser of the templates knows lines and no columns.
    """
    facts = {name: fact[:LONGEST_FACT] if isinstance(fact, str) else fact for name, fact in facts.items()}
    start = max(number - 1, 0)
    for line in range(start, len(lines)):
        if (column := lines[line].find(sought)) >= 0:
            return Fault(rule, line, column, len(sought), facts, hint)
    return Fault(rule, min(start, max(len(lines) - 1, 0)), 0, 1, facts, hint)


class FaultError(Exception):
    """Stops the judging of a clause, or of a file, at its first fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault
