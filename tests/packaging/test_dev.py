"""The command line of packaging/dev.py, from its first line on."""

import ast
import os
import subprocess
import sys

import pytest

_AS_OLD_PYTHON = (
    "import runpy, sys; sys.version_info = (3, 8, 10); "
    "sys.argv = ['dev.py', 'run']; runpy.run_path(sys.orig_argv[-1], run_name='__main__')"
)


def _dev(checkout, *arguments):
    return subprocess.run(
        [sys.executable, checkout / "packaging" / "dev.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=os.path.sep,
    )


def test_old_pythons_can_read_the_first_file(checkout):
    source = (checkout / "packaging" / "dev.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_an_old_python_gets_one_sentence(checkout):
    done = subprocess.run(
        [sys.executable, "-c", _AS_OLD_PYTHON, checkout / "packaging" / "dev.py"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "needs Python 3.11 or newer; this is Python 3.8." in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", [(), ("--help",), ("test", "--help")])
def test_help_names_every_command(checkout, arguments):
    import dev_command

    done = _dev(checkout, *arguments)

    assert done.returncode == 0
    for command in dev_command.COMMANDS:
        assert f"dev.py {command} " in done.stdout


def test_an_unknown_command_is_a_usage_error(checkout):
    done = _dev(checkout, "tests")

    assert done.returncode == 2
    assert "There is no command 'tests'" in done.stderr
    assert "Traceback" not in done.stderr


def test_ci_runs_the_same_command_as_the_readme(checkout):
    script = checkout / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert "python3 packaging/dev.py test" in script.read_text(encoding="utf-8")


def test_packaging_is_no_package(checkout):
    """Its name is that of a library that pytest needs; an __init__.py here would hide that one."""
    for folder in ("packaging", "packaging/bench", "resources", "tests"):
        assert not (checkout / folder / "__init__.py").exists()
    import packaging.version

    assert packaging.version.Version("1.10") > packaging.version.Version("1.9")
