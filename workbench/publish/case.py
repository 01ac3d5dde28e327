"""The case file: a whole check with the original bytes of its sources, in one zip.

It holds `check.json`, an envelope with the version of the JSON form around the check, and
`originals/<SHA-256>` for each original that goes along. It is for colleagues, not for readers:
internal notes are in it. A file that comes in is hostile until every member has been looked at;
whatever is wrong with it is told in a sentence, and nothing of it is taken.
"""

from __future__ import annotations

import hashlib
import io
import json
import mimetypes
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from workbench.core.check import Check
from workbench.core.codec import (
    SCHEMA_VERSION,
    check_as_object,
    check_from_json,
    exports_as_objects,
    exports_from_objects,
)
from workbench.core.error import UserError
from workbench.core.export_record import ExportRecord
from workbench.core.saved_history import SavedHistory
from workbench.publish.archive import packed
from workbench.publish.case_fault import refused, tampered
from workbench.publish.case_history import (
    HISTORY_NAME,
    fingerprint,
    history_as_json,
    history_from_json,
)
from workbench.publish.case_proof import require_approved_words
from workbench.publish.packing import Packing, packed_check
from workbench.publish.travelling import travelling

CHECK_NAME = "check.json"
FORMAT = "workbench-case"
LARGEST_MEMBER = 256 * 1024 * 1024
"""Bytes of one member, unpacked; more than any source that can be brought in."""
LARGEST_HISTORY = 64 * 1024 * 1024
"""Bytes of all saved states, unpacked; some ten times as many as a long case comes to."""
LARGEST_WHOLE = 1024 * 1024 * 1024
"""Bytes of all members together, unpacked."""
MOST_MEMBERS = 10_000
HIGHEST_RATIO = 300
"""Unpacked to packed bytes; pages of text stay far below, zip bombs start near 1,000."""

_SMALL = 1024 * 1024
_OWN = (CHECK_NAME, HISTORY_NAME)
_ORIGINAL = re.compile(r"originals/([0-9a-f]{64})\Z")
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What a case file holds: the check, its originals by their SHA-256, and what was exported.

    Every original is named by the check and has the fingerprint that it is filed under. `packing`
    is what the sender chose to put in; a file of an older version does not say, and has it all but
    for the saved states.
    """

    check: Check
    originals: Mapping[str, bytes] = field(default_factory=dict)
    exports: tuple[ExportRecord, ...] = ()
    packing: Packing = Packing()
    history: SavedHistory = field(default_factory=SavedHistory)

    @property
    def left_out(self) -> tuple[str, ...]:
        """SHA-256 of the originals that the check names and the file does not hold."""
        return tuple(name for name in originals_of(self.check) if name not in self.originals)


def originals_of(check: Check) -> tuple[str, ...]:
    """Return the SHA-256 of every original that a check names, each once, in its order."""
    versions = [version for source in check.sources for version in source.versions]
    names = [version.sha256 for version in versions]
    names += [image.sha256 for version in versions for image in version.images if image.sha256]
    names += [image.sha256 for image in check.images if image.sha256]
    return tuple(dict.fromkeys(names))


def media_types(check: Check) -> dict[str, str]:
    """Return the media type of every original of a check, by its SHA-256."""
    types = {
        image.sha256: mimetypes.guess_type(image.file_name)[0] or "application/octet-stream"
        for image in check.images
        if image.sha256
    }
    for version in (version for source in check.sources for version in source.versions):
        types.update((image.sha256, image.media_type) for image in version.images if image.sha256)
        types[version.sha256] = version.media_type
    return types


def pack(
    check: Check,
    originals: Mapping[str, bytes],
    exports: tuple[ExportRecord, ...] = (),
    choice: Packing = Packing(),  # noqa: B008 - a frozen value
    history: SavedHistory | None = None,
) -> bytes:
    """Return a case file; the same check, originals and exports give the same bytes.

    Private contacts and the notes to the others stay in the workspace, and so does what is not
    chosen. Originals that the check does not name stay out; one that is not given is left out. The
    history holds the saved states of the check; without one, the check goes along as it is.
    Raises UserError if an original is not what its SHA-256 says.
    """
    goes_along = travelling(check, history, choice) if history is not None else SavedHistory()
    check = packed_check(check, choice)
    records = exports_as_objects(exports)
    envelope = {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "packing": asdict(choice),
        "check": check_as_object(check),
        "exports": records,
        "fingerprint": fingerprint(check, records),
    }
    members = {CHECK_NAME: (json.dumps(envelope, ensure_ascii=False, indent=1) + "\n").encode()}
    if goes_along.revisions:
        members[HISTORY_NAME] = history_as_json(goes_along, check)
    for name in sorted(originals_of(check)) if choice.originals else ():
        if name not in originals:
            continue
        if hashlib.sha256(originals[name]).hexdigest() != name:
            raise UserError(
                "An original in this workspace is not what it was when it was brought in.",
                "No case file was written. Restore the workspace from a backup, or bring the "
                "source in again.",
            )
        members[f"originals/{name}"] = originals[name]
    return packed(members)


def unpack(data: bytes) -> Case:
    """Return the case in a case file; raises UserError for anything that is not a whole one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive)
    except _UNREADABLE as error:
        raise refused("it is damaged, cut off or no case file at all") from error
    if CHECK_NAME not in members:
        raise refused(f"there is no {CHECK_NAME} in it")
    check, exports, packing, told = _check(members.pop(CHECK_NAME))
    require_approved_words(check, exports)
    history = SavedHistory()
    if HISTORY_NAME in members:
        history = history_from_json(members.pop(HISTORY_NAME), check)
    if told is not None and told != fingerprint(check, exports_as_objects(exports)):
        raise tampered(f"What its {CHECK_NAME} holds is not what its fingerprint says.", check)
    originals = {name.partition("/")[2]: content for name, content in members.items()}
    known = set(originals_of(check))
    for name, content in originals.items():
        if hashlib.sha256(content).hexdigest() != name:
            raise refused("an original in it is not what its fingerprint says")
        if name not in known:
            raise refused("it holds an original that its check does not name")
    return Case(check=check, originals=originals, exports=exports, packing=packing, history=history)


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


