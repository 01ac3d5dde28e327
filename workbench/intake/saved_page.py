"""Saved web pages: as HTML, as one file with everything in it, and as a web archive (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from workbench.core.error import UserError
from workbench.intake.data_uri import without_data
from workbench.intake.document import Document
from workbench.intake.encoding import decoded
from workbench.intake.file import LARGEST, too_large
from workbench.intake.markup import declared_encoding, require_short_tags
from workbench.intake.message import (
    bytes_of,
    field_of,
    leaves_of,
    parsed_message,
    text_of_part,
)

if TYPE_CHECKING:
    from email.message import EmailMessage

_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}")
# The comment of SingleFile, and the older one of Internet Explorer ("mark of the web").
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S{4,2000})(?P<rest>[^>]{0,400}?)-->"
)
_MARK_OF_THE_WEB = re.compile(r"<!--\s*saved from url=\(\d{4,5}\)(?P<url>\S{4,2000})\s*-->")
_HEAD = 20_000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as it was saved.

    Attributes:
        html: without the data: addresses in it.
        address: where it was saved from; empty if the file does not say.
        basis: what says so, in words.
        note: how it was read, where the person should know.
        bytes_at: gives the bytes of a picture that came along by its address on the page, or none.

    """

    html: str
    address: str = ""
    basis: str = ""
    note: str = ""
    bytes_at: Callable[[str], bytes] = lambda _: b""


def page_in_html(data: bytes, name: str) -> SavedPage:
    """Return the page in an HTML file; raises UserError if its encoding cannot be told."""
    html, note = decoded(data, name, declared_encoding(data))
    address, basis = _stated_address(html[:_HEAD])
    held = without_data(html)
    _require_sane(held.html, name)
    return SavedPage(held.html, address, basis, note, held.bytes_at)


def page_in_archive(data: bytes, name: str) -> SavedPage:
    """Return the page in a web archive, as browsers save it; raises UserError if there is none."""
    message = parsed_message(data, name)
    leaves = list(leaves_of(message))
    root = _root_of(message, leaves)
    if root is None:
        raise UserError(
            f"There is no page in the web archive “{name}”. Nothing was taken in.",
            "Open it in a browser, select the article, copy it and paste it here.",
        )
    html, note = text_of_part(root, name, declared_encoding(bytes_of(root)))
    held = without_data(html)
    _require_sane(held.html, name)
    for place, what in (
        (message, "Snapshot-Content-Location"),
        (root, "Content-Location"),
        (message, "Content-Location"),
    ):
        if address := _clean(field_of(place, what)):
            break
    pictures: dict[str, EmailMessage] = {}
    for part in leaves:
        if part is not root and part.get_content_maintype() == "image":
            pictures |= dict.fromkeys(_names_of(part, address), part)

    def bytes_at(place: str) -> bytes:
        part = pictures.get(place) or pictures.get(_joined(address, place))
        return bytes_of(part) if part is not None else held.bytes_at(place)

    return SavedPage(held.html, address, f"web archive, {what}" if address else "", note, bytes_at)


def document_of(page: SavedPage, name: str) -> Document:
    """Return the article of a saved page, its pictures with it."""
    from workbench.intake.page import page_text
    from workbench.intake.page_picture import page_pictures

    read = page_text(page.html, name)
    pictures = page_pictures(page.html, page.bytes_at, page.address)
    note = " ".join(filter(None, (page.note, read.note)))
    return Document(read.text, read.title, note, pictures)


def _root_of(message: EmailMessage, leaves: list[EmailMessage]) -> EmailMessage | None:
    """Return the part that is the page: the one that "start" names, else the first of its kind."""
    pages = [part for part in leaves if part.get_content_type() in _PAGES]
    try:
        start = str(message.get_param("start") or "").strip()
    except (ValueError, TypeError, AttributeError, LookupError):
        start = ""
    named = [part for part in pages if start and field_of(part, "Content-ID") == start]
    return next(iter(named or pages), None)


_PAGES = ("text/html", "application/xhtml+xml")


def _names_of(part: EmailMessage, base: str) -> list[str]:
    location = field_of(part, "Content-Location").replace(" ", "")
    identity = field_of(part, "Content-ID").strip("<> ")
    names = [location, _joined(base, location) if location else ""]
    return [name for name in (*names, f"cid:{identity}" if identity else "") if name]


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _stated_address(head: str) -> tuple[str, str]:
    """Return where a page was saved from and what says so; both empty if nothing does."""
    if (match := _SINGLE_FILE.search(head)) and (address := _clean(match["url"])):
        return address, "note of SingleFile in the page"
    if (match := _MARK_OF_THE_WEB.search(head)) and (address := _clean(match["url"])):
        return address, "note of the browser in the page"
    return "", ""


def _clean(address: str) -> str:
    """Return an address of the web without its fragment; empty if it is none."""
    address = address.replace(" ", "")
    return address.partition("#")[0] if _ADDRESS.fullmatch(address) else ""


def _require_sane(html: str, name: str) -> None:
    if len(html) > LARGEST:
        raise too_large(name, len(html))
    require_short_tags(html)
