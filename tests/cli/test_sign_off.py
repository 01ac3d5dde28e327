"""A check is approved by name from the command line, through the house's gate."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore

HOUSE = """
[approval]
required_roles = ["Editor", "Legal"]

[settled]
severities = []

[[question]]
key = "called"
text = "Everybody named was called."
required = true
"""


@pytest.fixture
def slug(workspace, workbench):
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for data in originals.values():
        store.add_original(data, "text/plain")
    store.save(None, check)
    store.close()
    workbench("state", check.slug, "in-review", "--by", check.author)
    return check.slug


@pytest.fixture
def strict(tmp_path, monkeypatch):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "review.toml").write_text(HOUSE, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_HOUSE", str(folder))


def status(workbench, slug):
    return json.loads(workbench("signoff", slug, "--json").out)


def test_a_sign_off_says_who_in_which_role_what_was_answered_and_what_was_approved(workbench, slug):
    before = status(workbench, slug)
    assert before["obstacles"] == ["Say by whom."]
    assert next(one["key"] for one in before["checklist"]) == "read_sources"
    done = workbench(
        "signoff", slug, "--name", "Tom  Adeyemi", "--role", "Copy editor",
        "--answer", "heard=n/a: nobody is accused", "--yes-to-all",
    )  # fmt: skip
    assert done.code == 0
    assert done.out.startswith("approved\n")
    (given,) = status(workbench, slug)["sign_offs"]
    assert (given["name"], given["role"]) == ("Tom Adeyemi", "Copy editor")
    assert given["sha256"] == before["sha256"]
    assert given["holds"]
    answers = {one["key"]: (one["answer"], one["note"]) for one in given["answers"]}
    assert answers["heard"] == ("not_applicable", "nobody is accused")
    assert answers["read_sources"] == ("yes", "")


def test_a_dry_run_approves_nothing(workbench, slug):
    tried = workbench("signoff", slug, "--name", "Tom Adeyemi", "--dry-run")
    assert tried.code == 0
    assert "SHA-256" in tried.out
    assert status(workbench, slug)["sign_offs"] == []
    refused = workbench("signoff", slug, "--name", sample_case()[0].author, "--dry-run")
    assert refused.code == 1
    assert "somebody else has to" in refused.out


def test_an_answer_that_the_house_does_not_take_is_refused(workbench, slug):
    refused = workbench("signoff", slug, "--name", "Tom Adeyemi", "--answer", "read_sources=no")
    assert refused.code == 1
    assert "Answered with no: “I read the sources" in refused.err
    unknown = workbench("signoff", slug, "--name", "Tom Adeyemi", "--answer", "tea=yes")
    assert unknown.code == 1
    assert "The checklist has no question “tea”" in unknown.err
    assert workbench("signoff", slug, "--name", "Tom", "--answer", "heard=perhaps").code == 2


def test_two_roles_approve_the_same_words(workbench, slug, strict):
    refused = workbench("state", slug, "approved", "--by", "Tom Adeyemi")
    assert refused.code == 1
    assert "Say in which role: Editor or Legal." in refused.err
    assert "Not answered yet: “Everybody named was called.”" in refused.err
    first = workbench("signoff", slug, "--name", "Tom Adeyemi", "--role", "Editor", "--yes-to-all")
    assert first.out.startswith("in review\n")
    assert "still to come: Legal" in first.err
    again = workbench("signoff", slug, "--name", "Mara Voss", "--role", "Legal", "--yes-to-all")
    assert again.out.startswith("approved\n")


def test_open_errors_keep_a_check_from_being_approved(workbench, slug, workspace):
    store = CheckStore.open(workspace, now())
    check = store.load_slug(slug)
    part = check.draft.parts[0]
    draft = replace(check.draft, parts=(replace(part, text="TODO"), *check.draft.parts[1:]))
    store.save(check, replace(check, draft=draft, changed=now()))
    store.close()
    refused = workbench("signoff", slug, "--name", "Tom Adeyemi")
    assert refused.code == 1
    assert "of the pre-flight" in refused.err
    assert workbench("state", slug, "approved", "--by", "Tom Adeyemi").code == 1
