"""A state of a check as a tree of parts: a root that lists the SHA-256 of everything below it.

The root is the check's own fields as canonical JSON; in place of its items stand their SHA-256, in
their order. A source lists its versions in the same way, and a version its text, so that a changed
word in a claim is a new claim and a new root, and never the articles once more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workbench.core.canonical import canonical_json, plain_fields
from workbench.core.error import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.core.check import Check

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
Read = Callable[[str], bytes]
"""Gives the bytes with a SHA-256; raises UserError or KeyError if they are not there."""


def items_of(check: Check, name: str) -> Sequence[Any]:
    """Return the items of one of the lists of a root."""
    items: Sequence[Any] = check.draft.parts if name == "parts" else getattr(check, name)
    return items


def root_fields(check: Check) -> dict[str, Any]:
    """Return the check's own fields, as its root has them."""
    return plain_fields(check, "draft", *LISTS)


def parts_of(check: Check) -> tuple[str, dict[str, bytes]]:
    """Return the SHA-256 of the root of a check, and all its parts by their SHA-256."""
    parts: dict[str, bytes] = {}

    def put(data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        parts[sha256] = data
        return sha256

    root = root_fields(check)
    for name in LISTS:
        refs = [_put_item(put, name, item) for item in items_of(check, name)]
        if refs:
            root[name] = refs
    return put(canonical_json(root)), parts


def _put_item(put: Callable[[bytes], str], name: str, item: Any) -> str:  # noqa: ANN401
    if name != "sources":
        return put(canonical_json(plain_fields(item)))
    fields = plain_fields(item, "versions")
    fields["versions"] = []
    for version in item.versions:
        version_fields = plain_fields(version, "text")
        version_fields["text"] = put(version.text.encode())
        fields["versions"].append(put(canonical_json(version_fields)))
    return put(canonical_json(fields))


def root_in(read: Read, content: str) -> dict[str, Any]:
    """Return a root; raises UserError if it is none."""
    root = _object(read, content)
    if not all(isinstance(root.get(name, []), list) for name in LISTS):
        raise damaged()
    return root


def plain_state(read: Read, content: str) -> dict[str, Any]:
    """Return the state with a root as plain JSON values; raises UserError if it is damaged."""
    root = root_in(read, content)
    try:
        for name in LISTS:
            items = [_object(read, ref) for ref in root.get(name, ())]
            if name == "sources":
                items = [
                    {**one, "versions": [_version(read, ref) for ref in one["versions"]]}
                    for one in items
                ]
            root[name] = items
        root["draft"] = {"parts": root.pop("parts")}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise damaged() from error
    return root


def refs_in(read: Read, content: str) -> Iterator[str]:
    """Give the SHA-256 of all parts of a state, its root too; raises UserError if it is damaged.

    Only roots, sources and versions are opened: nothing else refers to anything.
    """
    yield content
    root = root_in(read, content)
    try:
        for name in LISTS:
            yield from root.get(name, ())
        for source in root.get("sources", ()):
            for version in _object(read, source)["versions"]:
                yield version
                yield _object(read, version)["text"]
    except (TypeError, KeyError) as error:
        raise damaged() from error


def damaged() -> UserError:
    """Return what is said of a state that cannot be read."""
    return UserError("This state of the check is damaged and cannot be shown.")


def _object(read: Read, ref: str) -> dict[str, Any]:
    try:
        found = json.loads(read(ref))
    except (ValueError, RecursionError) as error:
        raise damaged() from error
    if not isinstance(found, dict):
        raise damaged()
    return found


def _version(read: Read, ref: str) -> dict[str, Any]:
    version = _object(read, ref)
    version["text"] = read(version["text"]).decode()
    return version
