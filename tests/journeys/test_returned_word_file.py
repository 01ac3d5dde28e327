"""A check goes to an editor, is changed in LibreOffice with tracking on, and comes back."""

from __future__ import annotations

import json

import pytest

from tests.journeys.word_processor import edited, why_not
from workbench.cli.app import run
from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "LibreOffice is here"),
]

STEPS = (
    {"find": "passed the report on", "replace": "handed the report on"},
    {"find": ", and nobody has confirmed the call on the record", "delete": True},
    {"find": "is commentary", "insert_after": " and opinion"},
    {"find": "The short version adds", "new_paragraph_after": "Added “by” the editor – here."},
    {"find": "second-hand", "bold": True},
    {"find": "does not carry", "comment": "Does it not?"},
    {
        "find": "The state and the city have reopened talks on",
        "number": 2,
        "move_after": "mayor’s written statement of July 8, 2026:",
        "after_number": 2,
    },
    {"find": "reported call, no revived deal", "replace": "a call, and no deal"},
)
EXPECTED = {
    ("part", "", "passed", "handed"),
    ("part", "", ", and nobody has confirmed the call on the record", ""),
    ("part", "", "", " and opinion"),
    ("part", "", "", "\n\nAdded “by” the editor – here."),
    ("claim", "status", "not_confirmed", "contradicted"),
    ("claim", "basis.wording", "", "the mayor’s written statement of July 8, 2026"),
    ("check", "verdict.wording", "reported call, no revived deal", "a call, and no deal"),
}


@pytest.fixture
def workbench(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WORKBENCH_FILE", str(tmp_path / "checks.workbench"))

    def type_in(*arguments):
        code = run([str(word) for word in arguments], open_window=None, run_tour=None)
        said = capsys.readouterr()
        assert code == 0, said.err
        return said.out

    return type_in


@pytest.fixture
def sample(tmp_path, workbench):
    check, originals = sample_case()
    store = CheckStore.open(tmp_path / "checks.workbench", now())
    for source in check.sources:
        store.add_original(originals[source.version.sha256], source.version.media_type)
    store.save(None, check)
    store.close()
    workbench("export", check.slug, "--to", tmp_path, "--formats", "docx")
    workbench("review", check.slug, "--to", tmp_path, "--formats", "docx")
    return check


@pytest.mark.parametrize(
    ("ending", "tracked"), [("docx", False), ("editor.docx", True)]
)  # the other two ways go through the same code, and LibreOffice takes its time
def test_what_an_editor_does_in_libreoffice_comes_back(
    workbench, sample, tmp_path, ending, tracked
):
    sent = tmp_path / f"{sample.slug}.{ending}"
    back = edited(sent, tmp_path / "back.docx", STEPS, tracked=tracked)
    told = json.loads(workbench("take", sample.slug, back, "--json"))
    assert told["exact"] is True
    made = [one for one in told["items"] if one["kind"] == "suggestion"]
    found = {
        (one["subject"]["kind"], one["subject"]["field"], one["was"], one["now"]) for one in made
    }
    assert found == EXPECTED
    assert {one["who"] for one in made} == {"Mara Voss"}
    (comment,) = (one for one in told["items"] if one["kind"] == "comment")
    assert (comment["text"], comment["who"]) == ("Does it not?", "Mara Voss")
    assert comment["subject"]["quote"] == "does not carry"
    again = json.loads(workbench("take", sample.slug, back, "--json"))
    assert {one["state"] for one in again["items"]} == {"here"}
    workbench("suggestions", sample.slug, "--take", "all", "--by", "Mira Solberg")
    check = json.loads(workbench("show", sample.slug, "--json"))
    texts = {part["key"]: part["text"] for part in check["draft"]["parts"]}
    assert "Bay Commentary handed the report on two days later" in texts["lede"]
    assert "The Ledger’s own text is not in hand.[^analysis]" in texts["lede"]
    assert texts["versions"].endswith("\n\nAdded “by” the editor – here.")
    assert "**second-hand" not in texts["quick_read"]
    assert check["claims"][1]["status"] == "contradicted"
    assert check["verdict"]["wording"] == "a call, and no deal"


@pytest.mark.parametrize("ending", ["editor.docx"])
def test_a_file_that_was_only_opened_and_saved_has_no_changes(workbench, sample, tmp_path, ending):
    back = edited(tmp_path / f"{sample.slug}.{ending}", tmp_path / "back.docx", ())
    assert json.loads(workbench("take", sample.slug, back, "--json"))["items"] == []
