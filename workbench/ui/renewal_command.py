"""What settles the quotes of a newer text: each command is one undo step on the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.core import change
from workbench.reading.quote import selector_for
from workbench.rules import renewal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.core.check import Check
    from workbench.core.quote import QuoteSelector
    from workbench.core.source import SourceVersion
    from workbench.reading.refind import Refound
    from workbench.rules.renewal import Renewal
    from workbench.ui.desk import Desk


def tr(text: str) -> str:
    """Return a command's name in the person's language."""
    return QCoreApplication.translate("command", text)


def renew_source(
    desk: Desk,
    source_id: str,
    version: SourceVersion,
    found: Mapping[str, tuple[QuoteSelector, Refound]],
) -> Renewal:
    """Give a source a newer text and find its quotes in it; return what became of them."""
    return _reported(
        desk,
        tr("New text for a source"),
        lambda check: renewal.renewed(check, source_id, version, found),
    )


def merge_sources(desk: Desk, newer_id: str, older_id: str) -> Renewal:
    """Make the text of one source the newest of another; return what became of its quotes."""
    return _reported(
        desk,
        tr("Make it a new text of a source"),
        lambda check: renewal.merged(check, newer_id, older_id),
    )


def attach_quote(desk: Desk, passage_id: str, start: int, end: int) -> None:
    """Let a quote have the words of a stretch (code points) of the newest text."""

    def apply(check: Check) -> Check:
        source = check.source(check.passage(passage_id).source_id)
        return renewal.attached(check, passage_id, selector_for(source.version.text, start, end))

    desk.edit(tr("Take the new words"), apply)


def keep_quote(desk: Desk, passage_id: str) -> None:
    """Let a quote stay in the older text that it was made with."""
    desk.edit(tr("Keep the old words"), lambda check: renewal.kept(check, passage_id))


def drop_quote(desk: Desk, passage_id: str) -> None:
    """Remove a quote, with the evidence and the appearances that it is."""
    desk.edit(tr("Remove the quote"), lambda check: change.without_passage(check, passage_id))


def _reported(desk: Desk, text: str, renew: Callable[[Check], tuple[Check, Renewal]]) -> Renewal:
    new, report = renew(desk.check)
    desk.edit(text, lambda check: replace(new, changed=check.changed))
    return report
