"""The saved states inside a case file, as JSON: written small, and believed only as far as it fits.

`history.json` holds the states without their words, the parts that their words are made of, and for
each state which parts it has, told as what differs from the state before. Parts that the check of
the file has itself are not in it twice. Nothing in it says what a part's SHA-256 is: that is
worked out on reading, so that a part in which one character was changed is one that is missing.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json
from workbench.core.error import UserError
from workbench.core.revision import Revision
from workbench.core.saved_history import SavedHistory
from workbench.core.state_parts import LISTS, parts_of, refs_in, root_in
from workbench.publish.case_fault import refused, tampered
from workbench.publish.case_state import require_readable
from workbench.rules.merge.ancestry import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import TypeAdapter

    from workbench.core.check import Check

HISTORY_NAME = "history.json"
FORMAT = "workbench-history"
MOST_STATES = 20_000
LARGEST_ROOTS = 1024 * 1024 * 1024
"""Bytes of all lists of parts together; they are told as differences, and looked at one by one."""
_GONE = "gone"
_SET = "set"
_LISTS = "lists"


@cache
def _adapter() -> TypeAdapter[tuple[Revision, ...]]:
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Revision, ...])


def history_as_json(history: SavedHistory, check: Check) -> bytes:
    """Return the states that go along with a check as JSON; the same states give the same bytes."""
    here = parts_of(check)[1]
    named: dict[str, None] = {}
    states, before = [], dict[str, Any]()
    for revision in history.revisions:
        root = root_in(history.read, revision.content)
        states.append(_difference(before, root))
        before = root
        named.update(dict.fromkeys(refs_in(history.read, revision.content)))
        del named[revision.content]
    parts = [history.parts[ref].decode() for ref in named if ref not in here]
    revisions = _adapter().dump_python(history.revisions, mode="json")
    whole = {"format": FORMAT, "revisions": revisions, "states": states, "parts": parts}
    return (json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def history_from_json(data: bytes, check: Check) -> SavedHistory:
    """Return the states in some JSON that came along with a check.

    Raises UserError for what is no history, and TamperedError for states that do not fit.
    """
    try:
        whole: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise refused(f"its {HISTORY_NAME} is not readable") from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise refused(f"its {HISTORY_NAME} is not that of a case")
    revisions = _revisions(whole.get("revisions"))
    parts = {**parts_of(check)[1], **_parts(whole.get("parts"))}
    states = whole.get("states")
    if not isinstance(states, list) or len(states) != len(revisions):
        raise refused("it does not hold all saved states that it names")
    before: dict[str, Any] = {}
    size = 0
    for revision, told in zip(revisions, states, strict=True):
        before = _applied(before, told)
        root = canonical_json(before)
        size += len(root)
        if size > LARGEST_ROOTS:
            raise refused("its saved states would take up far more room than any check does")
        if hashlib.sha256(root).hexdigest() != revision.content:
            what = f"Its saved state {revision.number} is not what its fingerprint says."
            raise tampered(what, check, revision.number)
        parts[revision.content] = root
    history = SavedHistory(revisions=revisions, parts=parts)
    _require_head(history, check)  # first: its parts are those of many states
    needed = _needed(history, check)
    require_readable(history)
    return SavedHistory(revisions=revisions, parts={ref: parts[ref] for ref in needed})


def _revisions(value: object) -> tuple[Revision, ...]:
    """Return the states, each behind those that it was made from."""
    from pydantic import ValidationError

    try:
        revisions = _adapter().validate_python(value)
    except ValidationError as error:
        raise refused("a saved state in it cannot be read") from error
    by_id = {one.id: one for one in revisions}
    if not revisions or len(by_id) != len(revisions) or len(revisions) > MOST_STATES:
        raise refused("its saved states are not those of a check")
    for one in revisions:
        older = (by_id[ref].number for ref in one.parents if ref in by_id)
        if one.number < 1 or any(number >= one.number for number in older):
            raise refused("its saved states do not follow each other")
    if len(in_order(by_id)) != len(revisions) or _head(revisions) is not revisions[-1]:
        raise refused("its saved states do not follow each other")
    return revisions


def _head(revisions: Iterable[Revision]) -> Revision:
    return max(revisions, key=lambda one: (one.number, one.id))


def _parts(value: object) -> dict[str, bytes]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise refused("what its saved states are made of cannot be read")
    try:
        found = [one.encode() for one in value]
    except UnicodeEncodeError as error:
        raise refused("what its saved states are made of cannot be read") from error
    return {hashlib.sha256(one).hexdigest(): one for one in found}


def _needed(history: SavedHistory, check: Check) -> set[str]:
    """Return the parts of all states; raises TamperedError for a state that misses one."""
    needed: set[str] = set()
    for revision in history.revisions:
        try:
            refs = set(refs_in(history.read, revision.content))
        except UserError as error:
            raise tampered(_incomplete(revision), check, revision.number) from error
        if not refs <= history.parts.keys():
            raise tampered(_incomplete(revision), check, revision.number)
        needed |= refs
    return needed


def _incomplete(revision: Revision) -> str:
    return f"Something in its saved state {revision.number} was changed or taken out."


def _require_head(history: SavedHistory, check: Check) -> None:
    """Raise TamperedError unless the newest state is the check that the file holds."""
    head = history.revisions[-1]
    content, parts = parts_of(check)
    if head.content != content:
        here, there = json.loads(parts[content]), json.loads(history.parts[head.content])
        raise tampered(differing_words(check, here, there), check)


def differing_words(check: Check, here: dict[str, Any], there: dict[str, Any]) -> str:
    """Return which things of a check are not those of its newest saved state, in a sentence."""
    names = []
    for name in LISTS:
        known = set(there.get(name, ()))
        items = check.draft.parts if name == "parts" else getattr(check, name)
        for ref, item in zip(here.get(name, ()), items, strict=True):
            if ref not in known:
                names.append(_thing(name, item, check))
        if set(here.get(name, ())) < known:
            names.append(f"something of its {name.replace('_', ' ')}, which is missing")
    own = sorted({*here, *there}.difference(LISTS))
    names += [f"its {one.replace('_', ' ')}" for one in own if here.get(one) != there.get(one)]
    return f"What does not fit is {', '.join(names[:5]) or 'the order of its lists'}."


def _thing(name: str, item: Any, check: Check) -> str:  # noqa: ANN401 - an item of any list
    if name == "claims":
        return f"claim {check.claim_number(item.id)}"
    if name == "parts":
        return f"the part “{item.key}” of the draft"
    if name == "sources":
        return f"the source “{item.name}”"
    return f"something in its {name.replace('_', ' ')}"


def _difference(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return what differs between two roots: fields that are set or gone, and cuts of lists."""
    told: dict[str, Any] = {}
    if gone := sorted(name for name in before if name not in now):
        told[_GONE] = gone
    own = {name: one for name, one in now.items() if name not in LISTS and one != before.get(name)}
    if own:
        told[_SET] = own
    cuts = {
        name: _cut(before.get(name, []), now[name])
        for name in LISTS
        if name in now and now[name] != before.get(name)
    }
    if cuts:
        told[_LISTS] = cuts
    return told


