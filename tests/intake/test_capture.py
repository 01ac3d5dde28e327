"""What was brought in is kept as it was: every byte, every character, every line end."""

import hashlib
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.error import UserError
from workbench.core.source import SourceType
from workbench.intake.capture import (
    Cancelled,
    capture_bytes,
    capture_file,
    capture_paste,
    source_from,
)

TEXT = "Harbor Bridge 🌉\r\n\r\n“No deal,” he said. Nu\u0303n\u0303ez — הסכם\rold\nend \u2028x "


@pytest.mark.parametrize("name", ["a.txt", "a.md", "note"])
def test_a_text_file_is_kept_character_by_character(tmp_path: Path, name: str) -> None:
    data = TEXT.encode()
    (tmp_path / name).write_bytes(data)

    capture = capture_file(tmp_path / name)

    assert capture.text == TEXT
    assert capture.data == data
    assert capture.sha256 == hashlib.sha256(data).hexdigest()
    assert capture.name_hint == name
    assert capture.media_type == ("text/markdown" if name == "a.md" else "text/plain")
    assert (capture.title_hint, capture.note) == ("", "")


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_comes_through_unchanged(text: str) -> None:
    try:
        capture = capture_bytes(text.encode(), "a.txt")
    except UserError as refusal:
        assert "looks like a file that is no text" in refusal.message  # noqa: PT017
        assert any(ord(char) < 32 or char == "\x7f" for char in text)
    else:
        assert capture.text == text.removeprefix("\ufeff")


def test_a_byte_order_mark_is_not_part_of_the_text_but_of_the_original() -> None:
    capture = capture_bytes(b"\xef\xbb\xbfNo deal.", "a.txt")

    assert capture.text == "No deal."
    assert capture.data == b"\xef\xbb\xbfNo deal."


def test_a_saved_page_becomes_its_article_and_keeps_its_bytes() -> None:
    html = "<meta charset=windows-1252><title>Café deal</title><h1>Café deal</h1>" + (
        "<p>The mayor’s office declined to describe the conversation at the café.</p>" * 4
    )
    data = html.encode("cp1252")

    capture = capture_bytes(data, "page.html")

    assert capture.text.startswith("Café deal\n\nThe mayor’s office declined")
    assert capture.title_hint == "Café deal"
    assert (capture.data, capture.media_type) == (data, "text/html")


def test_a_page_is_read_in_its_own_encoding() -> None:
    html = "<meta charset=windows-1251><title>Т</title><p>Губернатор позвонила мэру.</p>"

    capture = capture_bytes(html.encode("cp1251"), "page.html")

    assert "Губернатор позвонила мэру." in capture.text


def test_a_page_under_a_text_name_is_read_as_the_page_it_is() -> None:
    capture = capture_bytes(b"<!DOCTYPE html><title>T</title><p>No deal.</p>", "page.txt")

    assert (capture.text, capture.media_type) == ("No deal.", "text/html")


def test_how_a_text_was_read_is_said_where_it_is_not_plain() -> None:
    data = "The mayor’s office said that it was not for the city to say.".encode("cp1252")

    assert capture_bytes(data, "a.txt").note.startswith("Read as Windows-1252")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "“a.txt” is empty. Nothing was taken in."),
        (b" \r\n\t ", "“a.txt” holds nothing but spaces and line ends. Nothing was taken in."),
        (b"\xef\xbb\xbf", "“a.txt” is empty. Nothing was taken in."),
        ("\u2003\u00a0\n".encode(), "“a.txt” holds nothing but spaces and line ends."),
        (b"x" * 20_000_001, "“a.txt” is too large to bring in: 21 MB, where 20 MB is the limit."),
        (b"GIF89a", "“a.txt” looks like a picture (GIF). Nothing was taken in."),
    ],
)
def test_what_cannot_be_brought_in_ends_in_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(UserError) as refusal:
        capture_bytes(data, "a.txt")

    assert refusal.value.message.startswith(message)
    assert refusal.value.hint


