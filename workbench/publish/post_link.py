"""Links in a post, found as twitter-text 3 finds them; X and Mastodon price each alike.

The rule: a link is a host of dotted labels that ends in a known top-level domain, with or without
http(s)://, then perhaps a port, a path and a query. The character classes, the limits (63 letters
for an encoded label, 4,096 for a link, 40 for the name behind t.co) and the order of the steps are
twitter-text's; the conformance cases of that library are the measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_letters, digits
from typing import Final

from workbench.publish.post_host import host_end, is_encodable, top_level_end

_LONGEST_LINK: Final = 4096
_LONGEST_TCO_NAME: Final = 40
_DEFAULT_SCHEME: Final = "https://"

_NO_LABEL = (
    r"\s\u0085\u180E!#%&'()*+,\\/:;<=>?@\[\]^{|}~$"  # punctuation and white space
    r"\uFFFE\uFEFF\uFFFF"  # never in a post
    r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"  # directional marks
)
_ACCENTED = (
    r"\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0253\u0254\u0256\u0257\u0259\u025B\u0263\u0268"
    r"\u026F\u0272\u0289\u028B\u02BB\u0300-\u036F\u1E00-\u1EFF"
)
_IN_PATH = rf"[A-Za-z0-9\u0400-\u04FF{_ACCENTED}!*';:=+,.$/%#\[\]\-\u2013_~@|&]"
_ENDS_PATH = rf"[A-Za-z0-9\u0400-\u04FF{_ACCENTED}=_#/+\-]"
_PARENTHESES = rf"\((?:{_IN_PATH}+|{_IN_PATH}*\({_IN_PATH}+\){_IN_PATH}*)\)"
_QUERY = r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/]"
_NO_START = "@＠$#＃\ufffe\ufeff\uffff"
_CLOSED = frozenset(ascii_letters + digits + _NO_START)
"""What may not stand before a link: it would be part of a word, a handle or a tag."""
_HOLDS_ON = frozenset("-_./")
"""What may not stand before a link without a scheme."""

_WORD = re.compile(rf"[^{_NO_LABEL}]+")
_SCHEME = re.compile(rf"(?<![A-Za-z0-9{_NO_START}])https?://", re.IGNORECASE)
_REST = re.compile(
    rf"(?::[0-9]+)?"
    rf"(?P<path>/(?:(?:{_IN_PATH}|{_PARENTHESES})*(?:{_ENDS_PATH}|{_PARENTHESES}))?)?"
    rf"(?:{_QUERY})?"
)
_PLAIN_LABELS = re.compile(rf"(?:[A-Za-z0-9\-{_ACCENTED}]+\.)+")
_TCO = re.compile(rf"https?://t\.co/(?P<name>[A-Za-z0-9]+)(?:{_QUERY})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PostLink:
    """Where a link stands in a post, in code points."""

    start: int
    end: int


def links_in(text: str, *, bare_domains: bool) -> tuple[PostLink, ...]:
    """Return the links of a post in order; those without http(s):// only if bare_domains is set.

    The text should be in NFC, as the networks bring it there first.
    """
    if "." not in text:
        return ()
    links: list[PostLink] = []
    position = 0
    for scheme in _SCHEME.finditer(text):
        if bare_domains:
            found, position = _bare_links(text, position, scheme.start())
            links += found
        if scheme.start() >= position:  # else it is inside the query of the link before
            found, position = _schemed_link(text, scheme.start(), scheme.end())
            links += found
    if bare_domains:
        links += _bare_links(text, position, len(text))[0]
    return tuple(links)


def _schemed_link(text: str, start: int, host: int) -> tuple[list[PostLink], int]:
    """Return the link that starts with http(s):// here, if it is one, and where to go on."""
    word = _WORD.match(text, host)
    end = host_end(text, host, word.end()) if word else None
    if end is None:
        return [], host
    stop, _ = _end_of_rest(text, end)
    if not _is_link(text[host:end], stop - start):
        return [], stop
    shortened = _TCO.match(text, start, stop)
    if shortened is None:
        return [PostLink(start, stop)], stop
    if len(shortened["name"]) > _LONGEST_TCO_NAME:
        return [], stop
    return [PostLink(start, shortened.end())], stop


def _bare_links(text: str, position: int, stop: int) -> tuple[list[PostLink], int]:
    """Return the links without a scheme between two places, and where the last one ends."""
    links: list[PostLink] = []
    while word := _WORD.search(text, position, stop):
        taken = 0 < position == word.start()
        position = word.end()
        start = _bare_start(text, word.start(), position, taken=taken) if "." in word[0] else None
        host_stop = None if start is None else host_end(text, start, position)
        if start is None or host_stop is None:
            continue
        position, has_path = _end_of_rest(text, host_stop)
        if not _is_link(text[start:host_stop], len(_DEFAULT_SCHEME) + position - start):
            continue
        found = _plain_domains(text, start, host_stop)
        if found and has_path:
            found[-1] = PostLink(found[-1].start, position)
        links += found
    return links, position


def _bare_start(text: str, start: int, stop: int, *, taken: bool) -> int | None:
    """Return where in a word a host without a scheme may begin, or None.

    taken: whether the link before ends right here, so that its next character stands between.
    """
    for place in range(start + taken, stop):
        before = text[place - 1 : place]
        if before in _CLOSED:
            continue
        return None if before in _HOLDS_ON or text[place] in _HOLDS_ON else place
    return None


def _plain_domains(text: str, start: int, stop: int) -> list[PostLink]:
    """Return the Latin-script domains in a host that may begin with words of another script."""
    links: list[PostLink] = []
    position = start
    while labels := _PLAIN_LABELS.search(text, position, stop):
        position = dot = labels.end()
        while dot > labels.start():
            if end := top_level_end(text, dot):
                links.append(PostLink(labels.start(), end))
                position = end
                break
            dot = text.rfind(".", labels.start(), dot - 1) + 1
    return links


def _end_of_rest(text: str, host_stop: int) -> tuple[int, bool]:
    """Return where port, path and query after a host end, and whether there is a path."""
    rest = _REST.match(text, host_stop)
    return (rest.end(), rest["path"] is not None) if rest else (host_stop, False)


def _is_link(host: str, length: int) -> bool:
    return length <= _LONGEST_LINK and is_encodable(host)
