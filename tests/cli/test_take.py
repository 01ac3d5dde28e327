"""Taking a file back from the command line, and settling what it suggests."""

from __future__ import annotations

import json

import pytest

from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore

WAS, NOW = "privately called Mayor Samuel\nOkafor", "called Mayor Samuel\nOkafor"


@pytest.fixture
def sample(workspace):
    check, originals = sample_case()
    store = CheckStore.open(workspace, now())
    for source in check.sources:
        store.add_original(originals[source.version.sha256], source.version.media_type)
    store.save(None, check)
    store.close()
    return check


@pytest.fixture
def exported(workbench, sample, tmp_path):
    workbench("export", sample.slug, "--to", tmp_path / "out", "--formats", "md,docx")
    return tmp_path / "out" / f"{sample.slug}.md"


def edit(path, *changes):
    text = path.read_text(encoding="utf-8")
    for was, new in changes:
        assert was in text, was
        text = text.replace(was, new, 1)
    path.write_text(text, encoding="utf-8")


def test_the_file_names_its_check_and_state_and_says_if_nothing_changed(
    workbench, sample, exported
):
    head = exported.read_text(encoding="utf-8").partition("\n---\n")[0]
    assert f'check: "{sample.id}"' in head
    assert "revision: 1" in head
    done = workbench("take", sample.slug, exported)
    assert (done.code, done.out) == (0, "")
    assert "revision 1" in done.err
    assert "Nothing in it was changed." in done.err


def test_changes_are_kept_open_and_taken_one_by_one(workbench, sample, exported):
    edit(
        exported,
        ("Bay Commentary passed", "Bay Commentary {~~passed~>handed~~}{>>Mara Voss: plain?<<}"),
        ("The mayor will not say whether", "The mayor does not say whether"),
    )
    dry = workbench("take", sample.slug, exported, "--dry-run")
    assert "+ handed" in dry.out
    assert "plain?" in dry.out
    assert workbench("suggestions", sample.slug).out == ""
    done = workbench("take", sample.slug, exported, "--by", "Tom Adeyemi")
    assert "Kept 2 suggestions and 1 comment." in done.err
    again = workbench("take", sample.slug, exported, "--json")
    assert {one["state"] for one in json.loads(again.out)["items"]} == {"here"}
    listed = json.loads(workbench("suggestions", sample.slug, "--json").out)
    assert [one["number"] for one in listed] == [1, 2]
    assert listed[0]["who"] == "Tom Adeyemi"
    assert workbench("suggestions", sample.slug, "--take", "1", "--by", "Nora Feld").code == 0
    refused = workbench("suggestions", sample.slug, "--refuse", "2", "--answer", "He said so.")
    assert refused.out.splitlines() == ["Refused: 2"]
    shown = json.loads(workbench("show", sample.slug, "--json").out)
    lede = next(part for part in shown["draft"]["parts"] if part["key"] == "lede")
    assert "Bay Commentary handed the report on" in lede["text"]
    states = [one["state"] for one in shown["suggestions"]]
    assert states == ["taken", "refused"]
    assert workbench("suggestions", sample.slug, "--take", "1").code == 1


def test_an_edit_that_strengthens_a_claim_is_flagged_before_and_after(workbench, sample, exported):
    edit(
        exported,
        (
            "The mayor will not say whether it took\nplace.",
            "The state and the city have reopened talks on the Harbor Bridge.",
        ),
    )
    told = workbench("take", sample.slug, exported)
    assert "would be flagged:" in told.out
    done = workbench("suggestions", sample.slug, "--take", "all")
    assert "Now flagged:" in done.out


def test_a_file_of_another_check_is_refused(workbench, sample, exported):
    workbench("new", "Is the ferry back?")
    refused = workbench("take", "is-the-ferry-back", exported)
    assert refused.code == 1
    assert "belongs to another check" in refused.err


def test_without_its_front_matter_a_file_is_known_by_its_words(workbench, sample, exported):
    text = exported.read_text(encoding="utf-8").partition("\n---\n")[2]
    exported.write_text(text.replace("Bay Commentary passed", "It passed"), encoding="utf-8")
    done = workbench("take", sample.slug, exported, "--dry-run")
    assert "does not say which state" in done.err
    assert "+ It" in done.out


def test_an_unknown_revision_is_told_and_compared_by_its_words(workbench, sample, exported):
    edit(exported, ("revision: 1", "revision: 40"), ('revision_id: "0', 'revision_id: "f'))
    done = workbench("take", sample.slug, exported, "--dry-run")
    assert "Revision 40, which the file names, is not known here" in done.err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.md", b"  \n", "is empty"),
        ("cut.docx", b"PK\x03\x04 and then nothing", "cannot be read"),
        ("other.md", b"Take two eggs and some flour.", "hardly a word in common"),
        ("page.html", b"<p>Hello</p>", "cannot be taken back"),
    ],
)
def test_what_is_no_such_file_says_so_and_nothing_is_kept(
    workbench, sample, tmp_path, name, data, said
):
    path = tmp_path / name
    path.write_bytes(data)
    refused = workbench("take", sample.slug, path)
    assert refused.code == 1
    assert said in refused.err
    assert refused.out == ""


def test_a_missing_file_is_told_plainly(workbench, sample, tmp_path):
    refused = workbench("take", sample.slug, tmp_path / "none.md")
    assert refused.code == 1
    assert "cannot be read" in refused.err
