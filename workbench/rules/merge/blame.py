"""Who wrote what stands at a place of a check, and when, told from its saved states."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.core.check_path import NO_VALUE, key_of, plain_at, steps_of
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from workbench.core.revision import Revision
    from workbench.rules.merge.joint import Told

    State = Callable[[str], dict[str, Any]]
_REMEMBERED = 64
_NONE: Any = object()


class Blamer:
    """Tells of every place of one version of a check who wrote it.

    The value is followed back through the saved states to the first one that has it. Where two
    versions were joined, it is followed to the one that it came from.
    """

    def __init__(self, head: str, revisions: dict[str, Revision], state: State) -> None:
        """Tell of the state `head`, by states known by their id; `state` reads one of them."""
        self._head = head
        self._revisions = revisions
        self._state = lru_cache(_REMEMBERED)(state)

    def __call__(self, path: str, names: tuple[str, ...] = ()) -> Told:
        """Return when and by whom what stands at a path was written, or some fields of it."""
        here = self._head
        value = self._value(here, path, names)
        while True:
            parent = self._parent_with(value, here, path, names)
            if parent is None:
                break
            here = parent
        return told_of(self._revisions[here])

    def _parent_with(
        self, value: object, here: str, path: str, names: tuple[str, ...]
    ) -> str | None:
        for parent in sorted(self._revisions[here].parents):
            if parent in self._revisions and self._value(parent, path, names) == value:
                return parent
        return None

    def _value(self, revision_id: str, path: str, names: tuple[str, ...]) -> object:
        try:
            state = self._state(revision_id)
        except UserError:
            return _NONE  # cannot be read: nobody is blamed for more than is known
        return value_in(state, path, names)


def value_in(plain: dict[str, Any], path: str, names: tuple[str, ...] = ()) -> object:
    """Return what is compared at a path: a value, some fields of it, or the order of a list."""
    found = plain_at(plain, path)
    if names:
        return None if found is NO_VALUE else [found.get(name) for name in names]
    if found is NO_VALUE:
        return None
    key = key_of(steps_of(path)[-1])
    if (
        isinstance(found, list)
        and found
        and all(isinstance(one, dict) and key in one for one in found)
    ):
        return [one[key] for one in found]
    return found


def told_of(revision: Revision) -> tuple[datetime, str]:
    """Return when a state was saved, and by whom."""
    return revision.at, revision.who
