"""Proposals in the window: shown over the article, taken, replaced, set aside, opened again."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.core import change
from workbench.rules.proposal import (
    DATES,
    open_proposals,
    set_aside,
    with_proposal_taken,
    with_proposals_taken,
)
from workbench.ui.form import sentence_case
from workbench.ui.moment import read_date
from workbench.ui.proposal_wording import field_words, names_words, proposal_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.core.check import Check
    from workbench.core.date import DateValue
    from workbench.reading.inspection import Inspection
    from workbench.rules.proposal import OpenProposal
    from workbench.ui.article_pane import ArticlePane
    from workbench.ui.desk import Desk
    from workbench.ui.noticing import Noticing
    from workbench.ui.proposal_strip import ProposalStrip


class Proposing(QObject):
    """What is proposed for the sources of the desk's check, and what the person answers.

    Signals:
        proposed: what is proposed for some source has changed.
        answered: (what was taken or set aside, in words) so that the window can offer Undo.
        told: (words) a notice.
    """

    proposed = Signal()
    answered = Signal(str)
    told = Signal(str)

    def __init__(
        self, desk: Desk, noticing: Noticing, article: ArticlePane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.noticing = noticing
        self._article = article
        self._last: dict[str, tuple[str, Inspection]] = {}
        self._folded: set[str] = set()
        self.strip: ProposalStrip | None = None
        noticing.noticed.connect(self._on_noticed)
        desk.check_changed.connect(self._on_check_changed)
        article.source_chosen.connect(self._show)
        article.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._show()

    def inspection(self, source_id: str) -> Inspection | None:
        """Return what is noticed in a source; while it is read anew, what was noticed before."""
        found = self.noticing.of(source_id)
        version_id = self._desk.check.source(source_id).version.id
        if found is not None:
            self._last[source_id] = (version_id, found)
        known_version, known = self._last.get(source_id, ("", None))
        return known if known_version == version_id else None

    def of(self, source_id: str) -> tuple[OpenProposal, ...]:
        """Return what is proposed for a source and not answered yet."""
        return self._asked(source_id, aside=False)

    def set_aside_of(self, source_id: str) -> tuple[OpenProposal, ...]:
        """Return what was proposed for a source and set aside."""
        return self._asked(source_id, aside=True)

    def _asked(self, source_id: str, *, aside: bool) -> tuple[OpenProposal, ...]:
        check = self._desk.check
        inspection = self.inspection(source_id)
        if inspection is None:
            return ()
        source = check.source(source_id)
        return (set_aside if aside else open_proposals)(check, source, inspection)

    # -- what the person answers

    def take_all(self) -> None:
        """Take what the text on show states; what differs or is inferred is left and said."""
        source_id = self._article.source_id
        found = self.of(source_id) if source_id else ()
        taken = [proposal for proposal in found if proposal.goes_with_all]
        if taken:
            self.take(taken)
        elif found:
            self.told.emit(self.tr("What is proposed here is taken one by one."))
            self.begin()
        else:
            self.told.emit(self.tr("Nothing is proposed for this source."))

    def take(self, proposals: Iterable[OpenProposal]) -> None:
        """Take some proposals in one step."""
        taken = tuple(proposals)
        if not taken:
            return
        check, source_id = self._desk.check, taken[0].source_id
        words = proposal_words(check, taken[0]) if len(taken) == 1 else names_words(check, taken)
        self._desk.edit(
            self.tr("Take proposals"), lambda before: with_proposals_taken(before, taken)
        )
        left = names_words(check, [one for one in self.of(source_id) if not one.goes_with_all])
        if left and len(taken) > 1:
            told = self.tr("Taken: {words}. Left to you: {left}.")
            self.answered.emit(told.format(words=words, left=left))
        else:
            self.answered.emit(self.tr("Taken: {words}.").format(words=words))

    @Slot(object, str)
    def replace(self, proposal: OpenProposal, typed: str) -> None:
        """Write what the person typed in the place of what is proposed."""
        value: str | DateValue = " ".join(typed.split())
        if proposal.field in DATES:
            date = read_date(typed)
            if date is None:
                if self.strip is not None:
                    self.strip.refuse(
                        self.tr("Not read as a date. Write it as 7 July 2026 or 2026-07-07.")
                    )
                return
            value = date
        self._desk.edit(
            self.tr("Answer a proposal"),
            lambda before: with_proposal_taken(before, proposal, value),
        )
        name = sentence_case(field_words(proposal))
        words = " ".join(typed.split())
        self.answered.emit(self.tr("{name}: {words}.").format(name=name, words=words))

    def drop(self, proposal: OpenProposal) -> None:
        """Set a proposal aside."""
        words = proposal_words(self._desk.check, proposal)
        self._desk.edit(
            self.tr("Set a proposal aside"),
            lambda before: change.with_dismissal(before, proposal.key),
        )
        self.answered.emit(self.tr("Set aside: {words}.").format(words=words))

    def propose_again(self, source_id: str) -> None:
        """Open all that was set aside for a source."""

        def opened(before: Check) -> Check:
            for proposal in self.set_aside_of(source_id):
                before = change.without_dismissal(before, proposal.key)
            return before

        self._desk.edit(self.tr("Propose again"), opened)

    def begin(self) -> None:
        """Put the keyboard on the first proposal for the source on show."""
        if self.strip is not None and self.strip.isVisible():
            self._folded.discard(self._article.source_id)
            self.strip.begin()
        else:
            self.told.emit(self.tr("Nothing is proposed for this source."))

    # -- what is shown

    @Slot(str)
    def _on_noticed(self, _source_id: str) -> None:
        if self._desk.has_check:
            self._show()
            self.proposed.emit()

    @Slot(object, object)
    def _on_check_changed(self, old: Check | None, new: Check | None) -> None:
        if old is None:
            self._last.clear()
            self._folded.clear()
        if new is not None:
            self._show()

    @Slot()
    def _show(self, *_: object) -> None:
        source_id = self._article.source_id
        has_source = self._desk.has_check and any(
            source.id == source_id for source in self._desk.check.sources
        )
        found = self.of(source_id) if has_source else ()
        if self.strip is None:
            if not found:
                return
            self.strip = self._built_strip()
        self.strip.fold(source_id in self._folded)
        self.strip.show_proposals(self._desk.check, found)
        stops = [self._article.tabs, *self.strip.tab_stops(), self._article.view]
        for before, after in itertools.pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _built_strip(self) -> ProposalStrip:
        from workbench.ui.proposal_strip import ProposalStrip

        strip = ProposalStrip()
        strip.all_taken.connect(self.take_all)
        strip.taken.connect(lambda proposal: self.take((proposal,)))
        strip.replaced.connect(self.replace)
        strip.dropped.connect(self.drop)
        strip.left.connect(self._article.begin)
        strip.folded.connect(self._on_folded)
        self._article.put_over_text(strip)
        return strip

    def _on_folded(self, is_folded: bool) -> None:
        (self._folded.add if is_folded else self._folded.discard)(self._article.source_id)

    def _on_scrolled(self, place: int) -> None:
        """Make room when the person reads on; what is folded is opened by hand alone."""
        if place <= 0 or self.strip is None or self.strip.is_folded or not self.strip.isVisible():
            return
        if self.strip.hasFocus() or self._article.view.hasFocus() or self._article.underMouse():
            self._folded.add(self._article.source_id)
            self.strip.fold(True)
