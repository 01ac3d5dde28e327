"""The one place that asks what time it is and for chance: UTC now, and new ids."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the current time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def new_id() -> str:
    """Return a fresh UUIDv7 as text; ids made later sort later."""
    from workbench.core.identity import uuid7  # a launch makes no ids

    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
