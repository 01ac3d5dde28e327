"""Where a post becomes too long, told as a place in the text that the person typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.count import count
from workbench.publish.post import BREAK, LINK, as_typed, without_breaks

if TYPE_CHECKING:
    from workbench.core.network import Network


def over_limit_from(text: str, url: str, network: Network) -> int | None:
    """Return the code point of a typed text from which on it no longer fits with its link.

    The link that goes out at the end is priced before the words, so that what is marked is always
    words that can be shortened. None if all fits, or if nothing but the link is too long.
    """
    if BREAK in text:
        place = over_limit_from(without_breaks(text), url, network)
        return None if place is None else as_typed(text, place)
    link = url or LINK
    body = text.rstrip()
    if body.endswith(LINK) and body.count(LINK) == 1:
        return _before_the_link(body.removesuffix(LINK).rstrip(), link, network)
    if LINK in text and url:
        place = text.index(LINK)
        over = count(text.replace(LINK, url), network).over_from
        if over is None or over <= place:
            return over
        shift = (len(url) - len(LINK)) * text[:over].count(LINK)
        return min(max(over - shift, place + len(LINK)), len(text))
    if not url or url in text:
        return count(text, network).over_from
    return _before_the_link(text, url, network)


def _before_the_link(text: str, link: str, network: Network) -> int | None:
    lead = f"{link}\n\n"
    over = count(lead + text, network).over_from
    return None if over is None else max(0, over - len(lead))
