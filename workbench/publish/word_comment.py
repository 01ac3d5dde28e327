"""Comments of a Word file: the part with them, which answer which, and their places in the text.

Comments are ECMA-376, part 1, 17.13.4; which one answers another is told in a part of its own
(MS-DOCX, 2.5.41), by the paragraphs that they end in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.publish.iso_date import iso_moment
from workbench.publish.word_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.core.review import Comment

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_2011 = "http://schemas.microsoft.com/office/2011/relationships"

TYPES = (
    f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
    '<Override PartName="/word/commentsExtended.xml" '
    f'ContentType="{_TYPE}.commentsExtended+xml"/>'
)
"""What the parts are, for the list of types."""
RELATIONS = (
    f'<Relationship Id="comments" Type="{_OFFICE}/comments" Target="comments.xml"/>'
    f'<Relationship Id="answers" Type="{_OFFICE_2011}/commentsExtended" '
    'Target="commentsExtended.xml"/>'
)
"""How the text refers to them."""


class WordComments:
    """Collects the comments of a file while its text is written."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._answers: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._written)

    def add(self, thread: Sequence[Comment]) -> tuple[str, str]:
        """Add a thread; return what stands before and behind the words that it is about."""
        numbers = []
        first = ""
        for one in thread:
            number = len(self._written)
            paragraph = f"{number + 1:08X}"
            self._written.append(_comment(number, paragraph, one))
            parent = f' w15:paraIdParent="{first}"' if first else ""
            self._answers.append(f'<w15:commentEx w15:paraId="{paragraph}"{parent} w15:done="0"/>')
            first = first or paragraph
            numbers.append(number)
        before = "".join(f'<w:commentRangeStart w:id="{n}"/>' for n in numbers)
        behind = "".join(
            f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
            for n in numbers
        )
        return before, behind

    def parts(self) -> dict[str, str]:
        """Return the parts of the file with the comments; none if there are none."""
        if not self._written:
            return {}
        spaces = (
            f'xmlns:w="{_WORD}" xmlns:w14="{_WORD_2010}" xmlns:w15="{_WORD_2012}" '
            f'xmlns:mc="{_COMPATIBILITY}" mc:Ignorable="w14 w15"'
        )
        written, answers = "".join(self._written), "".join(self._answers)
        return {
            "word/comments.xml": f"{_HEAD}<w:comments {spaces}>{written}</w:comments>",
            "word/commentsExtended.xml": (
                f"{_HEAD}<w15:commentsEx {spaces}>{answers}</w15:commentsEx>"
            ),
        }


def _comment(number: int, paragraph: str, comment: Comment) -> str:
    who = xml_text(comment.who)
    initials = xml_text("".join(word[0] for word in comment.who.split())[:9])
    lines = comment.text.split("\n")
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{xml_text(line)}</w:t></w:r>' for line in lines
    )
    return (
        f'<w:comment w:id="{number}" w:author="{who}" w:date="{iso_moment(comment.at)}" '
        f'w:initials="{initials}"><w:p w14:paraId="{paragraph}">{runs}</w:p></w:comment>'
    )
