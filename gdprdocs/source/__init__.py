"""Reading profiles: bytes of YAML become plain data, and every key and value keeps its place in the file.

This package owns the yaml library. What it yields holds nothing but ``dict`` (with text as keys), ``list``, ``str``,
``int``, ``bool`` and ``None``; everything else that YAML can express is refused with a diagnostic.
"""

from gdprdocs.source.characters import REFUSED, name_of
from gdprdocs.source.folder import SECTIONS, Source, read_organisation
from gdprdocs.source.reader import LIMITS, read_data

__all__ = ["LIMITS", "REFUSED", "SECTIONS", "Source", "name_of", "read_data", "read_organisation"]
