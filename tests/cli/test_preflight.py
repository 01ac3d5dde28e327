"""The pre-flight without a window: over a file that came by mail, and over a workspace."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data" / "preflight"
CLEAN = DATA / "ferry" / "check.txt"
SOURCES = DATA / "ferry" / "sources"


@pytest.fixture
def faulty(tmp_path):
    """Return a check with a line end before its fault, an emoji and Windows line ends."""
    text = CLEAN.read_text(encoding="utf-8").replace(
        "The fine is small, and it may be lifted.", "The 🌉 fine is TKTK."
    )
    path = tmp_path / "faulty.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode())
    return path


def test_a_clean_check_is_quiet_and_ends_well(workbench):
    done = workbench("preflight", CLEAN, "--sources", SOURCES)
    assert (done.code, done.out.strip()) == (0, "Nothing found.")


def test_json_is_a_list_with_all_keys_and_places_in_the_file(workbench, faulty):
    done = workbench("preflight", faulty, "--sources", SOURCES, "--json")
    assert done.code == 1
    (finding,) = json.loads(done.out)
    assert set(finding) == {"rule", "severity", "place", "text", "message", "help"}
    assert set(finding["place"]) == {"part", "start", "end"}
    text = faulty.read_bytes().decode()
    place = finding["place"]
    assert text[place["start"] : place["end"]] == finding["text"] == "TKTK"
    assert (finding["rule"], finding["severity"]) == ("placeholder", "error")


def test_a_clean_check_is_an_empty_list(workbench):
    done = workbench("preflight", CLEAN, "--sources", SOURCES, "--json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_people_are_told_the_line_with_errors_first(workbench, faulty):
    text = faulty.read_text(encoding="utf-8").replace(
        "March 9, 2026. https://herald.example/ferry", ""
    )
    faulty.write_text(text, encoding="utf-8")
    done = workbench("preflight", faulty, "--sources", SOURCES)
    assert done.out.index("Errors: 1") < done.out.index("Warnings: 1")
    assert "line 8, quick read: Placeholder text: “TKTK”. [placeholder]" in done.out


def test_warnings_alone_are_no_failure(workbench, tmp_path):
    path = tmp_path / "check.txt"
    path.write_text(
        CLEAN.read_text(encoding="utf-8").replace(" https://herald.example/ferry", ""), "utf-8"
    )
    done = workbench("preflight", path, "--json")
    assert done.code == 0
    assert [one["rule"] for one in json.loads(done.out)] == ["source_without_link"]


def test_without_sources_nothing_is_held_against_them(workbench, tmp_path):
    path = tmp_path / "check.txt"
    text = CLEAN.read_text(encoding="utf-8").replace(
        "The fine is small, and it may be lifted.", "“The fine was never paid,” said Carla Munro."
    )
    path.write_text(text, encoding="utf-8")
    assert workbench("preflight", path).out.strip() == "Nothing found."
    assert "quote_not_in_source" in workbench("preflight", path, "--sources", SOURCES).out


def test_the_check_itself_is_none_of_its_sources(workbench, tmp_path):
    for file in (*SOURCES.iterdir(), CLEAN):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    text = (tmp_path / "check.txt").read_text(encoding="utf-8")
    quote = "“The fine was never paid,” said Carla Munro."
    (tmp_path / "check.txt").write_text(
        text.replace("The fine is small, and it may be lifted.", quote), encoding="utf-8"
    )
    done = workbench("preflight", tmp_path / "check.txt", "--sources", tmp_path)
    assert "quote_not_in_source" in done.out


def test_a_source_that_cannot_be_read_is_said(workbench, tmp_path):
    (tmp_path / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    (tmp_path / "notice.txt").write_bytes((SOURCES / "notice.txt").read_bytes())
    done = workbench("preflight", CLEAN, "--sources", tmp_path)
    assert "film.mp4" in done.err


def test_a_check_of_the_workspace_is_judged_by_its_claims(workbench):
    slug = workbench("new", "Did the governor call?").out.strip()
    done = workbench("preflight", slug, "--json")
    found = json.loads(done.out)
    assert done.code == 1
    assert {"author_missing", "rating_missing", "part_empty"} <= {one["rule"] for one in found}


@pytest.mark.parametrize("what", ["gone.md", "no-such-check", ""])
def test_what_is_not_there_is_said_in_a_sentence(workbench, what):
    done = workbench("preflight", what)
    assert done.code == 1
    assert done.err
    assert "Traceback" not in done.err


def test_sources_belong_to_a_file(workbench):
    slug = workbench("new", "Did the governor call?").out.strip()
    assert "--sources" in workbench("preflight", slug, "--sources", SOURCES).err


def test_a_folder_of_sources_that_is_none_is_said(workbench, tmp_path):
    done = workbench("preflight", CLEAN, "--sources", tmp_path / "gone")
    assert done.code == 1
    assert "gone" in done.err


def test_approved_check_with_errors_is_exported_as_a_draft_and_says_so(workbench, tmp_path):
    from workbench.clock import now
    from workbench.core.record import CheckState
    from workbench.store.check_store import CheckStore

    workbench("new", "Is the bridge shut?")
    slug = "is-the-bridge-shut"
    store = CheckStore.open(tmp_path / "checks.workbench", now())
    check = store.load_slug(slug)
    store.save(check, replace(check, state=CheckState.APPROVED))
    store.close()
    done = workbench("export", slug, "--to", tmp_path / "out", "--formats", "md")
    assert done.code == 0
    assert "goes out as a DRAFT" in done.err
    assert "DRAFT" in (tmp_path / "out" / f"{slug}.md").read_text(encoding="utf-8")
