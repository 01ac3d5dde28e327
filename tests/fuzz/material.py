"""What the fuzzing is fed with: texts, files and cases, whole or spoilt."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from functools import cache

from hypothesis import strategies as st

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
from tests.merging.edit import work
from tests.merging.laptop import Laptop
from workbench.core.codec import SCHEMA_VERSION, check_as_object
from workbench.core.saved_history import SavedHistory, with_head
from workbench.house.resource import resource
from workbench.intake.sample import sample_case
from workbench.publish.case import pack
from workbench.publish.case_history import history_as_json

PIECES = (
    "The Ledger reported on Tuesday that ",
    "Ada Okafor ",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "«",
    "»",
    "said",
    " told the Northshore Herald ",
    "according to two people familiar with the call",
    "last week",
    "on Thursday, July 2, 2026",
    "2026-07-02T08:06:00Z",
    "31 February",
    "By ",
    "AP —",
    "PORT ALBA (AP) — ",
    "Updated 4:05 p.m. ET",
    "reportedly ",
    "alleged",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    ". ",
    "!",
    "?",
    "…",
    "...",
    "Mr. ",
    "U.S. ",
    "No. 5 ",
    "1,000,000",
    "12.5%",
    "$3",
    "№",
    "https://ledger.example/a?b=c#d",
    "www.x.example",
    "[LINK]",
    "@mara@desk.example",
    "#bridge",
    "![a](b)",
    "[a](javascript:x)",
    "<script>x</script>",
    "<b>",
    "</b>",
    "<!-- ",
    " -->",
    "```",
    "|",
    "# ",
    "## Verdict\n",
    "- ",
    "1. ",
    "> ",
    "---\n",
    "title: ",
    "Rating: ",
    "**",
    "__",
    "\\",
    "&amp;",
    "🌉",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "e\u0301",
    "ﬁ",
    "הלוי",
    "مرحبا",
    "東京",
    "\u200b",
    "\u202e",
    "\u00ad",
    "\ufeff",
    "\x00",
    "\x1b[2J",
    "İ",
    "ß",
    "K",
    "\U0001f1e9\U0001f1ea",
    "a" * 60,
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "%",
    "=",
    "/",
    "~",
)
"""Parts of news, of markup and of what trips programs up."""


@cache
def texts(longest: int = 40) -> st.SearchStrategy[str]:
    """Return texts of such parts, of any letters, and of one part many times over."""
    parts = st.sampled_from(PIECES)
    mixed = st.lists(st.one_of(parts, parts, st.text(max_size=12)), max_size=longest).map("".join)
    repeated = st.tuples(
        st.lists(parts, min_size=1, max_size=3).map("".join), st.integers(1, 3_000), mixed
    ).map(lambda drawn: (drawn[0] * drawn[1])[:30_000] + drawn[2])
    return st.one_of(mixed, mixed, repeated)


def spoilt(data: bytes) -> st.SearchStrategy[bytes]:
    """Return bytes with stretches of them taken out, put in or written over, or cut off."""
    changes = st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 24), st.binary(max_size=16)), max_size=6
    )

    def change(drawn: tuple[list[tuple[float, int, bytes]], float]) -> bytes:
        spoils, end = drawn
        result = data
        for place, length, content in spoils:
            start = int(place * len(result))
            result = result[:start] + content + result[start + length :]
        return result[: int(end * len(result))] if end < 0.9 else result

    return st.tuples(changes, st.floats(0.2, 3.0)).map(change)


WHOLE_FILES = {
    "a.html": page(ARTICLE).encode(),
    "a.mhtml": mhtml(page(ARTICLE), [("https://x.example/1.png", "image/png", png(16))]),
    "a.eml": mail(LEDE, f"<p>{LEDE}</p>", attached=[("a.pdf", b"x")]),
    "a.docx": docx(word_paragraph(LEDE), title="Bridge", author="Ada Bell"),
    "a.odt": odt(f"<text:p>{LEDE}</text:p>", title="Bridge", author="Ada Bell"),
    "a.md": f"---\ntitle: Bridge\n---\n\n# Bridge\n\n{LEDE}\n".encode(),
}
PDF = pdf([set_lines(["The mayor called.", "The governor did not."])])


@cache
def sample_envelope() -> str:
    """Return the check.json of the sample, as text."""
    check, _ = sample_case()
    whole = {
        "format": "workbench-case",
        "schema_version": SCHEMA_VERSION,
        "check": check_as_object(check),
        "exports": [],
    }
    return json.dumps(whole)


@cache
def sample_pack() -> bytes:
    """Return the sample as a case file, with the states of somebody who worked on it."""
    history = sample_history()
    check = history.state(history.revisions[-1].id)
    return pack(check, sample_case()[1], history=history)


@cache
def sample_history() -> SavedHistory:
    """Return the saved states of the sample after some work on it."""
    laptop = Laptop("Ines", sample_case()[0])
    laptop.begin()
    work(laptop, random.Random(1), 8)
    return laptop.history


@cache
def sample_history_text() -> str:
    """Return the saved states of the sample as they are in a case file."""
    check = sample_case()[0]
    return history_as_json(with_head(SavedHistory(), check), check).decode()


ODD_VALUES = (
    None,
    True,
    -1,
    0,
    3.5,
    1e400,
    10**30,
    "",
    "x",
    "\ud83c",
    "../../x",
    "a" * 5_000,
    [],
    {},
    ["x"],
    [None],
    {"a": 1},
    "2026-02-31",
    "9999-12-31T23:59:59Z",
    "01980000-0000-7000-8000-00000000000a",
)


def _places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list):
            found += _places(inner, (*path, key))
        else:
            found.append((*path, key))
    return found


@st.composite
def envelopes(draw: st.DrawFn) -> bytes:
    """Draw a check.json with values that are wrong, missing, doubled or exchanged."""
    return _wrong(draw, sample_envelope())


@st.composite
def histories(draw: st.DrawFn) -> bytes:
    """Draw a history.json with values that are wrong, missing, doubled or exchanged."""
    return _wrong(draw, sample_history_text())


def _wrong(draw: st.DrawFn, text: str) -> bytes:
    whole = json.loads(text)
    for _ in range(draw(st.integers(1, 4))):
        places = _places(whole)
        *way, last = draw(st.sampled_from(places))
        at = whole
        for key in way:
            at = at[key]
        act = draw(st.sampled_from(("set", "drop", "double", "copy", "add")))
        if act == "drop":
            del at[last]
        elif act == "double" and isinstance(at, list):
            at.append(json.loads(json.dumps(at[last])))  # two things of one id
        elif act == "copy":
            *other_way, other = draw(st.sampled_from(places))
            source = json.loads(text)
            for key in (*other_way, other):
                source = source[key] if _has(source, key) else None
            at[last] = source
        elif act == "add" and isinstance(at, dict):
            at[draw(st.sampled_from(("x", "ID", "id ", "notes2", "__class__")))] = 1
        else:
            at[last] = draw(st.sampled_from(ODD_VALUES))
    return json.dumps(whole).encode("utf-8", "surrogatepass")


def _has(value: object, key: object) -> bool:
    if isinstance(value, dict):
        return key in value
    return isinstance(value, list) and isinstance(key, int) and key < len(value)


@st.composite
def case_files(draw: st.DrawFn) -> bytes:
    """Draw a case file: wrong values, wrong hashes, odd names, missing and doubled members."""
    _, originals = sample_case()
    members = [("check.json", draw(st.one_of(envelopes(), st.just(sample_envelope().encode()))))]
    if draw(st.booleans()):
        told = draw(st.one_of(histories(), st.just(sample_history_text().encode())))
        members.append(("history.json", told))
    for sha256, data in originals.items():
        kind = draw(st.sampled_from(("as it is",) * 6 + ("changed", "missing", "renamed", "twice")))
        name = f"originals/{sha256}"
        if kind == "changed":
            data = draw(st.binary(max_size=20))
        if kind == "renamed":
            name = draw(st.sampled_from(ODD_NAMES))
        if kind != "missing":
            members += [(name, data)] * (2 if kind == "twice" else 1)
    extra = draw(st.lists(st.binary(max_size=50), max_size=1))
    members += [(f"originals/{hashlib.sha256(data).hexdigest()}", data) for data in extra]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            method = draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return buffer.getvalue()


ODD_NAMES = (
    "../x",
    "/etc/passwd",
    "originals/../../x",
    "originals/",
    "CHECK.JSON",
    "check.json",
    "C:\\x",
    "x",
    "originals/" + "0" * 64,
    "originals/" + "g" * 64,
    "check.json/",
    "originals\\" + "0" * 64,
    "\u202e",
)

HOUSE_FILES = {
    name: resource("house", name).read_text(encoding="utf-8")
    for name in (
        "template.toml",
        "networks.toml",
        "deeds.toml",
        "publisher.toml",
        "page.css",
        "editor.css",
    )
} | {"scales/house.toml": resource("house", "scales", "house.toml").read_text(encoding="utf-8")}
RULE_FILES = {
    f"rules/{name}": resource("rules", name).read_text(encoding="utf-8")
    for name in ("texts.toml", "words.toml")
}
READING_FILE = 'outlets = ["The Ledger"]\nbroadcasters = []\nhe = "nils"\nshe = "ada"\n'
_TOML = (
    "=",
    "[",
    "]",
    "[[",
    "]]",
    '"',
    "'",
    "'''",
    "#",
    "true",
    "0",
    "-1",
    "9" * 40,
    "nan",
    "{}",
    "",
    '"""',
    "\\u0000",
    "\x00",
    "key = key",
    "[a.b]",
    "limit = -1",
    'unit = "x"',
    "x" * 300,
)


@st.composite
def house_folders(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw the files of a house's folder, one of them spoilt."""
    files = HOUSE_FILES | RULE_FILES | {"reading.toml": READING_FILE}
    name = draw(st.sampled_from(sorted(files)))
    if draw(st.booleans()):
        return {name: draw(spoilt(files[name].encode()))}
    lines = files[name].split("\n")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        act = draw(st.sampled_from(("drop", "double", "swap", "put", "tail")))
        if act == "drop":
            lines[at] = ""
        elif act == "double":
            lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
        elif act == "swap":
            key, _, value = lines[at].partition("=")
            other = lines[draw(st.integers(0, len(lines) - 1))].partition("=")[2]
            lines[at] = f"{key}={other or value}"
        elif act == "put":
            lines[at] = draw(st.sampled_from(_TOML))
        else:
            lines[at] += draw(st.sampled_from(_TOML))
    return {name: "\n".join(lines).encode()}
