"""The pre-flight in the window: found in the background, led to by keys, set aside and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from workbench.core import change
from workbench.core.finding import Severity
from workbench.core.record import CheckState
from workbench.ui.finding_list import FindingRole

FAULTY = "TODO: ask the mayor again.\n\nThe mayor answered on Thursday.\n"


@pytest.fixture
def faulty(window, qtbot):
    """Return the window after the pre-flight has read a draft with a leftover note in it."""
    window.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", FAULTY))
    window.desk.edit("Sign", lambda check: replace(check, author=""))
    read(window, qtbot)
    return window


def read(window, qtbot):
    window.preflight.proofing.read_now()
    qtbot.waitUntil(
        lambda: window.preflight.proofing.is_read and not window.preflight.proofing.is_busy
    )


def pane_of(window):
    return window.workspace.editor.currentWidget()


def rows(view):
    model = view.findings
    return [model.index(row).data(FindingRole) for row in range(model.rowCount())]


def named(view, rule):
    """Choose the first finding of a rule and return it."""
    found = rows(view)
    row = next(n for n, finding in enumerate(found) if finding and finding.rule == rule)
    view.setCurrentIndex(view.findings.index(row))
    return found[row]


def test_what_is_typed_is_read_a_moment_later(window, qtbot):
    with qtbot.waitSignal(window.preflight.proofing.proofed):
        window.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", FAULTY))
    qtbot.waitUntil(
        lambda: any(
            finding.rule == "placeholder" and finding.text.startswith("TODO")
            for finding in window.preflight.open_findings
        )
    )


def test_tab_lists_errors_first_under_headings_and_counts_in_the_header(faulty, hands):
    hands.tap("Ctrl+5")
    view = pane_of(faulty).list
    assert QApplication.focusWidget() is view
    severities = [finding.severity for finding in rows(view) if finding is not None]
    assert severities == sorted(severities, key=list(Severity).index)
    assert rows(view)[0] is None  # a heading
    count = sum(severity is not Severity.NOTE for severity in severities)
    assert hands.find(faulty, "tab_preflight").text() == f"Pre-flight  {count}"


def test_enter_selects_the_very_words_and_the_tab_comes_back_to_the_same_row(faulty, hands):
    hands.tap("Ctrl+5")
    view = pane_of(faulty).list
    finding = named(view, "placeholder")
    hands.tap("Return")
    field = QApplication.focusWidget()
    assert field.objectName() == "draft_lede"
    assert field.textCursor().selectedText() == finding.text
    hands.tap("Ctrl+5")
    assert view.chosen == finding


def test_f8_walks_through_the_places_from_any_tab(faulty, hands):
    places = set()
    for _ in range(len(faulty.preflight.open_findings)):
        hands.tap("F8")
        assert faulty.notices.text in {one.message for one in faulty.preflight.open_findings}
        places.add(faulty.notices.text)
    assert len(places) > 1
    hands.tap("Shift+F8")
    assert faulty.notices.text


def test_mended_finding_falls_away(faulty, hands, qtbot):
    hands.tap("Ctrl+5")
    view = pane_of(faulty).list
    named(view, "placeholder")
    faulty.desk.edit("Mend", lambda check: change.with_draft_text(check, "lede", ""))
    read(faulty, qtbot)
    assert not any(finding and finding.text.startswith("TODO") for finding in rows(view))


def test_warning_is_set_aside_and_an_error_is_not(faulty, hands):
    hands.tap("Ctrl+5")
    pane = pane_of(faulty)
    found = [finding for finding in rows(pane.list) if finding]
    warning = next(finding for finding in found if finding.severity is Severity.WARNING)
    pane.list.setCurrentIndex(pane.list.findings.index(pane.list.findings.row_of(warning)))
    hands.tap("Delete")
    assert warning not in rows(pane.list)
    assert warning not in faulty.preflight.open_findings
    aside = hands.find(pane, "preflight_aside")
    hands.click(aside)
    assert [finding for finding in rows(pane.list) if finding] == [warning]
    faulty.desk.undo_stack.undo()
    assert warning in faulty.preflight.open_findings
    error = next(finding for finding in found if finding.severity is Severity.ERROR)
    pane.list.setCurrentIndex(pane.list.findings.index(pane.list.findings.row_of(error)))
    pane.list.setFocus()
    hands.tap("Delete")
    assert error in faulty.preflight.open_findings
    assert "cannot be set aside" in faulty.notices.text


def test_f1_opens_the_page_of_the_rule_and_escape_returns(faulty, hands):
    hands.tap("Ctrl+5")
    view = pane_of(faulty).list
    named(view, "placeholder")
    hands.tap("F1")
    page = hands.find(faulty, "rule_page")
    assert page.isVisible()
    assert len(page.toPlainText()) > 80
    hands.tap("Escape")
    assert not page.isVisible()
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize("name", ["claim", "post", "headline", "rating"])
def test_places_in_other_parts_lead_to_their_fields(faulty, hands, qtbot, name):
    claim = faulty.desk.check.claims[1]
    words = "TODO write this"
    edits = {
        "claim": lambda now: change.with_claim(now, replace(claim, as_supported=words)),
        "post": lambda now: change.with_post_text(now, "", words),
        "headline": lambda now: replace(now, title=words),
        "rating": lambda now: replace(now, verdict=replace(now.verdict, reason=words)),
    }
    fields = {
        "claim": "claim_as_supported",
        "post": "post_common",
        "headline": "check_title",
        "rating": "verdict_reason",
    }
    faulty.desk.edit("Write", edits[name])
    read(faulty, qtbot)
    finding = next(
        one
        for one in faulty.preflight.open_findings
        if one.rule == "placeholder" and one.place.part == name
    )
    faulty.preflight.go_to(finding)
    assert QApplication.focusWidget().objectName() == fields[name]


def test_words_for_screen_readers_name_severity_place_and_help(faulty, hands):
    hands.tap("Ctrl+5")
    view = pane_of(faulty).list
    finding = named(view, "placeholder")
    spoken = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(finding.severity.value)
    assert finding.message in spoken
    assert finding.help in spoken


def test_another_check_begins_unread(faulty, hands, qtbot):
    faulty.shelf.new_check("A new one")
    assert faulty.preflight.open_findings == ()
    read(faulty, qtbot)
    hands.tap("Ctrl+5")
    assert isinstance(pane_of(faulty), QWidget)


def test_export_of_an_approved_check_with_errors_says_that_it_goes_out_as_a_draft(
    faulty, hands, tmp_path
):
    faulty.desk.edit("Approve", lambda check: replace(check, state=CheckState.APPROVED))
    hands.tap("Ctrl+E")
    sheet = faulty.exporter._sheet
    assert "goes out as a DRAFT" in sheet._draft.text()
    sheet.folder.setText(str(tmp_path / "out"))
    hands.press(sheet.folder, "Return")
    hands.let_work(faulty)
    page = next((tmp_path / "out").glob("*.md")).read_text(encoding="utf-8")
    assert "DRAFT" in page
    assert faulty.desk.check.state is CheckState.APPROVED


def test_mistake_in_the_houses_rules_is_told_once_and_the_shipped_ones_are_used(
    window, qtbot, tmp_path, monkeypatch
):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "texts.toml").write_text('[[rule]]\nkey = "no such rule"\n', "utf-8")
    monkeypatch.setenv("WORKBENCH_HOUSE", str(tmp_path))
    window.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", FAULTY))
    read(window, qtbot)
    assert "rules/texts.toml" in window.notices.text
    assert any(finding.rule == "placeholder" for finding in window.preflight.open_findings)
    window.notices.hide()
    window.preflight.proofing.newest()
    read(window, qtbot)
    assert window.notices.text == ""
