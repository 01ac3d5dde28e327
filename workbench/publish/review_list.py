"""The lists of claims that came back: what a line in another list says of its claim.

Nobody types in these lists. A claim that stands in another list than before, or under another
line above it, is a suggestion for its status, or for who bears it out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.returned import Edit
from workbench.core.review import Subject, SubjectKind
from workbench.core.template import Generator
from workbench.publish.review_edit import group_edits
from workbench.publish.review_group import ListGroup, lead_of
from workbench.publish.review_line import Target
from workbench.publish.review_place import FieldChange, ToldChange, placed
from workbench.publish.review_token import tokens_of
from workbench.rules.name import name_key
from workbench.rules.suggested_field import BASIS, STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedLine
    from workbench.core.template import Template
    from workbench.publish.review_line import SentLine
    from workbench.publish.review_match import Matched

NOTHING_CONFIRMED = "Nothing is confirmed so far."
_ALIKE = 0.6
_DEFAULT = {
    Generator.CONFIRMED: ListGroup(ClaimStatus.CONFIRMED),
    Generator.NOT_CONFIRMED: ListGroup(ClaimStatus.NOT_CONFIRMED),
}


@dataclass(slots=True)
class ListsRead:
    """What the lists say now.

    Attributes:
        changes: suggestions and what is told.
        used_base, used_returned: lines that are dealt with by that.

    """

    changes: list[FieldChange | ToldChange] = field(default_factory=list)
    used_base: set[int] = field(default_factory=set)
    used_returned: set[int] = field(default_factory=set)


def lists_read(
    base: Sequence[SentLine],
    returned: Sequence[ReturnedLine],
    groups: Sequence[Matched],
    check: Check,
    template: Template,
) -> ListsRead:
    """Return what the lists of claims say now that they did not say when they went out."""
    return _Reader(base, returned, check, template).read(groups)


class _Reader:
    def __init__(
        self,
        base: Sequence[SentLine],
        returned: Sequence[ReturnedLine],
        check: Check,
        template: Template,
    ) -> None:
        self._base = base
        self._returned = returned
        self._check = check
        self._generators = {part.key: part.generator for part in template.parts}
        self._found = ListsRead()
        self._group: ListGroup | None = None
        self._by: tuple[str, datetime | None] = ("", None)  # who wrote the line above the list

    def read(self, groups: Sequence[Matched]) -> ListsRead:
        gone = [
            at
            for one in groups
            if self._is_gone(one)
            for at in range(*one.base)
            if self._base[at].claim_id
        ]
        part = ""
        for one in groups:
            for at in range(*one.base):
                if self._base[at].part != part:
                    part, self._group = self._base[at].part, None
            if self._generators.get(part) in _DEFAULT:
                self._take(one, part, gone)
        return self._found

    def _is_gone(self, one: Matched) -> bool:
        rows = self._returned[slice(*one.returned)]
        return not any(line.final.strip() for line in rows)

    def _take(self, one: Matched, part: str, gone: list[int]) -> None:
        lines = self._base[slice(*one.base)]
        if self._is_gone(one):
            if any(line.group is not None and not line.claim_id for line in lines) or any(
                line.words == NOTHING_CONFIRMED for line in lines
            ):
                self._found.used_base.update(range(*one.base))
            return
        for at in range(*one.returned):
            words = self._returned[at].final.strip()
            line = lines[0] if len(lines) == 1 and at == one.returned[0] else None
            lead = lead_of(words) if not self._returned[at].is_item else None
            if lead is not None and (line is None or not line.claim_id):
                self._group, self._by = lead, _by(self._returned[at])
                self._found.used_returned.add(at)
                self._found.used_base.update(range(*one.base))
            elif words == NOTHING_CONFIRMED:
                self._found.used_returned.add(at)
            elif line is not None and line.claim_id:
                self._compare(line, part, *self._by)
            elif line is not None and line.group is not None:
                self._group = None  # the words above the list are others, and say nothing known
            elif line is None and not lines and words:
                self._come(at, part, gone)

    def _come(self, at: int, part: str, gone: list[int]) -> None:
        """Take a line that is new here; it may be a claim from another list."""
        keys = Counter(token.key for token in tokens_of(self._returned[at].final))
        best, found = _ALIKE, -1
        for number in gone:
            own = Counter(self._base[number].keys)
            total = own.total() + keys.total()
            share = 2 * (own & keys).total() / total if total else 0.0
            if share >= best and number not in self._found.used_base:
                best, found = share, number
        if found < 0:
            return
        line = self._base[found]
        self._found.used_base.add(found)
        self._found.used_returned.add(at)
        who, when = _by(self._returned[at])
        self._compare(line, part, who, when)
        rows = [_as_untracked(self._returned[at])]
        for change in placed(group_edits([line], rows), [line], {}):
            self._found.changes.append(change)

    def _compare(
        self, line: SentLine, part: str, who: str = "", when: datetime | None = None
    ) -> None:
        """Note what the list that a claim stands in now says of it."""
        now = self._group or (None if line.part == part else _DEFAULT[self._generators[part]])
        was = line.group
        if now is None or was is None:
            return
        for change in _differing(self._check, line, was, now):
            told = FieldChange(
                target=change[0],
                start=0,
                end=len(change[0].text),
                was=change[0].text,
                now=change[1],
                section=line.section,
                who=who,
                at=when,
            )
            self._found.changes.append(told)


def _differing(
    check: Check, line: SentLine, was: ListGroup, now: ListGroup
) -> Iterator[tuple[Target, str]]:
    claim = check.claim(line.claim_id)
    if now.status is not was.status:
        subject = Subject(kind=SubjectKind.CLAIM, item=claim.id, field=STATUS)
        yield Target(subject=subject, text=claim.status.value, is_whole=True), now.status.value
    if now.by and name_key(now.by) != name_key(was.by):
        subject = Subject(kind=SubjectKind.CLAIM, item=claim.id, field=BASIS)
        yield Target(subject=subject, text=claim.basis.wording, is_whole=True), now.by


def _by(line: ReturnedLine) -> tuple[str, datetime | None]:
    for piece in line.pieces:
        if piece.edit is Edit.INSERTED:
            return piece.who, piece.at
    return "", None


def _as_untracked(line: ReturnedLine) -> ReturnedLine:
    """Return a line that was moved as if its words had stood there before."""
    pieces = [piece for piece in line.pieces if piece.edit is not Edit.DELETED]
    return replace(line, pieces=tuple(replace(piece, edit=Edit.NONE) for piece in pieces))
