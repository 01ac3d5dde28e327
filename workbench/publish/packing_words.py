"""What is said about packing: what stays behind, how large a case file is, what did not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.rules.name import listed

if TYPE_CHECKING:
    from workbench.publish.packing import LeftOut, Packing

_NOTED = {
    "sources": ("1 source", "{n} sources"),
    "claims": ("1 claim", "{n} claims"),
    "evidence": ("1 piece of evidence", "{n} pieces of evidence"),
    "events": ("1 event", "{n} events"),
}


def left_out_words(left: LeftOut) -> tuple[str, ...]:
    """Return what stays behind, each in a few words: "3 originals, 12 MB"."""
    told = []
    if left.originals:
        size = size_words(left.original_bytes)
        told.append(f"{_counted(left.originals, '1 original', '{n} originals')}, {size}")
    if left.private_contacts:
        told.append(_counted(left.private_contacts, "1 private contact", "{n} private contacts"))
    if left.contacts:
        told.append(_counted(left.contacts, "1 person who was asked", "{n} who were asked"))
    if left.contact_notes:
        told.append(_counted(left.contact_notes, "notes to 1 contact", "notes to {n} contacts"))
    if left.notes:
        told.append(_note_words(dict(left.notes)))
    if left.states:
        told.append(_counted(left.states, "1 saved state", "{n} saved states"))
    return tuple(told)


def left_out_sentence(left: LeftOut) -> str:
    """Return what stays behind as one sentence; of nothing, that nothing does."""
    told = left_out_words(left)
    if not told:
        return "Nothing is left out."
    return f"Left out: {'; '.join(told)}."


def missing_words(choice: Packing, missing_originals: int) -> tuple[str, ...]:
    """Return what a sender did not put into a file, as the receiver may know it.

    Of what is private only the kind is told, never how much of it there is.
    """
    told = []
    if not choice.notes:
        told.append("private notes")
    if not choice.contacts:
        told.append("who was asked")
    if not choice.history:
        told.append("the history")
    if missing_originals:
        told.append(_counted(missing_originals, "1 original", "{n} originals"))
    return tuple(told)


def missing_sentence(choice: Packing, missing_originals: int) -> str:
    """Return what a sender left out as one sentence; empty if nothing."""
    told = missing_words(choice, missing_originals)
    return f"Not in the file, as the sender chose: {listed(told)}." if told else ""


def missing_here(count: int) -> str:
    """Return that some originals cannot go along because they are not in the workspace."""
    if count == 1:
        return "1 original is not in this workspace, so it does not go along."
    return f"{count} originals are not in this workspace, so they do not go along."


def size_words(count: int) -> str:
    """Return a number of bytes as people say it: "340 kB", "12 MB"."""
    if count < 1_000:
        return f"{count} bytes"
    if count < 999_500:
        return f"{round(count / 1_000)} kB"
    if count < 9_950_000:
        return f"{count / 1_000_000:.1f} MB"
    return f"{round(count / 1_000_000):,} MB"


def _note_words(notes: dict[str, int]) -> str:
    names = []
    if "check" in notes:
        names.append(_counted(notes["check"], "the check", "{n} checks"))
    names += [_counted(notes[key], *words) for key, words in _NOTED.items() if key in notes]
    return f"notes to {listed(tuple(names))}"


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(n=count)
