"""What a merge did to the check that was here, in lines: nothing of it goes untold."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import joined as path_of
from workbench.core.check_path import steps_of
from workbench.core.date import DateValue
from workbench.core.draft import Draft, DraftPart
from workbench.core.merge_report import MergeLine, MergeVerb
from workbench.core.quote import Passage
from workbench.core.source import SourceVersion
from workbench.rules.merge.shape import LISTS, Way, name_in, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.rules.merge.check import Joined

_LONGEST = 200
"""Characters of a value that a line tells."""
_INNER = {"sources": ("versions",), "claims": ("evidence", "appearances")}
"""Lists inside the items of a list."""
_WITHOUT = frozenset({"changed", "draft", "conflicts", *LISTS})
_NAMED_BY = (
    "as_supported", "as_circulated", "outlet", "title", "who", "name", "text", "key", "network",
    "file_name", "caption", "now", "label", "place", "was", "id",
)  # fmt: skip
"""Fields that people call an item by, the first that says something."""


def lines_of(ours: Check, joined: Joined) -> tuple[MergeLine, ...]:
    """Return what a joined check has that ours had not, the weightiest first."""
    found = [_conflict_line(joined.check, one.path) for one in joined.conflicts]
    told = {line.path for line in found}
    for line in _lines_between(ours, joined.check):
        if line.path in told:
            continue
        if line.path in joined.texts:
            line = _as(line, MergeVerb.JOINED)
        elif line.path in joined.kept and line.verb is MergeVerb.ADDED:
            line = _as(line, MergeVerb.KEPT)
        found.append(line)
    weight = {verb: place for place, verb in enumerate(MergeVerb)}
    return tuple(sorted(found, key=lambda line: weight[line.verb]))


def _lines_between(was: Check, now: Check) -> Iterator[MergeLine]:
    yield from _field_lines(("check", ""), (), was, now)
    drafts = was.draft, now.draft
    keys = sorted({part.key for draft in drafts for part in draft.parts})
    for key in keys:
        one, other = (_part(draft, key) for draft in drafts)
        yield from _field_lines(("parts", key), ("draft", "parts", key), one, other)
    for family in LISTS:
        if family != "conflicts":
            yield from _list_lines((family,), getattr(was, family), getattr(now, family))


def _list_lines(
    steps: tuple[str, ...], was: tuple[Any, ...], now: tuple[Any, ...]
) -> Iterator[MergeLine]:
    if was is now or was == now:
        return
    family = steps[-1]
    before = {name_in(family, item): item for item in was}
    after = {name_in(family, item): item for item in now}
    for key, item in after.items():
        path = (*steps, key)
        if key not in before:
            yield _line(MergeVerb.ADDED, family, path, item)
            continue
        yield from _field_lines((family, called(item)), path, before[key], item)
        for inner in _INNER.get(family, ()):
            yield from _list_lines(
                (*path, inner), getattr(before[key], inner), getattr(item, inner)
            )
    for key, item in before.items():
        if key not in after:
            yield _line(MergeVerb.REMOVED, family, (*steps, key), item)
    if [key for key in before if key in after] != [key for key in after if key in before]:
        yield MergeLine(verb=MergeVerb.MOVED, family=family, path=path_of(*steps))


def _field_lines(
    about: tuple[str, str],
    steps: tuple[str, ...],
    was: Any,  # noqa: ANN401 - a value of core
    now: Any,  # noqa: ANN401
) -> Iterator[MergeLine]:
    """Give a line for each field that differs, inner records told by their own fields."""
    if was == now:
        return
    family, name = about
    inner = _WITHOUT if family == "check" and not steps else _INNER.get(family, ())
    for unit in units_of(now.__class__):
        for field in unit.names:
            one, other = getattr(was, field), getattr(now, field)
            if field in inner or one == other:
                continue
            if unit.way is Way.RECORD:
                yield from _field_lines(about, (*steps, field), one, other)
                continue
            path = path_of(*steps) if len(unit.names) > 1 else path_of(*steps, field)
            said = ("", "") if _is_private(was, now) else (_short(one), _short(other))
            yield MergeLine(
                verb=MergeVerb.CHANGED, family=family, path=path, name=name, field=field,
                was=said[0], now=said[1],
            )  # fmt: skip


def _conflict_line(check: Check, path: str) -> MergeLine:
    """Return the line of a conflict, named by what it is about."""
    steps = steps_of(path)
    item: Any = None
    here: Any = check
    family = "check"
    for step in steps:
        if isinstance(here, tuple):
            here = next((one for one in here if name_in(family, one) == step), None)
            item = here
        else:
            here = getattr(here, step, None)
            if isinstance(here, tuple) and here and hasattr(here[0], "__dataclass_fields__"):
                family = step
    field = "" if here is item and item is not None else steps[-1]
    return MergeLine(
        verb=MergeVerb.CONFLICT,
        family=family if item is not None or (len(steps) == 1 and family == steps[0]) else "check",
        path=path,
        name=called(item) if item is not None else "",
        field=field,
    )


def called(item: Any) -> str:  # noqa: ANN401 - an item of any list
    """Return what people call an item; empty for a contact that is private."""
    if isinstance(item, SourceVersion):
        return f"{item.captured:%Y-%m-%d %H:%M}"
    if getattr(item, "is_private", False):
        return ""
    if isinstance(item, Passage):
        return _short(item.selector.exact)
    for name in _NAMED_BY:
        value = getattr(item, name, "")
        if isinstance(value, str) and value.strip():
            return "" if name == "id" else _short(value)
    return ""


def _line(
    verb: MergeVerb,
    family: str,
    steps: tuple[str, ...],
    item: Any,  # noqa: ANN401
) -> MergeLine:
    return MergeLine(verb=verb, family=family, path=path_of(*steps), name=called(item))


def _as(line: MergeLine, verb: MergeVerb) -> MergeLine:
    return MergeLine(
        verb=verb, family=line.family, path=line.path, name=line.name, field=line.field,
        was=line.was, now=line.now,
    )  # fmt: skip


def _is_private(*values: object) -> bool:
    return any(getattr(value, "is_private", False) for value in values)


def _part(draft: Draft, key: str) -> DraftPart:
    return DraftPart(key=key, text=draft.text(key), heading=draft.heading(key))


def _short(value: object) -> str:
    """Return a value in a few words; empty if it is none that fits a line."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, DateValue):
        return value.value or value.wording
    if isinstance(value, bool) or value is None:
        return "yes" if value else ""
    if not isinstance(value, str | int):
        return ""
    flat = " ".join(str(value).split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
