"""Rows of a check itself, of its draft and posts, and of what is noted after the writing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workbench.core.check import Check
from workbench.core.contact import Contact
from workbench.core.draft import Draft, DraftPart, Image, Post, WatchItem
from workbench.core.record import (
    ChecklistAnswer,
    CheckState,
    Correction,
    CorrectionKind,
    Precedent,
    SignOff,
    StateChange,
)
from workbench.core.verdict import Verdict
from workbench.store.record import (
    Row,
    date_of,
    date_text,
    json_text,
    names_of,
    names_text,
    reference,
    time_of,
    time_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def check_row(check: Check) -> dict[str, Any]:
    """Return the columns of a check, without its parts and its revision."""
    return {
        "id": check.id,
        "slug": check.slug,
        "title": check.title,
        "created": time_text(check.created),
        "changed": time_text(check.changed),
        "state": check.state.value,
        "author": check.author,
        "reviewer": check.reviewer,
        "language": check.language,
        "url": check.url,
        "published": date_text(check.published),
        "template": check.template,
        "main_claim_id": reference(check.main_claim_id),
        "rating_scale": check.verdict.scale,
        "rating_label": check.verdict.label,
        "rating_wording": check.verdict.wording,
        "rating_reason": check.verdict.reason,
        "read_next": json_text([_precedent_fields(item) for item in check.read_next]),
        "notes": check.notes,
        "dismissals": names_text(check.dismissals),
    }


def check_of(row: Row, parts: Mapping[str, tuple[Any, ...]]) -> Check:
    """Return the check of a row and its parts by table; raises ValueError if there is none such."""
    return Check(
        id=row["id"],
        slug=row["slug"],
        title=row["title"],
        created=time_of(row["created"]),
        changed=time_of(row["changed"]),
        state=CheckState(row["state"]),
        author=row["author"],
        reviewer=row["reviewer"],
        language=row["language"],
        url=row["url"],
        published=date_of(row["published"]),
        template=row["template"],
        sources=parts["source"],
        passages=parts["passage"],
        claims=parts["claim"],
        main_claim_id=row["main_claim_id"] or "",
        events=parts["event"],
        contacts=parts["contact"],
        draft=Draft(parts=parts["draft_part"]),
        verdict=Verdict(
            scale=row["rating_scale"],
            label=row["rating_label"],
            wording=row["rating_wording"],
            reason=row["rating_reason"],
        ),
        posts=parts["post"],
        images=parts["image"],
        watch_items=parts["watch_item"],
        read_next=tuple(Precedent(**fields) for fields in json.loads(row["read_next"])),
        corrections=parts["correction"],
        sign_offs=parts["sign_off"],
        state_changes=parts["state_change"],
        votes=parts["rating_vote"],
        comments=parts["comment"],
        suggestions=parts["suggestion"],
        conflicts=parts["merge_conflict"],
        notes=row["notes"],
        dismissals=names_of(row["dismissals"]),
    )


def contact_row(contact: Contact) -> dict[str, Any]:
    """Return the columns of a contact."""
    return {
        "id": contact.id,
        "who": contact.who,
        "through": contact.through,
        "asked": date_text(contact.asked),
        "question": contact.question,
        "answered": date_text(contact.answered),
        "answer": contact.answer,
        "claim_ids": names_text(contact.claim_ids),
        "is_private": int(contact.is_private),
        "notes": contact.notes,
    }


def contact_of(row: Row) -> Contact:
    """Return the contact of a row; raises ValueError if there is no such contact."""
    return Contact(
        id=row["id"],
        who=row["who"],
        through=row["through"],
        asked=date_of(row["asked"]),
        question=row["question"],
        answered=date_of(row["answered"]),
        answer=row["answer"],
        claim_ids=names_of(row["claim_ids"]),
        is_private=bool(row["is_private"]),
        notes=row["notes"],
    )


def part_row(part: DraftPart) -> dict[str, Any]:
    """Return the columns of a part of the draft."""
    return {"part": part.key, "text": part.text, "heading": part.heading}


def part_of(row: Row) -> DraftPart:
    """Return the part of the draft of a row; raises ValueError if there is no such part."""
    return DraftPart(key=row["part"], text=row["text"], heading=row["heading"])


def post_row(post: Post) -> dict[str, Any]:
    """Return the columns of a post."""
    return {"network": post.network, "text": post.text}


def post_of(row: Row) -> Post:
    """Return the post of a row."""
    return Post(network=row["network"], text=row["text"])


def image_row(image: Image) -> dict[str, Any]:
    """Return the columns of a picture."""
    return {
        "id": image.id,
        "alt_text": image.alt_text,
        "caption": image.caption,
        "creator": image.creator,
        "licence": image.licence,
        "link": image.link,
        "taken": date_text(image.date),
        "sha256": image.sha256,
        "file_name": image.file_name,
    }


def image_of(row: Row) -> Image:
    """Return the picture of a row; raises ValueError if there is no such picture."""
    return Image(
        id=row["id"],
        alt_text=row["alt_text"],
        caption=row["caption"],
        creator=row["creator"],
        licence=row["licence"],
        link=row["link"],
        date=date_of(row["taken"]),
        sha256=row["sha256"],
        file_name=row["file_name"],
    )


def watch_item_row(item: WatchItem) -> dict[str, Any]:
    """Return the columns of a watch item."""
    return {
        "id": item.id,
        "text": item.text,
        "claim_id": reference(item.claim_id),
        "due": date_text(item.due),
        "seen": int(item.seen),
    }


def watch_item_of(row: Row) -> WatchItem:
    """Return the watch item of a row; raises ValueError if there is no such item."""
    return WatchItem(
        id=row["id"],
        text=row["text"],
        claim_id=row["claim_id"] or "",
        due=date_of(row["due"]),
        seen=bool(row["seen"]),
    )


def correction_row(correction: Correction) -> dict[str, Any]:
    """Return the columns of a correction."""
    return {
        "id": correction.id,
        "kind": correction.kind.value,
        "at": time_text(correction.at),
        "was": correction.was,
        "now": correction.now,
        "reason": correction.reason,
        "export_id": correction.export_id,
    }


def correction_of(row: Row) -> Correction:
    """Return the correction of a row; raises ValueError if there is no such correction."""
    return Correction(
        id=row["id"],
        kind=CorrectionKind(row["kind"]),
        at=time_of(row["at"]),
        was=row["was"],
        now=row["now"],
        reason=row["reason"],
        export_id=row["export_id"],
    )


def state_change_row(step: StateChange) -> dict[str, Any]:
    """Return the columns of a step from state to state."""
    return {
        "id": step.id,
        "state": step.state.value,
        "who": step.who,
        "at": time_text(step.at),
    }


def state_change_of(row: Row) -> StateChange:
    """Return the step of a row; raises ValueError if there is no such step."""
    return StateChange(
        id=row["id"], state=CheckState(row["state"]), who=row["who"], at=time_of(row["at"])
    )


def sign_off_row(sign_off: SignOff) -> dict[str, Any]:
    """Return the columns of a sign-off."""
    return {
        "id": sign_off.id,
        "name": sign_off.name,
        "role": sign_off.role,
        "at": time_text(sign_off.at),
        "revision": sign_off.revision,
        "sha256": sign_off.sha256,
        "answers": json_text([_answer_fields(answer) for answer in sign_off.answers]),
    }


def sign_off_of(row: Row) -> SignOff:
    """Return the sign-off of a row; raises ValueError if there is no such sign-off."""
    return SignOff(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        at=time_of(row["at"]),
        revision=row["revision"],
        sha256=row["sha256"],
        answers=tuple(ChecklistAnswer(**fields) for fields in json.loads(row["answers"])),
    )


def _answer_fields(answer: ChecklistAnswer) -> dict[str, str]:
    fields = {
        "key": answer.key,
        "question": answer.question,
        "answer": answer.answer,
        "note": answer.note,
    }
    return {name: value for name, value in fields.items() if value}


def _precedent_fields(precedent: Precedent) -> dict[str, str]:
    fields = {"title": precedent.title, "slug": precedent.slug, "url": precedent.url}
    return {name: value for name, value in fields.items() if value}
