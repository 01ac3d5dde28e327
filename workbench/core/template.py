"""The house template: which parts a finished check has, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Generator(StrEnum):
    """What writes a generated part, or the generated end of a typed one."""

    NONE = ""
    QUICK_READ = "quick_read"
    VERSIONS = "versions"
    TIMELINE = "timeline"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePart:
    """One part of the finished check.

    Attributes:
        key: what is stored; never reused.
        heading: what is exported above it; empty for a part without a heading.
        generator: what is rendered from the claims; NONE for a part that is typed throughout.
        typed: whether a person writes in it (before what is generated).
        analysis: whether what is written there is analysis.
        hint: what belongs there, shown while it is empty.

    """

    key: str
    heading: str = ""
    generator: Generator = Generator.NONE
    typed: bool = True
    analysis: bool = False
    hint: str = ""

    def __post_init__(self) -> None:
        if not self.key:
            raise ValueError("a part of the template has a key")
        if not self.typed and self.generator is Generator.NONE:
            raise ValueError("a part is typed, generated or both")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The parts of a finished check in house order."""

    key: str
    name: str
    parts: tuple[TemplatePart, ...]

    def __post_init__(self) -> None:
        keys = [part.key for part in self.parts]
        if not keys or len(set(keys)) != len(keys):
            raise ValueError("a template has parts, each with a key of its own")

    def part(self, key: str) -> TemplatePart | None:
        """Return the part with this key, or None."""
        return next((part for part in self.parts if part.key == key), None)
