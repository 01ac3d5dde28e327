"""Comments in the window: written at what has the keyboard, marked, answered, listed, settled."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from workbench.core.change import without_claim
from workbench.core.review import SubjectKind
from workbench.rules.commented import threads_of
from workbench.ui import setting
from workbench.ui.field import TextField

TEXT = "The mayor phoned the governor. Nobody knows why."


def lede_of(window):
    window.workspace.show_tab("draft")
    return window.workspace.draft.findChild(TextField, "draft_lede")


@pytest.fixture
def lede(window, settings, hands):
    settings.set(setting.PERSON, "Nils Lindqvist")
    field = lede_of(window)
    hands.press(window, "Ctrl+3")
    hands.type(field, TEXT, replacing=True)
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    return field


def sheet(window):
    return window.action_set.comments._sheet


def pane(window):
    return window.action_set.comments._pane


def marked(window, name="draft_lede"):
    return window.action_set.comments._marking._fields[name].words


def line(window, hands):
    return hands.find(window, "comment_line")


def say(window, hands, field, words):
    hands.press(field, "Ctrl+Alt+J")
    assert sheet(window).isVisible()
    hands.write(words)
    hands.tap("Ctrl+Return")
    assert not sheet(window).isVisible()


def test_a_sentence_is_commented_on_by_keys_alone_and_marked(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    (thread,) = threads_of(window.desk.check)
    subject = thread.opening.subject
    assert (subject.kind, subject.item) == (SubjectKind.PART, "lede")
    assert subject.quote.exact == "The mayor phoned the governor."
    assert thread.opening.who == "Nils Lindqvist"
    assert lede.hasFocus()
    assert marked(window) == ["The mayor phoned the governor."]
    hands.press(lede, "Ctrl+Z")
    assert not window.desk.check.comments
    assert marked(window) == []


def test_marks_and_anchor_go_along_while_somebody_types(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    hands.tap("Ctrl+Home")
    hands.write("On Monday: ")
    lede.insertPlainText("📞 ")
    assert marked(window) == ["The mayor phoned the governor."]
    quote = window.desk.check.comments[0].subject.quote
    assert lede.toPlainText()[quote.start : quote.end] == "The mayor phoned the governor."


def test_the_thread_is_shown_at_the_caret_and_answered_by_the_same_key(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    assert "Who saw it?" in line(window, hands).words.text()
    hands.press(lede, "Ctrl+Alt+J")
    hands.write("The driver.")
    hands.tap("Ctrl+Return")
    (thread,) = threads_of(window.desk.check)
    assert [one.text for one in thread.remarks] == ["Who saw it?", "The driver."]
    lede.moveCursor(QTextCursor.MoveOperation.End)
    assert "One comment" in line(window, hands).words.text()
    hands.press(window, "Ctrl+5")
    assert not line(window, hands).isVisible()


def test_escape_keeps_what_was_typed(window, hands, lede):
    hands.press(lede, "Ctrl+Alt+J")
    hands.write("Half a thou")
    hands.tap("Escape")
    assert not window.desk.check.comments
    assert lede.hasFocus()
    hands.press(lede, "Ctrl+Alt+J")
    assert sheet(window).field.toPlainText() == "Half a thou"
    hands.write("ght")
    hands.tap("Ctrl+Return")
    assert window.desk.check.comments[0].text == "Half a thought"


def test_the_name_is_asked_for_once(window, settings, hands, lede):
    settings.set(setting.PERSON, "")
    hands.press(lede, "Ctrl+Alt+J")
    hands.write("Who saw it?")
    hands.tap("Ctrl+Return")
    assert sheet(window).isVisible()
    assert sheet(window).name.hasFocus()
    hands.write("Mira Solberg")
    hands.tap("Return")
    assert window.desk.check.comments[0].who == "Mira Solberg"
    assert settings.get(setting.PERSON) == "Mira Solberg"
    hands.press(lede, "Ctrl+Alt+J")
    assert not sheet(window).name.isVisible()
    hands.tap("Escape")


def test_names_are_completed_behind_an_at_sign(window, hands, lede):
    window.desk.edit("Author", lambda check: _by(check, "Mira Solberg"))
    hands.press(lede, "Ctrl+Alt+J")
    hands.write("Ask @mi")
    assert sheet(window).field.names.isVisible()
    hands.tap("Return")
    hands.write("first")
    assert sheet(window).field.toPlainText() == "Ask @Mira Solberg first"
    hands.tap("Ctrl+Return")
    hands.press(window, "Ctrl+9")
    assert hands.find(window, "comments_mine").text().endswith("0")


def _by(check, name):
    from dataclasses import replace

    return replace(check, author=name)


def test_for_me_lists_what_speaks_to_me(window, settings, hands, lede):
    say(window, hands, lede, "@Mira Solberg, who saw it?")
    settings.set(setting.PERSON, "Mira Solberg")
    hands.press(window, "Ctrl+9")
    hands.find(window, "comments_mine").click()
    assert len(pane(window).list.comments.thread_rows()) == 1


def test_the_list_leads_there_and_back_and_settles_by_keyboard(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    hands.press(window, "Ctrl+9")
    the_list = pane(window).list
    assert the_list.hasFocus()
    assert "1 open comment" in hands.find(window, "comment_summary").text()
    hands.tap("Return")
    assert lede.hasFocus()
    assert lede.textCursor().selectedText() == "The mayor phoned the governor."
    hands.press(lede, "Ctrl+9")
    assert the_list.hasFocus()
    hands.tap("R")
    assert not threads_of(window.desk.check)[0].opening.is_open
    assert marked(window) == []
    assert not hands.find(window, "comment_status").isVisible()
    hands.find(window, "comments_all").click()
    the_list.setFocus()
    hands.tap("R")
    assert threads_of(window.desk.check)[0].opening.is_open
    hands.tap("A")
    assert sheet(window).isVisible()
    hands.tap("Escape")
    assert the_list.hasFocus()


def test_own_last_remark_can_be_changed_and_deleted(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    hands.press(lede, "Ctrl+Alt+J")
    hands.find(window, "comment_change").click()
    hands.type(sheet(window).field, "Who heard it?", replacing=True)
    hands.tap("Ctrl+Return")
    assert [one.text for one in window.desk.check.comments] == ["Who heard it?"]
    hands.press(lede, "Ctrl+Alt+J")
    hands.find(window, "comment_delete").click()
    assert not window.desk.check.comments
    window.undo()
    assert len(window.desk.check.comments) == 1


def test_what_others_said_is_not_mine_to_change(window, settings, hands, lede):
    say(window, hands, lede, "Who saw it?")
    settings.set(setting.PERSON, "Mira Solberg")
    hands.press(lede, "Ctrl+Alt+J")
    assert not hands.find(window, "comment_change").isVisible()
    assert not hands.find(window, "comment_delete").isVisible()
    hands.tap("Escape")


def test_a_claim_its_wording_and_its_evidence(window, settings, hands):
    settings.set(setting.PERSON, "Nils Lindqvist")
    claim = next(one for one in window.desk.check.claims if one.evidence and one.as_supported)
    window.workspace.show_claim(claim.id)
    field = hands.find(window, "claim_as_supported")
    field.setFocus()
    field.selectAll()
    say(window, hands, field, "Too strong")
    window.workspace.claims.list.setFocus()
    say(window, hands, window.workspace.claims.list, "Do we need it?")
    row = hands.find(window, f"evidence_{claim.evidence[0].id}")
    row.rests.setFocus()
    say(window, hands, row.rests, "How far away was that?")
    kinds = [(one.subject.kind, one.subject.field) for one in window.desk.check.comments]
    assert kinds == [
        (SubjectKind.CLAIM, "as_supported"),
        (SubjectKind.CLAIM, ""),
        (SubjectKind.EVIDENCE, ""),
    ]
    assert marked(window, "claim_as_supported") == [claim.as_supported]
    assert "How far away" in line(window, hands).words.text()


def test_words_of_an_article_are_commented_on_and_marked(window, settings, hands):
    settings.set(setting.PERSON, "Nils Lindqvist")
    article = window.workspace.article
    article.show_source(window.desk.check.sources[0].id)
    article.view.setFocus()
    text = article.view.text
    start = text.index("call")
    article.view.select(start, start + 20)
    say(window, hands, article.view, "Where is that from?")
    subject = window.desk.check.comments[0].subject
    assert subject.kind is SubjectKind.SOURCE
    assert text[start : start + 20].strip() in subject.quote.exact
    marking = window.action_set.comments._marking
    assert len(marking._article.stretches) == 1
    article.show_source(window.desk.check.sources[1].id)
    assert marking._article.stretches == []


def test_a_comment_whose_claim_was_deleted_stays_in_the_list(window, settings, hands):
    settings.set(setting.PERSON, "Nils Lindqvist")
    claim = window.desk.check.claims[0]
    window.workspace.show_claim(claim.id)
    window.workspace.claims.list.setFocus()
    say(window, hands, window.workspace.claims.list, "Do we need it?")
    window.desk.edit("Remove", lambda check: without_claim(check, claim.id))
    hands.press(window, "Ctrl+9")
    told = [row.spoken for row in pane(window).list.comments.rows]
    assert any("Its claim was deleted." in words and "Do we need it?" in words for words in told)
    hands.tap("Return")
    assert "Its claim was deleted." in window.notices.text


def test_without_a_comment_the_list_says_how_to_make_one(window, hands):
    hands.press(window, "Ctrl+9")
    assert "Ctrl+Alt+J" in hands.find(window, "comment_words").text()
    assert not hands.find(window, "comment_list").isVisible()


def test_the_status_line_counts_and_leads(window, hands, lede):
    say(window, hands, lede, "Who saw it?")
    link = hands.find(window, "comment_status")
    assert link.text() == "1 open comment"
    link.click()
    assert window.workspace.tab == "comments"
