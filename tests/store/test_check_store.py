"""Values go into the workspace and come out the same; nothing else is ever overwritten."""

from __future__ import annotations

import hashlib
import string
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.core.change import (
    with_claim,
    with_claim_moved,
    with_draft_text,
    with_evidence,
    with_post_text,
    without_claim,
    without_evidence,
    without_source,
)
from workbench.core.claim import ClaimStatus
from workbench.core.error import UserError
from workbench.core.source import PageImage, SourceVersion
from workbench.store.check_store import CheckStore
from workbench.store.first_screen import read_first_screen

BELOW = (
    "source",
    "source_version",
    "passage",
    "claim",
    "appearance",
    "evidence",
    "event",
    "draft_part",
    "post",
    "image",
    "watch_item",
    "correction",
    "sign_off",
    "search_entry",
)


NOTED = [("INSERT", "revision_part"), ("INSERT", "revision_part"), ("INSERT", "revision")]
"""What the history writes of one changed item: the item, the root above it, the state."""


@pytest.fixture
def written(store):
    """Return a function that gives the writing statements of one call, without their values."""

    def during(action):
        with store._database.reading_driver() as connection:
            statements = []
            connection.set_trace_callback(statements.append)
        action()
        with store._database.reading_driver() as connection:
            connection.set_trace_callback(None)
        writes = [text.split() for text in statements]
        return [
            (words[0], words[1] if words[0] == "UPDATE" else words[2])
            for words in writes
            if words[0] in ("INSERT", "UPDATE", "DELETE")
        ]

    return during


def test_check_comes_back_as_it_was(store, path, at, rich_check):
    assert store.save(None, rich_check) == 1
    store.close()
    reopened = CheckStore.open(path, at)
    assert reopened.load(rich_check.id) == rich_check
    assert reopened.load_slug("harbor-bridge") == rich_check
    reopened.close()


def test_rich_check_fills_every_column(store, rich_check, query):
    store.save(None, rich_check)
    for table in ("fact_check", *BELOW):
        rows = query(f"SELECT * FROM {table}")
        assert rows, table
        for number, column in enumerate(row[1] for row in query(f"PRAGMA table_info({table})")):
            if column not in ("position", "start_offset", "binned", "binned_by"):
                assert any(row[number] not in (None, "", 0, "[]") for row in rows), column


def test_file_reads_without_this_program(store, rich_check, query):
    store.save(None, rich_check)
    assert query("SELECT as_supported, status FROM claim ORDER BY position") == [
        ("The Harbor Bridge is shut", "reported"),
        ("", "not_confirmed"),
    ]
    assert query("SELECT json_extract(published, '$.value') FROM source") == [
        ("2026-07-02T08:06",),
        (None,),
    ]
    assert query("SELECT changed FROM fact_check") == [("2026-07-02T13:04:31Z",)]


text = st.text(
    st.characters(exclude_categories=("Cs",))
    | st.sampled_from("\0\r\n\ufeff🌉👨‍👩‍👧e\u0301א؟'\"%"),
    max_size=40,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=text, circulated=text, notes=text, body=text, line_ends=text)
def test_any_text_is_kept_to_the_letter(
    store, small_check, title, circulated, notes, body, line_ends
):
    claim = replace(small_check.claims[0], as_circulated=circulated, notes=notes)
    check = with_claim(replace(small_check, title=title), claim)
    check = with_draft_text(check, "lede", body)
    check = with_post_text(check, "x", line_ends)
    store.save(None, check)
    try:
        assert store.load(check.id) == check
    finally:
        store.delete(check.id)


def test_half_a_character_is_refused_and_nothing_is_written(store, small_check):
    store.save(None, small_check)
    broken = replace(small_check, title="Harbor \ud83c", notes="kept out")
    with pytest.raises(UserError, match="half a character"):
        store.save(small_check, broken)
    assert store.load(small_check.id) == small_check


