"""What there is to say of a rule: the same on the command line, in the documentation and in the reports of findings."""

from __future__ import annotations

import inspect
import re
from typing import NamedTuple

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language
from gdprdocs.rules.rule import Rule


class Explained(NamedTuple):
    """One rule in one language; ``exactly`` is in English, for those who want to know where it is silent."""

    severity: Severity
    article: str
    """Nothing where no article asks for it."""
    message: str
    exactly: str
    """What holds where the rule has nothing to say; nothing for a rule that reading or the schema applies."""
    reason: str
    remedy: str


def explained(rule: Rule, language: Language) -> Explained:
    """All that is known of ``rule``; “…” stands for what the profile says."""
    words = rule.nl if language == "nl" else rule.en
    article = rule.article.replace("GDPR", "AVG") if language == "nl" else rule.article
    return Explained(
        rule.severity,
        article.strip("-"),
        re.sub(r"\{\w+\}", "…", words.message),
        _plain(inspect.getdoc(rule.find) or ""),
        words.reason,
        words.remedy,
    )


def _plain(docstring: str) -> str:
    """A docstring as running text, one paragraph."""
    return " ".join(re.sub(r"``(.+?)``", r"“\1”", docstring).split())
