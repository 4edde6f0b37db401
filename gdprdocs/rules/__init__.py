"""The rules: what a profile must and must not say, each with its article, its words and its remedy.

A rule is a function from a profile to problems; it knows nothing of files, languages of messages or output. One file
holds the rules of one theme. Adding a rule is adding a function to its file and a case to ``tests/cases/``.
"""

from gdprdocs.rules import (
    adequacy,
    agreement,
    building,
    chain,
    consent,
    cookies,
    data,
    engagement,
    erasure,
    group_rules,
    informing,
    legal_data,
    marketing,
    marking,
    mechanism,
    organisation,
    processor,
    promise,
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
    transfer,
)
from gdprdocs.rules.rule import Problem, Rule, Words

__all__ = ["RULES", "Problem", "Rule", "Words"]

_THEMES = (
    reading,
    shape,
    organisation,
    legal_data,
    purpose,
    consent,
    marketing,
    cookies,
    data,
    sensitive,
    marking,
    informing,
    recipients,
    transfer,
    adequacy,
    mechanism,
    group_rules,
    processor,
    agreement,
    engagement,
    sub_processor,
    chain,
    promise,
    retention,
    erasure,
    rights,
    security,
    protection,
    building,
)
RULES: dict[str, Rule] = {rule.id: rule for theme in _THEMES for rule in theme.RULES}
"""Every rule by its id, theme by theme."""
