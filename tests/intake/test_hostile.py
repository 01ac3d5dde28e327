"""Hostile files end in a sentence, or in a bounded text, within bounded time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile_file import FILES
from tests.made_file import (
    ARTICLE,
    LEDE,
    docx,
    mail,
    mhtml,
    odt,
    page,
    pdf,
    png,
    set_lines,
    word_paragraph,
)
from workbench.core.error import UserError
from workbench.intake.capture import capture_bytes
from workbench.intake.kind import SUFFIXES, TextKind
from workbench.intake.markup_metadata import markup_metadata_in

SECONDS = 25
"""Ten on a machine that does nothing else; these tests share theirs."""
MEGABYTES = 700
AT_THE_LIMIT = {
    "word_bomb.docx", "lying_word_bomb.docx", "many_members.docx", "picture_bomb.docx",
    "many_notes.docx", "giant_stream.pdf", "cyclic_forms.pdf", "many_letters.pdf",
    "doubling_forms.pdf", "one_line_of_100_megabytes.pdf", "one_line_of_100_megabytes.txt",
    "deep_lines.html", "deep_page.html", "one_long_page.html", "page_of_data.html",
    "many_figures.html", "archive_of_pages.mhtml", "many_parts.eml", "many_fields.eml",
    "mail_without_line_ends.eml",
}  # fmt: skip
"""Files that take most of a second or more to make or to read."""

_CHILD = """
import json, sys, time
from pathlib import Path
from workbench.core.error import UserError
from workbench.intake.capture import capture_file
from workbench.intake.markup_metadata import markup_metadata_of

for name in sys.argv[1:]:
    begun = time.monotonic()
    told = {"name": Path(name).name, "letters": 0, "words": ""}
    try:
        capture = capture_file(Path(name))
        told["letters"] = len(capture.text)
        markup_metadata_of(capture)
    except UserError as error:
        told["words"] = str(error)
    told["seconds"] = time.monotonic() - begun
    print(json.dumps(told), flush=True)
status = Path("/proc/self/status")
peak = status.read_text().partition("VmHWM:")[2].split()[0] if status.exists() else 0
print(json.dumps({"megabytes": int(peak) // 1024}))
"""


def read_apart(paths):
    """Read files in a program of their own; return what became of each, and its memory."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *map(str, paths)],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=110,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    *told, last = map(json.loads, done.stdout.splitlines())
    return told, last["megabytes"]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param([name for name in FILES if name not in AT_THE_LIMIT], id="small"),
        *(
            pytest.param(
                [name for name in sorted(AT_THE_LIMIT) if name.endswith(ending)],
                id=f"at the limit{ending}",
                marks=pytest.mark.long,
            )
            for ending in sorted({Path(name).suffix for name in AT_THE_LIMIT})
        ),
    ],
)
def test_hostile_files_end_in_a_sentence_or_in_a_bounded_text(tmp_path, names):
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.write_bytes(FILES[path.name]())

    told, megabytes = read_apart(paths)

    assert [each["name"] for each in told] == [path.name for path in paths]
    for each in told:
        assert each["seconds"] < SECONDS, each
        assert each["letters"] <= 20_000_000, each
        assert each["letters"] or each["words"].endswith((".", "!")), each
    assert megabytes < MEGABYTES


def test_nothing_outside_the_file_is_read():
    data = FILES["outside_entity.docx"]()

    with pytest.raises(UserError, match="document type"):
        capture_bytes(data, "a.docx")


WHOLE = {
    "a.html": page(ARTICLE).encode(),
    "a.mhtml": mhtml(page(ARTICLE), [("https://x.example/1.png", "image/png", png(16))]),
    "a.eml": mail(LEDE, f"<p>{LEDE}</p>", attached=[("a.pdf", b"x")]),
    "a.docx": docx(word_paragraph(LEDE), title="Bridge", author="Ada Bell"),
    "a.odt": odt(f"<text:p>{LEDE}</text:p>", title="Bridge", author="Ada Bell"),
}
QUICK = sorted(ending for ending, kind in SUFFIXES.items() if kind is not TextKind.PDF)


def read_all(data, name):
    """Read a file and what it states of itself; only a UserError may come of it."""
    try:
        capture = capture_bytes(data, name)
        markup_metadata_in(capture.data, capture.media_type)
    except UserError as refusal:
        assert refusal.message.endswith(".")  # noqa: PT017
    else:
        assert capture.text.strip()
        assert capture.data == data


@given(st.binary(max_size=400), st.sampled_from(QUICK))
def test_any_bytes_under_any_name(data, ending):
    read_all(data, f"a{ending}")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=12)), max_size=6),
)
def test_a_file_with_any_damage(name, changes):
    data = WHOLE[name]
    for place, length, content in changes:
        start = int(place * len(data))
        data = data[:start] + content + data[start + length :]
    read_all(data, name)


PARTS = ["</w:p>", "<w:p>", "<w:tbl>", "</w:tr>", "<w:tr>", "<w:tc>", "</w:tc>", "<w:del>", "<w:t>"]
OPEN_PARTS = ["text:p", "text:list", "text:list-item", "text:note", "text:note-body", "draw:frame"]


@given(st.lists(st.sampled_from([part for part in PARTS if "/" not in part]), max_size=30))
def test_any_order_of_the_elements_of_a_word_document(parts):
    closing = "".join(f"</{part[1:]}" for part in reversed(parts))
    read_all(docx("".join(parts) + "x" + closing + word_paragraph(LEDE)), "a.docx")


@given(st.lists(st.sampled_from(OPEN_PARTS), max_size=30))
def test_any_order_of_the_elements_of_an_open_text(parts):
    opening = "".join(f"<{part}>" for part in parts)
    closing = "".join(f"</{part}>" for part in reversed(parts))
    read_all(odt(f"{opening}x{closing}<text:p>{LEDE}</text:p>"), "a.odt")


_FIELDS = ["From", "Date", "Subject", "Content-Type", "Content-Transfer-Encoding", "Content-ID"]
_VALUES = st.one_of(
    st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=60),
    st.sampled_from(
        [
            *("multipart/mixed; boundary=b", "multipart/mixed", "text/html; charset=x", "base64"),
            *("=?utf-8?b?//?=", "=?x?q?a?=", "<<>>", '"', "a@b, c@d", "message/rfc822", "(((("),
            *("text/plain; charset*0*=utf-8''%ff", "quoted-printable", "x-uuencode", "7bit"),
        ]
    ),
)


@given(st.lists(st.tuples(st.sampled_from(_FIELDS), _VALUES), max_size=8), st.binary(max_size=200))
def test_any_head_of_a_message(fields, body):
    head = "".join(f"{name}: {value}\r\n" for name, value in fields).encode("latin-1")
    read_all(head + b"\r\n" + body + b"\r\n--b\r\n\r\nText\r\n--b--\r\n", "a.eml")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=12)), min_size=1, max_size=5))
def test_a_pdf_file_with_any_damage(changes):
    data = pdf([set_lines(["The mayor called.", "The governor did not."])])
    for place, content in changes:
        start = int(place * len(data))
        data = data[:start] + content + data[start + len(content) :]
    read_all(data, "a.pdf")
