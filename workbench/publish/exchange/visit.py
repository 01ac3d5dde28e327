"""One round of an exchange: the files of a check come in, and its own goes out if it says more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.change_conflict import open_conflicts
from workbench.core.error import UserError
from workbench.core.merge_report import MergeOutcome, MergeVerb
from workbench.core.saved_history import SavedHistory
from workbench.publish.case import media_types, originals_of, pack
from workbench.publish.exchange.arrival import Arrival, arrival
from workbench.publish.exchange.file_name import file_name, is_written_by
from workbench.publish.exchange.report import ExchangeLine
from workbench.publish.export import ExportFile, write_export
from workbench.publish.packing import left_out_of, packed_check

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.core.check import Check
    from workbench.core.export_record import ExportRecord
    from workbench.core.merge_report import Merge
    from workbench.publish.case import Case
    from workbench.publish.exchange.desk import Workspace
    from workbench.publish.exchange.exchange import Terms
    from workbench.publish.packing import LeftOut

_DOING = "Writing case files"


class Visit:
    """What happens to the files of one check.

    Attributes:
        left_out: what stayed here of the checks that were sent.

    """

    def __init__(self, workspace: Workspace, folder: Path, terms: Terms) -> None:
        self._workspace, self._folder, self._terms = workspace, folder, terms
        self._lines: dict[str, ExchangeLine] = {}
        self._now: dict[str, tuple[Check, SavedHistory]] = {}
        self._in_folder: dict[str, list[Arrival]] = {}
        self.left_out: list[LeftOut] = []

    def lines_of(self, paths: tuple[Path, ...], check_id: str) -> tuple[ExchangeLine, ...]:
        """Take files in, then send the check with an id, or each that came in.

        Raises UserError where the workspace or the folder cannot be written.
        """
        refused = []
        for path in paths:
            found = arrival(path, self._terms.proof)
            if isinstance(found, Arrival):
                self._take(found)
            else:
                refused.append((path.name, found.reason))
        for one in dict.fromkeys((*((check_id,) if check_id else ()), *self._in_folder)):
            if self._workspace.where(one) != "binned" and (check_id or one in self._now):
                self._send(one)
        return self._told(check_id, tuple(refused))

    def _told(
        self, check_id: str, refused: tuple[tuple[str, str], ...]
    ) -> tuple[ExchangeLine, ...]:
        """Return a line for each check; a file that cannot be read has one of its own."""
        if check_id and refused:
            line = self._lines[check_id]
            self._lines[check_id] = replace(line, skipped=refused)
            refused = ()
        others = (ExchangeLine(name=name, skipped=((name, why),)) for name, why in refused)
        return (*self._lines.values(), *others)

    # -- in

    def _take(self, found: Arrival) -> None:
        case = found.case
        check_id = case.check.id
        self._in_folder.setdefault(check_id, []).append(found)
        where = "here" if check_id in self._now else self._workspace.where(check_id)
        if where == "binned":
            self._lines[check_id] = replace(self._line(case.check), is_binned=True)
            return
        line = self._taken_in(found) if not where else self._joined(found)
        remarks = dict.fromkeys((*line.remarks, *found.remarks))
        self._lines[check_id] = replace(line, remarks=tuple(remarks))

    def _taken_in(self, found: Arrival) -> ExchangeLine:
        case = found.case
        slug = case.check.slug
        if self._terms.is_dry:
            self._now[case.check.id] = (case.check, case.history)
        else:
            types = media_types(case.check)
            slug = self._workspace.take_new(
                case.check, case.history, case.exports, case.originals, types
            )
            self._read(case.check.id)
        return replace(self._line(case.check), slug=slug, is_new=True)

    def _joined(self, found: Arrival) -> ExchangeLine:
        from workbench.rules.merge.history import merge_of

        case = found.case
        ours, history = self._value(case.check.id)
        line = self._line(ours)
        merge = merge_of(ours, history, case.check, case.history)
        if merge.report.outcome is MergeOutcome.UP_TO_DATE:
            self._take_unknown_exports(case)
            return replace(line, originals=line.originals + self._missing_taken(case))
        if self._terms.is_dry:
            self._now[ours.id] = (merge.check, _both(history, merge.theirs))
        else:
            types = media_types(merge.check)
            self._workspace.take_merge(ours, merge, case.exports, case.originals, types)
            self._read(ours.id)
        return _with_merge(line, ours, merge)

    def _missing_taken(self, case: Case) -> int:
        """Keep originals that are not here; return how many."""
        here = self._workspace.original_sizes(tuple(case.originals))
        missing = {name: data for name, data in case.originals.items() if name not in here}
        if not self._terms.is_dry:
            types = media_types(case.check)
            for name, data in missing.items():
                self._workspace.add_original(data, types.get(name, "application/octet-stream"))
        return len(missing)

    def _take_unknown_exports(self, case: Case) -> None:
        """Note what went out elsewhere of a check that is the same here."""
        known = {one.id for one in self._workspace.exports(case.check.id)}
        unknown = tuple(one for one in case.exports if one.id not in known)
        if unknown and not self._terms.is_dry:
            self._workspace.take_exports(case.check.id, unknown)

    # -- out

    def _send(self, check_id: str) -> None:
        check, history = self._value(check_id)
        line = self._line(check)
        terms, exports = self._terms, self._workspace.exports(check_id)
        sizes = self._workspace.original_sizes(originals_of(check))
        if any(
            self._carries(one.case, check, exports, set(sizes)) for one in self._files(check_id)
        ):
            self._lines[check_id] = line
            return
        if not terms.is_dry:
            originals = (
                {name: self._workspace.original(name) for name in sizes}
                if terms.choice.originals
                else {}
            )
            data = pack(check, originals, exports, history=history, choice=terms.choice)
            name = file_name(check, terms.place)
            self._require_folder()
            write_export((ExportFile(name=name, data=data),), self._folder, doing=_DOING)
            self._workspace.note_packed(check)
            self._drop_former(check_id, name)
        self.left_out.append(left_out_of(check, terms.choice, sizes, len(history.revisions)))
        self._lines[check_id] = replace(line, is_sent=True)

    def _carries(
        self, case: Case, check: Check, exports: tuple[ExportRecord, ...], originals: set[str]
    ) -> bool:
        """Tell whether a file in the folder says all that ours would say."""
        choice = self._terms.choice
        wanted = packed_check(check, choice)
        alike = replace(wanted, slug=case.check.slug, changed=case.check.changed)
        return (
            alike == case.check
            and {one.id for one in exports} <= {one.id for one in case.exports}
            and (not choice.originals or originals <= set(case.originals))
            and (not choice.history or case.packing.history)
        )

    def _require_folder(self) -> None:
        """Raise UserError if the folder is gone: it is never made where a stick was."""
        if not self._folder.is_dir():
            raise UserError(
                f"The folder {self._folder} is not there any more.",
                "What was exchanged before is whole. Plug the stick in and exchange again.",
            )

    def _drop_former(self, check_id: str, name: str) -> None:
        """Drop what this workspace wrote of a check before it was called otherwise."""
        for one in self._files(check_id):
            if one.path.name != name and is_written_by(one.path, check_id, self._terms.place):
                one.path.unlink(missing_ok=True)

    # -- what is known

    def _files(self, check_id: str) -> list[Arrival]:
        return self._in_folder.get(check_id, [])

    def _value(self, check_id: str) -> tuple[Check, SavedHistory]:
        if check_id not in self._now:
            self._read(check_id)
        return self._now[check_id]

    def _read(self, check_id: str) -> None:
        history = self._workspace.history.saved(check_id)
        self._now[check_id] = (self._workspace.load(check_id), history)

    def _line(self, check: Check) -> ExchangeLine:
        known = self._lines.get(check.id)
        return known or ExchangeLine(check_id=check.id, slug=check.slug, name=check.title)


def _with_merge(line: ExchangeLine, ours: Check, merge: Merge) -> ExchangeLine:
    """Return a line with what a merge did to our version of its check."""
    report = merge.report
    before, after = ({one.id for one in open_conflicts(each)} for each in (ours, merge.check))
    who = dict.fromkeys((*line.who, *((report.theirs_who,) if report.theirs_who else ())))
    changes = [one for one in report.lines if one.verb is not MergeVerb.CONFLICT]
    return replace(
        line,
        changes=line.changes + len(changes),
        conflicts=line.conflicts + len(after - before),
        settled=line.settled + len(before - after),
        who=tuple(who),
    )


def _both(one: SavedHistory, other: SavedHistory) -> SavedHistory:
    """Return two histories as one, for a merge that is only tried."""
    known = {state.id for state in one.revisions}
    added = tuple(state for state in other.revisions if state.id not in known)
    return SavedHistory(revisions=(*one.revisions, *added), parts={**other.parts, **one.parts})
