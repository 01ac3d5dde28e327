"""A long post as a thread: cut at the ends of sentences, each part short enough for its network.

A sentence that is too long by itself is cut between words, a word without spaces between the
characters that people see. A link is never cut, and stands alone in the last part only if no
sentence can stand beside it. Where the text says [BREAK], a part begins whatever would fit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.network import CountUnit
from workbench.publish.count import PLACEHOLDER, fits
from workbench.publish.post import BREAK
from workbench.reading.sentence import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.network import Network

_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(rf"(?:https?://|www\.)[!-~]+|{re.escape(PLACEHOLDER)}", re.IGNORECASE)
_MOST_DIGITS = 4
_Span = tuple[int, int]


def thread(text: str, network: Network, *, numbered: bool = False) -> tuple[str, ...]:
    """Return a post as the parts of a thread, one part if it fits; none for no words.

    numbered: whether each part ends in its number, as "2/5"; a post that fits has none. Only a
    link, or a single character, that alone is longer than the network takes stays over the limit.
    """
    stretches = tuple(words for one in text.split(BREAK) if (words := one.strip()))
    if len(stretches) == 1 and fits(stretches[0], network):
        return stretches
    if not numbered:
        return _all_packed(stretches, network, "")
    parts = stretches
    for digits in range(1, _MOST_DIGITS + 1):
        parts = _all_packed(stretches, network, f" {'9' * digits}/{'9' * digits}")
        if len(parts) < 10**digits:
            break
    if len(parts) < 2:
        return parts
    return tuple(f"{part} {number}/{len(parts)}" for number, part in enumerate(parts, start=1))


def _all_packed(stretches: tuple[str, ...], network: Network, ending: str) -> tuple[str, ...]:
    return tuple(
        text[start:end] for text in stretches for start, end in _packed(text, network, ending)
    )


def _packed(text: str, network: Network, ending: str) -> list[_Span]:
    """Return the parts of a text, each as long as fits with an ending behind it."""
    parts: list[_Span] = []
    for first, last in _pieces(text, network, ending):
        if parts and _fits(text[parts[-1][0] : last], network, ending):
            parts[-1] = (parts[-1][0], last)
        else:
            parts.append((first, last))
    if len(parts) > 1 and parts[-1] in _links(text):
        parts[-2:] = _with_company(text, parts[-2], parts[-1], network, ending)
    return parts


def _with_company(
    text: str, before: _Span, link: _Span, network: Network, ending: str
) -> tuple[_Span, _Span]:
    """Return the last two parts with a sentence of the first one beside the link, if that fits."""
    words = text[before[0] : before[1]]
    *kept, last = _joined(sentences(words), _links(words))
    start = before[0] + last[0]
    if not kept or not _fits(text[start : link[1]], network, ending):
        return before, link
    return (before[0], before[0] + kept[-1][1]), (start, link[1])


def _fits(text: str, network: Network, ending: str) -> bool:
    # Longer than any limit in any unit: counting it would only take time.
    if len(text) > 100 * network.limit:
        return False
    return fits(text + ending, network)


def _pieces(text: str, network: Network, ending: str) -> Iterator[_Span]:
    """Yield what is kept together: sentences that fit, else their words, else pieces of those."""
    links = _links(text)
    for first, last in _joined(sentences(text), links):
        if _fits(text[first:last], network, ending):
            yield first, last
            continue
        for match in _WORD.finditer(text, first, last):
            if _fits(match[0], network, ending):
                yield match.span()
            else:
                yield from _cut(text, match.span(), links, network, ending)


def _cut(
    text: str, word: _Span, links: tuple[_Span, ...], network: Network, ending: str
) -> Iterator[_Span]:
    """Yield the pieces of a word that is too long: its links whole, the rest in stretches."""
    from workbench.publish.post_unit import pieces_of

    position, stop = word
    inside = [link for link in links if position <= link[0] < stop]
    for link_start, link_end in (*inside, (stop, stop)):
        marks = [position]
        for cluster, _ in pieces_of(text[position:link_start], CountUnit.GRAPHEMES):
            marks.append(marks[-1] + len(cluster))
        yield from _stretches(text, marks, network, ending)
        if link_end > link_start:
            yield link_start, link_end
        position = link_end


def _stretches(text: str, marks: list[int], network: Network, ending: str) -> Iterator[_Span]:
    """Yield the longest stretches that fit; `marks` are where characters end that people see."""
    from workbench.publish.post_unit import length_of

    room = network.limit - length_of(ending, network.unit)
    bytes_left = (network.byte_limit or 4 * network.limit) - len(ending)
    at = 0
    while at + 1 < len(marks):
        end, length, size = at, 0, 0
        while end + 1 < len(marks):
            cluster = text[marks[end] : marks[end + 1]]
            length += length_of(cluster, network.unit)
            size += len(_encoded(cluster))
            if end > at and (length > room or size > bytes_left):
                break
            end += 1
        # A cut can make an address of what was none: "…example.org" is one at the beginning.
        while end > at + 1 and not _fits(text[marks[at] : marks[end]], network, ending):
            end -= 1
        yield marks[at], marks[end]
        at = end


def _joined(spans: tuple[_Span, ...], links: tuple[_Span, ...]) -> Iterator[_Span]:
    """Yield sentences, two of them as one where a link reaches over the end of the first."""
    begun: _Span | None = None
    for span in spans:
        if begun is not None and any(start < span[0] < end for start, end in links):
            begun = (begun[0], span[1])
            continue
        if begun is not None:
            yield begun
        begun = span
    if begun is not None:
        yield begun


def _links(text: str) -> tuple[_Span, ...]:
    """Return the stretches that are never cut, in order and apart from each other."""
    from workbench.publish.post_link import links_in

    found = [(link.start, link.end) for link in links_in(text, bare_domains=True)]
    found += [match.span() for match in _ADDRESS.finditer(text)]
    apart: list[_Span] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
