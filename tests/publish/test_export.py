"""The export is a folder of whole files, or the last one untouched and a sentence."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.core.draft import Post
from workbench.core.error import UserError
from workbench.core.network import CountUnit, Network
from workbench.core.record import CheckState
from workbench.publish.export import (
    DRAFT_LINE,
    USUAL_FORMATS,
    ExportFile,
    ExportFormat,
    export_cautions,
    export_files,
    export_names,
    write_export,
)
from workbench.publish.markdown import markdown_for
from workbench.publish.post import post_for

PLAIN = (ExportFormat.MARKDOWN, ExportFormat.POSTS)


def names(files):
    """Return the names of files."""
    return [file.name for file in files]


def test_a_check_gives_its_markdown_and_a_text_for_each_network(harbor, house):
    files = export_files(replace(harbor, state=CheckState.APPROVED), house, PLAIN)
    assert names(files) == [
        "lindqvist-okafor-call.md",
        "lindqvist-okafor-call.x.txt",
        "lindqvist-okafor-call.bluesky.txt",
        "lindqvist-okafor-call.alt-text.txt",
    ]
    approved = replace(harbor, state=CheckState.APPROVED)
    assert files[0].data == markdown_for(approved, house).encode()
    assert files[1].data.decode() == post_for(approved, house.networks[0]) + "\n"


def test_every_format_is_written_once_in_the_same_order(harbor, house):
    files = export_files(harbor, house, tuple(reversed(ExportFormat)))
    assert [name.removeprefix("lindqvist-okafor-call") for name in names(files)] == [
        ".md",
        ".html",
        ".txt",
        ".docx",
        ".claimreview.json",
        ".origins.svg",
        ".x.txt",
        ".bluesky.txt",
        ".alt-text.txt",
    ]
    usual = {name.rpartition(".")[2] for name in names(export_files(harbor, house))}
    assert usual == {"md", "html", "json", "svg", "txt"}
    assert files == export_files(harbor, house, tuple(ExportFormat))


@pytest.mark.parametrize("url", ["", "https://checks.example/x"])
def test_the_names_are_known_before_the_files(harbor, house, url):
    check = replace(harbor, url=url)
    for formats in (tuple(ExportFormat), USUAL_FORMATS, PLAIN, ()):
        files = export_files(check, house, formats)
        assert export_names(check, house, formats) == tuple(names(files))


def test_what_is_internal_is_in_no_format(harbor, house):
    for file in export_files(harbor, house, tuple(ExportFormat)):
        assert b"MARKER" not in file.data
        assert b"/home/" not in file.data


def test_a_claim_review_that_cannot_be_written_is_told_and_left_out(harbor, house):
    without = replace(harbor, url="")
    assert not any(name.endswith(".json") for name in names(export_files(without, house)))
    assert export_cautions(without, house) == (
        "ClaimReview is not written. The check has no address yet.",
    )
    assert export_cautions(without, house, PLAIN) == ()
    assert ExportFormat.CLAIM_REVIEW in USUAL_FORMATS


def test_a_network_without_a_text_has_no_file(harbor, house):
    check = replace(harbor, posts=(Post(network="x", text="A call."),))
    assert names(export_files(check, house, PLAIN))[1] == "lindqvist-okafor-call.x.txt"
    assert len(export_files(replace(harbor, posts=()), house, PLAIN)) == 1


@pytest.mark.parametrize("state", list(CheckState))
def test_every_file_of_an_unapproved_check_says_draft(harbor, house, state):
    is_draft = state in (CheckState.DRAFT, CheckState.IN_REVIEW)
    for file in export_files(replace(harbor, state=state), house, tuple(ExportFormat)):
        assert (b"DRAFT" in file.data) is is_draft
        if file.name.endswith(".txt"):
            assert file.data.decode().startswith(DRAFT_LINE + "\n\n") is is_draft


def test_names_are_safe_on_windows(harbor, house):
    network = Network(key="Our Forum/№1: *", name="Forum", limit=9, unit=CountUnit.UTF16)
    odd = replace(house, networks=(network, replace(network, key="://")))
    assert names(export_files(harbor, odd, PLAIN))[:3] == [
        "lindqvist-okafor-call.md",
        "lindqvist-okafor-call.our-forum-1.txt",
        "lindqvist-okafor-call.post.txt",
    ]


def test_two_networks_never_share_a_file(harbor, house):
    network = house.networks[0]
    twins = tuple(replace(network, key=key) for key in ("a.b", "a b", "A-B"))
    found = names(export_files(harbor, replace(house, networks=twins), PLAIN))
    assert len({name.lower() for name in found}) == 5


def test_files_are_written_whole_into_a_folder_that_is_made(harbor, house, tmp_path):
    folder = tmp_path / "out" / "Exports – 🌉"
    files = export_files(harbor, house)
    paths = write_export(files, folder)
    assert paths == tuple(folder / file.name for file in files)
    assert [path.read_bytes() for path in paths] == [file.data for file in files]
    assert sorted(folder.iterdir()) == sorted(paths)


def test_a_second_export_takes_the_place_of_the_first(harbor, house, tmp_path):
    write_export(export_files(harbor, house), tmp_path)
    before = sorted(tmp_path.iterdir())
    write_export(export_files(replace(harbor, title="Another title"), house), tmp_path)
    assert sorted(tmp_path.iterdir()) == before
    assert "Another title" in (tmp_path / "lindqvist-okafor-call.md").read_text("utf-8")


def test_files_can_be_read_by_whoever_the_folder_lets(tmp_path):
    mask = os.umask(0o022)
    try:
        (path,) = write_export((ExportFile(name="a.md", data=b"a"),), tmp_path)
    finally:
        os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_folder_in_the_way_leaves_everything_as_it_was(tmp_path):
    (tmp_path / "a.md").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()
    files = (ExportFile(name="a.md", data=b"new"), ExportFile(name="b.txt", data=b"new"))
    with pytest.raises(UserError) as error:
        write_export(files, tmp_path)
    assert "A folder stands where a file should go." in error.value.message
    assert (tmp_path / "a.md").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.txt"]


def test_a_file_where_the_folder_should_be_is_told(tmp_path):
    (tmp_path / "file").write_bytes(b"old")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UserError) as error:
            write_export((ExportFile(name="a.md", data=b"a"),), folder)
        assert "What should be a folder is a file." in error.value.message
        assert "The check itself is safe" in error.value.hint
    assert (tmp_path / "file").read_bytes() == b"old"


def test_a_name_that_is_too_long_is_told(tmp_path):
    with pytest.raises(UserError) as error:
        write_export((ExportFile(name="a.md", data=b"a"),), tmp_path / ("x" * 300))
    assert "too long" in error.value.message


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_and_leaves_no_half_file(tmp_path, monkeypatch):
    real_open = Path.open
    (tmp_path / "a.md").write_bytes(b"old")

    def open_on_a_full_disk(path, mode="r", *args, **kwargs):
        if path.suffix == ".part" and path.name.startswith(".b.txt"):
            real_open(path, mode).close()
            return real_open(Path("/dev/full"), "wb")
        return real_open(path, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_on_a_full_disk)
    files = (ExportFile(name="a.md", data=b"new"), ExportFile(name="b.txt", data=b"new"))
    with pytest.raises(UserError) as error:
        write_export(files, tmp_path)
    assert "The disk is full." in error.value.message
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(UserError) as error:
        write_export((ExportFile(name="a.md", data=b"a"),), tmp_path)
    assert "You may not write there" in error.value.message
