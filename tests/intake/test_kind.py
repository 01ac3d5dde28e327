"""What a file is, whatever it is called."""

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from workbench.core.error import UserError
from workbench.intake.kind import TextKind, kind_of

OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"


def zipped(*members: tuple[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return target.getvalue()


WORD = zipped(("word/document.xml", "<w/>"))
OPEN = zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))
MAIL = b"Received: from x\r\nFrom: a@b.example\r\nSubject: Bridge\r\nDate: x\r\n\r\nText"
ARCHIVE = b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n1 0 obj", TextKind.PDF),
        ("a.pdf", b"HTTP noise\n%PDF-1.7\n1 0 obj", TextKind.PDF),
        ("pdf-inside.txt", b"%PDF-1.7\n1 0 obj", TextKind.PDF),
        ("about-pdf.txt", b"A file begins with %PDF-1.7, she said.", TextKind.PLAIN),
        ("a.docx", WORD, TextKind.DOCX),
        ("a.zip", WORD, TextKind.DOCX),
        ("a.odt", OPEN, TextKind.ODT),
        ("a.eml", b"Subject: Statement\n\nText", TextKind.MAIL),
        ("a.eml", MAIL, TextKind.MAIL),
        ("a.txt", MAIL, TextKind.MAIL),
        ("a.txt", b"From: A\nDate: B\nSubject: C\n\nText", TextKind.PLAIN),
        ("a.mhtml", b"From: <Saved by a browser>", TextKind.MHTML),
        ("a.html", b"From: <Saved by Blink>\r\nMIME-Version: 1.0", TextKind.MHTML),
        ("a.mht", ARCHIVE, TextKind.MHTML),
        ("a.txt", ARCHIVE, TextKind.MHTML),
        ("a.eml", ARCHIVE, TextKind.MAIL),
        ("a.mhtml", b"<!DOCTYPE html><p>x", TextKind.HTML),
        ("a.txt", b"Text.", TextKind.PLAIN),
        ("A.TXT", b"Text.", TextKind.PLAIN),
        ("README", b"Text.", TextKind.PLAIN),
        ("a.md", b"# Title", TextKind.MARKDOWN),
        ("a.markdown", b"<p>kept as it is", TextKind.MARKDOWN),
        ("a.html", b"no markup at all", TextKind.HTML),
        ("a.htm", b"<p>", TextKind.HTML),
        ("saved.txt", b"\xef\xbb\xbf \n<!-- saved -->\n<!DOCTYPE html>\n<title>", TextKind.HTML),
        ("saved.txt", b'<?xml version="1.0"?><html lang="en">', TextKind.HTML),
        ("a.txt", b"<p>A line that begins with a tag", TextKind.PLAIN),
        ("a.txt", "\ufeffText".encode("utf-16"), TextKind.PLAIN),
        ("a.txt", b"From: the mayor\nTo: the governor", TextKind.PLAIN),
    ],
)
def test_what_can_be_brought_in(name: str, data: bytes, kind: TextKind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", zipped(("a.txt", "")), "a ZIP archive"),
        ("a.xlsx", zipped(("xl/workbook.xml", "<x/>")), "a spreadsheet"),
        ("a.pptx", zipped(("ppt/presentation.xml", "<x/>")), "a presentation"),
        ("a.epub", zipped(("mimetype", "application/epub+zip")), "an e-book (EPUB)"),
        ("a.pages", zipped(("Index/Document.iwa", "x")), "a Pages document"),
        ("a.msg", OLD_CONTAINER, "a message of Outlook (MSG)"),
        ("a.docx", OLD_CONTAINER, "a document that is locked with a password"),
        ("a.doc", OLD_CONTAINER, "an older Office document"),
        ("a.rtf", b"{\\rtf1\\ansi Text}", "a rich-text (RTF) document"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        ("a.wav", b"RIFF\x10\0\0\0WAVEfmt ", "a sound recording"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "a film or a picture (MP4, HEIC)"),
        ("a.txt", b"\x7fELF\x02\x01\x01\0", "a program"),
        ("a.txt.gz", b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        ("a.csv", b"date,call\n", "a kind of file that is not read yet (.csv)"),
        ("a.txt", b"bridge\0\0\x01\x02", "a file that is no text"),
    ],
)
def test_what_cannot_be_brought_in_is_named(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UserError) as refusal:
        kind_of(data, name)

    assert refusal.value.message == f"“{name}” looks like {words}. Nothing was taken in."
    assert refusal.value.hint


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt"])
def test_a_document_that_is_none_is_told(name: str) -> None:
    with pytest.raises(UserError, match="but there is no such document in it"):
        kind_of(b"404 Not Found", name)


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.doc", OLD_CONTAINER, "save it as .docx"),
        ("a.rtf", b"{\\rtf1 Text}", "save it as .docx"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "Type or paste what it says"),
        ("a.wav", b"RIFF\x10\0\0\0WAVEfmt ", "transcript"),
        ("a.csv", b"date,call\n", "copy the text and paste it"),
    ],
)
def test_what_to_do_with_it_is_told(name: str, data: bytes, hint: str) -> None:
    with pytest.raises(UserError) as refusal:
        kind_of(data, name)

    assert hint in refusal.value.hint


def test_a_workspace_is_told_from_a_text(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "checks.workbench") as connection:
        connection.execute("create table t (a)")
    connection.close()

    with pytest.raises(UserError, match="a database"):
        kind_of((tmp_path / "checks.workbench").read_bytes(), "notes.txt")
