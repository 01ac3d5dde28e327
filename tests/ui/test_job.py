from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from workbench.core.error import UserError
from workbench.ui.job import JobRunner


class Record:
    """What a job's callbacks were called with, and on which thread."""

    def __init__(self):
        self.results, self.errors, self.on_main = [], [], []

    def done(self, result):
        self.results.append(result)
        self._note()

    def failed(self, error):
        self.errors.append(error)
        self._note()

    def _note(self):
        self.on_main.append(QThread.currentThread() is QApplication.instance().thread())


@pytest.fixture
def runner(qapp):
    made = JobRunner()
    made.ended = []
    made.job_ended.connect(made.ended.append)
    yield made
    made.shutdown()


@pytest.fixture
def record():
    return Record()


def submit(runner, record, work):
    return runner.submit("Work", work, record.done, record.failed)


def test_the_result_comes_to_the_main_thread(qtbot, runner, record):
    threads = []
    key = submit(runner, record, lambda _: threads.append(threading.current_thread()) or "text")
    assert runner.is_busy
    qtbot.waitUntil(lambda: record.results == ["text"])
    assert record.on_main == [True]
    assert threads[0] is not threading.main_thread()
    assert runner.ended == [key]
    assert not runner.is_busy


def test_a_persons_trouble_comes_to_the_main_thread_as_it_is(qtbot, runner, record):
    trouble = UserError("The file is empty.", "Choose another.")

    def work(_):
        raise trouble

    submit(runner, record, work)
    qtbot.waitUntil(lambda: record.errors == [trouble])
    assert record.on_main == [True]
    assert not runner.is_busy


def test_a_fault_is_told_in_plain_words_without_its_name(qtbot, caplog, runner, record):
    def work(_):
        raise ZeroDivisionError("secret detail")

    submit(runner, record, work)
    qtbot.waitUntil(lambda: len(record.errors) == 1)
    words = str(record.errors[0])
    assert "Nothing half-done was kept." in words
    assert "secret" not in words
    assert "ZeroDivision" not in words


def test_progress_beyond_two_thousand_million_arrives_whole(qtbot, runner, record):
    told = []
    runner.job_progressed.connect(lambda _, done, total: told.append((done, total)))
    submit(runner, record, lambda steps: steps(2**31 + 5, 2**40))
    qtbot.waitUntil(lambda: record.results == [None])
    assert told == [(2**31 + 5, 2**40)]


def test_jobs_run_one_after_the_other_in_their_order(qtbot, runner, record):
    running, most = [], []

    def work(name):
        def run(_):
            running.append(name)
            most.append(len(running))
            running.remove(name)
            return name

        return run

    for name in "abcd":
        submit(runner, record, work(name))
    qtbot.waitUntil(lambda: record.results == list("abcd"))
    assert max(most) == 1


@pytest.fixture
def held():
    """A job that waits to be let go, and then goes on step by step."""

    class Held:
        def __init__(self):
            self.began, self.go = threading.Event(), threading.Event()
            self.kept = []

        def __call__(self, steps):
            self.began.set()
            self.go.wait(10)
            steps(1, 2)
            self.kept.append("half")
            return "whole"

    return Held()


def test_a_cancelled_job_stops_at_its_next_step_and_is_heard_of_no_more(
    qtbot, runner, record, held
):
    key = submit(runner, record, held)
    qtbot.waitUntil(held.began.is_set)
    runner.cancel(key)
    assert runner.ended == [key]
    assert not runner.is_busy
    held.go.set()
    submit(runner, record, lambda _: "next")
    qtbot.waitUntil(lambda: record.results == ["next"])
    assert held.kept == []
    assert record.errors == []
    assert len(runner.ended) == 2


def test_a_job_that_waits_its_turn_can_be_cancelled_too(qtbot, runner, record, held):
    first = submit(runner, record, held)
    kept = []

    def work(steps):
        steps(0, 1)
        kept.append("trace")

    second = submit(runner, record, work)
    qtbot.waitUntil(held.began.is_set)
    runner.cancel(second)
    held.go.set()
    qtbot.waitUntil(lambda: record.results == ["whole"])
    runner.shutdown()
    assert kept == []
    assert sorted(runner.ended) == [first, second]


def test_cancelling_what_has_ended_does_nothing(qtbot, runner, record):
    key = submit(runner, record, lambda _: "text")
    qtbot.waitUntil(lambda: record.results == ["text"])
    runner.cancel(key)
    assert runner.ended == [key]


def test_shutting_down_waits_for_the_running_job_and_forgets_the_rest(qtbot, runner, record, held):
    submit(runner, record, held)
    waiting = []
    submit(runner, record, lambda _: waiting.append(True))
    qtbot.waitUntil(held.began.is_set)
    threading.Timer(0.05, held.go.set).start()
    runner.shutdown()
    QApplication.processEvents()
    assert (record.results, record.errors, waiting, held.kept) == ([], [], [], [])
    assert not runner.is_busy
