"""The saved states of a check as they travel: without what stays in the workspace.

All states that the workspace keeps go along, not the newest alone. The common state of two versions
has to be among them, and nobody knows which one the receiver has; and of two values that both sides
changed, the one that was written later stands, which both workspaces have to tell alike: that takes
the states between. They cost little, because a state is mostly made of the parts of the one before.

What stays behind today stays behind in every state, or the history would tell it. A saved state is
known by its id, which stays as it is, while the form that travels has an address of its own: the
receiver can find the state that both have, and its words are the sender's public ones. Since the
merge holds each side against the common state as that side has it, nothing that stayed behind
looks like something that was removed.

A contact goes along in no state if it is private today, or was in any state and is gone today; and
in no state that has it as private.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.core.bare import NOTES, plain_without_notes
from workbench.core.canonical import canonical_json, plain_value
from workbench.core.error import UserError
from workbench.core.review import MergeConflict
from workbench.core.revision import FORWARD_KEY
from workbench.core.saved_history import SavedHistory, with_head
from workbench.core.state_parts import LISTS, root_in
from workbench.publish.packing import doubted_in, held_back, packed_conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.publish.packing import Packing

_TIMES = ("kept_at", "other_at", "settled_at")
_NOTED = frozenset({"sources", "claims", "events"})


def travelling(check: Check, history: SavedHistory, choice: Packing) -> SavedHistory:
    """Return the history of a check as it goes along with it; empty if none is to go along.

    States that are damaged in the workspace stay there; those that came from them go along.
    """
    if not choice.history:
        return SavedHistory()
    whole = with_head(history, check)
    return _Stripping(whole, choice, held_in(check, whole)).done()


def held_in(check: Check, history: SavedHistory) -> frozenset[str]:
    """Return the ids of the contacts that go along in no state."""
    today = {one.id for one in check.contacts}
    was_private = set()
    for contact in _contacts(history):
        if contact.get("is_private") and contact.get("id") not in today:
            was_private.add(str(contact["id"]))
    return held_back(check) | frozenset(was_private)


def _contacts(history: SavedHistory) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for revision in history.revisions:
        try:
            refs = root_in(history.read, revision.content).get("contacts", ())
        except _DAMAGE:
            continue
        for ref in refs:
            if ref not in seen and ref in history.parts:
                seen.add(ref)
                yield json.loads(history.parts[ref])


_DAMAGE = (UserError, ValueError, TypeError, KeyError)
"""What a state that cannot be read ends in."""


class _Stripping:
    """Takes out of saved states what does not go along; equal parts are looked at once."""

    def __init__(self, history: SavedHistory, choice: Packing, held: frozenset[str]) -> None:
        self._history = history
        self._choice = choice
        self._held = held
        self._parts: dict[str, bytes] = {}
        self._done: dict[str, str] = {}

    def done(self) -> SavedHistory:
        """Return the states as they go along."""
        revisions = []
        for revision in self._history.revisions:
            try:
                content = self._state(revision.content)
            except _DAMAGE:
                continue
            key = "" if revision.key.startswith(FORWARD_KEY) else revision.key
            revisions.append(replace(revision, content=content, key=key))
        return SavedHistory(revisions=tuple(revisions), parts=self._parts)

    def _state(self, content: str) -> str:
        root = dict(root_in(self._history.read, content))
        conflicts = [_conflict(self._object(ref)) for ref in root.get("conflicts", ())]
        contacts = [self._object(ref) for ref in root.get("contacts", ())]
        private = {str(one["id"]) for one in contacts if one.get("is_private")}
        held = self._held | doubted_in(conflicts) | private
        root["contacts"] = [self._contact(one) for one in contacts if one["id"] not in held]
        if not self._choice.contacts:
            root["contacts"] = []
        root["conflicts"] = [
            self._put(canonical_json(plain_value(mended)))
            for one in conflicts
            if (mended := packed_conflict(one, self._choice, held)) is not None
        ]
        for name in LISTS:
            if name not in ("contacts", "conflicts"):
                root[name] = [self._item(name, ref) for ref in root.get(name, ())]
        without = frozenset() if self._choice.notes else NOTES
        own = {name: root[name] for name in root if name not in LISTS and name not in without}
        return self._put(
            canonical_json({**own, **{name: root[name] for name in LISTS if root[name]}})
        )

    def _contact(self, plain: dict[str, Any]) -> str:
        return self._put(canonical_json(plain_without_notes(plain)))

    def _item(self, name: str, ref: str) -> str:
        """Return the address of an item as it goes along; what it consists of comes with it."""
        if ref not in self._done:
            data = self._history.read(ref)
            if name == "sources":
                for version in json.loads(data)["versions"]:
                    self._put(self._history.read(version))
                    self._put(self._history.read(self._object(version)["text"]))
            if name in _NOTED and not self._choice.notes:
                data = canonical_json(plain_without_notes(json.loads(data)))
            self._done[ref] = self._put(data)
        return self._done[ref]

    def _object(self, ref: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._history.read(ref))
        return found

    def _put(self, data: bytes) -> str:
        sha256 = hashlib.sha256(data).hexdigest()
        self._parts[sha256] = data
        return sha256


def _conflict(plain: dict[str, Any]) -> MergeConflict:
    """Return a conflict from its plain form."""
    times = {
        name: datetime.fromisoformat(str(plain[name]).replace("Z", "+00:00"))
        for name in _TIMES
        if plain.get(name)
    }
    return MergeConflict(**{**plain, **times})
