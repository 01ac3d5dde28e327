"""What reading a file gives: its text, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from workbench.core.source import PageImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture that stood in a document: its record, and its bytes if they came along."""

    image: PageImage
    data: bytes = b""


class Document(NamedTuple):
    """The working text of a file.

    Attributes:
        title: what the document calls itself; a proposal, nothing more.
        note: a sentence about how it was read, where the person should know.
        pictures: what stood in it, in its order.

    """

    text: str
    title: str = ""
    note: str = ""
    pictures: tuple[Picture, ...] = ()
