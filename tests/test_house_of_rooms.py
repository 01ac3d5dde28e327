"""The plan of the rooms: who may import whom, what things are called, how big they get."""

from __future__ import annotations

import ast
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import workbench.core

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "workbench").rglob("*.py"))
NAMELESS_ROOMS = {"util", "utils", "helper", "helpers", "common", "base", "manager", "managers"}
LONGEST_MODULE = 400
"""Lines. A longer module is two."""

HEAVY = ("PySide6", "sqlmodel", "sqlalchemy", "sqlite3", "pydantic", "markdown", "trafilatura")

PLANTED = {
    "core/claim.py": "import PySide6",
    "intake/__init__.py": "import workbench.publish",
    "publish/__init__.py": "from workbench.store import table",
    "reading/__init__.py": "import workbench.clock",
    "rules/__init__.py": "import sqlite3",
}
"""One forbidden import for each contract."""


def run_python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def verdicts(folder: Path) -> dict[str, str]:
    """Return KEPT or BROKEN for each import contract of the package in a folder."""
    code = (
        "import sys; sys.argv[1:] = ['--no-cache', '--no-logo']\n"
        "from importlinter.cli import lint_imports_command as run; sys.exit(run())"
    )
    done = run_python(code, folder)
    found = re.findall(r"^(\S.*) (KEPT|BROKEN)", done.stdout, re.MULTILINE)
    assert found, done.stdout + done.stderr
    return dict(found)


@pytest.fixture
def copy(tmp_path):
    """Return a copy of the package with its contracts, to plant faults in."""
    ignored = shutil.ignore_patterns("__pycache__", "_resources")
    shutil.copytree(ROOT / "workbench", tmp_path / "workbench", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_import_runs_downwards(copy):
    assert set(verdicts(copy).values()) == {"KEPT"}


def test_every_contract_notices_a_planted_import(copy):
    for name, line in PLANTED.items():
        module = copy / "workbench" / name
        module.write_text(f"{module.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    found = verdicts(copy)
    assert len(found) == len(PLANTED)
    assert set(found.values()) == {"BROKEN"}


def test_qt_in_core_alone_breaks_the_contract(copy):
    module = copy / "workbench" / "core" / "claim.py"
    module.write_text(f"{module.read_text(encoding='utf-8')}\nimport PySide6\n", encoding="utf-8")
    assert verdicts(copy)["Qt lives in ui alone"] == "BROKEN"


def test_importing_every_module_of_core_pulls_in_nothing_heavy():
    modules = pkgutil.iter_modules(workbench.core.__path__, "workbench.core.")
    names = [module.name for module in modules]
    assert "workbench.core.codec" in names
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = run_python(code, ROOT)
    assert done.stdout.strip() == "[]", done.stderr


def names_in(module: Path) -> set[str]:
    """Return the single words of a module's path and of the classes in it, in lower case."""
    steps = module.relative_to(ROOT).with_suffix("").parts
    names = {word for step in steps for word in step.lower().split("_")}
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            names.update(word.lower() for word in re.findall("[A-Z][a-z]*", node.name))
    return names


def test_every_module_says_in_a_sentence_why_it_exists():
    silent = [
        module
        for module in MODULES
        if not (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "")
        .split("\n")[0]
        .endswith(".")
    ]
    assert silent == []


def test_nothing_is_named_after_a_room_without_a_name():
    assert [module for module in MODULES if names_in(module) & NAMELESS_ROOMS] == []


def test_no_module_is_longer_than_it_should_be():
    lengths = {module: len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert [module for module in MODULES if lengths[module] > LONGEST_MODULE] == []
