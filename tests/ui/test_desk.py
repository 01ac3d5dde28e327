from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from workbench import clock
from workbench.core import change
from workbench.core.change_comment import with_comment
from workbench.core.claim import ClaimStatus
from workbench.core.error import UserError
from workbench.core.review import Comment, Subject, SubjectKind
from workbench.reading.quote import selector_for
from workbench.store.check_store import CheckStore
from workbench.ui import desk as desk_module
from workbench.ui.desk import Desk
from workbench.ui.field import LineField


class ShakyStore:
    """A real store on a disk that can be full."""

    def __init__(self, store):
        self._store = store
        self.is_full = False

    def save(self, old, new, deed=None):
        if self.is_full:
            raise UserError("The disk is full.", "Free some space.")
        return self._store.save(old, new, deed)


@pytest.fixture
def store(workspace, case):
    from datetime import UTC, datetime

    opened = CheckStore.open(workspace, datetime(2026, 7, 10, tzinfo=UTC))
    opened.save(None, case)
    yield opened
    opened.close()


@pytest.fixture
def saving_desk(qapp, store, case):
    made = Desk()
    made.attach(store)
    made.open(store.load(case.id))
    return made


def retitle(desk, title, key=""):
    desk.edit("Change title", lambda check: replace(check, title=title), key=key)


def write_lede(desk, text, key=""):
    desk.edit("Change draft", lambda check: change.with_draft_text(check, "lede", text), key=key)


def content(check):
    return replace(check, changed=check.created)


def test_every_edit_is_on_one_timeline_in_its_order(desk, case):
    claim = case.claims[1]
    states = [content(desk.check)]
    edits = (
        lambda check: replace(check, title="Shut?"),
        lambda check: change.with_claim(check, replace(claim, status=ClaimStatus.ANALYSIS)),
        lambda check: change.with_draft_text(check, "lede", "A call."),
        lambda check: change.with_post_text(check, "x", "A call is reported."),
        lambda check: change.without_claim(check, claim.id),
        lambda check: change.without_source(check, case.sources[0].id),
    )
    for edit in edits:
        desk.edit("Edit", edit)
        states.append(content(desk.check))
    assert len(set(map(repr, states))) == len(states)
    for state in reversed(states[:-1]):
        desk.undo_stack.undo()
        assert content(desk.check) == state
    for state in states[1:]:
        desk.undo_stack.redo()
        assert content(desk.check) == state


def test_undo_of_a_removal_brings_the_same_ids_back(desk, case):
    desk.edit("Remove", lambda check: change.without_source(check, case.sources[1].id))
    assert desk.check.claims[0].basis.evidence_ids == ()
    desk.undo_stack.undo()
    assert desk.check == case


@pytest.fixture
def title_field(desk, hands):
    field = LineField()
    field.edited.connect(lambda text, step: retitle(desk, text, key=f"title:{step}"))
    desk.check_changed.connect(lambda _, new: field.show_text(new.title))
    field.show_text(desk.check.title)
    return hands.show(field)


def undone(desk):
    """Return the titles that undoing passes through."""
    titles = []
    while desk.undo_stack.canUndo():
        desk.undo_stack.undo()
        titles.append(desk.check.title)
    return titles


def test_typing_is_undone_word_by_word(desk, hands, title_field, case):
    hands.type(title_field, "Okafor called Lindqvist", replacing=True)
    assert undone(desk) == ["Okafor called", "Okafor", case.title]


def test_deleting_is_a_step_apart_from_typing(desk, hands, title_field, case):
    hands.type(title_field, "Okafor", replacing=True)
    for _ in range(3):
        hands.press(title_field, "Backspace")
    assert desk.check.title == "Oka"
    assert undone(desk) == ["Okafor", case.title]


def test_coming_back_to_a_field_begins_a_new_step(desk, hands, title_field, case):
    hands.type(title_field, "Oka", replacing=True)
    title_field.clearFocus()
    hands.type(title_field, "for")
    assert undone(desk) == ["Oka", case.title]


def test_a_remark_keeps_pointing_at_its_words_while_the_text_is_written_on(desk):
    write_lede(desk, "The bridge stays shut.")
    about = Subject(
        kind=SubjectKind.PART, item="lede", quote=selector_for("The bridge stays shut.", 11, 21)
    )
    remark = Comment(
        id=clock.new_id(), subject=about, who="Nils", at=clock.now(), text="Since when?"
    )
    desk.edit("Comment", lambda check: with_comment(check, remark))
    write_lede(desk, "It is said that the bridge stays shut.")
    (moved,) = desk.check.comments
    text, quote = desk.check.draft.text("lede"), moved.subject.quote
    assert text[quote.start : quote.end] == "stays shut"
    desk.undo_stack.undo()
    assert desk.check.comments == (remark,)


