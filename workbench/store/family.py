"""Which rows make up a check: every table below it, its key, and the way there and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.store import check_record, claim_record, review_record, source_record
from workbench.store.summary import HitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The ordered items of one kind below a check, or below an item of a check.

    Attributes:
        table: where their rows are.
        items: the items, taken from their owner.
        key: the column that tells them apart below their owner.
        name: what stands in that column.
        row: the columns of an item, without check_id, the owner's column and position.
        value: the item of a row; families with children take the children's tuples besides.
        owner: the column with the owner's id, for families below an item; else empty.
        kind, text: what an item is to a search, and its searchable words; None if it is not found.

    """

    table: str
    items: Callable[[Any], Sequence[Any]]
    row: Callable[[Any], dict[str, Any]]
    value: Callable[..., Any]
    key: str = "id"
    name: Callable[[Any], str] = lambda item: str(item.id)
    owner: str = ""
    children: tuple[Family, ...] = ()
    kind: HitKind | None = None
    text: Callable[[Any], str] = str


def _lines(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


FAMILIES = (
    Family(
        table="source",
        items=lambda check: check.sources,
        row=source_record.source_row,
        value=source_record.source_of,
        kind=HitKind.SOURCE,
        text=lambda source: _lines(source.title, source.outlet),
        children=(
            Family(
                table="source_version",
                items=lambda source: source.versions,
                row=source_record.version_row,
                value=source_record.version_of,
                owner="source_id",
            ),
        ),
    ),
    Family(
        table="passage",
        items=lambda check: check.passages,
        row=source_record.passage_row,
        value=source_record.passage_of,
        kind=HitKind.QUOTE,
        text=lambda passage: str(passage.selector.exact),
    ),
    Family(
        table="claim",
        items=lambda check: check.claims,
        row=claim_record.claim_row,
        value=claim_record.claim_of,
        kind=HitKind.CLAIM,
        text=lambda claim: _lines(claim.as_supported, claim.as_circulated, claim.claimant),
        children=(
            Family(
                table="appearance",
                items=lambda claim: claim.appearances,
                row=claim_record.appearance_row,
                value=claim_record.appearance_of,
                owner="claim_id",
            ),
            Family(
                table="evidence",
                items=lambda claim: claim.evidence,
                row=claim_record.evidence_row,
                value=claim_record.evidence_of,
                owner="claim_id",
            ),
        ),
    ),
    Family(
        table="event",
        items=lambda check: check.events,
        row=claim_record.event_row,
        value=claim_record.event_of,
    ),
    Family(
        table="contact",
        items=lambda check: check.contacts,
        row=check_record.contact_row,
        value=check_record.contact_of,
    ),
    Family(
        table="draft_part",
        items=lambda check: check.draft.parts,
        row=check_record.part_row,
        value=check_record.part_of,
        key="part",
        name=lambda part: str(part.key),
        kind=HitKind.PART,
        text=lambda part: _lines(part.heading, part.text),
    ),
    Family(
        table="post",
        items=lambda check: check.posts,
        row=check_record.post_row,
        value=check_record.post_of,
        key="network",
        name=lambda post: str(post.network),
        kind=HitKind.POST,
        text=lambda post: str(post.text),
    ),
    Family(
        table="image",
        items=lambda check: check.images,
        row=check_record.image_row,
        value=check_record.image_of,
    ),
    Family(
        table="watch_item",
        items=lambda check: check.watch_items,
        row=check_record.watch_item_row,
        value=check_record.watch_item_of,
    ),
    Family(
        table="correction",
        items=lambda check: check.corrections,
        row=check_record.correction_row,
        value=check_record.correction_of,
    ),
    Family(
        table="sign_off",
        items=lambda check: check.sign_offs,
        row=check_record.sign_off_row,
        value=check_record.sign_off_of,
    ),
    Family(
        table="state_change",
        items=lambda check: check.state_changes,
        row=check_record.state_change_row,
        value=check_record.state_change_of,
    ),
    Family(
        table="rating_vote",
        items=lambda check: check.votes,
        row=review_record.vote_row,
        value=review_record.vote_of,
    ),
    Family(
        table="comment",
        items=lambda check: check.comments,
        row=review_record.comment_row,
        value=review_record.comment_of,
    ),
    Family(
        table="suggestion",
        items=lambda check: check.suggestions,
        row=review_record.suggestion_row,
        value=review_record.suggestion_of,
    ),
    Family(
        table="merge_conflict",
        items=lambda check: check.conflicts,
        row=review_record.conflict_row,
        value=review_record.conflict_of,
    ),
)
