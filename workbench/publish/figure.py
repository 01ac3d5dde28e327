"""Pictures of the page: the record of each, and its bytes inside the file where they are wanted."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from workbench.publish.escape import plain, web_address
from workbench.publish.generated import image_markdown
from workbench.publish.listed import closed
from workbench.publish.page import safe_html
from workbench.publish.wording import date_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.core.check import Check
    from workbench.core.draft import Image

LARGEST_PICTURE = 5_000_000
"""Bytes of a picture that a page takes in; a larger one stays a record."""

_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
"""What files of pixels begin with. SVG is none of them: it is a document that can act."""


def figures(check: Check, pictures: Mapping[str, bytes]) -> str:
    """Return the pictures of a check as HTML, those whose bytes are given as figures."""
    return "\n".join(
        _figure(image, pictures[image.sha256])
        if image.sha256 in pictures and is_shown(pictures[image.sha256])
        else safe_html(image_markdown(image))
        for image in check.images
    )


def is_shown(data: bytes) -> bool:
    """Return whether bytes are a picture that a page takes in."""
    return bool(_media_type(data)) and len(data) <= LARGEST_PICTURE


def _figure(image: Image, data: bytes) -> str:
    source = f"data:{_media_type(data)};base64,{base64.b64encode(data).decode()}"
    return (
        f'<figure>\n<img src="{source}" alt="{escape(plain(image.alt_text))}">\n'
        f"<figcaption>{_caption(image)}</figcaption>\n</figure>"
    )


def _caption(image: Image) -> str:
    """Return caption and credit, one after the other; what is not known of a picture says so."""
    link = web_address(image.link)
    credit = [
        f"Creator: {escape(plain(image.creator)) or 'not stated'}.",
        f"Licence: {escape(plain(image.licence)) or 'not stated'}.",
    ]
    if link:
        credit.append(f'<a href="{escape(link)}" rel="noopener">Where it comes from</a>.')
    if image.date.is_known:
        credit.append(f"{escape(plain(date_words(image.date)))}.")
    return " ".join((escape(closed(image.caption)), *credit)).strip()


def _media_type(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _STARTS if data.startswith(start)), "")
