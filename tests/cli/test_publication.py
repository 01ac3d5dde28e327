"""A check goes from draft to corrected by the hands of named people."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from workbench.clock import now
from workbench.core.date import stated
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def sample(workspace):
    check, originals = sample_case()
    check = replace(check, published=stated("2026-07-12"))
    store = CheckStore.open(workspace, now())
    for data in originals.values():
        store.add_original(data, "text/plain")
    store.save(None, check)
    store.close()
    return check


@pytest.fixture
def published(workbench, sample, tmp_path):
    for word in ("in-review", "approved", "published"):
        assert workbench("state", sample.slug, word, "--by", "Tom Adeyemi").code == 0
    workbench("export", sample.slug, "--to", tmp_path / "first")
    return sample


def test_each_step_is_noted_and_told(workbench, published):
    told = workbench("state", published.slug).out.splitlines()
    assert told[0] == "published"
    assert [line.partition(", ")[2] for line in told[1:]] == [
        "in review: Tom Adeyemi",
        "approved: Tom Adeyemi",
        "published: Tom Adeyemi",
    ]


def test_the_author_cannot_approve(workbench, sample):
    workbench("state", sample.slug, "in-review", "--by", sample.author)
    refused = workbench("state", sample.slug, "approved", "--by", sample.author)
    assert refused.code == 1
    assert "somebody else has to" in refused.err
    assert workbench("state", sample.slug).out.startswith("in review\n")


def test_a_state_that_there_is_not_is_wrong_usage(workbench, sample):
    assert workbench("state", sample.slug, "done", "--by", "Tom Adeyemi").code == 2


def test_when_and_where_it_is_published_can_be_said_with_the_state(workbench, sample):
    slug = sample.slug
    for word in ("in-review", "approved"):
        workbench("state", slug, word, "--by", "Tom")
    done = workbench(
        "state", slug, "published", "--by", "Tom", "--on", "8 July 2026",
        "--url", "https://checks.example/a",
    )  # fmt: skip
    assert done.code == 0
    check = json.loads(workbench("show", slug, "--json").out)
    assert (check["published"]["value"], check["url"]) == ("2026-07-08", "https://checks.example/a")
    early = workbench("state", slug, "draft", "--by", "Tom", "--on", "8 July 2026")
    assert (early.code, "published" in early.err) == (2, True)
    odd = workbench("state", slug, "published", "--by", "Tom", "--url", "checks.example")
    assert (odd.code, "no web address" in odd.err) == (2, True)


def test_what_is_published_goes_out_without_the_stamp(published, tmp_path):
    for path in (tmp_path / "first").iterdir():
        assert b"DRAFT" not in path.read_bytes()


def test_a_correction_is_tied_to_the_export_it_mends_and_stands_in_every_format(
    workbench, published, tmp_path
):
    done = workbench(
        "correct", published.slug, "--was", "Friday", "--now", "Thursday", "--reason",
        "We misread it.", "--by", "Tom Adeyemi",
    )  # fmt: skip
    assert done.code == 0
    assert done.out.startswith("Correction, ")
    assert workbench("state", published.slug).out.startswith("corrected\n")
    workbench(
        "correct", published.slug, "--kind", "update", "--now", "She answered.", "--by", "Tom"
    )
    workbench("export", published.slug, "--to", tmp_path / "out", "--formats", "all")
    texts = {
        path.name.removeprefix(published.slug): path.read_bytes().decode(errors="replace")
        for path in (tmp_path / "out").iterdir()
    }
    for suffix in (".md", ".html", ".txt", ".docx"):
        text = " ".join(texts[suffix].split())
        assert text.index("She answered.") < text.index("it said: Friday.")
    assert json.loads(texts[".claimreview.json"])["dateModified"].startswith("20")
    assert "\nupdated: " in texts[".md"]
    shown = json.loads(workbench("show", published.slug, "--json").out)
    assert len({one["export_id"] for one in shown["corrections"]}) == 1
    assert shown["corrections"][0]["export_id"]


def test_a_draft_is_changed_and_not_corrected(workbench, sample):
    refused = workbench("correct", sample.slug, "--now", "x", "--was", "y", "--by", "Tom Adeyemi")
    assert refused.code == 1
    assert "What has not been published is changed, not corrected." in refused.err


def test_slips_are_told(workbench, published):
    assert workbench("correct", published.slug, "--now", " ", "--by", "Tom").code == 2
    assert workbench("correct", published.slug, "--now", "x", "--kind", "slip").code == 2
    assert "Say by whom." in workbench("correct", published.slug, "--now", "x", "--was", "y").err
    refused = workbench("correct", published.slug, "--now", "x", "--export", 9, "--by", "Tom")
    assert "There is no export 9" in refused.err


def edited(workspace, slug, **fields):
    store = CheckStore.open(workspace, now())
    check = store.load_slug(slug)
    store.save(check, replace(check, **fields))
    store.close()


def stamped(folder):
    return {b"DRAFT" in path.read_bytes() for path in folder.iterdir() if path.suffix == ".md"}


def test_an_approval_lapses_with_its_words_and_is_given_anew(
    workbench, published, workspace, tmp_path
):
    slug = published.slug
    assert workbench("changes", slug, "--approved").out == ""
    edited(workspace, slug, title="Did the governor phone the mayor?")
    assert "published, approval withdrawn" in workbench("list").out
    told = workbench("state", slug).out.splitlines()
    assert "by Tom Adeyemi; withdrawn, " in told[-1]
    assert "; withdrawn, 1 place changed since" in workbench("show", slug).out
    changes = workbench("changes", slug, "--approved").out
    assert "  + Did the governor phone the mayor?" in changes
    exported = workbench("export", slug, "--to", tmp_path / "second")
    assert "The approval of Tom Adeyemi, given on " in exported.err
    assert stamped(tmp_path / "second") == {True}
    refused = workbench("state", slug, "approved", "--by", published.author)
    assert "somebody else has to" in refused.err
    assert workbench("state", slug, "approved", "--by", "Tom Adeyemi").out.startswith("published\n")
    workbench("export", slug, "--to", tmp_path / "third")
    assert stamped(tmp_path / "third") == {False}
    assert workbench("changes", slug, "--approved").out == ""
    assert "withdrawn" not in workbench("list").out
    assert len(json.loads(workbench("exports", slug, "--json").out)) == 3


def test_an_approval_travels_with_the_case_file(workbench, published, tmp_path):
    slug, case = published.slug, tmp_path / "call.factcheck"
    assert workbench("pack", slug, "--to", case).code == 0
    other = ("--workspace", tmp_path / "other.workbench")
    assert workbench(*other, "unpack", case).out.strip() == slug
    assert workbench(*other, "changes", slug, "--approved").out == ""
    told = workbench(*other, "show", slug).out
    assert " by Tom Adeyemi\n" in told
    assert "changed since" not in told


def test_words_that_were_never_approved_cannot_be_compared(workbench, sample):
    refused = workbench("changes", sample.slug, "--approved")
    assert refused.code == 1
    assert "No approval of" in refused.err
    assert workbench("changes", sample.slug, "--approved", "--since", 1).code == 2
