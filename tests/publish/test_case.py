"""A case file comes back as it went; a hostile one ends in a sentence."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.codec import SCHEMA_VERSION, check_as_object, exports_as_objects
from workbench.core.error import UserError
from workbench.core.export_record import ExportedFile, ExportRecord
from workbench.publish import case
from workbench.publish.case import originals_of, pack, unpack


@pytest.fixture(scope="session")
def originals(harbor_once):
    """The original bytes of every source of the check."""
    return {source.version.sha256: source.version.text.encode() for source in harbor_once.sources}


@pytest.fixture(scope="session")
def packed(harbor_once, originals):
    """A whole case file."""
    return pack(harbor_once, originals)


def zipped(members, **fields):
    """Return a zip of (name, bytes) with fields set on each header."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", fields.pop("method", zipfile.ZIP_STORED)) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = archive.compression
            archive.writestr(info, data)
    return buffer.getvalue()


def envelope(check, **changes):
    """Return check.json with changes to its envelope."""
    whole = {
        "format": "workbench-case",
        "schema_version": SCHEMA_VERSION,
        "check": check_as_object(check),
    }
    return json.dumps(whole | changes).encode()


def refusal(data):
    """Return the sentence a file is refused with."""
    with pytest.raises(UserError) as error:
        unpack(data)
    assert "Nothing was taken in." in error.value.hint
    return error.value.message


def test_a_case_comes_back_as_it_went(harbor, originals, packed):
    found = unpack(packed)
    assert found.check == harbor
    assert found.originals == originals
    assert found.left_out == ()


def test_the_same_case_gives_the_same_bytes(harbor, originals, packed):
    turned = dict(reversed(originals.items()))
    assert pack(replace(harbor), turned) == packed


def test_it_is_a_zip_that_any_program_opens(packed, originals):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "check.json",
            *(f"originals/{name}" for name in sorted(originals)),
        ]
        whole = json.loads(archive.read("check.json"))
    assert whole["schema_version"] == SCHEMA_VERSION
    assert whole["check"]["slug"] == "lindqvist-okafor-call"


def test_an_original_can_be_left_out_and_that_is_said(harbor, originals):
    first, *rest = originals_of(harbor)
    found = unpack(pack(harbor, {name: originals[name] for name in rest}))
    assert found.left_out == (first,)
    assert unpack(pack(harbor, {})).left_out == originals_of(harbor)


def test_what_the_check_does_not_name_stays_out(harbor, originals, packed):
    stranger = b"another source"
    assert pack(harbor, originals | {hashlib.sha256(stranger).hexdigest(): stranger}) == packed


def test_a_damaged_original_is_not_packed(harbor, originals):
    name = next(iter(originals))
    with pytest.raises(UserError) as error:
        pack(harbor, {name: b"changed"})
    assert "No case file was written." in error.value.hint


def test_an_original_with_another_fingerprint_is_refused(harbor, originals):
    name, other = list(originals)[:2]
    data = zipped([("check.json", envelope(harbor)), (f"originals/{name}", originals[other])])
    assert "fingerprint" in refusal(data)


def test_an_original_that_the_check_does_not_name_is_refused(harbor):
    name = hashlib.sha256(b"x").hexdigest()
    data = zipped([("check.json", envelope(harbor)), (f"originals/{name}", b"x")])
    assert "does not name" in refusal(data)


@pytest.mark.parametrize(
    "name",
    [
        "../check.json",
        "/etc/passwd",
        "originals/../../x",
        "originals/short",
        f"originals/{'A' * 64}",
        f"originals/{'a' * 64}/x",
        "C:\\x",
        "originals\\x",
        "readme.txt",
        "CHECK.JSON",
    ],
)
def test_names_that_do_not_belong_are_refused(harbor, name):
    data = zipped([("check.json", envelope(harbor)), (name, b"x")])
    assert "does not belong" in refusal(data)


def test_a_folder_entry_of_another_packer_is_no_harm(harbor):
    data = zipped([("originals/", b""), ("check.json", envelope(harbor))])
    assert unpack(data).check == harbor


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(harbor):
    data = zipped([("check.json", envelope(harbor)), ("check.json", envelope(harbor))])
    assert "two files of one name" in refusal(data)


def test_a_bomb_is_refused_before_it_is_unpacked(harbor):
    zeros = b"\0" * (8 * 1024 * 1024)
    name = hashlib.sha256(zeros).hexdigest()
    data = zipped(
        [("check.json", envelope(harbor)), (f"originals/{name}", zeros)],
        method=zipfile.ZIP_DEFLATED,
    )
    assert len(data) < 100_000
    assert "unpacks to far more" in refusal(data)


