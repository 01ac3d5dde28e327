"""What is noticed in a source is read in the background, and anew when what it rests on changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.change import with_source
from workbench.core.date import stated

ARTICLE = (
    "Northshore Herald\n\nMayor called the governor\nBy Ada Okafor\nJune 3, 2026\n\n"
    "Mayor Okafor called Governor Lindqvist on Monday, two people familiar with the call said.\n"
)


@pytest.fixture
def source_id(window, qtbot, tmp_path):
    """Return the id of a source that has been brought in and read."""
    file = tmp_path / "article.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    before = len(window.desk.check.sources)
    window.reception.take_files([file])
    qtbot.waitUntil(lambda: len(window.desk.check.sources) > before)
    source_id = window.desk.check.sources[-1].id
    qtbot.waitUntil(lambda: window.noticing.of(source_id) is not None)
    return source_id


def test_source_that_comes_in_is_read(window, source_id, qtbot):
    found = window.noticing.of(source_id)
    assert found.metadata.byline.value == "Ada Okafor"
    assert window.noticing.all()[source_id] is found
    qtbot.waitUntil(lambda: not window.noticing.is_busy)


def test_anchor_that_a_person_sets_resolves_the_dates_anew(window, source_id, qtbot):
    def set_anchor(check):
        return with_source(check, replace(check.source(source_id), anchor=stated("2026-05-12")))

    window.desk.edit("Set the anchor", set_anchor)
    assert window.noticing.of(source_id) is None  # what was read before does not hold any more
    qtbot.waitUntil(lambda: window.noticing.of(source_id) is not None)
    monday = next(date for date in window.noticing.of(source_id).dates if date.text == "Monday")
    assert monday.date.value == "2026-05-11"
    assert "set by a person" in monday.date.inferred_from
    window.desk.undo_stack.undo()  # what was read before is still known
    monday = next(date for date in window.noticing.of(source_id).dates if date.text == "Monday")
    assert monday.date.value == "2026-06-01"


def test_unknown_source_has_nothing(window, source_id):
    assert window.noticing.of("01a0c450-6c00-7000-8000-000000000064") is None
