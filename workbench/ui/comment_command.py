"""What a person does to comments, each as one step that can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench import clock
from workbench.core import change_comment
from workbench.core.review import Comment

if TYPE_CHECKING:
    from workbench.core.review import Subject
    from workbench.ui.desk import Desk


def add(desk: Desk, subject: Subject, who: str, text: str) -> Comment:
    """Open a thread at a place."""
    made = Comment(id=clock.new_id(), subject=subject, who=who, at=clock.now(), text=text.strip())
    desk.edit(_tr("Add comment"), lambda check: change_comment.with_comment(check, made))
    return made


def answer(desk: Desk, opening: Comment, who: str, text: str) -> None:
    """Say something in a thread; that opens it again if it was resolved."""
    made = Comment(
        id=clock.new_id(),
        subject=opening.subject,
        who=who,
        at=clock.now(),
        text=text.strip(),
        thread=opening.id,
    )
    desk.edit(_tr("Answer comment"), lambda check: change_comment.with_comment(check, made))


def reword(desk: Desk, comment: Comment, text: str) -> None:
    """Put other words into a remark."""
    desk.edit(_tr("Change comment"), lambda check: change_comment.reworded(check, comment.id, text))


def remove(desk: Desk, comment: Comment) -> None:
    """Take a remark away that nobody has answered."""
    desk.edit(
        _tr("Delete comment"), lambda check: change_comment.without_comment(check, comment.id)
    )


def resolve(desk: Desk, opening: Comment, who: str) -> None:
    """Settle a thread."""
    at = clock.now()
    desk.edit(
        _tr("Resolve comment"), lambda check: change_comment.resolved(check, opening.id, who, at)
    )


def reopen(desk: Desk, opening: Comment) -> None:
    """Open a thread again."""
    desk.edit(_tr("Open comment again"), lambda check: change_comment.reopened(check, opening.id))


def _tr(text: str) -> str:
    return QCoreApplication.translate("comment_command", text)
