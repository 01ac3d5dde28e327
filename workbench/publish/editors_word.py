"""The editor's copy as a Word file: every note a footnote, every flag in words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.publish.block import BlockKind, Run, TextBlock
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


def _add_item(body: WordBody, block: TextBlock) -> None:
    body.add_block(block, runs_xml(block.runs, body.links), _BEFORE_THE_CHECK)


def _pieces(body: WordBody, copy: EditorsCopy, pieces: tuple[Run | Mark, ...]) -> str:
    written = []
    for before, piece in pairwise((None, *pieces)):
        if isinstance(piece, Run):
            written.append(runs_xml((piece,), body.links))
        elif piece is not None and piece.kind is MarkKind.NOTE:
            if isinstance(before, Mark) and before.kind is MarkKind.NOTE:
                written.append(note_gap())
            written.append(body.footnote(copy.notes[piece.number - 1]))
        elif piece is not None:
            written.append(flag(FLAG_WORDS[piece.kind]))
    return "".join(written)
