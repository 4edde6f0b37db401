"""Findings that an organisation leaves as they are, each with its reason."""

from __future__ import annotations

from datetime import date

from gdprdocs.diagnostic import FieldPath
from gdprdocs.record import record


@record()
class Accepted:
    """What a rule finds at a place or below it, or everywhere, and why it may stay; ``until`` is the last day."""

    path: FieldPath
    rule: str
    because: str
    on: date | None = None
    at: str | None = None
    until: date | None = None
