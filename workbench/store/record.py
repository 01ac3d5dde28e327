"""The small values inside a row: times, dates with their basis, lists, references.

The record modules turn rows, which are plain mappings from column to value, into core values and
back. They know neither the driver nor SQLModel, so that the first screen and the store share them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workbench.core.date import UNKNOWN_DATE, DateBasis, DateValue

Row = Mapping[str, Any]
"""One row of a table: column names and what SQLite holds there."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def time_text(time: datetime) -> str:
    """Return a UTC time as ISO 8601 text that ends in Z and sorts as it passes."""
    return time.replace(tzinfo=None).isoformat() + "Z"


def time_of(text: str) -> datetime:
    """Return the UTC time of some ISO 8601 text; raises ValueError for anything else."""
    return datetime.fromisoformat(text)


def json_text(value: object) -> str:
    """Return a small nested value as compact JSON, letters as they are."""
    return _ENCODER.encode(value)


def names_text(names: tuple[str, ...]) -> str:
    """Return a tuple of ids or codes as JSON."""
    return json_text(names)


def names_of(text: str) -> tuple[str, ...]:
    """Return the tuple of ids or codes in some JSON; raises ValueError for anything else."""
    return tuple(json.loads(text))


def date_fields(date: DateValue) -> dict[str, str]:
    """Return what is filled in of a date."""
    if date == UNKNOWN_DATE:
        return {}
    fields = {
        "value": date.value,
        "until": date.until,
        "zone": date.zone,
        "basis": date.basis.value,
        "inferred_from": date.inferred_from,
        "wording": date.wording,
    }
    return {name: value for name, value in fields.items() if value}


def date_from(fields: Mapping[str, str]) -> DateValue:
    """Return the date whose fields these are; raises ValueError if there is no such date."""
    if not fields:
        return UNKNOWN_DATE
    return DateValue(**{**fields, "basis": DateBasis(fields["basis"])})  # type: ignore[arg-type]


def date_text(date: DateValue) -> str | None:
    """Return a date as JSON, or None if nothing at all is known of it."""
    fields = date_fields(date)
    return json_text(fields) if fields else None


def date_of(text: str | None) -> DateValue:
    """Return the date in some JSON; raises ValueError for anything else."""
    return date_from(json.loads(text)) if text else UNKNOWN_DATE


def reference(item_id: str) -> str | None:
    """Return an id for a column that points at another row; NULL points at none."""
    return item_id or None
