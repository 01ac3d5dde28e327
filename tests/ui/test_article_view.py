from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication

from workbench.ui.article_view import ZOOM_STEPS, ArticleView
from workbench.ui.highlight import HighlightIndex, highlights_of
from workbench.ui.theme import current_theme


@pytest.fixture
def text(case):
    return case.sources[0].version.text


@pytest.fixture
def view(hands, text):
    made = ArticleView()
    made.show_article(text)
    hands.show(made, 900, 600)
    made.setFocus()
    return made


@pytest.fixture
def long_view(hands):
    made = ArticleView()
    made.show_article("\n\n".join(f"Line {n} of the register. It goes on." for n in range(200)))
    hands.show(made, 900, 600)
    made.setFocus()
    return made


def test_nothing_that_a_person_does_changes_the_article(view, hands):
    shown = view.toPlainText()
    QGuiApplication.clipboard().setText("planted")
    view.select(0, 6)
    hands.type(view, "xyz")
    for keys in ("Delete", "Backspace", "Ctrl+X", "Ctrl+V", "Return", "Ctrl+Z", "Shift+Insert"):
        hands.press(view, keys)
    data = QMimeData()
    data.setText("dropped")
    drop = QDropEvent(
        QPointF(60, 30),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), drop)
    assert view.toPlainText() == shown


WORDS = [
    "Okafor",
    "📞",
    "🌉🌉",
    "cafe\u0301",
    "הלוי",
    "Noor הלוי, heard",
    "Bridge\r\n\r\nAda",
    "shut",
]


@pytest.mark.parametrize("words", WORDS)
def test_a_selection_is_told_in_code_points_of_the_captured_text(qtbot, view, text, words):
    start = text.index(words)
    with qtbot.waitSignal(view.stretch_selected) as told:
        view.select(start, start + len(words))
    assert told.args == [start, start + len(words)]
    assert view.selected_stretch() == (start, start + len(words))


