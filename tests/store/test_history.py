"""Every saved state can be read again, letter by letter; damage to one stops no other."""

from __future__ import annotations

import itertools
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.core import change
from workbench.core.change_history import brought_back
from workbench.core.claim import Claim, ClaimStatus
from workbench.core.error import UserError
from workbench.core.export_record import ExportRecord
from workbench.core.record import CheckState, StateChange
from workbench.core.revision import Deed, FactKind
from workbench.core.verdict import Verdict
from workbench.store.check_store import CheckStore
from workbench.store.verification import verified


def saved(store, old, new, **deed):
    """Save a state a minute after the one before, and return it."""
    new = replace(new, changed=(old or new).changed + timedelta(minutes=1 if old else 0))
    store.save(old, new, Deed(at=new.changed, **deed))
    return new


def kinds(state):
    return [fact.kind for fact in state.facts]


def test_states_tell_when_who_and_what(store, small_check):
    first = saved(store, None, small_check)
    claim = replace(first.claims[1], status=ClaimStatus.CONFIRMED)
    second = saved(store, first, change.with_claim(first, claim), who="Ada Okafor", words="Set it")
    third = saved(store, second, replace(second, verdict=Verdict(wording="shut, not gone")))
    newest, middle, oldest = store.history.states(small_check.id)
    assert [state.number for state in (newest, middle, oldest)] == [3, 2, 1]
    assert (middle.parents, newest.parents, oldest.parents) == ((oldest.id,), (middle.id,), ())
    assert (middle.who, middle.words, middle.at) == ("Ada Okafor", "Set it", second.changed)
    assert kinds(oldest) == [FactKind.BEGUN]
    (fact,) = middle.facts
    assert (fact.kind, fact.number) == (FactKind.STATUS, 2)
    assert (fact.was, fact.now) == ("not_confirmed", "confirmed")
    assert kinds(newest) == [FactKind.RATING]
    for state, value in ((oldest, first), (middle, second), (newest, third)):
        assert store.history.state(small_check.id, state.id) == value


def test_rich_check_is_read_again_as_it_was(store, rich_check):
    store.save(None, rich_check)
    (state,) = store.history.states(rich_check.id)
    assert store.history.state(rich_check.id, state.id) == rich_check


def test_equal_states_have_the_same_content_on_any_computer(tmp_path, at, rich_check):
    contents = []
    for name in ("one", "two"):
        store = CheckStore.open(tmp_path / f"{name}.workbench", at)
        if name == "two":  # it came there by another way
            before = replace(
                rich_check, claims=(), main_claim_id="", contacts=(), watch_items=(), title="Shut?"
            )
            store.save(None, before)
            store.save(before, rich_check)
        else:
            store.save(None, rich_check)
        contents.append(store.history.states(rich_check.id)[0].content)
        store.close()
    assert contents[0] == contents[1]


def edits():  # noqa: C901 - seven small ones
    """Return small edits: each takes a check and chance and returns another check."""

    def reword(check, chance):
        if not check.claims:
            return check
        claim = chance.choice(check.claims)
        words = f"The ferry runs {chance.randrange(1000)} 🌉"
        status = chance.choice(list(ClaimStatus))
        return change.with_claim(check, replace(claim, as_supported=words, status=status))

    def write(check, chance):
        key = chance.choice(("lede", "why"))
        return change.with_draft_text(check, key, f"{check.draft.text(key)} {chance.random()}")

    def drop_claim(check, chance):
        if not check.claims:
            return check
        return change.without_claim(check, chance.choice(check.claims).id)

    def add_claim(check, chance):
        number = chance.randrange(10**12)
        new = Claim(id=f"00000000-0000-7000-8000-{number:012}", as_circulated="Gone for ever")
        return change.with_claim(check, new)

    def move(check, chance):
        if not check.claims:
            return check
        return change.with_claim_moved(check, chance.choice(check.claims).id, chance.randrange(5))

    def drop_source(check, chance):
        if not check.sources:
            return check
        return change.without_source(check, chance.choice(check.sources).id)

    def note(check, chance):
        if not check.sources:
            return check
        source = chance.choice(check.sources)
        return change.with_source(check, replace(source, notes=str(chance.random())))

    return (reword, write, drop_claim, add_claim, move, drop_source, note)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(st.integers(0, len(edits()) - 1), max_size=25), seed=st.integers(0, 9999))
def test_whatever_is_edited_every_state_comes_back(tmp_path_factory, at, rich_check, steps, seed):
    chance = random.Random(seed)
    store = CheckStore.open(tmp_path_factory.mktemp("history") / "checks.workbench", at)
    values = [saved(store, None, rich_check)]
    for step in steps:
        new = edits()[step](values[-1], chance)
        if chance.random() < 0.2:
            new = chance.choice(values)  # an undo goes back to an earlier value
        if new != values[-1]:
            values.append(saved(store, values[-1], new))
    states = store.history.states(rich_check.id)[::-1]
    assert [store.history.state(rich_check.id, state.id) for state in states] == values
    chosen = chance.choice(values)
    back = brought_back(values[-1], chosen, chosen.changed)
    store.save(values[-1], back)
    assert store.load(rich_check.id) == chosen
    store.close()


