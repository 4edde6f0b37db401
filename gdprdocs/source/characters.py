"""Characters that have no business in a profile: a reviewer would not see them, but readers would get them.

Control characters break output formats; bidirectional controls and invisible characters make a text read otherwise
than it is (CVE-2021-42574, "Trojan Source"); private-use characters mark gaps inside this program.
"""

from __future__ import annotations

import re

_REFUSED = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"  # controls, but for tab, line feed and carriage return
    "\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff"  # bidirectional controls, zero width
    "\\u2028\\u2029"  # line and paragraph separator: YAML 1.1 counts them as line breaks
    "\\ud800-\\udfff\\ue000-\\uf8ff\\ufff9-\\ufffb\\ufffe\\uffff"
    "\\U000e0000-\\U000e007f\\U000f0000-\\U0010ffff"
)
REFUSED = re.compile(f"[{_REFUSED}]")


def name_of(character: str) -> str:
    """The character as Unicode writes it: ``U+202E``."""
    return f"U+{ord(character):04X}"


def blanked(text: str) -> str:
    """``text`` with a space for each refused character, so that reading can go on and positions stay."""
    return REFUSED.sub(" ", text)
