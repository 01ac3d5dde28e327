"""The editor's copy as one HTML file: for a phone, for paper, for a screen reader, offline.

No script, no table, nothing loaded. Notes stand at the end and lead back; flags say in words what
is wrong with a sentence.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.publish.editors_comment import COMMENTS, said_by
from workbench.publish.editors_html import blocks_html, pieces_html
from workbench.publish.editors_since import BEFORE, NOTHING, NOW, SINCE, told_changes
from workbench.publish.editors_wording import (
    ANALYSIS_LINE,
    FINDINGS,
    NO_FINDINGS,
    NONE_OPEN,
    NOTES,
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
from workbench.publish.page_frame import html_tag, identity_tags, policy_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.finding import Finding
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House
    from workbench.publish.editors_copy import CopyPart, EditorsCopy
    from workbench.reading.word_difference import Piece


def editors_page(copy: EditorsCopy, house: House, identity: CopyIdentity | None = None) -> str:
    """Return the editor's copy as a whole HTML page; the same check, the same page."""
    title = escape(title_of(copy.check))
    lines = (
        "<!DOCTYPE html>",
        html_tag(copy.check.language),
        "<head>",
        *_head(copy, house),
        *identity_tags(identity),
        "</head>",
        "<body>",
        "<header>",
        f'<p class="draft"><strong>{escape(STAMP)}</strong></p>',
        f"<h1>{title}</h1>",
        '<ul class="facts">',
        *(f"<li>{escape(line)}</li>" for line in facts(copy)),
        "</ul>",
        "</header>",
        *_contents(copy),
        "<main>",
        *_since(copy),
        *_findings(copy, house),
        *_open_sentences(copy),
        *_comments(copy),
        f'<article id="check" aria-label="{title}">',
        *(line for part in copy.parts for line in _part(part)),
        "</article>",
        *_notes(copy),
        "</main>",
        "</body>",
        "</html>",
    )
    return "\n".join(lines) + "\n"


def _head(copy: EditorsCopy, house: House) -> Iterator[str]:
    style = f"\n{house.page_style.strip()}\n\n{house.editors_style.strip()}\n"
    yield '<meta charset="utf-8">'
    yield policy_tag(style)
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="robots" content="noindex">'
    yield f"<title>Editor’s copy: {escape(title_of(copy.check))}</title>"
    yield f"<style>{style}</style>"


def _contents(copy: EditorsCopy) -> Iterator[str]:
    has_since = copy.since is not None and copy.since.last is not None
    places = [("since", SINCE)] if has_since else []
    places += [("findings", FINDINGS), ("open", OPEN_SENTENCES), ("check", THE_CHECK)]
    places += [("notes", NOTES)] if copy.notes else []
    if copy.comments:
        places.insert(-1 - bool(copy.notes), ("comments", COMMENTS))
    links = "".join(f'<li><a href="#{key}">{escape(words)}</a></li>' for key, words in places)
    yield f'<nav aria-label="In this copy"><ul>{links}</ul></nav>'


def _since(copy: EditorsCopy) -> Iterator[str]:
    """Yield what changed since the last copy for the same editor, told in words and marks."""
    if copy.since is None or copy.since.last is None:
        return
    yield from _section_begin("since", SINCE)
    changes = told_changes(copy.since)
    if not changes:
        yield f"<p>{NOTHING}</p>"
    place = None
    for one in changes:
        if one.place != place:
            place = one.place
            yield f"<h3>{escape(place)}</h3>"
        yield '<div class="since">'
        if one.was:
            yield f"<p><b>{BEFORE}:</b> {_pieces(one.was, 'del')}</p>"
        if one.now:
            yield f"<p><b>{NOW}:</b> {_pieces(one.now, 'ins')}</p>"
        yield "</div>"
    yield "</section>"


def _pieces(pieces: Iterable[Piece], tag: str) -> str:
    """Return a wording with the words that differ marked; spaces around them are not."""
    written = []
    for piece in pieces:
        words = piece.text.rstrip()
        inside = escape(words)
        written.append(f"<{tag}>{inside}</{tag}>" if piece.differs and words else inside)
        written.append(" " if len(words) < len(piece.text) else "")
    return "".join(written)


