"""Ids and times of the sample check: fixed, so that every run writes the same bytes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from workbench.core.identity import uuid7

CREATED = datetime(2026, 7, 9, 13, 20, tzinfo=UTC)
CHANGED = datetime(2026, 7, 10, 15, 42, tzinfo=UTC)


def sample_id(label: str) -> str:
    """Return the UUIDv7 of one thing in the sample; the same label gives the same id."""
    return uuid7(int(CREATED.timestamp() * 1000), hashlib.sha256(label.encode()).digest()[:10])
