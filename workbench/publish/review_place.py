"""Changes of words that went out, placed in the field of the check that the words come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.core.review import Subject
from workbench.publish.review_line import Target
from workbench.publish.review_markdown import plain_words, typed_words
from workbench.publish.review_token import BREAK_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.publish.review_edit import GroupEdits, SentWord, WordEdit
    from workbench.publish.review_line import SentLine

_STOPS = frozenset(".!?…:;,")
_MARKS = "*_`"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A change of a field: other words for a stretch of its text as it was.

    Attributes:
        start, end: of the stretch; both the same for words that are only added.
        was: the words as a reader saw them.
        now: what shall stand there: Markdown where the field is Markdown.

    """

    target: Target
    start: int
    end: int
    was: str
    now: str
    section: str
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """A change that has no field of its own: it is told as a comment.

    `line` is the line that it is in, if only some of its words changed.
    """

    owner: Subject
    was: str
    now: str
    section: str
    line: str = ""
    who: str = ""
    at: datetime | None = None


def placed(
    group: GroupEdits, lines: Sequence[SentLine], marks: Mapping[str, str]
) -> Iterator[FieldChange | ToldChange]:
    """Yield the changes of a group of lines, each in its field.

    marks: citation marks by what they show as, such as "[1]".
    """
    done: list[Target] = []
    for edit in group.edits:
        target = _target(group, lines, edit)
        if target is None:
            yield from _told(group, lines, edit)
        elif target.is_whole:
            if target not in done:
                done.append(target)
                yield from _whole(group, lines, edit, target)
        else:
            yield from _in_text(group, lines, edit, target, marks)


def was_words(group: GroupEdits, edit: WordEdit) -> str:
    """Return the words that a change takes away, as readers saw them."""
    return _joined(group.words[slice(*edit.gone)])


def _joined(words: Sequence[SentWord]) -> str:
    """Return words with a space between, but for signs that stand close to them."""
    text = ""
    for word in words:
        if word.key == BREAK_KEY:
            text = text.rstrip() + "\n"
        elif text and not text.endswith(("\n", "(", "“", "‘", "[")) and word.key not in _CLOSE:
            text += f" {word.shown}"
        else:
            text += word.shown
    return text.strip()


_CLOSE = _STOPS | {")", "]", "”", "’", "%"}


def _line_at(group: GroupEdits, lines: Sequence[SentLine], edit: WordEdit) -> SentLine:
    words = group.words
    at = min(edit.gone[0], len(words) - 1)
    if at and words[at].key == BREAK_KEY:
        at -= 1
    return lines[words[at].line] if words else lines[0]


def _target(group: GroupEdits, lines: Sequence[SentLine], edit: WordEdit) -> Target | None:
    """Return the one field that a change is in; None if there is none, or more than one."""
    words = group.words
    gone = [word for word in words[slice(*edit.gone)] if word.key != BREAK_KEY]
    is_typed = _line_at(group, lines, edit).is_typed
    targets: list[Target] = []
    for word in gone:
        if word.origin is not None and word.origin.target not in targets:
            targets.append(word.origin.target)
    loose = [word for word in gone if word.origin is None and word.key not in _STOPS]
    if len(targets) == 1 and (is_typed or not loose):
        return targets[0]
    if targets or (loose and not is_typed):
        return None
    return _neighbour(words, edit, is_typed=is_typed)


def _neighbour(words: Sequence[SentWord], edit: WordEdit, *, is_typed: bool) -> Target | None:
    """Return the field beside a change that takes no word of a field away."""
    before = words[edit.gone[0] - 1] if edit.gone[0] else None
    after = words[edit.gone[1]] if edit.gone[1] < len(words) else None
    left = before.origin.target if before and before.origin else None
    right = after.origin.target if after and after.origin else None
    if left is not None:
        ends = after is None or after.key == BREAK_KEY or after.key in _STOPS
        return left if is_typed or ends or right == left else None
    is_first = before is None or before.key == BREAK_KEY or before.key in {":", "“"}
    return right if is_typed or is_first else None


def _told(
    group: GroupEdits, lines: Sequence[SentLine], edit: WordEdit
) -> Iterator[FieldChange | ToldChange]:
    was, now = was_words(group, edit), group.text[edit.start : edit.end].strip()
    signs = set(was + now) - {" "}
    if was == now or signs <= _STOPS:
        return  # the full stop that a list puts behind a claim is nobody's words
    line = _line_at(group, lines, edit)
    yield ToldChange(
        owner=line.owner, was=was, now=now, section=line.section, line=line.words, who=edit.who,
        at=edit.at,
    )  # fmt: skip


def _whole(
    group: GroupEdits, lines: Sequence[SentLine], edit: WordEdit, target: Target
) -> Iterator[FieldChange | ToldChange]:
    """Yield the change of a field that is only changed as a whole: its words as they are now."""
    words = group.words
    places = [
        number
        for number, word in enumerate(words)
        if word.origin is not None and word.origin.target == target
    ]
    if not places:
        return
    before = [group.kept[at][1] for at in range(places[0]) if at in group.kept]
    after = [group.kept[at][0] for at in range(places[-1] + 1, len(words)) if at in group.kept]
    text = group.text[max(before, default=0) : min(after, default=len(group.text))]
    line = _line_at(group, lines, edit)
    yield FieldChange(
        target=target,
        start=0,
        end=len(target.text),
        was=_joined(words[places[0] : places[-1] + 1]),
        now=" ".join(text.split()).strip(),
        section=line.section,
        who=edit.who,
        at=edit.at,
    )


