"""What goes out on a network: the post in one piece, or the parts of its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.change_post import has_numbers, is_thread
from workbench.publish.count import fits
from workbench.publish.post import BREAK, post_for, text_to_split

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import Network


def parts_for(check: Check, network: Network) -> tuple[str, ...]:
    """Return what is posted on a network, part by part; none while there is no text."""
    if not is_thread(check, network.key):
        return tuple(filter(None, (post_for(check, network),)))
    from workbench.publish.thread import thread

    numbered = has_numbers(check, network.key)
    return thread(text_to_split(check, network), network, numbered=numbered)


def can_be_thread(check: Check, network: Network) -> bool:
    """Return whether a post would be cut: it is too long, or a person put a break into it."""
    text = text_to_split(check, network)
    return bool(text) and (BREAK in text or not fits(text, network))


def is_over_limit(check: Check, network: Network) -> bool:
    """Return whether a network would refuse what is posted on it, or a part of it."""
    return any(not fits(part, network) for part in parts_for(check, network))


def thread_file(parts: tuple[str, ...]) -> str:
    """Return parts as one text to copy from: alone as it is, several each under its number."""
    if len(parts) < 2:
        return "".join(parts)
    return "\n\n".join(
        f"--- Part {number} of {len(parts)} ---\n\n{part}"
        for number, part in enumerate(parts, start=1)
    )
