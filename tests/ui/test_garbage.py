"""Cycles with widgets in them are never collected on a worker thread."""

from __future__ import annotations

import gc
import threading

import pytest

from workbench.ui.garbage import hold_collector, release_collector
from workbench.ui.job import JobRunner


@pytest.fixture
def runner(qapp):
    made = JobRunner()
    yield made
    made.shutdown()


def test_collector_rests_while_a_job_runs_and_goes_on_after(runner, qtbot):
    seen = []
    runner.submit("work", lambda _: gc.isenabled(), seen.append, pytest.fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [False]
    assert gc.isenabled()


def test_cancelled_job_holds_it_until_it_has_really_ended(runner, qtbot):
    begun, may_end = threading.Event(), threading.Event()

    def work(_):
        begun.set()
        may_end.wait(10)

    key = runner.submit("work", work, pytest.fail, pytest.fail)
    assert begun.wait(10)
    runner.cancel(key)
    assert not gc.isenabled()
    may_end.set()
    qtbot.waitUntil(gc.isenabled)


def test_closing_window_lets_go_of_what_never_began(runner):
    blocks = threading.Event()
    runner.submit("first", lambda _: blocks.wait(10), lambda _: None, lambda _: None)
    runner.submit("never begun", lambda _: None, pytest.fail, pytest.fail)
    blocks.set()
    runner.shutdown()
    assert gc.isenabled()


def test_collector_that_was_off_stays_off():
    gc.disable()
    try:
        hold_collector()
        hold_collector()
        release_collector()
        release_collector()
        assert not gc.isenabled()
    finally:
        gc.enable()
