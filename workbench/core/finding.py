"""Findings of the pre-flight: each names its rule, its severity and its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks the export of anything but a DRAFT."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding stands: a part of the check, an item in it, a stretch in code points."""

    part: str
    item_id: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing the pre-flight noticed, in plain words, with one line of help."""

    rule: str
    severity: Severity
    place: Place
    text: str
    message: str
    help: str = ""
