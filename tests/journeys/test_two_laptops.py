"""Two laptops and no network: one case travels as a file, and is put together again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.merging.edit import work
from tests.merging.laptop import START, Laptop
from workbench.core import change
from workbench.core.bare import bare_content
from workbench.core.change_conflict import open_conflicts
from workbench.core.check import Check
from workbench.core.contact import Contact
from workbench.core.error import UserError
from workbench.core.merge_report import MergeOutcome
from workbench.core.revision import Deed
from workbench.publish.case import media_types, pack, unpack
from workbench.publish.packing import Packing
from workbench.rules.merge.history import merge_of
from workbench.store.check_store import CheckStore
from workbench.store.verification import verified

NOW = datetime(2026, 7, 20, 9, 0, tzinfo=UTC)
ID = "01980000-0000-7000-8000-000000000001"


class Desk:
    """A workspace, and somebody who works in it."""

    def __init__(self, who, folder):
        self.who = who
        self.path = folder / f"{who}.workbench"
        self.store = CheckStore.open(self.path, NOW)
        self.minutes = 0

    @property
    def check(self):
        return self.store.load(ID)

    def save(self, new, words="Edit"):
        self.minutes += 5
        at = START + timedelta(minutes=self.minutes)
        old = self.check
        new = replace(new, changed=at)
        self.store.save(old, new, Deed(at=at, who=self.who, words=words))
        return new

    def work(self, seed, count):
        """Do some things at random."""
        laptop = Laptop(self.who, self.check)
        laptop.last_id = seed * 1000
        laptop.minutes = self.minutes
        laptop.save = lambda check, chance: setattr(laptop, "check", self.save(check))
        work(laptop, random.Random(seed), count)

    def packed(self, **choice):
        self.store.note_packed(self.check)
        history = self.store.history.saved(ID)
        exports = self.store.exports(ID)
        return pack(self.check, {}, exports, Packing(**choice), history)

    def take(self, data):
        """Take a case file in: as a new check, or merged."""
        case = unpack(data)
        types = media_types(case.check)
        if not self.store.where(ID):
            self.store.take_new(case.check, case.history, case.exports, case.originals, types)
            return MergeOutcome.NEW
        ours = self.check
        merge = merge_of(ours, self.store.history.saved(ID), case.check, case.history)
        self.store.take_merge(ours, merge, case.exports, case.originals, types)
        assert self.store.load(ID).id == ID
        return merge.report.outcome

    @property
    def head(self):
        return self.store.history.states(ID, 1)[0]


@pytest.fixture
def desks(tmp_path):
    """Ines, who has a check that was worked on, and Tom, who has got it from her."""
    ines, tom = Desk("Ines", tmp_path), Desk("Tom", tmp_path)
    check = Check(id=ID, slug="harbor-bridge", title="Harbor Bridge", created=START, changed=START)
    ines.store.save(None, check, Deed(at=START, who="Ines"))
    ines.work(1, 25)
    assert tom.take(ines.packed()) is MergeOutcome.NEW
    tom.minutes = ines.minutes = 1000
    yield ines, tom
    for desk in (ines, tom):
        desk.store.close()
        assert [one for one in verified(desk.path).troubles if "istory" in one] == []


def test_a_case_comes_in_with_its_history(desks):
    ines, tom = desks
    assert tom.check == ines.check
    mine, theirs = ines.store.history.states(ID), tom.store.history.states(ID)
    assert [one.id for one in mine] == [one.id for one in theirs]
    for state in mine:
        assert tom.store.history.state(ID, state.id) == ines.store.history.state(ID, state.id)


@pytest.mark.parametrize("seed", range(2, 8))
def test_what_both_did_apart_is_the_same_check_on_both_laptops(desks, seed):
    ines, tom = desks
    ines.work(seed, 12)
    tom.minutes = 1030
    tom.work(seed + 100, 12)
    first, second = ines.packed(), tom.packed()
    assert ines.take(second) is MergeOutcome.MERGED
    assert tom.take(first) is MergeOutcome.MERGED
    assert ines.check == tom.check
    assert ines.head.id == tom.head.id
    assert len(ines.head.parents) == 2
    assert ines.take(tom.packed()) is MergeOutcome.UP_TO_DATE
    tom.work(seed + 200, 3)
    assert ines.take(tom.packed()) is MergeOutcome.FORWARD
    assert ines.check == tom.check


def test_taking_a_merge_back_is_one_step_and_lets_the_file_be_merged_again(desks):
    ines, tom = desks
    ines.save(replace(ines.check, title="Ines's"))
    tom.save(replace(tom.check, notes="Tom's"))
    before, data = ines.check, tom.packed()
    assert ines.take(data) is MergeOutcome.MERGED
    merged = ines.check
    ines.store.save(merged, before, Deed(at=NOW, who="Ines", words="Edit"))
    ines.save(replace(ines.check, author="Ines"))
    assert ines.take(data) is MergeOutcome.MERGED
    assert (ines.check.notes, ines.check.author) == ("Tom's", "Ines")


def test_taking_back_a_step_forward_lets_the_file_come_in_again(desks):
    ines, tom = desks
    tom.save(replace(tom.check, title="Tom's"))
    before, data = ines.check, tom.packed()
    assert ines.take(data) is MergeOutcome.FORWARD
    forward = ines.check
    ines.store.save(forward, before, Deed(at=NOW, who="Ines", words="Edit"))
    assert ines.take(data) is MergeOutcome.MERGED
    assert ines.check.title == "Tom's"
    merged = ines.check
    ines.store.save(merged, before, Deed(at=NOW, who="Ines"))
    ines.store.save(before, merged, Deed(at=NOW, who="Ines"))  # Redo
    assert ines.take(data) is MergeOutcome.UP_TO_DATE


def test_what_one_took_back_does_not_come_again_with_an_older_copy(desks):
    ines, tom = desks
    before = ines.check
    after = ines.save(replace(ines.check, title="A second thought"))
    assert tom.take(ines.packed()) is MergeOutcome.FORWARD
    ines.store.save(after, before, Deed(at=NOW, who="Ines"))  # Undo
    assert ines.take(tom.packed()) is MergeOutcome.UP_TO_DATE
    assert ines.check.title == before.title


def test_private_words_stay_and_nothing_looks_as_if_they_had_been_removed(desks):
    ines, tom = desks
    private = Contact(id="01980000-0000-7000-8000-00000000aaaa", who="HUSH-WHO", is_private=True)
    open_one = Contact(
        id="01980000-0000-7000-8000-00000000bbbb", who="an office", notes="HUSH-NOTE"
    )
    ines.save(change.with_contact(change.with_contact(ines.check, private), open_one))
    ines.save(replace(ines.check, notes="HUSH-NOTES"))
    data = ines.packed(notes=False)
    assert tom.take(data) is MergeOutcome.FORWARD
    everything = repr(tom.store.history.saved(ID).parts).encode() + data
    assert b"HUSH" not in everything
    tom.save(replace(tom.check, title="Tom's"))
    assert ines.take(tom.packed()) is MergeOutcome.FORWARD
    assert private in ines.check.contacts
    assert open_one in ines.check.contacts
    assert (ines.check.notes, ines.check.title) == ("HUSH-NOTES", "Tom's")
    ines.save(replace(ines.check, author="Ines"))
    tom.save(replace(tom.check, reviewer="Tom"))
    first, second = ines.packed(notes=False), tom.packed()
    assert ines.take(second) is MergeOutcome.MERGED
    assert tom.take(first) is MergeOutcome.MERGED
    assert ines.head.id == tom.head.id
    assert bare_content(ines.check) == bare_content(tom.check)
    assert private in ines.check.contacts
    assert private not in tom.check.contacts


def test_a_contact_that_was_private_once_leaves_no_trace_in_any_state(desks):
    ines, tom = desks
    contact = Contact(id="01980000-0000-7000-8000-00000000aaaa", who="HUSH-WHO")
    ines.save(change.with_contact(ines.check, contact))
    ines.save(change.with_contact(ines.check, replace(contact, is_private=True)))
    assert b"HUSH" not in ines.packed()
    tom.take(ines.packed())
    assert "HUSH" not in repr(tom.store.history.saved(ID).parts)
    ines.save(change.without_contact(ines.check, contact.id))
    tom.take(ines.packed())
    assert "HUSH" not in repr(tom.store.history.saved(ID).parts)


def test_the_common_state_outlives_thinning(desks):
    ines, tom = desks
    ines.packed()
    common = ines.head.id
    assert tom.head.id == common
    ines.work(5, 10)
    for desk in desks:
        desk.store.history.thin_out(ID, NOW + timedelta(days=400))
    tom.save(replace(tom.check, title="Tom's, later"))
    ines.save(replace(ines.check, author="Ines, later"))
    first, second = ines.packed(), tom.packed()
    assert ines.take(second) is MergeOutcome.MERGED
    tom.take(first)
    assert ines.check == tom.check


def test_a_short_name_that_is_taken_stays_what_it_was(desks):
    ines, tom = desks
    other = Check(
        id=ID[:-1] + "2", slug="harbor-closes", title="Another", created=START, changed=START
    )
    ines.store.save(None, other)
    tom.save(replace(tom.check, slug="harbor-closes"))
    ines.take(tom.packed())
    assert ines.check.slug == "harbor-bridge"
    assert ines.take(tom.packed()) is MergeOutcome.UP_TO_DATE


def test_a_check_in_the_bin_is_told(desks):
    ines, tom = desks
    ines.store.bin.put_check(ID, NOW)
    assert ines.store.where(ID) == "binned"
    assert tom.store.where(ID) == "here"


def test_a_source_that_the_other_removed_is_in_the_bin_and_can_come_back(desks):
    ines, tom = desks
    source = ines.check.sources[0]
    tom.save(change.without_source(tom.check, source.id))
    ines.save(replace(ines.check, title="Ines's"))
    ines.take(tom.packed())
    assert source.id not in {one.id for one in ines.check.sources}
    assert [item.source_id for item in ines.store.bin.items()] == [source.id]


def test_another_window_that_saved_meanwhile_is_not_overwritten(desks):
    ines, tom = desks
    tom.save(replace(tom.check, title="Tom's"))
    ours = ines.check
    case = unpack(tom.packed())
    merge = merge_of(ours, ines.store.history.saved(ID), case.check, case.history)
    ines.save(replace(ours, title="Ines went on"))
    with pytest.raises(UserError):
        ines.store.take_merge(ours, merge, (), {}, {})
    assert ines.check.title == "Ines went on"


def test_a_file_without_its_history_is_merged_with_every_difference_told(desks):
    ines, tom = desks
    ines.save(replace(ines.check, title="Ines's"))
    tom.save(replace(tom.check, title="Tom's"))
    assert ines.take(tom.packed(history=False)) is MergeOutcome.UNRELATED
    assert [one.path for one in open_conflicts(ines.check)] == ["title"]
    assert ines.take(tom.packed(history=False)) is MergeOutcome.UP_TO_DATE
