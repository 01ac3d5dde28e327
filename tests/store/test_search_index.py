"""Whatever is typed finds what it should and never fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.core.change import with_claim, with_draft_text
from workbench.store.search_index import match_expression
from workbench.store.summary import HitKind


@pytest.fixture
def filled(store, rich_check, small_check):
    store.save(None, rich_check)
    store.save(None, small_check)
    return store


def kinds(hits):
    return {hit.kind for hit in hits}


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("good", HitKind.CHECK),
        ("for ever", HitKind.CLAIM),
        ("bridge is shut", HitKind.CLAIM),
        ("nils", HitKind.CLAIM),
        ("stays sh", HitKind.QUOTE),
        ("courier", HitKind.SOURCE),
        ("rust", HitKind.PART),
        ("rust matters", HitKind.PART),
        ("link", HitKind.POST),
    ],
)
def test_every_kind_of_text_is_found(filled, rich_check, query, kind):
    hits = filled.search(query)
    assert kind in kinds(hits)
    assert {hit.check_id for hit in hits} == {rich_check.id}
    assert {(hit.slug, hit.title) for hit in hits} == {(rich_check.slug, rich_check.title)}
    assert [summary.id for summary in filled.checks(query)] == [rich_check.id]


def test_hit_names_its_item_and_shows_the_words_on_one_line(filled, rich_check):
    (hit,) = filled.search("gone for ever")
    assert hit.item_id == rich_check.claims[0].id
    assert hit.text == "The Harbor Bridge is shut The bridge is gone for ever 😱 Nils Lindqvist"


def test_long_text_is_shown_around_the_words(store, small_check):
    body = " ".join(f"word{number}" for number in range(500))
    store.save(None, with_draft_text(small_check, "lede", body))
    (hit,) = store.search("word250")
    assert "word250" in hit.text
    assert hit.text.startswith("…")
    assert len(hit.text) < 300


@pytest.mark.parametrize("query", ["HARBOR", "hárbör", "harbo", "  harbor  bridge ", "bri har"])
def test_case_accents_order_and_unfinished_words_do_not_matter(filled, rich_check, query):
    assert rich_check.id in {hit.check_id for hit in filled.search(query)}


@pytest.mark.parametrize("title", ["Ångström är i Malmö", "A\u030angstro\u0308m är i Malmö"])
@pytest.mark.parametrize("query", ["angstrom", "Ångström", "A\u030angstro\u0308m", "ÅNG"])
def test_accents_are_folded_in_the_text_too(store, small_check, title, query):
    store.save(None, replace(small_check, title=title))
    assert [hit.kind for hit in store.search(query)] == [HitKind.CHECK]


@pytest.mark.parametrize("query", ["קריאה", "مرحبا", "Привет", "桥梁"])
def test_other_scripts_are_found(store, small_check, query):
    store.save(None, replace(small_check, title=f"x {query} y"))
    assert [hit.kind for hit in store.search(query)] == [HitKind.CHECK]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        '""',
        "*",
        "(",
        ")",
        "-",
        "🌉",
        "…!?",
        "AND",
        "OR NOT",
        "NEAR(a, b)",
        "title:ferry",
        "ferry OR",
        '"ferry',
        "ferry*",
        "fer^",
        "{text}: x",
        "a" * 5000,
        "a " * 5000,
        "\0",
        "fe\0rry",
        "\ud83c",
        "fer\ud83cry",
        "'; DROP TABLE claim; --",
        "\u0301",
        "%_",
    ],
)
def test_hostile_words_do_no_harm(filled, query):
    filled.search(query)
    filled.checks(query)
    assert len(filled.checks()) == 2


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=st.text(max_size=30) | st.text('"*()^:-+{} aANDORNEAR\0', max_size=20))
def test_no_text_at_all_fails(filled, query):
    filled.search(query)
    filled.checks(query)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    # The letters that Unicode 6.1 knew, as SQLite's tokenizer does.
    word=st.text(
        st.characters(categories=("Ll", "Lu", "Nd"), max_codepoint=0x500, exclude_characters="Ϳ"),
        min_size=1,
        max_size=12,
    )
)
def test_a_written_word_is_found_again(store, small_check, word):
    store.save(None, replace(small_check, title=f"({word})", claims=()))
    try:
        assert [hit.kind for hit in store.search(word)] == [HitKind.CHECK]
    finally:
        store.delete(small_check.id)


def test_punctuation_beside_words_is_no_obstacle(filled):
    assert filled.search("“shut,” gone!") == filled.search("shut gone")
    assert filled.search("shut 🌉 gone — !") == filled.search("shut gone")
    assert filled.search("shut gone") != ()


def test_nothing_to_search_for_finds_nothing(filled):
    assert filled.search("") == filled.search(" \n") == filled.search("🌉!") == ()
    assert filled.checks("!") == ()
    assert len(filled.checks("  ")) == 2


def test_old_words_are_forgotten(store, small_check):
    store.save(None, small_check)
    changed = with_claim(
        small_check, replace(small_check.claims[0], as_circulated="Trams run at noon")
    )
    store.save(small_check, changed)
    assert len(store.search("ferry")) == 5
    assert [hit.item_id for hit in store.search("trams")] == [small_check.claims[0].id]
    store.save(changed, replace(changed, claims=(), title="Trams"))
    assert store.search("ferry") == ()
    assert [hit.kind for hit in store.search("trams")] == [HitKind.CHECK]


def test_index_holds_what_the_entries_hold(filled, rich_check, small_check):
    filled.save(small_check, replace(small_check, title="A\0B", claims=small_check.claims[1:]))
    filled.delete(rich_check.id)
    with filled._database.writing_driver() as connection:
        connection.execute(
            "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"
        )


def test_texts_written_last_come_first_and_the_limit_holds(store, small_check):
    store.save(None, small_check)
    changed = with_claim(
        small_check, replace(small_check.claims[0], as_circulated="Ferry X at night")
    )
    store.save(small_check, changed)
    assert store.search("ferry night", limit=2)[0].item_id == small_check.claims[0].id
    assert len(store.search("ferry night", limit=2)) == 2


def test_a_check_full_of_hits_does_not_hide_the_others(store, small_check, rich_check):
    older = replace(rich_check, title="One ferry", changed=small_check.changed - timedelta(days=9))
    store.save(None, older)
    store.save(None, small_check)
    assert [summary.id for summary in store.checks("ferry", limit=2)] == [small_check.id, older.id]
    assert len(store.checks("ferry", limit=1)) == 1


def test_words_are_quoted_for_fts():
    assert match_expression('har"bor AND *') == '"har bor"* "AND"*'
