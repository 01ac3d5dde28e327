"""The editor's copy: the check with what each sentence rests on, and what is still to be mended.

One model that the HTML page and the Word file are written from. Every citation mark becomes a
link to a host that cannot exist (".invalid", RFC 6761) under a name made from the whole draft, so
that the blocks read back tell where notes and flags belong and nothing typed can pass for one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import count
from typing import TYPE_CHECKING

from workbench.core.check import Check
from workbench.core.citation_mark import ANALYSIS_KEY, citation_marks, mark_for
from workbench.core.finding import Finding, Severity
from workbench.core.manuscript import Role
from workbench.core.template import Generator
from workbench.publish.block import Run, TextBlock, blocks_of_html, parts_as_blocks
from workbench.publish.contact import without_private
from workbench.publish.editors_comment import CopyComment, claim_of, open_comments, sentence_of
from workbench.publish.editors_note import citation_note, claim_note, repeated_claim_note
from workbench.publish.editors_since import SinceLast
from workbench.publish.inline import reference_key
from workbench.publish.listed import sentence
from workbench.publish.manuscript import manuscript_of
from workbench.publish.page import safe_html
from workbench.rules.cited import cited_by_key
from workbench.rules.coverage import Cover, Coverage, CoveredSentence, coverage_of
from workbench.rules.listing import not_confirmed
from workbench.rules.preflight.dismissal import open_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.claim import Claim
    from workbench.core.manuscript import ManuscriptPart
    from workbench.house.house import House
    from workbench.publish.block import PartBlocks

_HOST = "https://footnote.invalid"
_TOLD_APART = "unsupported_sentence"
"""The rule whose findings are the list of sentences without a source."""
_LISTS_OF_CLAIMS = (Generator.CONFIRMED, Generator.NOT_CONFIRMED)


class MarkKind(Enum):
    """What stands behind a sentence."""

    NOTE = auto()
    OPEN = auto()
    ANALYSIS = auto()
    GONE = auto()
    COMMENT = auto()


FLAG_WORDS = {
    MarkKind.OPEN: "no source cited",
    MarkKind.ANALYSIS: "analysis",
    MarkKind.GONE: "what this cites is no longer there",
}
"""What a mark that is no note says."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark behind a sentence; notes, comments and open sentences count from 1."""

    kind: MarkKind
    number: int = 0


