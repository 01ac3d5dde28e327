"""Zip files with the same bytes on every system and at every time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Version 1 of the zip format begins no earlier; no clock is asked, so the bytes stay the same.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def packed(members: Mapping[str, bytes], *, is_compressed: bool = True) -> bytes:
    """Return a zip file with these members in their order.

    How well zlib packs differs between systems; what must be the same everywhere stays unpacked.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, date_time=_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED if is_compressed else zipfile.ZIP_STORED
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, data, compresslevel=6 if is_compressed else None)
    return buffer.getvalue()