def test_limits_hold_for_one_file_for_all_and_for_their_number(harbor, packed, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(case, "LARGEST_MEMBER", 1000)
        assert "larger than any source" in refusal(packed)
    with monkeypatch.context() as patch:
        patch.setattr(case, "LARGEST_WHOLE", 1000)
        assert "more than a gigabyte" in refusal(packed)
    with monkeypatch.context() as patch:
        patch.setattr(case, "MOST_MEMBERS", 2)
        assert "more than 2 files" in refusal(packed)
    assert unpack(packed).check == harbor


def test_a_size_that_lies_is_refused(harbor):
    data = bytearray(zipped([("check.json", envelope(harbor))]))
    at = data.rindex(b"PK\x01\x02") + 24
    size = int.from_bytes(data[at : at + 4], "little")
    data[at : at + 4] = (size - 10).to_bytes(4, "little")
    refusal(bytes(data))


def test_a_locked_file_is_refused(harbor):
    data = bytearray(zipped([("check.json", envelope(harbor))]))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_other_ways_of_packing_are_refused(harbor):
    data = zipped([("check.json", envelope(harbor))], method=zipfile.ZIP_LZMA)
    assert "packed in a way" in refusal(data)


def test_a_newer_version_is_refused_in_one_sentence(harbor):
    data = zipped([("check.json", envelope(harbor, schema_version=SCHEMA_VERSION + 1))])
    with pytest.raises(UserError) as error:
        unpack(data)
    assert error.value.message == "This case file was written by a newer version of the workbench."
    assert "Update the workbench" in error.value.hint


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "workbench-case"}',
        b'{"format": "workbench-case", "schema_version": true}',
        b'{"format": "workbench-case", "schema_version": 0}',
        b'{"format": "workbench-case", "schema_version": "1"}',
        b'{"format": "workbench-case", "schema_version": 1}',
        b'{"format": "workbench-case", "schema_version": 1, "check": []}',
        b'{"format": "other", "schema_version": 1, "check": {}}',
    ],
)
def test_a_check_file_that_is_none_is_refused(content):
    refusal(zipped([("check.json", content)]))


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", zipped([]), zipped([("x", b"")])])
def test_what_is_no_case_file_is_refused(data):
    refusal(data)


@given(st.data())
@settings(max_examples=120, deadline=None)
def test_half_a_file_is_refused(packed, data):
    refusal(packed[: data.draw(st.integers(0, len(packed) - 1))])


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_is_refused_or_whole(packed, changes):
    data = bytearray(packed)
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        found = unpack(bytes(data))
    except UserError:
        return
    assert found == unpack(packed)


def _paths(value, path=()):
    """Yield the path to every value inside plain JSON values."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    if isinstance(value, dict | list):
        for key, inner in items:
            yield from (
                _paths(inner, (*path, key)) if isinstance(inner, dict | list) else [(*path, key)]
            )


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_wrong_values_anywhere_in_the_check_are_refused_or_read(harbor_once, data):
    whole = json.loads(envelope(harbor_once))
    *way, last = data.draw(st.sampled_from([path for path in _paths(whole) if path]))
    at = whole
    for key in way:
        at = at[key]
    at[last] = data.draw(
        st.sampled_from([None, True, -1, 1e400, 10**30, "", "x", "\ud83c", [], {}, ["x"], {"a": 1}])
    )
    packed = zipped([("check.json", json.dumps(whole).encode())])
    with suppress(UserError):
        assert unpack(packed).check.slug


AN_EXPORT = ExportRecord(
    id="01980000-0000-7000-8000-0000000000aa",
    revision=3,
    at=datetime(2026, 7, 9, 10, 0, tzinfo=UTC),
    formats=("md",),
    files=(ExportedFile(name="call.md", sha256="ab" * 32),),
    markdown="Words 🌉\n",
)


def test_what_was_exported_goes_along(harbor, originals):
    assert unpack(pack(harbor, originals, (AN_EXPORT,))).exports == (AN_EXPORT,)
    assert unpack(pack(harbor, originals)).exports == ()


@pytest.mark.parametrize(
    "exports",
    ["none", [1], [{"id": "x"}], {"a": 1}, [None]],
)
def test_exports_that_are_none_are_refused(harbor, exports):
    twice = exports_as_objects((AN_EXPORT, AN_EXPORT))
    for wrong in (exports, twice):
        data = zipped([("check.json", envelope(harbor, exports=wrong))])
        assert "exports" in refusal(data)
