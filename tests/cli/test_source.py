"""Files become sources: all that are named, or none."""

from __future__ import annotations

import hashlib
import json

import pytest

from workbench.clock import now
from workbench.store.check_store import CheckStore


@pytest.fixture
def slug(workbench):
    return workbench("new", "Bridge").out.strip()


def sources(workbench, slug):
    return json.loads(workbench("show", slug, "--json").out)["sources"]


def test_files_are_brought_in_as_they_are(workbench, workspace, slug, articles):
    text, page = articles
    added = workbench("add", slug, text, page)
    assert added.code == 0
    assert [line.partition(":")[0] for line in added.out.splitlines()] == ["Source 1", "Source 2"]
    first, second = (source["versions"][0] for source in sources(workbench, slug))
    assert first["text"].encode() == text.read_bytes()
    assert "reopen in May" in second["text"]
    store = CheckStore.open(workspace, now())
    assert store.original(second["sha256"]) == page.read_bytes()
    store.close()


def test_nothing_missing_is_filled_in(workbench, slug, articles):
    workbench("add", slug, articles[0])
    (source,) = sources(workbench, slug)
    assert source["published"]["basis"] == "unknown"
    assert (source["outlet"], source["title"], source["byline"], source["url"]) == ("", "", "", "")
    assert "wire.txt" not in json.dumps(source)  # names on the person's disk stay there


def test_one_refused_file_keeps_all_out(workbench, slug, articles, tmp_path):
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    refused = workbench("add", slug, articles[0], binary)
    assert refused.code == 1
    assert refused.out == ""
    assert "picture.txt" in refused.err
    assert sources(workbench, slug) == []


def test_missing_file_is_said(workbench, slug, tmp_path):
    refused = workbench("add", slug, tmp_path / "gone.txt")
    assert refused.code == 1
    assert "gone.txt" in refused.err


def test_same_bytes_are_taken_once(workbench, slug, articles, tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_bytes(articles[0].read_bytes())
    workbench("add", slug, articles[0])
    again = workbench("add", slug, copy, articles[1], articles[1])
    assert again.code == 0
    assert "copy.txt is in this check already" in again.err
    assert "page.html is in this check already" in again.err
    assert again.out.startswith("Source 2: ")
    digests = [source["versions"][0]["sha256"] for source in sources(workbench, slug)]
    assert digests == [hashlib.sha256(file.read_bytes()).hexdigest() for file in articles]


def test_a_folder_is_brought_in_with_what_can_be_read_of_it(workbench, slug, articles, tmp_path):
    folder = tmp_path / "dossier"
    (folder / "more").mkdir(parents=True)
    for number, article in enumerate(articles):
        (folder / "more" / f"{number}{article.suffix}").write_bytes(article.read_bytes())
    (folder / "copy.txt").write_bytes(articles[0].read_bytes())
    (folder / "empty.txt").write_bytes(b"")
    (folder / ".hidden").write_text("Not for you.")
    added = workbench("add", slug, folder)
    assert added.code == 0
    assert len(sources(workbench, slug)) == 2
    assert "“empty.txt” is empty" in added.err
    assert "0.txt is in this check already" in added.err
    assert "hidden" not in added.err


def test_a_folder_of_which_nothing_can_be_read_is_refused(workbench, slug, tmp_path):
    folder = tmp_path / "dossier"
    folder.mkdir()
    assert workbench("add", slug, folder).code == 1
    (folder / "a.bin").write_bytes(bytes(range(256)))
    refused = workbench("add", slug, folder)
    assert refused.code == 1
    assert "Nothing in there can be brought in" in refused.err
    assert sources(workbench, slug) == []
