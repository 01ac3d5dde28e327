"""How the fields of each value of core are joined; what is not named here is joined as one piece.

A field comes with its neighbours where half of one person's decision and half of another's would be
a decision that nobody took: the parts of a rating, a quote and the version that it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_value
from workbench.core.check import Check
from workbench.core.check_path import key_of
from workbench.core.claim import Action, Basis, Claim, Evidence
from workbench.core.contact import Contact
from workbench.core.draft import DraftPart, Image, Post
from workbench.core.event import Event
from workbench.core.quote import Passage
from workbench.core.review import Comment, MergeConflict, Suggestion
from workbench.core.source import Hop, Source, SourceVersion
from workbench.core.verdict import Verdict

if TYPE_CHECKING:
    from workbench.core.record import Precedent
    from workbench.core.source import Span


class Way(Enum):
    """A way to join a field of two sides."""

    WHOLE = "whole"  # one of the values stands, the other one is a conflict
    TEXT = "text"  # sentence by sentence
    SET = "set"  # what either side put in is in, what either took out is out
    KEYED = "keyed"  # as a set, of small values that are told apart by a name
    RECORD = "record"  # field by field
    LIST = "list"  # item by item


@dataclass(frozen=True, slots=True)
class Unit:
    """Fields of a value that are joined together, and how."""

    names: tuple[str, ...]
    way: Way


LISTS = (
    "sources",
    "passages",
    "claims",
    "events",
    "contacts",
    "posts",
    "images",
    "watch_items",
    "corrections",
    "sign_offs",
    "state_changes",
    "votes",
    "comments",
    "suggestions",
    "conflicts",
)
"""The lists of a check; the parts of its draft are besides."""
_GROUPS: dict[type, tuple[tuple[str, ...], ...]] = {
    Verdict: (("scale", "label", "wording"),),
    Passage: (("version_id", "selector"),),
    Evidence: (("kind", "passage_id", "source_id", "text"),),
    Image: (("sha256", "file_name"),),
    Suggestion: (("state", "settled_by", "settled_at", "answer"),),
    Comment: (("settled_by", "settled_at"),),
    MergeConflict: (("settled_by", "settled_at"),),
}
_WAYS: dict[type, dict[str, Way]] = {
    Check: {
        "notes": Way.TEXT,
        "dismissals": Way.SET,
        "read_next": Way.KEYED,
        "verdict": Way.RECORD,
        **dict.fromkeys(LISTS, Way.LIST),
    },
    Source: {
        "versions": Way.LIST,
        "flags": Way.SET,
        "relies_on": Way.KEYED,
        "notes": Way.TEXT,
    },
    SourceVersion: {"spans": Way.KEYED},
    Claim: {
        "basis": Way.RECORD,
        "action": Way.RECORD,
        "appearances": Way.LIST,
        "evidence": Way.LIST,
        "looked_at": Way.TEXT,
        "notes": Way.TEXT,
    },
    Basis: {"evidence_ids": Way.SET},
    Evidence: {"note": Way.TEXT},
    Event: {"what": Way.RECORD, "passage_ids": Way.SET, "note": Way.TEXT},
    Contact: {"claim_ids": Way.SET, "notes": Way.TEXT},
    DraftPart: {"text": Way.TEXT},
    Post: {"text": Way.TEXT},
    Action: {},
}
_APART = frozenset({"id", "key", "network"})
"""Names of items; they are the same on both sides."""


@cache
def units_of(kind: Any) -> tuple[Unit, ...]:  # noqa: ANN401 - a dataclass
    """Return how the fields of a kind of value are joined, in their order."""
    groups = _GROUPS.get(kind, ())
    grouped = {name for group in groups for name in group}
    ways = _WAYS.get(kind, {})
    alone = [
        Unit((field.name,), ways.get(field.name, Way.WHOLE))
        for field in fields(kind)
        if field.name not in grouped and field.name not in _APART
    ]
    return (*(Unit(group, Way.WHOLE) for group in groups), *alone)


def name_in(family: str, item: Any) -> str:  # noqa: ANN401 - an item of any list
    """Return what tells an item from the others of its list."""
    return str(getattr(item, key_of(family)))


def small_name(value: Hop | Precedent | Span) -> str:
    """Return what tells a hop, an earlier check or a span from its neighbours."""
    if isinstance(value, Hop):
        return value.source_id or value.name
    slug = getattr(value, "slug", None)
    if slug is not None:
        return str(slug or getattr(value, "url", "") or getattr(value, "title", ""))
    return f"{getattr(value, 'start', 0):012d}-{getattr(value, 'end', 0):012d}"


def plain_text(value: object) -> str:
    """Return a value as canonical JSON text: what is compared, and kept in conflicts."""
    return canonical_json(plain_value(value)).decode()