@pytest.mark.parametrize("words", WORDS)
def test_copying_gives_the_captured_characters(view, hands, text, words):
    start = text.index(words)
    view.select(start, start + len(words))
    hands.press(view, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == words


def test_selecting_word_by_word_from_the_keyboard_takes_whole_characters(view, hands, text):
    start = text.index("📞")
    view.select(start, start)
    for _ in range(3):
        hands.press(view, "Ctrl+Shift+Right")
    first, last = view.selected_stretch()
    assert text[first:last] == "📞 over the "


def test_all_of_it_can_be_selected(view, hands, text):
    hands.press(view, "Ctrl+A")
    assert view.selected_stretch() == (0, len(text))


def chosen(view):
    start, end = view.selected_stretch()
    return view.text[start:end]


def test_j_and_k_go_from_sentence_to_sentence(view, hands):
    read = []
    for keys in "JJJK":
        hands.press(view, keys)
        read.append(chosen(view).strip())
    assert read == [
        "Okafor phones Lindqvist 📞 over the Harbor Bridge",
        "Ada Okafor called Nils Lindqvist last week because the Harbor Bridge is shut, "
        "the Ledger reported.",
        "The bridge will not open again, she said.",
        "Ada Okafor called Nils Lindqvist last week because the Harbor Bridge is shut, "
        "the Ledger reported.",
    ]


def test_at_either_end_j_and_k_stay(view, hands):
    for _ in range(9):
        hands.press(view, "J")
    last = chosen(view)
    assert last.strip() == "A cafe\u0301 owner, Noor הלוי, heard of it on the radio 🌉🌉."
    for _ in range(9):
        hands.press(view, "K")
    assert chosen(view).startswith("Okafor phones")


def test_space_pages_down_and_shift_space_back(long_view, hands):
    bar = long_view.verticalScrollBar()
    hands.press(long_view, "Space")
    first = bar.value()
    assert 0 < first < bar.pageStep()
    hands.press(long_view, "Space")
    assert bar.value() == 2 * first
    hands.press(long_view, "Shift+Space")
    assert bar.value() == first


def test_zooming_the_article_leaves_the_interface_alone(qtbot, view):
    before = QApplication.font().pointSizeF()
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.zoom_by(2)
    assert told.args == [1.25]
    assert view.font().pointSizeF() == pytest.approx(15)
    assert QApplication.font().pointSizeF() == before


def test_zoom_stays_between_its_ends(view):
    view.zoom_by(99)
    assert view.zoom == ZOOM_STEPS[-1]
    view.zoom_by(-99)
    assert view.zoom == ZOOM_STEPS[0]
    view.set_zoom(1_000)
    assert view.zoom == ZOOM_STEPS[-1]


@pytest.mark.parametrize("width", [500, 900, 1_600])
def test_the_column_is_readable_at_every_width(view, width):
    view.resize(width, 600)
    QApplication.processEvents()
    column = view.viewport().width() - 2 * view.document().documentMargin()
    characters = column / view.fontMetrics().averageCharWidth()
    assert characters <= 74
    if width >= 900:
        assert characters >= 60
        left = view.viewport().x()
        right = view.width() - left - view.viewport().width()
        assert abs(left - right) <= 40
    assert view.viewport().geometry().right() <= view.width()


def box_of(view, words):
    """Return the middle of the first letter of some words, in the viewport."""
    cursor = QTextCursor(view.document())
    place = view.offsets.to_qt(view.text.index(words))
    cursor.setPosition(place)
    left = view.cursorRect(cursor)
    cursor.setPosition(place + 1)
    return left, view.cursorRect(cursor)


def has_color(view, words, color):
    """Return whether any pixel behind the first letter of some words has a color."""
    left, right = box_of(view, words)
    image = view.viewport().grab().toImage()
    return any(
        image.pixelColor(x, y).name() == color.name()
        for x in range(left.left() + 1, right.left())
        for y in range(left.top() + 1, left.bottom())
    )


def test_a_flashed_passage_is_in_view_lit_up_and_dark_again(qtbot, long_view):
    start = long_view.text.index("Line 150")
    long_view.flash(start, start + 8)
    tint = current_theme().color("accent_tint")
    assert has_color(long_view, "Line 150", tint)
    assert not has_color(long_view, "Line 151", tint)
    left, _ = box_of(long_view, "Line 150")
    assert 0 <= left.top() < long_view.viewport().height() / 2
    qtbot.waitUntil(lambda: not has_color(long_view, "Line 150", tint))


def test_a_flash_near_by_does_not_move_the_page(long_view):
    start = long_view.text.index("Line 5 ")
    long_view.flash(start, start + 4)
    assert long_view.verticalScrollBar().value() == 0


@pytest.fixture
def marked(view, case):
    version = case.sources[0].version
    view.show_highlights(highlights_of(case, version.id, view.offsets), case.claims[0].id)
    return view


def test_passages_are_tinted_and_other_words_are_not(marked):
    ground = marked.viewport().palette().base().color()

    def is_plain(words):
        left, right = box_of(marked, words)
        image = marked.viewport().grab().toImage()
        row = left.bottom() - 3
        return image.pixelColor(right.left() - 1, row).name() == ground.name()

    assert not is_plain("Ada Okafor called")
    assert not is_plain("the Harbor Bridge is shut")
    assert is_plain("Okafor phones")
    assert is_plain("she said")


def test_clicking_a_passage_tells_which_and_clicking_elsewhere_nothing(qtbot, hands, marked, case):
    told = []
    marked.passage_clicked.connect(told.append)
    for words in ("Nils Lindqvist last", "the Harbor Bridge is shut", "she said"):
        left, right = box_of(marked, words)
        place = left.center()
        place.setX((left.left() + right.left()) // 2)
        hands.click(marked.viewport(), place)
        assert not marked.textCursor().hasSelection()
    assert told == [case.passages[0].id, case.passages[1].id]


def test_another_article_starts_clean_at_its_beginning(marked):
    marked.show_article("Short.")
    assert marked.toPlainText() == "Short."
    assert list(marked.highlights) == list(HighlightIndex())
    assert marked.selected_stretch() == (0, 0)
