"""The words in which it is told what an exchange did, or would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.packing import LeftOut
from workbench.publish.packing_words import left_out_sentence
from workbench.rules.name import listed

if TYPE_CHECKING:
    from workbench.publish.exchange.report import ExchangeLine, ExchangeReport


def line_words(line: ExchangeLine, *, is_dry: bool = False) -> str:
    """Return what became of one check in a few sentences; `is_dry` tells what would become."""
    told = []
    if line.is_binned:
        told.append("It is in the bin here, and stays there. Bring it back to join it.")
    if line.is_new:
        told.append("Would come in as a new check." if is_dry else "New here.")
    if line.is_joined:
        told.append(_joined(line, is_dry=is_dry))
    if line.originals:
        files = _counted(line.originals, "1 original", "{n} originals")
        told.append(f"{files} would come in." if is_dry else f"{files} came in.")
    if line.is_sent:
        told.append("Would be sent." if is_dry else "Sent.")
    told += [
        f"{name} was not taken in: {_lower(reason)}" if line.check_id else f"Not taken in: {reason}"
        for name, reason in line.skipped
    ]
    told += line.remarks
    return " ".join(told) or "Unchanged."


def summary_words(report: ExchangeReport) -> str:
    """Return the whole in one sentence: "12 checks: 2 new here, 1 joined, 3 sent, 6 unchanged."."""
    lines = [line for line in report.lines if line.check_id]
    counts = (
        (sum(line.is_new for line in lines), "new here"),
        (sum(line.is_joined for line in lines), "joined"),
        (sum(line.is_sent for line in lines), "sent"),
        (sum(line.is_unchanged for line in lines), "unchanged"),
        (sum(line.is_binned for line in lines), "in the bin here"),
    )
    told = [f"{count} {words}" for count, words in counts if count]
    if report.conflicts:
        told.append(_counted(report.conflicts, "1 conflict to settle", "{n} conflicts to settle"))
    if report.skipped:
        told.append(_counted(report.skipped, "1 file not taken in", "{n} files not taken in"))
    checks = _counted(len(lines), "1 check", "{n} checks")
    words = f"{checks}: {', '.join(told)}." if told else f"{checks}."
    if not lines and not told:
        words = "There is no check here and none in the folder."
    if report.is_dry:
        words = f"Tried, nothing was changed. {words}"
    if report.is_stopped:
        words = f"Stopped; what is listed is whole. {words}"
    return words


def left_out_words(report: ExchangeReport) -> str:
    """Return what stayed here of the checks that were sent; empty if nothing was sent."""
    if report.left_out == LeftOut():
        return ""
    return left_out_sentence(report.left_out)


def report_text(report: ExchangeReport) -> str:
    """Return a report as plain text, check by check."""
    from workbench.publish.exchange.report import ordered

    told = [summary_words(report), report.trouble, left_out_words(report), ""]
    for line in ordered(report.lines):
        told.append(f"{line.name or line.slug}: {line_words(line, is_dry=report.is_dry)}")
    return "\n".join(one for one in told if one) + "\n"


def _joined(line: ExchangeLine, *, is_dry: bool) -> str:
    told = []
    if line.changes:
        told.append(_counted(line.changes, "1 change", "{n} changes"))
    if line.conflicts:
        told.append(_counted(line.conflicts, "1 conflict to settle", "{n} conflicts to settle"))
    if line.settled:
        told.append(_counted(line.settled, "1 conflict settled", "{n} conflicts settled"))
    by = f" from {listed(line.who)}" if line.who else ""
    verb = "Would join" if is_dry else "Joined"
    return f"{verb} {listed(tuple(told))}{by}."


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(n=count)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
