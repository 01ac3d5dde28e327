"""A folder as a person brings it: what is read of it, and in which order."""

from __future__ import annotations

import os

import pytest

from workbench.core.error import UserError
from workbench.intake import folder as folder_module
from workbench.intake.folder import files_in, files_of
from workbench.intake.result import Fate, FileResult, ordered, result_text, summary


def fill(root, *names):
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def test_files_come_by_name_with_numbers_counted_and_folders_looked_into(tmp_path):
    fill(tmp_path, "10.txt", "2.txt", "b/one.txt", "B.txt", "a.pdf", "b/a/deep.txt")
    assert files_in(tmp_path).names == (
        "2.txt", "10.txt", "a.pdf", "b/a/deep.txt", "b/one.txt", "B.txt",
    )  # fmt: skip


def test_hidden_files_those_of_the_system_and_of_saved_pages_are_left_out(tmp_path):
    fill(
        tmp_path, ".secret", ".git/config", "Thumbs.db", "~$draft.docx", "page.html",
        "page_files/script.js", "photo_files/real.txt",
    )  # fmt: skip
    assert files_in(tmp_path).names == ("page.html", "photo_files/real.txt")


@pytest.mark.skipif(os.name == "nt", reason="links take rights there")
def test_a_linked_folder_is_not_walked_round_in_circles(tmp_path):
    fill(tmp_path, "a/one.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert files_in(tmp_path).names == ("a/one.txt",)


def test_more_than_is_taken_at_once_is_counted(tmp_path, monkeypatch):
    fill(tmp_path, *(f"{number}.txt" for number in range(7)))
    monkeypatch.setattr(folder_module, "MOST_FILES", 5)
    listing = files_in(tmp_path)
    assert (len(listing.files), listing.beyond) == (5, 2)
    assert listing.names[-1] == "4.txt"


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(UserError, match="no folder “gone”"):
        files_in(tmp_path / "gone")


def test_files_and_folders_may_be_named_together(tmp_path):
    fill(tmp_path, "z.txt", "in/b.txt", "in/a.txt")
    listing = files_of([tmp_path / "z.txt", tmp_path / "in", tmp_path / "missing.txt"])
    assert listing.names == ("z.txt", "a.txt", "b.txt", "missing.txt")


def test_the_list_says_what_became_of_each_file():
    results = [
        FileResult(name="a.txt", fate=Fate.TAKEN),
        FileResult(name="b.bin", fate=Fate.REFUSED, words="“b.bin” is empty."),
        FileResult(name="c.txt", fate=Fate.HERE),
        FileResult(name="d.txt", fate=Fate.TAKEN),
    ]
    assert summary(results) == "4 files: 2 taken in, 1 already there, 1 refused."
    assert "3 more were left" in summary(results, 3)
    assert [one.name for one in ordered(results)] == ["b.bin", "c.txt", "a.txt", "d.txt"]
    assert "refused: b.bin - “b.bin” is empty.\n" in result_text(results)
