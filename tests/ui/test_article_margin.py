from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from workbench.core import change
from workbench.core.claim import Appearance
from workbench.ui.article_view import ArticleView
from workbench.ui.highlight import highlights_of


@pytest.fixture
def view(hands, case):
    made = ArticleView()
    made.show_article(case.sources[0].version.text)
    hands.show(made, 900, 600)
    return made


def show(view, case):
    version = case.sources[0].version
    view.show_highlights(highlights_of(case, version.id, view.offsets), "")


def badges(view):
    return [(label, claim_id) for _, label, _, claim_id in view.margin._badges()]


def line_of(view, words):
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.offsets.to_qt(view.text.index(words)))
    return view.cursorRect(cursor).center().y() + view.viewport().y()


def test_each_passage_has_its_claims_number_beside_its_first_line(qtbot, hands, view, case):
    show(view, case)
    assert sorted(badges(view)) == [("1", case.claims[0].id), ("2", case.claims[1].id)]
    for words, claim in (("Ada Okafor called", 0), ("the Harbor Bridge is shut", 1)):
        boxes = {owner: box for box, _, _, owner in view.margin._badges()}
        box = boxes[case.claims[claim].id]
        assert abs(box.center().y() - line_of(view, words)) < 4
        with qtbot.waitSignal(view.claim_clicked) as told:
            hands.click(view.margin, box.center().toPoint())
        assert told.args == [case.claims[claim].id]


def test_a_click_beside_the_numbers_chooses_nothing(qtbot, hands, view, case):
    show(view, case)
    with qtbot.assertNotEmitted(view.claim_clicked):
        hands.click(view.margin, QPoint(2, view.height() - 5))


def test_more_claims_than_fit_are_counted(view, case):
    passage = case.passages[0].id
    for number, claim in enumerate(case.claims):
        place = Appearance(id=f"01980000-0000-7000-8000-{900 + number:012}", passage_id=passage)
        case = change.with_claim(case, replace(claim, appearances=(place,)))
    show(view, case)
    assert [label for label, _ in badges(view)] == ["+2", "1"]
