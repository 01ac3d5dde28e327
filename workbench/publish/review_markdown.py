"""Words that came back, written as they are typed: marks of emphasis, links and citations kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.returned import Edit, ReturnedPiece
from workbench.publish.escape import web_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.returned import ReturnedLine
    from workbench.publish.review_edit import GroupEdits

_MEANING = re.compile(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])")
_CITED = re.compile(r"\[\d{1,3}\]")
_OPENS = re.compile(r"\A(?:(\d{1,9})([.)])(?=\s)|[-+>#](?=\s|\Z)|#{1,6}\s)")


def plain_words(group: GroupEdits, start: int, end: int, _marks: Mapping[str, str]) -> str:
    """Return a stretch of what came back as plain text."""
    return group.text[start:end].replace("\n", "\n\n")


def typed_words(group: GroupEdits, start: int, end: int, marks: Mapping[str, str]) -> str:
    """Return a stretch of what came back as typed Markdown.

    marks: citation marks by what they show as; other such words stay words.
    """
    pieces = [
        (piece, group.text[max(a, start) : min(b, end)])
        for a, b, piece in group.pieces
        if a < end and start < b
    ]
    # Line ends stand between the pieces of two lines.
    breaks = [at for at in range(start, end) if group.text[at] == "\n"]
    if not breaks:
        return _written(pieces, marks)
    parts, at = [], start
    for stop in (*breaks, end):
        parts.append(typed_words(group, at, stop, marks) if at < stop else "")
        at = stop + 1
    return "\n\n".join(_safe_start(part) for part in parts)


def typed_line(line: ReturnedLine, marks: Mapping[str, str]) -> str:
    """Return a whole line that came back as typed Markdown, without the mark of a list."""
    pieces = [
        (piece, piece.text.replace("\n", " "))
        for piece in line.pieces
        if piece.edit is not Edit.DELETED and piece.text
    ]
    words = _safe_start(_written(pieces, marks).strip())
    return f"{'#' * max(line.level, 3)} {words}" if line.level else words


def _written(pieces: list[tuple[ReturnedPiece, str]], marks: Mapping[str, str]) -> str:
    written = []
    for at, (piece, text) in enumerate(pieces):
        if not text:
            continue
        before = pieces[at - 1][0] if at else None
        after = pieces[at + 1][0] if at + 1 < len(pieces) else None
        written.append(_piece(piece, text, marks, (before, after)))
    return "".join(written)


def _piece(
    piece: ReturnedPiece,
    text: str,
    marks: Mapping[str, str],
    beside: tuple[ReturnedPiece | None, ReturnedPiece | None],
) -> str:
    if (mark := marks.get(text.strip())) is not None:
        return mark
    address = web_address(piece.link)
    if address and text.strip() in (piece.link, address):
        return f"<{address}>"
    words = f"`{text}`" if piece.code and "`" not in text else _escaped(text, marks)
    if address:
        return f"[{words}]({address})" if not _CITED.fullmatch(text.strip()) else words
    sign = ("**" if piece.strong else "") + ("*" if piece.emphasis else "")
    if not sign or not text.strip():
        return words
    lead = words[: len(words) - len(words.lstrip())]
    tail = words[len(words.rstrip()) :]
    opens = "" if _is_alike(piece, beside[0]) else sign
    closes = "" if _is_alike(piece, beside[1]) else sign
    return f"{lead}{opens}{words.strip()}{closes}{tail}"


def _is_alike(piece: ReturnedPiece, other: ReturnedPiece | None) -> bool:
    """Whether a neighbour goes on in the same emphasis."""
    if other is None or other.link or other.code or not other.text.strip():
        return False
    return (piece.strong, piece.emphasis) == (other.strong, other.emphasis)


def _escaped(text: str, marks: Mapping[str, str]) -> str:
    """Return words so that typed Markdown shows just them, citations among them kept."""
    pieces, at = [], 0
    for match in _CITED.finditer(text):
        if match[0] in marks:
            pieces += [_MEANING.sub(r"\\\g<0>", text[at : match.start()]), marks[match[0]]]
            at = match.end()
    return "".join((*pieces, _MEANING.sub(r"\\\g<0>", text[at:])))


def _safe_start(words: str) -> str:
    """Return a line that opens no list, heading or quotation."""
    match = _OPENS.match(words)
    if match is None:
        return words
    return f"{match[1]}\\{words[match.end(1) :]}" if match[1] else f"\\{words}"
