from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from workbench.ui.offset import OffsetMap, code_points, utf16_length

UNEVEN = ["\r\n", "\n", "\r", "\u2029", "\u2028", "🌉", "👩‍🚒", "e\u0301", "הלוי", "שָׁ"]
RESERVED = ["\0", "\ufdd0", "\ufdd1", "\ufffc"]
PLAIN = ["a", "Harbor", " ", "\t", "\u00a0", "\x0b", "\x0c", "\x85", "—"]
LONG = ["Okafor called Lindqvist about the bridge. " * 3 + "🌉"]

texts = st.lists(st.sampled_from([*UNEVEN, *RESERVED, *PLAIN, *LONG]), max_size=24).map("".join)


def is_middle_of_crlf(text, point):
    return text[point : point + 1] == "\n" and text[point - 1 : point] == "\r"


def held_by_qt(document, start, end):
    """Return what a document holds between two positions, its marks for a paragraph included."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def as_qt_holds(text):
    """Return a captured text as a Qt document holds it, straight from Qt's description."""
    text = text.replace("\r\n", "\u2029").replace("\n", "\u2029").replace("\r", "\u2029")
    for char in RESERVED:
        text = text.replace(char, "\ufffd")
    return text


def unspaced(text):
    """Return what Qt holds with the blank lines taken out that are shown between paragraphs."""
    return text.replace("\u2029\u2029", "\u2029")


@given(texts)
def test_every_character_is_where_the_document_has_it(text):
    offsets = OffsetMap(text)
    document = QTextDocument()
    document.setPlainText(offsets.shown)
    assert document.characterCount() - 1 == offsets.to_qt(len(text))
    spaced = len(held_by_qt(document, 0, offsets.to_qt(len(text)))) != len(as_qt_holds(text))
    for point in range(len(text)):
        if is_middle_of_crlf(text, point):
            continue
        end = point + (2 if is_middle_of_crlf(text, point + 1) else 1)
        held = held_by_qt(document, offsets.to_qt(point), offsets.to_qt(end))
        assert (unspaced(held) if spaced else held) == as_qt_holds(text[point:end])


@given(texts)
def test_there_and_back_is_the_same_place(text):
    offsets = OffsetMap(text)
    for point in range(len(text) + 1):
        if not is_middle_of_crlf(text, point):
            assert offsets.to_code_point(offsets.to_qt(point)) == point


@given(texts)
def test_every_position_of_qt_is_a_place_in_the_text_and_they_keep_their_order(text):
    offsets = OffsetMap(text)
    document = QTextDocument()
    document.setPlainText(offsets.shown)
    points = [offsets.to_code_point(place) for place in range(document.characterCount())]
    assert points == sorted(points)
    assert points[0] == 0
    assert points[-1] == len(text)
    assert not any(is_middle_of_crlf(text, point) for point in points)


@given(texts, st.integers(-5, 5), st.integers(-5, 5))
def test_places_outside_are_moved_to_the_nearest_end(text, before, after):
    offsets = OffsetMap(text)
    assert offsets.to_qt(-1 - abs(before)) == 0
    assert offsets.to_code_point(-1 - abs(before)) == 0
    assert offsets.to_qt(len(text) + abs(after)) == offsets.to_qt(len(text))
    assert offsets.to_code_point(offsets.to_qt(len(text)) + abs(after)) == len(text)


def test_inside_a_surrogate_pair_is_the_character_itself():
    offsets = OffsetMap("a🌉b")
    assert [offsets.to_code_point(place) for place in range(5)] == [0, 1, 1, 2, 3]


LONG_LINES = [f"Paragraph {number}: {'the bridge is shut, ' * 6}🌉" for number in range(4)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_long_paragraphs_without_blank_lines_are_shown_with_them(end):
    text = end.join(LONG_LINES)
    offsets = OffsetMap(text)
    assert offsets.shown == "\n\n".join(LONG_LINES)
    for line in LONG_LINES:
        start = text.index(line)
        shown = offsets.shown.encode("utf-16-le")
        place = 2 * offsets.to_qt(start)
        assert shown[place:].decode("utf-16-le").startswith(line)


@pytest.mark.parametrize(
    "text", ["short\nlines\nof a poem", "\n\n".join(LONG_LINES), "one long line " * 20]
)
def test_other_texts_are_shown_line_by_line_as_captured(text):
    assert OffsetMap(text).shown == text


@given(texts)
def test_lengths_are_those_of_utf_16(text):
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2
    for point in range(len(text) + 1):
        assert code_points(text, utf16_length(text[:point])) == point


def test_between_the_two_lines_that_a_crlf_is_shown_as_is_its_start():
    line = (
        "Okafor called Lindqvist about the bridge, and then he called her about it once more. " * 2
    )
    text = f"{line}\r\n{line}\r\n{line}"
    offsets = OffsetMap(text)
    start = offsets.to_qt(len(line))
    assert offsets.shown[start : start + 2] == "\n\n"
    assert offsets.to_code_point(start) == len(line)
    assert offsets.to_code_point(start + 1) == len(line)
    assert offsets.to_code_point(start + 2) == len(line) + 2
