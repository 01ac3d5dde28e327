"""A screen reader says what a change did, and what is marked in the article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from workbench.core import change
from workbench.core.claim import ClaimStatus
from workbench.ui import announcement, command
from workbench.ui.form import Choice, tell_apart


@pytest.fixture
def said(window, monkeypatch):
    """What a screen reader would say, from now on; Qt shows announcements to nobody inside."""
    words = []
    monkeypatch.setattr(announcement, "announce", lambda _, told: told and words.append(told))
    return words


def set_status(window, place, status):
    claim = window.desk.check.claims[place]
    window.desk.edit("x", lambda check: change.with_claim(check, replace(claim, status=status)))


def test_a_status_is_said_when_it_changes_and_when_that_is_undone(window, said):
    before = window.desk.check.claims[1].status
    assert before is not ClaimStatus.NOT_CHECKABLE
    set_status(window, 1, ClaimStatus.NOT_CHECKABLE)
    window.undo()
    assert said[0] == "Claim 2: Not checkable."
    assert len(said) == 2
    assert said[1].startswith("Claim 2: ")


def test_typing_is_not_talked_over(window, said):
    window.desk.edit("x", lambda check: replace(check, title="Another title"))
    claim = window.desk.check.claims[0]
    window.desk.edit("x", lambda check: change.with_claim(check, replace(claim, notes="x")))
    assert said == []


def test_claims_and_sources_that_come_and_go_are_said(window, said):
    command.new_claim(window.desk)
    count = len(window.desk.check.claims)
    assert said == [f"Claim {count} is new: Not confirmed."]
    window.undo()
    assert said[1] == f"A claim is gone; {count - 1} are left."
    command.remove_source(window.desk, window.desk.check.sources[0].id)
    assert any("A source is gone; 3 are left." in words for words in said)


def test_the_article_says_what_is_marked_in_it(window):
    article = window.workspace.article
    assert "passages are marked, for claims 1" in article.view.accessibleDescription()
    assert article.accessibleName() == "Article and its sources"
    window.shelf.new_check("")
    assert article.accessibleName() == "Place for the first source"


def test_the_line_at_the_cursor_names_the_claims_of_a_passage(window):
    check, article = window.desk.check, window.workspace.article
    passage = next(one for one in check.passages if one.source_id == article.source_id)
    owner = next(n for n, claim in enumerate(check.claims, 1) if passage.id in claim.passage_ids)
    article.view.select(passage.selector.start, passage.selector.start)
    assert f"Marked for claim {owner} (" in window.aids.line.words.replace("claims", "claim")


def test_a_box_without_a_caption_gets_a_label_that_nobody_sees(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    box = Choice((("for", "for"), ("against", "against")))
    box.setParent(parent)
    box.setAccessibleName("What it does")
    parent.show()
    label = parent.findChild(QLabel)
    assert label.buddy() is box
    assert label.text() == "What it does"
    assert not label.isVisible()


def test_buttons_of_rows_say_what_they_act_on(qtbot):
    from PySide6.QtWidgets import QPushButton

    button = QPushButton("&Remove")
    qtbot.addWidget(button)
    tell_apart(button, "“The bridge\n is shut”")
    assert button.accessibleName() == "Remove: “The bridge is shut”"
    tell_apart(button, "word " * 40)
    assert len(button.accessibleName()) < 75
    tell_apart(button, "")
    assert button.accessibleName() == "Remove"
