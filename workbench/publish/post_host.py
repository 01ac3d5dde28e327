"""Where a host name in a post ends: labels, then a top-level domain that exists."""

from __future__ import annotations

from functools import cache
from typing import Final

from workbench.house.resource import resource

_LONGEST_LABEL: Final = 63
"""Letters of an encoded label (RFC 1035, 2.3.4)."""
_PUNYCODE = "xn--"
_ASCII_WORD = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_GLUE = _ASCII_WORD | frozenset("@+-")
"""What may not follow a top-level domain: the name goes on, or it is an e-mail address."""


def host_end(text: str, start: int, stop: int) -> int | None:
    """Return where the longest host name that begins at start ends, or None if none does.

    text[start:stop] is a stretch without white space and punctuation other than dot, hyphen and
    underscore. A top-level domain may be followed by letters of another script without a break.
    """
    best: int | None = None
    position = start
    while (dot := text.find(".", position, stop)) > position:
        label = text[position:dot]
        if label[0] in "-_" or label[-1] in "-_":
            break
        if "_" not in label:
            best = top_level_end(text, dot + 1) or best
        position = dot + 1
    return best


def is_encodable(host: str) -> bool:
    """Return whether every label of a host name can be encoded in 63 letters (RFC 3492)."""
    return all(_is_encodable_label(label) for label in host.split("."))


def top_level_end(text: str, start: int) -> int:
    """Return where the top-level domain that begins at start ends, or 0 if none does."""
    names, longest = _top_level_domains()
    for size in range(min(longest, len(text) - start), 1, -1):
        end = start + size
        if text[start:end].lower() in names and text[end : end + 1] not in _GLUE:
            return end
    end = start
    if text[start : start + len(_PUNYCODE)].lower() == _PUNYCODE:
        while text[end : end + 1] in _ASCII_WORD or text[end : end + 1] == "-":
            end += 1
    return end if end > start + len(_PUNYCODE) else 0


@cache
def _top_level_domains() -> tuple[frozenset[str], int]:
    """Return the known top-level domains in lower case, and the length of the longest."""
    lines = resource("house", "tlds.txt").read_text(encoding="utf-8").splitlines()
    names = frozenset(line for line in lines if line and not line.startswith("#"))
    return names, max(map(len, names))


def _is_encodable_label(label: str) -> bool:
    if label.isascii():
        return 0 < len(label) <= _LONGEST_LABEL
    encoded = label.lower().encode("punycode", "replace")
    return (
        not label.lower().startswith(_PUNYCODE) and len(_PUNYCODE) + len(encoded) <= _LONGEST_LABEL
    )
