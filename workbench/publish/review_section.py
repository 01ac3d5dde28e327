"""Whole lines that went or came: paragraphs and items of typed parts; others are told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.returned import Edit
from workbench.core.review import Subject, SubjectKind
from workbench.publish.review_line import Target
from workbench.publish.review_markdown import typed_line
from workbench.publish.review_place import FieldChange, ToldChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedLine
    from workbench.core.template import Template
    from workbench.publish.review_line import SentLine

_LIST_MARK = re.compile(
    r"[ \t]*(?:[*+\-•‣◦]|\d{1,9}[.)])[ \t]+|[ \t]*(?:>[ \t]?)+|[ \t]*#{1,6}[ \t]"
)
_PART_LEVEL = 2


def line_gone(line: SentLine, returned: Sequence[ReturnedLine]) -> FieldChange | ToldChange:
    """Return that a line went; `returned` is what came back of it: all deleted, or nothing."""
    who, at = _by(returned, Edit.DELETED)
    origins = [one for one in line.origins if one is not None and not one.target.is_whole]
    if not (line.is_typed and origins):
        return ToldChange(
            owner=line.owner, was=line.words, now="", section=line.section, who=who, at=at
        )
    target = origins[0].target
    start = min(one.start for one in origins)
    end = max(one.end for one in origins)
    start, end = _whole_line(target.text, start, end, is_item=line.is_item)
    return FieldChange(
        target=target,
        start=start,
        end=end,
        was=line.words,
        now="",
        section=line.section,
        who=who,
        at=at,
    )


def _whole_line(text: str, start: int, end: int, *, is_item: bool) -> tuple[int, int]:
    """Return a stretch with the rest of the lines it stands in: marks before and behind."""
    start = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    end = len(text) if stop < 0 else stop
    return start, (min(end + 1, len(text)) if is_item else end)


def line_replaced(
    line: SentLine, returned: Sequence[ReturnedLine], marks: Mapping[str, str]
) -> FieldChange | None:
    """Return that other words stand in place of all of a typed line; None if it is not typed.

    The first line that came is of the same kind, and no heading is among them.
    """
    origins = [one for one in line.origins if one is not None and not one.target.is_whole]
    if not (line.is_typed and origins) or line.is_item != returned[0].is_item:
        return None
    if line.level or any(one.level for one in returned):
        return None
    who, at = _by(returned, Edit.INSERTED)
    text, start = origins[0].target.text, min(one.start for one in origins)
    mark = _mark_of(text, start) if line.is_item else ""
    return FieldChange(
        target=origins[0].target,
        start=start,
        end=max(one.end for one in origins),
        was=line.words,
        now=_written(returned, mark, marks).removeprefix(mark),
        section=line.section,
        who=who,
        at=at,
    )


def lines_come(
    returned: Sequence[ReturnedLine],
    beside: tuple[SentLine | None, SentLine | None],
    check: Check,
    template: Template,
    marks: Mapping[str, str],
) -> Iterator[FieldChange | ToldChange]:
    """Yield that lines came which stand together, between two lines that went out."""
    before, after = beside
    near = before or after
    if near is None:
        return
    is_behind = before is not None and (before.is_typed or before.level == _PART_LEVEL)
    if not is_behind and after is not None and after.is_typed and not returned[-1].is_item:
        before, near = None, after  # in front of a part that has no heading
    who, at = _by(returned, Edit.INSERTED)
    part = template.part(near.part)
    words = "\n\n".join(line.final.strip() for line in returned)
    has_heading = any(0 < line.level <= _PART_LEVEL for line in returned)
    change = None
    if part is not None and part.typed and not has_heading:
        change = _typed_change(returned, (before, after), check, part.key, marks)
    if change is None:
        owner = Subject(kind=SubjectKind.PART, item=near.part) if near.part else near.owner
        yield ToldChange(owner=owner, was="", now=words, section=near.section, who=who, at=at)
    else:
        yield replace(change, section=near.section, who=who, at=at)


def _typed_change(
    returned: Sequence[ReturnedLine],
    beside: tuple[SentLine | None, SentLine | None],
    check: Check,
    key: str,
    marks: Mapping[str, str],
) -> FieldChange | None:
    before, after = beside
    text = check.draft.text(key)
    if before is not None and before.is_typed and before.part == key:
        origin = max(
            (one for one in before.origins if one is not None),
            key=lambda one: one.end,
            default=None,
        )
        if origin is None:
            return None
        return _after(origin.target, origin.end, before, returned, marks)
    is_heading = before is not None and before.level == _PART_LEVEL
    if after is not None and after.is_typed and after.part == key:
        origin = min(
            (one for one in after.origins if one is not None),
            key=lambda one: one.start,
            default=None,
        )
        if origin is None:
            return None
        return _before(origin.target, (origin.start, origin.end), after, returned, marks)
    if text.strip() or not is_heading:
        return None
    subject = Subject(kind=SubjectKind.PART, item=key)
    target = Target(subject=subject, text=text, is_markdown=True)
    now = _written(returned, "", marks)
    return FieldChange(target=target, start=0, end=len(text), was="", now=now, section="")


def _after(
    target: Target,
    at: int,
    line: SentLine,
    returned: Sequence[ReturnedLine],
    marks: Mapping[str, str],
) -> FieldChange:
    """Return that lines come behind a line, behind all marks that close it."""
    text = target.text
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    at = at + len(text[at:stop].rstrip())
    mark = _mark_of(text, at) if line.is_item else ""
    parts = "\n" if mark and returned[0].is_item else "\n\n"
    now = parts + _written(returned, mark, marks)
    return FieldChange(target=target, start=at, end=at, was="", now=now, section="")


def _before(
    target: Target,
    place: tuple[int, int],
    line: SentLine,
    returned: Sequence[ReturnedLine],
    marks: Mapping[str, str],
) -> FieldChange:
    """Return that lines come in front of the first line of a part."""
    text = target.text
    start = text.rfind("\n", 0, place[0]) + 1
    mark = _mark_of(text, place[0]) if line.is_item else ""
    was = text[start : place[1]]
    parts = "\n" if mark and returned[-1].is_item else "\n\n"
    now = f"{_written(returned, mark, marks)}{parts}{was}"
    return FieldChange(target=target, start=start, end=place[1], was=was, now=now, section="")


def _mark_of(text: str, at: int) -> str:
    """Return the mark of the list that a place of a text is in; empty if it is in none."""
    start = text.rfind("\n", 0, at) + 1
    match = _LIST_MARK.match(text, start)
    mark = match[0] if match else ""
    return "" if ">" in mark or "#" in mark else re.sub(r"\d+", "1", mark)


def _written(returned: Sequence[ReturnedLine], mark: str, marks: Mapping[str, str]) -> str:
    """Return lines as typed Markdown: items of a list under the mark of the list they join."""
    text = ""
    was_item = False
    for number, line in enumerate(returned):
        words = (
            f"{mark or '- '}{typed_line(line, marks)}" if line.is_item else typed_line(line, marks)
        )
        parts = "\n" if was_item and line.is_item else "\n\n"
        text += (parts if number else "") + words
        was_item = line.is_item
    return text


def _by(returned: Sequence[ReturnedLine], edit: Edit) -> tuple[str, datetime | None]:
    pieces = [piece for line in returned for piece in line.pieces if piece.edit is edit]
    told = {piece.who: None for piece in pieces if piece.who}
    times = [piece.at for piece in pieces if piece.at is not None]
    return " and ".join(told), max(times, default=None)
