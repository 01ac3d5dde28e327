"""Reading with help: what is noticed is shown and listed, what is no article is kept out."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.core.claim import AttributionKind
from workbench.core.date import DateBasis
from workbench.core.source import SpanType
from workbench.ui import setting
from workbench.ui.aid import AidKind
from workbench.ui.theme import Scheme, theme_for

ARTICLE = (
    "Home > Politics > Harbor Bridge\n\n"
    "Mayor called the governor\n\n"
    "By Mara Voss\nJuly 3, 2026\n\n"
    "Mayor Samuel Okafor called Governor Ines Lindqvist on Wednesday, two people familiar with the"
    " call said.\n\n"
    "Photo: The governor at the crane. (Noor Hale/Northshore Herald)\n\n"
    "“We will talk again,” Lindqvist told reporters. The deal is reportedly off.\n\n"
    "© 2026 Northshore Herald. All rights reserved.\n"
)
SWEDISH = (
    "Borgmästaren ringde\n\nBorgmästaren sade att bron är stängd och att den inte ska öppnas"
    " igen. Det var en lång natt för alla som bor vid hamnen, men det är inte slut än för oss.\n"
)


@pytest.fixture
def bring(window, qtbot, tmp_path):
    """A function that brings a text in as a source and waits until it is read."""

    def brought(text, name="article.txt"):
        file = tmp_path / name
        file.write_bytes(text.encode())
        before = len(window.desk.check.sources)
        window.reception.take_files([file])
        qtbot.waitUntil(lambda: len(window.desk.check.sources) > before, timeout=60_000)
        source = window.desk.check.sources[-1]
        window.workspace.article.show_source(source.id)
        qtbot.waitUntil(lambda: window.noticing.of(source.id) is not None, timeout=60_000)
        window.workspace.article.begin()
        return source.id

    return brought


@pytest.fixture
def article(window, bring):
    """The article pane with the made-up article in front and the keyboard in it."""
    bring(ARTICLE)
    return window.workspace.article


def select(article, words):
    start = article.view.text.index(words)
    article.view.select(start, start + len(words))


def selected(article):
    return article.view.text[slice(*article.view.selected_stretch())]


def kinds_told(window):
    return {
        (window.workspace.article.view.text[span.start : span.end], span.type)
        for span in window.workspace.article.view.spans
    }


def test_what_is_not_the_article_is_kept_with_the_text_and_greyed(window, article):
    stored = window.desk.check.sources[-1].version.spans
    assert {span.type for span in stored} == {
        SpanType.CHROME, SpanType.METADATA, SpanType.CAPTION, SpanType.RIGHTS_NOTICE,
    }  # fmt: skip
    block = article.view.document().firstBlock()
    (look,) = block.layout().formats()
    assert look.format.fontItalic()
    assert look.length == len("Home > Politics > Harbor Bridge")


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
@pytest.mark.parametrize("ground", ["panel", "raised"])
def test_grey_words_can_be_read(scheme, ground):
    theme = theme_for(scheme)
    assert contrast(theme.color("muted"), theme.color(ground)) >= 4.5


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 counts it."""

    def light(color: QColor) -> float:
        parts = []
        for part in (color.redF(), color.greenF(), color.blueF()):
            parts.append(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_reading_by_sentence_passes_over_what_is_not_the_article(article, hands):
    walked = []
    for _ in range(5):
        hands.tap("J")
        walked.append(selected(article))
    assert walked[0] == "Mayor called the governor"
    assert walked[1].startswith("Mayor Samuel Okafor called")
    assert walked[2].startswith("“We will talk again,”")
    assert walked[3] == "The deal is reportedly off."
    assert walked[4] == walked[3]
    hands.tap("K")
    hands.tap("K")
    assert selected(article).startswith("Mayor Samuel Okafor called")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("E", "This is a caption. A caption is no evidence."),
        ("C", "This is a caption. A caption is no claim of the article."),
        ("Q", "This is a caption. A caption is not quoted."),
    ],
)
def test_a_caption_does_not_become_a_claim_evidence_or_a_quote(window, article, hands, key, words):
    before = window.desk.check
    select(article, "The governor at the crane.")
    hands.tap(key)
    assert window.desk.check is before
    assert window.notices.text == f"{words} Press S to say that it is part of the text."
    assert QApplication.focusWidget() is article.view


def test_of_a_selection_partly_in_a_notice_the_article_is_offered(window, article, hands):
    before = window.desk.check
    select(article, "The deal is reportedly off.\n\n© 2026 Northshore")
    hands.tap("C")
    assert window.desk.check is before
    assert "Part of the selection is a rights notice" in window.notices.text
    assert selected(article) == "The deal is reportedly off."
    hands.tap("C")
    assert window.desk.check.claims[-1].as_circulated == "The deal is reportedly off."


