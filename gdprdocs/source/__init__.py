"""Reading profiles: bytes of YAML become plain data, and every key and value keeps its place in the file.

This package owns the yaml library. What it yields holds nothing but ``dict`` (with text as keys), ``list``, ``str``,
``int``, ``bool`` and ``None``; everything else that YAML can express is refused with a diagnostic.
"""

from gdprdocs.source.characters import REFUSED, name_of
from gdprdocs.source.folder import SECTIONS, Source, in_order, is_part, merge, read_organisation, yaml_files
from gdprdocs.source.own_words import WORDING, WordsFile, is_words, words_bytes, words_files
from gdprdocs.source.reader import LIMITS, File, read_bytes, read_data

__all__ = [
    "LIMITS", "REFUSED", "SECTIONS", "WORDING", "File", "Source", "WordsFile", "in_order", "is_part",
    "is_words", "merge", "name_of", "read_bytes", "read_data", "read_organisation", "words_bytes", "words_files",
    "yaml_files",
]  # fmt: skip
