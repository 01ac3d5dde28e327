"""The names of places in a check, as conflicts have them: "claims/ID/status", "title".

A path follows the JSON form, with an item's id (a part's key, a post's network) in place of its
position. A slash in such a name is written "~1", a tilde "~0" (as in RFC 6901).
"""

from __future__ import annotations

from typing import Any

KEYS = {"parts": "key", "posts": "network"}
"""Lists whose items are named by another field than their id."""
NO_VALUE: Any = object()
"""What stands at a path that leads nowhere."""


def joined(*steps: str) -> str:
    """Return the path with these steps."""
    return "/".join(step.replace("~", "~0").replace("/", "~1") for step in steps)


def steps_of(path: str) -> tuple[str, ...]:
    """Return the steps of a path."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in path.split("/"))


def key_of(family: str) -> str:
    """Return the field that names the items of a list."""
    return KEYS.get(family, "id")


def plain_at(plain: Any, path: str) -> Any:  # noqa: ANN401 - what JSON can hold
    """Return what stands at a path of a check in plain JSON values, or NO_VALUE."""
    here, family = plain, ""
    for step in steps_of(path):
        if isinstance(here, dict):
            here, family = here.get(step, NO_VALUE), step
        elif isinstance(here, list | tuple):
            name = key_of(family)
            here = next((one for one in here if one.get(name, "") == step), NO_VALUE)
        if here is NO_VALUE:
            return NO_VALUE
    return here
