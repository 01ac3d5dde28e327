"""What is wrong with a ClaimReview, in sentences: the last look before one is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from workbench.core.date import precision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+\.?(?::\d{1,5})?\Z|\[[0-9a-f:.]+\]\Z", re.IGNORECASE)
_ZONE = re.compile(r"(?:Z|[+-]\d{2}:\d{2})\Z")
_SECONDS = re.compile(r"(T\d{2}:\d{2}):\d{2}\Z")
_ADDRESSES = frozenset({"url", "logo", "sameAs"})
_DATES = frozenset({"datePublished", "dateModified"})
_NUMBERS = ("worstRating", "ratingValue", "bestRating")


def faults_of(block: dict[str, Any]) -> tuple[str, ...]:
    """Return a sentence for each fault of a ClaimReview; empty for one that may go out."""
    return tuple(
        dict.fromkeys((*_outer(block), *_rating(block.get("reviewRating")), *_values(block)))
    )


def is_address(url: str) -> bool:
    """Return whether an address is absolute, leads to the web and names a host with a domain."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(_HOST.match(parts.netloc))


def _outer(block: dict[str, Any]) -> Iterator[str]:
    if block.get("@context") != "https://schema.org" or block.get("@type") != "ClaimReview":
        yield "The block is not a ClaimReview of schema.org."
    if not _words(block.get("claimReviewed")):
        yield "There is no claim to review."
    if not _words(block.get("url")):
        yield "The check has no address yet."
    author = block.get("author")
    if author is not None and not (isinstance(author, dict) and _words(author.get("name"))):
        yield "The author of the review has no name."
    item = block.get("itemReviewed")
    if item is not None and not (isinstance(item, dict) and item.get("@type") == "Claim"):
        yield "What is reviewed is not a claim."
    if isinstance(item, dict):
        claimant = item.get("author")
        if claimant is not None and not (isinstance(claimant, dict) and claimant.get("name")):
            yield "The claimant has no name."


def _rating(rating: object) -> Iterator[str]:
    if not isinstance(rating, dict) or rating.get("@type") != "Rating":
        yield "The check is not rated."
        return
    if not _words(rating.get("alternateName")):
        yield "The rating has no words."
    given = [name for name in _NUMBERS if name in rating]
    if not given:
        return
    numbers = [rating.get(name) for name in _NUMBERS]
    if any(not isinstance(one, int | float) or isinstance(one, bool) for one in numbers):
        yield "The rating gives some of its three numbers, not all."
        return
    worst, value, best = (float(str(one)) for one in numbers)
    if not worst <= value <= best or worst == best:
        yield "The number of the rating lies outside its scale."


def _values(value: object, name: str = "") -> Iterator[str]:
    """Yield a sentence for each address and date, however deep, that is none."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, name)
    elif name in _ADDRESSES and not (isinstance(value, str) and is_address(value)):
        yield f"“{value}” is no whole web address."
    elif name in _DATES and not (isinstance(value, str) and _is_date(value)):
        yield f"“{value}” is no date as ISO 8601 writes it."


def _is_date(value: str) -> bool:
    local = _SECONDS.sub(r"\1", _ZONE.sub("", value)) if "T" in value else value
    try:
        precision_of(local)
    except ValueError:
        return False
    return True


def _words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
