"""Hits: what a rule found, before the rule book gives it words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.core.manuscript import ManuscriptPart

if TYPE_CHECKING:
    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that a rule found.

    Attributes:
        part: where; None for what the whole check lacks.
        key: the part that is lacking, where there is none to point at.
        start, end: code points of the part's text.
        severity: in place of the rule's own; None to keep that.
        values: the names in braces of the rule's message.

    """

    part: ManuscriptPart | None = None
    key: str = ""
    start: int = 0
    end: int = 0
    severity: Severity | None = None
    values: Mapping[str, str] = field(default_factory=dict)


Rule = Callable[["Manuscript", "RuleBook"], Iterable[Hit]]
"""A rule of the pre-flight: from a manuscript to what it found."""

_LONGEST = 120


def shortened(text: str) -> str:
    """Return text on one line, cut at a word where it is too long for a message."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
