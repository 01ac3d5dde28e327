"""Two versions of a check are put together on the command line, with a line for what came in."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import pytest

from workbench.clock import now
from workbench.core.claim import ClaimStatus
from workbench.core.revision import Deed
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, _ = sample_case()
    store = CheckStore.open(workspace, now())
    store.save(None, check, Deed(at=now(), who="Ines"))
    store.close()
    return check


@pytest.fixture
def elsewhere(tmp_path):
    return tmp_path / "elsewhere.workbench"


@pytest.fixture
def shared(workbench, sample, elsewhere, tmp_path):
    """The sample check here and elsewhere."""
    path = tmp_path / "first.factcheck"
    assert workbench("pack", sample.slug, "--to", path, "--with-notes").code == 0
    assert workbench("--workspace", elsewhere, "merge", path).code == 0
    return sample


def edited(path, check_id, who, **changes):
    """Save changes of a check in a workspace."""
    store = CheckStore.open(path, now())
    old = store.load(check_id)
    store.save(old, replace(old, changed=now(), **changes), Deed(at=now(), who=who, words="Edit"))
    store.close()


def with_status(check, status):
    return (replace(check.claims[0], status=status), *check.claims[1:])


def test_a_check_that_is_not_here_comes_in_whole(workbench, shared, elsewhere):
    store = CheckStore.open(elsewhere, now())
    assert store.load(shared.id).claims == shared.claims
    assert len(store.history.states(shared.id)) == 1
    store.close()


def test_both_versions_are_put_together(workbench, workspace, shared, elsewhere, tmp_path):
    edited(workspace, shared.id, "Ines", title="Is the ferry back?")
    edited(elsewhere, shared.id, "Tom", author="Tom Adeyemi")
    path = tmp_path / "second.factcheck"
    workbench("--workspace", elsewhere, "pack", shared.slug, "--to", path)
    dry = workbench("merge", path, "--dry-run")
    assert (dry.code, dry.out.count("\n")) == (0, 1)
    assert "Tom Adeyemi" in dry.out
    assert "Nothing was written." in dry.err
    done = workbench("merge", path)
    assert (done.code, done.out) == (0, dry.out)
    store = CheckStore.open(workspace, now())
    merged = store.load(shared.id)
    store.close()
    assert (merged.title, merged.author) == ("Is the ferry back?", "Tom Adeyemi")
    again = workbench("merge", path)
    assert (again.code, again.out) == (0, "")


def test_a_conflict_is_told_with_both_sides_and_the_exit_code(
    workbench, workspace, shared, elsewhere, tmp_path
):
    edited(workspace, shared.id, "Ines", claims=with_status(shared, ClaimStatus.CONTRADICTED))
    edited(elsewhere, shared.id, "Tom", claims=with_status(shared, ClaimStatus.ANALYSIS))
    path = tmp_path / "second.factcheck"
    workbench("--workspace", elsewhere, "pack", shared.slug, "--to", path)
    done = workbench("merge", path)
    assert done.code == 1
    conflict, stands, other = done.out.splitlines()[:3]
    assert conflict.startswith("Conflict: ")
    assert "Tom" in stands
    assert "Ines" in other


def test_the_report_as_json_has_all_of_it(workbench, workspace, shared, elsewhere, tmp_path):
    edited(workspace, shared.id, "Ines", title="One title")
    edited(elsewhere, shared.id, "Tom", title="Another title", author="Tom")
    path = tmp_path / "second.factcheck"
    workbench("--workspace", elsewhere, "pack", shared.slug, "--to", path)
    done = workbench("merge", path, "--dry-run", "--json")
    told = json.loads(done.out)
    assert done.code == 1
    assert (told["outcome"], told["written"], told["check"]) == ("merged", False, shared.slug)
    assert told["counts"] == {"conflict": 1, "changed": 1}
    (conflict,) = told["conflicts"]
    assert (conflict["path"], conflict["kept_who"], conflict["other_who"]) == (
        "title",
        "Tom",
        "Ines",
    )
    assert {line["path"] for line in told["lines"]} == {"title", "author"}
    assert told["from"]["who"] == "Tom"


def test_unpacking_a_check_that_is_here_points_to_merge(workbench, shared, tmp_path):
    refused = workbench("unpack", tmp_path / "first.factcheck")
    assert refused.code == 1
    assert "workbench merge first.factcheck" in refused.err


def test_a_check_in_the_bin_is_told(workbench, workspace, shared, tmp_path):
    store = CheckStore.open(workspace, now())
    store.bin.put_check(shared.id, now())
    store.close()
    for command in ("merge", "unpack"):
        refused = workbench(command, tmp_path / "first.factcheck")
        assert refused.code == 1
        assert "in the bin" in refused.err


def test_a_file_in_which_a_character_was_changed_is_refused(workbench, shared, elsewhere, tmp_path):
    path, forged = tmp_path / "first.factcheck", tmp_path / "forged.factcheck"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(forged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "check.json":
                whole = json.loads(data)
                whole["check"]["claims"][0]["as_supported"] += "!"
                data = json.dumps(whole).encode()
            new.writestr(name, data)
    refused = workbench("merge", forged)
    assert refused.code == 1
    assert "tampered with" in refused.err
    assert "claim 1" in refused.err
    assert "Nothing was taken in." in refused.err


def test_a_dry_run_makes_no_workspace(workbench, shared, tmp_path):
    nowhere = tmp_path / "nowhere.workbench"
    workbench("--workspace", nowhere, "merge", tmp_path / "first.factcheck", "--dry-run")
    assert not nowhere.exists()


def test_states_of_one_number_are_told_apart_by_letters(
    workbench, workspace, shared, elsewhere, tmp_path
):
    edited(workspace, shared.id, "Ines", title="Ines's title")
    edited(elsewhere, shared.id, "Tom", author="Tom")
    path = tmp_path / "second.factcheck"
    workbench("--workspace", elsewhere, "pack", shared.slug, "--to", path)
    workbench("merge", path)
    listed = [line.split("\t")[0] for line in workbench("history", shared.slug).out.splitlines()]
    assert sorted(listed) == ["1", "2a", "2b", "3"]
    refused = workbench("history", shared.slug, "2")
    assert refused.code == 1
    assert "2a (" in refused.err
    shown = [workbench("history", shared.slug, name).out for name in ("2a", "2b")]
    assert sum("by Ines" in words.splitlines()[0] for words in shown) == 1
