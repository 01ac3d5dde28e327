"""Undo and Redo lead through saved states as they led through the steps of the session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from workbench.core.identity import uuid7
from workbench.core.revision import Revision
from workbench.core.undo_path import former_edits

AT = datetime(2026, 7, 2, 12, 4, 31, tzinfo=UTC)


def history(*steps):
    """Return states, newest first, of (content, words, key)."""
    states = []
    for number, (content, words, key) in enumerate(steps, start=1):
        states.append(
            Revision(
                id=uuid7(number, bytes(10)),
                number=number,
                parents=(states[-1].id,) if states else (),
                at=AT + timedelta(seconds=number),
                who="",
                words=words,
                key=key,
                facts=(),
                is_landmark=False,
                content=sha256(content.encode()).hexdigest(),
            )
        )
    return states[::-1]


def told(steps):
    return [(step.before.number, step.after.number, step.words) for step in steps]


def test_steps_since_the_check_was_begun():
    done, undone = former_edits(history(("a", "", ""), ("b", "Claim", ""), ("c", "Status", "")))
    assert told(done) == [(1, 2, "Claim"), (2, 3, "Status")]
    assert undone == ()


def test_what_was_taken_back_can_be_done_again():
    states = history(("a", "", ""), ("b", "Claim", ""), ("c", "Status", ""), ("b", "Claim", ""))
    done, undone = former_edits(states)
    assert told(done) == [(1, 2, "Claim")]
    assert told(undone) == [(2, 3, "Status")]


def test_redo_and_then_another_step():
    states = history(
        ("a", "", ""), ("b", "One", ""), ("a", "", ""), ("b", "One", ""), ("c", "Two", ""),
        ("b", "One", ""), ("d", "Three", ""),
    )  # fmt: skip
    done, undone = former_edits(states)
    assert [words for _, _, words in told(done)] == ["One", "Three"]
    assert undone == ()


def test_a_run_of_typing_is_one_step():
    states = history(
        ("a", "", ""), ("b", "Write", "lede"), ("c", "Write", "lede"), ("d", "Set", "")
    )
    done, _ = former_edits(states)
    assert told(done) == [(1, 3, "Write"), (3, 4, "Set")]


def test_what_was_done_elsewhere_ends_the_path():
    states = history(("a", "", ""), ("b", "Claim", ""), ("c", "", ""), ("d", "Status", ""))
    done, undone = former_edits(states)
    assert told(done) == [(3, 4, "Status")]
    assert undone == ()


def test_no_history_no_steps():
    assert former_edits([]) == ((), ())
