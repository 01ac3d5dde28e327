"""Alt text: what is said to those who do not see a post's picture, and how much a network takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.publish.escape import plain

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.network import CountUnit, Network


@dataclass(frozen=True, slots=True, kw_only=True)
class AltCount:
    """How long the alt text of a check's pictures is on one network.

    Attributes:
        length: of the longest, in the network's unit.
        limit: how much fits; None where no limit is known.
        missing: how many pictures have no alt text.

    """

    length: int
    limit: int | None
    missing: int

    @property
    def over(self) -> int:
        """By how much the longest is too long; 0 if all fit."""
        return max(0, self.length - self.limit) if self.limit is not None else 0


def alt_texts(check: Check) -> tuple[str, ...]:
    """Return the alt text of every picture of a check in plain words; empty where it has none."""
    return tuple(plain(image.alt_text) for image in check.images)


def length_in(text: str, unit: CountUnit) -> int:
    """Return how long an alt text is; a link in it is counted as it is written."""
    from workbench.publish.post_unit import length_of  # its patterns cost a start 20 ms

    return length_of(text, unit)


def alt_count(check: Check, network: Network) -> AltCount:
    """Return how long the alt text is that goes with a post on a network."""
    texts = alt_texts(check)
    return AltCount(
        length=max((length_in(text, network.alt_unit) for text in texts), default=0),
        limit=network.alt_limit,
        missing=sum(not text for text in texts),
    )
