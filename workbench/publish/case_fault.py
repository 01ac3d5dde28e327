"""What is said of a case file that cannot be opened, or that somebody has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.publish.approval import APPROVED_STATES

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.record import SignOff

_ASK_AGAIN = "Nothing was taken in. Ask for the file again."
_ASK_SENDER = (
    "Nothing was taken in. The file was changed after it was packed, on purpose or by a fault. Ask "
    "the person who sent it for another one, by a way that you trust."
)


class TamperedError(UserError):
    """A case file that does not hold what its own fingerprints say."""


def refused(reason: str, hint: str = "") -> UserError:
    """Return what is said of a file that cannot be opened."""
    return UserError(
        f"This case file cannot be opened: {reason}.",
        f"Nothing was taken in. {hint}" if hint else _ASK_AGAIN,
    )


def tampered(what: str, check: Check | None = None, state: int = 0) -> TamperedError:
    """Return what is said of a file in which something does not fit; `what` names it.

    If the state that does not fit is one that was approved, or the check is approved as it is, it
    says whose approval is not of this file. `state` is the number of a saved state; 0 is the check.
    """
    given = _approval_of(check, state) if check is not None else None
    if given is not None:
        return TamperedError(f"{not_those_words(given)} {what}", _ASK_SENDER)
    return TamperedError(f"This case file has been tampered with. {what}", _ASK_SENDER)


def _approval_of(check: Check, state: int) -> SignOff | None:
    given = sorted(check.sign_offs, key=lambda one: (one.at, one.id))
    if state:
        return next((one for one in given if one.revision == state), None)
    return given[-1] if given and check.state in APPROVED_STATES else None


def not_those_words(given: SignOff) -> str:
    """Return that an approval is not of the words in a file."""
    return (
        f"The words that {given.name} approved on {given.at:%Y-%m-%d} are not the words in this "
        "file: it has been tampered with."
    )
