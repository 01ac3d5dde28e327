"""Plain text and addresses into Markdown, so that nothing in them acts.

The escapes are those that CommonMark 0.31 and Python-Markdown read alike: a backslash before the
characters that both know, an entity for the others. The words a reader sees stay as they were,
but for line ends, tabs and control characters, which become single spaces.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

# Both readers turn these into nothing but themselves when a backslash stands before them.
_BACKSLASHED = re.compile(r"[\\`*_{}\[\]#]")
_ENTITY = re.compile(r"&(?=#?[0-9A-Za-z]+(?:;|$))")
_ADDRESS = re.compile(r"(?<![^\W_])https?://[^\s<>\"]+", re.IGNORECASE)
# What ends a sentence, or closes a bracket around an address, is no part of it.
AFTER_ADDRESS = ".,;:!?'’”»)]}*_~"
_AT_START = re.compile(r"(?P<digits>\d{1,9})(?P<mark>[.)])(?=\s|$)|(?P<sign>[-+>])")
_LINKED_BY_EXTENSIONS = re.compile(r"www(?=\.)|(?<=[^\s@])@(?=[^\s@])|:(?=//)", re.IGNORECASE)
_QUOTED_IN_ADDRESS = frozenset("[]{}|\\^`\"<>*_'()")


def plain(text: str) -> str:
    """Return text on one line: any run of spaces, line ends and controls is a single space."""
    shown = "".join(" " if _is_control(char) else char for char in text)
    return " ".join(shown.split())


def escaped(text: str) -> str:
    """Return plain text as inline Markdown that shows exactly its words, on one line.

    http and https addresses in it become links; nothing else in it has a meaning.
    """
    line = plain(text)
    pieces, end = [], 0
    for match in _ADDRESS.finditer(line):
        address = match[0].rstrip(AFTER_ADDRESS)
        if not _shows_as_written(address):
            continue
        pieces += [_without_meaning(line[end : match.start()]), f"<{address}>"]
        end = match.start() + len(address)
    pieces.append(_without_meaning(line[end:]))
    return _AT_START.sub(_start, "".join(pieces), count=1) if line[:1] else ""


def address(url: str) -> str:
    """Return an address as a link that shows itself, or as text if it is no web address."""
    link = _safe_address(url)
    return f"<{link}>" if link else escaped(url)


def linked(text: str, url: str) -> str:
    """Return text as a Markdown link to an address, or as text alone if it is no web address."""
    link = _safe_address(url)
    words = _without_meaning(plain(text))
    return f"[{words}](<{link}>)" if link and words else escaped(text)


def is_web_address(url: str) -> bool:
    """Return whether an address is http or https with a host, and so may become a link."""
    return bool(_safe_address(url))


def _without_meaning(text: str) -> str:
    text = _ENTITY.sub("&amp;", text)
    text = _BACKSLASHED.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace("~~", "&#126;&#126;")
    return _LINKED_BY_EXTENSIONS.sub(_unlinked, text)


def _unlinked(match: re.Match[str]) -> str:
    """Return what keeps GitHub and its like from making a link where the text has none."""
    return {"@": "&#64;", ":": "&#58;"}.get(match[0], f"{match[0][:-1]}&#{ord(match[0][-1])};")


def _start(match: re.Match[str]) -> str:
    if match.start():
        return match[0]
    if match["sign"]:
        return f"\\{match['sign']}"
    return f"{match['digits']}\\{match['mark']}"


def _shows_as_written(url: str) -> bool:
    return _safe_address(url) == url


def _safe_address(url: str) -> str:
    """Return an http or https address fit for a link, else nothing.

    Characters that RFC 3986 does not allow, or that Markdown reads, are percent-encoded: the
    address stays the same one.
    """
    url = url.strip()
    if not url or any(char.isspace() or _is_control(char) for char in url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or not parts.netloc.isprintable():
        return ""
    if _QUOTED_IN_ADDRESS.intersection(parts.netloc):
        return ""
    return "".join(_quoted(char) for char in url)


def _quoted(char: str) -> str:
    if char in _QUOTED_IN_ADDRESS or not char.isprintable():
        return "".join(f"%{byte:02X}" for byte in char.encode())
    return char


def _is_control(char: str) -> bool:
    """Whether a character is a control, a line end of any kind, or half of a surrogate pair."""
    return unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")
