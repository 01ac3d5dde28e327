"""The front matter of Markdown that came back: fields of the check that were changed in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.review import Subject, SubjectKind
from workbench.publish.front_matter import front_matter, split_front_matter
from workbench.publish.review_generated import claim_text
from workbench.publish.review_line import Target
from workbench.publish.review_place import FieldChange, ToldChange
from workbench.rules.suggested_field import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.check import Check
    from workbench.core.returned import ReturnedText
    from workbench.house.house import House

_OWN = frozenset(
    {
        *("check", "revision", "revision_id", "slug", "status", "updated"),
        *("independent_origins_known", "independent_origins_in_hand"),
    }
)
"""Fields that the program keeps itself: what an editor makes of them is no change of the check."""
_CHECK = {"title": "title", "author": "author", "reviewer": "reviewer"}


def front_changes(
    check: Check, returned: ReturnedText, house: House
) -> Iterator[FieldChange | ToldChange]:
    """Yield what the front matter has that it did not go out with; nothing if it has none."""
    if returned.format != "md" or not returned.fields:
        return
    fields, _ = split_front_matter(front_matter(check, house) + "\n")
    for name, value in fields.items():
        was, now = str(value).strip(), returned.fields.get(name, "").strip()
        if name in _OWN or was == now or name not in returned.fields:
            continue
        target = _target(check, name)
        section = name.replace("_", " ").capitalize()
        if target is None or not now:
            owner = Subject(kind=SubjectKind.CHECK)
            yield ToldChange(
                owner=owner, was=f"{section}: {was}", now=f"{section}: {now}", section=section
            )
            continue
        end = len(target.text)
        yield FieldChange(target=target, start=0, end=end, was=was, now=now, section=section)


def _target(check: Check, name: str) -> Target | None:
    claim = check.main_claim
    if name in _CHECK:
        subject = Subject(kind=SubjectKind.CHECK, field=_CHECK[name])
        return Target(subject=subject, text=str(getattr(check, name)), is_whole=True)
    if name == "rating":
        field = "verdict.wording" if check.verdict.wording.strip() else LABEL
        subject = Subject(kind=SubjectKind.CHECK, field=field)
        return Target(subject=subject, text=check.verdict.wording, is_whole=True)
    if claim is not None and name == "claimant":
        return replace(claim_text(claim, "claimant"), is_whole=True)
    if claim is not None and name == "claim":
        field = "as_circulated" if claim.as_circulated else "as_supported"
        return replace(claim_text(claim, field), is_whole=True)
    return None
