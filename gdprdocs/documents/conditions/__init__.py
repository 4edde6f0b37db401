"""When a requirement applies: conditions on what a document is about, each with the words for when it does not hold.

One file holds the conditions of one theme; requirements name them by the names of their functions.
"""

from gdprdocs.documents.conditions import data, organisation, party, purpose
from gdprdocs.documents.conditions.condition import Condition

__all__ = ["CONDITIONS", "Condition"]

CONDITIONS: dict[str, Condition] = {
    each.id: each
    for theme in (organisation, purpose, data, party)
    for each in vars(theme).values()
    if isinstance(each, Condition)
}
"""Every condition by the id that requirements use."""
