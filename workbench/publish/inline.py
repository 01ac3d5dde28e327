"""Typed inline Markdown, read by one small grammar and written so that every reader agrees.

Emphasis, strong emphasis, code, links and addresses go out in one plain form. All else is text and
is escaped: raw HTML, a link to anything but the web or a mailbox, a lone asterisk. A picture goes
out as a link, so that no page loads it unasked.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.core.citation_mark import MARK_FORM
from workbench.publish.escape import (
    one_spaced,
    plain,
    start_escaped,
    web_address,
    without_controls,
    without_meaning,
    without_sentence_end,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    rf"""
      \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    | (?P<ticks>(?<!`)`+(?!`))(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | <(?P<auto>https?://[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>
    | [ \t]*(?P<cite>{MARK_FORM})
    | !?\[(?P<label>(?:\\.|{MARK_FORM}|[^\[\]\\])*)\]
      (?:\((?P<to>\s*(?:<[^<>]*>|[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)
      (?:\s+(?:"[^"]*"|'[^']*'))?\s*)\)|\[(?P<name>[^\[\]]*)\])?
    | (?P<bare>(?<![^\W_])https?://[^\s<>"]+)
    | (?P<mail>(?<![\w.+@/-])[\w.+-]+@[\w.-]*\w)
    | (?P<run>[*_]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# As CommonMark has it, without the signs that nobody's address has.
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"[A-Za-z0-9.+_-]+@{_LABEL}(?:\.{_LABEL})+\Z")
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*\Z")
_LONGEST_RUN = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line: text to be escaped, finished Markdown, or a run of * or _."""

    text: str = ""
    markdown: str = ""
    run: str = ""

    @property
    def shown(self) -> str:
        return self.text or self.markdown or self.run


def inline(text: str, definitions: Mapping[str, str] | None = None) -> str:
    """Return a line of typed Markdown with nothing in it that acts or that readers dispute.

    It opens no block either. Definitions give the addresses of reference links by the names that
    `reference_key` makes, and the finished Markdown of citation marks by "^" and their key; a mark
    that is not among them goes out as nothing.
    """
    written = _written(_pieces(plain(text), definitions or {}, links=True))
    return start_escaped(one_spaced(written))  # entities can be spaces, too


def reference_key(name: str) -> str:
    """Return what two spellings of the name of a reference link share."""
    return " ".join(name.casefold().split())


def _pieces(text: str, definitions: Mapping[str, str], *, links: bool) -> list[_Piece]:
    """Return the pieces of a line, in order; without links every address is text."""
    pieces: list[_Piece] = []
    at = 0
    while match := _TOKEN.search(text, at):
        piece, length = _piece(match, definitions, links=links)
        if not (match["cite"] and pieces and not text[at : match.start()] and piece == pieces[-1]):
            pieces += [_Piece(text=text[at : match.start()]), piece]  # one source is cited once
        at = match.start() + length
    pieces.append(_Piece(text=text[at:]))
    return [piece for piece in pieces if piece.shown]


def _piece(
    match: re.Match[str], definitions: Mapping[str, str], *, links: bool
) -> tuple[_Piece, int]:
    """Return what a token becomes, and how many code points of the text it takes."""
    whole = len(match[0])
    if match["run"]:
        return _Piece(run=match[0]), whole
    if match["code"] is not None:
        return _code(match), whole
    if match["escaped"] or match["entity"]:
        literal = match["escaped"] or without_controls(unescape(match["entity"]))
        return _Piece(text=literal), whole
    if match["cite"]:
        key = reference_key(match["cite"][1:-1])
        return _Piece(markdown=definitions.get(key, "") if links else ""), whole
    if match["label"] is not None:
        if links and (link := _link(match, definitions)):
            return _Piece(markdown=link), whole
        opening = match[0][: match.start("label") - match.start()]
        return _Piece(text=opening), len(opening)
    address = match["auto"] or match["mail"] or without_sentence_end(match["bare"])
    length = len(address) if match["bare"] else whole
    return _autolink(address) if links else _Piece(text=address), length


def code(text: str) -> str:
    """Return text as code on one line; what readers could take for a tag or a fence stays text."""
    text = plain(text)
    if not text or any(sign in text for sign in "<&`"):
        return start_escaped(without_meaning(text))
    return f"`{text}`"


def _code(match: re.Match[str]) -> _Piece:
    written = code(match["code"])
    if written.startswith("`"):
        return _Piece(markdown=written)
    return _Piece(text=f"{match['ticks']}{match['code']}{match['ticks']}")


def _autolink(address: str) -> _Piece:
    if _MAIL.match(address) or web_address(address) == address:
        return _Piece(markdown=f"<{address}>")
    return _Piece(text=address)


def _link(match: re.Match[str], definitions: Mapping[str, str]) -> str:
    """Return a link if it leads to the web or a mailbox, else nothing."""
    to, label = match["to"], match["label"]
    if to is None:
        to = definitions.get(reference_key(match["name"] or label), "")
    target = link_target(_TITLE.sub("", to).strip())
    words = _written(_pieces(label.strip(), {}, links=False))
    return f"[{words}](<{target}>)" if target and words else ""


def link_target(to: str) -> str:
    """Return where a typed link leads, if that is the web or a mailbox; else nothing."""
    to = unescape(to[1:-1] if to[:1] == "<" else to)
    scheme, _, mailbox = to.partition(":")
    if scheme.lower() == "mailto":
        return to if _MAIL.match(mailbox) else ""
    return web_address(to)


def _written(pieces: list[_Piece]) -> str:
    """Return pieces as Markdown: text escaped, and runs of * or _ kept where they are a pair."""
    pairs = _pairs(pieces)
    settled = [
        replace(piece, run="", markdown="*" * len(piece.run))
        if at in pairs
        else _Piece(text=piece.text or piece.run, markdown=piece.markdown)
        for at, piece in enumerate(pieces)
    ]
    written: list[str] = []
    for is_text, group in groupby(settled, key=lambda piece: bool(piece.text)):
        joined = "".join(piece.shown for piece in group)
        if joined.startswith("[") and not is_text and written and written[-1].endswith("!"):
            # A cry in front of a link is no picture.
            written[-1] = f"{written[-1][:-1]}\\!"
        written.append(without_meaning(joined) if is_text else joined)
    return "".join(written)


def _pairs(pieces: list[_Piece]) -> set[int]:
    """Return the places of the runs that open and close emphasis, inside each other or apart."""
    kept: set[int] = set()
    waiting: list[int] = []
    for at, piece in enumerate(pieces):
        if not piece.run or len(piece.run) > _LONGEST_RUN:
            continue
        mirrored = piece.run[::-1]
        opener = next((one for one in reversed(waiting) if pieces[one].run == mirrored), None)
        if opener is not None and _closes(pieces, at):
            kept |= {opener, at}
            waiting = waiting[: waiting.index(opener)]
        elif opener is None and _opens(pieces, at) and _nests(piece.run, pieces, waiting):
            waiting.append(at)
    return kept


def _nests(run: str, pieces: list[_Piece], waiting: list[int]) -> bool:
    """Whether a run may open inside those that wait: one of each kind, and no triple ones."""
    lengths = {len(run), *(len(pieces[at].run) for at in waiting)}
    return not waiting or (len(lengths) > len(waiting) and max(lengths) < _LONGEST_RUN)


def _opens(pieces: list[_Piece], at: int) -> bool:
    before = pieces[at - 1].shown[-1:] if at else ""
    after = pieces[at + 1].shown[:1] if at + 1 < len(pieces) else ""
    return _is_edge(before) and bool(after.strip())


def _closes(pieces: list[_Piece], at: int) -> bool:
    before = pieces[at - 1].shown[-1:] if at else ""
    after = pieces[at + 1].shown[:1] if at + 1 < len(pieces) else ""
    return bool(before.strip()) and _is_edge(after)


def _is_edge(char: str) -> bool:
    """Whether emphasis may begin or end beside a character: nothing, a space, punctuation."""
    return not char or char.isspace() or unicodedata.category(char)[0] == "P"
