"""What people call a place in a check: "Claim 3: status", "Lede", "Order of the claims".

Places are paths as conflicts and lines of a merge have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.core.check_path import key_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.house.house import House

_LONGEST = 60
FIELD_WORDS = {
    "accessed": "looked at",
    "action": "what was done",
    "actor": "who did it",
    "address": "address",
    "agency": "agency",
    "alt_text": "alt text",
    "anchor": "date that “Saturday” is told by",
    "answer": "answer",
    "answered": "day of the answer",
    "answers": "checklist",
    "appearances": "where it appeared",
    "archive_url": "archived copy",
    "as_circulated": "as circulated",
    "as_supported": "as supported",
    "asked": "day of asking",
    "at": "time",
    "attribution": "who says it",
    "author": "author",
    "basis": "basis",
    "byline": "byline",
    "caption": "caption",
    "captured": "when it was captured",
    "claim_id": "its claim",
    "claim_ids": "claims that it is about",
    "claimant": "claimant",
    "created": "begun",
    "creator": "creator",
    "date": "date",
    "dateline": "dateline",
    "dismissals": "what was answered with no",
    "due": "due date",
    "evidence": "evidence",
    "evidence_ids": "evidence of the basis",
    "export_id": "export that it mends",
    "file_name": "file",
    "first_appearance_id": "first appearance",
    "flags": "flags",
    "heading": "heading",
    "images": "pictures",
    "is_private": "private or not",
    "kept": "what stood",
    "kind": "kind",
    "label": "rating",
    "language": "language",
    "licence": "licence",
    "link": "link",
    "looked_at": "where evidence was looked for",
    "main_claim_id": "claim that the rating is about",
    "media_type": "kind of file",
    "name": "name",
    "note": "private note",
    "notes": "private notes",
    "now": "what stands there now",
    "other": "the other value",
    "outlet": "outlet",
    "passage_id": "quote",
    "passage_ids": "quotes",
    "path": "place",
    "place": "place",
    "published": "date of publication",
    "question": "question",
    "reason": "reason",
    "recipient": "to whom",
    "relies_on": "reports that it relies on",
    "reviewer": "reviewer",
    "revision": "revision",
    "rights": "rights",
    "role": "role",
    "scale": "scale",
    "seen": "seen or not",
    "selector": "words",
    "settled_at": "when it was settled",
    "settled_by": "who settled it",
    "sha256": "file",
    "slug": "short name",
    "source_file": "file it came in",
    "source_id": "source",
    "spans": "what is text and what is not",
    "stance": "for or against",
    "state": "state",
    "status": "status",
    "subject": "what it is about",
    "suggestion": "suggestion",
    "syndicated_from": "whose text it repeats",
    "template": "template",
    "text": "text",
    "thread": "thread",
    "through": "through what",
    "title": "title",
    "type": "type",
    "updated": "date of the update",
    "url": "address",
    "version_id": "text that it stands in",
    "versions": "texts",
    "was": "what stood there",
    "what": "what happened",
    "when": "date",
    "who": "who",
    "wording": "wording",
}
"""What a field of core is called; in lower case, as it stands in a sentence."""
LIST_WORDS = {
    "sources": "sources",
    "passages": "quotes",
    "claims": "claims",
    "events": "events",
    "contacts": "contacts",
    "posts": "posts",
    "images": "pictures",
    "watch_items": "what to watch",
    "read_next": "earlier checks",
    "corrections": "corrections",
    "sign_offs": "sign-offs",
    "state_changes": "steps on the way out",
    "votes": "votes",
    "comments": "comments",
    "suggestions": "suggestions",
    "conflicts": "conflicts",
    "versions": "texts",
    "evidence": "evidence",
    "appearances": "appearances",
    "parts": "parts of the draft",
}
"""What a list of core is called."""
_ALONE = {
    "sources": "Source", "passages": "Quote", "claims": "Claim", "events": "Event",
    "contacts": "Contact", "images": "Picture", "watch_items": "What to watch",
    "corrections": "Correction", "sign_offs": "Sign-off", "state_changes": "Step on the way out",
    "votes": "Vote", "comments": "Comment", "suggestions": "Suggestion", "conflicts": "Conflict",
    "read_next": "Earlier check",
}  # fmt: skip


def place_words(check: Check, house: House, path: str) -> str:
    """Return what a place in a check is called; one that is gone is named by its kind."""
    steps = steps_of(path)
    if steps[0] == "verdict":
        return "Rating" if len(steps) == 1 else f"Rating: {_field(steps[1])}"
    if steps[0] == "draft":
        return _part(house, steps)
    if len(steps) == 1:
        if steps[0] in LIST_WORDS:
            return f"Order of the {LIST_WORDS[steps[0]]}"
        return _capital(_field(steps[0]))
    item = _item(check, house, steps[0], steps[1])
    rest = tuple(step for step in steps[2:] if step in FIELD_WORDS or step in LIST_WORDS)
    inner = [_inner(step) for step in rest]
    return f"{item}: {', '.join(inner)}" if inner else item


def _inner(step: str) -> str:
    return {"evidence": "evidence", "appearances": "where it appeared", "versions": "text"}.get(
        step, _field(step)
    )


def _item(check: Check, house: House, family: str, name: str) -> str:
    items: tuple[Any, ...] = getattr(check, family, ())
    found = next((one for one in items if getattr(one, key_of(family), None) == name), None)
    kind = _ALONE.get(family, _capital(family))
    if family == "posts":
        network = house.network(name)
        return f"Post for {network.name if network else name}" if name else "Post"
    if found is None:
        return f"{kind} that was removed"
    tell = _TOLD.get(family)
    told = tell(check, found) if tell is not None else ""
    return f"{kind} {told}".rstrip()


def _part(house: House, steps: tuple[str, ...]) -> str:
    key = steps[2] if len(steps) > 2 else ""
    part = house.template.part(key)
    name = (part.heading if part else "") or _capital(key.replace("_", " "))
    return f"{name}: heading" if steps[3:] == ("heading",) else name


def _field(name: str) -> str:
    return FIELD_WORDS.get(name) or LIST_WORDS.get(name) or name.replace("_", " ")


def _source(check: Check, source: Any) -> str:  # noqa: ANN401 - of a family
    number = check.sources.index(source) + 1
    return f"{number} ({_cut(source.name)})" if source.name else str(number)


def _event(_check: Check, event: Any) -> str:  # noqa: ANN401 - of a family
    what = event.what
    return _quoted(" ".join(filter(None, (what.actor, what.action, what.recipient))))


def _contact(_check: Check, contact: Any) -> str:  # noqa: ANN401 - of a family
    return "that is private" if contact.is_private else f"({_cut(contact.who)})"


_TOLD: dict[str, Callable[[Check, Any], str]] = {
    "claims": lambda check, claim: str(check.claim_number(claim.id)),
    "sources": _source,
    "events": _event,
    "contacts": _contact,
    "passages": lambda _, passage: _quoted(passage.selector.exact),
    "images": lambda _, image: _quoted(image.caption or image.file_name),
    "watch_items": lambda _, item: _quoted(item.text),
    "corrections": lambda _, one: _quoted(one.now),
    "sign_offs": lambda _, one: f"of {one.name}",
    "state_changes": lambda _, one: f"of {one.who}",
    "votes": lambda _, one: f"of {one.who}",
    "comments": lambda _, one: f"of {one.who}: {_quoted(one.text)}",
    "suggestions": lambda _, one: f"of {one.who}" if one.who else "",
}


def _quoted(text: str) -> str:
    return f"“{_cut(text)}”" if text.strip() else ""


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
