"""Two workspaces exchange their checks through a folder, and lose nothing on the way."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest

from workbench.clock import new_id, now
from workbench.core.change import with_claim
from workbench.core.change_conflict import open_conflicts, settled
from workbench.core.claim import Claim
from workbench.core.contact import Contact
from workbench.intake.sample import sample_case
from workbench.publish.case import unpack
from workbench.store.check_store import CheckStore


class Laptop:
    """A workspace of its own, driven by commands and by edits as the window makes them."""

    def __init__(self, workbench, path, person):
        self.path, self.person = path, person
        path.parent.mkdir(exist_ok=True)
        self._workbench = workbench

    def run(self, *arguments):
        return self._workbench("--workspace", self.path, *arguments)

    def exchange(self, folder, *options):
        done = self.run("exchange", folder, "--json", *options)
        assert done.code == 0, done.err
        return {line["id"]: line for line in json.loads(done.out)["checks"]}

    def check(self, check_id):
        with Opened(self.path) as store:
            return store.load(check_id)

    def edit(self, check_id, change):
        from workbench.core.revision import Deed

        with Opened(self.path) as store:
            old = store.load(check_id)
            at = now()
            store.save(old, replace(change(old), changed=at), Deed(at=at, who=self.person))

    def begin(self, title):
        done = self.run("new", title)
        with Opened(self.path) as store:
            return store.load_slug(done.out.strip()).id

    def add_sample(self):
        check, originals = sample_case()
        with Opened(self.path) as store:
            for version in (version for source in check.sources for version in source.versions):
                store.add_original(originals[version.sha256], version.media_type)
            store.save(None, check)
        return check


class Opened:
    """A store that is closed again."""

    def __init__(self, path):
        self._path = path

    def __enter__(self):
        self._store = CheckStore.open(self._path, now())
        return self._store

    def __exit__(self, *_):
        self._store.close()


@pytest.fixture
def one(workbench, tmp_path):
    return Laptop(workbench, tmp_path / "one" / "a.workbench", "Ada Okafor")


@pytest.fixture
def two(workbench, tmp_path):
    return Laptop(workbench, tmp_path / "two" / "b.workbench", "Nils Lindqvist")


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick 🌉"
    folder.mkdir()
    return folder


def bare(check):
    """A check as both laptops must have it: short name and private words are each one's own."""
    from workbench.publish.packing import Packing, packed_check

    return replace(packed_check(check, Packing(notes=False)), slug="x")


