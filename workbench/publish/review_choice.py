"""Words that came back for a field of codes, read as the code: a status, a label of the scale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.claim import ClaimStatus
from workbench.core.review import Subject, SubjectKind
from workbench.publish.escape import plain
from workbench.publish.review_group import status_of
from workbench.rules.suggested_field import BASIS, HEADING, LABEL, STATUS

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.house.house import House
    from workbench.publish.review_place import FieldChange

_RATING = frozenset({LABEL, "verdict.wording"})


def choice_of(change: FieldChange, check: Check, house: House) -> FieldChange | None:
    """Return a change of a whole field with what is to stand in the field; None if unreadable."""
    field = change.target.subject.field
    words = plain(change.now)
    if field == STATUS:
        known = set(ClaimStatus)
        status = ClaimStatus(words) if words in known else status_of(words)
        return replace(change, now=status.value) if status is not None else None
    if field in _RATING:
        return _rating(change, check, house, words)
    if field == HEADING:
        return replace(change, now=words) if words else None
    if field == BASIS and not words:
        return None
    return replace(change, now=words)


def label_called(house: House, check: Check, words: str) -> str:
    """Return "scale/label" of the label with a name, on the scale of the check first."""
    scales = sorted(house.scales, key=lambda scale: scale.key != check.verdict.scale)
    wanted = words.strip(" .").casefold()
    for scale in scales:
        for label in scale.labels:
            if wanted in (label.name.strip(" .").casefold(), label.key.replace("_", " ")):
                return f"{scale.key}/{label.key}"
    return ""


def _rating(change: FieldChange, check: Check, house: House, words: str) -> FieldChange | None:
    """Return a label if the words are its name, else free wording in its place."""
    words = words.strip(" .") if not words.endswith("…") else words
    if not words:
        return None
    verdict = check.verdict
    code = label_called(house, check, words)
    held = f"{verdict.scale}/{verdict.label}" if verdict.label else ""
    if code and code == held:  # the label that it has, so the wording in its place goes
        words, code = "", ""
    field = LABEL if code else "verdict.wording"
    text = held if code else verdict.wording
    subject = Subject(kind=SubjectKind.CHECK, field=field)
    target = replace(change.target, subject=subject, text=text)
    return replace(change, target=target, now=code or words)