def test_number_beyond_sqlite_is_refused(store, rich_check):
    passage = rich_check.passages[1]
    far = replace(passage, selector=replace(passage.selector, start=10**30, end=10**30))
    check = replace(rich_check, passages=(rich_check.passages[0], far))
    with pytest.raises(UserError, match="too large"):
        store.save(None, check)
    assert store.checks() == ()


def changes_of(check):
    """Return a check after each of the things that people do."""
    claim = check.claims[0]
    new_version = replace(check.sources[1].versions[0], id=claim.id, text="Another text")
    yield replace(check, title="Another title", changed=check.changed + timedelta(minutes=1))
    yield with_claim(check, replace(claim, status=ClaimStatus.CONFIRMED))
    yield with_claim(check, with_evidence(claim, replace(claim.evidence[1], text="Another reply")))
    yield with_claim_moved(check, claim.id, 1)
    yield without_claim(check, claim.id)
    yield without_evidence(check, claim.id, claim.evidence[0].id)
    yield without_source(check, check.sources[0].id)
    yield with_draft_text(check, "lede", "")
    yield with_draft_text(check, "about", "A new part comes first")
    yield with_post_text(check, "x", None)
    yield replace(check, sources=check.sources[::-1])
    yield replace(
        check, sources=(check.sources[0], replace(check.sources[1], versions=(new_version,)))
    )
    yield replace(
        check,
        claims=(),
        events=(),
        contacts=(),
        passages=(),
        sources=(),
        watch_items=(),
        main_claim_id="",
    )


def test_every_change_is_written_and_can_be_taken_back(store, rich_check):
    store.save(None, rich_check)
    current = rich_check
    for changed in changes_of(rich_check):
        store.save(current, changed)
        assert store.load(changed.id) == changed
        store.save(changed, rich_check)
        assert store.load(rich_check.id) == rich_check


def test_passage_moved_to_another_source_outlives_the_first(store, rich_check):
    store.save(None, rich_check)
    second = rich_check.sources[1]
    passage = replace(rich_check.passages[0], source_id=second.id, version_id=second.versions[0].id)
    changed = replace(
        rich_check,
        sources=(replace(second, relies_on=(), syndicated_from=""),),
        passages=(passage,),
        events=(),
    )
    store.save(rich_check, changed)
    assert store.load(changed.id) == changed


def test_one_edited_claim_writes_one_claim(store, small_check, written):
    store.save(None, small_check)
    changed = with_claim(small_check, replace(small_check.claims[2], notes="Ask the captain."))
    assert written(lambda: store.save(small_check, changed)) == [
        ("UPDATE", "fact_check"),
        ("UPDATE", "claim"),
        *NOTED,
    ]


def test_moved_claim_writes_positions_only(store, small_check, query):
    store.save(None, small_check)
    store.save(small_check, with_claim_moved(small_check, small_check.claims[3].id, 2))
    assert query("SELECT position FROM claim ORDER BY id") == [(0,), (1,), (3,), (2,), (4,)]
    assert query("SELECT max(id) FROM search_entry") == [(6,)]  # nothing was indexed again


def test_nothing_changed_writes_nothing(store, small_check, written):
    revision = store.save(None, small_check)
    again = replace(small_check, claims=tuple(replace(claim) for claim in small_check.claims))
    assert written(lambda: store.save(small_check, again)) == []
    assert store.save(small_check, again) == revision


def test_source_text_is_not_written_again_with_its_notes(store, rich_check, written):
    store.save(None, rich_check)
    source = replace(rich_check.sources[0], notes="Called them.")
    changed = replace(rich_check, sources=(source, rich_check.sources[1]))
    assert written(lambda: store.save(rich_check, changed)) == [
        ("UPDATE", "fact_check"),
        ("UPDATE", "source"),
        *NOTED,
    ]


def test_revision_grows_by_one_with_every_change(store, small_check):
    current, revisions = small_check, [store.save(None, small_check)]
    for number in range(3):
        changed = replace(current, title=f"Title {number}")
        revisions.append(store.save(current, changed))
        current = changed
    assert revisions == [1, 2, 3, 4]