def test_an_edit_that_changes_nothing_is_no_step(desk):
    retitle(desk, desk.check.title)
    assert desk.undo_stack.count() == 0
    assert not desk.is_dirty


def test_a_run_of_typing_that_ends_where_it_began_is_no_step(desk, case):
    retitle(desk, "Shut", key="title:1")
    retitle(desk, case.title, key="title:1")
    assert desk.undo_stack.count() == 0


def test_a_change_says_when_it_was_made(desk, case):
    retitle(desk, "Shut")
    assert desk.check.changed > case.changed


def test_another_check_has_a_timeline_of_its_own(desk, bare):
    retitle(desk, "Shut")
    desk.open(bare)
    assert not desk.undo_stack.canUndo()
    assert desk.check is bare


def test_without_a_check_asking_for_it_is_a_fault(qapp):
    with pytest.raises(LookupError):
        _ = Desk().check


def test_typing_is_on_the_disk_a_moment_after_the_last_key(qtbot, saving_desk, store, case):
    write_lede(saving_desk, "Nothing is confirmed.")
    assert store.load(case.id).draft.text("lede") != "Nothing is confirmed."
    with qtbot.waitSignal(saving_desk.saved):
        pass
    assert store.load(case.id) == saving_desk.check
    assert not saving_desk.is_dirty


def test_while_the_person_goes_on_typing_it_is_saved_every_second(qtbot, saving_desk, store, case):
    assert desk_module.LONGEST_WAIT_MS < 1_000
    typing = QTimer(interval=desk_module.QUIET_MS // 6)
    typing.timeout.connect(
        lambda: write_lede(saving_desk, saving_desk.check.draft.text("lede") + ".", key="lede:1")
    )
    typing.start()
    for _ in range(2):
        with qtbot.waitSignal(saving_desk.saved):
            pass
        assert typing.isActive()
        assert store.load(case.id).draft.text("lede").endswith("...")
    typing.stop()


def test_undo_after_autosave_takes_it_back_and_saves_that_too(saving_desk, store, case):
    write_lede(saving_desk, "One.")
    assert saving_desk.flush()
    write_lede(saving_desk, "Two.")
    assert saving_desk.flush()
    saving_desk.undo_stack.undo()
    saving_desk.undo_stack.undo()
    assert saving_desk.check == case
    assert saving_desk.flush()
    assert store.load(case.id) == case


def test_typing_after_autosave_goes_on_in_the_same_step(saving_desk, case):
    retitle(saving_desk, "Sh", key="title:1")
    saving_desk.flush()
    retitle(saving_desk, "Shut", key="title:1")
    assert undone(saving_desk) == [case.title]


def test_opening_another_check_saves_this_one(saving_desk, store, case, bare):
    write_lede(saving_desk, "Just typed.")
    saving_desk.open(replace(bare, id=case.id.replace("100", "200"), slug="other"), on_disk=False)
    assert store.load(case.id).draft.text("lede") == "Just typed."


def test_what_was_typed_before_the_store_came_is_saved_when_it_comes(qtbot, store, case):
    early = Desk()
    early.open(store.load(case.id))
    write_lede(early, "Typed at once.")
    assert not early.flush()
    with qtbot.waitSignal(early.saved):
        early.attach(store)
    assert store.load(case.id).draft.text("lede") == "Typed at once."


def test_a_full_disk_keeps_the_text_tells_it_and_is_tried_again(qtbot, qapp, store, case):
    shaky = ShakyStore(store)
    made = Desk()
    made.attach(shaky)
    made.open(store.load(case.id))
    made._retry.setInterval(50)
    shaky.is_full = True
    with qtbot.waitSignal(made.save_failed) as failed:
        write_lede(made, "Typed on a full disk.")
    assert failed.args[0].message == "The disk is full."
    assert made.check.draft.text("lede") == "Typed on a full disk."
    assert made.is_dirty
    with qtbot.waitSignal(made.save_failed):  # tried again by itself
        pass
    shaky.is_full = False
    with qtbot.waitSignal(made.saved):
        pass
    assert store.load(case.id).draft.text("lede") == "Typed on a full disk."
    assert not made.is_dirty
