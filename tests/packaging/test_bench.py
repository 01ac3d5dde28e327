"""The bench: its arithmetic, its workspace, and one launch of the window it compares with."""

import os
import sqlite3
from contextlib import closing

import dev_bench
import launch
import pytest
import workspace

from workbench.store.first_screen import read_first_screen


def test_ratios_are_of_the_fastest_and_of_the_pairs():
    ratios = launch.ratios([300.0, 150.0, 120.0], [100.0, 100.0, 80.0])

    assert ratios == {"min_ratio": 1.5, "median_ratio": 1.5}
    assert launch.ratios([200.0, 300.0, 100.0], [100.0, 100.0, 50.0])["min_ratio"] == 2.0


def test_the_table_says_which_bar_is_kept():
    table = dev_bench.table(
        {
            "P1": {"min_ratio": 1.1, "median_ratio": 1.21, "bar": 1.5},
            "P2": {"min_ratio": 1.9, "median_ratio": 2.01, "bar": 2.0},
        }
    )

    assert "1.21   1.5  kept" in table
    assert "2.01   2.0  MISSED" in table


def test_the_measured_workspace_opens_with_two_hundred_claims(tmp_path):
    file = tmp_path / "measured.workbench"

    check_id = workspace.make_workspace(file)

    first = read_first_screen(file, check_id)
    assert len(first.check.claims) == 200
    assert len({claim.as_supported for claim in first.check.claims}) == 200
    text = first.check.sources[0].version.text
    for passage in first.check.passages:
        assert text[passage.selector.start : passage.selector.end] == passage.selector.exact
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_the_empty_window_reports_when_it_is_painted():
    marks = launch.launch([str(launch.EMPTY)], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})

    assert 10 < marks["painted"] < 60_000


def test_a_launch_that_reports_nothing_stops_the_bench():
    with pytest.raises(SystemExit, match="reported no times"):
        launch.launch(["-c", "print('hello')"], os.environ)


@pytest.mark.parametrize("arguments", [["--rounds", "0"], ["--rounds", "many"]])
def test_rounds_are_a_number_from_one(arguments):
    with pytest.raises(SystemExit) as stopped:
        dev_bench.parse(arguments)

    assert stopped.value.code == 2
