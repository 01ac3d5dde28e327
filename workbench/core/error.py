"""The one error that is meant for a person."""

from __future__ import annotations


class UserError(Exception):
    """Something the person can understand and mend; shown as it is, never with a traceback.

    Attributes:
        message: what happened and what is safe, in plain sentences.
        hint: what to do next; may be empty.

    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()
