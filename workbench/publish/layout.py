"""Blocks of Markdown, wrapped at 80 columns.

Why wrapped: markdownlint's defaults want it (MD013), a mail or a diff of a wrapped text can be
read, and every reader shows the same page, because a single line end inside a paragraph is a
space. A word is never put at the start of a line where it would become a list, a heading or a
quotation there; an address longer than a line stands on a line of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH = 80
"""Columns of a line, in UTF-16 units, as JavaScript linters count."""

# At the start of a line these could open a block in one of the readers.
_OPENS_A_BLOCK = re.compile(
    r"[-+=|:~>#]|[*_](?![^\s*_])|\*\*\*|___|```|\d+[.)]\Z|\S*\]:|<(?!https?:)"
)
# The signs at the end of a line, behind a backslash that already escapes the first of them.
_LAST_SIGNS = re.compile(r"(?<!\\)(?P<backslashes>(?:\\\\)*)(?P<escaped>\\#)?(?P<signs>#*)\Z")


def heading(level: int, text: str) -> str:
    """Return one line of inline Markdown as a heading; it cannot be wrapped."""
    # Signs at the end would count as part of the heading's mark.
    return f"{'#' * level} {_LAST_SIGNS.sub(_escaped_signs, text)}"


def paragraph(text: str) -> str:
    """Return one line of inline Markdown as a paragraph."""
    return wrapped(text)


def bullet(text: str) -> str:
    """Return one line of inline Markdown as an item of a list."""
    return wrapped(text, first="- ", rest="  ")


def numbered(number: int, text: str) -> str:
    """Return one line of inline Markdown as an item of a numbered list."""
    first = f"{number}. "
    return wrapped(text, first=first, rest=" " * len(first))


def quoted(lines: Iterable[str]) -> str:
    """Return lines of inline Markdown as a block quotation, each a paragraph of its own."""
    return "\n>\n".join(wrapped(line, first="> ", rest="> ") for line in lines)


def blocks(*parts: str) -> str:
    """Return blocks of Markdown with an empty line between; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """Return a line of inline Markdown on lines of at most width columns, broken at spaces."""
    lines: list[str] = []
    line, columns = "", _columns(first)
    for word in _unbreakable(text):
        needed = _columns(word)
        if line and columns + 1 + needed > width:
            lines.append(line)
            line, columns = "", _columns(rest)
        lead = " " if line else (rest if lines else first)
        line += f"{lead}{word}"
        columns += needed + (lead == " ")
    return "\n".join((*lines, line))


def _unbreakable(text: str) -> list[str]:
    """Return the words of a line, those that must not start one joined to the word before."""
    groups: list[list[str]] = []
    for word in text.split(" "):
        if groups and (not word.strip() or word[0].isspace() or _OPENS_A_BLOCK.match(word)):
            groups[-1].append(word)
        else:
            groups.append([word])
    return [" ".join(group) for group in groups]


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _escaped_signs(match: re.Match[str]) -> str:
    return f"{match['backslashes']}{match['escaped'] or ''}" + r"\#" * len(match["signs"])
