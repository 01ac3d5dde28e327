"""The editor's copy as a Word file: every note a footnote, every flag in words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.publish.block import BlockKind, Run, TextBlock
from workbench.publish.editors_comment import COMMENTS, said_by
from workbench.publish.editors_copy import FLAG_WORDS, Mark, MarkKind
from workbench.publish.editors_since import (
    BEFORE,
    NOTHING,
    NOW,
    SINCE,
    change_runs,
    told_changes,
)
from workbench.publish.editors_wording import (
    ANALYSIS_LINE,
    FINDINGS,
    NO_FINDINGS,
    NONE_OPEN,
    OPEN_SENTENCES,
    SEVERITY_WORDS,
    STAMP,
    THE_CHECK,
    facts,
    finding_words,
    open_words,
    place_words,
    title_of,
)
from workbench.publish.word_body import WordBody
from workbench.publish.word_text import flag, note_gap, runs_xml

if TYPE_CHECKING:
    from workbench.core.finding import Finding
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House
    from workbench.publish.editors_copy import EditorsCopy

_BEFORE_THE_CHECK = -1
"""Stands for the part of the lists above the check itself."""


def editors_word(copy: EditorsCopy, house: House, identity: CopyIdentity | None = None) -> bytes:
    """Return the editor's copy as the bytes of a .docx file; the same check, the same bytes."""
    body = WordBody()
    title = title_of(copy.check)
    body.add("Draft", STAMP)
    body.add("Title", title)
    for line in facts(copy):
        body.add("Subtitle", line)
    _since(body, copy)
    _findings(body, copy, house)
    _open_sentences(body, copy)
    _comments(body, copy)
    body.add("Heading1", THE_CHECK)
    for index, part in enumerate(copy.parts):
        if part.heading:
            body.add("Heading1", part.heading)
        if part.is_analysis:
            body.add("Subtitle", ANALYSIS_LINE)
        for one in part.blocks:
            body.add_block(one.block, _pieces(body, copy, one.pieces), index)
    return body.as_file(copy.check, f"Editor’s copy: {title}", identity)


def _since(body: WordBody, copy: EditorsCopy) -> None:
    if copy.since is None or copy.since.last is None:
        return
    body.add("Heading1", SINCE)
    changes = told_changes(copy.since)
    if not changes:
        body.add("Normal", NOTHING)
    place = None
    for one in changes:
        if one.place != place:
            place = one.place
            body.add("Heading2", place)
        for label, pieces in ((BEFORE, one.was), (NOW, one.now)):
            if pieces:
                block = TextBlock(BlockKind.PARAGRAPH, change_runs(label, pieces))
                body.add_block(block, runs_xml(block.runs, body.links), _BEFORE_THE_CHECK)


def _findings(body: WordBody, copy: EditorsCopy, house: House) -> None:
    body.add("Heading1", FINDINGS)
    if not copy.findings:
        body.add("Normal", NO_FINDINGS)
    for severity in Severity:
        chosen = [one for one in copy.findings if one.severity is severity]
        if chosen:
            body.add("Heading2", f"{SEVERITY_WORDS[severity]} ({len(chosen)})")
        for finding in chosen:
            runs = _finding(finding, copy, house)
            _add_item(body, TextBlock(BlockKind.BULLET, runs, list_id=1))


def _finding(finding: Finding, copy: EditorsCopy, house: House) -> tuple[Run, ...]:
    words = finding_words(finding)
    said = f" {finding.message}" + (f" “{words}”" if words else "")
    place = Run(f"{place_words(finding, copy.check, house)}:", strong=True)
    return (place, Run(f"{said} {finding.help}".rstrip()))


def _open_sentences(body: WordBody, copy: EditorsCopy) -> None:
    body.add("Heading1", OPEN_SENTENCES)
    if not copy.open_sentences:
        body.add("Normal", NONE_OPEN)
    for number, one in enumerate(copy.open_sentences, start=1):
        runs = (Run(open_words(one)),)
        _add_item(body, TextBlock(BlockKind.NUMBER, runs, number=number, list_id=2))


def _comments(body: WordBody, copy: EditorsCopy) -> None:
    """Add the comments on what does not stand in the check; the others are real ones there."""
    beside = [one for number, one in enumerate(copy.comments, 1) if number not in copy.said]
    if not beside:
        return
    body.add("Heading1", COMMENTS)
    for one in beside:
        words = f" “{one.words}”" if one.words else ""
        runs = [Run(f"{one.place}:", strong=True), Run(f"{words} {one.state}".rstrip())]
        for remark in one.remarks:
            runs.append(Run(f" {said_by(remark)}:", strong=True))
            runs.append(Run(f" {' '.join(remark.text.split())}"))
        _add_item(body, TextBlock(BlockKind.BULLET, tuple(runs), list_id=3))


def _add_item(body: WordBody, block: TextBlock) -> None:
    body.add_block(block, runs_xml(block.runs, body.links), _BEFORE_THE_CHECK)


def _pieces(body: WordBody, copy: EditorsCopy, pieces: tuple[Run | Mark, ...]) -> str:
    written: list[str] = []
    last: Run | None = None
    for before, piece in pairwise((None, *pieces)):
        if isinstance(piece, Run):
            last = piece
            written.append(runs_xml((piece,), body.links))
        elif piece is not None and piece.kind is MarkKind.NOTE:
            if isinstance(before, Mark) and before.kind is MarkKind.NOTE:
                written.append(note_gap())
            written.append(body.footnote(copy.notes[piece.number - 1]))
        elif piece is not None and piece.kind is MarkKind.COMMENT:
            _add_comment(body, copy, piece.number, written, last if before is last else None)
        elif piece is not None:
            written.append(flag(FLAG_WORDS[piece.kind]))
    return "".join(written)


def _add_comment(
    body: WordBody, copy: EditorsCopy, number: int, written: list[str], last: Run | None
) -> None:
    """Tie a comment to its words, if they stand in the run just written, else to this place."""
    comment = copy.comments[number - 1]
    before, behind = body.comments.add(comment.remarks)
    words = comment.thread.here.words
    at = last.text.rfind(words) if last is not None and words else -1
    if last is None or at < 0:
        written.append(before + behind)
        return
    end = at + len(words)
    text = last.text
    cut = [replace(last, text=words) for words in (text[:at], text[at:end], text[end:])]
    first, inside, rest = (runs_xml((one,), body.links) if one.text else "" for one in cut)
    written[-1] = f"{first}{before}{inside}{behind}{rest}"
