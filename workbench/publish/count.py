"""Counting a post the way its network counts it, links priced, and showing what no longer fits."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.core.network import CountUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.network import Network

PLACEHOLDER: Final = "[LINK]"
"""Stands in a post for the address of the finished check while that is not known."""

ASSUMED_LINK_LENGTH: Final = 100
"""Characters that a placeholder is priced at where a network counts the link's own text.

Room for https:// (8), a host with a section (24) and the longest slug (68), so that a post which
fits with the placeholder still fits with the link.
"""

_HANDLE: Final = re.compile(
    r"(?<![=/\w])@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?P<server>@[\w.-]+\w)"
)
"""@person@server of the fediverse, where only the first half is counted."""

_NEVER_IN_A_POST: Final = frozenset("\ufffe\ufeff\uffff")


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCount:
    """How long a post is on one network.

    Attributes:
        length: in the network's unit.
        limit: how many units fit.
        valid: whether the network would take it: some text, nothing over a limit, and on X none of
            the three characters that it refuses.
        unit: what is counted.
        byte_length: in UTF-8.
        byte_limit: how many bytes fit besides; None for no such limit.
        over_from: where, in code points of the text as it was given, the part begins that no
            longer fits; None if all fits.

    """

    length: int
    limit: int
    valid: bool
    unit: CountUnit
    byte_length: int
    byte_limit: int | None = None
    over_from: int | None = None

    @property
    def left(self) -> int:
        """Units that are left; negative when the post is too long."""
        return self.limit - self.length


@dataclass(frozen=True, slots=True)
class _Priced:
    """A stretch with a price of its own: a link, a placeholder, the server of a handle."""

    start: int
    end: int
    length: int
    byte_length: int


def count(text: str, network: Network, *, link_length: int = ASSUMED_LINK_LENGTH) -> PostCount:
    """Return how long a post is on a network, every link at the network's price.

    link_length is the length in characters of the link that [LINK] stands for.
    """
    normal, priced, length, byte_length = _measured(text, network, link_length)
    over = _is_over(length, byte_length, network)
    return PostCount(
        length=length,
        limit=network.limit,
        valid=length > 0 and not over and not _is_refused(text, network),
        unit=network.unit,
        byte_length=byte_length,
        byte_limit=network.byte_limit,
        over_from=_in_original(text, _over_from(normal, priced, network)) if over else None,
    )


def fits(text: str, network: Network) -> bool:
    """Return whether `count` would call a post valid, in less time where it does not fit."""
    _, _, length, byte_length = _measured(text, network, ASSUMED_LINK_LENGTH)
    over = _is_over(length, byte_length, network)
    return length > 0 and not over and not _is_refused(text, network)


def _measured(
    text: str, network: Network, link_length: int
) -> tuple[str, tuple[_Priced, ...], int, int]:
    """Return a text as its network counts it, what has a price in it, its length and bytes."""
    from workbench.publish.post_unit import length_of  # its patterns cost a start 20 ms

    # X brings a post into this form before it counts; the others count what they are given.
    normal = unicodedata.normalize("NFC", text) if network.unit is CountUnit.WEIGHTED else text
    priced = _priced_in(normal, network, link_length)
    length = sum(length_of(gap, network.unit) for _, gap in _gaps(normal, priced))
    length += sum(stretch.length for stretch in priced)
    byte_length = _bytes_of(normal) + normal.count(PLACEHOLDER) * (link_length - len(PLACEHOLDER))
    return normal, priced, length, byte_length


def _is_refused(text: str, network: Network) -> bool:
    return network.unit is CountUnit.WEIGHTED and not _NEVER_IN_A_POST.isdisjoint(text)


def _is_over(length: int, byte_length: int, network: Network) -> bool:
    too_many_bytes = network.byte_limit is not None and byte_length > network.byte_limit
    return length > network.limit or too_many_bytes


def _priced_in(text: str, network: Network, link_length: int) -> tuple[_Priced, ...]:
    """Return the stretches with a price of their own, in order and apart from each other."""
    cost = network.url_cost if network.url_cost is not None else link_length
    found = [
        _Priced(match.start(), match.end(), cost, link_length)
        for match in re.finditer(re.escape(PLACEHOLDER), text)
    ]
    if network.url_cost is not None:
        from workbench.publish.post_link import links_in  # its patterns cost a start 10 ms

        for link in links_in(text, bare_domains=network.bare_domains):
            size = _bytes_of(text[link.start : link.end])
            found.append(_Priced(link.start, link.end, network.url_cost, size))
    if network.short_handles:
        for match in _HANDLE.finditer(text):
            found.append(_Priced(*match.span("server"), 0, _bytes_of(match["server"])))
    found.sort(key=lambda stretch: stretch.start)
    kept: list[_Priced] = []
    for stretch in found:
        if not kept or stretch.start >= kept[-1].end:
            kept.append(stretch)
    return tuple(kept)


def _gaps(text: str, priced: tuple[_Priced, ...]) -> Iterator[tuple[int, str]]:
    """Yield start and text of what lies between the priced stretches, empty ones too."""
    position = 0
    for stretch in priced:
        yield position, text[position : stretch.start]
        position = stretch.end
    yield position, text[position:]


def _over_from(text: str, priced: tuple[_Priced, ...], network: Network) -> int:
    """Return where the first piece begins that does not fit whole."""
    length = byte_length = 0
    for start, piece_length, piece_bytes in _pieces(text, priced, network.unit):
        length += piece_length
        byte_length += piece_bytes
        if _is_over(length, byte_length, network):
            return start
    return len(text)


def _pieces(
    text: str, priced: tuple[_Priced, ...], unit: CountUnit
) -> Iterator[tuple[int, int, int]]:
    """Yield start, length and bytes of every piece of a text, links whole."""
    from workbench.publish.post_unit import pieces_of

    for index, (start, gap) in enumerate(_gaps(text, priced)):
        for piece, length in pieces_of(gap, unit):
            yield start, length, _bytes_of(piece)
            start += len(piece)
        if index < len(priced):
            stretch = priced[index]
            yield stretch.start, stretch.length, stretch.byte_length


def _in_original(text: str, place: int) -> int:
    """Return the place in a text that belongs to a place in its NFC form."""
    from workbench.publish.post_unit import pieces_of

    if unicodedata.is_normalized("NFC", text):
        return place
    start = normal_end = 0
    for piece, _ in pieces_of(text, CountUnit.GRAPHEMES):
        normal_end += len(unicodedata.normalize("NFC", piece))
        if normal_end > place:
            return start
        start += len(piece)
    return start


def _bytes_of(text: str) -> int:
    # Half an emoji, as a text field may hold for a moment, must not stop the counter.
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