def test_bringing_in_can_be_cancelled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"No deal. " * 200_000)
    steps: list[int] = []

    def step(done: int, total: int) -> None:
        steps.append(done)
        if done > total / 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        capture_file(tmp_path / "a.txt", step)
    assert 1 < len(steps) < 8


def test_a_plain_paste_is_kept_as_it_is() -> None:
    capture = capture_paste(TEXT)

    assert (capture.text, capture.data) == (TEXT, TEXT.encode())
    assert (capture.media_type, capture.name_hint) == ("text/plain", "")


def test_a_rich_paste_keeps_paragraphs_and_the_words_of_links() -> None:
    html = (
        "<meta charset='utf-8'><style>p {}</style><h1>Talks resume</h1><p>The <a href='x'>governor"
        "</a> called.<br>Twice.</p><ul><li>No <b>deal</b></li></ul><script>alert(1)</script>"
    )

    capture = capture_paste("Talks resume The governor called. Twice. No deal", html)

    assert capture.text == "Talks resume\n\nThe governor called.\nTwice.\n\n- No deal"
    assert (capture.data, capture.media_type) == (html.encode(), "text/html")


@pytest.mark.parametrize(
    "html",
    ["<img src='x.png'>", "  ", "<a href='x'>Link</a>", "<p>half \ud83c</p>", "<p>a\0b</p>"],
)
def test_the_plain_text_is_taken_where_the_rich_one_does_not_hold_it(html: str) -> None:
    plain = "The governor called the mayor last week."

    assert capture_paste(plain, html).text == plain


def test_a_rich_paste_of_more_than_any_text_falls_back_to_the_plain_one() -> None:
    assert capture_paste("No deal.", "<p>No deal.</p>" + " " * 20_000_000).text == "No deal."


@pytest.mark.parametrize(
    ("plain", "html", "message"),
    [
        ("", "", "There is no text on the clipboard."),
        (" \n", "<p>&nbsp;</p>", "There is no text on the clipboard."),
        ("a\0b", "", "What is on the clipboard holds characters that are no text."),
        ("half \ud83c", "", "What is on the clipboard holds characters that are no text."),
        ("x" * 20_000_001, "", "“The pasted text” is too large"),
    ],
)
def test_a_paste_without_text_ends_in_a_sentence(plain: str, html: str, message: str) -> None:
    with pytest.raises(UserError) as refusal:
        capture_paste(plain, html)

    assert refusal.value.message.startswith(message)
    assert refusal.value.hint


def test_a_source_says_nothing_that_nobody_stated() -> None:
    at = datetime(2026, 7, 9, 12, tzinfo=UTC)
    ids = [f"0197f000-0000-7000-8000-00000000000{digit}" for digit in (1, 2)]
    capture = capture_bytes(b"<title>T</title><h1>T</h1><p>By M. Solberg, July 9, 2026", "a.html")

    source = source_from(capture, source_id=ids[0], version_id=ids[1], captured=at)

    assert (source.id, source.version.id, source.version.captured) == (*ids, at)
    assert source.version.text == capture.text
    assert source.version.sha256 == capture.sha256
    assert source.version.media_type == "text/html"
    stated = (source.title, source.outlet, source.byline, source.url, source.language)
    assert stated == ("", "", "", "", "")
    assert not source.published.is_known
    assert (source.type, source.flags, source.accessed) == (SourceType.UNSET, frozenset(), None)


def test_a_plain_text_is_brought_in_without_the_web_libraries() -> None:
    script = (
        "import sys; from workbench.intake.capture import capture_bytes;"
        "capture_bytes(b'No deal.', 'a.txt');"
        "heavy = {'trafilatura', 'lxml', 'pydantic', 'regex', 'email', 'zipfile', 'pypdfium2'};"
        "assert not heavy & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
