"""A file that came back from an editor, as it was read: its words, who changed which, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.core.source import require_sha256, require_utc


class CopyKind(StrEnum):
    """What sort of file of a check it is; unknown where a file does not tell."""

    UNKNOWN = ""
    EXPORT = "export"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyIdentity:
    """What a file says of the check that it shows.

    Attributes:
        check_id: id of the check; empty where the file does not tell.
        revision: number of the saved state; 0 if not told.
        state_id: id of that state in the history; empty if not told.

    """

    check_id: str = ""
    revision: int = 0
    state_id: str = ""
    kind: CopyKind = CopyKind.UNKNOWN


class Edit(StrEnum):
    """What was done to a stretch of words, where the file keeps track of that."""

    NONE = ""
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedPiece:
    """A stretch of words of one line that are alike.

    Attributes:
        who, at: who inserted or deleted it and when, UTC; empty and None where the file is silent.
        link: where it leads; empty if nowhere.
        remarks: indexes of the remarks that it is marked for.

    """

    text: str
    edit: Edit = Edit.NONE
    who: str = ""
    at: datetime | None = None
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    remarks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedLine:
    """A paragraph, heading or item of a list.

    Attributes:
        level: of a heading, from 1; 0 for all else.
        style: what a word processor calls the look of the paragraph, in lower case; may be empty.
        is_note: whether it stands in a footnote.

    """

    pieces: tuple[ReturnedPiece, ...]
    level: int = 0
    is_item: bool = False
    style: str = ""
    is_note: bool = False

    @property
    def final(self) -> str:
        """The words as they stand with all changes made."""
        return "".join(piece.text for piece in self.pieces if piece.edit is not Edit.DELETED)

    @property
    def original(self) -> str:
        """The words as they stood before the changes that the file keeps track of."""
        return "".join(piece.text for piece in self.pieces if piece.edit is not Edit.INSERTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedRemark:
    """A remark in the margin.

    Attributes:
        answers: index of the remark that it answers; -1 if it answers none.
        is_settled: whether it was marked as done.

    """

    text: str
    who: str = ""
    at: datetime | None = None
    answers: int = -1
    is_settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedText:
    """A file that came back.

    Attributes:
        name: of the file, without its folder.
        sha256: of its bytes.
        format: "md" or "docx".
        fields: of the front matter of Markdown, as text.
        who, at: who saved it last and when, UTC; empty and None where the file does not tell.

    """

    name: str
    sha256: str
    format: str
    lines: tuple[ReturnedLine, ...]
    identity: CopyIdentity = CopyIdentity()
    remarks: tuple[ReturnedRemark, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    who: str = ""
    at: datetime | None = None

    def __post_init__(self) -> None:
        require_sha256("sha256", self.sha256)
        if self.at is not None:
            require_utc("at", self.at)

    @property
    def is_tracked(self) -> bool:
        """Whether the file itself tells some of what was changed."""
        return any(piece.edit for line in self.lines for piece in line.pieces)
