"""Comments from the command line: said, found again, answered, resolved; in no public export."""

from __future__ import annotations

import json

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore


@pytest.fixture
def slug(workspace):
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for data in originals.values():
        store.add_original(data, "text/plain")
    store.save(None, check)
    store.close()
    return check.slug


def listed(workbench, slug, *options):
    return json.loads(workbench("comments", slug, "--json", *options).out)


def test_a_comment_is_made_answered_resolved_and_listed(workbench, slug):
    assert workbench("comments", slug).out == "No comments.\n"
    words = "--at", "claim 1", "--by", "Tom  Adeyemi"
    assert workbench("comments", slug, "--add", "@Mira, who told her?", *words).code == 0
    (thread,) = listed(workbench, slug)
    assert (thread["kind"], thread["state"], thread["resolved_by"]) == ("claim", "found", "")
    short = thread["id"][-8:]
    said = workbench(
        "comments", slug, "--reply", short, "--add", "Her office.", "--by", "Mira Solberg"
    )
    assert f"{short}  Claim 1" in said.out
    assert "Mira Solberg" in said.out
    assert "Her office." in said.out
    assert listed(workbench, slug, "--for", "Mira Solberg") != []
    assert listed(workbench, slug, "--for", "Tom Adeyemi") == []
    workbench("comments", slug, "--resolve", short, "--by", "Mira Solberg")
    assert listed(workbench, slug, "--open") == []
    assert listed(workbench, slug)[0]["resolved_by"] == "Mira Solberg"
    workbench("comments", slug, "--reopen", short, "--by", "Tom Adeyemi")
    assert len(listed(workbench, slug, "--open")) == 1


def test_words_are_held_by_a_quote_and_said_to_be_lost(workbench, slug):
    done = workbench(
        "comments", slug, "--add", "Since when?", "--at", "source 1:The Ledger reported on Tuesday",
        "--by", "Tom",
    )  # fmt: skip
    assert done.code == 0
    (thread,) = listed(workbench, slug)
    assert thread["words"] == "The Ledger reported on Tuesday"
    assert thread["end"] - thread["start"] == len(thread["words"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--add", "x"), "somebody's"),
        (("--add", "x", "--by", "Tom", "--at", "claim 99"), "no “claim 99”"),
        (("--add", "x", "--by", "Tom", "--at", "evidence 1.99"), "no “evidence 1.99”"),
        (("--add", "x", "--by", "Tom", "--at", "elsewhere"), "no “elsewhere”"),
        (("--add", "x", "--by", "Tom", "--at", "source 1:zzz"), "do not stand there"),
        (("--add", "x", "--by", "Tom", "--at", "source 1:the"), "more than once"),
        (("--resolve", "zz", "--by", "Tom"), "no comment zz"),
    ],
)
def test_what_cannot_be_noted_is_said_and_nothing_is(workbench, slug, options, said):
    done = workbench("comments", slug, *options)
    assert done.code == 1
    assert said in done.err
    assert listed(workbench, slug) == []


def test_comments_are_in_no_public_file(workbench, slug, tmp_path):
    for place in ("check", "claim 1", "source 1", "evidence 1.1", "post", "lede"):
        workbench("comments", slug, "--add", "MARKER remark", "--at", place, "--by", "MARKER Tom")
    assert len(listed(workbench, slug)) == 6
    workbench("export", slug, "--to", tmp_path / "out", "--formats", "all")
    files = [file for file in (tmp_path / "out").rglob("*") if file.is_file()]
    assert files
    assert not any(b"MARKER" in file.read_bytes() for file in files)


def test_open_comments_go_along_in_the_editors_copy_only_if_they_are_wanted(
    workbench, slug, tmp_path
):
    workbench("comments", slug, "--add", "Zqremark", "--at", "claim 1", "--by", "Noor Veen")
    workbench("review", slug, "--to", tmp_path / "with", "--formats", "html")
    workbench("review", slug, "--to", tmp_path / "without", "--formats", "html", "--no-comments")
    holds = {
        folder: "Zqremark" in next((tmp_path / folder).iterdir()).read_text(encoding="utf-8")
        for folder in ("with", "without")
    }
    assert holds == {"with": True, "without": False}
