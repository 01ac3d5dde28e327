"""What was private on one desk is in no case file, and what stays is told in numbers."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime

import pytest

from tests.marker import found_in, marked_case
from workbench.core.contact import Contact
from workbench.core.error import UserError
from workbench.core.review import MergeConflict
from workbench.publish.case import pack, unpack
from workbench.publish.packing import (
    CAREFUL,
    LeftOut,
    Packing,
    left_out_of,
    packed_check,
)
from workbench.publish.packing_words import (
    left_out_sentence,
    missing_sentence,
    size_words,
)

AT = datetime(2026, 7, 9, 12, tzinfo=UTC)


def an_id(number):
    return f"01980000-0000-7000-8000-{number:012x}"


def conflict(path, kept, other, number=99, **changes):
    return MergeConflict(
        id=an_id(number), path=path, kept=kept, other=other, kept_who="Ada Okafor", kept_at=AT,
        other_who="Nils Lindqvist", other_at=AT, **changes,
    )  # fmt: skip


def notes_in(value):
    """Yield every note anywhere in a value of core."""
    if isinstance(value, tuple):
        for item in value:
            yield from notes_in(item)
    elif is_dataclass(value):
        for each in fields(value):
            inner = getattr(value, each.name)
            if each.name in ("note", "notes"):
                yield inner
            else:
                yield from notes_in(inner)


def test_no_marker_of_what_is_private_goes_along_carefully():
    check, originals, where = marked_case()
    data = pack(check, originals, choice=CAREFUL)
    # Comments go to colleagues: the case file is how they get there.
    with_history_of_work = {
        "what was answered with no", "an open comment", "a resolved comment",
    }  # fmt: skip
    assert found_in(json.dumps(_envelope(data)), where) == with_history_of_work


def test_every_note_is_gone_whatever_it_is_to():
    check, _, _ = marked_case()
    assert any(notes_in(check))
    assert not any(notes_in(packed_check(check, CAREFUL)))


def test_notes_that_go_along_leave_those_to_contacts_here():
    check, _, _ = marked_case()
    packed = packed_check(check, Packing())
    assert packed.notes == check.notes
    assert packed.claims == check.claims
    assert [one.who for one in packed.contacts] == ["The mayor's office"]
    assert packed.contacts[0].notes == ""


def test_contacts_stay_if_they_are_not_chosen(harbor):
    asked = replace(harbor, contacts=(Contact(id=an_id(1), who="The port of Alba"),))
    packed = packed_check(asked, Packing(contacts=False))
    assert packed == replace(asked, contacts=())


@pytest.mark.parametrize(
    ("path", "kept", "other"),
    [
        ("notes", '"Zqsecret"', '"b"'),
        (f"claims/{an_id(5)}/notes", '"a"', '"Zqsecret"'),
        (f"contacts/{an_id(2)}/who", '"Zqsecret"', '"b"'),
        (f"contacts/{an_id(9)}", '{"who":"Zqsecret","is_private":true}', ""),
    ],
)
def test_conflict_about_what_is_private_stays(harbor, path, kept, other):
    contact = Contact(id=an_id(2), who="A source inside", is_private=True)
    check = replace(harbor, contacts=(contact,), conflicts=(conflict(path, kept, other),))
    assert packed_check(check, CAREFUL).conflicts == ()


def test_conflict_about_a_removed_claim_goes_without_its_notes(harbor):
    kept = '{"id":"x","as_circulated":"The bridge is shut","notes":"Zqsecret"}'
    check = replace(harbor, conflicts=(conflict(f"claims/{an_id(5)}", kept, ""),))
    (left,) = packed_check(check, CAREFUL).conflicts
    assert "The bridge is shut" in left.kept
    assert "Zqsecret" not in left.kept
    assert packed_check(check, Packing()).conflicts == check.conflicts


def test_contact_whose_privacy_is_in_doubt_stays(harbor):
    contact = Contact(id=an_id(2), who="A clerk")
    doubt = conflict(f"contacts/{an_id(2)}/is_private", "false", "true")
    check = replace(harbor, contacts=(contact,), conflicts=(doubt,))
    assert packed_check(check, Packing()).contacts == ()
    settled = replace(doubt, settled_by="Ada Okafor", settled_at=AT)
    assert packed_check(replace(check, conflicts=(settled,)), Packing()).contacts == (contact,)


def test_what_stays_is_counted():
    check, originals, _ = marked_case()
    sizes = dict.fromkeys(list(originals)[:3], 4000000)
    left = left_out_of(check, replace(CAREFUL, originals=False), sizes, states=7)
    assert left.originals == 3
    assert left.private_contacts == 1
    words = left_out_sentence(left)
    assert words.startswith("Left out: 3 originals, 12 MB; 1 private contact; ")
    assert "notes to the check, " in words
    assert f"{len(check.sources)} sources" in words
    assert "saved states" not in words


def test_nothing_left_out_is_said(harbor):
    left = left_out_of(replace(harbor, contacts=()), Packing(), {"0" * 64: 5})
    assert left == LeftOut()
    assert left_out_sentence(left) == "Nothing is left out."


def test_receiver_learns_the_kind_and_never_how_many():
    choice = Packing(notes=False, contacts=False)
    words = missing_sentence(choice, 2)
    assert words == "Not in the file, as the sender chose: private notes, who was asked and " \
        "2 originals."  # fmt: skip
    assert missing_sentence(Packing(), 0) == ""


def test_file_says_what_was_chosen(harbor, originals):
    choice = Packing(notes=False, originals=False)
    found = unpack(pack(harbor, originals, choice=choice))
    assert found.packing == choice
    assert found.originals == {}
    assert len(found.left_out) == len(originals)


@pytest.mark.parametrize("packing", [[], {"notes": "no"}, {"secrets": True}])
def test_file_that_says_it_in_another_way_is_refused(harbor, packing):
    from tests.publish.test_case import envelope, zipped

    data = zipped([("check.json", envelope(harbor, packing=packing))])
    with pytest.raises(UserError):
        unpack(data)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1_400, "1 kB"), (999_600, "1.0 MB"),
     (9_940_000, "9.9 MB"), (12_300_000, "12 MB"), (1_200_000_000, "1,200 MB")],
)  # fmt: skip
def test_sizes_are_told_as_people_say_them(count, words):
    assert size_words(count) == words


@pytest.fixture(scope="session")
def originals(harbor_once):
    return {source.version.sha256: source.version.text.encode() for source in harbor_once.sources}


def _envelope(data):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return json.loads(archive.read("check.json"))
