"""The suite runs to its end and tells what failed."""

import sys
from pathlib import Path

import dev_suite
from dev_environment import Environment

GOOD = [sys.executable, "-c", "print('fine')"]
BAD = [sys.executable, "-c", "print('not fine'); raise SystemExit(3)"]


def test_every_step_runs_and_one_failure_decides(checkout, capfd):
    code = dev_suite.run_all(Environment(checkout), {"one": BAD, "two": GOOD, "three": BAD})

    output = capfd.readouterr().out
    assert code == 1
    assert output.index("=== one") < output.index("=== two") < output.index("=== three")
    assert output.count("not fine") == 2
    assert output.strip().splitlines()[-1].startswith("=== Failed: one, three (")


def test_all_passed_is_said_last(checkout, capfd):
    code = dev_suite.run_all(Environment(checkout), {"one": GOOD, "two": GOOD})

    assert code == 0
    assert capfd.readouterr().out.strip().splitlines()[-1].startswith("=== All passed (")


def test_arguments_go_to_pytest(checkout):
    steps = dev_suite.steps(Environment(checkout), ["-k", "claim", "tests/core"])

    assert steps["pytest"][-3:] == ["-k", "claim", "tests/core"]
    assert len(steps) == 5


def test_tests_see_no_display(checkout, capfd):
    question = "import os; print(os.environ['QT_QPA_PLATFORM'], 'it is')"

    dev_suite.run_all(Environment(checkout), {"one": [sys.executable, "-c", question]})

    assert "offscreen it is" in capfd.readouterr().out


def test_without_arguments_each_test_runs_in_one_part_and_one_only():
    root = Path(__file__).parents[2]
    parts = dev_suite.parted(root)
    found = [
        file
        for paths in parts.values()
        for path in paths
        for file in ([root / path] if path.endswith(".py") else (root / path).rglob("test_*.py"))
    ]
    assert sorted(found) == sorted((root / "tests").rglob("test_*.py"))
    assert all(parts.values())
    assert len(dev_suite.steps(Environment(root), [])) == 4 + len(parts)


def test_of_several_at_once_each_is_told_whole(checkout, capfd):
    code = dev_suite.run_all(Environment(checkout), {"one": BAD, "two": GOOD}, at_once=2)

    output = capfd.readouterr().out
    assert code == 1
    assert "=== one\nnot fine\n" in output
    assert "=== two\nfine\n" in output
    assert output.strip().splitlines()[-1].startswith("=== Failed: one (")
