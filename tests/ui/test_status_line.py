from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core import change
from workbench.core.claim import Attribution, Basis, Stance
from workbench.core.date import stated
from workbench.core.error import UserError
from workbench.core.source import Hop
from workbench.ui.status_line import StatusLine


class Disk:
    """A place to save to that can be full."""

    is_full = False

    def save(self, _old, _new, _deed):
        if self.is_full:
            raise UserError("The disk is full.")
        return 1


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def line(hands, desk, disk):
    made = StatusLine(desk)
    desk.attach(disk)
    desk.open(desk.check)
    return hands.show(made, 1_000, 30)


def words(hands, line, name):
    return hands.find(line, f"{name}_label").text()


def retitle(desk, title):
    desk.edit("x", lambda check: replace(check, title=title))


def test_the_line_says_whether_everything_is_saved(hands, line, desk, disk):
    assert words(hands, line, "saved") == "All saved"
    retitle(desk, "Shut?")
    assert words(hands, line, "saved") == "Saving …"
    desk.flush()
    assert words(hands, line, "saved").startswith("Saved ")
    disk.is_full = True
    retitle(desk, "Shut for good?")
    desk.flush()
    assert words(hands, line, "saved") == "Not saved yet"
    disk.is_full = False
    desk.flush()
    assert words(hands, line, "saved").startswith("Saved ")


def test_origins_are_counted_a_moment_after_the_change(qtbot, hands, line, desk, case):
    qtbot.waitUntil(lambda: words(hands, line, "origins") == "Origins known 1, in hand 1")
    claim = replace(case.claims[0], evidence=(), basis=case.claims[1].basis)
    desk.edit("x", lambda check: replace(check, claims=(claim, *check.claims[1:])))
    qtbot.waitUntil(lambda: words(hands, line, "origins") == "Origins known 0, in hand 0")


def test_the_next_watch_date_is_the_earliest_that_is_still_open(hands, line, desk, case):
    assert words(hands, line, "watch") == "Next watch date: 1 August 2026"
    first = replace(case.watch_items[0], id=case.id, due=stated("2026-07-20"), text="A speech")
    desk.edit("x", lambda check: replace(check, watch_items=(*case.watch_items, first)))
    assert words(hands, line, "watch") == "Next watch date: 20 July 2026"
    seen = tuple(replace(item, seen=True) for item in desk.check.watch_items)
    desk.edit("x", lambda check: replace(check, watch_items=seen))
    assert not hands.find(line, "watch_label").isVisible()


def test_without_a_check_nothing_is_said_of_the_last_one(hands, line, desk):
    desk.open(None)
    assert [words(hands, line, name) for name in ("saved", "origins", "watch")] == ["", "", ""]


def test_what_is_to_get_is_named_and_a_long_list_is_cut(qtbot, hands, line, desk, case):
    item = next(item for item in case.claims[0].evidence if item.passage_id)
    source = case.source_of(item.passage_id)
    plain = replace(item, attribution=Attribution(), stance=Stance.SUPPORTS)

    def relying_on(names):
        hops = tuple(Hop(name=name) for name in names)
        claim = replace(case.claims[0], evidence=(plain,), basis=Basis())
        desk.edit(
            "Rely",
            lambda check: change.with_claim(
                change.with_source(check, replace(source, relies_on=hops)), claim
            ),
        )

    names = [f"The {word} Gazette" for word in ("Northern", "Southern", "Eastern", "Western")]
    relying_on(names[:1])
    qtbot.waitUntil(lambda: "to get: The Northern Gazette" in words(hands, line, "origins"))
    relying_on(names)
    qtbot.waitUntil(lambda: words(hands, line, "origins").endswith("…"))
    assert "Western" in hands.find(line, "origins_label").toolTip()
