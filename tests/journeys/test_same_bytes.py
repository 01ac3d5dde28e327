"""The same check gives the same bytes, whenever and from whichever window it is exported."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.record import CheckState
from workbench.ui import setting


@pytest.fixture
def export(hands, settings, tmp_path):
    """A function that exports from a window with two keys and returns the files by name."""

    def exported(window, name):
        settings.set(setting.EXPORT_FOLDER, str(tmp_path / name))
        hands.tap("Ctrl+E", "Return")
        hands.let_work(window)
        folder = tmp_path / name / window.desk.check.slug
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    return exported


def test_the_same_check_is_exported_to_the_same_bytes(window, open_window, hands, export, sample):
    first = export(window, "first")
    assert f"{sample.slug}.md" in first
    assert export(window, "second") == first
    window.workspace.enter_tab("draft")
    hands.write("x")
    assert export(window, "third") != first
    hands.tap("Ctrl+Z")
    assert export(window, "fourth") == first
    hands.tap("Ctrl+Q")
    assert export(open_window(), "fifth") == first


def test_nothing_that_is_not_approved_leaves_without_saying_so(window, export, sample):
    assert sample.state is CheckState.DRAFT
    for name, data in export(window, "draft").items():
        first_words = data.decode().split("\n## ")[0]
        assert "DRAFT. Not approved, not for publication." in first_words, name
    window.desk.edit("x", lambda check: replace(check, state=CheckState.APPROVED))
    for data in export(window, "approved").values():
        assert b"DRAFT" not in data


def test_what_is_internal_never_leaves(window, hands, export):
    check = window.desk.check
    notes = [source.notes for source in check.sources] + [claim.notes for claim in check.claims]
    notes += [item.note for claim in check.claims for item in claim.evidence] + [check.notes]
    kept = [note for note in notes if note]
    assert kept
    exported = b"".join(export(window, "out").values()).decode()
    plain = " ".join(exported.split())
    for note in kept:
        assert " ".join(note.split())[:40] not in plain
