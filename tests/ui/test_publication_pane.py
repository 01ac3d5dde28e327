"""The way out of the window: who brings a check further, what holds it back, what changed since."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from workbench.core.change import with_draft_text
from workbench.core.date import UNKNOWN_DATE, stated
from workbench.core.finding import Severity
from workbench.core.record import CheckState, CorrectionKind
from workbench.core.review_rule import ChecklistQuestion, ReviewRules
from workbench.ui import setting
from workbench.ui.check_list import DetailRole


@pytest.fixture
def folder(settings, tmp_path):
    """The folder that the last export went to."""
    made = tmp_path / "Checks"
    settings.set(setting.EXPORT_FOLDER, str(made))
    return made


@pytest.fixture
def place(window, sample):
    """The place for publication, in front, with a check that has its date."""
    window.desk.edit("x", lambda check: replace(check, published=stated("2026-07-12")))
    window.action_set.by_name["show_publication"].trigger()
    return window.workspace.editor.currentWidget()


@pytest.fixture
def approved(place, hands):
    """The same, approved by Tom Adeyemi with keys alone."""
    hands.write("Tom Adeyemi")
    hands.tap("Return", "Return")
    return place


@pytest.fixture
def published(approved, hands, window, folder):
    """The same, published and exported once."""
    hands.tap("Return", "Ctrl+E", "Return")
    hands.let_work(window)
    return approved


def write(window, words):
    window.desk.edit("x", lambda check: with_draft_text(check, "lede", words))
    look(window)


def look(window):
    """Let the window come up to date, as it does a moment after a change."""
    window.publication.watch.look()
    QApplication.processEvents()


def shown(place):
    return "\n".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())


def click(hands, place, name):
    """Bring a button into view and click it."""
    button = hands.find(place, name)
    place.findChild(QScrollArea).ensureWidgetVisible(button)
    QApplication.processEvents()
    hands.click(button)


def status(window, hands):
    return hands.find(window, "standing_status").text()


def test_one_name_and_the_enter_key_bring_a_check_to_publication(window, hands, place):
    hands.write("Tom Adeyemi")
    hands.tap("Return")
    assert window.desk.check.state is CheckState.IN_REVIEW
    hands.tap("Return")
    assert window.desk.check.state is CheckState.APPROVED
    hands.tap("Return")
    assert window.desk.check.state is CheckState.PUBLISHED
    assert [one.who for one in window.desk.check.state_changes] == ["Tom Adeyemi"] * 3
    assert (
        shown(place).count("Tom Adeyemi") == 5
    )  # three steps, the sign-off, and the last step at the top
    states = [hands.find(place, f"publication_history_{row}_1").text() for row in range(3)]
    assert states == ["Published", "Approved", "In review"]
    assert status(window, hands) == "Published"
    hands.tap("Return")
    assert window.desk.check.state is CheckState.PUBLISHED


def test_each_step_is_one_step_of_undo(window, hands, approved):
    assert window.desk.check.sign_offs
    window.undo()
    assert window.desk.check.state is CheckState.IN_REVIEW
    assert window.desk.check.sign_offs == ()
    window.undo()
    assert window.desk.check.state is CheckState.DRAFT


def test_the_name_is_known_the_next_time(approved, settings):
    assert settings.get(setting.PERSON) == "Tom Adeyemi"


def test_without_a_name_it_is_asked_for(window, hands, place):
    hands.click(hands.find(place, "publication_to_in_review"))
    assert window.desk.check.state is CheckState.DRAFT
    assert "Say by whom." in shown(place)
    assert hands.find(place, "publication_who").hasFocus()


def test_the_author_is_told_that_somebody_else_approves(window, hands, place):
    hands.write(window.desk.check.author)
    hands.tap("Return", "Return")
    assert window.desk.check.state is CheckState.IN_REVIEW
    assert "somebody else has to" in shown(place)
    hands.click(hands.find(place, "publication_way_second_person"))
    hands.write("Tom Adeyemi")
    assert "somebody else has to" not in shown(place)
    hands.tap("Return")
    assert window.desk.check.state is CheckState.APPROVED


def test_a_missing_date_is_set_from_where_it_is_missed(window, hands, approved):
    window.desk.edit("x", lambda check: replace(check, published=UNKNOWN_DATE))
    look(window)
    assert "no date of publication" in shown(approved)
    hands.click(hands.find(approved, "publication_way_date"))
    assert window.desk.check.published.is_known
    assert "no date of publication" not in shown(approved)


def test_an_edit_lapses_the_approval_where_everybody_sees_it(window, hands, approved, folder):
    before = window.desk.check.draft.text("lede")
    write(window, f"{before} Nobody saw it.")
    assert status(window, hands) == (
        "Approval of Tom Adeyemi withdrawn: 1 place changed since. See what"
    )
    assert "Exports say DRAFT until it is approved again." in shown(approved)
    assert "Its words are not those that were approved" not in shown(approved)
    hands.click(hands.find(approved, "publication_to_published"))
    assert window.desk.check.state is CheckState.APPROVED
    assert "Its words are not those that were approved" in shown(approved)
    hands.tap("Ctrl+E")
    words = " ".join(one.text() for one in hands.find(window, "export_sheet").findChildren(QLabel))
    assert "The approval of Tom Adeyemi, given on " in words
    hands.tap("Return")
    hands.let_work(window)
    slug = window.desk.check.slug
    text = (folder / slug / f"{slug}.md").read_text(encoding="utf-8")
    assert "DRAFT. Not approved" in text
    write(window, before)
    assert status(window, hands) == "Approved"


def test_what_changed_is_told_by_signs_and_not_by_colour_alone(window, hands, approved):
    write(window, "The call was on Thursday, the mayor says.")
    window.desk.edit("x", lambda check: replace(check, title="Did she phone the mayor?"))
    look(window)
    hands.click(hands.find(approved, "publication_lapse_see"))
    sheet = hands.find(window, "change_sheet")
    page = hands.find(sheet, "change_page")
    assert "+ The call was on Thursday, the mayor says." in page.toPlainText()
    assert "− " in page.toPlainText()
    assert "line-through" in page.toHtml()
    assert "underline" in page.toHtml()
    hands.tap("Escape")
    assert not sheet.isVisible()


def test_changed_words_are_approved_again_and_go_out_clean(window, hands, published, folder):
    write(window, "The call was on Thursday.")
    hands.click(hands.find(published, "publication_to_approved"))
    assert window.desk.check.state is CheckState.PUBLISHED
    assert len(window.desk.check.sign_offs) == 2
    states = [hands.find(published, f"sign_off_state_{place}").text() for place in range(2)]
    assert states == ["✓ holds", "withdrawn: 3 places changed since"]
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    slug = window.desk.check.slug
    assert "DRAFT" not in (folder / slug / f"{slug}.md").read_text(encoding="utf-8")


def test_the_draft_tells_the_state_and_leads_here(window, hands, approved, qtbot):
    write(window, "The call was on Thursday.")
    window.workspace.enter_tab("draft")
    link = hands.find(window.workspace.draft, "check_state")
    qtbot.waitUntil(lambda: "withdrawn: " in link.text())
    link.setFocus()
    hands.tap("Return")
    assert window.workspace.tab == "publication"


def test_exports_are_listed_with_fingerprints_and_what_changed_since(
    window, hands, published, folder
):
    hands.tap("Ctrl+E", "Return")
    hands.let_work(window)
    assert "Export 2" in shown(published)
    hands.click(hands.find(published, "export_copy_1"))
    slug = window.desk.check.slug
    data = (folder / slug / f"{slug}.html").read_bytes()
    assert f"{hashlib.sha256(data).hexdigest()}  {slug}.html" in QGuiApplication.clipboard().text()
    hands.click(hands.find(published, "export_files_1"))
    assert f"{hashlib.sha256(data).hexdigest()[:12]}  {slug}.html" in shown(published)
    hands.click(hands.find(published, "export_changes_1"))
    page = hands.find(window, "change_page")
    assert page.toPlainText() == "Nothing differs."
    hands.tap("Escape")
    write(window, "The call was on Thursday.")
    hands.click(hands.find(published, "export_changes_1"))
    assert "+ The call was on Thursday." in page.toPlainText()


def test_a_published_check_that_is_edited_asks_for_a_correction(window, hands, published):
    before = window.desk.check.draft.text("lede")
    write(window, before.replace("July 7, 2026", "July 6, 2026"))
    assert status(window, hands) == "Published; changed since: 1 place. Add a correction"
    hands.find(window, "standing_status").setFocus()
    hands.tap("Return")
    form = hands.find(published, "correction_form")
    was, now = hands.find(form, "correction_was"), hands.find(form, "correction_now")
    assert "July 7, 2026" in was.toPlainText()
    assert "July 6, 2026" in now.toPlainText()
    assert "Correction, " in hands.find(form, "correction_preview").text()
    now.setFocus()
    hands.tap("Ctrl+Return")
    check = window.desk.check
    (noted,) = check.corrections
    assert noted.kind is CorrectionKind.CORRECTION
    (export,) = window.shelf.store.exports(check.id)[1:]
    assert noted.export_id == export.id
    assert check.state is CheckState.CORRECTED
    assert status(window, hands).startswith("Corrected; changed since: 1 place, 1 correction noted")
    window.undo()
    assert window.desk.check.corrections == ()
    assert window.desk.check.state is CheckState.PUBLISHED


def test_an_error_without_what_stood_there_is_not_noted(window, hands, published):
    hands.click(hands.find(published, "correction_add"))
    hands.find(published, "correction_now").setFocus()
    hands.tap("Ctrl+Return")
    assert "Say what stands there now." in shown(published)
    hands.write("It was Thursday.")
    hands.tap("Ctrl+Return")
    assert "A correction says what stood there before." in shown(published)
    assert window.desk.check.corrections == ()


def test_a_correction_is_mended_in_place_and_removed_with_undo(window, hands, published):
    hands.click(hands.find(published, "correction_add"))
    hands.choose(hands.find(published, "correction_kind"), CorrectionKind.UPDATE)
    hands.find(published, "correction_now").setFocus()
    hands.write("She answerd.")
    hands.tap("Ctrl+Return")
    (first,) = window.desk.check.corrections
    assert window.desk.check.state is CheckState.PUBLISHED
    click(hands, published, "correction_edit")
    hands.tap("Ctrl+A")
    hands.write("She answered.")
    hands.tap("Ctrl+Return")
    (second,) = window.desk.check.corrections
    assert (second.id, second.at, second.now) == (first.id, first.at, "She answered.")
    assert "She answered." in shown(published)
    click(hands, published, "correction_remove")
    assert window.desk.check.corrections == ()
    assert window.notices.text == "Correction removed."
    window.undo()
    assert window.desk.check.corrections == (second,)


def test_what_is_written_in_the_form_waits_while_another_check_is_open(window, hands, published):
    hands.click(hands.find(published, "correction_add"))
    hands.find(published, "correction_now").setFocus()
    hands.write("She answered.")
    check_id = window.desk.check.id
    window.shelf.new_check("Another check")
    window.open_check(check_id)
    window.action_set.by_name["show_publication"].trigger()
    assert not hands.find(published, "correction_form").isVisible()
    hands.click(hands.find(published, "correction_add"))
    assert hands.find(published, "correction_now").toPlainText() == "She answered."


def test_a_draft_is_not_corrected(hands, place):
    assert not hands.find(place, "correction_add").isVisible()
    assert "changed where it stands, not corrected" in shown(place)


def test_every_field_and_button_of_the_place_has_a_name(window, hands, published):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

    hands.click(hands.find(published, "correction_add"))
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit):
        for one in published.findChildren(kind):
            if one.isVisible():
                assert one.objectName()
                assert one.accessibleName() or getattr(one, "text", str)()


def test_where_a_check_stands_is_found_without_anybody_asking(window, hands, approved, qtbot):
    window.workspace.enter_tab("draft")
    field = hands.find(window, "draft_lede")
    field.setFocus()
    hands.tap("Ctrl+End")
    hands.write(" Nobody saw it.")
    link = hands.find(window, "standing_status")
    qtbot.waitUntil(lambda: "withdrawn: 1 place changed since" in link.text())
    assert "Publication: Approval of Tom Adeyemi withdrawn" in link.accessibleName()


def test_a_workspace_that_can_only_be_read_says_so_and_keeps_what_was_written(
    window, hands, published
):
    window.desk.is_read_only = True
    before = window.desk.check
    hands.click(hands.find(published, "correction_add"))
    hands.choose(hands.find(published, "correction_kind"), CorrectionKind.UPDATE)
    hands.find(published, "correction_now").setFocus()
    hands.write("She answered.")
    hands.tap("Ctrl+Return")
    assert "Nothing was changed" in window.notices.text
    assert hands.find(published, "correction_now").isVisible()
    assert hands.find(published, "correction_now").toPlainText() == "She answered."
    assert window.desk.check is before


def test_a_workspace_that_can_only_be_read_takes_no_approval(window, hands, place):
    hands.write("Tom Adeyemi")
    hands.tap("Return")
    window.desk.is_read_only = True
    hands.tap("Return")
    assert "Nothing was changed" in window.notices.text
    assert window.desk.check.state is CheckState.IN_REVIEW
    assert window.shelf.store.exports(window.desk.check.id) == ()


# -- the house's gate


@pytest.fixture
def strict(window):
    """A house that asks two questions, one of which has to be answered, and for three votes."""
    house = window.house()
    rules = ReviewRules(
        roles=("Editor", "Legal"),
        severities=(Severity.ERROR,),
        checklist=(
            ChecklistQuestion(key="read", text="I read it.", answers=("yes",), required=True),
            ChecklistQuestion(key="heard", text="They were asked."),
        ),
    )
    window._house = replace(house, review=rules)
    return rules


@pytest.fixture
def in_review(strict, window, hands, place):
    hands.write("Tom Adeyemi")
    hands.tap("Return")
    return place


def test_the_checklist_is_answered_by_keyboard_and_kept_with_role_and_note(
    window, hands, in_review, settings
):
    hands.click(hands.find(in_review, "publication_to_approved"))
    assert "Not answered yet: “I read it.”" in shown(in_review)
    yes = hands.find(in_review, "answer_read_yes")
    assert yes.hasFocus()
    hands.tap("Space")
    assert yes.isChecked()
    assert "1 of 2 answered" in shown(in_review)
    hands.find(in_review, "answer_heard_yes").setFocus()
    hands.tap("Right", "Right", "Space")
    assert hands.find(in_review, "answer_heard_not_applicable").isChecked()
    hands.click(hands.find(in_review, "question_note_heard"))
    hands.write("Nobody is accused.")
    hands.find(in_review, "sign_off_role").setFocus()
    hands.write("Editor")
    hands.find(in_review, "publication_who").setFocus()
    hands.tap("Return")
    (given,) = window.desk.check.sign_offs
    assert (given.name, given.role) == ("Tom Adeyemi", "Editor")
    assert [(one.key, one.answer, one.note) for one in given.answers] == [
        ("read", "yes", ""),
        ("heard", "not_applicable", "Nobody is accused."),
    ]
    assert settings.get(setting.ROLE) == "Editor"
    assert "Not applicable: They were asked. – Nobody is accused." in shown(in_review)
    assert hands.find(in_review, "sign_off_0").text() == "Tom Adeyemi, Editor"


def test_what_has_to_be_settled_is_listed_and_leads_to_its_place(window, hands, in_review):
    write(window, "TODO ask the port.")
    hands.find(in_review, "answer_read_yes").click()
    hands.click(hands.find(in_review, "publication_to_approved"))
    assert window.desk.check.state is CheckState.IN_REVIEW
    assert "of the pre-flight are open." in shown(in_review)
    click(hands, in_review, "publication_finding_0")
    assert window.workspace.tab == "draft"


def test_the_header_tells_of_a_withdrawn_approval_and_leads_to_it(window, hands, approved):
    write(window, "Nobody saw it.")
    told = hands.find(window, "header_withdrawn")
    assert told.text() == "Approval withdrawn"
    assert told.toolTip() == "Approval of Tom Adeyemi withdrawn: 3 places changed since"
    window.workspace.enter_tab("claims")
    told.click()
    assert window.workspace.tab == "publication"
    window.undo()
    look(window)
    assert not told.isVisible()


def test_the_start_page_tells_of_a_withdrawn_approval(window, hands, approved, qtbot):
    write(window, "Nobody saw it.")
    window.desk.flush()
    window.show_start()
    checks = window.start.list.checks
    qtbot.waitUntil(lambda: "approval withdrawn" in checks.data(checks.index(0), DetailRole))


def test_a_second_person_puts_a_name_to_the_same_words(window, hands, approved):
    again = hands.find(approved, "publication_to_approved")
    assert again.text() == "Approve as well"
    click(hands, approved, "publication_to_approved")
    assert "Tom Adeyemi has approved these words already." in shown(approved)
    assert hands.find(approved, "publication_who").hasFocus()
    hands.write("Noor Hale")
    click(hands, approved, "publication_to_approved")
    check = window.desk.check
    assert [one.name for one in check.sign_offs] == ["Tom Adeyemi", "Noor Hale"]
    assert [one.state for one in check.state_changes].count(CheckState.APPROVED) == 1
    assert "approved these words already" not in shown(approved)
    assert hands.find(approved, "sign_off_0").isVisible()
    assert hands.find(approved, "sign_off_1").isVisible()
