"""The suite runs to its end and tells what failed."""

import sys

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


def test_arguments_go_to_pytest_which_comes_last(checkout):
    steps = dev_suite.steps(Environment(checkout), ["-k", "claim", "tests/core"])

    assert list(steps)[-1] == "pytest"
    assert steps["pytest"][-3:] == ["-k", "claim", "tests/core"]
    assert len(steps) == 5


def test_tests_see_no_display(checkout, capfd):
    question = "import os; print(os.environ['QT_QPA_PLATFORM'], 'it is')"

    dev_suite.run_all(Environment(checkout), {"one": [sys.executable, "-c", question]})

    assert "offscreen it is" in capfd.readouterr().out


def test_without_arguments_the_tests_of_the_window_run_beside_the_others(checkout, capfd):
    steps = dev_suite.steps(Environment(checkout), [])
    assert list(steps)[-2:] == ["pytest", "pytest, window"]
    assert steps["pytest"][-1] == "--ignore=tests/ui"
    assert steps["pytest, window"][-1] == "tests/ui"

    talk = [sys.executable, "-c", "print('seen through the window'); raise SystemExit(3)"]
    code = dev_suite.run_all(Environment(checkout), {"one": GOOD, "pytest, window": talk})

    output = capfd.readouterr().out
    assert code == 1
    assert output.index("=== one") < output.index("fine") < output.index("=== pytest, window")
    assert "seen through the window" in output
    assert output.strip().splitlines()[-1].startswith("=== Failed: pytest, window (")
