"""Two people with two laptops work on one check, exchange it on a stick, and lose no line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.change_conflict import open_conflicts
from workbench.core.claim import ClaimStatus
from workbench.publish.packing import CAREFUL, packed_check
from workbench.ui import setting
from workbench.ui.conflict_pane import ConflictPane
from workbench.ui.exchange_sheet import ExchangeSheet


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def laptops(open_window, tmp_path, stick):
    """Two windows, each on a workspace of its own, and who sits there."""
    from PySide6.QtCore import QSettings

    from workbench.ui.setting import Settings

    windows = []
    for name, person in (("one", "Ada Okafor"), ("two", "Nils Lindqvist")):
        folder = tmp_path / name
        folder.mkdir()
        kept = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        kept.set(setting.PERSON, person)
        kept.set(setting.EXCHANGE_FOLDER, str(stick))
        windows.append(open_window(folder / "checks.workbench", kept))
    return windows


def exchange(qtbot, window):
    """Exchange with the stick by the window's own sheet."""
    window.activateWindow()
    window.action_set.exchange_checks()
    sheet = window.findChild(ExchangeSheet)
    sheet._go.click()
    qtbot.waitUntil(lambda: sheet.list.count() > 0 and not window.jobs.is_busy, timeout=30_000)
    lines = [sheet.list.item(row).text() for row in range(sheet.list.count())]
    sheet.close_sheet()
    return " / ".join(lines)


def bare(window):
    """The check in front as both laptops have to have it."""
    return replace(packed_check(window.desk.check, CAREFUL), slug="x")


def test_both_end_with_the_same_check_and_a_conflict_is_settled_once(qtbot, laptops, hands, stick):
    one, two = laptops
    assert one.shelf.open_sample()
    exchange(qtbot, one)
    exchange(qtbot, two)
    check = one.desk.check
    two.open_check(check.id)
    assert bare(two) == bare(one)

    claims = tuple(
        replace(claim, status=ClaimStatus.CONTRADICTED) if number == 1 else claim
        for number, claim in enumerate(check.claims)
    )
    one.desk.edit("x", lambda now: replace(now, title="Did she call him?", claims=claims))
    one.desk.edit("x", lambda now: replace(now, notes="Ring Nora before six"))
    two.desk.edit("x", lambda now: replace(now, title="Did the governor call in July?"))
    two.desk.edit("x", lambda now: replace(now, reviewer="Mara Voss"))

    exchange(qtbot, one)
    assert "1 conflict to settle" in exchange(qtbot, two)
    assert "1 conflict to settle" in exchange(qtbot, one)
    assert bare(one) == bare(two)
    assert one.desk.check.reviewer == "Mara Voss"
    assert two.desk.check.claims[1].status is ClaimStatus.CONTRADICTED
    assert one.desk.check.notes == "Ring Nora before six"
    assert "Nora before" not in two.desk.check.notes

    (conflict,) = open_conflicts(two.desk.check)
    two.activateWindow()
    two.action_set.show_conflicts()
    two.findChild(ConflictPane).cards[0].taken.emit(conflict.id)
    settled_title = two.desk.check.title
    assert open_conflicts(two.desk.check) == ()
    exchange(qtbot, two)
    assert "1 conflict settled" in exchange(qtbot, one)
    assert one.desk.check.title == settled_title
    assert one.desk.check.conflicts[0].settled_by == "Nils Lindqvist"
    assert open_conflicts(one.desk.check) == ()
    assert bare(one) == bare(two)

    before = {path.name: path.read_bytes() for path in stick.iterdir()}
    for window in laptops:
        assert "Unchanged." in exchange(qtbot, window)
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == before
