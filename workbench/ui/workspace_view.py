"""The open check: header, article beside the editor, and the moves between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from workbench.ui.article_pane import ArticlePane
from workbench.ui.claim_pane import ClaimPane
from workbench.ui.header import Header
from workbench.ui.pane_share import PaneShare

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.claim import Stance
    from workbench.house.house import House
    from workbench.reading.inspection import Inspection
    from workbench.store.glance import Glance
    from workbench.ui.desk import Desk
    from workbench.ui.draft_pane import DraftPane
    from workbench.ui.evidence_sheet import EvidenceSheet
    from workbench.ui.posts_pane import PostsPane
    from workbench.ui.proposing import Proposing
    from workbench.ui.review_pane import ReviewPane
    from workbench.ui.source_pane import SourcePane

_ARTICLE_SHARE = 0.56


class WorkspaceView(QWidget):
    """Everything that shows one check; editor panes other than claims are made when first shown.

    Attributes:
        noticed: what is noticed in a source, by its id; None while it is not read.
        warns: whether a warning is shown before a stretch (claim id, source id, start, end) is
            tied to a claim with a stance; what the person answers is then tied by `attach_pending`.

    Signals:
        told: (words) a notice.
        removed: (words) a notice that offers Undo.
        copied: (network name, text) of a post.
        tab_shown: (tab name).
        renewal_asked: (source id) the person has a newer text of it.

    """

    told = Signal(str)
    removed = Signal(str)
    copied = Signal(str, str)
    tab_shown = Signal(str)
    renewal_asked = Signal(str)

    def __init__(
        self, desk: Desk, house: Callable[[], House], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._house = house
        self._keeps_selection = False
        self._pending: tuple[str, int, int] | None = None
        self._panes: dict[str, QWidget] = {}
        self.noticed: Callable[[str], Inspection | None] = lambda _: None
        self.proposing: Proposing | None = None
        self.warns: Callable[[str, str, int, int, Stance], bool] | None = None
        self.pane_makers: dict[str, Callable[[], QWidget]] = {}
        self.shows_event: Callable[[str], None] | None = None
        self.header = Header(desk)
        self.article = ArticlePane(desk)
        self.claims = ClaimPane(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.editor = QStackedWidget()
        self.editor.setObjectName("editor_area")
        self.editor.addWidget(self.claims)
        self._panes["claims"] = self.claims
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("main_splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.splitter.addWidget(self.article)
        self.splitter.addWidget(self.editor)
        self.splitter.setStretchFactor(0, 56)
        self.splitter.setStretchFactor(1, 44)
        self.splitter.setSizes([round(1000 * _ARTICLE_SHARE), round(1000 * (1 - _ARTICLE_SHARE))])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.splitter, 1)
        self.share = PaneShare(self.splitter, self.article, self.editor)
        self._sheet: EvidenceSheet | None = None
        self.header.show_tab("claims")

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self.show_tab)
        self.header.tab_pressed.connect(lambda: self.share.bring(self.editor))
        self.header.article_asked.connect(self.article.begin)
        self.share.single_changed.connect(self.header.offer_article)
        self.article.view.flashed.connect(lambda: self.share.lead_to(self.article.view))
        self.header.title.returnPressed.connect(self.article.begin)
        self.article.claim_asked.connect(self._on_claim_asked)
        self.article.evidence_asked.connect(self._on_evidence_asked)
        self.article.quote_asked.connect(self._on_quote_asked)
        self.article.passage_clicked.connect(self._on_passage_clicked)
        self.article.claim_clicked.connect(self.show_claim)
        self.article.source_chosen.connect(self._on_source_chosen)
        self.article.told.connect(self.told)
        self.claims.claim_chosen.connect(self.article.choose_claim)
        self.claims.passage_asked.connect(self.article.show_passage)
        self.claims.source_asked.connect(self.article.show_source)
        self.claims.removed.connect(self.removed)

    def attach(self, proposing: Proposing) -> None:
        """Let what is proposed for the sources be seen and answered here."""
        self.proposing = proposing
        proposing.told.connect(self.told)
        proposing.answered.connect(self.removed)
        if "sources" in self._panes:
            self.sources.attach(proposing)

    def show_glance(self, glance: Glance, claim_id: str, place: int) -> None:
        """Show a check at a glance, before its values are read."""
        self.header.show_glance(glance)
        self.article.show_glance(glance, place)
        self.claims.show_glance(glance, claim_id)

    @property
    def tab(self) -> str:
        """The editor tab in front."""
        return next(
            name for name, pane in self._panes.items() if pane is self.editor.currentWidget()
        )

    def show_tab(self, name: str) -> None:
        """Bring an editor tab to the front; raises KeyError for an unknown one."""
        self.editor.setCurrentWidget(self._pane(name))
        self.header.show_tab(name)
        self.share.bring(self.editor)
        self.tab_shown.emit(name)

    def enter_tab(self, name: str) -> None:
        """Bring an editor tab to the front and put the keyboard into it."""
        self.show_tab(name)
        if name == "claims":
            target = self.claims.list if self._desk.check.claims else self.claims
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name == "draft":
            self.draft.write_in(self.draft.last_part)
        elif name == "posts":
            self.posts.write_in()
        elif name in self.pane_makers:
            self._pane(name).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.sources.begin()

    @property
    def draft(self) -> DraftPane:
        """The draft pane; made when first asked for."""
        return self._pane("draft")  # type: ignore[return-value]

    @property
    def posts(self) -> PostsPane:
        """The posts pane; made when first asked for."""
        return self._pane("posts")  # type: ignore[return-value]

    @property
    def sources(self) -> SourcePane:
        """The source editor; made when first asked for."""
        return self._pane("sources")  # type: ignore[return-value]

    def make_pane(self, name: str) -> None:
        """Make a pane without bringing it to the front; raises KeyError for an unknown one."""
        self._pane(name)

    def add_pane(self, name: str, pane: QWidget) -> None:
        """Put in a pane that has no tab in the header."""
        self._panes[name] = pane
        self.editor.addWidget(pane)

    def _pane(self, name: str) -> QWidget:
        if name not in self._panes:
            pane = self._made_pane(name)
            self._panes[name] = pane
            self.editor.addWidget(pane)
        return self._panes[name]

    def _made_pane(self, name: str) -> QWidget:
        # imported here because a launch shows the claims, not these
        if name == "sources":
            from workbench.ui.source_pane import SourcePane

            source_pane = SourcePane(self._desk)
            source_pane.removed.connect(self.removed)
            source_pane.open_asked.connect(self.article.open_asked)
            source_pane.paste_asked.connect(self.article.paste_asked)
            source_pane.versions.version_asked.connect(self.article.show_version)
            source_pane.versions.renewal_asked.connect(self.renewal_asked)
            source_pane.versions.review_asked.connect(self.show_review)
            source_pane.show_source(self.article.source_id)
            source_pane.same_text.compare_asked.connect(self._on_compare_asked)
            source_pane.same_text.settled.connect(self.removed)
            if self.proposing is not None:
                source_pane.attach(self.proposing)
            return source_pane
        if name == "draft":
            from workbench.ui.draft_pane import DraftPane

            draft_pane = DraftPane(self._desk, self._house())
            draft_pane.removed.connect(self.removed)
            return draft_pane
        if name == "posts":
            from workbench.ui.posts_pane import PostsPane

            posts_pane = PostsPane(self._desk, self._house())
            posts_pane.copied.connect(self.copied)
            return posts_pane
        if name == "review":
            from workbench.ui.review_pane import ReviewPane

            review_pane = ReviewPane(self._desk)
            review_pane.removed.connect(self.removed)
            review_pane.shown.connect(self._on_review_place_shown)
            review_pane.selection_wanted.connect(self._on_selection_wanted)
            review_pane.closed.connect(lambda: self.enter_tab("claims"))
            return review_pane
        return self.pane_makers[name]()

    @Slot(str, str)
    def _on_compare_asked(self, first_id: str, second_id: str) -> None:
        from workbench.ui.same_text_sheet import SameTextSheet

        SameTextSheet.of(self.window()).compare(self._desk.check, first_id, second_id)

    def show_review(self) -> None:
        """Bring the quotes that a newer text left open to the front, beside the article."""
        pane: ReviewPane = self._pane("review")  # type: ignore[assignment]
        self.show_tab("review")
        start, end = self.article.view.selected_stretch()
        self._keeps_selection = start != end and not self.article.shows_older
        pane.begin()
        self._keeps_selection = False

    @Slot(str, str, int, int)
    def _on_review_place_shown(self, source_id: str, version_id: str, start: int, end: int) -> None:
        if not self._keeps_selection:  # the words that a quote is to be attached to
            self.article.show_version(source_id, version_id)
            self.article.view.flash(start, end)

    @Slot(str)
    def _on_selection_wanted(self, passage_id: str) -> None:
        """Attach an open quote to the words that are selected in the newest text of its source."""
        from workbench.ui import renewal_command

        passage = self._desk.check.passage(passage_id)
        start, end = self.article.view.selected_stretch()
        is_here = self.article.source_id == passage.source_id and not self.article.shows_older
        if is_here and self.article.view.text[start:end].strip():
            renewal_command.attach_quote(self._desk, passage_id, start, end)
            return
        self.article.show_version(passage.source_id)
        self.article.begin()
        self.told.emit(
            self.tr("Select the words in the article, then Ctrl+Alt+R and S attach the quote.")
        )

    def edit_anchor(self) -> None:
        """Go where the date stands by which the source's relative dates are told."""
        self.show_tab("sources")
        self.sources.edit_anchor()

    def show_claim(self, claim_id: str) -> None:
        """Bring a claim's form to the front."""
        self.show_tab("claims")
        self.claims.choose(claim_id)

    def step_claim(self, step: int) -> None:
        """Go to the next (1) or previous (-1) claim."""
        check = self._desk.check
        if not check.claims:
            return
        place = check.claim_number(self.claims.claim_id) - 1 if self.claims.claim_id else 0
        self.show_claim(check.claims[(place + step) % len(check.claims)].id)

    def new_claim(self) -> None:
        """Begin a claim in the person's own words."""
        self.show_tab("claims")
        self.claims.begin_claim()

    def restyle(self) -> None:
        """Take the colours of the current theme."""
        self.header.restyle()
        self.article.view.restyle()
        for pane in self._panes.values():
            restyle = getattr(pane, "restyle", None)
            if restyle is not None:
                restyle()

    @Slot(str, int, int)
    def _on_claim_asked(self, source_id: str, start: int, end: int) -> None:
        from workbench.ui import command

        source = self._desk.check.source(source_id)
        read = self.noticed(source_id)
        claim_id = command.new_claim_from(self._desk, source, start, end, read)
        self.article.view.clear_selection()
        self.show_claim(claim_id)
        self.claims.form.edit_supported()

    @Slot(str, int, int)
    def _on_evidence_asked(self, source_id: str, start: int, end: int) -> None:
        check = self._desk.check
        if not check.claims:
            self.told.emit(self.tr("There is no claim yet. Press C to make one of the selection."))
            return
        if self._sheet is None:
            from workbench.ui.evidence_sheet import EvidenceSheet

            self._sheet = EvidenceSheet(self.window())
            self._sheet.chosen.connect(self._on_evidence_chosen)
        self._pending = (source_id, start, end)
        words = check.source(source_id).version.text[start:end]
        self._sheet.ask(check, self.claims.claim_id, words)

    @Slot(str, object)
    def _on_evidence_chosen(self, claim_id: str, stance: Stance) -> None:
        if self._pending is None:
            return
        source_id, start, end = self._pending
        if self.warns is None or not self.warns(claim_id, source_id, start, end, stance):
            self.attach_pending(claim_id, stance)

    def attach_pending(self, claim_id: str, stance: Stance) -> None:
        """Tie the stretch that the person asked about to a claim."""
        if self._pending is None:
            return
        from workbench.ui import command

        source_id, start, end = self._pending
        self._pending = None
        source = self._desk.check.source(source_id)
        read = self.noticed(source_id)
        ref = command.add_passage_evidence(self._desk, claim_id, source, start, end, stance, read)
        self.article.view.clear_selection()
        self.show_claim(claim_id)
        number = self._desk.check.claim_number(claim_id)
        words = self.tr("Attached to claim {number}.").format(number=number)
        if said_by := self._said_by(claim_id, ref):
            words = self.tr("{words} Who says it, proposed from the text: {said_by}.").format(
                words=words, said_by=said_by
            )
        self.told.emit(words)

    def _said_by(self, claim_id: str, evidence_id: str) -> str:
        """Return who says a piece of evidence, in words; empty if nothing is noted."""
        from workbench.ui.wording import attribution_words

        evidence = self._desk.check.claim(claim_id).evidence
        return next(
            (attribution_words(one.attribution) for one in evidence if one.id == evidence_id), ""
        )

    @Slot(str, int, int)
    def _on_quote_asked(self, source_id: str, start: int, end: int) -> None:
        from workbench.publish.wording import source_name
        from workbench.ui import command

        check = self._desk.check
        source = check.source(source_id)
        name = source_name(source, check.sources.index(source) + 1)
        part = self.draft.part_key
        command.quote_in_draft(self._desk, part, source, start, end, name)
        self.article.view.clear_selection()
        self.show_tab("draft")
        self.draft.write_in(part)

    @Slot(str)
    def _on_passage_clicked(self, passage_id: str) -> None:
        check = self._desk.check
        owners = [claim.id for claim in check.claims if passage_id in claim.passage_ids]
        if not owners:
            events = [event.id for event in check.events if passage_id in event.passage_ids]
            if events and self.shows_event is not None:
                self.shows_event(events[0])
            return
        # a second click on a shared passage goes on to its next claim
        here = owners.index(self.claims.claim_id) if self.claims.claim_id in owners else -1
        self.show_claim(owners[(here + 1) % len(owners)])

    @Slot(str)
    def _on_source_chosen(self, source_id: str) -> None:
        if "sources" in self._panes:
            self.sources.show_source(source_id)
