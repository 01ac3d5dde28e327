"""What an exchange did, check by check."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.publish.packing import LeftOut

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeLine:
    """What became of one check, or of one file that could not be read.

    Attributes:
        check_id: empty for a file that does not tell which check it holds.
        name: the title, or the name of that file.
        is_new: whether it came in and had not been here.
        changes: how many things others' changes changed here.
        conflicts: how many came up that are to be settled.
        settled: how many that were open here somebody else has settled.
        who: whose changes came in, by name.
        originals: files of sources that came in and had been missing.
        is_sent: whether a file of it was written.
        is_binned: whether it is in the bin here, and was left there.
        skipped: files that were not taken in, each with the reason.
        remarks: what could not be verified of it, in sentences.

    """

    check_id: str = ""
    slug: str = ""
    name: str = ""
    is_new: bool = False
    changes: int = 0
    conflicts: int = 0
    settled: int = 0
    who: tuple[str, ...] = ()
    originals: int = 0
    is_sent: bool = False
    is_binned: bool = False
    skipped: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_joined(self) -> bool:
        """Whether changes of others came in to what was here."""
        return bool(self.changes or self.conflicts or self.settled)

    @property
    def is_unchanged(self) -> bool:
        """Whether there was nothing to do, and nothing stood in the way."""
        return self == replace(
            ExchangeLine(), check_id=self.check_id, slug=self.slug, name=self.name
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeReport:
    """What an exchange did, or would do.

    Attributes:
        is_dry: whether nothing was changed, here or in the folder.
        is_stopped: whether it was stopped before the last check; those listed are whole.
        trouble: what ended it before the last check; empty if nothing did.
        left_out: of all checks that were sent, what stayed here.

    """

    lines: tuple[ExchangeLine, ...] = ()
    is_dry: bool = False
    is_stopped: bool = False
    trouble: str = ""
    left_out: LeftOut = field(default_factory=LeftOut)

    @property
    def conflicts(self) -> int:
        """How many conflicts there are to settle."""
        return sum(line.conflicts for line in self.lines)

    @property
    def skipped(self) -> int:
        """How many files were not taken in."""
        return sum(len(line.skipped) for line in self.lines)


def one_each(lines: Iterable[ExchangeLine]) -> tuple[ExchangeLine, ...]:
    """Return lines with one for each check, which tells all that became of it."""
    by_check: dict[str, ExchangeLine] = {}
    for line in lines:
        key = line.check_id or f"file {line.name}"
        by_check[key] = _together(by_check[key], line) if key in by_check else line
    return tuple(by_check.values())


def _together(one: ExchangeLine, other: ExchangeLine) -> ExchangeLine:
    return replace(
        other,
        is_new=one.is_new or other.is_new,
        changes=one.changes + other.changes,
        conflicts=one.conflicts + other.conflicts,
        settled=one.settled + other.settled,
        who=tuple(dict.fromkeys((*one.who, *other.who))),
        originals=one.originals + other.originals,
        is_sent=one.is_sent or other.is_sent,
        is_binned=one.is_binned or other.is_binned,
        skipped=(*one.skipped, *other.skipped),
        remarks=tuple(dict.fromkeys((*one.remarks, *other.remarks))),
    )


def ordered(lines: tuple[ExchangeLine, ...]) -> tuple[ExchangeLine, ...]:
    """Return lines in the order in which a person wants to read them: what needs them first."""

    def weight(line: ExchangeLine) -> int:
        wants = (line.conflicts, line.skipped, line.is_binned, line.is_new, line.is_joined)
        named = (*wants, line.is_sent)
        return next((place for place, each in enumerate(named) if each), len(named))

    return tuple(sorted(lines, key=weight))
