"""The front matter of the Markdown: what a site, an archive or a script reads first.

Every text is a double-quoted YAML scalar, written as JSON writes strings, so that no title can
break it. A field that is not known is left out, never invented.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from workbench.core.record import CheckState
from workbench.publish.escape import plain
from workbench.publish.generated import rating_words
from workbench.publish.wording import STATE_WORDS
from workbench.rules.origin import origins_of_check

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House

# Outside the printable set of YAML 1.2, or a line end to YAML 1.1.
_NOT_PRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
DRAFT_WORDS = "DRAFT. Not approved, not for publication."
"""Stand at the top of everything that goes out unapproved."""

_UNAPPROVED = frozenset({CheckState.DRAFT, CheckState.IN_REVIEW})
_BLOCK = re.compile(r"---\n((?:[a-z_]+: .*\n)+)---\n")


def is_draft(check: Check) -> bool:
    """Return whether the check is not approved, so that what goes out says DRAFT."""
    return check.state in _UNAPPROVED


def front_matter(check: Check, house: House, identity: CopyIdentity | None = None) -> str:
    """Return the YAML front matter with both its fences, without a line end behind them.

    identity: by which the file is known again when it comes back.
    """
    texts = {name: plain(text) for name, text in _texts(check, house).items()}
    fields: dict[str, str | int] = {**texts, **_counts(check), **_identity(identity)}
    lines = [f"{name}: {_scalar(value)}" for name, value in fields.items() if value != ""]
    return "\n".join(("---", *lines, "---"))


def split_front_matter(markdown: str) -> tuple[dict[str, str | int], str]:
    """Return the fields of front matter as written here, and the Markdown behind it.

    Markdown without front matter, or with one from another hand, comes back whole.
    """
    block = _BLOCK.match(markdown)
    if block is None:
        return {}, markdown
    fields: dict[str, str | int] = {}
    for line in block[1].splitlines():
        name, _, value = line.partition(": ")
        try:
            fields[name] = json.loads(value)
        except ValueError:
            return {}, markdown
    return fields, markdown[block.end() :]


def _texts(check: Check, house: House) -> dict[str, str]:
    claim = check.main_claim
    state = STATE_WORDS[check.state]
    if is_draft(check):
        state = "DRAFT" if check.state is CheckState.DRAFT else f"DRAFT, {state}"
    updated = max((item.at for item in check.corrections), default=None)
    return {
        "title": check.title,
        "slug": check.slug,
        "status": state,
        "rating": rating_words(check, house),
        "claim": (claim.as_circulated or claim.as_supported) if claim else "",
        "claimant": claim.claimant if claim else "",
        "author": check.author,
        "reviewer": check.reviewer,
        "published": check.published.value,
        "updated": updated.date().isoformat() if updated else "",
        "language": check.language,
    }


def _counts(check: Check) -> dict[str, int]:
    if not check.claims:
        return {}
    origins = origins_of_check(check)
    return {
        "independent_origins_known": origins.known_count,
        "independent_origins_in_hand": origins.in_hand_count,
    }


def _identity(identity: CopyIdentity | None) -> dict[str, str | int]:
    if identity is None:
        return {}
    number: dict[str, str | int] = {"revision": identity.revision} if identity.revision else {}
    return {"check": identity.check_id, **number, "revision_id": identity.state_id}


def _scalar(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    quoted = json.dumps(value, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
