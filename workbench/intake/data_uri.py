"""Pictures and fonts that stand inside a page as data: addresses, as SingleFile writes them.

They make a page of some thousand words tens of megabytes long. They are taken out before anything
else is done, so that they neither slow the reading nor count as text.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple

# RFC 2397, with the spaces that some programs break long lines by.
_DATA = re.compile(
    r"data:(?P<kind>[\w.+-]{1,40}/[\w.+-]{1,60})?(?:;[\w=.+\"-]{1,60}){0,4}?(?P<coded>;base64)?,"
    r"(?P<content>(?(coded)[A-Za-z0-9+/=%_-]{200,}|[^\s\"'<>)]{200,}))",
    re.IGNORECASE,
)
_HELD = re.compile(r"data:held,(\d{1,7})\Z")


class HeldData(NamedTuple):
    """A page without its data: addresses, and what stood in them."""

    html: str
    contents: tuple[tuple[str, str], ...]

    def bytes_at(self, address: str) -> bytes:
        """Return the bytes of a picture that an address stands for; empty if there is none."""
        match = _HELD.match(address.strip())
        if match is None or int(match[1]) >= len(self.contents):
            return b""
        kind, content = self.contents[int(match[1])]
        if not kind.startswith("image/"):
            return b""
        try:
            return base64.b64decode(content, validate=False)
        except (binascii.Error, ValueError):
            return b""


def without_data(html: str) -> HeldData:
    """Return a page whose long data: addresses are replaced by short ones of our own."""
    if "data:" not in html and "DATA:" not in html:
        return HeldData(html, ())
    contents: list[tuple[str, str]] = []

    def held(match: re.Match[str]) -> str:
        kind = (match["kind"] or "").lower()
        is_picture = bool(match["coded"]) and kind.startswith("image/")
        contents.append((kind, match["content"]) if is_picture else ("", ""))
        return f"data:held,{len(contents) - 1}"

    return HeldData(_DATA.sub(held, html), tuple(contents))