def _members(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the members by name, once their names and sizes have been found harmless."""
    infos = [info for info in archive.infolist() if info.filename != "originals/"]
    if len(infos) > MOST_MEMBERS:
        raise refused(f"it holds more than {MOST_MEMBERS:,} files")
    names = [info.filename for info in infos]
    if len(set(names)) != len(names):
        raise refused("it holds two files of one name")
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise refused("it would unpack to more than a gigabyte")
    return {info.filename: _content(archive, info) for info in infos}


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return one member's bytes, never more than it declares."""
    if info.filename not in _OWN and not _ORIGINAL.match(info.filename):
        raise refused("it holds a file that does not belong in one")
    if info.flag_bits & _ENCRYPTED:
        raise refused("it is locked with a password", "Ask for it without one.")
    if info.compress_type not in _METHODS:
        raise refused("it is packed in a way that case files never are")
    is_history = info.filename == HISTORY_NAME
    if info.file_size > (LARGEST_HISTORY if is_history else LARGEST_MEMBER):
        raise refused("a file in it is larger than any source can be")
    # Saved states repeat each other, so that they pack far better than anything else.
    if (
        not is_history
        and info.file_size > _SMALL
        and info.file_size > info.compress_size * HIGHEST_RATIO
    ):
        raise refused("a file in it unpacks to far more than it should")
    with archive.open(info) as member:
        content = member.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise refused("it is damaged, cut off or no case file at all")
    return content


def _check(data: bytes) -> tuple[Check, tuple[ExportRecord, ...], Packing, object]:
    """Return the check in the envelope, its exports, what was packed, and the fingerprint of both.

    Raises UserError for a newer version.
    """
    try:
        envelope: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise refused(f"its {CHECK_NAME} is not readable") from error
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT:
        raise refused(f"its {CHECK_NAME} is not that of a case")
    version = envelope.get("schema_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise refused(f"its {CHECK_NAME} names no version")
    if version > SCHEMA_VERSION:
        raise UserError(
            "This case file was written by a newer version of the workbench.",
            "Nothing was taken in. Update the workbench, then open the file again.",
        )
    try:
        check = check_from_json(json.dumps(envelope.get("check")).encode())
        exports = exports_from_objects(envelope.get("exports", []))
        packing = _packing(envelope.get("packing", {}))
    except RecursionError as error:
        raise refused(f"its {CHECK_NAME} is not readable") from error
    return check, exports, packing, envelope.get("fingerprint")


def _packing(value: object) -> Packing:
    """Return what was packed, as the envelope says it; what it does not say went along."""
    known = {each.name for each in fields(Packing)}
    if not isinstance(value, dict) or not known.issuperset(value):
        raise refused("it says what was packed in a way that is not known here")
    if not all(isinstance(one, bool) for one in value.values()):
        raise refused("it does not say plainly what was packed")
    return Packing(**value)
