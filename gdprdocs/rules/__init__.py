"""The rules: what a profile must and must not say, each with its article, its words and its remedy.

A rule is a function from a profile to problems; it knows nothing of files, languages of messages or output. One file
holds the rules of one theme. Adding a rule is adding a function to its file and a case to ``tests/cases/``.
"""

from gdprdocs.rules import (
    access,
    agreement,
    building,
    consent,
    cookies,
    data,
    erasure,
    impact,
    marketing,
    mechanism,
    organisation,
    processor,
    protection,
    purpose,
    reading,
    recipients,
    retention,
    rights,
    security,
    sensitive,
    shape,
    sub_processor,
    tested,
    transfer,
)
from gdprdocs.rules.rule import Problem, Rule, Words

__all__ = ["RULES", "Problem", "Rule", "Words"]

_THEMES = (
    reading,
    shape,
    organisation,
    purpose,
    consent,
    marketing,
    cookies,
    data,
    sensitive,
    recipients,
    transfer,
    mechanism,
    processor,
    agreement,
    sub_processor,
    retention,
    erasure,
    rights,
    security,
    tested,
    protection,
    access,
    impact,
    building,
)
RULES: dict[str, Rule] = {rule.id: rule for theme in _THEMES for rule in theme.RULES}
"""Every rule by its id, theme by theme."""
