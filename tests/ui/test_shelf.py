from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.error import UserError
from workbench.intake.sample import sample_case
from workbench.ui.desk import Desk
from workbench.ui.shelf import Shelf


@pytest.fixture
def shelf(qapp, workspace):
    """A shelf on a workspace with the sample check in it."""
    desk = Desk()
    made = Shelf(desk, workspace)
    made.desk = desk
    made.troubles = []
    made.trouble.connect(made.troubles.append)
    assert made.open_store()
    yield made
    made.close()


def titles(shelf, query=""):
    return [check.title for check in shelf.checks(query)]


def test_a_workspace_that_is_not_there_is_made_with_the_sample_in_it(qapp, tmp_path, sample):
    desk = Desk()
    made = Shelf(desk, tmp_path / "new.workbench")
    assert made.checks() == ()
    assert made.open_store()
    assert titles(made) == [sample.title]
    assert made.open_sample()
    assert desk.check == sample
    originals = sample_case()[1]
    assert {sha: made.store.original(sha) for sha in originals} == originals
    made.close()


def test_an_empty_workspace_stays_empty_when_it_is_opened_again(shelf, sample):
    assert shelf.remove_check(sample.id)
    shelf.close()
    assert shelf.open_store()
    assert titles(shelf) == []


def test_a_new_check_is_in_the_workspace_at_once(shelf):
    assert shelf.new_check("Is the bridge shut?")
    assert shelf.desk.check.slug == "is-the-bridge-shut"
    assert shelf.store.load(shelf.desk.check.id) == shelf.desk.check
    assert titles(shelf)[0] == "Is the bridge shut?"


def test_two_checks_of_one_title_have_names_of_their_own(shelf):
    shelf.new_check("Is the bridge shut?")
    shelf.new_check("Is the bridge shut?")
    assert shelf.desk.check.slug == "is-the-bridge-shut-2"
    assert shelf.troubles == []


def test_an_untitled_check_is_named_when_it_gets_its_title(shelf):
    shelf.new_check("")
    assert shelf.desk.check.slug == "check"
    shelf.name_after_title()
    assert shelf.desk.check.slug == "check"
    shelf.desk.edit("x", lambda check: replace(check, title="Is the bridge shut?"))
    shelf.name_after_title()
    assert shelf.desk.check.slug == "is-the-bridge-shut"
    shelf.desk.edit("x", lambda check: replace(check, title="Is it open?"))
    shelf.name_after_title()
    assert shelf.desk.check.slug == "is-the-bridge-shut"


def test_checks_are_found_by_what_is_in_them(shelf):
    shelf.new_check("Zeppelins at night")
    assert titles(shelf, "zeppelins") == ["Zeppelins at night"]
    assert titles(shelf, "mayor harbor") != []
    assert "Zeppelins at night" not in titles(shelf, "mayor harbor")
    assert titles(shelf, "submarine") == []


def test_the_sample_comes_back_after_it_was_removed(shelf, sample):
    shelf.remove_check(sample.id)
    assert titles(shelf) == []
    assert shelf.open_sample()
    assert shelf.desk.check == sample


def test_the_sample_that_was_worked_on_is_opened_as_it_is(shelf):
    shelf.open_sample()
    shelf.desk.edit("x", lambda check: replace(check, title="Mine"))
    shelf.open_sample()
    assert shelf.desk.check.title == "Mine"


def test_a_removed_check_comes_back_whole_with_its_originals(qtbot, shelf, sample):
    shelf.open_sample()
    with qtbot.waitSignal(shelf.removed) as told:
        assert shelf.remove_check(sample.id)
    title, bring_back = told.args
    assert title == sample.title
    assert not shelf.desk.has_check
    assert titles(shelf) == []
    assert bring_back()
    assert shelf.store.load(sample.id) == sample
    shelf.close()
    shelf.open_store()
    originals = sample_case()[1]
    assert {sha: shelf.store.original(sha) for sha in originals} == originals


def test_removing_another_check_leaves_the_open_one(shelf, sample):
    shelf.new_check("Is the bridge shut?")
    opened = shelf.desk.check
    shelf.remove_check(sample.id)
    assert shelf.desk.check is opened


class FullDisk:
    """A store whose disk is full."""

    def __init__(self, store):
        self._store = store

    def save(self, old, new, deed):
        raise UserError("The disk is full.")

    def __getattr__(self, name):
        return getattr(self._store, name)


@pytest.mark.parametrize("leave", ["open_check", "new_check", "open_sample"])
def test_what_cannot_be_saved_is_not_left_for_another_check(shelf, sample, leave):
    shelf.new_check("Is the bridge shut?")
    store = shelf.store
    shelf._store = FullDisk(store)
    shelf.desk.attach(shelf.store)
    shelf.desk.edit("x", lambda check: replace(check, title="Just typed"))
    wanted = {"open_check": [sample.id], "new_check": ["Another"], "open_sample": []}[leave]
    assert not getattr(shelf, leave)(*wanted)
    assert shelf.desk.check.title == "Just typed"
    assert "“Just typed” cannot be saved. It stays open" in str(shelf.troubles[-1])
    shelf._store = store
    shelf.desk.attach(store)
    assert getattr(shelf, leave)(*wanted)
    assert "Just typed" in titles(shelf)
    assert len(titles(shelf)) == (3 if leave == "new_check" else 2)


def test_undoing_a_removal_brings_back_what_was_typed_last(qtbot, shelf):
    shelf.open_sample()
    shelf.desk.edit("x", lambda check: replace(check, title="Just typed"))
    with qtbot.waitSignal(shelf.removed) as told:
        shelf.remove_check(shelf.desk.check.id)
    assert told.args[1]()
    assert titles(shelf) == ["Just typed"]


def test_a_check_that_is_gone_is_told_and_the_open_one_stays(shelf, sample):
    shelf.new_check("Is the bridge shut?")
    opened = shelf.desk.check
    shelf.store.delete(sample.id)
    assert not shelf.open_check(sample.id)
    assert shelf.desk.check is opened
    assert "not in the workspace any more" in str(shelf.troubles[0])


@pytest.mark.parametrize("content", [b"Not a workspace at all.\n" * 200, b"\x89PNG\r\n" * 999])
def test_a_file_that_is_no_workspace_is_told_and_left_as_it_is(qapp, tmp_path, content):
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    made = Shelf(Desk(), path)
    troubles = []
    made.trouble.connect(troubles.append)
    assert not made.open_store()
    assert isinstance(troubles[0], UserError)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_told(qapp, tmp_path):
    made = Shelf(Desk(), tmp_path / "nowhere" / "checks.workbench")
    troubles = []
    made.trouble.connect(troubles.append)
    assert not made.new_check("Is it shut?")
    assert "nowhere" in str(troubles[0])


def test_before_the_store_is_open_the_list_is_the_one_that_was_read_first(qapp, workspace):
    from workbench.store.first_screen import read_first_screen

    made = Shelf(Desk(), workspace)
    first = read_first_screen(workspace, None)
    made.show_first(first.checks)
    assert made.checks() == first.checks
    made.close()
