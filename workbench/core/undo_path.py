"""Which saved states of a check Undo and Redo lead through when the program is started again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class FormerEdit:
    """One step of an earlier session: the states before and after, and what the person did."""

    before: Revision
    after: Revision
    words: str


def former_edits(
    newest_first: Sequence[Revision],
) -> tuple[tuple[FormerEdit, ...], tuple[FormerEdit, ...]]:
    """Return the steps that can be taken back, and those that can be done again; oldest first.

    A state that equals an earlier one was come to by Undo, one that equals a state that was taken
    back by Redo. What was not done in the window, such as an import on the command line, ends the
    path: nobody sees there what would be taken back.
    """
    done: list[Revision] = []
    undone: list[Revision] = []
    last_id = ""
    for state in reversed(newest_first):
        back = _place(done, state)
        again = _place(undone, state)
        if back is not None:
            undone = [*done[back + 1 :], *undone]
            del done[back + 1 :]
        elif again is not None:
            done += undone[: again + 1]
            del undone[: again + 1]
        elif state.words and done and state.parents == (last_id,):
            done.append(state)
            undone = []
        else:
            done, undone = [state], []
        last_id = state.id
    here = done[-1:]
    return _steps(done), _steps([*here, *undone])


def _place(states: Sequence[Revision], wanted: Revision) -> int | None:
    for place in range(len(states) - 1, -1, -1):
        if states[place].content == wanted.content:
            return place
    return None


def _steps(states: Iterable[Revision]) -> tuple[FormerEdit, ...]:
    """Return the steps from state to state; one run of typing is one step."""
    steps: list[FormerEdit] = []
    before: Revision | None = None
    for state in states:
        if before is not None:
            last = steps[-1] if steps else None
            if last is not None and state.key and last.after.key == state.key:
                steps[-1] = FormerEdit(last.before, state, state.words)
            else:
                steps.append(FormerEdit(before, state, state.words))
        before = state
    return tuple(steps)
