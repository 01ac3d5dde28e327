"""A state of a check as a tree of parts: a root that lists the SHA-256 of everything below it.

The root is the check's own fields as canonical JSON; in place of its items stand their SHA-256, in
their order. A source lists its versions in the same way, and a version its text, so that a changed
word in a claim is a new claim and a new root, and never the articles once more.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_fields
from workbench.core.check import Check
from workbench.core.codec import check_from_json
from workbench.core.error import UserError
from workbench.store.revision_part import part_in, put_part

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from workbench.core.source import Source, SourceVersion

LISTS = (
    "sources",
    "passages",
    "claims",
    "events",
    "contacts",
    "parts",
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
"""The lists of a root, by the names of core; `parts` are those of the draft."""
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
    root = plain_fields(check, "draft", *LISTS)
    for name in LISTS:
        after = _items(check, name)
        if not after:
            continue
        was = _items(known.check, name) if known is not None else ()
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
    root = _root(connection, check_id, content)
    try:
        for name in LISTS:
            items = [json.loads(part_in(connection, check_id, ref)) for ref in root.get(name, ())]
            if name == "sources":
                for source in items:
                    source["versions"] = [
                        _version(connection, check_id, ref) for ref in source["versions"]
                    ]
            root[name] = items
        root["draft"] = {"parts": root.pop("parts")}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError("This state of the check is damaged and cannot be shown.") from error
    return check_from_json(canonical_json(root))


def refs_in(connection: sqlite3.Connection, check_id: str, content: str) -> set[str]:
    """Return the SHA-256 of all parts of a state, its root too; raises UserError if it is damaged.

    Only roots, sources and versions are opened: nothing else refers to anything.
    """
    refs = {content}
    root = _root(connection, check_id, content)
    for name in LISTS:
        refs.update(root.get(name, ()))
    for source in root.get("sources", ()):
        for version in json.loads(part_in(connection, check_id, source))["versions"]:
            refs |= {version, json.loads(part_in(connection, check_id, version))["text"]}
    return refs


def _root_or_nothing(connection: sqlite3.Connection, check_id: str, content: str) -> dict[str, Any]:
    """Return a root, or nothing if it is damaged: then a save writes all of the state anew."""
    try:
        return _root(connection, check_id, content)
    except UserError:
        return {}


def _root(connection: sqlite3.Connection, check_id: str, content: str) -> dict[str, Any]:
    root = json.loads(part_in(connection, check_id, content))
    if not isinstance(root, dict) or not all(
        isinstance(root.get(name, []), list) for name in LISTS
    ):
        raise UserError("This state of the check is damaged and cannot be shown.")
    return root


def _version(connection: sqlite3.Connection, check_id: str, ref: str) -> dict[str, Any]:
    version: dict[str, Any] = json.loads(part_in(connection, check_id, ref))
    version["text"] = part_in(connection, check_id, version["text"]).decode()
    return version


def _items(check: Check, name: str) -> Sequence[Any]:
    items: Sequence[Any] = check.draft.parts if name == "parts" else getattr(check, name)
    return items


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
