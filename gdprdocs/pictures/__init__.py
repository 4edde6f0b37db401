"""Pictures: facts in words and numbers become drawings, as SVG that stands in a page.

What is drawn comes as words in the language of the page; nothing here knows a document, a profile or a template. Every
picture is a row of *parts* of one width, each a drawing of its own: side by side on a wide screen, one below the other
on a telephone, and each on one page of paper. A part is named by its title, and says in its description all that it
shows, in the order in which it is read.

No colour says anything alone: there is a shape, a line or a word beside it. The paints are attributes, right on paper
and in a page without a style sheet; ``templates/_shared/picture.css`` replaces them on a screen.
"""

from gdprdocs.pictures.access_matrix import Role, Row, matrix
from gdprdocs.pictures.chain_map import Party, chain
from gdprdocs.pictures.legend import legend
from gdprdocs.pictures.measures_calendar import Entry, Sheet, calendar
from gdprdocs.pictures.retention_timeline import Kept, Tick, timeline
from gdprdocs.pictures.svg import Drawing

__all__ = [
    "Drawing",
    "Entry",
    "Kept",
    "Party",
    "Role",
    "Row",
    "Sheet",
    "Tick",
    "calendar",
    "chain",
    "legend",
    "matrix",
    "timeline",
]
