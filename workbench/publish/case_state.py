"""Whether what the saved states in a case file are made of can be read, looked at once each."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json
from workbench.core.claim import Claim
from workbench.core.codec import check_from_json
from workbench.core.contact import Contact
from workbench.core.draft import DraftPart, Image, Post, WatchItem
from workbench.core.error import UserError
from workbench.core.event import Event
from workbench.core.quote import Passage
from workbench.core.record import Correction, SignOff, StateChange
from workbench.core.review import Comment, MergeConflict, RatingVote, Suggestion
from workbench.core.source import Source
from workbench.core.state_parts import LISTS, root_in
from workbench.publish.case_fault import refused

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from workbench.core.saved_history import SavedHistory

_TYPES: dict[str, type] = {
    "sources": Source,
    "passages": Passage,
    "claims": Claim,
    "events": Event,
    "contacts": Contact,
    "parts": DraftPart,
    "posts": Post,
    "images": Image,
    "watch_items": WatchItem,
    "corrections": Correction,
    "sign_offs": SignOff,
    "state_changes": StateChange,
    "votes": RatingVote,
    "comments": Comment,
    "suggestions": Suggestion,
    "conflicts": MergeConflict,
}
_ELSEWHERE = "main_claim_id"
"""The one field of a check that points at something in its lists."""


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(_TYPES[name])


def require_readable(history: SavedHistory) -> None:
    """Raise UserError unless every part of every state is a value of its kind.

    What points at what is looked at when a state is shown.
    """
    from pydantic import ValidationError

    seen: set[tuple[str, str]] = set()
    try:
        for revision in history.revisions:
            root = root_in(history.read, revision.content)
            own = {name: root[name] for name in root if name not in LISTS and name != _ELSEWHERE}
            check_from_json(canonical_json(own))
            for name in LISTS:
                for ref in root.get(name, ()):
                    if (name, ref) not in seen:
                        seen.add((name, ref))
                        _adapter(name).validate_python(_item(history, name, ref))
    except (UserError, ValidationError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise refused("a saved state in it cannot be read") from error


def _item(history: SavedHistory, name: str, ref: str) -> Any:  # noqa: ANN401 - JSON
    item = json.loads(history.read(ref))
    if name != "sources":
        return item
    versions = [json.loads(history.read(version)) for version in item["versions"]]
    for version in versions:
        version["text"] = history.read(version["text"]).decode()
    return {**item, "versions": versions}
