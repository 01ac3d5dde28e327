"""The bin: what was removed and can be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.core.identity import require_id
from workbench.core.source import require_utc


@dataclass(frozen=True, slots=True, kw_only=True)
class BinnedItem:
    """A whole check, or a source that was taken out of one.

    Attributes:
        check_id, check_title: the check, or the one that the source belongs to.
        source_id: empty for a whole check.
        name: title of the check, or what people call the source; may be empty.
        at: when it was removed, UTC.
        who: by name; may be empty.

    """

    check_id: str
    check_title: str
    name: str
    at: datetime
    source_id: str = ""
    who: str = ""

    def __post_init__(self) -> None:
        require_id("check_id", self.check_id)
        require_utc("at", self.at)

    @property
    def is_check(self) -> bool:
        """Whether it is a whole check."""
        return not self.source_id
