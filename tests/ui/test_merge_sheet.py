"""A case file whose check is here already: looked at first, then joined as one step."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from workbench.clock import now
from workbench.core.change_conflict import open_conflicts
from workbench.core.claim import ClaimStatus
from workbench.core.revision import Deed
from workbench.publish.case import pack, unpack
from workbench.publish.packing import CAREFUL
from workbench.store.check_store import CheckStore
from workbench.ui import setting
from workbench.ui.merge_sheet import MergeSheet


@pytest.fixture
def abroad(window, settings, tmp_path):
    """A function that edits the sample on another laptop and returns the case file from there."""
    settings.set(setting.PERSON, "Ada Okafor")
    window.desk.flush()
    check = window.desk.check
    store = window.shelf.store
    out = unpack(pack(check, {}, choice=CAREFUL, history=store.history.saved(check.id)))

    def edited(change, name="from Nils.factcheck"):
        other = CheckStore.open(tmp_path / "other.workbench", now())
        if not other.where(check.id):
            other.take_new(out.check, out.history, out.exports, {}, {})
        old = other.load(check.id)
        at = now()
        other.save(old, replace(change(old), changed=at), Deed(at=at, who="Nils Lindqvist"))
        data = pack(other.load(check.id), {}, choice=CAREFUL, history=other.history.saved(check.id))
        other.close()
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return edited


def with_status(check, number, status):
    claims = list(check.claims)
    claims[number] = replace(claims[number], status=status)
    return replace(check, claims=tuple(claims))


def taken(qtbot, window, path):
    """Let a case file come in and return the sheet that shows what it would do."""
    window.reception.take_files([path])
    qtbot.waitUntil(
        lambda: (sheet := window.findChild(MergeSheet)) is not None and sheet.isVisible(),
        timeout=20_000,
    )
    return window.findChild(MergeSheet)


def listed(sheet):
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_nothing_is_applied_before_it_was_seen(qtbot, window, abroad, hands):
    before = window.desk.check
    path = abroad(lambda c: with_status(c, 1, ClaimStatus.CONTRADICTED))
    sheet = taken(qtbot, window, path)
    assert window.desk.check == before
    assert listed(sheet) == ["Changed", "Claim 2: status, not confirmed → contradicted"]
    told = hands.find(sheet, "merge_from").text()
    assert "Nils Lindqvist" in told
    assert "from Nils.factcheck" in told
    assert "private notes" in hands.find(sheet, "merge_remarks").text()
    hands.tap("Escape")
    assert window.desk.check == before
    assert window.shelf.store.load(before.id) == before


def test_joining_is_one_step_that_undo_takes_back_and_can_be_done_again(
    qtbot, window, abroad, hands
):
    before = window.desk.check
    path = abroad(lambda c: with_status(c, 1, ClaimStatus.CONTRADICTED))
    sheet = taken(qtbot, window, path)
    hands.tap("Return")
    assert not sheet.isVisible()
    assert window.desk.check.claims[1].status is ClaimStatus.CONTRADICTED
    assert window.desk.check.notes == before.notes  # was left out there, not removed
    assert "Joined: 1 changed." in window.notices.text
    assert not window.desk.is_dirty
    hands.tap("Ctrl+Z")
    assert window.desk.check.claims[1].status is before.claims[1].status
    assert window.desk.flush()
    taken(qtbot, window, path)
    hands.tap("Return")
    assert window.desk.check.claims[1].status is ClaimStatus.CONTRADICTED
    window.desk.edit("x", lambda c: replace(c, author="Ada Okafor"))
    assert window.desk.flush()


def test_conflict_is_shown_side_by_side_and_waits_in_the_list(qtbot, window, abroad, hands):
    path = abroad(lambda c: replace(c, title="Did the governor call in July?"))
    window.desk.edit("x", lambda c: replace(c, title="Did she call the mayor?"))
    sheet = taken(qtbot, window, path)
    assert listed(sheet) == ["Both changed it", "Title"]
    told = sheet.page.toPlainText()
    for words in ("Ada Okafor", "Nils Lindqvist", "Stands after joining", "Is kept beside it"):
        assert words in told
    plain = " ".join(told.replace("\xa0", " ").replace("−", "").replace("+", "").split())
    assert "the governor" in plain
    hands.tap("Return")
    assert hands.find(window, "conflict_status").text() == "1 conflict to settle"
    (button,) = (
        one
        for one in window.notices.findChildren(QPushButton)
        if one.text() == "Settle the conflicts"
    )
    button.click()
    assert window.workspace.tab == "conflicts"
    (conflict,) = open_conflicts(window.desk.check)
    sides = {json.loads(conflict.kept), json.loads(conflict.other)}
    assert sides == {"Did the governor call in July?", "Did she call the mayor?"}


def test_edits_of_both_are_in_the_joined_check(qtbot, window, abroad, hands):
    path = abroad(lambda c: with_status(c, 1, ClaimStatus.CONTRADICTED))
    window.desk.edit("x", lambda c: replace(c, reviewer="Mara Voss"))
    taken(qtbot, window, path)
    hands.tap("Alt+J")
    check = window.desk.check
    assert (check.reviewer, check.claims[1].status) == ("Mara Voss", ClaimStatus.CONTRADICTED)
    assert open_conflicts(check) == ()


def test_file_with_nothing_new_says_so(qtbot, window, abroad, tmp_path):
    check = window.desk.check
    path = tmp_path / "same.factcheck"
    path.write_bytes(pack(check, {}, history=window.shelf.store.history.saved(check.id)))
    window.reception.take_files([path])
    qtbot.waitUntil(lambda: "is here already" in window.notices.text, timeout=20_000)
    assert window.desk.check == check


def test_check_in_the_bin_is_told_and_stays_there(qtbot, window, abroad):
    path = abroad(lambda c: replace(c, author="Nils Lindqvist"))
    ref = window.desk.check.id
    window.shelf.remove_check(ref)
    window.reception.take_files([path])
    qtbot.waitUntil(lambda: "in the bin here" in window.notices.text, timeout=20_000)
    assert window.shelf.store.where(ref) == "binned"


def test_tampered_file_is_refused_in_plain_words(qtbot, window, abroad):
    before = window.desk.check
    path = abroad(lambda c: replace(c, author="Nils Lindqvist"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["check.json"] = members["check.json"].replace(b"Nils Lindqvist", b"Nils Lindquist")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    window.reception.take_files([path])
    qtbot.waitUntil(lambda: "Nothing was taken in" in window.notices.text, timeout=20_000)
    assert "tampered" in window.notices.text or "changed" in window.notices.text
    assert window.desk.check == before


def test_long_text_is_shown_with_signs_where_it_changes(qtbot, window, abroad, hands):
    from workbench.core.change import with_draft_text

    path = abroad(
        lambda c: with_draft_text(c, "lede", c.draft.text("lede").replace("two", "three"))
    )
    sheet = taken(qtbot, window, path)
    assert listed(sheet)[1] == "Lede"
    told = sheet.page.toPlainText()
    assert "− two" in told
    assert "+ three" in told