def snapshot(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_check_goes_over_with_its_originals(one, two, stick):
    sample = one.add_sample()
    assert one.exchange(stick)[sample.id]["sent"]
    (path,) = stick.iterdir()
    assert path.name.startswith(f"{sample.slug}.")
    line = two.exchange(stick)[sample.id]
    assert (line["new"], line["sent"]) == (True, False)
    assert bare(two.check(sample.id)) == bare(sample)
    with Opened(two.path) as store:
        assert all(store.original(s.version.sha256) for s in sample.sources)
    assert [p.name for p in stick.iterdir()] == [path.name]  # nothing newer, nothing written


def test_second_exchange_changes_nothing(one, two, stick):
    sample = one.add_sample()
    for laptop in (one, two, one, two):
        laptop.exchange(stick)
    before = snapshot(stick)
    for laptop in (one, two):
        assert laptop.exchange(stick)[sample.id]["unchanged"]
    assert snapshot(stick) == before


def test_edits_of_both_are_joined_and_both_end_equal(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    two.exchange(stick)
    mine, yours = new_id(), new_id()
    one.edit(ref, lambda c: with_claim(c, Claim(id=mine, as_circulated="It is shut")))
    two.edit(ref, lambda c: with_claim(c, Claim(id=yours, as_circulated="It opens in May")))
    one.exchange(stick)
    joined = two.exchange(stick)[ref]
    assert joined["changes"] == 1
    assert joined["sent"]
    assert one.exchange(stick)[ref]["changes"] == 1
    assert {claim.id for claim in one.check(ref).claims} == {mine, yours}
    assert bare(one.check(ref)) == bare(two.check(ref))
    assert two.exchange(stick)[ref]["unchanged"]


def test_two_laptops_never_write_the_same_file(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    two.exchange(stick)
    for laptop, words in ((one, "Ours"), (two, "Yours")):
        laptop.edit(ref, lambda c, words=words: replace(c, author=words))
        laptop.exchange(stick)
    names = [path.name for path in stick.iterdir()]
    assert len(names) == 2
    assert len({name.split(".")[1] for name in names}) == 1  # the check
    assert len({name.split(".")[2] for name in names}) == 2  # the workspaces


def test_copy_of_a_workspace_writes_files_of_its_own(one, workbench, stick, tmp_path):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    shutil.copytree(one.path.parent, tmp_path / "copied")
    copy = Laptop(workbench, tmp_path / "copied" / "a.workbench", "Mara Voss")
    copy.edit(ref, lambda c: replace(c, author="Mara Voss"))
    copy.exchange(stick)
    assert len(list(stick.iterdir())) == 2


def test_conflict_is_kept_told_and_settled_once_for_both(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    two.exchange(stick)
    one.edit(ref, lambda c: replace(c, title="Is the bridge shut for good?"))
    two.edit(ref, lambda c: replace(c, title="Is the bridge shut in May?"))
    one.exchange(stick)
    line = two.exchange(stick)[ref]
    assert line["conflicts"] == 1
    assert line["who"] == ["Ada Okafor"]
    assert one.exchange(stick)[ref]["conflicts"] == 1
    assert bare(one.check(ref)) == bare(two.check(ref))
    (conflict,) = open_conflicts(one.check(ref))
    both = {json.loads(conflict.kept), json.loads(conflict.other)}
    assert both == {"Is the bridge shut for good?", "Is the bridge shut in May?"}
    one.edit(ref, lambda c: settled(c, conflict.id, take_other=True, who="Ada Okafor", at=now()))
    one.exchange(stick)
    line = two.exchange(stick)[ref]
    assert (line["conflicts"], line["settled"]) == (0, 1)
    check = two.check(ref)
    assert check.title == json.loads(conflict.other)
    assert open_conflicts(check) == ()
    assert check.conflicts[0].settled_by == "Ada Okafor"
    assert bare(one.check(ref)) == bare(check)


def test_private_words_stay_on_both_sides(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    private = Contact(id=new_id(), who="Zqprivate", is_private=True)
    one.edit(ref, lambda c: replace(c, notes="Zqnote", contacts=(private,)))
    one.exchange(stick)
    (path,) = stick.iterdir()
    assert "Zq" not in json.dumps(str(unpack(path.read_bytes())))
    two.exchange(stick)
    two.edit(ref, lambda c: replace(c, author="Nils Lindqvist", notes="Zqtheirs"))
    two.exchange(stick)
    one.exchange(stick)
    mine = one.check(ref)
    assert (mine.author, mine.notes) == ("Nils Lindqvist", "Zqnote")
    assert mine.contacts == (private,)
    assert two.check(ref).contacts == ()
    for file in stick.iterdir():
        assert "Zq" not in str(unpack(file.read_bytes()))


def test_notes_travel_if_they_are_let_go(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.edit(ref, lambda c: replace(c, notes="Ring before six"))
    one.exchange(stick, "--with-notes")
    two.exchange(stick)
    assert two.check(ref).notes == "Ring before six"


def test_dry_run_tells_and_changes_neither_side(one, two, stick, tmp_path):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    two.exchange(stick)
    other = one.begin("Did Okafor call?")
    one.edit(ref, lambda c: replace(c, title="Ours"))
    two.edit(ref, lambda c: replace(c, title="Yours"))
    one.exchange(stick)
    before, mine = snapshot(stick), two.check(ref)
    told = two.exchange(stick, "--dry-run")
    assert told[other]["new"]
    assert (told[ref]["conflicts"], told[ref]["sent"]) == (1, True)
    assert snapshot(stick) == before
    assert two.check(ref) == mine
    assert json.loads(two.run("list", "--json").out)[0]["id"] == ref
    plain = two.run("exchange", stick, "--dry-run")
    assert "Would come in as a new check." in plain.out
    assert "Tried, nothing was changed." in plain.err
    assert two.exchange(stick)[ref]["conflicts"] == told[ref]["conflicts"]


def test_binned_check_stays_in_the_bin_and_is_told(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    two.exchange(stick)
    with Opened(two.path) as store:
        store.bin.put_check(ref, now())
    one.edit(ref, lambda c: replace(c, title="Edited"))
    one.exchange(stick)
    line = two.exchange(stick)[ref]
    assert line["in_bin"]
    assert not line["sent"]
    with Opened(two.path) as store:
        assert store.where(ref) == "binned"
        store.bin.restore_check(ref)
    assert two.exchange(stick)[ref]["changes"] == 1


def test_half_copied_file_is_told_left_and_taken_the_next_time(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    (path,) = stick.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    done = two.run("exchange", stick)
    assert done.code == 0
    assert "not whole" in done.out
    assert path.name in done.out
    path.write_bytes(whole)
    assert two.exchange(stick)[ref]["new"]


def test_spoilt_and_foreign_files_do_not_hold_up_the_others(one, two, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    (stick / "notes.txt").write_text("no check")
    (stick / ".hidden.factcheck").write_text("a sync program's own")
    (stick / "a letter.factcheck").write_text("not a zip at all")
    shutil.copy(next(stick.glob("is-*.factcheck")), stick / "From Ada (conflicted copy).factcheck")
    lines = two.exchange(stick)
    assert lines[ref]["new"]
    assert [one_file["file"] for one_file in lines[""]["skipped"]] == ["a letter.factcheck"]
    assert (stick / "notes.txt").read_text() == "no check"


def test_tampered_file_is_refused_by_name(one, two, stick):
    import zipfile

    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    (path,) = stick.iterdir()
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["check.json"] = members["check.json"].replace(b"Bridge shut", b"Bridge open")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    lines = two.exchange(stick)
    assert ref not in lines or not lines[ref]["new"]
    (line,) = lines.values()
    assert path.name in str(line["skipped"])


def test_own_file_follows_the_short_name(one, stick):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    one.edit(ref, lambda c: replace(c, slug="bridge"))
    one.edit(ref, lambda c: replace(c, title="Bridge"))
    one.exchange(stick)
    (path,) = stick.iterdir()
    assert path.name.startswith("bridge.")


def test_missing_folder_is_said_and_not_made(one, tmp_path):
    one.begin("Is Harbor Bridge shut?")
    refused = one.run("exchange", tmp_path / "media" / "STICK")
    assert refused.code == 1
    assert "Plug the stick in" in refused.err
    assert not (tmp_path / "media").exists()


def test_work_that_was_lost_here_comes_back_from_the_own_file(one, stick, tmp_path):
    ref = one.begin("Is Harbor Bridge shut?")
    one.exchange(stick)
    backup = one.path.read_bytes()
    one.edit(ref, lambda c: replace(c, title="Worked on"))
    one.exchange(stick)
    for side in (one.path, *one.path.parent.glob("a.workbench-*")):
        side.unlink()
    one.path.write_bytes(backup)
    assert one.exchange(stick)[ref]["changes"] == 1
    assert one.check(ref).title == "Worked on"


def test_stopping_leaves_whole_checks(one, two, stick):
    from workbench.publish.exchange.exchange import Terms, exchange

    for number in range(5):
        one.begin(f"Question {number}?")
    one.exchange(stick)
    asked = []
    with Opened(two.path) as store:

        def stops():
            asked.append(1)
            return len(asked) > 3

        terms = Terms(place="00000001", proof=lambda _: ())
        report = exchange(store, stick, terms, stops=stops)
    assert report.is_stopped
    assert len(report.lines) == 3
    listed = json.loads(two.run("list", "--json").out)
    assert len(listed) == 3
    assert len(two.exchange(stick)) == 5
