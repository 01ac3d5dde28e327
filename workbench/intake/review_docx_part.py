"""The parts of a Word document around its text, as they are read from a file that came back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.core.returned import ReturnedRemark

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 1_000
_LONGEST_REMARK = 20_000
_MOST_REMARKS = 5_000
_OWN = ("lastModifiedBy", "modified")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}


def bare(tag: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def attribute(attributes: Mapping[str, str], name: str) -> str:
    """Return an attribute by its bare name, whatever namespace it is in; empty if there is none."""
    for key, value in attributes.items():
        if bare(key) == name:
            return value
    return ""


def moment(text: str) -> datetime | None:
    """Return a time as word processors write it, in UTC; None for what is no time."""
    try:
        at = datetime.fromisoformat(text.strip().replace("Z", "+00:00"))
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at.replace(microsecond=0)


class Quiet:
    """Takes what it is not interested in."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Do nothing at the beginning of an element."""

    def end(self, tag: str) -> None:
        """Do nothing at the end of an element."""

    def data(self, text: str) -> None:
        """Do nothing with text."""

    def close(self) -> None:
        """Do nothing at the end."""


class Own(Quiet):
    """Gathers what a document says of itself: its own properties, who saved it last and when."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._name = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of a property."""
        name = bare(tag)
        if name == "property":
            self._name = attribute(attributes, "name")
        elif name in _OWN:
            self._name = name

    def end(self, tag: str) -> None:
        """Take the end of a property."""
        if bare(tag) in ("property", *_OWN):
            self._name = ""

    def data(self, text: str) -> None:
        """Take the value of a property."""
        if self._name:
            self.found[self._name] = (self.found.get(self._name, "") + text)[:_LONGEST]


class Relations(Quiet):
    """Gathers where links lead."""

    def __init__(self) -> None:
        self.addresses: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a relation to a place outside the document."""
        if bare(tag) == "Relationship" and attribute(attributes, "TargetMode") == "External":
            self.addresses[attribute(attributes, "Id")] = attribute(attributes, "Target")


class Styles(Quiet):
    """Gathers what styles are called, in lower case, by their ids."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a style or its name."""
        name = bare(tag)
        if name == "style":
            self._id = attribute(attributes, "styleId")
        elif name == "name" and self._id:
            self.found.setdefault(self._id, attribute(attributes, "val").lower())


class Comments(Quiet):
    """Gathers comments, then which of them answer others or are marked as done.

    Attributes:
        numbers: index of each comment by the id that the text names it with.
        answers: index of the comment that one answers.
        done: indexes of those marked as done.

    """

    def __init__(self) -> None:
        self.remarks: list[ReturnedRemark] = []
        self.numbers: dict[str, int] = {}
        self.answers: dict[int, int] = {}
        self.done: set[int] = set()
        self._by_paragraph: dict[str, int] = {}
        self._who, self._at = "", ""
        self._words: list[str] | None = None
        self._in_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take a comment, a paragraph of one, or what is told of one."""
        name = bare(tag)
        if name == "comment" and len(self.remarks) < _MOST_REMARKS:
            self._who = " ".join(attribute(attributes, "author").split())[:_LONGEST]
            self._at = attribute(attributes, "date")
            self._words = []
            self.numbers.setdefault(attribute(attributes, "id"), len(self.remarks))
        elif name == "p" and self._words is not None:
            if self._words:
                self._words.append("\n")
            if paragraph := attribute(attributes, "paraId"):
                self._by_paragraph[paragraph] = len(self.remarks)
        elif name == "commentEx":
            self._take_more(attributes)
        elif name in _BREAKS and self._words is not None:
            self._words.append(_BREAKS[name])
        self._in_text = name == "t"

    def end(self, tag: str) -> None:
        """Take the end of a comment."""
        self._in_text = False
        if bare(tag) == "comment" and self._words is not None:
            words = "".join(self._words).strip()[:_LONGEST_REMARK]
            self.remarks.append(ReturnedRemark(text=words, who=self._who, at=moment(self._at)))
            self._words = None

    def data(self, text: str) -> None:
        """Take words of a comment."""
        if self._in_text and self._words is not None:
            self._words.append(text)

    def _take_more(self, attributes: Mapping[str, str]) -> None:
        number = self._by_paragraph.get(attribute(attributes, "paraId"), -1)
        parent = self._by_paragraph.get(attribute(attributes, "paraIdParent"), -1)
        if number < 0:
            return
        if 0 <= parent < number:
            self.answers[number] = parent
        if attribute(attributes, "done") in ("1", "true"):
            self.done.add(number)
