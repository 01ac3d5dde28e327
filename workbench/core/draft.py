"""The draft and what goes out with it: typed parts, posts, images, watch items."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.identity import require_id
from workbench.core.source import require_sha256

_NO_PATH = frozenset('/\\:*?"<>|\0\n\r')
"""What a file name cannot hold on one of the systems that a check travels to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """What a person wrote in one part of the template.

    Attributes:
        text: Markdown.
        heading: of this check, in place of the template's; empty to keep that one.

    """

    key: str
    text: str = ""
    heading: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("a part of the draft belongs to a part of the template")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The typed parts of the finished check; generated parts are never stored."""

    parts: tuple[DraftPart, ...] = ()

    def __post_init__(self) -> None:
        if len({part.key for part in self.parts}) != len(self.parts):
            raise ValueError("a part of the draft is there once")

    def text(self, key: str) -> str:
        """Return what is written in a part; empty if nothing is."""
        return next((part.text for part in self.parts if part.key == key), "")

    def heading(self, key: str) -> str:
        """Return the heading that a part has in this check; empty for the template's."""
        return next((part.heading for part in self.parts if part.key == key), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The ready text for one network; the key "" holds the text all others start from."""

    network: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that goes with the check: an illustration, never evidence.

    Attributes:
        sha256: of the picture's bytes in the workspace; empty while only its record exists.
        file_name: what it is called in the export; never the name on the person's disk.

    """

    id: str
    alt_text: str = ""
    caption: str = ""
    creator: str = ""
    licence: str = ""
    link: str = ""
    date: DateValue = UNKNOWN_DATE
    sha256: str = ""
    file_name: str = ""

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.sha256:
            require_sha256("sha256", self.sha256)
        if self.file_name.startswith(".") or not _NO_PATH.isdisjoint(self.file_name):
            raise ValueError(f"a picture's file name has no folder in it: {self.file_name!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchItem:
    """A concrete future signal, tied to the claim that it would change."""

    id: str
    text: str
    claim_id: str = ""
    due: DateValue = UNKNOWN_DATE
    seen: bool = False

    def __post_init__(self) -> None:
        require_id("id", self.id)
        if self.claim_id:
            require_id("claim_id", self.claim_id)
