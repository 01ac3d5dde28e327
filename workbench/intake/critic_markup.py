"""CriticMarkup in a text: insertions, deletions, substitutions, comments and highlights.

http://criticmarkup.com/spec.php. The marks become single signs of the private use area, so that
the Markdown around and inside them can be read as ever, whatever paragraphs a mark spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.core.returned import ReturnedRemark

INSERTION, INSERTION_END = "\ue0f0", "\ue0f1"
DELETION, DELETION_END = "\ue0f2", "\ue0f3"
MARKED, MARKED_END = "\ue0f4", "\ue0f5"
REMARK = "\ue0f6"
SIGNS = INSERTION + INSERTION_END + DELETION + DELETION_END + MARKED + MARKED_END + REMARK
_OPENING = re.compile(r"\{(?:\+\+|--|~~|>>|==)")
_CLOSING = {"{++": "++}", "{--": "--}", "{~~": "~~}", "{>>": "<<}", "{==": "==}"}
_ARROW = "~>"
_LONGEST = 100_000
_SIGNED = re.compile(r"\A\s*(?:@|—\s*)?(?P<who>[^\W\d_][\w.’' -]{0,60}?)\s*:\s+(?=\S)")
_MOST_WORDS_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with signs in place of the marks, and what its comments say, in their order."""

    text: str
    remarks: tuple[ReturnedRemark, ...]


def marked(text: str) -> Marked:
    """Return a text with its CriticMarkup read; a mark that is not closed stays as it is."""
    for sign in SIGNS:
        text = text.replace(sign, "\ufffd")
    remarks: list[ReturnedRemark] = []
    pieces: list[str] = []
    ends = dict.fromkeys(_CLOSING, 0)  # where the next closing mark of a kind stands; -1 for none
    at = 0
    for match in _OPENING.finditer(text):
        opening, start = match[0], match.end()
        if match.start() < at:
            continue
        if 0 <= ends[opening] < start:
            ends[opening] = text.find(_CLOSING[opening], start)
        end = ends[opening]
        signs = _signs(opening, text[start:end], remarks) if 0 <= end - start <= _LONGEST else None
        if signs is not None:
            pieces += [text[at : match.start()], signs]
            at = end + len(_CLOSING[opening])
    return Marked("".join((*pieces, text[at:])), tuple(remarks))


def _signs(opening: str, inside: str, remarks: list[ReturnedRemark]) -> str | None:
    """Return what stands for a mark; None if it is not whole."""
    if opening == "{++":
        return f"{INSERTION}{inside}{INSERTION_END}"
    if opening == "{--":
        return f"{DELETION}{inside}{DELETION_END}"
    if opening == "{==":
        return f"{MARKED}{inside}{MARKED_END}"
    if opening == "{~~":
        was, arrow, now = inside.partition(_ARROW)
        changed = f"{DELETION}{was}{DELETION_END}{INSERTION}{now}{INSERTION_END}"
        return changed if arrow else None
    words = inside.strip()
    if not words:
        return ""
    remarks.append(_remark(words))
    return REMARK


def _remark(words: str) -> ReturnedRemark:
    """Return a remark; one that begins with a name, "Mara Voss: ...", is that person's."""
    signed = _SIGNED.match(words)
    if signed and len(signed["who"].split()) <= _MOST_WORDS_OF_A_NAME and _is_name(signed["who"]):
        return ReturnedRemark(text=words[signed.end() :].strip(), who=signed["who"])
    return ReturnedRemark(text=words)


def _is_name(words: str) -> bool:
    """Whether every word begins with a capital: two at least, so that "Note:" signs nothing."""
    parts = words.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)
