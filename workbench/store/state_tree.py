"""The states of a check in the file: a tree of parts, of which only what changed is written anew.

What the tree looks like is told in `workbench.core.state_parts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_fields
from workbench.core.check import Check
from workbench.core.codec import check_from_json
from workbench.core.error import UserError
from workbench.core.state_parts import LISTS, items_of, plain_state, root_fields, root_in
from workbench.core.state_parts import refs_in as refs_of
from workbench.store.revision_part import part_in, put_part

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from workbench.core.source import Source, SourceVersion

_NAMES: dict[str, Callable[[Any], str]] = {
    "parts": lambda part: str(part.key),
    "posts": lambda post: str(post.network),
}


@dataclass(frozen=True, slots=True)
class KnownState:
    """A state whose parts are in the file already: its value and its root."""

    check: Check
    content: str


def put_state(connection: sqlite3.Connection, check: Check, known: KnownState | None) -> str:
    """Keep a state of a check; return the SHA-256 of its root.

    What it shares with the known state is not looked at again.
    """
    before: dict[str, Any] = {}
    if known is not None:
        before = _root_or_nothing(connection, check.id, known.content)
    root = root_fields(check)
    for name in LISTS:
        after = items_of(check, name)
        if not after:
            continue
        was = items_of(known.check, name) if known is not None else ()
        hashes = before.get(name, [])
        if len(hashes) != len(was):
            was, hashes = (), []
        root[name] = (
            hashes if after is was else _put_items(connection, check.id, name, after, (was, hashes))
        )
    content = known.content if known is not None else ""
    return put_part(connection, check.id, canonical_json(root), content)


def state_in(connection: sqlite3.Connection, check_id: str, content: str) -> Check:
    """Return the state with a root; raises UserError if a part of it is damaged or missing."""
    return check_from_json(canonical_json(plain_state(_reader(connection, check_id), content)))


def refs_in(connection: sqlite3.Connection, check_id: str, content: str) -> set[str]:
    """Return the SHA-256 of all parts of a state, its root too; raises UserError if damaged."""
    return set(refs_of(_reader(connection, check_id), content))


def _root_or_nothing(connection: sqlite3.Connection, check_id: str, content: str) -> dict[str, Any]:
    """Return a root, or nothing if it is damaged: then a save writes all of the state anew."""
    try:
        return root_in(_reader(connection, check_id), content)
    except UserError:
        return {}


def _reader(connection: sqlite3.Connection, check_id: str) -> Callable[[str], bytes]:
    return lambda ref: part_in(connection, check_id, ref)


def _name(kind: str, item: Any) -> str:  # noqa: ANN401 - an item of any list
    return _NAMES[kind](item) if kind in _NAMES else str(item.id)


def _put_items(
    connection: sqlite3.Connection,
    check_id: str,
    kind: str,
    after: Sequence[Any],
    before: tuple[Sequence[Any], Sequence[str]],
) -> list[str]:
    """Keep the items of a list and return their SHA-256; equal ones keep theirs."""
    was = {_name(kind, item): (item, ref) for item, ref in zip(*before, strict=True)}
    refs = []
    for item in after:
        old, ref = was.get(_name(kind, item), (None, ""))
        if old is item or old == item:
            refs.append(ref)
        elif kind == "sources":
            refs.append(_put_source(connection, check_id, item, ref))
        else:
            named = [item.sha256] if kind == "images" and item.sha256 else []
            data = canonical_json(plain_fields(item))
            refs.append(put_part(connection, check_id, data, ref, named))
    return refs


def _put_source(connection: sqlite3.Connection, check_id: str, source: Source, before: str) -> str:
    fields = plain_fields(source, "versions")
    fields["versions"] = [_put_version(connection, check_id, one) for one in source.versions]
    return put_part(connection, check_id, canonical_json(fields), before)


def _put_version(connection: sqlite3.Connection, check_id: str, version: SourceVersion) -> str:
    fields = plain_fields(version, "text")
    fields["text"] = put_part(connection, check_id, version.text.encode())
    named = {version.sha256, *(image.sha256 for image in version.images)} - {""}
    return put_part(connection, check_id, canonical_json(fields), originals=named)
