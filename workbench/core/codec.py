"""The JSON form of a check: what case files and `workbench show --json` hold."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.check import Check
from workbench.core.error import UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA_VERSION = 1
"""Of the JSON form. A larger number is a newer program's and is refused."""


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
    """Return the check in some UTF-8 JSON; raises UserError with the first fault in plain words."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(data, strict=False)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(str(step) for step in fault["loc"]) or "the file"
        raise UserError(
            f"This is not a check that can be read: {place}: {fault['msg']}.",
            "Nothing was taken in. Ask for the file again, or use the version that wrote it.",
        ) from error
