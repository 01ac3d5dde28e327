"""A check that goes out, is edited by somebody, and comes back."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.intake.review_file import returned_review
from workbench.publish.markdown import markdown_for
from workbench.publish.review import review_of
from workbench.publish.review_sent import SentState

AT = datetime(2026, 7, 20, 10, tzinfo=UTC)


def edited(check, house, *changes):
    """Return the exported Markdown with words replaced; each has to be there."""
    text = markdown_for(check, house)
    for was, now in changes:
        assert was in text, was
        text = text.replace(was, now, 1)
    return text


def come_back(check, house, text, today=None, name="back.md"):
    """Return the review that a file makes of a check, which may have changed since."""
    data = text.encode() if isinstance(text, str) else text
    base = SentState(check=check, revision=7, is_exact=True, words="Made from revision 7.")
    return review_of(today or check, returned_review(data, name), base, house, AT)


def told(review):
    """Return suggestions as (kind, field, was, now), in order."""
    return [
        (one.subject.kind.value, one.subject.field, one.was, one.now) for one in review.suggestions
    ]
