"""Networks: where a post goes, and how that network counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CountUnit(StrEnum):
    """What a network counts."""

    WEIGHTED = "weighted"
    GRAPHEMES = "graphemes"
    UTF16 = "utf16"
    CODE_POINTS = "code_points"
    STRICTEST = "strictest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network's rule for the length of a post.

    Attributes:
        key: what is stored and used in file names.
        limit: how many units fit.
        byte_limit: how many UTF-8 bytes fit besides; None for no such limit.
        url_cost: what every link costs, in units; None where the link's own text counts.
        bare_domains: whether a domain without a scheme is a link.
        short_handles: whether @user@host counts as @user.
        source: where the rule comes from, with its version or date.
        alt_limit: how many alt_units of alt text a picture takes; None where no limit is known.
        alt_source: where the limit of the alt text comes from.

    """

    key: str
    name: str
    limit: int
    unit: CountUnit
    byte_limit: int | None = None
    url_cost: int | None = None
    bare_domains: bool = False
    short_handles: bool = False
    source: str = ""
    alt_limit: int | None = None
    alt_unit: CountUnit = CountUnit.STRICTEST
    alt_source: str = ""

    def __post_init__(self) -> None:
        if not self.key or not self.name:
            raise ValueError("a network has a key and a name")
        if self.limit <= 0 or (self.byte_limit is not None and self.byte_limit <= 0):
            raise ValueError("a network's limit is above zero")
        if self.alt_limit is not None and self.alt_limit <= 0:
            raise ValueError("a network's limit for alt text is above zero")
