"""Markdown that came back: front matter, then lines, whatever an editor's program did to them."""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from workbench.core.returned import CopyIdentity, CopyKind, ReturnedLine, ReturnedRemark
from workbench.intake import critic_markup as critic
from workbench.intake.review_inline import InlineReader

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?P<body>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]*):[ \t]*(?P<value>.*)$", re.MULTILINE)
_S = f"[{critic.SIGNS}]*"
_HEADING = re.compile(rf"({_S})[ ]{{0,3}}(#{{1,6}})[ \t]+(.*?)(?:[ \t]+#+)?({_S})\Z")
_UNDERLINE = re.compile(r"(=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r"(?:\*[ ]*){3,}\Z|(?:-[ ]*){3,}\Z|(?:_[ ]*){3,}\Z")
_ITEM = re.compile(rf"({_S})[ \t]*(?:[*+\-•‣◦]|\d{{1,9}}[.)])[ \t]+(?=\S)")
_QUOTE = re.compile(rf"({_S})[ ]{{0,3}}(?:>[ \t]?)+")
_FENCE = re.compile(r"[ ]{0,3}(?:`{3,}|~{3,})")
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")

_LISTS_APART = "<!-- -->"
"""What an export writes between a plain list and a numbered one."""


class ReadMarkdown(NamedTuple):
    """What a Markdown file holds."""

    identity: CopyIdentity
    fields: dict[str, str]
    lines: tuple[ReturnedLine, ...]
    remarks: tuple[ReturnedRemark, ...]


class _Line(NamedTuple):
    text: str
    level: int = 0
    is_item: bool = False
    style: str = ""


def read_markdown(text: str) -> ReadMarkdown:
    """Return what Markdown holds, CriticMarkup read."""
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    fields, body = _split(text)
    read = critic.marked(body)
    inline = InlineReader()
    found = list(_lines(read.text))
    for line in found:
        inline.read(line.text)
    lines = tuple(
        ReturnedLine(pieces=pieces, level=line.level, is_item=line.is_item, style=line.style)
        for line, pieces in zip(found, inline.lines, strict=True)
        if pieces
    )
    return ReadMarkdown(_identity(fields), fields, lines, read.remarks)


def _split(text: str) -> tuple[dict[str, str], str]:
    """Return the fields of the front matter, and the text behind it."""
    front = _FRONT.match(text)
    if front is None or not _FIELD.search(front["body"]):
        return {}, text
    fields = {
        match["name"].lower(): _scalar(match["value"]) for match in _FIELD.finditer(front["body"])
    }
    return fields, text[front.end() :]


def _scalar(value: str) -> str:
    """Return a scalar of YAML as text: quoted in one of both ways, or plain."""
    value = value.strip()
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def _identity(fields: dict[str, str]) -> CopyIdentity:
    number = fields.get("revision", "")
    return CopyIdentity(
        check_id=fields.get("check", "").strip().lower(),
        revision=int(number) if number.isdecimal() and len(number) < 10 else 0,
        state_id=fields.get("revision_id", "").strip().lower(),
        kind=CopyKind.EXPORT if fields.get("check") else CopyKind.UNKNOWN,
    )


def _lines(text: str) -> list[_Line]:
    """Return paragraphs, headings and items, those that are wrapped each as one line."""
    found: list[_Line] = []
    goes_on = in_code = False
    for raw in text.split("\n"):
        bare = raw.strip()
        shown = bare.strip(critic.SIGNS)
        if _FENCE.match(shown):
            in_code, goes_on = not in_code, False
        elif in_code and shown:
            found.append(_Line(bare, style="code"))
        elif not shown:
            goes_on = False
            if bare:  # a change begins or ends on an empty line
                found.append(_Line(bare))
        elif goes_on and not found[-1].level and _UNDERLINE.match(shown):
            found[-1] = found[-1]._replace(level=1 if shown[0] == "=" else 2, is_item=False)
            goes_on = False
        elif _RULE.match(shown) or shown == _LISTS_APART:
            goes_on = False
            found.append(_Line(bare.replace(shown, "")))
        else:
            goes_on = _take(found, raw.rstrip(), goes_on=goes_on)
    return found


def _take(found: list[_Line], raw: str, *, goes_on: bool) -> bool:
    """Take a line with words; return whether the next one may be its continuation."""
    quote = _QUOTE.match(raw)
    text = (quote[1] + raw[quote.end() :]) if quote else raw
    if quote and not text.strip():
        return False
    heading = _HEADING.match(text)
    if heading:
        found.append(_Line(heading[1] + heading[3] + heading[4], level=len(heading[2])))
        return False
    item = _ITEM.match(text)
    if item:
        found.append(_Line(item[1] + text[item.end() :].strip(), is_item=True))
    elif goes_on:
        found[-1] = found[-1]._replace(text=f"{found[-1].text} {text.strip()}")
    else:
        found.append(_Line(text.strip(), style="quote" if quote else ""))
    return True
