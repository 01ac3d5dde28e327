"""What a file is, whatever it is called."""

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from workbench.core.error import UserError
from workbench.intake.kind import TextKind, kind_of


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
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


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.7\n1 0 obj", "a PDF document"),
        ("pdf-inside.txt", b"%PDF-1.7\n1 0 obj", "a PDF document"),
        ("a.docx", zipped(), "a ZIP archive or an Office document"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an older Office document"),
        ("a.rtf", b"{\\rtf1\\ansi Text}", "a rich-text (RTF) document"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        ("a.webp", b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        ("a.wav", b"RIFF\x10\0\0\0WAVEfmt ", "a sound recording"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "a film or a picture (MP4, HEIC)"),
        ("a.txt", b"\x7fELF\x02\x01\x01\0", "a program"),
        ("a.txt.gz", b"\x1f\x8b\x08\0", "a compressed file (gzip)"),
        ("a.mhtml", b"From: <Saved by a browser>", "a web archive (MHTML)"),
        ("a.html", b"From: <Saved by a browser>\r\nMIME-Version: 1.0", "a web archive (MHTML)"),
        ("a.eml", b"Subject: Statement", "an e-mail message"),
        ("a.csv", b"date,call\n", "a kind of file that is not read yet (.csv)"),
        ("a.txt", b"bridge\0\0\x01\x02", "a file that is no text"),
    ],
)
def test_what_cannot_be_brought_in_is_named(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UserError) as refusal:
        kind_of(data, name)

    assert refusal.value.message == f"“{name}” looks like {words}. Nothing was taken in."
    assert "Text (.txt), Markdown (.md) and saved web pages (.html)" in refusal.value.hint


def test_a_workspace_is_told_from_a_text(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "checks.workbench") as connection:
        connection.execute("create table t (a)")
    connection.close()

    with pytest.raises(UserError, match="a database"):
        kind_of((tmp_path / "checks.workbench").read_bytes(), "notes.txt")
