"""The values cost nothing to import: no Qt, no SQL, no pydantic."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import workbench.core

HEAVY = ("PySide6", "sqlmodel", "sqlalchemy", "sqlite3", "pydantic", "markdown", "trafilatura")


def test_importing_every_module_of_core_pulls_in_nothing_heavy():
    names = [
        f"workbench.core.{module.name}" for module in pkgutil.iter_modules(workbench.core.__path__)
    ]
    assert "workbench.core.codec" in names
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
