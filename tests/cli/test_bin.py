"""Removed checks and sources are listed, looked at, brought back and deleted for good."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from workbench.clock import now
from workbench.core.change import without_source
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    return check


def test_check_goes_and_comes_back(workbench, sample):
    assert workbench("bin", "--put", sample.slug, "--by", "Ada Okafor").code == 0
    assert workbench("list").out == ""
    (row,) = (line.split("\t") for line in workbench("bin").out.splitlines())
    assert (row[0], row[2:]) == ("1", ["Ada Okafor", "check", sample.title, ""])
    assert f"Claim 1: {sample.claims[0].wording}" in workbench("bin", "--show", 1).out
    assert workbench("bin", "--restore", 1).out == f"{sample.slug} is back.\n"
    assert workbench("bin").out == ""
    assert sample.slug in workbench("list").out


def test_source_comes_back_with_its_passages(workbench, workspace, sample):
    store = CheckStore.open(workspace, now())
    store.save(sample, without_source(sample, sample.sources[0].id))
    store.close()
    (item,) = json.loads(workbench("bin", "--json").out)
    assert (item["kind"], item["source"]) == ("source", sample.sources[0].id)
    assert "Passage: “" in workbench("bin", "--show", 1).out
    assert workbench("bin", "--restore", 1).code == 0
    shown = json.loads(workbench("show", sample.slug, "--json").out)
    assert len(shown["sources"]) == len(sample.sources)
    assert len(shown["passages"]) == len(sample.passages)


def test_emptying_takes_what_is_old_and_all_only_when_told(workbench, workspace, sample):
    store = CheckStore.open(workspace, now())
    store.bin.put_check(sample.id, now() - timedelta(days=29))
    store.close()
    assert workbench("bin", "--empty").out == "Deleted for good: 0. Still in the bin: 1.\n"
    assert workbench("bin", "--all").code == 1
    assert workbench("bin", "--empty", "--all").out == "Deleted for good: 1. Still in the bin: 0.\n"
    assert workbench("bin").out == ""


def test_house_says_how_long_it_keeps_things(workbench, workspace, sample, tmp_path, monkeypatch):
    house = tmp_path / "house"
    house.mkdir()
    (house / "bin.toml").write_text("days = 7\n", encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_HOUSE", str(house))
    store = CheckStore.open(workspace, now())
    store.bin.put_check(sample.id, now() - timedelta(days=8))
    store.close()
    assert workbench("bin", "--empty").out.startswith("Deleted for good: 1.")
    (house / "bin.toml").write_text("days = 0\n", encoding="utf-8")
    assert "bin.toml, line 1" in workbench("bin").err


def test_wrong_number_is_a_sentence(workbench, sample):
    assert "no number 3 in the bin" in workbench("bin", "--restore", 3).err
