"""A line of Markdown that came back as pieces of words: marks read, words as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from workbench.core.returned import Edit, ReturnedPiece
from workbench.intake import critic_markup as critic

_S = f"[{critic.SIGNS}]"
_TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<ticks>(?<!`)`+(?!`))(?P<code>[^`]+?)(?P=ticks)(?!`)
    | <(?P<auto>https?://[^\s<>]+|mailto:[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
    | !?\[(?P<label>(?:\\.|[^\[\]\\])*)\]
      \(\s*(?P<to><[^<>]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)
      (?:\s+(?:"[^"]*"|'[^']*'))?\s*\)
    | (?P<run>\*{{1,3}}|(?<![^\W_])_{{1,3}}|_{{1,3}}(?![^\W_]))
    | (?P<sign>{_S})
    """,
    re.VERBOSE,
)
_STRONG = 2
"""Signs of emphasis that make words strong and no more; one makes them emphatic, three both."""


@dataclass(slots=True)
class CriticState:
    """What is open at a place of a text: an insertion or deletion, and which remark comes next.

    Attributes:
        pending: number of pieces of highlighted words that wait for their remark.

    """

    edit: Edit = Edit.NONE
    is_marked: bool = False
    remark: int = 0
    marked_pieces: list[tuple[int, int]] = field(default_factory=list)


class InlineReader:
    """Reads lines one after the other; a change that is open at the end of one goes on."""

    def __init__(self) -> None:
        self.state = CriticState()
        self._lines: list[list[ReturnedPiece]] = []
        self._style = ReturnedPiece(text="")

    @property
    def lines(self) -> list[tuple[ReturnedPiece, ...]]:
        """The lines read so far; remarks may still be tied to the last words of them."""
        return [tuple(line) for line in self._lines]

    def read(self, text: str) -> None:
        """Read a line of inline Markdown."""
        self._lines.append([])
        self._style = ReturnedPiece(text="")
        self._take(text)

    def _take(self, text: str) -> None:
        at = 0
        for match in _TOKEN.finditer(text):
            self._add(text[at : match.start()])
            self._token(match, text)
            at = match.end()
        self._add(text[at:])

    def _token(self, match: re.Match[str], text: str) -> None:
        if match["sign"]:
            self._sign(match["sign"])
        elif match["escaped"]:
            self._add(match["escaped"])
        elif match["entity"]:
            self._add(unescape(match["entity"]))
        elif match["code"] is not None:
            self._add(match["code"].strip(), code=True)
        elif match["auto"]:
            self._add(match["auto"], link=match["auto"])
        elif match["label"] is not None:
            self._link(match)
        else:
            self._run(match, text)

    def _link(self, match: re.Match[str]) -> None:
        before = self._style
        to = match["to"]
        self._style = replace(before, link=to[1:-1] if to.startswith("<") else to)
        self._take(match["label"])
        self._style = replace(self._style, link=before.link)

    def _run(self, match: re.Match[str], text: str) -> None:
        """Take marks of emphasis; beside spaces on both sides they are the signs they are."""
        before = text[match.start() - 1 : match.start()].strip(critic.SIGNS)
        after = text[match.end() : match.end() + 1]
        if not before.strip() and not after.strip():
            self._add(match["run"])
            return
        style, count = self._style, len(match["run"])
        self._style = replace(
            style,
            strong=style.strong != (count > 1),
            emphasis=style.emphasis != (count != _STRONG),
        )

    def _sign(self, sign: str) -> None:
        state = self.state
        if sign == critic.INSERTION:
            state.edit = Edit.INSERTED
        elif sign == critic.DELETION:
            state.edit = Edit.DELETED
        elif sign in (critic.INSERTION_END, critic.DELETION_END):
            state.edit = Edit.NONE
        elif sign == critic.MARKED:
            state.is_marked, state.marked_pieces = True, []
        elif sign == critic.MARKED_END:
            state.is_marked = False
        else:
            self._tie_remark()

    def _tie_remark(self) -> None:
        """Tie the next remark to the words marked just before it, else to those that end there."""
        number, self.state.remark = self.state.remark, self.state.remark + 1
        places = self.state.marked_pieces
        if not places:
            self._lines[-1].append(ReturnedPiece(text="", remarks=frozenset({number})))
            return
        for line, at in places:
            piece = self._lines[line][at]
            self._lines[line][at] = replace(piece, remarks=piece.remarks | {number})

    def _add(self, text: str, *, code: bool = False, link: str = "") -> None:
        if not text:
            return
        state = self.state
        piece = replace(
            self._style,
            text=text,
            edit=state.edit,
            code=code,
            link=link or self._style.link,
        )
        if state.is_marked:
            state.marked_pieces.append((len(self._lines) - 1, len(self._lines[-1])))
        elif text.strip():
            state.marked_pieces = []
        self._lines[-1].append(piece)
