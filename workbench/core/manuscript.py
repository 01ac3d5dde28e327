"""The manuscript: a finished check as the pre-flight reads it, from a workspace or from a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.check import Check
from workbench.core.words import Words


class Role(StrEnum):
    """What a part of a finished check is for, whatever a house calls it."""

    FRONT_MATTER = "front_matter"
    HEADLINE = "headline"
    BYLINE = "byline"
    QUICK_READ = "quick_read"
    LEDE = "lede"
    VERSIONS = "versions"
    WHAT_HAPPENED = "what_happened"
    ANALYSIS = "analysis"
    IMAGE = "image"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    WATCH = "watch"
    RATING = "rating"
    POST = "post"
    READ_NEXT = "read_next"
    SOURCES = "sources"
    HOW_WE_KNOW = "how_we_know"
    CORRECTIONS = "corrections"
    CLAIM = "claim"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLength:
    """How long a post is on a network once it carries its link, or the alt text of its picture.

    Attributes:
        network: its name, for people.
        is_meant: whether the post was written for this network, or it only might go there.
        over_from: code point of the post from which on it no longer fits; None if all fits.

    """

    network: str
    length: int
    limit: int
    is_meant: bool
    over_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ManuscriptPart:
    """A stretch of a finished check with one role.

    Attributes:
        key: what places call it: "lede", "post", "claim"; several parts may share one.
        item_id: the claim, image, watch item or network it is; empty for a part of prose.
        text: as written, Markdown and all.
        plain: as many code points, with spaces in place of what only marks the text up.
        start: where the text begins in the file; 0 for a part of the workspace.
        heading: as written above it; empty if there is none.
        fields: what stands in it under a name, such as ("alt text", "A bridge at dusk").
        lengths: of a post, or the alt text of a picture, on each network it may go to.

    """

    key: str
    role: Role
    text: str
    plain: str = ""
    item_id: str = ""
    start: int = 0
    heading: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    lengths: tuple[PostLength, ...] = ()

    def __post_init__(self) -> None:
        if len(self.plain) != len(self.text):
            raise ValueError("the plain form of a part is as long as its text")

    def field(self, name: str) -> str:
        """Return what stands under a name; empty if nothing does."""
        return next((value for key, value in self.fields if key == name), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInHand:
    """A source that a finished check can be held against.

    Attributes:
        name: what people call it: the outlet, else the file.
        also: other names it goes by: title, byline, agency, rights notice.
        text: of all versions, as captured.
        is_satire: whether it is satire or may be.

    """

    name: str
    text: str
    also: tuple[str, ...] = ()
    is_satire: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """A finished check, taken apart.

    Attributes:
        parts: in reading order.
        sources: what is in hand; None if nobody said which sources belong to it.
        check: the check of the workspace; None for a file.
        words: names of outlets and people to know.

    """

    parts: tuple[ManuscriptPart, ...]
    sources: tuple[SourceInHand, ...] | None = None
    check: Check | None = None
    words: Words = Words()

    def of(self, *roles: Role) -> tuple[ManuscriptPart, ...]:
        """Return the parts of some roles that have text, in reading order."""
        return tuple(part for part in self.parts if part.role in roles and part.plain.strip())

    def field(self, name: str) -> str:
        """Return a field of the front matter; empty if it has none of that name."""
        return next((part.field(name) for part in self.parts if part.role is Role.FRONT_MATTER), "")
