"""A case file brings its saved states; one in which a character was changed is told from that."""

from __future__ import annotations

import hashlib
import io
import json
import random
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.merging.edit import work
from tests.merging.laptop import START, Laptop
from workbench.core import change
from workbench.core.canonical import canonical_json
from workbench.core.change_state import with_state
from workbench.core.error import UserError
from workbench.core.export_record import ExportRecord
from workbench.core.record import CheckState, StateChange
from workbench.core.saved_history import SavedHistory
from workbench.core.state_parts import parts_of
from workbench.publish.approval import approved_words, sign_off_of
from workbench.publish.archive import packed as zipped
from workbench.publish.case import pack, unpack
from workbench.publish.case_fault import TamperedError
from workbench.publish.case_history import history_as_json
from workbench.publish.case_proof import approval_remarks
from workbench.publish.packing import Packing, packed_check
from workbench.publish.travelling import held_in, travelling
from workbench.rules.merge.history import merge_of

DAY = START + timedelta(days=7)


@pytest.fixture
def laptop(harbor):
    """Nora, who has worked on the check for a while."""
    nora = Laptop("Nora Feld", harbor)
    nora.begin()
    work(nora, random.Random(3), 12)
    return nora


def exports_of(check, house):
    return approved_words(check, house, record_id="01980000-0000-7000-8000-00000000cafe", at=DAY)


@pytest.fixture
def approved(laptop, house):
    """The check after Tom Adeyemi has approved it, and the record of his words."""
    words = exports_of(laptop.check, house)
    words = replace(words, revision=laptop.history.head.number)
    given = sign_off_of(words, "Tom Adeyemi", "editor")
    step = StateChange(id=laptop.new_id(), state=CheckState.APPROVED, who="Tom Adeyemi", at=DAY)
    signed = with_state(replace(laptop.check, sign_offs=(given,)), step)
    laptop.save(signed, random.Random(1))
    return laptop, words