def test_a_headline_becomes_a_claim_but_no_evidence(window, article, hands):
    select(article, "Mayor called the governor")
    hands.tap("E")
    assert window.notices.text.startswith("This is the headline.")
    count = len(window.desk.check.claims)
    article.begin()
    hands.tap("C")
    assert len(window.desk.check.claims) == count + 1


def test_a_person_says_what_a_stretch_is_and_takes_it_back(window, article, hands, qtbot):
    before = window.desk.check
    select(article, "Photo: The governor at the crane. (Noor Hale/Northshore Herald)")
    hands.tap("S")
    chooser = hands.find(window, "span_chooser")
    assert chooser.isVisible()
    hands.tap("T")
    assert not chooser.isVisible()
    assert QApplication.focusWidget() is article.view
    assert window.notices.text == "This is the text of the article now."
    assert not any(kind is SpanType.CAPTION for _, kind in kinds_told(window))
    hands.tap("C")  # what is the article's can be a claim
    assert window.desk.check.claims[-1].as_circulated.startswith("Photo: The governor")
    hands.tap("Ctrl+Z")
    hands.tap("Ctrl+Z")
    assert window.desk.check == before
    assert any(kind is SpanType.CAPTION for _, kind in kinds_told(window))
    qtbot.waitUntil(lambda: not window.noticing.is_busy)


def test_what_stands_in_page_furniture_is_not_noticed_any_more(window, article, hands, qtbot):
    said = "“We will talk again,” Lindqvist told reporters."
    assert any(aid.kind is AidKind.QUOTATION for aid in window.aids.index.all)
    select(article, said)
    hands.tap("S", "P")
    qtbot.waitUntil(lambda: not any(aid.kind is AidKind.QUOTATION for aid in window.aids.index.all))


def test_the_chooser_goes_by_arrows_and_leaves_with_escape(window, article, hands):
    before = window.desk.check
    select(article, "The deal is reportedly off.")
    hands.tap("Ctrl+Alt+S")
    assert QApplication.focusWidget().objectName() == "span_body"
    hands.tap("Down", "Down", "Up")
    assert QApplication.focusWidget().objectName() == "span_chrome"
    hands.tap("Escape")
    assert QApplication.focusWidget() is article.view
    assert window.desk.check is before
    hands.tap("S", "Down", "Down", "Down", "Space")
    assert ("The deal is reportedly off.", SpanType.CAPTION) in kinds_told(window)


def test_without_a_selection_the_line_at_the_cursor_is_meant(window, article, hands):
    article.view.select(0, 0)
    hands.tap("S")
    assert selected(article) == "Home > Politics > Harbor Bridge"
    hands.tap("M")
    assert ("Home > Politics > Harbor Bridge", SpanType.METADATA) in kinds_told(window)


def test_the_line_below_says_what_stands_at_the_cursor(window, article):
    def told(words, at=0):
        place = article.view.text.index(words) + at
        article.view.select(place, place)
        return window.aids.line.words

    assert told("two people familiar", 3) == (
        "Attributed to two people familiar with the call (anonymous, 2)"
    )
    assert told("We will talk", 2) == "Said by Ines Lindqvist"
    assert told("reportedly", 2) == "A hedge: “reportedly” holds back"
    assert told("Wednesday", 2).startswith("“Wednesday” = 1 July 2026, inferred from the date of")
    assert told("crane") == "This is a caption: it is not quoted and not counted. S says otherwise."
    assert told("The deal", 1).endswith("Ctrl+Alt+M lists them")


def test_a_date_without_an_anchor_is_unresolved_and_says_so(window, bring, hands):
    bring("Okafor called Lindqvist on Saturday, and nobody was told about it at all that day.\n")
    view = window.workspace.article.view
    place = view.text.index("Saturday") + 1
    view.select(place, place)
    assert window.aids.line.words == "“Saturday” is unresolved: Ctrl+Alt+D sets its anchor date"


def test_the_pointer_is_told_too(window, article):
    view = article.view
    view.select(0, 0)
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.to_qt(view.text.index("reportedly") + 3))
    at = view.cursorRect(cursor).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "A hedge: “reportedly” holds back"
    far = QPoint(view.viewport().width() - 2, view.viewport().height() - 2)
    assert window.aids.words_under(far) == ""


def painted(view):
    return view.viewport().grab(QRect(0, 0, 400, 300)).toImage()


def test_underlines_can_be_switched_off_and_stay_off(window, article, hands, settings):
    article.view.select(0, 0)
    article.view.viewport().setFocus()
    window.workspace.claims.list.setFocus()
    lined = painted(article.view)
    hands.tap("Ctrl+Alt+U")
    plain = painted(article.view)
    assert plain != lined
    assert settings.get(setting.AIDS) is False
    hands.tap("Ctrl+Alt+U")
    assert painted(article.view) == lined
    assert settings.get(setting.AIDS) is True


