"""Posts: the ready text for a network, with its link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.publish.escape import is_local

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network

LINK = "[LINK]"
"""Stands for the address of the finished check while that is not known."""
BREAK = "[BREAK]"
"""Stands where a person wants a new part of a thread to begin; never goes out."""

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029\x85]")
_BREAK = re.compile(rf"\s*{re.escape(BREAK)}\s*")


def post_for(check: Check, network: Network) -> str:
    """Return the text for a network in one piece with the link in it; empty if there is none.

    The link stands where [LINK] is, else on a line of its own at the end. While the check has no
    address the placeholder stays.
    """
    return without_breaks(text_to_split(check, network))


def text_to_split(check: Check, network: Network) -> str:
    """Return the text for a network as `post_for` does, with the breaks that a person put in."""
    return _with_link(check.post_text(network.key), check.url)


def common_post(check: Check) -> str:
    """Return the text that all networks start from, with the link in it; empty if there is none."""
    return without_breaks(_with_link(check.post_text(""), check.url))


def without_breaks(text: str) -> str:
    """Return a text with a space, or an empty line if there was a line end, for every break."""
    while (match := _BREAK.search(text)) is not None:
        text = text[: match.start()] + _joint(text, match) + text[match.end() :]
    return text


def as_typed(text: str, place: int) -> int:
    """Return the place in a text with breaks that belongs to a place in it without them."""
    shorter = text
    shifts = []
    while (match := _BREAK.search(shorter)) is not None:
        joint = _joint(shorter, match)
        shifts.append((match.start() + len(joint), len(match[0]) - len(joint)))
        shorter = shorter[: match.start()] + joint + shorter[match.end() :]
    return place + sum(length for start, length in shifts if start <= place)


def _joint(text: str, match: re.Match[str]) -> str:
    """Return what stands in place of a break."""
    if match.start() == 0 or match.end() == len(text):
        return ""
    return "\n\n" if "\n" in match[0] else " "


def _with_link(text: str, url: str) -> str:
    lines = _LINE_END.sub("\n", text).split("\n")
    text = "\n".join(line.rstrip() for line in lines).strip()
    url = url.strip()
    if not text or not url or is_local(url):
        return text
    if LINK in text:
        return text.replace(LINK, url)
    return text if url in text else f"{text}\n\n{url}"