def opened(data):
    """Return the members of a case file, the JSON ones read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def closed(members):
    return zipped(
        {name: json.dumps(one, ensure_ascii=False).encode() for name, one in members.items()}
    )


def message_of(members):
    with pytest.raises(TamperedError) as error:
        unpack(closed(members))
    assert error.value.hint.startswith("Nothing was taken in.")
    return error.value.message


def test_every_state_comes_back_as_it_was(laptop):
    case = unpack(pack(laptop.check, {}, history=laptop.history))
    assert case.check == packed_check(laptop.check, Packing())
    assert [one.id for one in case.history.revisions] == [
        one.id for one in laptop.history.revisions
    ]
    held = held_in(laptop.check, laptop.history)
    for one in laptop.history.revisions:
        expected = packed_check(laptop.history.state(one.id), Packing(), held)
        assert case.history.state(one.id) == expected


@pytest.mark.parametrize("choice", [Packing(), Packing(notes=False), Packing(contacts=False)])
@pytest.mark.parametrize("seed", range(4))
def test_a_state_travels_as_a_check_does(harbor, choice, seed):
    one, other = Laptop("Nora", harbor), Laptop("Tom", harbor)
    one.begin()
    other.begin()
    for laptop in (one, other):
        work(laptop, random.Random(seed + 7 * len(laptop.who)), 15)
    one.merge(other.handed())  # so that there are conflicts, too
    going = travelling(one.check, one.history, choice)
    held = held_in(one.check, one.history)
    for state in going.revisions:
        value = packed_check(one.history.state(state.id), choice, held)
        assert parts_of(value)[0] == state.content


def test_the_same_history_gives_the_same_bytes(laptop):
    turned = SavedHistory(
        revisions=laptop.history.revisions, parts=dict(reversed(laptop.history.parts.items()))
    )
    data = pack(laptop.check, {}, history=laptop.history)
    assert pack(laptop.check, {}, history=turned) == data


def test_a_file_says_whether_its_history_is_in_it(laptop):
    assert unpack(pack(laptop.check, {})).history.revisions == ()
    without = pack(laptop.check, {}, choice=Packing(history=False), history=laptop.history)
    case = unpack(without)
    assert (case.history.revisions, case.packing.history) == ((), False)


def test_an_approved_check_that_is_whole_is_not_doubted(approved, house):
    laptop, words = approved
    case = unpack(pack(laptop.check, {}, (words,), history=laptop.history))
    assert approval_remarks(case, house) == ()


def test_a_check_that_was_changed_since_its_approval_is_no_tampered_one(approved, house):
    laptop, words = approved
    laptop.save(change.with_draft_text(laptop.check, "lede", "Other words."), random.Random(2))
    case = unpack(pack(laptop.check, {}, (words,), history=laptop.history))
    assert approval_remarks(case, house) == ()


def test_one_character_of_the_approved_check_is_told_with_the_name(approved):
    laptop, words = approved
    members = opened(pack(laptop.check, {}, (words,), history=laptop.history))
    claim = members["check.json"]["check"]["claims"][0]
    claim["as_supported"] = claim["as_supported"] + "."
    message = message_of(members)
    assert message.startswith("The words that Tom Adeyemi approved on 2026-07-09 are not the words")
    assert "claim 1" in message


def test_one_character_is_told_without_a_history_too(approved):
    laptop, words = approved
    members = opened(pack(laptop.check, {}, (words,)))
    members["check.json"]["check"]["title"] += "!"
    assert "Tom Adeyemi approved" in message_of(members)


def test_one_character_of_the_approved_words_themselves_is_told(approved):
    laptop, words = approved
    members = opened(pack(laptop.check, {}, (words,), history=laptop.history))
    (record,) = members["check.json"]["exports"]
    record["markdown"] = record["markdown"].replace("Okafor", "Okafer", 1)
    assert "Tom Adeyemi approved on 2026-07-09" in message_of(members)


def test_one_character_of_the_saved_state_that_was_approved_is_told(approved):
    laptop, words = approved
    laptop.save(change.with_draft_text(laptop.check, "lede", "Other words."), random.Random(2))
    laptop.save(
        change.with_draft_text(laptop.check, "lede", "Other words again."), random.Random(2)
    )
    members = opened(pack(laptop.check, {}, (words,), history=laptop.history))
    parts = members["history.json"]["parts"]
    place = next(at for at, one in enumerate(parts) if '"lede"' in one)
    parts[place] = parts[place].replace("a", "e", 1)
    assert "tampered" in message_of(members)


def test_a_sign_off_by_somebody_else_is_told(approved):
    laptop, words = approved
    members = opened(pack(laptop.check, {}, (words,), history=laptop.history))
    members["check.json"]["check"]["sign_offs"][0]["name"] = "Somebody Else"
    assert "tampered with" in message_of(members)


def test_a_fingerprint_in_the_history_that_was_changed_is_told(laptop):
    members = opened(pack(laptop.check, {}, history=laptop.history))
    members["history.json"]["revisions"][2]["content"] = "0" * 64
    assert "saved state" in message_of(members)


def test_an_approval_whose_words_did_not_come_along_is_not_proved(approved, house):
    laptop, _ = approved
    other = change.with_draft_text(laptop.check, "lede", "Other words.")
    case = unpack(pack(other, {}))
    (remark,) = approval_remarks(case, house)
    assert "Tom Adeyemi" in remark
    assert "not proved" in remark


def test_a_state_made_anew_by_somebody_is_told_where_the_true_one_is(laptop):
    """Who recomputes all fingerprints is found out by a workspace that has the same state."""
    forged = Laptop("Nora Feld", change.with_draft_text(laptop.check, "lede", "Forged."))
    forged.begin()
    head = replace(laptop.history.head, content=forged.history.head.content)
    history = SavedHistory(
        revisions=(*laptop.history.revisions[:-1], head),
        parts={**laptop.history.parts, **forged.history.parts},
    )
    case = unpack(pack(forged.check, {}, history=history))
    with pytest.raises(UserError) as error:
        merge_of(laptop.check, laptop.history, case.check, case.history)
    assert "tampered" in error.value.message


@pytest.mark.parametrize(
    "spoil",
    [
        lambda history: history.update(format="something"),
        lambda history: history.update(revisions=[]),
        lambda history: history["revisions"].append(history["revisions"][0]),
        lambda history: history["states"].pop(),
        lambda history: history["revisions"].reverse(),
        lambda history: history["revisions"][0].update(parents=[history["revisions"][3]["id"]]),
        lambda history: history["revisions"][1].update(number=0),
        lambda history: history["revisions"][1].update(id="x"),
        lambda history: history["revisions"][1].update(facts=[{"kind": "nonsense"}]),
        lambda history: history["states"].__setitem__(1, []),
        lambda history: history["states"].__setitem__(1, {"lists": {"claims": [0, 9, []]}}),
        lambda history: history["states"].__setitem__(1, {"lists": {"claims": [-3, 0, []]}}),
        lambda history: history["states"].__setitem__(1, {"set": 3}),
        lambda history: history["states"].__setitem__(1, {"lists": [1]}),
        lambda history: history.update(parts={}),
        lambda history: history["parts"].__setitem__(0, 3),
        lambda history: history["parts"].__setitem__(0, "\ud800"),
        lambda history: history["parts"].clear(),
    ],
)
def test_a_history_that_does_not_fit_is_refused_in_a_sentence(laptop, spoil):
    members = opened(pack(laptop.check, {}, history=laptop.history))
    spoil(members["history.json"])
    data = zipped({name: json.dumps(one).encode() for name, one in members.items()})
    with pytest.raises(UserError) as error:
        unpack(data)
    assert error.value.hint.startswith("Nothing was taken in.")


@pytest.mark.parametrize("part", [b"[]", b"3", b'{"id": "x"}', b"{}", b"not JSON"])
@pytest.mark.parametrize("family", ["claims", "sources", "passages", "own"])
def test_a_state_that_is_hashed_well_and_is_no_check_is_refused(laptop, family, part):
    """Whoever makes such a file by hand gets the fingerprints right."""
    history, first = laptop.history, laptop.history.revisions[0]
    root = json.loads(history.parts[first.content])
    sha256 = hashlib.sha256(part).hexdigest()
    if family == "own":
        root["state"] = part.decode()
    else:
        root[family][0] = sha256
    data = canonical_json(root)
    content = hashlib.sha256(data).hexdigest()
    forged = SavedHistory(
        revisions=(replace(first, content=content), *history.revisions[1:]),
        parts={**history.parts, content: data, sha256: part},
    )
    try:
        told = history_as_json(forged, laptop.check)
    except UserError:
        return  # a source that is no object cannot even be written
    members = opened(pack(laptop.check, {}, history=history))
    envelope = json.dumps(members["check.json"]).encode()
    with pytest.raises(UserError):
        unpack(zipped({"check.json": envelope, "history.json": told}))


def test_words_of_a_history_that_are_no_json_are_refused(laptop):
    members = opened(pack(laptop.check, {}, history=laptop.history))
    data = {"check.json": json.dumps(members["check.json"]).encode(), "history.json": b"{"}
    with pytest.raises(UserError):
        unpack(zipped(data))


def test_an_export_that_went_out_is_covered_by_the_fingerprint(laptop):
    record = ExportRecord(
        id=laptop.new_id(), revision=1, at=DAY, formats=("md",), files=(), markdown="# Out"
    )
    members = opened(pack(laptop.check, {}, (record,), history=laptop.history))
    members["check.json"]["exports"][0]["markdown"] = "# In"
    assert "fingerprint" in message_of(members)
