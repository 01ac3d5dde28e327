"""A record of an export is whole, or is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.core.export_record import ExportedFile, ExportRecord
from workbench.core.identity import uuid7

AT = datetime(2026, 7, 9, 10, 0, tzinfo=UTC)
FILE = ExportedFile(name="call.md", sha256="0" * 64)


def record(**fields):
    whole = {
        "id": uuid7(1, bytes(10)),
        "revision": 3,
        "at": AT,
        "formats": ("md",),
        "files": (FILE,),
        "markdown": "# x",
    }
    return ExportRecord(**(whole | fields))


def test_a_whole_record():
    assert record().files[0].name == "call.md"


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "1"},
        {"revision": 0},
        {"at": AT.replace(tzinfo=None)},
        {"files": (FILE, FILE)},
    ],
)
def test_what_is_no_record(fields):
    with pytest.raises(ValueError):  # noqa: PT011 - the sentences are for developers
        record(**fields)


def test_a_file_has_a_name_and_a_fingerprint():
    for fields in ({"name": ""}, {"sha256": "abc"}):
        with pytest.raises(ValueError):  # noqa: PT011 - as above
            ExportedFile(**({"name": "a", "sha256": "0" * 64} | fields))
