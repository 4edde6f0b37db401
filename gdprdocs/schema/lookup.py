"""What a path means in the schema: the rules of the field there and the keys among which it stands."""

from __future__ import annotations

from typing import Any

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Text
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.party import SUB_PROCESSOR


def rules_at(path: FieldPath) -> dict[str, Any] | None:
    """The cerberus rules of the field at ``path``, or nothing where the schema knows no such field."""
    if not path:
        return {"schema": {**SINGLE, **{name: {"valuesrules": {"schema": s}} for name, s in SECTIONS.items()}}}
    above = rules_at(path[:-1])
    if above is None:
        return None
    inner: Any = above.get("schema")
    if inner == "sub_processor":
        inner = SUB_PROCESSOR
    found = inner if isinstance(path[-1], int) else above.get("valuesrules") or (inner or {}).get(path[-1])
    return found if isinstance(found, dict) else None


def keys_at(path: FieldPath) -> tuple[str, ...]:
    """The keys that the mapping at ``path`` may have."""
    inner = (rules_at(path) or {}).get("schema")
    if inner == "sub_processor":
        inner = SUB_PROCESSOR
    return tuple(inner) if isinstance(inner, dict) else ()


def description_at(path: FieldPath) -> Text | None:
    """What the schema says of the field at ``path`` beyond its label."""
    described = (rules_at(path) or {}).get("meta", {}).get("description")
    return Text(**described) if described else None


def label_at(path: FieldPath, language: str) -> str | None:
    """The label of the field at ``path``."""
    meta = (rules_at(path) or {}).get("meta")
    return str(meta["label"][language]) if meta else None
