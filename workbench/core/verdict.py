"""Verdicts and the rating scales they are taken from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLabel:
    """One label of a scale.

    Attributes:
        key: what is stored; never reused.
        name: what is shown and exported.
        definition: when to use it, in one sentence.
        value: its number on an ordered scale; None on an unordered one.
        retired: still shown on old checks, no longer offered.

    """

    key: str
    name: str
    definition: str
    value: int | None = None
    retired: bool = False

    def __post_init__(self) -> None:
        if not self.key or not self.name:
            raise ValueError("a rating label has a key and a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingScale:
    """Ordered or unordered labels with definitions; a label is retired, never deleted."""

    key: str
    name: str
    labels: tuple[RatingLabel, ...]

    def __post_init__(self) -> None:
        if not self.labels:
            raise ValueError("a rating scale has labels")
        keys = [label.key for label in self.labels]
        if len(set(keys)) != len(keys):
            raise ValueError("two labels of a rating scale share a key")
        numbered = [label.value is not None for label in self.labels]
        if any(numbered) != all(numbered):
            raise ValueError("either every label of a rating scale has a value, or none")

    @property
    def is_ordered(self) -> bool:
        """Whether the labels are numbers on a line, from worst to best."""
        return self.labels[0].value is not None

    def label(self, key: str) -> RatingLabel | None:
        """Return the label with this key, or None."""
        return next((label for label in self.labels if label.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A label of the house scale, with or without free wording, and a one-sentence reason.

    Attributes:
        scale: key of the rating scale.
        label: key of the label; empty while unrated.
        wording: free wording that stands in place of the label's name, such as "reported
            outreach, not a campaign launch".
        reason: one sentence.

    """

    scale: str = ""
    label: str = ""
    wording: str = ""
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been decided."""
        return not (self.label or self.wording)
