"""What stands in a field, for people: the two sides of a conflict are kept as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import key_of, steps_of
from workbench.core.claim import Attribution, AttributionKind
from workbench.core.date import DateBasis, DateValue
from workbench.publish.conflict_place import FIELD_WORDS, LIST_WORDS
from workbench.publish.history_wording import rated
from workbench.publish.wording import (
    CORRECTION_WORDS,
    FLAG_WORDS,
    KIND_WORDS,
    SOURCE_TYPE_WORDS,
    STANCE_WORDS,
    STATE_WORDS,
    STATUS_WORDS,
    attribution_words,
    date_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.house.house import House

EMPTY, REMOVED = "(empty)", "(removed)"
_CODES: dict[tuple[str, str], Mapping[Any, str]] = {
    ("claims", "status"): STATUS_WORDS,
    ("claims", "kind"): KIND_WORDS,
    ("corrections", "kind"): CORRECTION_WORDS,
    ("evidence", "stance"): STANCE_WORDS,
    ("sources", "type"): SOURCE_TYPE_WORDS,
    ("sources", "flags"): FLAG_WORDS,
    ("check", "state"): STATE_WORDS,
    ("state_changes", "state"): STATE_WORDS,
}
_UNSAID = frozenset(
    {
        *("id", "key", "network", "sha256", "media_type", "revision", "thread"),
        *("version_id", "export_id", "suggestion", "review"),
    }
)
_DATES = frozenset({"published", "updated", "anchor", "when", "asked", "answered", "due", "date"})
_ATTRIBUTION_FIELDS = frozenset(each.name for each in fields(Attribution))


def value_words(check: Check, house: House, path: str, text: str) -> str:
    """Return one side of a conflict as people read it; several lines for what has many fields.

    Args:
        check: in which ids are looked up.
        house: for the names of ratings.
        path: of the conflict.
        text: JSON, or empty for an item that one side removed.

    """
    if not text:
        return REMOVED
    steps = steps_of(path)
    value = json.loads(text)
    if steps == ("verdict",):
        code = f"{value.get('scale', '')}/{value.get('label', '')} {value.get('wording', '')}"
        return rated(code.rstrip() if value.get("label") else value.get("wording", ""), house)
    family = next((one for one in reversed(steps[:-1]) if one in LIST_WORDS), "check")
    if isinstance(value, list) and steps[-1] in LIST_WORDS:
        names = [_named(check, steps[-1], one) for one in value]
        return "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
    field = "" if isinstance(value, dict) and "id" in value else steps[-1]
    return _told(check, family, field, value) or EMPTY


def code_words(family: str, field: str, code: str) -> str:
    """Return what a code in a field of an item is called; other words stay as they are."""
    known = {str(one): name for one, name in _CODES.get((family, field), {}).items()}
    return known.get(code, code)


def _told(check: Check, family: str, field: str, value: Any) -> str:  # noqa: ANN401 - JSON
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(filter(None, (_told(check, family, field, one) for one in value)))
    if isinstance(value, dict):
        return _record(check, field if field in LIST_WORDS else family, field, value)
    told = code_words(family, field, str(value))
    if told != str(value):
        return told
    if field in _FAMILY_OF:
        return _named(check, _FAMILY_OF[field], str(value)) if value else ""
    return str(value)


_FAMILY_OF = {
    "claim_id": "claims", "claim_ids": "claims", "main_claim_id": "claims",
    "source_id": "sources", "passage_id": "passages", "passage_ids": "passages",
    "evidence_ids": "evidence", "first_appearance_id": "appearances",
    "syndicated_from": "sources",
}  # fmt: skip


_IN_CLAIMS = ("evidence", "appearances")


def _record(check: Check, family: str, field: str, value: dict[str, Any]) -> str:
    """Return a value with fields: a date and an attribution in their words, else line by line."""
    names = set(value)
    if field == "selector" or "exact" in names:
        return f"“{value.get('exact', '')}”"
    if field in _DATES:
        return _date(value)
    if field == "attribution" and names <= _ATTRIBUTION_FIELDS:
        kind = AttributionKind(value.get("kind", AttributionKind.UNSTATED))
        return attribution_words(Attribution(**{**value, "kind": kind}))
    if field in LIST_WORDS or "id" not in names:  # inside another value: in one line
        told = (_told(check, family, name, inner) for name, inner in _in_order(value))
        return ", ".join(filter(None, told))
    lines = []
    for name, inner in _in_order(value):
        told_inner = _told(check, family, name, inner)
        if told_inner:
            called = FIELD_WORDS.get(name) or LIST_WORDS.get(name) or name.replace("_", " ")
            lines.append(f"{called[:1].upper()}{called[1:]}: {told_inner}")
    return "\n".join(lines)


def _in_order(value: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the fields that people are told, what an item is known by before the rest."""
    names = [name for name in (*_FIRST, *value) if name in value and name not in _UNSAID]
    return [(name, value[name]) for name in dict.fromkeys(names)]


_FIRST = (
    *("as_supported", "as_circulated", "outlet", "title", "who", "text", "caption", "now"),
    *("status", "actor", "action", "recipient", "when"),
)


def _date(value: dict[str, Any]) -> str:
    try:
        return date_words(DateValue(**{**value, "basis": DateBasis(value.get("basis", "unknown"))}))
    except (TypeError, ValueError):
        return str(value.get("value", ""))


def _named(check: Check, family: str, name: str) -> str:
    """Return what people call an item by its id; what is gone is told so."""
    items: tuple[Any, ...]
    if family in _IN_CLAIMS:
        items = tuple(one for claim in check.claims for one in getattr(claim, family))
    else:
        items = getattr(check, family, ())
    found = next((one for one in items if getattr(one, key_of(family), None) == name), None)
    if found is None:
        return name if family in {"posts", "parts"} else "something that was removed"
    if family == "passages":
        return f"“{found.selector.exact}”"
    if family in _IN_CLAIMS and found.passage_id:
        return _named(check, "passages", found.passage_id)
    if getattr(found, "is_private", False):
        return "a private contact"
    told = (getattr(found, key, "") for key in (*_FIRST[:8], "place", "url"))
    return next((str(one) for one in told if one), name)
