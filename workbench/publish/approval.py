"""The approval of a check: of which words it was given, and whether they are still those.

An approval is a sign-off with the SHA-256 of what goes out, and a record of those words in the log
of exports under the same id, so that what changed since can be shown.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.core.date import UNKNOWN_DATE
from workbench.core.export_record import ExportRecord
from workbench.core.record import CheckState, SignOff
from workbench.publish.change_list import TextChange, changes_between
from workbench.publish.escape import escaped
from workbench.publish.layout import paragraph
from workbench.publish.markdown import markdown_for

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from workbench.core.check import Check
    from workbench.core.record import ChecklistAnswer
    from workbench.house.house import House

APPROVED_STATES = frozenset({CheckState.APPROVED, CheckState.PUBLISHED, CheckState.CORRECTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An approval of a check: the one that it goes out under, or an earlier one.

    Attributes:
        sign_off: who approved when.
        is_changed: whether what goes out differs from what was approved.
        changes: what differs; empty as well where the approved words were not kept.

    """

    sign_off: SignOff
    is_changed: bool = False
    changes: tuple[TextChange, ...] = ()


def approved_text(check: Check, house: House) -> str:
    """Return all words of a check that go out, in Markdown, and the posts behind them.

    State, date, address and short name are left out: they are settled when a check goes out, after
    its approval, and by the workspace that it is in.
    """
    state = CheckState.APPROVED
    bare = replace(check, slug="approved", state=state, published=UNKNOWN_DATE, url="")
    names = {network.key: network.name for network in house.networks}
    text = markdown_for(bare, house)
    for post in check.posts:
        if post.text.strip():
            heading = (
                f"Post for {names.get(post.network, post.network)}" if post.network else "Post"
            )
            blocks = (
                paragraph(escaped(block)) for block in post.text.split("\n\n") if block.strip()
            )
            text += "\n\n".join((f"\n## {escaped(heading)}", *blocks)) + "\n"
    return text


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def approved_words(check: Check, house: House, *, record_id: str, at: datetime) -> ExportRecord:
    """Return the record of the words that are approved now; it has no formats, for none went out.

    Its revision is still to be set by who knows it.
    """
    return ExportRecord(
        id=record_id,
        revision=1,
        at=at,
        formats=(),
        files=(),
        markdown=approved_text(check, house),
    )


def sign_off_of(
    words: ExportRecord, name: str, role: str = "", answers: tuple[ChecklistAnswer, ...] = ()
) -> SignOff:
    """Return the sign-off by a person of words that were recorded."""
    return SignOff(
        id=words.id,
        name=" ".join(name.split()),
        role=" ".join(role.split()),
        at=words.at,
        revision=words.revision,
        sha256=text_sha256(words.markdown),
        answers=answers,
    )


def signed_now(check: Check, house: House) -> tuple[SignOff, ...]:
    """Return the sign-offs that are of the words as they are, the first one first."""
    if not check.sign_offs:
        return ()
    sha256 = text_sha256(approved_text(check, house))
    return tuple(one for one in _by_time(check) if one.sha256 == sha256)


def gone_out(records: Iterable[ExportRecord]) -> tuple[ExportRecord, ...]:
    """Return the records of exports, without approved words and editors' copies."""
    return tuple(record for record in records if record.formats and not record.reader)


def approval_of(check: Check, house: House, records: Iterable[ExportRecord]) -> Approval | None:
    """Return the approval that a check goes out under; None if it has none or none was noted.

    records: of the check, exports and approved words alike. Words that are the same in another
    layout, as after a newer version of the program, are the same words.
    """
    given = _valid(check, house)
    return None if given is None else _compared(given, approved_text(check, house), records)


def approval_among(check: Check, house: House, approvals: Iterable[Approval]) -> Approval | None:
    """Return which of all its approvals a check goes out under; None if it has none."""
    given = _valid(check, house)
    return next((one for one in approvals if one.sign_off is given), None)


def approvals_of(
    check: Check, house: House, records: Iterable[ExportRecord]
) -> tuple[Approval, ...]:
    """Return every approval that was given, the newest first, with what changed since each."""
    if not check.sign_offs:
        return ()
    now, kept = approved_text(check, house), tuple(records)
    return tuple(_compared(given, now, kept) for given in reversed(_by_time(check)))


def _compared(given: SignOff, now: str, records: Iterable[ExportRecord]) -> Approval:
    """Return an approval beside the words as they are now."""
    if text_sha256(now) == given.sha256:
        return Approval(sign_off=given)
    kept = next((record for record in records if record.id == given.id), None)
    if kept is None:
        return Approval(sign_off=given, is_changed=True)
    changes = changes_between(kept.markdown, now)
    return Approval(sign_off=given, is_changed=bool(changes), changes=changes)


def _valid(check: Check, house: House) -> SignOff | None:
    """Return the sign-off that a check goes out under."""
    if check.state not in APPROVED_STATES or not check.sign_offs:
        return None
    return _last_whole(_by_time(check), house.review.required_roles)


def _by_time(check: Check) -> list[SignOff]:
    return sorted(check.sign_offs, key=lambda one: (one.at, one.id))


def _last_whole(given: list[SignOff], roles: tuple[str, ...]) -> SignOff:
    """Return the newest sign-off by which the same words had one in each role that is asked for.

    The newest of all where none has: then the check was approved under other rules.
    """
    wanted = {role.casefold() for role in roles}
    for place in range(len(given) - 1, -1, -1):
        last = given[place]
        have = {one.role.casefold() for one in given[: place + 1] if one.sha256 == last.sha256}
        if wanted <= have:
            return last
    return given[-1]


def places(count: int) -> str:
    """Return how many places differ, in words: "1 place", "3 places"."""
    return "1 place" if count == 1 else f"{count} places"


def approval_words(approval: Approval) -> str:
    """Return who approved when, and whether it still holds; the time is UTC."""
    given = approval.sign_off
    role = f" ({given.role})" if given.role else ""
    words = f"approved {given.at:%Y-%m-%d %H:%M} UTC by {given.name}{role}"
    return f"{words}; {withdrawn_words(approval)}" if approval.is_changed else words


def withdrawn_words(approval: Approval) -> str:
    """Return that an approval does not hold any more: "withdrawn, 2 places changed since"."""
    count = len(approval.changes)
    return f"withdrawn, {places(count)} changed since" if count else "withdrawn, changed since"
