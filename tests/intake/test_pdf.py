"""PDF files: words, paragraphs and columns as a reader sees them, or a sentence why not."""

import time

import pytest

from tests.made_file import HEADLINE, pdf, pdf_file, set_lines
from workbench.core.error import UserError
from workbench.intake.capture import Cancelled, capture_bytes, capture_file
from workbench.intake.markup_metadata import markup_metadata_of
from workbench.intake.pdf_page import Line, joined_pages

COLUMN = [
    "Governor Ines Lindqvist privately called Mayor Samuel Okafor last",
    "week to reopen talks on the Harbor Bridge, two people famil-",
    "iar with the call said. It was her first call in a year, and a well-",
    "known engineer was there.",
    "The mayor did not answer her. He has asked for the ferry crews to",
    "be kept on since March.",
]
JOINED = [
    "Governor Ines Lindqvist privately called Mayor Samuel Okafor last week to reopen talks on the"
    " Harbor Bridge, two people familiar with the call said. It was her first call in a year, and"
    " a well-known engineer was there.",
    "The mayor did not answer her. He has asked for the ferry crews to be kept on since March.",
]


def captured(data, name="a.pdf"):
    return capture_bytes(data, name)


def test_lines_become_paragraphs_and_parted_words_are_whole_again():
    capture = captured(pdf([[(72, 740, HEADLINE, 18), *set_lines(COLUMN)]]))

    assert capture.text.split("\n\n") == [HEADLINE, *JOINED]
    assert capture.media_type == "application/pdf"
    assert capture.note == ""


def test_columns_are_read_one_after_the_other():
    left, right = COLUMN[:4], COLUMN[4:]
    page = [*set_lines(left, left=40, top=700), *set_lines(right, left=330, top=700)]

    assert captured(pdf([page])).text.split("\n\n") == JOINED


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    first, second = set_lines(COLUMN[:2]), set_lines(COLUMN[2:])

    assert captured(pdf([first, second])).text.split("\n\n") == JOINED


def test_running_heads_and_page_numbers_are_left_out_and_that_is_said():
    heads = ["Roads", "Bridges", "Ferries", "Crews"]
    pages = [
        [
            (72, 770, "City of Port Maren, Annual Report"),
            *set_lines([heads[number], *COLUMN]),
            (300, 30, f"Page {number + 1} of 4"),
        ]
        for number in range(4)
    ]

    capture = captured(pdf(pages))

    assert "Annual Report" not in capture.text
    assert "Page" not in capture.text
    assert capture.text.count("Lindqvist") == 4
    assert capture.note == "Running heads and page numbers were left out."


def test_what_a_browser_prints_around_a_page_is_no_text_of_it_but_tells_the_address():
    page = [
        (30, 775, "7/10/26, 9:12 AM"),
        *set_lines(COLUMN),
        (30, 15, "https://northshore-herald.example/bridge 1/1"),
    ]

    capture = captured(pdf([page]))
    stated = markup_metadata_of(capture)

    assert "9:12" not in capture.text
    assert "https" not in capture.text
    assert stated.url.value == "https://northshore-herald.example/bridge"
    assert stated.url.certainty == "likely"
    assert stated.published is None


def test_lists_keep_their_items_apart():
    lines = ["The mayor asked for three things:", "• the crews", "• the cost", "1. a date"]

    assert captured(pdf([set_lines(lines)])).text.split("\n\n") == lines


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["a co\u00ad", "operation"], "a cooperation"),
        (["the cease\u00ad", "fire and no cease-fire"], "the cease-fire and no cease-fire"),
        (["the cease\u00ad", "fire and no ceasefire"], "the ceasefire and no ceasefire"),
        (["a Franco\u00ad", "German plan"], "a Franco-German plan"),
        (["a state\u00ad", "of\u00ad", "the art plan"], "a stateofthe art plan"),
        (["pages 3\u00ad", "17"], "pages 3-17"),
        (["the self\u00ad", "made man"], "the self-made man"),
        (["ends\u00ad"], "ends-"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(lines, words):
    page = [Line(each, 72, 300, 700 - 14 * at, 11) for at, each in enumerate(lines)]

    assert joined_pages([page]).text == words


def test_a_raised_number_stands_where_it_stood():
    page = [
        Line("He called her.", 72, 200, 700, 11),
        Line("1", 200.5, 204, 704, 7),
        Line(" She said so.", 206, 300, 700, 11),
    ]

    assert joined_pages([page]).text == "He called her.1 She said so."


def test_a_scan_without_text_is_told_in_a_sentence():
    with pytest.raises(UserError) as refusal:
        captured(pdf([[], []], scanned=True), "scan.pdf")

    assert refusal.value.message == (
        "“scan.pdf” has pictures of pages and no text in it: it was scanned or photographed."
        " Nothing was taken in."
    )
    assert "OCR" in refusal.value.hint


def test_a_page_without_text_among_others_is_told():
    capture = captured(pdf([set_lines(COLUMN), [], set_lines(COLUMN)]))

    assert capture.note == "Page 2 without text: blank, or a picture of a page."


def test_a_locked_file_is_told_in_a_sentence():
    locked = (
        b"/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<" + b"ab" * 32 + b">/U<" + b"cd" * 32 + b">>>"
        b"/ID[<00><00>]"
    )
    plain = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>"]

    with pytest.raises(UserError, match=r"“a\.pdf” is locked with a password"):
        captured(pdf_file(plain, locked))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n1 0 obj", b"%PDF-1.4\n" + b"\0\xff" * 500])
def test_a_broken_file_is_told_in_a_sentence(data):
    with pytest.raises(UserError, match=r"“a\.pdf” is damaged, or only part of it was saved"):
        captured(data)


def test_reading_can_be_cancelled(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([set_lines(COLUMN)] * 1500))
    calls = []

    def step(done, total):
        calls.append(done)
        if len(calls) > 4:
            raise Cancelled

    start = time.perf_counter()
    with pytest.raises(Cancelled):
        capture_file(path, step)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    ("title", "author", "proposed"),
    [
        (HEADLINE, "Ada Bell", (HEADLINE, "Ada Bell")),
        ("Microsoft Word - draft 3.docx", "abell", (None, None)),
        ("Another release", "Lena Voss", (None, None)),
    ],
)
def test_properties_are_proposed_where_the_text_bears_them_out(title, author, proposed):
    lines = ["By Ada Bell", *COLUMN]
    data = pdf([[(72, 740, HEADLINE, 18), *set_lines(lines)]], title=title, author=author)

    stated = markup_metadata_of(captured(data))

    assert (stated.title and stated.title.value, stated.byline and stated.byline.value) == proposed
    for found in (stated.title, stated.byline):
        assert found is None or (found.certainty == "likely" and "properties" in found.basis)
    assert stated.published is None
