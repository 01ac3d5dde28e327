"""What cannot be saved is kept apart, and offered at the next start."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from workbench.core.error import UserError
from workbench.ui.rescue import Rescue


@pytest.fixture
def rescue(tmp_path):
    return Rescue(tmp_path / "a.workbench", [tmp_path / "first", tmp_path / "second"])


def test_a_check_comes_back_as_it_was_kept(rescue, case):
    path = rescue.keep(case)
    assert path.parent.name == "first"
    (left,) = rescue.left()
    assert (left.path, left.check) == (path, case)
    later = replace(case, title="Later")
    assert rescue.keep(later) == path
    assert [each.check for each in rescue.left()] == [later]
    rescue.forget()
    assert rescue.left() == ()
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")
def test_nobody_else_may_read_it(rescue, case):
    assert stat.S_IMODE(rescue.keep(case).stat().st_mode) == 0o600


def test_the_next_place_is_taken_where_the_first_has_no_room(rescue, case, tmp_path):
    (tmp_path / "first").write_text("a file")
    assert rescue.keep(case).parent.name == "second"
    (tmp_path / "other").write_text("a file")
    assert Rescue(tmp_path / "a", [tmp_path / "other"]).keep(case) is None


def test_half_a_character_is_kept_as_far_as_that_goes(rescue, case):
    rescue.keep(replace(case, title="Half \ud83c of it"))
    assert rescue.left()[0].check.title == "Half ? of it"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"format": "workbench-unsaved"}', b"\xff", b"[" * 9_999],
)
def test_a_file_that_cannot_be_read_is_left_alone(rescue, case, content):
    path = rescue.keep(case)
    path.write_bytes(content)
    assert rescue.left() == ()
    assert path.exists()


def test_a_newer_program_s_file_is_left_alone(rescue, case):
    path = rescue.keep(case)
    whole = json.loads(path.read_bytes())
    path.write_text(json.dumps(whole | {"schema_version": 99}))
    assert rescue.left() == ()


def blocked(*_):
    raise UserError("The disk is full.", "Make room.")


@pytest.fixture
def unsaved(window, hands, monkeypatch):
    """A window in which something was typed that could not be saved, and which was closed."""
    monkeypatch.setattr(window.shelf.store, "save", blocked)  # of this one store
    hands.type(hands.find(window.workspace.claims, "claim_as_circulated"), "Zanzibar. ")
    assert not window.desk.flush()
    window.close()
    assert "kept in a file of their own" in window.notices.text
    assert window.isVisible()
    QApplication.processEvents()
    answers = {each.text(): each for each in window.notices.findChildren(QPushButton)}
    hands.click(answers["Close anyway"])
    assert not window.isVisible()
    return window


def offered(window, qtbot):
    qtbot.wait(20)
    return [card for card in window.findChildren(QWidget, "unsaved_card") if not card.isHidden()]


def test_what_could_not_be_saved_is_brought_back_at_the_next_start(
    unsaved, open_window, qtbot, hands, sample
):
    again = open_window()
    (card,) = offered(again, qtbot)
    assert sample.title in hands.find(card, "unsaved_words").text()
    assert again.shelf.store.load(sample.id) == sample
    hands.click(hands.find(card, "unsaved_bring"))
    QApplication.processEvents()
    assert again.desk.check.claims[0].as_circulated.startswith("Zanzibar. ")
    assert offered(again, qtbot) == []
    assert again.shelf.store.load(sample.id) == again.desk.check
    again.undo()
    assert again.desk.check.claims == sample.claims
    again.desk.flush()
    again.close()
    assert offered(open_window(), qtbot) == []


def test_it_is_offered_until_somebody_decides(unsaved, open_window, qtbot, hands):
    again = open_window()
    (card,) = offered(again, qtbot)
    hands.click(hands.find(card, "unsaved_close"))
    again.close()
    third = open_window()
    (card,) = offered(third, qtbot)
    hands.click(hands.find(card, "unsaved_drop"))
    third.close()
    assert offered(open_window(), qtbot) == []


def test_a_check_that_was_deleted_meanwhile_comes_back_whole(
    unsaved, open_window, qtbot, hands, sample
):
    again = open_window()
    again.shelf.store.delete(sample.id)
    (card,) = offered(again, qtbot)
    hands.click(hands.find(card, "unsaved_bring"))
    assert again.shelf.store.load(sample.id).claims[0].as_circulated.startswith("Zanzibar. ")


def test_nothing_is_left_behind_once_saving_works_again(window, hands, tmp_path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window.shelf.store, "save", blocked)
        hands.type(hands.find(window.workspace.claims, "claim_as_circulated"), "Zanzibar. ")
        assert not window.desk.flush()
        assert list(tmp_path.rglob("unsaved-*.json"))
    assert window.desk.flush()
    assert not list(tmp_path.rglob("unsaved-*"))
