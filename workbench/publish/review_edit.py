"""What was changed in lines that belong together: which words went, which came, and by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from workbench.core.returned import Edit, ReturnedPiece
from workbench.publish.review_token import BREAK_KEY, Token, common, tokens_of

if TYPE_CHECKING:
    from workbench.core.returned import ReturnedLine
    from workbench.publish.review_line import Origin, SentLine


_FEW = 2
"""Words between two changes of one stretch that was typed anew."""


class SentWord(NamedTuple):
    """A word that went out; the end of a line is one too, with the key of a break."""

    key: str
    shown: str
    line: int
    origin: Origin | None


class FinalWord(NamedTuple):
    """A word that came back, in the text of all lines of its group."""

    key: str
    start: int
    end: int
    is_tracked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdit:
    """One change.

    Attributes:
        gone: places of the words that went, (start, end) among the words that went out.
        start, end: of what came, in the text that came back; both where it would stand if nothing.
        before, after: places in that text where the words on both sides end and begin.

    """

    gone: tuple[int, int]
    start: int
    end: int
    before: int
    after: int
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEdits:
    """The changes of one group of lines.

    Attributes:
        words: that went out.
        text: that came back, its lines parted by line ends.
        starts: of each of its lines.
        kept: places in that text of the words that are in both, by their number.
        pieces: places in that text of what came back, those of deletions empty.
        reshaped: how many words differ in the shape of quotes or dashes alone.

    """

    words: tuple[SentWord, ...]
    text: str
    starts: tuple[int, ...]
    edits: tuple[WordEdit, ...]
    pieces: tuple[tuple[int, int, ReturnedPiece], ...]
    kept: Mapping[int, tuple[int, int]]
    reshaped: int = 0


def group_edits(base: Sequence[SentLine], returned: Sequence[ReturnedLine]) -> GroupEdits:
    """Return what differs between lines that went out and those that came back for them."""
    words = _base_words(base)
    pieces, text, starts = _laid_out(returned)
    final = _final_words(text, pieces)
    keys = [word.key for word in words]
    pairs = common(keys, [word.key for word in final])
    kept = _joined(
        [
            (one, other)
            for one, other in pairs
            if words[one].key == BREAK_KEY
            or not (final[other].is_tracked and words[one].shown != _shown(text, final[other]))
        ],
        (len(words), len(final)),
        final,
        is_tracked=any(piece.edit for _, _, piece in pieces),
    )
    reshaped = sum(
        words[one].shown != _shown(text, final[other]) and words[one].key != BREAK_KEY
        for one, other in kept
    )
    deleted = _deletions(keys, returned)
    edits = []
    at = (-1, -1)
    for one, other in (*kept, (len(words), len(final))):
        if one > at[0] + 1 or other > at[1] + 1:
            edits.append(
                _edit((at[0] + 1, one), (at[1] + 1, other), final, text, (pieces, deleted))
            )
        at = (one, other)
    return GroupEdits(
        words=words,
        text=text,
        starts=tuple(starts),
        edits=tuple(edits),
        pieces=tuple(pieces),
        kept={one: (final[other].start, final[other].end) for one, other in kept},
        reshaped=reshaped,
    )


def _joined(
    kept: list[tuple[int, int]],
    lengths: tuple[int, int],
    final: Sequence[FinalWord],
    *,
    is_tracked: bool,
) -> list[tuple[int, int]]:
    """Return pairs without the few words between two changes that were typed anew with them.

    Where nobody kept track, one word between two changes is taken for part of them.
    """
    runs: list[list[tuple[int, int]]] = []
    for pair in kept:
        if runs and (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1) == pair:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    found: list[tuple[int, int]] = []
    for run in runs:
        first, last = run[0], run[-1]
        is_between = first > (0, 0) and (last[0] + 1, last[1] + 1) != lengths
        is_new = all(final[other].is_tracked for _, other in run)
        few = _FEW if is_new else 0 if is_tracked else 1
        is_word = all(not final[other].key.startswith(("[", BREAK_KEY)) for _, other in run)
        if not (is_between and is_word and len(run) <= few):
            found += run
    return found


def _shown(text: str, word: FinalWord) -> str:
    return text[word.start : word.end]


def _base_words(base: Sequence[SentLine]) -> tuple[SentWord, ...]:
    words: list[SentWord] = []
    for number, line in enumerate(base):
        if number:
            words.append(SentWord(BREAK_KEY, "\n", number, None))
        for token, origin in zip(line.tokens, line.origins, strict=True):
            shown = line.words[token.start : token.end]
            words.append(SentWord(token.key, shown, number, origin))
    return tuple(words)


def _laid_out(
    returned: Sequence[ReturnedLine],
) -> tuple[list[tuple[int, int, ReturnedPiece]], str, list[int]]:
    """Return the pieces that came back with their places, their text, and where lines begin."""
    pieces: list[tuple[int, int, ReturnedPiece]] = []
    starts: list[int] = []
    text = ""
    for number, line in enumerate(returned):
        text += "\n" if number else ""
        starts.append(len(text))
        for piece in line.pieces:
            words = "" if piece.edit is Edit.DELETED else piece.text.replace("\n", " ")
            pieces.append((len(text), len(text) + len(words), piece))
            text += words
    return pieces, text, starts


def _final_words(
    text: str, pieces: Sequence[tuple[int, int, ReturnedPiece]]
) -> tuple[FinalWord, ...]:
    found: list[FinalWord] = []
    begin = 0
    inserted = [(a, b) for a, b, piece in pieces if piece.edit is Edit.INSERTED and a < b]
    for number, line in enumerate(text.split("\n")):
        if number:
            found.append(FinalWord(BREAK_KEY, begin - 1, begin, False))
        for token in tokens_of(line):
            start, end = begin + token.start, begin + token.end
            is_tracked = any(a < end and start < b for a, b in inserted)
            found.append(FinalWord(token.key, start, end, is_tracked))
        begin += len(line) + 1
    return tuple(found)


def _deletions(
    keys: Sequence[str], returned: Sequence[ReturnedLine]
) -> dict[int, tuple[str, datetime | None]]:
    """Return who deleted which of the words that went out, and when, as far as that is told."""
    found: dict[int, tuple[str, datetime | None]] = {}
    if not any(piece.edit is Edit.DELETED for line in returned for piece in line.pieces):
        return found
    row: list[tuple[str, tuple[str, datetime | None] | None]] = []
    for number, line in enumerate(returned):
        if number:
            row.append((BREAK_KEY, None))
        row += _original_words(line)
    for one, other in common(keys, [key for key, _ in row]):
        by = row[other][1]
        if by is not None:
            found[one] = by
    return found


def _original_words(
    line: ReturnedLine,
) -> list[tuple[str, tuple[str, datetime | None] | None]]:
    """Return the words of a line before its changes, and who deleted each of them."""
    spans: list[tuple[int, int, ReturnedPiece]] = []
    text = ""
    for piece in line.pieces:
        if piece.edit is not Edit.INSERTED:
            spans.append((len(text), len(text) + len(piece.text), piece))
            text += piece.text
    return [(token.key, _deleted_by(token, spans)) for token in tokens_of(text)]


def _deleted_by(
    token: Token, spans: Sequence[tuple[int, int, ReturnedPiece]]
) -> tuple[str, datetime | None] | None:
    for start, end, piece in spans:
        if start < token.end and token.start < end and piece.edit is Edit.DELETED:
            return piece.who, piece.at
    return None


def _edit(
    gone: tuple[int, int],
    came: tuple[int, int],
    final: Sequence[FinalWord],
    text: str,
    tracked: tuple[
        Sequence[tuple[int, int, ReturnedPiece]], dict[int, tuple[str, datetime | None]]
    ],
) -> WordEdit:
    pieces, deleted = tracked
    before = final[came[0] - 1].end if came[0] else 0
    after = final[came[1]].start if came[1] < len(final) else len(text)
    start = final[came[0]].start if came[0] < came[1] else before
    end = final[came[1] - 1].end if came[0] < came[1] else before
    told: dict[str, datetime | None] = {}
    for a, b, piece in pieces:
        if piece.edit is Edit.INSERTED and a < end and start < b:
            told.setdefault(piece.who, piece.at)
    for at in range(*gone):
        if at in deleted:
            told.setdefault(*deleted[at])
    return WordEdit(
        gone=gone,
        start=start,
        end=end,
        before=before,
        after=after,
        who=" and ".join(who for who in told if who),
        at=max((at for at in told.values() if at is not None), default=None),
    )
