"""A post as a thread: what a person answered when a network was to take it in one piece.

A thread is no text of its own. It is cut anew from the post's one text whenever it is shown or
written, so that the parts can never say something else than the text. What is kept is the
answer alone, among the check's dismissals: "post whole NETWORK" is a no to one piece, "post
numbers NETWORK" a no to the numbers at the ends of the parts. Where a person wants a cut of their
own, the text says so itself (`workbench.publish.post.BREAK`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.change import with_dismissal, without_dismissal

if TYPE_CHECKING:
    from workbench.core.check import Check


def is_thread(check: Check, network: str) -> bool:
    """Return whether the post for a network goes out as a thread where it is too long."""
    return _key("whole", network) in check.dismissals


def has_numbers(check: Check, network: str) -> bool:
    """Return whether the parts of a network's thread end in their numbers, as "2/5"."""
    return _key("numbers", network) not in check.dismissals


def as_thread(check: Check, network: str, *, split: bool = True) -> Check:
    """Return the check with a network's post as a thread, or in one piece again."""
    change = with_dismissal if split else without_dismissal
    return change(check, _key("whole", network))


def with_numbers(check: Check, network: str, *, numbered: bool = True) -> Check:
    """Return the check with or without numbers at the ends of the parts of a network's thread."""
    change = without_dismissal if numbered else with_dismissal
    return change(check, _key("numbers", network))


def _key(question: str, network: str) -> str:
    return f"post {question} {network}"
