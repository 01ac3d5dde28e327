"""CriticMarkup is read wherever it stands, and signs that are none stay."""

from __future__ import annotations

import time

import pytest

from workbench.core.returned import Edit
from workbench.intake.critic_markup import marked
from workbench.intake.review_markdown import read_markdown


def pieces(text):
    return [
        (piece.text, piece.edit.value)
        for line in read_markdown(text).lines
        for piece in line.pieces
        if piece.text
    ]


@pytest.mark.parametrize(
    ("text", "final", "original"),
    [
        ("a {++new ++}bridge", "a new bridge", "a bridge"),
        ("a {--long --}bridge", "a bridge", "a long bridge"),
        ("a {~~long~>short~~} bridge", "a short bridge", "a long bridge"),
        ("a **{++new ++}bridge**", "a new bridge", "a bridge"),
        ("a {++**new** ++}bridge", "a new bridge", "a bridge"),
        ("a {==bridge==}{>>which?<<}", "a bridge", "a bridge"),
        ("a {++bridge", "a {++bridge", "a {++bridge"),
        ("a {~~bridge~~}", "a {~~bridge~~}", "a {~~bridge~~}"),
    ],
)
def test_marks_become_what_was_and_what_is(text, final, original):
    (line,) = read_markdown(text).lines
    assert (line.final, line.original) == (final, original)


def test_an_insertion_may_hold_paragraphs():
    lines = read_markdown("One.{++\n\nTwo.\n\nThree.++}\n\nFour.").lines
    assert [line.final for line in lines] == ["One.", "Two.", "Three.", "Four."]
    assert [line.original for line in lines] == ["One.", "", "", "Four."]


def test_a_comment_may_be_signed_and_a_note_is_no_name():
    signed, plain = marked("x{>>Mara Voss: too long<<} y{>>Note: see above<<}").remarks
    assert (signed.who, signed.text) == ("Mara Voss", "too long")
    assert (plain.who, plain.text) == ("", "Note: see above")


def test_highlighted_words_carry_the_comment_behind_them():
    (line,) = read_markdown("The {==old bridge==}{>>which?<<} stays.").lines
    assert [piece.text for piece in line.pieces if piece.remarks] == ["old bridge"]


def test_private_signs_in_a_file_are_no_marks():
    assert pieces("a \ue0f0bridge\ue0f1")[0][1] == Edit.NONE


@pytest.mark.parametrize("opening", ["{++", "{--", "{~~", "{>>", "{=="])
def test_marks_that_never_close_take_no_time(opening):
    begin = time.perf_counter()
    marked(opening * 200_000)
    assert time.perf_counter() - begin < 5


def test_the_sign_between_two_lists_is_no_words():
    found = read_markdown("- one\n- two\n\n<!-- -->\n\n1. three\n").lines
    assert ["".join(piece.text for piece in line.pieces) for line in found] == [
        "one",
        "two",
        "three",
    ]
