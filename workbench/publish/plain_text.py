"""The finished check as plain text: for a mail, a chat, a system that takes nothing else.

Every paragraph is one line, as whatever shows it breaks lines by itself; addresses stand in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.block import BlockKind, TextBlock, parts_as_blocks
from workbench.publish.byline import byline
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS, is_draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.check import Check
    from workbench.house.house import House

_LONGEST_RULE = 72


def plain_text_for(check: Check, house: House) -> str:
    """Return a check as plain text that ends with one line end; the same check, the same text."""
    title = plain(check.title)
    pieces = [DRAFT_WORDS] if is_draft(check) else []
    pieces += [_underlined(title, "=")] if title else []
    pieces += ["\n".join(byline(check, house))]
    for part in parts_as_blocks(check, house):
        if part.heading:
            pieces.append(_underlined(part.heading, "-"))
        pieces.append(text_of(part.blocks))
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def text_of(blocks: Sequence[TextBlock]) -> str:
    """Return blocks as plain text; the items of one list stand together."""
    pieces: list[str] = []
    before: TextBlock | None = None
    for block in blocks:
        if before is not None:
            pieces.append("\n" if before.list_id and block.list_id else "\n\n")
        pieces.append(_written(block))
        before = block
    return "".join(pieces)


def words_of(block: TextBlock) -> str:
    """Return the words of a block, with the address behind those that lead to one."""
    pieces: list[str] = []
    for index, run in enumerate(block.runs):
        pieces.append(run.text)
        following = block.runs[index + 1] if index + 1 < len(block.runs) else None
        if run.link and (following is None or following.link != run.link):
            shown = "".join(one.text for one in block.runs if one.link == run.link)
            address = run.link.removeprefix("mailto:")
            if address not in shown:
                pieces.append(f" ({address})")
    return "".join(pieces)


def _written(block: TextBlock) -> str:
    quote = "> " * block.quotes
    if block.kind is BlockKind.RULE:
        return f"{quote}* * *"
    words = words_of(block)
    if block.kind is BlockKind.HEADING:
        return f"{quote}{words}"
    if not block.list_id:
        return f"{quote}{words}"
    mark = "-" if block.kind is BlockKind.BULLET else f"{block.number}."
    indent = "   " * block.depth
    return f"{quote}{indent}{' ' * len(mark) if block.goes_on else mark} {words}"


def _underlined(words: str, sign: str) -> str:
    return f"{words}\n{sign * min(len(words), _LONGEST_RULE)}"
