"""Pictures of a document: kept with caption and credit as records, bounded in number and size."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.core.source import PageImage
from workbench.intake.document import Picture
from workbench.intake.kind import picture_type
from workbench.reading.caption import caption_of

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PICTURES = 40
_LARGEST = 8_000_000
_LARGEST_WHOLE = 40_000_000
_SMALLEST = 600
"""Bytes; below that stand dots that count visitors, lines and bullets."""
_LONGEST = 2_000


def picture(
    *,
    said: str = "",
    credit: str = "",
    alt_text: str = "",
    address: str = "",
    data: bytes = b"",
) -> Picture:
    """Return a picture as a document has it; bytes that are no picture's are not kept."""
    caption = caption_of(said)
    kind = picture_type(data) if _SMALLEST <= len(data) <= _LARGEST else ""
    image = PageImage(
        caption=caption.words,
        credit=" ".join(credit.split())[:_LONGEST] or caption.credit,
        alt_text=" ".join(alt_text.split())[:_LONGEST],
        address=address[:_LONGEST] if address.startswith(("http://", "https://")) else "",
        sha256=hashlib.sha256(data).hexdigest() if kind else "",
        media_type=kind,
    )
    return Picture(image=image, data=data if kind else b"")


def kept(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Return the pictures that are kept: each once, so many of them, so many bytes."""
    found: list[Picture] = []
    seen: set[str] = set()
    size = 0
    for each in pictures:
        image = each.image
        key = image.sha256 or image.address or f"{image.alt_text}\n{image.caption}"
        if not key.strip() or key in seen:
            continue
        seen.add(key)
        if size + len(each.data) > _LARGEST_WHOLE:
            continue
        size += len(each.data)
        found.append(each)
        if len(found) == MOST_PICTURES:
            break
    return tuple(found)
