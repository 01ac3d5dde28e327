"""A check is packed by two keys; what is private stays, and the sheet says so in numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.conftest import an_id
from workbench.core.contact import Contact
from workbench.publish.case import unpack
from workbench.publish.packing_words import size_words
from workbench.ui import setting


@pytest.fixture
def folder(settings, tmp_path):
    """The folder that the last case file went to."""
    made = tmp_path / "Stick 🌉"
    settings.set(setting.CASE_FOLDER, str(made))
    return made


def label(hands, window, name):
    return hands.find(window, name).text()


def weighed(qtbot, window, hands):
    qtbot.waitUntil(lambda: "About" in label(hands, window, "packing_size"), timeout=20_000)
    return label(hands, window, "packing_size")


def written(qtbot, path):
    qtbot.waitUntil(path.is_file, timeout=20_000)
    return unpack(path.read_bytes())


def test_two_keys_pack_carefully(qtbot, window, hands, folder, sample):
    hands.tap("Ctrl+Shift+E")
    told = weighed(qtbot, window, hands)
    hands.tap("Return")
    path = folder / f"{sample.slug}.factcheck"
    case = written(qtbot, path)
    qtbot.waitUntil(lambda: "Packed into" in window.notices.text, timeout=20_000)
    assert case.check.notes == ""
    assert not any(source.notes for source in case.check.sources)
    assert case.check.claims[0].wording == sample.claims[0].wording
    assert len(case.originals) == len(sample.sources)
    assert "Left out:" in window.notices.text
    size = path.stat().st_size
    assert size_words(size) in told  # what was told before is what it became


def test_sheet_says_in_numbers_what_stays(qtbot, window, hands, folder, sample):
    private = Contact(id=an_id(1), who="A clerk", is_private=True)
    noted = Contact(id=an_id(2), who="The port", notes="Ring before six")
    window.desk.edit("x", lambda check: replace(check, contacts=(private, noted)))
    hands.tap("Ctrl+Shift+E")
    lines = label(hands, window, "packing_stays").split("\n")
    assert "1 private contact" in lines
    assert "Notes to 1 contact" in lines
    assert any(line.startswith("Notes to the check") for line in lines)
    hands.find(window, "packing_notes").setChecked(True)
    hands.find(window, "packing_originals").setChecked(False)
    hands.find(window, "packing_contacts").setChecked(False)
    lines = label(hands, window, "packing_stays").split("\n")
    assert not any(line.startswith("Notes to the check") for line in lines)
    assert lines[0].startswith(f"{len(sample.sources)} originals, ")
    assert "1 person who was asked" in lines
    assert "with everything" in weighed(qtbot, window, hands)


def test_choice_of_notes_is_not_kept_and_that_of_originals_is(qtbot, window, hands, folder):
    hands.tap("Ctrl+Shift+E")
    hands.find(window, "packing_notes").setChecked(True)
    hands.find(window, "packing_originals").setChecked(False)
    hands.tap("Escape", "Ctrl+Shift+E")
    assert not hands.find(window, "packing_notes").isChecked()
    assert not hands.find(window, "packing_originals").isChecked()
    hands.let_work(window)  # how large the file gets is still looked at


def test_notes_go_along_when_they_are_ticked(qtbot, window, hands, folder, sample):
    hands.tap("Ctrl+Shift+E", "Alt+N")
    hands.find(window, "packing_go").click()
    case = written(qtbot, folder / f"{sample.slug}.factcheck")
    assert case.check.notes == sample.notes
    hands.let_work(window)


def test_file_that_is_there_is_said_before_it_is_replaced(qtbot, window, hands, folder, sample):
    hands.tap("Ctrl+Shift+E")
    assert not hands.find(window, "packing_replaces").isVisible()
    hands.tap("Return")
    path = folder / f"{sample.slug}.factcheck"
    written(qtbot, path)
    qtbot.waitUntil(lambda: not window.jobs.is_busy, timeout=20_000)
    hands.tap("Ctrl+Shift+E")
    assert hands.find(window, "packing_replaces").isVisible()
    hands.find(window, "packing_file").setText(str(folder / "other"))
    assert not hands.find(window, "packing_replaces").isVisible()
    hands.tap("Return")
    written(qtbot, folder / "other.factcheck")
    hands.let_work(window)


def test_place_that_cannot_be_written_is_told(qtbot, window, hands, folder, sample):
    folder.write_text("This is a file.")
    hands.tap("Ctrl+Shift+E", "Return")
    qtbot.waitUntil(lambda: "safe" in window.notices.text, timeout=20_000)
    assert folder.read_text() == "This is a file."
    hands.let_work(window)


def test_nothing_is_offered_that_is_not_there(window, hands, folder):
    window.desk.edit("x", lambda check: replace(check, contacts=(), notes="", sources=(),
        passages=(), claims=(), events=(), main_claim_id="", watch_items=()))  # fmt: skip
    hands.tap("Ctrl+Shift+E")
    for kind in ("originals", "contacts", "notes"):
        assert not hands.find(window, f"packing_{kind}").isVisible()
    assert label(hands, window, "packing_stays") == "Nothing."
    hands.let_work(window)