def test_another_window_is_not_overwritten(store, path, at, small_check):
    store.save(None, small_check)
    other = CheckStore.open(path, at)
    theirs = replace(other.load(small_check.id), title="Theirs")
    other.save(small_check, theirs)
    with pytest.raises(UserError, match="Another window"):
        store.save(small_check, replace(small_check, title="Ours"))
    assert store.load(small_check.id) == theirs
    other.close()


def test_reading_again_does_not_make_an_old_value_new(store, path, at, small_check):
    store.save(None, small_check)
    other = CheckStore.open(path, at)
    other.save(other.load(small_check.id), replace(small_check, notes="Theirs"))
    store.load(small_check.id)  # an export job looks at the check
    with pytest.raises(UserError, match="Another window"):
        store.save(small_check, replace(small_check, title="Ours"))
    other.close()


def test_value_read_elsewhere_may_be_saved_while_it_is_what_the_file_holds(
    store, path, at, small_check
):
    store.save(None, small_check)
    other = CheckStore.open(path, at)
    assert other.save(small_check, replace(small_check, title="Shown before opening")) == 2
    other.close()


def test_value_shown_without_the_store_can_be_saved_though_the_store_knows_an_older_one(
    store, path, at, small_check
):
    store.save(None, small_check)
    other = CheckStore.open(path, at)
    other.save(small_check, replace(small_check, title="Theirs"))
    other.close()
    shown = read_first_screen(path, small_check.id).check
    assert store.save(shown, replace(shown, notes="Ours")) == 3


def test_check_deleted_elsewhere_is_not_brought_back_in_pieces(store, small_check):
    store.save(None, small_check)
    store.delete(small_check.id)
    with pytest.raises(UserError, match="changed or deleted"):
        store.save(small_check, replace(small_check, title="Ours"))
    assert store.checks() == ()


def test_deleted_check_comes_back_by_undo(store, rich_check):
    store.save(None, rich_check)
    store.delete(rich_check.id)
    assert store.save(None, rich_check) == 1
    assert store.load(rich_check.id) == rich_check


def test_second_check_with_a_slug_or_an_id_is_refused(store, small_check, rich_check):
    store.save(None, small_check)
    with pytest.raises(UserError, match="is called night-ferry"):
        store.save(None, replace(rich_check, slug=small_check.slug))
    with pytest.raises(UserError, match="in this workspace already"):
        store.save(None, replace(small_check, slug="other"))
    assert len(store.checks()) == 1


def test_deleting_takes_everything_below_along(store, rich_check, small_check, query):
    store.save(None, rich_check)
    store.save(None, small_check)
    store.delete(rich_check.id)
    for table in BELOW:
        assert query(f"SELECT DISTINCT check_id FROM {table}") in ([], [(small_check.id,)]), table
    assert store.search("harbor") == ()
    assert store.load(small_check.id) == small_check
    store.delete(rich_check.id)


def test_missing_check_is_said_in_a_sentence(store, small_check):
    with pytest.raises(UserError, match="not in the workspace"):
        store.load(small_check.id)
    with pytest.raises(UserError, match="no check called harbor"):
        store.load_slug("harbor")


def test_checks_are_listed_newest_first(store, small_check, rich_check):
    store.save(None, replace(rich_check, changed=small_check.changed - timedelta(days=1)))
    store.save(None, small_check)
    newest = store.checks()[0]
    assert [summary.slug for summary in store.checks()] == ["night-ferry", "harbor-bridge"]
    assert (newest.title, newest.claim_count, newest.source_count) == (small_check.title, 5, 0)
    assert newest.changed == small_check.changed
    assert [summary.slug for summary in store.checks(limit=1)] == ["night-ferry"]


def test_free_slug_counts_on(store, small_check):
    assert store.free_slug("night-ferry") == "night-ferry"
    store.save(None, small_check)
    assert store.free_slug("night-ferry") == "night-ferry-2"
    store.save(None, replace(small_check, id=small_check.claims[0].id, slug="night-ferry-2"))
    assert store.free_slug("night-ferry") == "night-ferry-3"


