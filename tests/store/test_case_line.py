"""Lines across the workspace: main claims with their rating, and watch items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.date import stated
from workbench.core.draft import WatchItem
from workbench.core.verdict import Verdict
from workbench.store.check_store import CheckStore


def claim(circulated, supported=""):
    return Claim(id=new_id(), as_circulated=circulated, as_supported=supported)


@pytest.fixture
def store(tmp_path):
    opened = CheckStore.open(tmp_path / "checks.workbench", now())
    yield opened
    opened.close()


def a_check(slug, **fields):
    return Check(id=new_id(), slug=slug, title=slug.title(), created=now(), changed=now(), **fields)


def test_a_line_has_the_main_claim_and_the_rating(store):
    first, second = claim("They met"), claim("They called", "They may have called")
    rated = a_check(
        "call",
        claims=(first, second),
        main_claim_id=second.id,
        verdict=Verdict(scale="tf", label="false", reason="Nobody was there."),
        published=stated("2026-07-02"),
    )
    store.save(None, rated)
    store.save(None, a_check("meeting", claims=(first,)))
    store.save(None, a_check("empty"))
    gone = a_check("gone", claims=(first,))
    store.save(None, gone)
    store.bin.put_check(gone.id, now(), "Ada Okafor")
    lines = {line.slug: line for line in store.case_lines()}
    assert set(lines) == {"call", "meeting", "empty"}
    assert lines["call"].wordings == ("They called", "They may have called")
    assert (lines["call"].label, lines["call"].reason) == ("false", "Nobody was there.")
    assert lines["call"].published == stated("2026-07-02")
    assert lines["meeting"].wordings == ("They met",)
    assert lines["empty"].wordings == ()


def test_watch_items_name_their_check_and_claim(store):
    claims = (claim("They met"), claim("They called"))
    items = (
        WatchItem(id=new_id(), text="A statement", claim_id=claims[1].id, due=stated("2026-07")),
        WatchItem(id=new_id(), text="A speech", seen=True),
    )
    check = a_check("call", claims=claims, watch_items=items)
    store.save(None, check)
    tied, free = store.watch_lines()
    assert (tied.slug, tied.text, tied.due) == ("call", "A statement", stated("2026-07"))
    assert (tied.claim_number, tied.claim_wording) == (2, "They called")
    assert (free.seen, free.claim_number, free.claim_id) == (True, 0, "")
    store.bin.put_check(check.id, now(), "")
    assert store.watch_lines() == ()
    store.save(None, replace(check, id=new_id(), slug="other", claims=(), watch_items=()))
    assert store.watch_lines() == ()
