"""The sheet of the exchange: tried first, done, stopped, and told check by check."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.publish.case import pack, unpack
from workbench.store.check_store import CheckStore
from workbench.ui import setting
from workbench.ui.exchange_sheet import ExchangeSheet


@pytest.fixture
def stick(settings, tmp_path):
    """A folder that is remembered from the last time."""
    folder = tmp_path / "Stick 🌉"
    folder.mkdir()
    settings.set(setting.EXCHANGE_FOLDER, str(folder))
    return folder


@pytest.fixture
def sheet(window, stick, hands):
    hands.tap("Ctrl+Alt+X")
    return window.findChild(ExchangeSheet)


def told(qtbot, window, sheet):
    """Wait for the report and return its lines."""
    qtbot.waitUntil(lambda: sheet.list.count() > 0 and not window.jobs.is_busy, timeout=20_000)
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def other_check(folder, title="Did Okafor call?", name="from Nils.factcheck"):
    check = Check(id=new_id(), slug="call", title=title, created=now(), changed=now())
    (folder / name).write_bytes(pack(check, {}))
    return check


def test_trying_it_changes_nothing_and_tells_all(qtbot, window, sheet, stick, hands, sample):
    other = other_check(stick)
    hands.tap("Alt+T")
    lines = told(qtbot, window, sheet)
    assert lines[0] == f"{other.title}\nWould come in as a new check."
    assert lines[1] == f"{sample.title}\nWould be sent."
    assert "Tried, nothing was changed." in hands.find(sheet, "exchange_summary").text()
    assert len(list(stick.iterdir())) == 1
    assert len(window.shelf.checks()) == 1


def test_exchange_takes_in_and_sends(qtbot, window, sheet, stick, hands, sample):
    other = other_check(stick)
    hands.find(sheet, "exchange_go").click()
    told(qtbot, window, sheet)
    assert {one.id for one in window.shelf.checks()} == {sample.id, other.id}
    (path,) = stick.glob(f"{sample.slug}.*.factcheck")
    assert unpack(path.read_bytes()).check.notes == ""
    assert "Left out: notes to the check" in hands.find(sheet, "exchange_left").text()
    hands.find(sheet, "exchange_copy").click()
    assert "Did Okafor call?: New here." in QApplication.clipboard().text()
    hands.tap("Return")  # the first line is the new one
    assert window.desk.check.id == other.id
    assert not sheet.isVisible()


def test_check_in_front_takes_changes_as_one_step(qtbot, window, sheet, stick, hands, tmp_path):
    check = window.desk.check
    store = CheckStore.open(tmp_path / "other.workbench", now())
    saved = window.shelf.store.history.saved(check.id)
    case = unpack(pack(check, {}, history=saved))
    store.take_new(case.check, case.history, (), {}, {})
    old = store.load(check.id)
    store.save(old, replace(old, reviewer="Nils Lindqvist", changed=now()))
    data = pack(store.load(check.id), {}, history=store.history.saved(check.id))
    store.close()
    (stick / "from Nils.factcheck").write_bytes(data)
    hands.find(sheet, "exchange_go").click()
    lines = told(qtbot, window, sheet)
    assert "Joined 1 change" in lines[0]
    assert window.desk.check.reviewer == "Nils Lindqvist"
    assert not window.desk.is_dirty
    hands.tap("Escape", "Ctrl+Z")
    assert window.desk.check.reviewer == check.reviewer
    assert window.desk.flush()


def test_stopping_leaves_whole_checks_and_says_so(qtbot, window, sheet, stick, hands):
    for number in range(12):
        other_check(stick, f"Question {number}?", f"{number:02}.factcheck")
    count = []
    window.jobs.job_progressed.connect(
        lambda _key, done, _total: done == 3 and not count and count.append(sheet._on_stop())
    )
    hands.find(sheet, "exchange_go").click()
    assert not hands.find(sheet, "exchange_folder").isEnabled()
    lines = told(qtbot, window, sheet)
    assert "Stopped; what is listed is whole." in hands.find(sheet, "exchange_summary").text()
    assert 3 <= len(lines) < 13
    assert len(window.shelf.checks()) == 1 + sum("New here" in line for line in lines)
    assert hands.find(sheet, "exchange_go").isEnabled()


def test_missing_folder_is_told_in_the_sheet(qtbot, window, sheet, stick, hands, tmp_path):
    hands.find(sheet, "exchange_folder").setText(str(tmp_path / "gone"))
    hands.tap("Return")
    summary = hands.find(sheet, "exchange_summary")
    qtbot.waitUntil(lambda: "Plug the stick in" in summary.text(), timeout=20_000)
    assert not (tmp_path / "gone").exists()
    assert hands.find(sheet, "exchange_go").isEnabled()


def test_half_copied_file_comes_first_in_the_list(qtbot, window, sheet, stick, hands):
    other_check(stick)
    (stick / "b.factcheck").write_bytes((stick / "from Nils.factcheck").read_bytes()[:-30])
    hands.find(sheet, "exchange_try").click()
    lines = told(qtbot, window, sheet)
    assert lines[0].startswith("b.factcheck\nNot taken in: It is not whole.")


def test_folder_is_remembered(qtbot, window, sheet, stick, hands, settings, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    hands.find(sheet, "exchange_folder").setText(str(other))
    hands.tap("Return")
    told(qtbot, window, sheet)  # and the key did not press Cancel on its way
    assert settings.get(setting.EXCHANGE_FOLDER) == str(other)
    assert list(other.glob("*.factcheck"))
