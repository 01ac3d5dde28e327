"""What the entries of the timeline say: sources, passages, warnings and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from workbench.rules.account import AccountKind
from workbench.rules.conflict import Matter
from workbench.ui.event_form import quote_words
from workbench.ui.event_wording import (
    MATTER_WORDS,
    arrow_words,
    basis_words,
    differs_words,
    moment_words,
    names_of,
)
from workbench.ui.form import link_button, tell_apart
from workbench.ui.status_word import status_words
from workbench.ui.timeline_row import TimelineRow
from workbench.ui.wording import source_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.rules.account import Telling
    from workbench.rules.conflict import Conflict
    from workbench.rules.happening import Happening
    from workbench.rules.look_alike import LookAlike
    from workbench.rules.timeline import Publication
    from workbench.ui.event_watch import EventWatch

_SHOWN = 2
"""Passages of one entry that are shown with their words; the others are counted."""


def tr(text: str) -> str:
    """Return words of the timeline in the person's language."""
    return QCoreApplication.translate("timeline", text)


class TimelineWriter:
    """Makes the rows of a timeline; `asked` hears of the links in them."""

    def __init__(
        self, check: Check, watch: EventWatch, asked: Callable[[str, object], None]
    ) -> None:
        self._check = check
        self._watch = watch
        self._asked = asked

    def publication_row(self, entry: Publication) -> TimelineRow:
        """Return the row of something that appeared; it is no event."""
        if entry.source_id:
            ids = [source.id for source in self._check.sources]
            source = self._check.source(entry.source_id)
            name = source_name(source, ids.index(source.id) + 1)
        else:
            name = tr("{name}, not in hand").format(name=entry.name)
        words = tr("Changed: {name}") if entry.is_update else tr("Published: {name}")
        key = f"publication:{entry.source_id}:{entry.name}:{entry.when.value}"
        row = TimelineRow(key, "publication", entry.when)
        row.say(words.format(name=name), "muted")
        row.setAccessibleName(f"{moment_words(entry.when)}: {words.format(name=name)}")
        return row

    def event_row(self, event: Happening, *, is_edited: bool = False) -> TimelineRow:
        """Return the row of an event, with what is known of it and what can be done.

        While it is edited, its form under it shows the passages and what can be done.
        """
        taken = event.refs(AccountKind.EVENT)
        claims = event.refs(AccountKind.CLAIM)
        form = "taken" if taken else "claimed" if claims else "noticed"
        key = f"event:{taken[0]}" if taken else f"{event.key}:{_place_of(event)}"
        row = TimelineRow(key, form, event.when)
        words = arrow_words(event.what)
        what = f"{moment_words(event.when)}: {words}"
        row.say(words, "muted" if form == "noticed" else "strong")
        state = self._state(form, claims)
        if state:
            row.say(state, "fine")
        if not is_edited:
            self._say_passages(row, event)
        for one in self._watch.look_alikes_of(event):
            self._warn(row, one, what)
        for dispute in self._watch.conflicts_of(event):
            self._tell_conflict(row, dispute)
        if not is_edited:
            row.offer(_links(form), what)
        row.setAccessibleName(
            ", ".join(
                filter(None, (moment_words(event.when), basis_words(event.when), words, state))
            )
        )
        return row

    def _state(self, form: str, claims: tuple[str, ...]) -> str:
        if form == "noticed":
            return tr("Noticed in the text, not taken yet")
        told = [
            tr("claim {number}, {status}").format(
                number=self._check.claim_number(ref),
                status=status_words(self._check.claim(ref).status).lower(),
            )
            for ref in claims
        ]
        if not told:
            return ""
        words = "; ".join(told)
        return words[:1].upper() + words[1:]

    def _say_passages(self, row: TimelineRow, event: Happening) -> None:
        for telling in event.tellings[:_SHOWN]:
            self._say_passage(row, telling)
        rest = event.tellings[_SHOWN:]
        if rest:
            names = names_of(self._check, dict.fromkeys(one.source_id for one in rest))
            row.say(tr("Also told by {names}").format(names=names), "fine")

    def _say_passage(self, row: TimelineRow, telling: Telling) -> None:
        name = names_of(self._check, (telling.source_id,))
        label = QLabel(f"{name}: {quote_words(telling.text, 120)}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        show = link_button(tr("Show"), "timeline_show")
        tell_apart(show, label.text())
        show.clicked.connect(lambda: self._asked("show", telling))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(label, 1)
        line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        row.content.addLayout(line)

    def _warn(self, row: TimelineRow, one: LookAlike, what: str) -> None:
        number = self._check.claim_number(one.claim_id)
        words = tr("≠ Not the event of claim {number}. {difference}").format(
            number=number, difference=differs_words(one)
        )
        label = QLabel(words)
        label.setObjectName("timeline_look_alike")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "fine" if one.is_settled else "warning")
        compare = link_button(tr("Compare"), "timeline_compare")
        tell_apart(compare, tr("claim {n}, {what}").format(n=number, what=what))
        compare.clicked.connect(lambda: self._asked("compare", (one.claim_id, one.key)))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(label, 1)
        line.addWidget(compare, 0, Qt.AlignmentFlag.AlignTop)
        row.content.addLayout(line)

    def _tell_conflict(self, row: TimelineRow, dispute: Conflict) -> None:
        sides = []
        for number, side in enumerate(dispute.sides):
            names = names_of(self._check, dict.fromkeys(one.source_id for one in side.tellings))
            words = f"“{side.words}”"
            if dispute.about is Matter.DATE:
                words = moment_words(dispute.events[number].when)
            elif dispute.about is Matter.DIRECTION:
                words = arrow_words(dispute.events[number].what)
            sides.append(f"{names}: {words}")
        label = QLabel(
            tr("Sources disagree about {what}. {sides}").format(
                what=MATTER_WORDS[dispute.about], sides="; ".join(sides)
            )
        )
        label.setObjectName("timeline_conflict")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "warning")
        aside = link_button(tr("Settled"), "conflict_aside")
        aside.setToolTip(tr("You know which it is: do not show this conflict again"))
        aside.setAccessibleName(tr("Settled: do not show this conflict again"))
        aside.clicked.connect(lambda: self._asked("settle", dispute.key))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(label, 1)
        line.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
        row.content.addLayout(line)


def _links(form: str) -> list[tuple[str, str, str]]:
    if form == "taken":
        return [
            ("timeline_edit", tr("Change"), "main"),
            ("timeline_remove", tr("Remove"), "away"),
        ]
    if form == "claimed":
        return [("timeline_take", tr("Make it an event"), "main")]
    return [("timeline_take", tr("Take"), "main"), ("timeline_aside", tr("Set aside"), "away")]


def _place_of(event: Happening) -> str:
    telling = event.tellings[0] if event.tellings else None
    return f"{telling.version_id}:{telling.start}" if telling else ""