def _cut(before: list[str], now: list[str]) -> list[Any]:
    """Return how many stay in front and behind, and what stands between them."""
    shorter = min(len(before), len(now))
    front = next((at for at in range(shorter) if before[at] != now[at]), shorter)
    rest = shorter - front
    back = next((at for at in range(rest) if before[-1 - at] != now[-1 - at]), rest)
    return [front, back, now[front : len(now) - back]]


def _applied(before: dict[str, Any], told: object) -> dict[str, Any]:
    """Return the root that differs from another one as told."""
    try:
        if not isinstance(told, dict):
            raise TypeError
        gone, own, cuts = told.get(_GONE, ()), told.get(_SET, {}), told.get(_LISTS, {})
        now = {name: one for name, one in before.items() if name not in gone} | own
        for name, (front, back, refs) in cuts.items():
            was = before.get(name, []) if name not in gone else []
            if not 0 <= front <= len(was) - back <= len(was):
                raise ValueError(name)
            now[name] = [*was[:front], *refs, *was[len(was) - back :]]
    except (ValueError, TypeError, AttributeError) as error:
        raise refused("a saved state in it cannot be read") from error
    fields = sorted(name for name in now if name not in LISTS)
    return {name: now[name] for name in (*fields, *(one for one in LISTS if one in now))}


def fingerprint(check: Check, exports: list[dict[str, Any]]) -> str:
    """Return the SHA-256 of what `check.json` holds: of the check, and of what was exported."""
    whole = parts_of(check)[0].encode() + b"\n" + canonical_json(exports)
    return hashlib.sha256(whole).hexdigest()
