"""Whether the approvals in a case file are of its words.

An approval is a sign-off with the SHA-256 of the words that were approved, and a record of those
words. The record has to have that SHA-256, or somebody has changed it: then the file is refused.
That the check has other words today than those is no fault: a check may change after its approval,
which shows on it. What cannot be told is said in a remark: the words as the saved state has them
are put into a page by the house's own templates, and the sender's may be others.

This finds what was changed by hand or by a fault. Who makes all of a file anew, fingerprints too,
is found only where the other side has the same saved states, or asks the sender for the SHA-256.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.publish.approval import approved_text, places, text_sha256
from workbench.publish.case_fault import TamperedError, not_those_words
from workbench.publish.change_list import changes_between

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.record import SignOff
    from workbench.house.house import House
    from workbench.publish.case import Case


def require_approved_words(check: Check, exports: tuple[ExportRecord, ...]) -> None:
    """Raise TamperedError unless the words kept of each approval are those that were approved."""
    records = {record.id: record for record in exports}
    for given in check.sign_offs:
        record = records.get(given.id)
        if record is not None and text_sha256(record.markdown) != given.sha256:
            raise TamperedError(
                not_those_words(given),
                "Nothing was taken in. Ask the person who sent it for another one, by a way that "
                f"you trust. What was approved has the SHA-256 {given.sha256}.",
            )


def approval_remarks(case: Case, house: House) -> tuple[str, ...]:
    """Return what could not be told of the approvals in a case file, in sentences.

    Of each the saved state that was approved is held against the words kept of the approval.
    """
    records = {record.id: record for record in case.exports}
    remarks = (_remark(case, given, records.get(given.id), house) for given in case.check.sign_offs)
    return tuple(dict.fromkeys(remark for remark in remarks if remark))


def _remark(case: Case, given: SignOff, record: ExportRecord | None, house: House) -> str:
    name = f"{given.name} on {given.at:%Y-%m-%d}"
    states = [one for one in case.history.revisions if one.number == given.revision]
    texts = []
    for state in states:
        try:
            texts.append(approved_text(case.history.state(state.id), house))
        except UserError:
            continue
    if any(text_sha256(text) == given.sha256 for text in texts):
        return ""
    if record is None:
        return f"The words that were approved by {name} did not come along, so they are not proved."
    if not texts:
        return ""
    counts = [len(changes_between(record.markdown, text)) for text in texts]
    if not min(counts):
        return ""
    return (
        f"The saved state that was approved by {name} reads differently in {places(min(counts))} "
        "when it is put into this house's templates. The words that were approved came along "
        "unchanged."
    )
