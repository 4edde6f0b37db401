"""The rules: what a profile must and must not say, each with its article, its words and its remedy.

A rule is a function from a profile to problems; it knows nothing of files, languages of messages or output. One file
holds the rules of one theme. Adding a rule is adding a function to its file and a case to ``tests/rules/``.
"""

from gdprdocs.rules import organisation
from gdprdocs.rules.rule import Problem, Rule, Words

__all__ = ["RULES", "Problem", "Rule", "Words"]

RULES: dict[str, Rule] = {rule.id: rule for module in (organisation,) for rule in module.RULES}
"""Every rule by its id, theme by theme."""
