"""What went out is kept, and what differs since is told."""

from __future__ import annotations

import hashlib
import json

import pytest

from workbench.clock import now
from workbench.core.change import with_draft_text
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for data in originals.values():
        store.add_original(data, "text/plain")
    store.save(None, check)
    store.close()
    return check


def edit(workspace, slug, change):
    store = CheckStore.open(workspace, now())
    check = store.load_slug(slug)
    store.save(check, change(check))
    store.close()


def test_every_export_is_noted_with_what_was_written(workbench, sample, tmp_path):
    workbench("export", sample.slug, "--to", tmp_path / "one", "--formats", "md,docx")
    workbench("export", sample.slug, "--to", tmp_path / "two", "--formats", "html")
    first, second = json.loads(workbench("exports", sample.slug, "--json").out)
    assert (first["number"], first["revision"], first["formats"]) == (1, 1, ["md", "docx"])
    assert second["formats"] == ["html"]
    for name, folder in ((first, "one"), (second, "two")):
        for file in name["files"]:
            data = (tmp_path / folder / file["name"]).read_bytes()
            assert file["sha256"] == hashlib.sha256(data).hexdigest()
    lines = workbench("exports", sample.slug).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == ["1", "1", "2"]


def test_changes_since_the_last_export_and_since_an_earlier_one(
    workbench, workspace, sample, tmp_path
):
    workbench("export", sample.slug, "--to", tmp_path)
    edit(workspace, sample.slug, lambda check: with_draft_text(check, "lede", "New words."))
    workbench("export", sample.slug, "--to", tmp_path)
    assert workbench("changes", sample.slug).out == ""
    told = workbench("changes", sample.slug, "--since", 1).out
    assert told.startswith("Quick read\n  + New words.\n  - Did the governor call the mayor")
    found = json.loads(workbench("changes", sample.slug, "--since", 1, "--json").out)
    assert found["since"]["number"] == 1
    assert found["changes"][0] == {"place": "Quick read", "was": "", "now": "New words."}


def test_without_an_export_there_is_nothing_to_compare_with(workbench, sample, tmp_path):
    refused = workbench("changes", sample.slug)
    assert refused.code == 1
    assert "was never exported" in refused.err
    assert workbench("exports", sample.slug).out == ""
    workbench("export", sample.slug, "--to", tmp_path)
    assert "there is no number 2" in workbench("changes", sample.slug, "--since", 2).err
    assert workbench("changes", sample.slug, "--since", 0).code == 2


def test_what_went_out_travels_with_the_case(workbench, sample, tmp_path, monkeypatch):
    workbench("export", sample.slug, "--to", tmp_path / "out")
    noted = workbench("exports", sample.slug, "--json").out
    workbench("pack", sample.slug, "--to", tmp_path / "call.case")
    monkeypatch.setenv("WORKBENCH_FILE", str(tmp_path / "other.workbench"))
    unpacked = workbench("unpack", tmp_path / "call.case")
    assert unpacked.code == 0, unpacked.err
    assert workbench("exports", sample.slug, "--json").out == noted
