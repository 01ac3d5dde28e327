"""A Word document that came back: words with tracked changes, comments, what it says of itself.

Insertions, deletions and moves keep who made them and when (ECMA-376, part 1, 17.13.5); changes of
the look alone are left aside. Comments keep the words that they are on (17.13.4).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.returned import CopyIdentity, CopyKind, ReturnedLine, ReturnedText
from workbench.intake.package import Package
from workbench.intake.review_docx_body import Body
from workbench.intake.review_docx_part import Comments, Own, Relations, Styles, moment

if TYPE_CHECKING:
    from workbench.core.returned import ReturnedRemark


def read_docx(data: bytes, name: str) -> ReturnedText:
    """Return a Word document that came back; raises UserError for one that cannot be read."""
    package = Package(data, name)
    if "word/document.xml" not in package.names:
        raise package.refused("it is no Word document")
    own, styles, comments = Own(), Styles(), Comments()
    package.read("docProps/custom.xml", own)
    package.read("docProps/core.xml", own)
    package.read("word/styles.xml", styles)
    package.read("word/comments.xml", comments)
    package.read("word/commentsExtended.xml", comments)
    body = Body(styles.found, comments.numbers)
    for part in ("document", "footnotes"):
        relations = Relations()
        package.read(f"word/_rels/{part}.xml.rels", relations)
        body.begin(relations.addresses, is_notes=part == "footnotes")
        package.read(f"word/{part}.xml", body)
    return ReturnedText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="docx",
        identity=_identity(own.found),
        lines=_lines(body),
        remarks=_remarks(comments),
        who=own.found.get("lastModifiedBy", "").strip(),
        at=moment(own.found.get("modified", "")),
    )


def _identity(own: dict[str, str]) -> CopyIdentity:
    number = own.get("workbench-revision", "").strip()
    kind = own.get("workbench-copy", "").strip()
    return CopyIdentity(
        check_id=own.get("workbench-check", "").strip().lower(),
        revision=int(number) if number.isdecimal() and len(number) < 10 else 0,
        state_id=own.get("workbench-revision-id", "").strip().lower(),
        kind=CopyKind(kind) if kind in set(CopyKind) else CopyKind.UNKNOWN,
    )


def _remarks(comments: Comments) -> tuple[ReturnedRemark, ...]:
    return tuple(
        replace(one, answers=comments.answers.get(number, -1), is_settled=number in comments.done)
        for number, one in enumerate(comments.remarks)
    )


def _lines(body: Body) -> tuple[ReturnedLine, ...]:
    """Return the lines with those joined whose paragraph mark was deleted, unless one is gone."""
    found: list[ReturnedLine] = []
    joins = False
    for line, is_joined in body.lines:
        if joins and found and not line.is_note:
            found[-1] = replace(found[-1], pieces=(*found[-1].pieces, *line.pieces))
        else:
            found.append(line)
        words = "".join(piece.text for piece in line.pieces)
        is_gone = bool(words.strip()) and not line.final.strip()
        joins = is_joined and not is_gone and bool(words.strip())
    return tuple(line for line in found if line.pieces)
