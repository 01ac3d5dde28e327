"""The JSON form of a check: what case files and `workbench show --json` hold."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.check import Check
from workbench.core.error import UserError
from workbench.core.export_record import ExportRecord

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import TypeAdapter

SCHEMA_VERSION = 4
"""Of the JSON form. A larger number is a newer program's and is refused."""


@cache
def _export_adapter() -> TypeAdapter[tuple[ExportRecord, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[ExportRecord, ...])


@cache
def _adapter() -> TypeAdapter[Check]:
    from pydantic import TypeAdapter  # 88 ms that a launch does not pay

    return TypeAdapter(Check)


def check_as_object(check: Check) -> dict[str, Any]:
    """Return a check as plain JSON values, keys as in core, sets sorted."""
    value: dict[str, Any] = _adapter().dump_python(check, mode="json")
    for source in value["sources"]:
        source["flags"] = sorted(source["flags"])
    return value


def check_as_json(check: Check) -> bytes:
    """Return a check as indented UTF-8 JSON; the same check gives the same bytes."""
    import json

    return (json.dumps(check_as_object(check), ensure_ascii=False, indent=1) + "\n").encode()


def check_from_json(data: bytes) -> Check:
    """Return the check in some UTF-8 JSON.

    Raises UserError with the first fault in plain words; a key that is not known is one, since
    leaving it out would lose what somebody wrote.
    """
    import json

    from pydantic import ValidationError

    try:
        check = _adapter().validate_json(data, strict=False)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(step) for step in fault["loc"]) or "the file"
        raise _unreadable(place, fault["msg"]) from error
    if unknown := _unknown_key(json.loads(data), check_as_object(check)):
        raise _unreadable(unknown, "this key is not known here")
    return check


def exports_as_objects(exports: tuple[ExportRecord, ...]) -> list[dict[str, Any]]:
    """Return the records of exports as plain JSON values."""
    value: list[dict[str, Any]] = _export_adapter().dump_python(exports, mode="json")
    return value


def exports_from_objects(value: object) -> tuple[ExportRecord, ...]:
    """Return the records of exports in some JSON values; raises UserError for anything else."""
    from pydantic import ValidationError

    try:
        exports = _export_adapter().validate_python(value)
    except ValidationError as error:
        fault = error.errors()[0]
        raise _unreadable("exports", fault["msg"]) from error
    if len({export.id for export in exports}) != len(exports):
        raise _unreadable("exports", "two of them share an id")
    return exports


def _unreadable(place: str, fault: str) -> UserError:
    return UserError(
        f"This is not a check that can be read: {place}: {fault}.",
        "Nothing was taken in. Ask for the file again, or use the version that wrote it.",
    )


def _unknown_key(given: object, known: object) -> str:
    """Return the dotted path of the first key that the values do not have, or an empty text."""
    pairs: Iterable[tuple[object, object, object]] = ()
    if isinstance(given, dict) and isinstance(known, dict):
        for key in given:
            if key not in known:
                return str(key)
        pairs = ((key, value, known[key]) for key, value in given.items())
    elif isinstance(given, list) and isinstance(known, list):
        pairs = ((index, *both) for index, both in enumerate(zip(given, known, strict=False)))
    for step, inner_given, inner_known in pairs:
        if path := _unknown_key(inner_given, inner_known):
            return f"{step}.{path}"
    return ""