def test_bringing_back_leaves_what_is_on_record(rich_check, at):
    step = StateChange(id=rich_check.id, state=CheckState.APPROVED, who="Nils", at=at)
    now = replace(rich_check, title="New", state=CheckState.APPROVED, state_changes=(step,))
    back = brought_back(now, replace(rich_check, corrections=(), slug="other"), at)
    assert (back.title, back.slug) == (rich_check.title, rich_check.slug)
    assert (back.state, back.state_changes) == (CheckState.APPROVED, (step,))
    assert back.corrections == rich_check.corrections


def test_one_changed_word_takes_little_room(store, rich_check, query):
    long = "The bridge is shut. " * 5_000
    check = change.with_draft_text(rich_check, "lede", " ".join(str(n) for n in range(20_000)))
    version = replace(check.sources[1].versions[0], text=long)
    check = change.with_source(check, replace(check.sources[1], versions=(version,)))
    before = saved(store, None, check)
    (size,) = query("SELECT sum(length(data)) FROM revision_part")[0]
    for number in range(20):
        claim = replace(before.claims[0], as_supported=f"The Harbor Bridge is shut {number}")
        before = saved(store, before, change.with_claim(before, claim))
    (later,) = query("SELECT sum(length(data)) FROM revision_part")[0]
    assert later - size < 20 * 1_000


def test_save_that_fails_notes_nothing(store, small_check, query):
    first = saved(store, None, small_check)
    with pytest.raises(UserError, match="half a character"):
        store.save(first, replace(first, notes="\ud800"))
    assert query("SELECT count(*) FROM revision") == [(1,)]


def test_state_of_another_program_version_comes_first(store, small_check, query, path):
    first = saved(store, None, small_check)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM revision")
        connection.execute("DELETE FROM revision_part")
    second = saved(store, first, replace(first, title="Later"))
    newest, oldest = store.history.states(small_check.id)
    assert store.history.state(small_check.id, oldest.id) == first
    assert store.history.state(small_check.id, newest.id) == second
    assert newest.parents == (oldest.id,)


def alter(path, sql, *values):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)


def test_damaged_state_is_told_and_stops_no_other(store, path, small_check):
    first = saved(store, None, small_check)
    second = saved(store, first, replace(first, title="Second"))
    third = saved(store, second, replace(second, title="Third"))
    newest, middle, oldest = store.history.states(small_check.id)
    assert verified(path).troubles == ()
    alter(path, "UPDATE revision_part SET data = x'00' WHERE sha256 = ?", middle.content)
    (trouble,) = verified(path).troubles
    assert "state 2 is damaged" in trouble
    with pytest.raises(UserError, match="damaged"):
        store.history.state(small_check.id, middle.id)
    assert store.history.state(small_check.id, oldest.id) == first
    fourth = saved(store, third, replace(third, title="Fourth"))
    states = store.history.states(small_check.id)
    assert store.history.state(small_check.id, states[0].id) == fourth
    assert store.history.state(small_check.id, newest.id) == third


def test_forged_content_is_told(store, path, small_check):
    first = saved(store, None, small_check)
    saved(store, first, replace(first, title="Second"))
    alter(path, "UPDATE revision SET content = ? WHERE number = 1", "0" * 64)
    assert "state 1 is damaged" in verified(path).troubles[0]


def test_row_that_says_nothing_does_not_hide_the_rest_or_stop_saving(store, path, small_check):
    first = saved(store, None, small_check)
    second = saved(store, first, replace(first, title="Second"))
    alter(path, "UPDATE revision SET facts = '{', at = 'noon' WHERE number = 2")
    assert [state.number for state in store.history.states(small_check.id)] == [1]
    third = saved(store, second, replace(second, title="Third"))
    newest = store.history.states(small_check.id)[0]
    assert store.history.state(small_check.id, newest.id) == third
    assert any("state 2 is damaged" in trouble for trouble in verified(path).troubles)


def test_older_states_are_thinned_out_and_the_gaps_are_told(store, small_check, query):
    now = saved(store, None, small_check)
    for number in range(30):
        now = saved(store, now, change.with_draft_text(now, "lede", f"Words {number}"))
    claim = replace(now.claims[0], status=ClaimStatus.REPORTED)
    now = turned = saved(store, now, change.with_claim(now, claim))
    for number in range(30):
        now = saved(store, now, change.with_post_text(now, "", f"Post {number}"))
    before = len(query("SELECT 1 FROM revision_part"))
    assert store.history.thin_out(now.id, now.changed + timedelta(hours=20)) == 0
    assert store.history.thin_out(now.id, now.changed + timedelta(days=2)) > 50
    states = store.history.states(now.id)
    assert len(states) < 8
    assert states[-1].number == 1
    values = [store.history.state(now.id, state.id) for state in states]
    assert values[0] == now
    assert turned in values
    assert len(query("SELECT 1 FROM revision_part")) < before / 3
    for younger, older in itertools.pairwise(states):
        assert younger.parents == (older.id,)
    assert FactKind.PART in {kind for state in states for kind in kinds(state)}
    assert store.history.thin_out(now.id, now.changed + timedelta(days=2)) == 0


def test_exported_state_stays(store, small_check, at):
    an_export = ExportRecord(
        id=small_check.id, revision=1, at=at, formats=("md",), files=(), markdown="Words\n"
    )
    now = saved(store, None, small_check)
    kept = None
    for number in range(10):
        now = saved(store, now, replace(now, title=f"Title {number}"))
        if number == 4:
            kept = store.record_export(now, an_export).revision
    store.history.thin_out(now.id, now.changed + timedelta(days=90))
    assert [state.number for state in store.history.states(now.id)] == [11, kept, 1]