@dataclass(frozen=True, slots=True)
class CopyBlock:
    """A block of the check and its runs with the marks between them."""

    block: TextBlock
    pieces: tuple[Run | Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPart:
    """A part of the check; all of it may be analysis."""

    key: str
    heading: str
    blocks: tuple[CopyBlock, ...]
    is_analysis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorsCopy:
    """All that the editor's copy shows.

    Attributes:
        check: without what is private.
        findings: of the pre-flight, errors first; without those set aside and open sentences.
        open_sentences: in the order of their numbers, from 1.
        flagged: numbers of the open sentences whose flag stands in the text.
        since: whom the copy is for and what changed since their last; None if it is for anybody.
        notes: in the order of their numbers, from 1; each is lines of runs.
        comments: that are open, in the order of their numbers, from 1.
        said: numbers of the comments whose mark stands in the text.

    """

    check: Check
    coverage: Coverage
    findings: tuple[Finding, ...]
    parts: tuple[CopyPart, ...]
    open_sentences: tuple[CoveredSentence, ...]
    flagged: frozenset[int]
    notes: tuple[tuple[tuple[Run, ...], ...], ...]
    since: SinceLast | None = None
    comments: tuple[CopyComment, ...] = ()
    said: frozenset[int] = frozenset()


def editors_copy(
    check: Check,
    house: House,
    findings: Iterable[Finding],
    since: SinceLast | None = None,
    *,
    has_comments: bool = True,
) -> EditorsCopy:
    """Return the editor's copy of a check, given all that the pre-flight finds in it.

    since: for whom it is made, with what changed since their last copy.
    has_comments: whether the comments that are open go along.
    """
    ordered = sorted(
        (one for one in open_findings(findings, check.dismissals) if one.rule != _TOLD_APART),
        key=lambda one: list(Severity).index(one.severity),
    )
    public, _ = without_private(check)
    manuscript = manuscript_of(public, house)
    coverage = coverage_of(manuscript)
    comments = open_comments(public, house) if has_comments else ()
    reader = _Reader(public, coverage, comments)
    marked = reader.marked_check()
    analysis = {part.key for part in manuscript.of(Role.ANALYSIS)}
    parts = tuple(
        CopyPart(
            key=part.part.key,
            heading=part.heading,
            blocks=tuple(reader.read(part)),
            is_analysis=part.part.key in analysis,
        )
        for part in parts_as_blocks(marked, house, reader.citations)
    )
    return EditorsCopy(
        check=public,
        coverage=coverage,
        findings=tuple(ordered),
        parts=parts,
        open_sentences=coverage.of(Cover.OPEN),
        flagged=frozenset(reader.flagged),
        notes=tuple(reader.notes),
        since=since,
        comments=comments,
        said=frozenset(reader.said),
    )


class _Reader:
    """Puts marks into the typed text, and reads them back out of the blocks that it becomes."""

    def __init__(
        self, check: Check, coverage: Coverage, comments: tuple[CopyComment, ...] = ()
    ) -> None:
        self.notes: list[tuple[tuple[Run, ...], ...]] = []
        self.flagged: set[int] = set()
        self.said: set[int] = set()
        self._check = check
        self._cited = cited_by_key(check)
        typed = {mark.key for part in check.draft.parts for mark in citation_marks(part.text)}
        taken = typed | set(self._cited)
        free = (key for key in map("{:08x}".format, count()) if key not in taken)
        self._open = dict(zip(free, coverage.of(Cover.OPEN), strict=False))
        self._number = {key: number for number, key in enumerate(self._open, start=1)}
        self._comments: dict[str, int] = {}
        self._behind: dict[str, CoveredSentence] = dict(self._open)
        self._of_claim: dict[str, list[int]] = {}
        for number, comment in enumerate(comments, start=1):
            sentence_here = sentence_of(comment, coverage)
            if sentence_here is not None:
                key = next(free)
                self._comments[key], self._behind[key] = number, sentence_here
            elif claim_id := claim_of(comment, check):
                self._of_claim.setdefault(claim_id, []).append(number)
        # Of the words that it stands among, so nobody can type it.
        name = hashlib.sha256(repr((check.draft, check.claims)).encode("utf-8", "replace"))
        self._prefix = f"{_HOST}/{name.hexdigest()}/"
        self.citations = {
            reference_key(f"^{key}"): rf"[\[{key}\]](<{self._prefix}{key}>)"
            for key in (*sorted(typed), *self._behind)
        }
        self._claims = _claims_by_words(check)
        self._note_of_claim: dict[str, int] = {}

    def marked_check(self) -> Check:
        """Return the check with a mark behind open sentences of its draft and commented ones."""
        draft = self._check.draft
        parts = tuple(replace(part, text=self._marked(part.key, part.text)) for part in draft.parts)
        return replace(self._check, draft=replace(draft, parts=parts))

    def _marked(self, part_key: str, text: str) -> str:
        marks = [
            (_behind(one.part, one.end), key not in self._comments, key)
            for key, one in self._behind.items()
            if one.part.key == part_key
        ]
        for at, _, key in sorted(marks, reverse=True):
            text = text[:at] + mark_for(key) + text[at:]
        return text

    def read(self, part: PartBlocks) -> Iterator[CopyBlock]:
        """Yield the blocks of a part with their marks; numbers count on from part to part."""
        for index, block in enumerate(part.blocks):
            pieces = [piece for run in block.runs for piece in self._pieces(run)]
            told = self._told_in(part, block, is_last=index + 1 == len(part.blocks))
            for claim in told:
                pieces.append(self._claim_mark(claim))
                pieces += [self._said(number) for number in self._of_claim.pop(claim.id, ())]
            if part.part.generator is Generator.WATCH and block.list_id:
                pieces += self._signal_marks(block)
            yield CopyBlock(block, tuple(pieces))

    def _pieces(self, run: Run) -> Iterator[Run | Mark]:
        if run.link.startswith(self._prefix):
            yield self._mark(run.link.removeprefix(self._prefix))
            return
        rest = run.text  # in code and behind a backslash, a mark stays the signs it is made of
        for mark in citation_marks(run.text):
            if mark.key in self._behind:
                before, _, rest = rest.partition(mark_for(mark.key))
                if before:
                    yield replace(run, text=before)
                yield self._mark(mark.key)
        if rest:
            yield replace(run, text=rest)

    def _mark(self, key: str) -> Mark:
        if key in self._comments:
            return self._said(self._comments[key])
        if key in self._open:
            self.flagged.add(self._number[key])
            return Mark(MarkKind.OPEN, self._number[key])
        if key in self._cited:
            return self._note(citation_note(self._check, self._cited[key]))
        return Mark(MarkKind.ANALYSIS if key == ANALYSIS_KEY else MarkKind.GONE)

    def _said(self, number: int) -> Mark:
        self.said.add(number)
        return Mark(MarkKind.COMMENT, number)

    def _signal_marks(self, block: TextBlock) -> list[Mark]:
        """Return the flag of a signal that was seen, which is told from a list of signals."""
        return [
            self._mark(key)
            for key, one in self._open.items()
            if one.part.item_id and block.text.startswith(one.words.rstrip("."))
        ]

    def _claim_mark(self, claim: Claim) -> Mark:
        number = self._note_of_claim.get(claim.id)
        if number is not None:
            return self._note(repeated_claim_note(self._check, claim, number))
        self._note_of_claim[claim.id] = len(self.notes) + 1
        return self._note(claim_note(self._check, claim))

    def _note(self, lines: tuple[str, ...]) -> Mark:
        blocks = [block for line in lines for block in blocks_of_html(safe_html(line))]
        self.notes.append(tuple(block.runs for block in blocks))
        return Mark(MarkKind.NOTE, len(self.notes))

    def _told_in(self, part: PartBlocks, block: TextBlock, *, is_last: bool) -> tuple[Claim, ...]:
        """Return the claims that a generated block tells."""
        generator = part.part.generator
        if generator in _LISTS_OF_CLAIMS and block.list_id:
            waiting = self._claims.get(block.text, [])
            return (waiting.pop(0),) if waiting else ()
        main = self._check.main_claim
        if not is_last:
            return ()
        if generator is Generator.QUICK_READ:
            return tuple(claim for claim in not_confirmed(self._check) if claim.wording.strip())
        is_main = generator is Generator.RATING or (
            generator is Generator.VERSIONS and block.text.startswith("The careful version:")
        )
        return (main,) if is_main and main is not None else ()


def _behind(part: ManuscriptPart, end: int) -> int:
    """Return the place behind the signs that close the markup around a sentence."""
    while end < len(part.text) and part.plain[end] == " " and not part.text[end].isspace():
        end += 1
    return end


def _claims_by_words(check: Check) -> dict[str, list[Claim]]:
    """Return the claims by the words that they are listed with."""
    found: dict[str, list[Claim]] = {}
    for claim in check.claims:
        blocks = blocks_of_html(safe_html(sentence(claim.wording)))
        if blocks:
            found.setdefault(blocks[0].text, []).append(claim)
    return found
