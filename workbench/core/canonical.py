"""Values as canonical JSON: the same value gives the same bytes, on any computer.

What has its default is left out, so that a field that comes later changes no fingerprint. Reading
is the codec's work: the keys and codes are those of the JSON form.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOTHING = object()


def canonical_json(value: object) -> bytes:
    """Return plain JSON values as compact UTF-8; raises UnicodeEncodeError for half a character."""
    return _ENCODER.encode(value).encode()


def plain_value(value: object) -> Any:  # noqa: ANN401 - what JSON can hold
    """Return a value of core as plain JSON values, without what has its default."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, frozenset):
        return sorted(plain_value(item) for item in value)
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} has no JSON form")
    return plain_fields(value)


def plain_fields(value: Any, *without: str) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    """Return the fields of a value that differ from their defaults, some left out."""
    plain = {}
    kind: Any = type(value)
    for name, default in _defaults(kind):
        content = getattr(value, name)
        if name not in without and content is not default and content != default:
            plain[name] = plain_value(content)
    return plain


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:  # noqa: ANN401 - a dataclass
    return tuple(
        (
            field.name,
            field.default_factory()
            if field.default_factory is not MISSING
            else (_NOTHING if field.default is MISSING else field.default),
        )
        for field in sorted(fields(kind), key=lambda field: field.name)
    )
