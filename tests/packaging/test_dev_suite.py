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


def test_arguments_go_to_pytest(checkout):
    steps = dev_suite.steps(Environment(checkout), ["-k", "claim", "tests/core"])

    assert steps["pytest"][-3:] == ["-k", "claim", "tests/core"]
    assert len(steps) == 5


def test_tests_see_no_display(checkout, capfd):
    question = "import os; print(os.environ['QT_QPA_PLATFORM'], 'it is')"

    dev_suite.run_all(Environment(checkout), {"one": [sys.executable, "-c", question]})

    assert "offscreen it is" in capfd.readouterr().out


def test_without_arguments_the_tests_are_spread_over_the_processors(checkout):
    steps = dev_suite.steps(Environment(checkout), [])

    assert steps["pytest"][-4:] == ["-n", str(dev_suite.workers()), "--dist", "loadfile"]
    assert dev_suite.workers() > 1


def test_types_are_judged_beside_the_tests_and_told_last(checkout, capfd):
    assert list(dev_suite.steps(Environment(checkout), []))[-2:] == ["pytest", "mypy"]

    talk = [sys.executable, "-c", "print('no such type'); raise SystemExit(3)"]
    code = dev_suite.run_all(Environment(checkout), {"one": GOOD, "mypy": talk})

    output = capfd.readouterr().out
    assert code == 1
    assert output.index("=== one") < output.index("fine") < output.index("=== mypy")
    assert "no such type" in output
    assert output.strip().splitlines()[-1].startswith("=== Failed: mypy (")