def test_free_slug_stays_a_slug_however_long(store, small_check):
    longest = (string.ascii_lowercase * 3)[:68]
    store.save(None, replace(small_check, slug=longest))
    assert store.free_slug(longest) == f"{longest[:60]}-2"


def test_originals_are_kept_once_and_come_back(store, original, query):
    sha256 = store.add_original(original, "text/html")
    assert sha256 == hashlib.sha256(original).hexdigest()
    assert store.add_original(original, "text/html") == sha256
    assert store.original(sha256) == original
    assert query("SELECT size, media_type FROM original") == [(len(original), "text/html")]


def test_missing_and_damaged_originals_are_told_apart(store, original, query):
    sha256 = store.add_original(original, "text/html")
    with store._database.writing_driver() as connection:
        connection.execute("UPDATE original SET data = x'00'")
    with pytest.raises(UserError, match="damaged"):
        store.original(sha256)
    with pytest.raises(UserError, match="not in this workspace"):
        store.original("0" * 64)


def test_originals_that_nothing_needs_go_when_the_store_closes(
    store, path, at, rich_check, original, query
):
    wanted = store.add_original(original, "text/html")
    picture = store.add_original(b"a picture", "image/jpeg")
    store.add_original(b"a cancelled import", "text/plain")
    store.save(None, rich_check)
    store.close()
    assert sorted(query("SELECT sha256 FROM original")) == sorted([(wanted,), (picture,)])

    again = CheckStore.open(path, at)
    again.save(again.load(rich_check.id), without_source(rich_check, rich_check.sources[0].id))
    assert again.original(wanted) == original  # for undo, and for the other source
    again.delete(rich_check.id)
    again.close()
    assert query("SELECT count(*) FROM original") == [(0,)]


def test_pictures_of_a_source_stay_as_long_as_it_does(store, path, at, rich_check, query):
    picture = store.add_original(b"a picture of a page", "image/png")
    version = rich_check.sources[0].version
    images = (*version.images, PageImage(caption="The bridge", sha256=picture))
    versions = (*rich_check.sources[0].versions[:-1], replace(version, images=images))
    source = replace(rich_check.sources[0], versions=versions)
    with_it = replace(rich_check, sources=(source, *rich_check.sources[1:]))
    store.save(None, with_it)
    store.close()
    assert query("SELECT sha256 FROM original") == [(picture,)]

    again = CheckStore.open(path, at)
    again.save(again.load(with_it.id), rich_check)
    again.close()
    assert query("SELECT sha256 FROM original") == [(picture,)]  # the history has the page


def test_original_of_a_removed_source_stays_as_long_as_the_history_has_it(
    store, path, at, rich_check, original, query
):
    alone = store.add_original(b"only here", "text/plain")
    version = SourceVersion(
        id=rich_check.id, text="only here", sha256=alone, media_type="text/plain", captured=at
    )
    source = replace(rich_check.sources[1], id=rich_check.id, versions=(version,))
    with_it = replace(rich_check, sources=(*rich_check.sources, source))
    store.add_original(original, "text/html")
    store.save(None, with_it)
    store.close()
    again = CheckStore.open(path, at)
    again.save(with_it, rich_check)
    again.close()
    later = CheckStore.open(path, at)
    assert later.original(alone) == b"only here"
    (_, was) = later.history.states(with_it.id)
    assert later.history.state(with_it.id, was.id) == with_it
    later.close()


def test_two_threads_use_one_store(store, small_check, rich_check):
    store.save(None, small_check)

    def import_files():
        sums = [store.add_original(b"%d" % number, "text/plain") for number in range(25)]
        return sums, len(store.search("ferry"))

    current = small_check
    with ThreadPoolExecutor(max_workers=1) as jobs:
        job = jobs.submit(import_files)
        for number in range(25):
            changed = replace(current, title=f"Ferry {number}")
            store.save(current, changed)
            current = changed
        sums, found = job.result()
    assert found == 6
    assert store.load(small_check.id) == current
    assert store.original(sums[24]) == b"24"
