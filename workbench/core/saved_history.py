"""The saved states of a check apart from any workspace: what travels, and what is merged by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.core.bare import bare_content
from workbench.core.canonical import canonical_json
from workbench.core.codec import check_from_json
from workbench.core.comparison import facts_between
from workbench.core.identity import uuid7
from workbench.core.revision import Revision
from workbench.core.state_parts import damaged, parts_of, plain_state

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.core.check import Check

MERGED = "Merge"
"""The words of a saved state that a merge led to."""


@dataclass(frozen=True, kw_only=True)
class SavedHistory:
    """Saved states of one check, the oldest first, and the parts they are made of.

    A state that another one names as its parent may be missing: it was thinned out.
    """

    revisions: tuple[Revision, ...] = ()
    parts: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Revision]:
        """The states by their ids."""
        return {one.id: one for one in self.revisions}

    @property
    def head(self) -> Revision | None:
        """The newest state, or None if there is none."""
        return self.revisions[-1] if self.revisions else None

    def read(self, sha256: str) -> bytes:
        """Return a part; raises UserError if it is not here."""
        try:
            return self.parts[sha256]
        except (KeyError, TypeError) as error:
            raise damaged() from error

    def plain(self, revision_id: str) -> dict[str, Any]:
        """Return a state as plain JSON values, as they are kept; raises UserError if damaged."""
        return plain_state(self.read, self.by_id[revision_id].content)

    def state(self, revision_id: str) -> Check:
        """Return a state; raises UserError if it is damaged."""
        return check_from_json(canonical_json(self.plain(revision_id)))


def with_head(history: SavedHistory, check: Check) -> SavedHistory:
    """Return a history whose newest state is a check, with a state of its own if none was saved.

    That state has the same id wherever it is made: of a case file without a history, too.
    """
    content, parts = parts_of(check)
    head = history.head
    if head is not None and head.content == content:
        return history
    parents = (head.id,) if head is not None else ()
    told = "\n".join((check.id, *parents, bare_content(check)))
    made = Revision(
        id=uuid7(milliseconds(check.changed), hashlib.sha256(told.encode()).digest()[:10]),
        number=head.number + 1 if head is not None else 1,
        parents=parents,
        at=check.changed,
        who=check.author,
        words="",
        key="",
        facts=() if parents else facts_between(None, check),
        is_landmark=True,
        content=content,
    )
    return SavedHistory(revisions=(*history.revisions, made), parts={**history.parts, **parts})


def merge_revision(check: Check, heads: tuple[Revision, Revision]) -> Revision:
    """Return the saved state that a merge of two others leads to; its facts are still to be told.

    Two workspaces that merge the same two states make the same one: all of it is told by those
    states, so that it has neither the time of the merge nor the name of who merged.
    """
    parents = tuple(sorted(one.id for one in heads))
    told = "\n".join((check.id, *parents, bare_content(check)))
    at = max(one.at for one in heads)
    return Revision(
        id=uuid7(milliseconds(at), hashlib.sha256(told.encode()).digest()[:10]),
        number=max(one.number for one in heads) + 1,
        parents=parents,
        at=at,
        who=", ".join(sorted({one.who for one in heads} - {""})),
        words=MERGED,
        key="",
        facts=(),
        is_landmark=True,
        content=parts_of(check)[0],
    )


def milliseconds(at: datetime) -> int:
    """Return a time as Unix milliseconds, for ids; never below zero."""
    return max(0, int(at.timestamp() * 1000))
