"""What is removed is in the bin with all of it, until somebody empties that."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from workbench.core.change import without_source
from workbench.core.change_bin import with_source_back
from workbench.core.error import UserError
from workbench.core.revision import Deed
from workbench.store.check_store import CheckStore
from workbench.store.compaction import compact
from workbench.store.first_screen import read_first_screen
from workbench.store.glance import read_glance
from workbench.store.verification import verified


def test_check_in_the_bin_is_in_no_list_and_comes_back_whole(store, path, at, rich_check, original):
    store.add_original(original, "text/html")
    store.save(None, rich_check)
    states = store.history.states(rich_check.id)
    store.bin.put_check(rich_check.id, at, "Ada Okafor")
    assert store.checks() == store.checks("bridge") == store.search("bridge") == ()
    assert read_first_screen(path, rich_check.id).check is None
    assert read_glance(path, rich_check.id, "") is None
    for load, name in ((store.load, rich_check.id), (store.load_slug, rich_check.slug)):
        with pytest.raises(UserError):
            load(name)
    (item,) = store.bin.items()
    assert (item.is_check, item.name, item.who, item.at) == (
        True, rich_check.title, "Ada Okafor", at,
    )  # fmt: skip
    assert store.bin.look_inside(item) == rich_check
    store.close()
    compact(path)
    assert verified(path).troubles == ()
    again = CheckStore.open(path, at)
    again.bin.restore_check(rich_check.id)
    assert again.bin.items() == ()
    assert again.load_slug(rich_check.slug) == rich_check
    assert again.history.states(rich_check.id) == states
    assert again.original(hashlib.sha256(original).hexdigest()) == original
    assert [hit.check_id for hit in again.search("bridge")]
    again.close()


def test_window_that_still_shows_a_binned_check_cannot_write_to_it(store, at, rich_check):
    store.save(None, rich_check)
    store.bin.put_check(rich_check.id, at)
    with pytest.raises(UserError, match="changed or deleted"):
        store.save(rich_check, replace(rich_check, title="Later"))
    with pytest.raises(UserError, match="or in its bin"):
        store.save(None, rich_check)
    assert store.free_slug(rich_check.slug) == f"{rich_check.slug}-2"


def test_removed_source_is_in_the_bin_until_it_is_back(store, at, rich_check, original):
    sha256 = store.add_original(original, "text/html")
    store.save(None, rich_check)
    source = rich_check.sources[0]
    gone = without_source(rich_check, source.id)
    store.save(rich_check, gone, Deed(at=at, who="Nils Lindqvist"))
    (item,) = store.bin.items()
    assert (item.source_id, item.name, item.who) == (source.id, source.name, "Nils Lindqvist")
    assert item.check_title == rich_check.title
    was = store.bin.look_inside(item)
    back = with_source_back(gone, was, source.id)
    assert back == rich_check
    store.save(gone, back)
    assert store.bin.items() == ()
    assert store.original(sha256) == original


def test_what_the_bin_needs_is_not_thinned_out(store, at, small_check, rich_check):
    check = replace(rich_check, changed=at)
    store.save(None, replace(check, title="First"), Deed(at=at))
    store.save(replace(check, title="First"), check, Deed(at=at + timedelta(minutes=1)))
    gone = without_source(check, check.sources[0].id)
    store.save(check, gone, Deed(at=at + timedelta(minutes=2)))
    store.save(gone, replace(gone, title="Last"), Deed(at=at + timedelta(minutes=3)))
    store.history.thin_out(check.id, at + timedelta(days=400))
    (item,) = store.bin.items()
    assert store.bin.look_inside(item) == check


def test_emptied_source_leaves_no_trace(store, path, at, rich_check, query):
    words = b"A leaked letter about the quay"
    leaked = store.add_original(words, "text/plain")
    version = replace(rich_check.sources[1].versions[0], text=words.decode(), sha256=leaked)
    source = replace(
        rich_check.sources[1], id=version.id, versions=(version,), outlet="The informant"
    )
    with_it = replace(rich_check, sources=(*rich_check.sources, source))
    store.save(None, with_it)
    later = replace(with_it, title="Later")
    store.save(with_it, later)
    store.save(later, rich_check)
    (item,) = store.bin.items()
    states = store.history.states(rich_check.id)
    store.bin.drop(item)
    assert store.bin.items() == ()
    for state in store.history.states(rich_check.id):
        was = store.history.state(rich_check.id, state.id)
        assert source.id not in {one.id for one in was.sources}
    assert [state.id for state in store.history.states(rich_check.id)] == [s.id for s in states]
    store.close()
    assert query("SELECT count(*) FROM original WHERE sha256 = ?", leaked) == [(0,)]
    compact(path)
    assert words not in path.read_bytes()
    assert b"The informant" not in path.read_bytes()
    assert verified(path).troubles == ()


def test_emptied_check_goes_with_its_history_and_originals(store, path, at, rich_check, query):
    store.add_original(b"a picture", "image/png")
    store.add_original(b"a picture of a page", "image/png")
    store.save(None, rich_check)
    store.bin.put_check(rich_check.id, at)
    (item,) = store.bin.items()
    store.bin.drop(item)
    store.close()
    for table in ("fact_check", "revision", "revision_part", "binned_source", "original"):
        assert query(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_what_is_gone_is_a_sentence(store, at, rich_check):
    with pytest.raises(UserError, match="not in the bin any more"):
        store.bin.restore_check(rich_check.id)
