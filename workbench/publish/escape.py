"""Plain text and addresses into Markdown, so that nothing in them acts.

The escapes are those that CommonMark 0.31 and Python-Markdown read alike: a backslash before the
characters that both know, an entity for the others. The words a reader sees stay as they were,
but for line ends, tabs and control characters, which become single spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

# Both readers turn these into nothing but themselves when a backslash stands before them.
_BACKSLASHED = re.compile(r"[\\`*\[\]]|\{(?=:)|(?<![^\W_])_|_(?![^\W_])")
_CONTROLS = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff]")
_SPACES = re.compile(r" {2,}")
# Python-Markdown takes a number behind "&#" for an entity without a semicolon, too.
_ENTITY = re.compile(r"&(?=[0-9A-Za-z]+(?:;|$)|#)")
_ENTITY_END = re.compile(r"(&#?[0-9A-Za-z]+);")
_ADDRESS = re.compile(r"(?<![^\W_])https?://[^\s<>\"]+", re.IGNORECASE)
# What ends a sentence, or closes a bracket around an address, is no part of it.
_AFTER_ADDRESS = ".,;:!?'’”»)]}*_~"
_AT_START = re.compile(r"\A(?:(?P<digits>\d+)(?P<mark>[.)])(?=\s|\Z)|[-+>#])")
_LINKED_BY_EXTENSIONS = re.compile(r"www(?=\.)|(?<=[^\s@])@(?=[^\s@])|:(?=//)", re.IGNORECASE)
_QUOTED_IN_ADDRESS = frozenset('[]{}|\\^`"<>')
_LOCAL = re.compile(r"\s*(?:file:|[a-z]:[\\/]|[\\/]|~[\\/]|\.{1,2}[\\/])", re.IGNORECASE)
# A host of words or numbers and a port. No name before an "@": it could pass for the host.
_HOST = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?\.?(?::\d{1,5})?\Z")


def plain(text: str) -> str:
    """Return text on one line: any run of spaces, line ends and controls is a single space.

    Spaces that do not break, and those of other scripts, stay as they are.
    """
    return one_spaced(without_controls(text)).strip()


def one_spaced(text: str) -> str:
    """Return text without ordinary spaces at its ends or two in a row."""
    return _SPACES.sub(" ", text).strip(" ")


def without_controls(text: str) -> str:
    """Return text with a space for every control, line end and half of a surrogate pair."""
    return _CONTROLS.sub(" ", text)


def escaped(text: str) -> str:
    """Return plain text as inline Markdown that shows exactly its words, on one line.

    http and https addresses in it become links; nothing else in it has a meaning.
    """
    line = plain(text)
    pieces, end = [], 0
    for match in _ADDRESS.finditer(line):
        address = without_sentence_end(match[0])
        if not _shows_as_written(address):
            continue
        pieces += [without_meaning(line[end : match.start()]), f"<{address}>"]
        end = match.start() + len(address)
    pieces.append(without_meaning(line[end:]))
    return start_escaped("".join(pieces))


def is_local(url: str) -> bool:
    """Return whether an address is a place on somebody's disk, which never leaves."""
    return bool(_LOCAL.match(url))


def address(url: str) -> str:
    """Return an address as a link that shows itself, or as text if it is no web address.

    Empty for a place on somebody's disk.
    """
    if is_local(url):
        return ""
    link = web_address(url)
    return f"<{link}>" if link else escaped(url)


def linked(text: str, url: str) -> str:
    """Return text as a Markdown link to an address, or as text alone if it is no web address."""
    link = web_address(url)
    words = without_meaning(plain(text))
    return f"[{words}](<{link}>)" if link and words else escaped(text)


def without_sentence_end(url: str) -> str:
    """Return an address found in running text without what closes the sentence around it."""
    end = len(url)
    unopened = url.count(")") - url.count("(")
    while end and url[end - 1] in _AFTER_ADDRESS:
        if url[end - 1] == ")":
            if unopened <= 0:
                break
            unopened -= 1
        end -= 1
    return url[:end]


def without_meaning(text: str) -> str:
    """Return plain text with every character escaped that could have a meaning inside a line."""
    text = _ENTITY.sub("&amp;", text)
    text = _BACKSLASHED.sub(r"\\\g<0>", text)
    text = text.replace("<", "&lt;").replace("~~", "&#126;&#126;")
    return _LINKED_BY_EXTENSIONS.sub(_unlinked, text)


def start_escaped(line: str) -> str:
    """Return a line of inline Markdown that opens no list, heading or quotation."""
    return _AT_START.sub(_start, line)


def _unlinked(match: re.Match[str]) -> str:
    """Return what keeps GitHub and its like from making a link where the text has none."""
    return {"@": "&#64;", ":": "&#58;"}.get(match[0], f"{match[0][:-1]}&#{ord(match[0][-1])};")


def _start(match: re.Match[str]) -> str:
    if match["mark"]:
        return f"{match['digits']}\\{match['mark']}"
    return f"\\{match[0]}"


def _shows_as_written(url: str) -> bool:
    return web_address(url) == url


@lru_cache(maxsize=4096)  # a page names the same few addresses again and again
def web_address(url: str) -> str:
    """Return an http or https address fit for a link, else nothing.

    Characters that RFC 3986 does not allow, or that Markdown reads, are percent-encoded: the
    address stays the same one.
    """
    url = url.strip()
    if not url or _CONTROLS.search(url) or any(map(str.isspace, url)):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets or letters that no host has
        return ""
    if parts.scheme not in ("http", "https") or not _HOST.match(parts.netloc):
        return ""
    quoted = "".join(_quoted(char) for char in url)
    return _ENTITY_END.sub(r"\1%3B", quoted)


def _quoted(char: str) -> str:
    if char in _QUOTED_IN_ADDRESS or not char.isprintable():
        return "".join(f"%{byte:02X}" for byte in char.encode())
    return char
