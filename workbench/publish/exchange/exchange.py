"""The exchange itself: check by check, first what others have put there, then what is new here.

Every check is whole after each step: what came in is one transaction of the workspace, what goes
out one file that takes its place when it is written. So it can be stopped between any two checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.publish.exchange.arrival import Proof
from workbench.publish.exchange.file_name import case_files, digits_in, digits_of
from workbench.publish.exchange.report import ExchangeLine, ExchangeReport, one_each
from workbench.publish.exchange.visit import Visit
from workbench.publish.packing import CAREFUL, LeftOut, Packing, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from workbench.publish.exchange.desk import Workspace

_ALL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What an exchange goes by.

    Attributes:
        place: the name of this workspace among others.
        choice: what goes along of the checks that are sent.
        proof: refuses a case that is not as it was signed.
        is_dry: whether nothing is to be changed, here or in the folder.

    """

    place: str
    proof: Proof
    choice: Packing = CAREFUL
    is_dry: bool = False


def exchange(
    workspace: Workspace,
    folder: Path,
    terms: Terms,
    *,
    step: Callable[[int, int], None] = lambda _done, _total: None,
    stops: Callable[[], bool] = lambda: False,
) -> ExchangeReport:
    """Exchange checks with a folder of case files; return what became of each.

    Args:
        workspace: the store of this workspace.
        folder: on a stick, or one that is synced.
        terms: what it goes by.
        step: told before each check how many are done and how many there are; may raise.
        stops: asked before each check whether to stop.

    Raises UserError if the folder cannot be read. Trouble with the disk ends the exchange after the
    last whole check, and is told in the report.

    """
    rounds = list(_rounds(workspace, _listed(folder)))
    lines: list[ExchangeLine] = []
    left: list[LeftOut] = []
    is_stopped, trouble = False, ""
    for done, (check_id, paths) in enumerate(rounds):
        step(done, len(rounds))
        if stops():
            is_stopped = True
            break
        visit = Visit(workspace, folder, terms)
        try:
            lines += visit.lines_of(paths, check_id)
        except UserError as error:
            is_stopped, trouble = True, str(error)
            break
        left += visit.left_out
    step(len(rounds), len(rounds))
    return ExchangeReport(
        lines=one_each(lines),
        is_dry=terms.is_dry,
        is_stopped=is_stopped,
        trouble=trouble,
        left_out=together(left),
    )


def _listed(folder: Path) -> tuple[Path, ...]:
    try:
        return case_files(folder)
    except OSError as error:
        raise UserError(
            f"The folder {folder} cannot be read: {error.strerror or error}.",
            "Nothing was exchanged. Plug the stick in, or make the folder; it is not made here, so "
            "that nothing ends up beside a stick that is not there.",
        ) from error


def _rounds(
    workspace: Workspace, paths: tuple[Path, ...]
) -> Iterator[tuple[str, tuple[Path, ...]]]:
    """Yield the id of each check that is here with its files; the id is empty for other files.

    Files under names of their own come first: what they bring is then there to be sent.
    """
    by_check: dict[str, list[Path]] = {}
    for path in paths:
        digits = digits_in(path)
        if digits:
            by_check.setdefault(digits, []).append(path)
        else:
            yield "", (path,)
    for one in workspace.checks("", _ALL):
        yield one.id, tuple(by_check.pop(digits_of(one.id), ()))
    for files in by_check.values():
        yield "", tuple(files)
