"""What a launch imports: sqlite3 for the first screen, sqlmodel when the store opens, no more."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "trafilatura", "markdown", "PySide6"}

READ = """
from pathlib import Path
from workbench.store.first_screen import read_first_screen
assert read_first_screen(Path(sys.argv[1]), None).checks
from workbench.store.check_store import CheckStore
"""
OPEN = """
from datetime import UTC, datetime
from pathlib import Path
from workbench.store.check_store import CheckStore
store = CheckStore.open(Path(sys.argv[1]), datetime.now(UTC))
(summary,) = store.checks("ferry")
check = store.load(summary.id)
store.close()
"""


def imported(code, *arguments):
    """Return the top-level modules that some code has imported, in a fresh process."""
    code = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_first_screen_imports_nothing_heavy():
    assert imported("import workbench.store.first_screen").isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [(READ, set()), (OPEN, {"sqlmodel", "sqlalchemy", "pydantic"})],
    ids=["first screen", "store"],
)
def test_current_file_is_used_without_more(store, path, small_check, code, wanted):
    store.save(None, small_check)
    assert imported(code, str(path)) & HEAVY == wanted


def test_new_file_is_made_without_alembic(path):
    code = OPEN.replace('(summary,) = store.checks("ferry")\ncheck = store.load(summary.id)\n', "")
    assert "alembic" not in imported(code, str(path))
