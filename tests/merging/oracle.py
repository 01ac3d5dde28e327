"""Whether every edit of a side is in a merged check, or in its list of conflicts.

The oracle knows nothing of how a merge is made: it compares plain JSON values.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.merging.edit import PARTS
from workbench.core.canonical import plain_value
from workbench.core.check_path import NO_VALUE, joined, key_of, plain_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check

TOLD_OTHERWISE = ("changed", "state", "conflicts")
"""Fields that follow from others: the time of the last save, the state from the steps to it."""
TEXTS = ("text", "notes", "note", "looked_at")
"""Fields that are joined sentence by sentence."""
PULLED = ("passages",)
"""Lists whose items come back with what points at them."""


def lost_edits(before: Check, after: Check, merged: Check) -> list[str]:
    """Return the paths of what a side changed and of which no trace is left."""
    was, now, then = (_plain(one) for one in (before, after, merged))
    return [
        path
        for path, value in _edits((), was, now)
        if not _is_there(path, value, was, then)
        and not _is_in_conflict(path, value, was, then)
        and not _went_with_another(path, value, was, then)
    ]


def _plain(check: Check) -> dict[str, Any]:
    """Return a check as plain values; a part of the draft that is not there is an empty one."""
    plain: dict[str, Any] = plain_value(check)
    parts = {part["key"]: part for part in plain.pop("draft", {}).get("parts", ())}
    empty = {"text": "", "heading": ""}
    plain["draft"] = {"parts": [{**empty, "key": k, **parts.get(k, {})} for k in PARTS]}
    return plain


def _edits(steps: tuple[str, ...], was: Any, now: Any) -> Iterator[tuple[str, Any]]:
    """Give the path of everything that differs, with what stands there now."""
    if isinstance(was, dict) and isinstance(now, dict):
        for key in sorted({*was, *now}):
            if steps or key not in TOLD_OTHERWISE:
                yield from _edits((*steps, key), was.get(key, NO_VALUE), now.get(key, NO_VALUE))
        return
    if _has_items(steps, was) and _has_items(steps, now) and (was or now):
        key = key_of(steps[-1])
        before = {one.get(key, ""): one for one in (() if was is NO_VALUE else was)}
        after = {one.get(key, ""): one for one in (() if now is NO_VALUE else now)}
        for name in {**before, **after}:
            one, other = before.get(name, NO_VALUE), after.get(name, NO_VALUE)
            yield from _edits((*steps, name), one, other)
        return
    if was != now:
        yield joined(*steps), now


def _has_items(steps: tuple[str, ...], value: Any) -> bool:
    if value is NO_VALUE or not steps:
        return value is NO_VALUE
    key = key_of(steps[-1])
    if steps[-1] == "posts":
        return isinstance(value, list)
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, dict) and key in one for one in value)
    )


def _is_there(path: str, value: Any, was: Any, merged: Any) -> bool:
    found = plain_at(merged, path)
    if found == value:
        return True
    if value is NO_VALUE and path.split("/")[0] in PULLED:
        return True
    if isinstance(value, dict) and isinstance(found, dict):
        return True  # an item that is there: its fields may have been changed on
    if isinstance(value, list) or isinstance(found, list):
        return _has_members(value, plain_at(was, path), found)
    if path.split("/")[-1] in TEXTS:
        return _has_sentences(value, plain_at(was, path), found)
    return False


def _has_members(now: Any, was: Any, merged: Any) -> bool:
    """Whether what was put into a list is in it, and what was taken out is not."""
    texts = [
        {json.dumps(item, sort_keys=True) for item in _or(one, [])} for one in (now, was, merged)
    ]
    return texts[0] - texts[1] <= texts[2] and not (texts[1] - texts[0]) & texts[2]


def _has_sentences(now: Any, was: Any, merged: Any) -> bool:
    said = [set(re.split(r"(?<=[.\]])\s+", _or(one, ""))) for one in (now, was, merged)]
    return said[0] - said[1] <= said[2] | {""} and not (said[1] - said[0] - {""}) & said[2]


def _or(value: Any, empty: Any) -> Any:
    return empty if value is NO_VALUE or value is None else value


def _is_in_conflict(path: str, value: Any, was: Any, merged: Any) -> bool:
    for conflict in merged.get("conflicts", ()):
        place = conflict["path"]
        if path != place and not path.startswith(f"{place}/"):
            continue
        inner = path[len(place) + 1 :]
        for text in (conflict.get("kept", ""), conflict.get("other", "")):
            if not text:
                if value is NO_VALUE or inner:
                    return True  # it went with an item whose removal is the conflict
                continue
            found = json.loads(text)
            if inner:
                found = plain_at(found, inner) if isinstance(found, dict) else NO_VALUE
            empty = value is NO_VALUE and found in ("", [], None, {}, NO_VALUE)
            if found == value or empty or _is_default(found, value):
                return True
            one_sided = isinstance(found, str) and path.split("/")[-1] in TEXTS
            if one_sided and _has_sentences(value, plain_at(was, path), found):
                return True
            if isinstance(found, list) and _has_members(value, plain_at(was, path), found):
                return True
    return False


def _is_default(found: Any, value: Any) -> bool:
    """Whether a field that is left out, as it has its default, is told in a conflict as it is."""
    return value is NO_VALUE and isinstance(found, str | bool | list)


def _went_with_another(path: str, value: Any, was: Any, merged: Any) -> bool:
    """Whether something went with a source or a claim that came back: that removal is a conflict.

    What hung on it came back with it, so that to settle that conflict settles this.
    """
    back = {
        one["path"].split("/")[1]
        for one in merged.get("conflicts", ())
        if one["path"].startswith(("sources/", "claims/"))
        and one["path"].count("/") == 1
        and "" in (one.get("kept", ""), one.get("other", ""))
    }
    steps, gone = path.split("/"), plain_at(was, path)
    if back and steps[-1] == "relies_on":  # hops to a source that is gone name it, and no more
        added = [one for one in _or(value, []) if one not in _or(gone, [])]
        return not any(one.get("source_id") for one in added)
    if not back or gone is NO_VALUE:
        return False
    of_passage = {one["id"]: one["source_id"] for one in was.get("passages", ())}
    if isinstance(gone, dict) and value is NO_VALUE:
        return (gone.get("source_id") or of_passage.get(gone.get("passage_id", ""), "")) in back
    if isinstance(gone, list):
        taken = [one for one in gone if value is NO_VALUE or one not in value]
        named = [one.get("source_id", "") if isinstance(one, dict) else one for one in taken]
        return all(
            one in back or of_passage.get(one) in back or _evidence(was, one) in back
            for one in named
        )
    if steps[-1] == "first_appearance_id":
        return value is NO_VALUE
    return value is NO_VALUE and gone in back


def _evidence(plain: Any, name: str) -> str:
    """Return the source that a piece of evidence comes from; empty if it comes from none."""
    of_passage = {one["id"]: one["source_id"] for one in plain.get("passages", ())}
    for claim in plain.get("claims", ()):
        for item in claim.get("evidence", ()):
            if item["id"] == name:
                return str(item.get("source_id") or of_passage.get(item.get("passage_id", ""), ""))
    return ""
