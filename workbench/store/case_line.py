"""Reading lines across the workspace: what each check was about, and what is watched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.core.case_line import CaseLine, WatchLine
from workbench.core.record import CheckState
from workbench.store.record import date_of

if TYPE_CHECKING:
    import sqlite3

_CASES = """
    SELECT one.id, slug, title, one.state, one.language, one.url, rating_scale, rating_label,
        rating_wording, rating_reason, published,
        coalesce(main.as_circulated, ''), coalesce(main.as_supported, '')
    FROM fact_check AS one
    LEFT JOIN claim AS main ON main.check_id = one.id AND main.id = coalesce(
        one.main_claim_id,
        (SELECT id FROM claim WHERE check_id = one.id ORDER BY position LIMIT 1)
    )
    WHERE binned IS NULL ORDER BY changed DESC, one.id DESC
"""
_WATCHED = """
    SELECT one.id, slug, title, watch_item.id, watch_item.text, due, seen,
        coalesce(claim.id, ''),
        (SELECT count(*) FROM claim AS other
            WHERE other.check_id = one.id AND other.position <= claim.position),
        coalesce(nullif(claim.as_supported, ''), claim.as_circulated, '')
    FROM watch_item
    JOIN fact_check AS one ON one.id = watch_item.check_id
    LEFT JOIN claim ON claim.check_id = one.id AND claim.id = watch_item.claim_id
    WHERE binned IS NULL ORDER BY one.changed DESC, one.id DESC, watch_item.position
"""


def case_lines(connection: sqlite3.Connection) -> tuple[CaseLine, ...]:
    """Return what every check was about, those changed last first."""
    return tuple(
        CaseLine(
            id=check_id,
            slug=slug,
            title=title,
            state=CheckState(state),
            language=language,
            url=url,
            wordings=tuple(dict.fromkeys(words for words in wordings if words.strip())),
            scale=scale,
            label=label,
            wording=wording,
            reason=reason,
            published=date_of(published),
        )
        for (
            check_id, slug, title, state, language, url, scale, label, wording, reason, published,
            *wordings,
        ) in connection.execute(_CASES)
    )  # fmt: skip


def watch_lines(connection: sqlite3.Connection) -> tuple[WatchLine, ...]:
    """Return the watch items of every check, those of the check changed last first."""
    return tuple(
        WatchLine(
            check_id=check_id,
            slug=slug,
            title=title,
            item_id=item_id,
            text=text,
            due=date_of(due),
            seen=bool(seen),
            claim_id=claim_id,
            claim_number=number if claim_id else 0,
            claim_wording=wording,
        )
        for (
            check_id, slug, title, item_id, text, due, seen, claim_id, number, wording,
        ) in connection.execute(_WATCHED)
    )  # fmt: skip
