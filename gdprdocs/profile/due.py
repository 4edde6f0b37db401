"""What comes back at set times, such as a review or a test: when it was last done, when again, and whether it is late.

No clock is read: what is late is judged on the day for which the profile speaks. Rules and documents ask the same.
"""

from __future__ import annotations

from datetime import date

from gdprdocs.duration import Duration
from gdprdocs.record import record


@record()
class Due:
    """One thing that comes back."""

    last: date | None
    every: Duration | None
    on: date | None
    """The day on which lateness is judged."""

    @property
    def next(self) -> date | None:
        """The last day on which it is still in time."""
        return self.every.after(self.last) if self.every and self.last else None

    @property
    def is_overdue(self) -> bool:
        """Whether that day has passed."""
        return self.next is not None and self.on is not None and self.next < self.on
