"""Zip files have the same bytes whenever they are made."""

from __future__ import annotations

import io
import zipfile

from workbench.publish.archive import packed


def test_members_come_back_in_their_order():
    members = {"b.txt": b"words " * 100, "a/c.txt": b""}
    for is_compressed in (True, False):
        data = packed(members, is_compressed=is_compressed)
        assert data == packed(dict(members), is_compressed=is_compressed)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert {name: archive.read(name) for name in archive.namelist()} == members
            assert archive.namelist() == list(members)
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"words words" in packed(members, is_compressed=False)
