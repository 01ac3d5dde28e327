"""Documents that are zip files of XML: opened bounded, whatever their directory claims."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class Target(Protocol):
        """Takes the elements of a part as they are met; deeper things are its own affair."""

        def start(self, tag: str, attributes: Mapping[str, str]) -> None:
            """Take the beginning of an element."""

        def end(self, tag: str) -> None:
            """Take the end of an element."""

        def data(self, text: str) -> None:
            """Take text."""

        def close(self) -> None:
            """Take the end of the part."""


_LARGEST_PART = 60_000_000
_LARGEST_WHOLE = 120_000_000
_HIGHEST_RATIO = 300
"""Unpacked to packed bytes; documents stay below 100, zip bombs start near 1,000."""
_SMALL = 2_000_000
_MOST_MEMBERS = 10_000
_LARGEST_DIRECTORY = 2_000_000
_MOST_ELEMENTS = 2_000_000
_CHUNK = 64 * 1024
# The record at the end of a zip file (PKWARE APPNOTE, 4.3.16), and what precedes one of zip64.
_END = struct.Struct("<4s4H2LH")
_FARTHEST_END = _END.size + 65_535
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Package:
    """A document's parts by their names. Every refusal is a UserError that names the file."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = _LARGEST_WHOLE
        if not _has_small_directory(data):
            raise self.refused("its list of parts is damaged, or longer than any document's")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise self._damaged() from error
        infos = self._archive.infolist()
        if len(infos) > _MOST_MEMBERS:
            raise self.refused(f"it holds more than {_MOST_MEMBERS:,} parts")
        self.names = frozenset(info.filename for info in infos)

    def part(self, name: str) -> bytes:
        """Return a part's bytes; empty if there is none of that name."""
        if name not in self.names:
            return b""
        info = self._archive.getinfo(name)
        if info.flag_bits & _ENCRYPTED:
            raise self.refused("it is locked with a password", "Open it, save it without one.")
        if info.compress_type not in _METHODS:
            raise self.refused("it is packed in a way that documents never are")
        is_bomb = info.file_size > max(_SMALL, info.compress_size * _HIGHEST_RATIO)
        if is_bomb or info.file_size > min(_LARGEST_PART, self._left):
            raise self.refused("it unpacks to far more than a document should")
        self._left -= info.file_size
        try:
            with self._archive.open(info) as member:
                return member.read(info.file_size)
        except _UNREADABLE as error:
            raise self._damaged() from error

    def start_of(self, name: str, length: int = 200) -> bytes:
        """Return the first bytes of a part; empty if it is not there or cannot be read."""
        if name not in self.names:
            return b""
        try:
            with self._archive.open(name) as member:
                return member.read(length)
        except _UNREADABLE:
            return b""

    def read(self, name: str, target: Target) -> None:
        """Hand the elements of a part to a target; nothing is declared, fetched or expanded."""
        from lxml import etree  # 20 ms that a launch does not pay

        content = self.part(name)
        if not content:
            return
        parser = etree.XMLParser(
            target=_Counted(target, self), resolve_entities=False, no_network=True, load_dtd=False
        )
        try:
            for start in range(0, len(content), _CHUNK):
                parser.feed(content[start : start + _CHUNK])
            parser.close()
        except (etree.XMLSyntaxError, UnicodeError, LookupError) as error:
            raise self._damaged() from error

    def refused(self, reason: str, hint: str = "") -> UserError:
        """Return the refusal of this document."""
        return UserError(
            f"“{self._name}” cannot be read: {reason}. Nothing was taken in.",
            hint or "Open it, copy the text and paste it here; or ask for the file again.",
        )

    def _damaged(self) -> UserError:
        return self.refused("it is damaged or cut off")


class _Counted:
    """Stands before a target: refuses declarations of entities, and more elements than any text."""

    def __init__(self, target: Target, package: Package) -> None:
        self._target = target
        self._package = package
        self._count = 0
        self.end = target.end
        self.data = target.data
        self.close = target.close

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise self._package.refused(f"it has more than {_MOST_ELEMENTS:,} elements")
        self._target.start(tag, attributes)

    def doctype(self, *_: str | None) -> None:
        raise self._package.refused("it declares a document type, which documents never do")


def _has_small_directory(data: bytes) -> bool:
    """Whether the list of parts is short enough to be read; zip64 is for what is never a text."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _FARTHEST_END))
    if at < 0 or at + _END.size > len(data) or data[max(0, at - 20) :][:4] == b"PK\x06\x07":
        return False
    return bool(_END.unpack_from(data, at)[5] <= _LARGEST_DIRECTORY)
