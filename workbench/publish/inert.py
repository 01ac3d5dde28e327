"""Typed inline Markdown, made safe: raw HTML is shown as text, links lead to the web alone.

Code spans stay as typed: nothing in them acts.
"""

from __future__ import annotations

import re

from workbench.publish.escape import AFTER_ADDRESS, is_web_address

_CODE = re.compile(r"(?<!\\)(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# A "<" that could open a tag, a comment or a declaration; not one around an address.
_TAG = re.compile(r"<(?!https?://[^\s<>]+>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+>)(?=[^\W\d_]|[/!?])", re.I)
_LINK_TO = re.compile(r"\]\(\s*<?\s*(?P<scheme>[a-z][a-z0-9+.-]*)\s*:", re.I)
_LINK_TO_ENTITY = re.compile(r"\]\((?=[^)\s]*&)")
_BARE_ADDRESS = re.compile(r"(?<!\]\()(?<![<\[\w\"'=/])https?://[^\s<>]+", re.I)
_BARE_MAIL = re.compile(r"(?<![\w.<:/@+\-(\[])[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?![\w@>\])])")
_LINK_SCHEMES = frozenset({"http", "https", "mailto"})


def inert(text: str) -> str:
    """Return one line of typed Markdown in which nothing acts and every address is a link."""
    pieces, end = [], 0
    for code in _CODE.finditer(text):
        pieces += [_outside_code(text[end : code.start()]), code[0]]
        end = code.end()
    pieces.append(_outside_code(text[end:]))
    return "".join(pieces)


def _outside_code(text: str) -> str:
    text = _TAG.sub("&lt;", text)
    text = _LINK_TO.sub(_link, text)
    text = _LINK_TO_ENTITY.sub(r"]\\(", text)
    text = _BARE_ADDRESS.sub(_autolink, text)
    return _BARE_MAIL.sub(r"<\g<0>>", text)


def _link(match: re.Match[str]) -> str:
    """Return the start of a link as it is, or so that it is none if it leads elsewhere."""
    if match["scheme"].lower() in _LINK_SCHEMES:
        return match[0]
    return match[0].replace("](", r"]\(", 1)


def _autolink(match: re.Match[str]) -> str:
    address = match[0].rstrip(AFTER_ADDRESS)
    if not is_web_address(address):
        return match[0]
    return f"<{address}>{match[0][len(address) :]}"
