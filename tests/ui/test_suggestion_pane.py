"""What an editor sends back: shown before it is kept, then taken, refused or answered by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from workbench.core import change
from workbench.core.change_review import with_suggestion
from workbench.core.claim import ClaimStatus
from workbench.core.finding import Finding, Place, Severity
from workbench.core.identity import derived_id
from workbench.core.returned import CopyKind
from workbench.core.review import Subject, SubjectKind, SuggestionState
from workbench.publish.markdown import markdown_for
from workbench.rules.suggestion import suggested
from workbench.ui import setting
from workbench.ui.finding_place import go_to, place_words
from workbench.ui.suggestion_pane import SuggestionPane
from workbench.ui.suggestion_sheet import SuggestionSheet

STRONGER = (
    "nobody has confirmed the call on the record",
    "Governor Lindqvist has decided to run for the Senate",
)


@pytest.fixture
def returned(window, tmp_path):
    """A function that writes the check as it went out, with words replaced."""

    def write(*changes, name="from Tom.md"):
        identity = window.shelf.store.identity(window.desk.check, CopyKind.EXPORT)
        text = " ".join(markdown_for(window.desk.check, window.house(), identity).split(" "))
        for was, now in changes:
            assert was in text, was
            text = text.replace(was, now, 1)
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def suggestions(window, settings):
    """A window with four suggestions by Tom Adeyemi, which came in one file."""
    settings.set(setting.PERSON, "Mara Voss")
    check = window.desk.check
    made = [
        ("lede", "passed", "handed"),
        ("lede", *STRONGER),
        ("what_happened", "is commentary", "is commentary and opinion"),
    ]
    for number, (part, was, now) in enumerate(made):
        subject = Subject(kind=SubjectKind.PART, item=part)
        start = check.draft.text(part).index(was)
        check = _with(check, number, subject, (start, start + len(was)), now)
    status = Subject(kind=SubjectKind.CLAIM, item=check.claims[2].id, field="status")
    check = _with(check, 3, status, None, ClaimStatus.CONTRADICTED.value)
    window.desk.edit("Bring in", lambda _: check)
    return check.suggestions


def _with(check, number, subject, stretch, now):
    one = suggested(
        check, subject, stretch, now, suggestion_id=derived_id("s", str(number)),
        who="Tom Adeyemi", at=check.changed,
    )  # fmt: skip
    one = replace(one, review=derived_id("Tom"), source_file="from Tom.docx")
    return with_suggestion(check, one)


@pytest.fixture
def pane(window, suggestions, hands):
    """The list, opened by its key."""
    hands.tap("Ctrl+8")
    return window.findChild(SuggestionPane)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert window.reception.take(data)


def shown(pane):
    """Return what the list says, row by row."""
    model = pane.list.suggestions
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def states(window):
    return [one.state.value for one in window.desk.check.suggestions]


def lede(window):
    return window.desk.check.draft.text("lede")


def test_a_dropped_copy_is_shown_before_anything_is_kept(qtbot, window, returned, hands):
    before = window.desk.check
    drop(window, returned(("Bay Commentary passed", "Bay Commentary {~~passed~>handed~~}"),
                          ("is commentary.", "is commentary.{>>Whose?<<}")))  # fmt: skip
    qtbot.waitUntil(lambda: _sheet(window) is not None, timeout=20_000)
    sheet = _sheet(window)
    assert window.desk.check == before
    assert "from Tom.md" in sheet.about.text()
    assert "revision" in sheet.about.text()
    assert sheet.counts.text() == "1 suggestion and 1 comment"
    page = sheet.page.toPlainText()
    assert "− passed" in page
    assert "+ handed" in page
    assert "Whose?" in page
    hands.tap("Escape")
    assert window.desk.check == before


def test_what_is_brought_in_is_open_and_one_undo_takes_it_away(qtbot, window, returned, hands):
    before = window.desk.check
    drop(window, returned(("Bay Commentary passed", "Bay Commentary handed")))
    qtbot.waitUntil(lambda: _sheet(window) is not None, timeout=20_000)
    hands.tap("Return")
    check = window.desk.check
    assert [one.now for one in check.suggestions] == ["handed"]
    assert check.draft == before.draft
    assert window.workspace.tab == "suggestions"
    assert hands.find(window, "suggestion_status").text() == "1 suggestion open"
    assert QApplication.focusWidget().objectName() == "suggestion_list"
    hands.tap("Ctrl+Z")
    assert window.desk.check.suggestions == ()


def _sheet(window):
    sheet = window.findChild(SuggestionSheet)
    return sheet if sheet is not None and sheet.isVisible() else None


def test_a_copy_brings_its_own_check_to_the_front(qtbot, window, returned):
    path, check_id = (
        returned(("Bay Commentary passed", "Bay Commentary handed")),
        window.desk.check.id,
    )
    assert window.shelf.new_check("Another one")
    drop(window, path)
    qtbot.waitUntil(lambda: _sheet(window) is not None, timeout=20_000)
    assert window.desk.check.id == check_id


def test_a_plain_markdown_file_is_a_source_as_ever(qtbot, window, tmp_path):
    path = tmp_path / "notes.md"
    path.write_text("The bridge is shut, the port office says.\n", encoding="utf-8")
    count = len(window.desk.check.sources)
    drop(window, path)
    qtbot.waitUntil(lambda: len(window.desk.check.sources) == count + 1, timeout=20_000)


def test_a_copy_of_a_check_that_is_not_here_says_so(qtbot, window, returned):
    path = returned(("Bay Commentary passed", "Bay Commentary handed"))
    text = path.read_text(encoding="utf-8").replace(window.desk.check.id, derived_id("elsewhere"))
    path.write_text(text, encoding="utf-8")
    count = len(window.desk.check.sources)
    drop(window, path)
    qtbot.waitUntil(lambda: "not in this workspace" in window.notices.text, timeout=20_000)
    assert len(window.desk.check.sources) == count


def test_each_stands_under_its_section_with_both_wordings(pane):
    told = shown(pane)
    assert [line.partition(".")[0] for line in told if "Today" not in line] == [
        "Lede", "What happened", "Claim 3",
    ]  # fmt: skip
    assert "Not confirmed: " in told[-2]  # what the claim says and how it stands
    assert "Today: Bay Commentary passed the report" in told[1]
    assert "Then: Bay Commentary handed the report" in told[1]
    assert "Tom Adeyemi" in told[1]
    assert "Status. Today: Not confirmed. Then: Contradicted" in told[-1]


def test_keys_take_and_refuse_and_each_is_one_step_of_undo(window, pane, hands, suggestions):
    before = lede(window)
    hands.tap("T")
    assert "handed the report on" in lede(window)
    taken = window.desk.check.suggestions[0]
    assert (taken.state, taken.settled_by) == (SuggestionState.TAKEN, "Mara Voss")
    hands.tap("R")
    assert states(window) == ["taken", "refused", "open", "open"]
    hands.tap("Ctrl+Z", "Ctrl+Z")
    assert lede(window) == before
    assert states(window) == ["open"] * 4


def test_a_status_is_taken_on_its_claim(window, pane, hands):
    hands.tap("Up", "T")
    assert window.desk.check.claims[2].status is ClaimStatus.CONTRADICTED


def test_all_of_a_section_at_once(window, pane, hands):
    hands.tap("Shift+T")
    assert states(window) == ["taken", "taken", "open", "open"]
    assert STRONGER[1] in lede(window)
    hands.tap("Ctrl+Z")
    assert states(window) == ["open"] * 4


def test_an_answer_is_given_in_its_line(window, pane, hands):
    hands.tap("A")
    hands.write("The log says so.")
    hands.tap("Return")
    assert window.desk.check.suggestions[0].answer == "The log says so."
    assert states(window)[0] == "open"
    assert "Answer: The log says so" in shown(pane)[1]
    assert pane.list.hasFocus()
    hands.tap("A", "Tab", "Tab", "Space")
    assert states(window)[0] == "refused"


def test_what_would_be_flagged_is_told_before_and_shown_after(qtbot, window, pane, hands):
    qtbot.waitUntil(lambda: not window.action_set.suggestions.foresight.is_busy, timeout=30_000)
    assert any("Would be flagged: This is told as a fact" in line for line in shown(pane))
    qtbot.waitUntil(lambda: window.preflight.proofing.is_read, timeout=30_000)
    hands.tap("Down", "T")
    qtbot.waitUntil(lambda: "now flagged" in window.notices.text, timeout=30_000)
    (show,) = (one for one in window.notices.findChildren(QPushButton) if one.text() == "Show")
    show.click()
    assert QApplication.focusWidget().objectName() == "draft_lede"


def test_a_place_is_shown_in_the_draft_and_its_key_comes_back(window, pane, hands):
    hands.tap("Down", "Return")
    field = QApplication.focusWidget()
    assert field.objectName() == "draft_lede"
    assert field.textCursor().selectedText() == STRONGER[0]
    hands.tap("Ctrl+8")
    assert pane.list.hasFocus()
    assert pane.list.chosen.suggestion.now == STRONGER[1]


def test_a_place_on_a_claim_is_shown_in_its_form(window, pane, hands):
    hands.tap("Up", "Return")
    assert window.workspace.claims.claim_id == window.desk.check.claims[2].id
    assert QApplication.focusWidget().objectName() == "status_not_confirmed"


def test_words_that_are_gone_are_told_and_can_be_copied(window, pane, hands):
    text = lede(window).replace("passed", "sent")
    window.desk.edit("Write", lambda check: change.with_draft_text(check, "lede", text))
    row = pane.list.suggestions.row_of(window.desk.check.suggestions[0].id)
    pane.list.choose(row)
    assert "do not stand there any more" in shown(pane)[row]
    assert not hands.find(pane, "suggestion_take").isEnabled()
    hands.tap("T")
    assert lede(window) == text
    assert "do not stand there any more" in window.notices.text
    hands.tap("C")
    assert QGuiApplication.clipboard().text() == "handed"


def test_settled_ones_are_looked_at_and_opened_again(window, pane, hands):
    before = lede(window)
    hands.tap("T")
    hands.find(pane, "suggestion_settled").click()
    assert "Taken by Mara Voss" in shown(pane)[1]
    hands.tap("O")
    assert states(window) == ["open"] * 4
    assert lede(window) == before


def test_a_whole_review_is_taken_back_in_one_step(window, pane, hands, suggestions):
    before = lede(window)
    hands.tap("T", "T", "R")
    hands.find(pane, "suggestion_review_back").click()
    assert window.desk.check.suggestions == ()
    assert lede(window) == before
    assert window.desk.undo_stack.undoText() == "Take back the review of Tom Adeyemi"
    hands.tap("Ctrl+Z")
    assert states(window) == ["taken", "taken", "refused", "open"]
    assert "handed" in lede(window)


def test_without_suggestions_the_place_says_how_they_come(window, hands, seen):
    hands.tap("Ctrl+8")
    pane = window.findChild(SuggestionPane)
    assert not pane.list.isVisible()
    assert QApplication.focusWidget().objectName() == "suggestion_file"
    assert pane.focusPolicy() is not Qt.FocusPolicy.ClickFocus


def test_keys_of_the_list_stand_in_the_list_of_keys(window, hands):
    hands.tap("Ctrl+F1")
    sheet = hands.find(window, "key_sheet")
    assert sheet.has("suggestion take T")


def test_the_note_of_the_pre_flight_leads_to_the_list(window, suggestions, pane):
    note = Finding(
        rule="review_open", severity=Severity.NOTE, place=Place(part="suggestions"), text="",
        message="4 suggestions are open.",
    )  # fmt: skip
    window.workspace.show_tab("claims")
    assert place_words(note, window.desk.check, window.house()) == "Suggestions"
    go_to(window.workspace, window.desk.check, note)
    assert window.workspace.tab == "suggestions"
    assert pane.list.hasFocus()