def _in_text(
    group: GroupEdits,
    lines: Sequence[SentLine],
    edit: WordEdit,
    target: Target,
    marks: Mapping[str, str],
) -> Iterator[FieldChange | ToldChange]:
    words, text = group.words, target.text
    left = _place(words, edit.gone[0] - 1, target)
    right = _place(words, edit.gone[1], target)
    gone = words[slice(*edit.gone)]
    places = [one.origin for one in gone if one.origin is not None and one.origin.target == target]
    line = _line_at(group, lines, edit)
    write = typed_words if target.is_markdown else plain_words
    now = write(group, edit.start, edit.end, {**marks, **_marks_of(gone, text)})
    gaps = (group.text[edit.before : edit.start], group.text[edit.end : edit.after])
    has_break = "\n" in group.text[edit.before : edit.after]
    joins = any(word.key == BREAK_KEY for word in gone)
    if places:
        start, end = min(one.start for one in places), max(one.end for one in places)
        if has_break or joins:
            start = left[1] if left else start
            end = right[0] if right else end
            now = _parted(gaps[0], has_break) + now + _parted(gaps[1], has_break)
        elif now:
            start, end, now = _spaced((start, end), now, gaps, (left, right), text)
        else:
            between = group.text[edit.before : edit.after]
            start, end = _closed_up((start, end), (left, right), text, has_space=bool(between))
    elif joins and left and right:
        start, end = left[1], right[0]
        now = (gaps[0] or " ") + now + (gaps[1] if now else "")
    elif left is not None:
        start, end, now = _behind(left, right, now, gaps, text)
    elif right is not None:
        start, end = right
        now = f"{now}{gaps[1] or ''}{text[start:end]}"
    else:
        yield from _told(group, lines, edit)
        return
    was = was_words(group, edit) if places or joins else text[start:end]
    if text[start:end] == now:
        return
    yield FieldChange(
        target=target,
        start=start,
        end=end,
        was=was if start < end else "",
        now=now,
        section=line.section,
        who=edit.who,
        at=edit.at,
    )


def _place(words: Sequence[SentWord], at: int, target: Target) -> tuple[int, int] | None:
    """Return where a word stands in a field; None if it does not."""
    if not 0 <= at < len(words):
        return None
    origin = words[at].origin
    if origin is None or origin.target != target:
        return None
    return origin.start, origin.end


def _marks_of(gone: Sequence[SentWord], text: str) -> dict[str, str]:
    """Return the citation marks among words that go, by what they show as."""
    return {
        word.shown: text[word.origin.start : word.origin.end]
        for word in gone
        if word.shown.startswith("[") and len(word.shown) > 2 and word.origin is not None
    }


def _parted(gap: str, has_break: bool) -> str:
    """Return a gap of the text that came back as a typed text has it."""
    return "\n\n" if has_break and "\n" in gap else gap


def _spaced(
    place: tuple[int, int],
    now: str,
    gaps: tuple[str, str],
    beside: tuple[tuple[int, int] | None, tuple[int, int] | None],
    text: str,
) -> tuple[int, int, str]:
    """Return place and words so that the spaces around them are as they came back."""
    (start, end), (left, right) = place, beside
    if left and not text[left[1] : start].strip() and bool(gaps[0]) != (start > left[1]):
        start, now = left[1], gaps[0] + now
    if right and not text[end : right[0]].strip() and bool(gaps[1]) != (right[0] > end):
        end, now = right[0], now + gaps[1]
    return start, end, now


def _closed_up(
    place: tuple[int, int],
    beside: tuple[tuple[int, int] | None, tuple[int, int] | None],
    text: str,
    *,
    has_space: bool,
) -> tuple[int, int]:
    """Return the place of words that go, with the marks around them alone and one of the spaces.

    has_space: whether one stands between the words on both sides now.
    """
    start, end = _with_marks(text, *place)
    left, right = beside
    if right and not has_space and text[end : right[0]].isspace():
        return (left[1] if left and not text[left[1] : start].strip() else start), right[0]
    if left and not text[left[1] : start].strip():
        return left[1], end
    if right and not text[end : right[0]].strip() and "\n" not in text[end : right[0]]:
        return start, right[0]
    return start, end


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch with the marks of emphasis, and the link, that hold nothing else."""
    while start and end < len(text) and text[start - 1] == text[end] and text[end] in _MARKS:
        start, end = start - 1, end + 1
    link = re.compile(r"\]\(<?[^)\s]*>?\)").match(text, end)
    if link and start and text[start - 1] == "[":
        return start - 1, link.end()
    return start, end


def _behind(
    left: tuple[int, int],
    right: tuple[int, int] | None,
    now: str,
    gaps: tuple[str, str],
    text: str,
) -> tuple[int, int, str]:
    """Return where words are added behind another one, with the spaces that they need."""
    between = text[left[1] : right[0]] if right else ""
    has_space = bool(between) and not between.strip()
    if "\n" in gaps[0] + now + gaps[1]:
        joined = f"{_parted(gaps[0], True)}{now}{_parted(gaps[1], True)}"
        if has_space and right:  # the space between becomes the end of a paragraph
            return left[0], right[0], text[left[0] : left[1]] + joined.rstrip(" ")
        return left[1], left[1], joined
    if has_space and not gaps[1] and right:
        return left[0], right[0], f"{text[left[0] : left[1]]}{gaps[0]}{now}"
    tail = "" if has_space or between or not right else gaps[1]
    return left[1], left[1], f"{gaps[0]}{now}{tail}"
