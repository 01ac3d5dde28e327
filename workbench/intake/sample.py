"""The sample check: the finished case that a first start shows."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.core.codec import check_from_json
from workbench.house.resource import resource

if TYPE_CHECKING:
    from workbench.core.check import Check

_CHECK = "check.json"


def sample_case() -> tuple[Check, dict[str, bytes]]:
    """Return the sample check and the original bytes of its sources by their SHA-256.

    Raises ValueError if the shipped files do not belong together, which only a broken
    installation can cause.
    """
    files = {item.name: item.read_bytes() for item in resource("sample").iterdir()}
    check = check_from_json(files.pop(_CHECK))
    found = {hashlib.sha256(data).hexdigest(): data for data in files.values()}
    wanted = [version.sha256 for source in check.sources for version in source.versions]
    missing = [sha256 for sha256 in wanted if sha256 not in found]
    if missing:
        raise ValueError(f"the sample check lacks the originals {missing}")
    return check, {sha256: found[sha256] for sha256 in wanted}
