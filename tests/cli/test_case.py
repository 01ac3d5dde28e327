"""A check travels from one workspace to another in a case file."""

from __future__ import annotations

import json

import pytest

from workbench.clock import now
from workbench.core.change import with_claim
from workbench.core.claim import Claim
from workbench.intake.sample import sample_case
from workbench.publish.case import unpack
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for version in (version for source in check.sources for version in source.versions):
        store.add_original(originals[version.sha256], version.media_type)
    store.save(None, check)
    store.close()
    return check


@pytest.fixture
def case_file(workbench, sample, tmp_path):
    path = tmp_path / "out" / "sample.factcheck"
    packed = workbench("pack", sample.slug, "--to", path, "--with-notes")
    assert (packed.code, packed.out) == (0, f"{path}\n")
    return path


def test_check_arrives_with_its_originals(workbench, sample, case_file, tmp_path):
    elsewhere = tmp_path / "elsewhere.workbench"
    taken = workbench("--workspace", elsewhere, "unpack", case_file)
    assert (taken.code, taken.out, taken.err) == (0, f"{sample.slug}\n", "")
    store = CheckStore.open(elsewhere, now())
    assert store.load(sample.id) == sample
    _, originals = sample_case()
    for sha256, data in originals.items():
        assert store.original(sha256) == data
    store.close()


def test_packing_twice_gives_the_same_bytes(workbench, sample, case_file, tmp_path):
    workbench("pack", sample.slug, "--to", tmp_path / "again", "--with-notes")
    assert (tmp_path / "again").read_bytes() == case_file.read_bytes()


def test_check_that_is_here_already_is_left_as_it_is(workbench, workspace, sample, case_file):
    store = CheckStore.open(workspace, now())
    changed = with_claim(sample, Claim(id=sample.sources[0].id, as_circulated="Added here"))
    store.save(store.load(sample.id), changed)
    store.close()
    refused = workbench("unpack", case_file)
    assert refused.code == 1
    assert refused.out == ""
    assert "in this workspace already" in refused.err
    store = CheckStore.open(workspace, now())
    assert store.checks()[0].claim_count == len(changed.claims)
    assert store.load(sample.id) == changed
    store.close()


def test_taken_name_gets_a_number_and_is_told(workbench, sample, case_file, tmp_path):
    elsewhere = tmp_path / "elsewhere.workbench"
    store = CheckStore.open(elsewhere, now())
    other, _ = sample_case()
    store.save(None, type(other)(**{**fields(other), "id": other.claims[0].id}))
    store.close()
    taken = workbench("--workspace", elsewhere, "unpack", case_file)
    assert taken.code == 0
    assert taken.out == f"{sample.slug}-2\n"
    assert f"now {sample.slug}-2" in taken.err
    assert len(json.loads(workbench("--workspace", elsewhere, "list", "--json").out)) == 2


def fields(check):
    return {
        "slug": check.slug,
        "title": "Another case",
        "created": check.created,
        "changed": check.changed,
    }


@pytest.mark.parametrize("content", [b"", b"These are my notes.", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_case_file_is_refused(workbench, workspace, tmp_path, content):
    path = tmp_path / "notes.factcheck"
    path.write_bytes(content)
    refused = workbench("unpack", path)
    assert refused.code == 1
    assert refused.err.count("\n") == 1
    assert not workspace.exists()


def test_missing_case_file_is_said(workbench, tmp_path):
    refused = workbench("unpack", tmp_path / "gone.factcheck")
    assert refused.code == 1
    assert "gone.factcheck cannot be read" in refused.err
    assert workbench("unpack", tmp_path).code == 1


def test_check_whose_originals_are_missing_goes_without_them(workbench, workspace, tmp_path):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check)
    store.close()
    packed = workbench("pack", check.slug, "--to", tmp_path / "a.factcheck")
    assert packed.code == 0
    assert "4 originals are not in this workspace" in packed.err
    taken = workbench("--workspace", tmp_path / "b.workbench", "unpack", tmp_path / "a.factcheck")
    assert "4 originals" in taken.err


def test_private_notes_stay_unless_they_are_asked_for(workbench, sample, tmp_path):
    path = tmp_path / "careful.factcheck"
    packed = workbench("pack", sample.slug, "--to", path)
    noted = sum(bool(source.notes) for source in sample.sources)
    assert noted
    assert f"{noted} source" in packed.err
    assert "The file has" in packed.err
    assert sample.notes not in unpack(path.read_bytes()).check.notes
    elsewhere = tmp_path / "elsewhere.workbench"
    taken = workbench("--workspace", elsewhere, "unpack", path)
    assert "Not in the file, as the sender chose: private notes." in taken.err
    store = CheckStore.open(elsewhere, now())
    arrived = store.load(sample.id)
    store.close()
    assert arrived.notes == ""
    assert [claim.wording for claim in arrived.claims] == [c.wording for c in sample.claims]


def test_originals_can_stay_and_are_told_with_their_size(workbench, sample, tmp_path):
    full, thin = tmp_path / "full.factcheck", tmp_path / "thin.factcheck"
    workbench("pack", sample.slug, "--to", full)
    packed = workbench("pack", sample.slug, "--to", thin, "--without-originals")
    assert "4 originals, " in packed.err
    assert thin.stat().st_size < full.stat().st_size
    assert unpack(thin.read_bytes()).originals == {}
