"""All that differs between the lines that went out and those that came back, with remarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.returned import Edit
from workbench.core.review import Subject, SubjectKind
from workbench.publish.review_edit import GroupEdits, group_edits
from workbench.publish.review_list import lists_read
from workbench.publish.review_match import Matched, matched_lines
from workbench.publish.review_place import FieldChange, ToldChange, placed
from workbench.publish.review_section import line_gone, line_replaced, lines_come
from workbench.publish.review_token import BREAK_KEY, tokens_of
from workbench.reading.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedLine
    from workbench.core.template import Template
    from workbench.publish.review_line import Origin, SentLine, Target


class RemarkPlace(NamedTuple):
    """Where a remark is: a stretch of a field, or a thing as a whole with the words marked.

    `target` is None for a remark on a thing as a whole.
    """

    owner: Subject
    words: str
    section: str
    target: Target | None = None
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Differences:
    """What came back.

    Attributes:
        remarks: places of the remarks, by their index.
        kept: how many words that went out came back, of `total`.
        reshaped: how many of them in another shape of quotes or dashes.

    """

    changes: list[FieldChange | ToldChange] = field(default_factory=list)
    remarks: dict[int, RemarkPlace] = field(default_factory=dict)
    kept: int = 0
    total: int = 0
    reshaped: int = 0


def differences(
    base: Sequence[SentLine],
    returned: Sequence[ReturnedLine],
    check: Check,
    template: Template,
    marks: Mapping[str, str],
) -> Differences:
    """Return what differs, given the check that the lines went out from.

    marks: citation marks of the draft by what they show as, such as "[1]".
    """
    groups = matched_lines(
        [line.keys for line in base],
        [_keys(line) for line in returned],
        (
            frozenset(at for at, line in enumerate(base) if line.level),
            frozenset(at for at, line in enumerate(returned) if line.level),
        ),
    )
    lists = lists_read(base, returned, groups, check, template)
    found = Differences(total=sum(len(line.keys) for line in base))
    found.changes += lists.changes
    waiting: list[int] = []
    last: SentLine | None = None
    for one in _replacements(groups, base, returned, (lists.used_base, lists.used_returned)):
        if isinstance(one, _Replacement):
            _come(found, (waiting, returned), (last, base[one.base]), check, template, marks)
            waiting = []
            rows = [returned[at] for at in one.returned]
            change = line_replaced(base[one.base], rows, marks)
            found.changes += [change] if change is not None else []
            last = base[one.base]
            continue
        if one.base[0] == one.base[1] and one.returned[0] not in lists.used_returned:
            waiting += range(*one.returned)
            continue
        following = base[one.base[0]] if one.base[0] < one.base[1] else None
        if following is not None:
            _come(found, (waiting, returned), (last, following), check, template, marks)
            waiting = []
            last = base[one.base[1] - 1]
        _take(found, base, returned, one, (lists.used_base, marks))
    _come(found, (waiting, returned), (last, None), check, template, marks)
    _place_rest(found, returned, base)
    return found


class _Replacement(NamedTuple):
    """A line that went out, and the lines that came back in its place."""

    base: int
    returned: tuple[int, ...]


def _replacements(
    groups: Sequence[Matched],
    base: Sequence[SentLine],
    returned: Sequence[ReturnedLine],
    used: tuple[set[int], set[int]],
) -> Iterator[Matched | _Replacement]:
    """Yield groups, those typed lines that went and others that came right after them as one.

    Of more lines that came, the last one that went takes all that are left.
    """
    at = 0
    while at < len(groups):
        gone = _run(groups, at, lambda one: _is_gone(one, returned, used[0]))
        come = _run(groups, at + len(gone), lambda one: _is_come(one, returned, used[1]))
        pairs = min(len(gone), len(come))
        made = []
        for number in range(pairs):
            stop = len(come) if number + 1 == len(gone) else number + 1
            rows = tuple(one.returned[0] for one in come[number:stop])
            made.append(_Replacement(gone[number].base[0], rows))
        if made and all(_can_replace(one, base, returned) for one in made):
            yield from made
            yield from gone[pairs:]
            at += len(gone) + len(come)
        else:
            yield groups[at]
            at += 1


def _run(groups: Sequence[Matched], at: int, fits: Callable[[Matched], bool]) -> Sequence[Matched]:
    stop = at
    while stop < len(groups) and fits(groups[stop]):
        stop += 1
    return groups[at:stop]


def _is_gone(one: Matched, returned: Sequence[ReturnedLine], used: set[int]) -> bool:
    """Whether a group is one line that went, and nobody remarked on it."""
    rows = returned[slice(*one.returned)]
    is_one = one.base[1] - one.base[0] == 1 and one.base[0] not in used
    return is_one and not any(row.final.strip() or _remarks_in(row) for row in rows)


def _is_come(one: Matched, returned: Sequence[ReturnedLine], used: set[int]) -> bool:
    at = one.returned[0]
    return one.base[0] == one.base[1] and at not in used and bool(returned[at].final.strip())


def _can_replace(
    one: _Replacement, base: Sequence[SentLine], returned: Sequence[ReturnedLine]
) -> bool:
    rows = [returned[at] for at in one.returned]
    return line_replaced(base[one.base], rows, {}) is not None


def _keys(line: ReturnedLine) -> tuple[str, ...]:
    """Return the keys of a line as it was before its changes; none for one that is new."""
    return tuple(token.key for token in tokens_of(line.original))


def _come(
    found: Differences,
    waiting: tuple[list[int], Sequence[ReturnedLine]],
    beside: tuple[SentLine | None, SentLine | None],
    check: Check,
    template: Template,
    marks: Mapping[str, str],
) -> None:
    rows = [waiting[1][at] for at in waiting[0]]
    shown = [line for line in rows if line.final.strip()]
    if shown:
        found.changes += lines_come(shown, beside, check, template, marks)
    near = beside[0] or beside[1]
    for line in rows:
        for number in _remarks_in(line):
            if near is not None:
                place = RemarkPlace(near.owner, line.final.strip(), near.section)
                found.remarks.setdefault(number, place)


def _take(
    found: Differences,
    base: Sequence[SentLine],
    returned: Sequence[ReturnedLine],
    one: Matched,
    dealt: tuple[set[int], Mapping[str, str]],
) -> None:
    used, marks = dealt
    lines, rows = base[slice(*one.base)], returned[slice(*one.returned)]
    if not lines:
        return
    if not any(line.final.strip() for line in rows):
        for at, line in enumerate(lines, start=one.base[0]):
            if at not in used:
                found.changes.append(line_gone(line, rows))
        _place_remarks(found, lines, rows, None)
        return
    group = group_edits(lines, rows)
    found.kept += sum(group.words[at].key != BREAK_KEY for at in group.kept)
    found.reshaped += group.reshaped
    if one.base[0] not in used:
        found.changes += placed(group, lines, marks)
    _place_remarks(found, lines, rows, group)


def _remarks_in(line: ReturnedLine) -> list[int]:
    return sorted({number for piece in line.pieces for number in piece.remarks})


def _place_remarks(
    found: Differences,
    lines: Sequence[SentLine],
    rows: Sequence[ReturnedLine],
    group: GroupEdits | None,
) -> None:
    for number in sorted({number for row in rows for number in _remarks_in(row)}):
        if group is None:
            line = lines[0]
            found.remarks.setdefault(number, RemarkPlace(line.owner, line.words, line.section))
        elif number not in found.remarks:
            found.remarks[number] = _place(number, lines, group)


def _place(number: int, lines: Sequence[SentLine], group: GroupEdits) -> RemarkPlace:
    spans = [(a, b) for a, b, piece in group.pieces if number in piece.remarks]
    start, end = min(a for a, _ in spans), max(b for _, b in spans)
    is_point = start == end
    if is_point:
        start, end = _sentence_at(group.text, start)
    words = group.text[start:end].strip()
    kept = sorted(at for at, (a, b) in group.kept.items() if a < end and start < b)
    told = [group.words[at] for at in kept if group.words[at].key != BREAK_KEY]
    line = lines[told[0].line] if told else lines[0]
    origins: list[Origin] = [word.origin for word in told if word.origin is not None]
    targets = {one.target.subject for one in origins}
    if len(targets) != 1 or origins[0].target.is_whole:
        return RemarkPlace(line.owner, "" if is_point else words, line.section)
    first, last = min(one.start for one in origins), max(one.end for one in origins)
    target = origins[0].target
    return RemarkPlace(target.subject, words, line.section, target, first, last)


def _sentence_at(text: str, at: int) -> tuple[int, int]:
    """Return the sentence that a place is in, or that ends there."""
    found = sentences(text)
    for start, end in found:
        if start <= at <= end:
            return start, end
    before = [span for span in found if span[1] <= at]
    return before[-1] if before else (0, len(text))


def _place_rest(
    found: Differences, returned: Sequence[ReturnedLine], base: Sequence[SentLine]
) -> None:
    """Place the remarks on lines that belong to none that went out."""
    owner = Subject(kind=SubjectKind.CHECK)
    section = base[0].section if base else ""
    for line in returned:
        for number in _remarks_in(line):
            found.remarks.setdefault(number, RemarkPlace(owner, line.final.strip(), section))


def told_edits(lines: Sequence[ReturnedLine], section: str) -> list[ToldChange]:
    """Return what the file itself says was changed in lines that are no words of the check."""
    found = []
    for line in lines:
        pieces = [piece for piece in line.pieces if piece.edit]
        was = "".join(piece.text for piece in pieces if piece.edit is Edit.DELETED).strip()
        now = "".join(piece.text for piece in pieces if piece.edit is Edit.INSERTED).strip()
        if was or now:
            found.append(
                ToldChange(
                    owner=Subject(kind=SubjectKind.CHECK),
                    was=was,
                    now=now,
                    section=section,
                    who=pieces[0].who,
                    at=pieces[0].at,
                )
            )
    return found
