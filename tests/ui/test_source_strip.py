from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from workbench.core import change
from workbench.core.date import UNKNOWN_DATE, DateBasis, DateValue
from workbench.core.source import Flag, SourceType
from workbench.ui.source_strip import SourceStrip


@pytest.fixture
def strip(hands, case):
    made = SourceStrip()
    made.show_source(case, case.sources[0])
    return hands.show(made, 700, 120)


@pytest.fixture
def words(strip, seen):
    """A function that tells all that is read on the strip, line by line."""

    def told():
        QApplication.processEvents()  # Qt shows a label that is new when it comes to it
        labels = [label for label in strip.findChildren(QLabel) if label.isVisible()]
        return [seen(label) for label in labels if label.text()]

    return told


def test_the_strip_says_who_published_it_when_and_what_it_rests_on(words):
    told = " | ".join(words())
    assert "Harbor Courier" in told
    assert "Courier Staff" in told
    assert "3 July 2026" in told
    assert "stated" in told
    assert "commentary" in told
    assert "Relies on The Ledger; Shore Radio, not in hand." in told
    assert "adds no independent origin" in told


def test_what_is_missing_is_said(strip, words, case):
    anonymous = replace(
        case.sources[0],
        outlet="",
        byline="",
        published=UNKNOWN_DATE,
        relies_on=(),
        type=SourceType.UNSET,
        flags=frozenset({Flag.SATIRE_SUSPECTED}),
    )
    strip.show_source(change.with_source(case, anonymous), anonymous)
    told = " | ".join(words()).casefold()
    for part in ("outlet not stated", "date not stated", "undated", "unsigned", "satire suspected"):
        assert part in told
    assert "relies on" not in told
    assert "commentary" not in told


def test_an_inferred_date_says_so(strip, words, case):
    date = DateValue(value="2026-07", basis=DateBasis.INFERRED, inferred_from="the caption")
    source = replace(case.sources[1], published=date)
    strip.show_source(change.with_source(case, source), source)
    told = " | ".join(words())
    assert "July 2026" in told
    assert "inferred" in told


def test_every_character_of_a_name_is_shown(strip, words, case):
    source = replace(case.sources[1], outlet="<i>Tide</i> & <b>Salt")
    strip.show_source(change.with_source(case, source), source)
    assert any("<i>Tide</i> & <b>Salt" in line for line in words())


def test_many_labels_wrap_and_leave_room_for_the_words(qtbot, hands, strip, case):
    source = replace(case.sources[0], outlet="", byline="", flags=frozenset(Flag))
    strip.show_source(change.with_source(case, source), source)

    def labels():
        found = strip.findChildren(QLabel)
        return [label for label in found if label.property("role") == "flag" and label.isVisible()]

    qtbot.waitUntil(lambda: len(labels()) >= 8 and len({label.y() for label in labels()}) > 1)
    for label in labels():
        assert label.width() >= label.sizeHint().width()
    line = hands.find(strip, "source_line")
    assert line.width() >= line.sizeHint().width()


def test_a_long_byline_does_not_make_the_window_wider(strip, case):
    names = ", ".join(f"Correspondent Number {n}" for n in range(12))
    source = replace(case.sources[0], byline=names)
    strip.show_source(change.with_source(case, source), source)
    assert strip.minimumSizeHint().width() <= 420