def test_the_list_is_filtered_by_typing_and_jumps(window, article, hands):
    article.view.select(0, 0)
    hands.tap("Ctrl+Alt+M")
    pane = hands.find(window, "aid_pane")
    assert pane.isVisible()
    rows = pane.list.aids
    headings = [
        rows.index(row).data()
        for row in range(rows.rowCount())
        if rows.index(row).flags() == rows.index(row).flags().NoItemFlags
    ]
    assert [heading.split("  ")[0] for heading in headings] == [
        "Dates", "Who says it", "Quotations", "Hedges", "Events", "Not the article",
    ]  # fmt: skip
    hands.write("anonymous 2")
    assert rows.count == 1
    hands.tap("Return")
    assert selected(article) == "two people familiar with the call said"
    hands.tap("Escape")
    assert not pane.isVisible()
    assert window.workspace.tab == "claims"
    assert QApplication.focusWidget() is article.view


def test_from_a_place_in_the_list_alt_left_comes_back(window, bring, hands):
    bring(ARTICLE.replace("\n\n©", "\n\nThe register has many lines.\n" * 120 + "\n\n©"))
    article = window.workspace.article
    bar = article.view.verticalScrollBar()
    assert bar.value() == 0
    hands.tap("Ctrl+Alt+M")
    hands.write("rights")
    hands.tap("Down", "Up", "Return")
    assert bar.value() > 0
    hands.tap("Alt+Left")
    assert bar.value() == 0


def test_the_list_teaches_where_nothing_is_noticed(window, bring, hands, seen):
    bring("The bridge is shut.\n\nIt is a long bridge.\n")
    hands.tap("Ctrl+Alt+M")
    pane = hands.find(window, "aid_pane")
    words = [seen(label) for label in pane.findChildren(type(window.aids.note).__mro__[1])]
    assert any(line.startswith("Nothing is noticed in this text.") for line in words)
    hands.tap("Escape")
    assert QApplication.focusWidget() is window.workspace.article.view


def test_another_language_says_what_there_is_no_help_with(window, bring, hands):
    bring(SWEDISH)
    words = "Help with who says what is not available for Swedish yet; everything else works."
    assert window.aids.note.isVisible()
    assert window.aids.note.text() == words
    window.workspace.article.step_source(1)
    assert not window.aids.note.isVisible()


def test_evidence_brings_along_who_says_it_until_the_person_agrees(window, article, hands, seen):
    select(article, "Mayor Samuel Okafor called Governor Ines Lindqvist on Wednesday")
    hands.tap("E")
    hands.tap("2")
    assert window.notices.text == (
        "Attached to claim 2. Who says it, proposed from the text: "
        "two people familiar with the call, not named."
    )
    evidence = window.desk.check.claims[1].evidence[-1]
    assert evidence.attribution.kind is AttributionKind.ANONYMOUS
    assert (evidence.attribution.count, evidence.attribution.descriptor) == (
        2, "people familiar with the call",
    )  # fmt: skip
    row = hands.find(window, f"evidence_{evidence.id}")
    agree = hands.find(row, "evidence_agree")
    assert agree.isVisible()
    label = type(window.aids.note).__mro__[1]
    told = "proposed from the text: two people familiar with the call, not named"
    assert any(told in seen(one) for one in row.findChildren(label))
    agree.click()
    assert not agree.isVisible()
    assert not any(told in seen(one) for one in row.findChildren(label))
    hands.tap("Ctrl+Z")
    assert agree.isVisible()
    hands.tap("Ctrl+Z")
    assert evidence not in window.desk.check.claims[1].evidence


def test_a_claim_brings_along_who_did_what_and_when(window, article, hands):
    select(article, "Okafor called Governor Ines Lindqvist on Wednesday")
    hands.tap("C")
    action = window.desk.check.claims[-1].action
    assert (action.actor, action.action, action.recipient) == (
        "Samuel Okafor", "call", "Ines Lindqvist",
    )  # fmt: skip
    assert action.when.value == "2026-07-01"
    assert action.when.basis is DateBasis.INFERRED


def test_a_long_article_stays_quick(window, bring):
    many = ARTICLE.replace("\n\n©", "\n\n“We talk,” Okafor said, reportedly on Monday." * 5_000)
    bring(many)
    view = window.workspace.article.view
    view.viewport().grab()
    begun = time.process_time()
    bar = view.verticalScrollBar()
    for step in range(20):
        bar.setValue(step * bar.maximum() // 20)
        view.viewport().grab()
    assert time.process_time() - begun < 2
