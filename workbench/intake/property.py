"""The properties that a document carries of itself, and how little of them may be proposed.

Who is named as author may have set up the template, the day may be that of a copy, and the title
that of the document before it. Such a thing is proposed only where the text bears it out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from workbench.reading.folding import squeezed
from workbench.reading.proposal import Certainty, Metadata, Proposal
from workbench.reading.signer import is_collective, is_person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.intake.package import Package

_BASIS = "document properties"
_NO_TITLE = re.compile(
    r"(?:microsoft \w+|powerpoint|untitled|document|unbenannt|sans titre|template|slide|layout)\b"
    r"|.*\.(?:docx?|odt|pdf|indd|qxd|rtf|txt|pages|pub|ai|eps|tex|dvi|html?)\Z",
    re.IGNORECASE,
)
_HEAD = 2_000
_FOOT = 600
_LONGEST = 400
_FIELDS = {"title": "title", "creator": "author", "initial-creator": "author"}


class Properties(NamedTuple):
    """What a document says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""


def properties_of(package: Package) -> Properties:
    """Return the properties of a Word or OpenDocument file."""
    reader = _Reader()
    for part in ("docProps/core.xml", "meta.xml"):
        package.read(part, reader)
    return Properties(sound_title(reader.found.get("title", "")), reader.found.get("author", ""))


def sound_title(words: str) -> str:
    """Return a title, or nothing for what programs fill in: "Microsoft Word - draft3.docx"."""
    words = " ".join(words.split())[:_LONGEST]
    return "" if _NO_TITLE.match(words) or len(words) < 4 else words


def property_metadata(properties: Properties, text: str) -> Metadata:
    """Return what of a document's properties its text bears out.

    A title stands in the first lines, an author signs at the head or the foot. No day is taken: a
    file's days are those of writing and copying, and none is that of publication.
    """
    head = squeezed(text[:_HEAD]).text
    title = byline = None
    if properties.title and squeezed(properties.title).text in head:
        title = Proposal(value=properties.title, basis=_BASIS, certainty=Certainty.LIKELY)
    author = " ".join(properties.author.split())
    if (is_person(author) or is_collective(author)) and _signs(author, text):
        basis = f"{_BASIS}; the text names the same"
        byline = Proposal(value=author, basis=basis, certainty=Certainty.LIKELY)
    return Metadata(title=title, byline=byline)


def _signs(author: str, text: str) -> bool:
    """Whether a name stands on a line of its own, perhaps after "By", at the head or the foot."""
    wanted = squeezed(author).text
    lines = [*text[:_HEAD].splitlines(), *text[-_FOOT:].splitlines()]
    for line in lines:
        bare = re.sub(r"\A\s*(?:by|von|par|por|di|door)\s*:?\s+", "", line, flags=re.IGNORECASE)
        if squeezed(bare.strip(" \t.,:–—-")).text == wanted:
            return True
    return False


class _Reader:
    """Takes the elements of the part that holds the properties."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._into = ""

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self._into = _FIELDS.get(tag.rpartition("}")[2], "")

    def end(self, _tag: str) -> None:
        self._into = ""

    def data(self, text: str) -> None:
        if self._into:
            self.found[self._into] = (self.found.get(self._into, "") + text)[:_LONGEST]

    def close(self) -> None:
        """Do nothing at the end."""
