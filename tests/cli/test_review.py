"""The editor's copy from the command line."""

from __future__ import annotations

import json
import zipfile

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def test_review_writes_the_copy_and_names_it(workbench, sample, tmp_path):
    done = workbench("review", sample.slug, "--to", tmp_path / "new" / "out", "--formats", "html")
    assert done.code == 0
    path = tmp_path / "new" / "out" / f"{sample.slug}.editor.html"
    assert done.out.splitlines() == [str(path)]
    assert "sourced. Pre-flight: " in done.err
    page = path.read_text(encoding="utf-8")
    assert "EDITOR’S COPY" in page
    assert 'id="note-1"' in page


def test_both_formats_are_written_unless_somebody_chooses(workbench, sample, tmp_path):
    done = workbench("review", sample.slug, "--to", tmp_path / "out")
    assert [line.rsplit(".editor.", 1)[-1] for line in done.out.splitlines()] == ["html", "docx"]
    assert zipfile.is_zipfile(tmp_path / "out" / f"{sample.slug}.editor.docx")


def test_review_twice_gives_the_same_bytes_and_no_export_is_noted(workbench, sample, tmp_path):
    for folder in ("one", "two"):
        workbench("review", sample.slug, "--to", tmp_path / folder)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        for folder in ("one", "two")
    )
    assert first == second
    assert workbench("exports", sample.slug).out == ""


def test_review_as_json_tells_what_is_open(workbench, sample, tmp_path):
    done = workbench("review", sample.slug, "--to", tmp_path, "--json")
    told = json.loads(done.out)
    assert told["files"][0].endswith(".editor.html")
    assert told["sentences"] - told["sourced"] == len(told["open"])
    assert all(one["severity"] in ("error", "warning", "note") for one in told["findings"])


@pytest.mark.parametrize("formats", ["pdf", "", ",", "html,odt"])
def test_formats_that_do_not_exist_are_refused(workbench, sample, tmp_path, formats):
    refused = workbench("review", sample.slug, "--to", tmp_path / "out", "--formats", formats)
    assert refused.code == 2
    assert not (tmp_path / "out").exists()


def test_the_usual_export_has_no_editors_copy(workbench, sample, tmp_path):
    workbench("export", sample.slug, "--to", tmp_path / "out", "--formats", "all")
    assert not [path for path in (tmp_path / "out").iterdir() if ".editor." in path.name]


def test_the_next_copy_for_an_editor_opens_with_what_changed(workbench, sample, tmp_path):
    first = json.loads(
        workbench("review", sample.slug, "--to", tmp_path, "--for", "Mara Voss", "--json").out
    )
    assert (first["for"], first["changed"]) == ("Mara Voss", [])
    workbench("claim", sample.slug, "The ferry is back", "--status", "not_confirmed")
    second = json.loads(
        workbench("review", sample.slug, "--to", tmp_path, "--for", "mara voss", "--json").out
    )
    assert any("The ferry is back." in one["now"] for one in second["changed"])
    assert workbench("exports", sample.slug).out == ""  # it never went out
    back = tmp_path / f"{sample.slug}.editor.docx"
    assert "Nothing in it was changed." in workbench("take", sample.slug, back).err
