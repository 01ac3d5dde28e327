from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core import change
from workbench.ui import setting
from workbench.ui.action import ACTIONS
from workbench.ui.theme import Scheme


def field_in(window, hands, place):
    """Put the keyboard somewhere and return the widget that has it."""
    workspace = window.workspace
    if place == "article":
        widget = workspace.article.view
    elif place == "claim list":
        widget = workspace.claims.list
    elif place == "draft":
        workspace.show_tab("draft")
        widget = hands.find(workspace.draft, "draft_lede")
    else:
        widget = hands.find(workspace, place)
    widget.setFocus()
    assert QApplication.focusWidget() is widget
    return widget


PLACES = ("article", "claim list", "claim_notes", "claim_claimant", "check_title", "draft")


def test_every_key_works_wherever_the_keyboard_is(window, hands):
    pressed = []
    for spec in ACTIONS:
        action = window.action_set.by_name[spec.name]
        action.triggered.disconnect()
        action.setEnabled(True)
        action.triggered.connect(lambda _=False, name=spec.name: pressed.append(name))
    for place in PLACES:
        field_in(window, hands, place)
        del pressed[:]
        for spec in ACTIONS:
            hands.tap(*spec.keys)
        wanted = [spec.name for spec in ACTIONS for _ in spec.keys]
        assert (place, pressed) == (place, wanted)


def test_the_menu_has_every_action_that_belongs_there_with_its_key(window, hands):
    menu = hands.find(window, "menu").menu()
    shown = [action for group in menu.actions() for action in group.menu().actions()]
    assert [action.objectName() for action in shown] == [
        f"action_{spec.name}" for spec in ACTIONS if spec.menu
    ]


def test_undo_and_redo_say_what_they_would_do(window, sample):
    undo, redo = (window.action_set.by_name[name] for name in ("undo", "redo"))
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    window.desk.edit("Set status", lambda check: change.without_claim(check, sample.claims[0].id))
    assert (undo.text(), undo.isEnabled()) == ("Undo: Set status", True)
    undo.trigger()
    assert (redo.text(), redo.isEnabled()) == ("Redo: Set status", True)
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    assert window.desk.check.claims == sample.claims


def test_undo_in_a_field_takes_back_the_last_step_wherever_it_was_made(window, hands, sample):
    hands.click(hands.find(window, "status_not_checkable"))
    notes = field_in(window, hands, "claim_notes")
    before = notes.toPlainText()
    hands.write("xy")
    hands.tap("Ctrl+Z")
    assert notes.toPlainText() == before
    assert notes.hasFocus()
    hands.tap("Ctrl+Z")
    assert window.desk.check.claims == sample.claims
    hands.tap("Ctrl+Shift+Z", "Ctrl+Y")
    assert notes.toPlainText() == f"xy{before}"


def test_colours_go_round_and_are_kept(window, hands, settings):
    worn = []
    for _ in range(4):
        hands.tap("Ctrl+Alt+L")
        worn.append(settings.get(setting.SCHEME))
    assert worn == [Scheme.DARK, Scheme.CONTRAST, Scheme.SYSTEM, Scheme.DARK]
    assert window.notices.text == "Colours: dark."


def test_the_interface_and_the_article_have_sizes_of_their_own(window, hands):
    view = window.workspace.article.view
    interface, article = QApplication.font().pointSizeF(), view.font().pointSizeF()
    hands.tap("Ctrl++", "Ctrl+=")
    zoomed = view.font().pointSizeF()
    assert zoomed > article
    assert QApplication.font().pointSizeF() == interface
    hands.tap("Ctrl+Alt++")
    assert QApplication.font().pointSizeF() == pytest.approx(interface * 1.1)
    assert view.font().pointSizeF() == zoomed
    hands.tap("Ctrl+Alt+-", "Ctrl+-")
    assert QApplication.font().pointSizeF() == pytest.approx(interface)
    assert article < view.font().pointSizeF() < zoomed


def test_the_interface_grows_and_shrinks_no_further_than_can_be_used(window, hands, settings):
    for keys, end in (("Ctrl+Alt+-", 0.8), ("Ctrl+Alt++", 3.0)):
        settings.set(setting.INTERFACE_ZOOM, end)
        hands.tap(keys)
        assert settings.get(setting.INTERFACE_ZOOM) == end


def test_keys_walk_through_claims_and_sources(window, hands, sample):
    claims, article = window.workspace.claims, window.workspace.article
    first = claims.claim_id
    hands.tap("Ctrl+Down", "Ctrl+Down", "Ctrl+Up")
    assert claims.claim_id == sample.claims[1].id
    hands.tap("Ctrl+Up", "Ctrl+Up")
    assert claims.claim_id == sample.claims[-1].id
    assert first == sample.claims[0].id
    hands.tap("Ctrl+PgDown")
    assert article.source_id == sample.sources[1].id
    hands.tap("Ctrl+PgUp", "Ctrl+PgUp")
    assert article.source_id == sample.sources[-1].id


def test_a_key_leads_to_each_part_with_the_keyboard_in_it(window, hands):
    reached = []
    for keys in ("Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+0", "F2"):
        hands.tap(keys)
        reached.append((window.workspace.tab, QApplication.focusWidget().objectName()))
    assert reached == [
        ("sources", "source_outlet"),
        ("claims", "claim_list"),
        ("draft", "draft_quick_read"),
        ("posts", "post_common"),
        ("posts", "article_view"),
        ("posts", "check_title"),
    ]


def test_a_new_claim_can_be_written_at_once(window, hands, sample):
    hands.tap("Ctrl+3", "Ctrl+Shift+N")
    hands.write("The ferry runs")
    assert window.desk.check.claims[-1].as_circulated == "The ferry runs"
    assert len(window.desk.check.claims) == len(sample.claims) + 1


def test_without_a_check_in_front_the_keys_for_checks_do_nothing(window, hands):
    window.show_start()
    tab, claim = window.workspace.tab, window.workspace.claims.claim_id
    check = window.desk.check
    for spec in ACTIONS:
        if spec.name not in (
            "quit", "open_files", "open_folder", "paste_source", "find_check", "show_keys",
            "show_backups",
        ):  # fmt: skip
            window.action_set.by_name[spec.name].trigger()
    assert window.desk.check is check
    assert (window.workspace.tab, window.workspace.claims.claim_id) == (tab, claim)
    assert not window.shows_check
