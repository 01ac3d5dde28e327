"""What a merge does to one thing, as safe HTML: both sides of a conflict, or before and after."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.core.canonical import canonical_json, plain_value
from workbench.core.check_path import NO_VALUE, plain_at
from workbench.core.merge_report import MergeVerb
from workbench.publish.change_list import TextChange
from workbench.publish.conflict_value import value_words
from workbench.publish.merge_words import VERB_WORDS, line_words
from workbench.reading.word_difference import word_difference
from workbench.ui.change_sheet import changes_html
from workbench.ui.language import told
from workbench.ui.marked_words import ONLY_OTHER, ONLY_THIS, marked
from workbench.ui.moment import moment

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.merge_report import Merge, MergeLine
    from workbench.core.review import MergeConflict
    from workbench.house.house import House

_LONGEST = 6_000
"""Letters of a value that is shown; the check has the rest."""


def line_html(ours: Check, merge: Merge, house: House, line: MergeLine) -> str:
    """Return what becomes of one thing of our check."""
    head = f"<h2>{escape(told(line_words(line, merge.check, house)))}</h2>"
    verb = f"<p>{escape(told(VERB_WORDS[line.verb]))}.</p>"
    if line.verb is MergeVerb.CONFLICT:
        found = next((one for one in merge.report.conflicts if one.path == line.path), None)
        return head + verb + (_conflict(merge.check, house, found) if found else "")
    path = _path(line)
    was, now = (_words(check, house, path) for check in (ours, merge.check))
    if line.verb is MergeVerb.MOVED or was == now:
        return head + verb
    return head + verb + changes_html((TextChange(place="", was=was, now=now),))


def _conflict(check: Check, house: House, conflict: MergeConflict) -> str:
    """Return both values of a conflict beside each other, whose they are, and which one stands."""
    texts = [
        told(value_words(check, house, conflict.path, side))
        for side in (conflict.kept, conflict.other)
    ]
    pieces = word_difference(texts[0][:_LONGEST], texts[1][:_LONGEST])
    sides = (
        (_tr("Stands after joining"), conflict.kept_who, conflict.kept_at, pieces[0], ONLY_THIS),
        (_tr("Is kept beside it"), conflict.other_who, conflict.other_at, pieces[1], ONLY_OTHER),
    )
    cells = []
    for title, who, at, side, sign in sides:
        by = ", ".join(filter(None, (who, moment(at.astimezone()))))
        words = marked(side, *sign)
        cells.append(
            f'<td width="50%" valign="top"><p><b>{escape(title)}</b><br>{escape(by)}</p>'
            f"<p>{words}</p></td>"
        )
    return f'<table width="100%" cellspacing="12"><tr>{"".join(cells)}</tr></table>'


def _path(line: MergeLine) -> str:
    field = line.field
    return line.path if not field or line.path.endswith(field) else f"{line.path}/{field}"


def _words(check: Check, house: House, path: str) -> str:
    plain = plain_at(plain_value(check), path)
    if plain is NO_VALUE:
        return ""
    text = canonical_json(plain).decode()
    return told(value_words(check, house, path, text))[:_LONGEST]


def _tr(text: str) -> str:
    return QCoreApplication.translate("merge_page", text)