def _findings(copy: EditorsCopy, house: House) -> Iterator[str]:
    yield from _section_begin("findings", FINDINGS)
    if not copy.findings:
        yield f"<p>{NO_FINDINGS}</p>"
    for severity in Severity:
        chosen = [one for one in copy.findings if one.severity is severity]
        if chosen:
            yield f"<h3>{SEVERITY_WORDS[severity]} ({len(chosen)})</h3>"
            yield '<ul class="findings">'
            yield from (_finding(one, copy, house) for one in chosen)
            yield "</ul>"
    yield "</section>"


def _finding(finding: Finding, copy: EditorsCopy, house: House) -> str:
    place = escape(place_words(finding, copy.check, house))
    words = finding_words(finding)
    said = f" <q>{escape(words)}</q>" if words else ""
    help_words = f' <span class="help">{escape(finding.help)}</span>' if finding.help else ""
    return f"<li><strong>{place}:</strong> {escape(finding.message)}{said}{help_words}</li>"


def _open_sentences(copy: EditorsCopy) -> Iterator[str]:
    yield from _section_begin("open", OPEN_SENTENCES)
    if copy.open_sentences:
        yield "<ol>"
        for number, one in enumerate(copy.open_sentences, start=1):
            words = escape(open_words(one))
            is_flagged = number in copy.flagged
            inside = f'<a href="#open-{number}">{words}</a>' if is_flagged else words
            yield f"<li>{inside}</li>"
        yield "</ol>"
    else:
        yield f"<p>{NONE_OPEN}</p>"
    yield "</section>"


def _comments(copy: EditorsCopy) -> Iterator[str]:
    """Yield what colleagues have said and nobody has resolved."""
    if not copy.comments:
        return
    yield from _section_begin("comments", COMMENTS)
    yield "<ol>"
    for number, one in enumerate(copy.comments, start=1):
        words = f" <q>{escape(one.words)}</q>" if one.words else ""
        state = f" {escape(one.state)}" if one.state else ""
        yield f'<li id="comment-{number}">'
        yield f"<p><strong>{escape(one.place)}:</strong>{words}{state}</p>"
        for remark in one.remarks:
            text = "<br>".join(escape(line) for line in remark.text.splitlines())
            yield f"<p><b>{escape(said_by(remark))}:</b> {text}</p>"
        if number in copy.said:
            yield (
                f'<p><a class="back" href="#said-{number}" '
                f'aria-label="Back to the place of comment {number}">↩ Back</a></p>'
            )
        yield "</li>"
    yield "</ol>"
    yield "</section>"


def _part(part: CopyPart) -> Iterator[str]:
    if part.heading:
        yield from _section_begin(f"part-{part.key}", part.heading)
    else:
        yield f'<div id="part-{escape(part.key)}">'
    if part.is_analysis:
        yield f'<p class="analysis-part"><strong>{ANALYSIS_LINE}</strong></p>'
    yield blocks_html(part.blocks)
    yield "</section>" if part.heading else "</div>"


def _notes(copy: EditorsCopy) -> Iterator[str]:
    if not copy.notes:
        return
    yield '<section id="notes" role="doc-endnotes" aria-labelledby="notes-heading">'
    yield f'<h2 id="notes-heading">{NOTES}</h2>'
    yield "<ol>"
    for number, lines in enumerate(copy.notes, start=1):
        inside = "".join(f"<p>{pieces_html(runs)}</p>" for runs in lines)
        back = (
            f'<a class="back" href="#ref-{number}" role="doc-backlink" '
            f'aria-label="Back to the place of note {number}">↩ Back</a>'
        )
        yield f'<li id="note-{number}">{inside}<p>{back}</p></li>'
    yield "</ol>"
    yield "</section>"


def _section_begin(key: str, words: str) -> Iterator[str]:
    safe = escape(key)
    yield f'<section id="{safe}" aria-labelledby="{safe}-heading">'
    yield f'<h2 id="{safe}-heading">{escape(words)}</h2>'
