"""The name that a workspace has among others: random, in a small file beside it.

It is no part of the workspace: a copy of that on another computer, or in another place, is another
workspace and gets a name of its own, so that no two ever write the same file of an exchange.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{8}\Z")


def workspace_id(workspace: Path, computer: str, fresh: str) -> str:
    """Return the name of a workspace, eight hexadecimal digits, the same at every call.

    Args:
        workspace: its file.
        computer: the name of this computer.
        fresh: random hexadecimal digits, eight or more; used if it has no name here yet.

    A folder that cannot be written to is no error: the name is another one the next time.

    """
    mark = workspace.with_name(f".{workspace.name}.id")
    here = {"computer": computer, "path": str(workspace.absolute())}
    with suppress(OSError, ValueError):
        kept = json.loads(mark.read_text(encoding="utf-8"))
        name = kept.pop("id") if isinstance(kept, dict) and "id" in kept else None
        if kept == here and isinstance(name, str) and _NAME.match(name):
            return name
    name = fresh[-8:]
    with suppress(OSError):
        mark.write_text(json.dumps({"id": name, **here}) + "\n", encoding="utf-8")
    return name
