"""Changes of the pictures that go with a check: one of a source's may be chosen for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.draft import Image

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.source import PageImage

_ENDINGS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
}


def page_images(check: Check) -> tuple[tuple[str, PageImage], ...]:
    """Return the pictures of a check's sources, newest texts only, with the source's id."""
    return tuple((source.id, image) for source in check.sources for image in source.version.images)


def with_page_image(check: Check, page_image: PageImage, image_id: str) -> Check:
    """Return a check with a source's picture as its first image record.

    Caption, credit and address come along as the page has them; the licence does not: that a
    page shows a picture says nothing of who else may. What a person typed of it before is kept
    where the page says nothing.
    """
    first = check.images[0] if check.images else Image(id=image_id)
    ending = _ENDINGS.get(page_image.media_type, "")
    chosen = replace(
        first,
        alt_text=page_image.alt_text or first.alt_text,
        caption=page_image.caption or first.caption,
        creator=page_image.credit or first.creator,
        link=page_image.address or first.link,
        sha256=page_image.sha256,
        file_name=f"picture{ending}" if page_image.sha256 else "",
        licence="",
    )
    return replace(check, images=(chosen, *check.images[1:]))


def with_alt_text(check: Check, text: str) -> Check:
    """Return the check with the alt text of its first picture; it must have one."""
    first, *rest = check.images
    return replace(check, images=(replace(first, alt_text=text), *rest))
