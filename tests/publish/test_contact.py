"""Who was asked goes out in plain sentences; what is private goes nowhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.claim import Claim
from workbench.core.contact import Contact
from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.draft import Post
from workbench.publish.case import pack, unpack
from workbench.publish.contact import contacts, without_private
from workbench.publish.export import ExportFormat, export_files
from workbench.publish.method import how_we_know

IDS = [f"01980000-0000-7000-8000-00000000ff{number:02}" for number in range(9)]
OFFICE = Contact(
    id=IDS[0],
    who="the mayor’s office",
    through="e-mail",
    asked=stated("2026-07-01T10:30"),
    question="Did the governor call?",
    answered=stated("2026-07-02"),
    answer="We do not comment on *calls*.",
    notes="MARKER note",
)
HIDDEN = Contact(
    id=IDS[1],
    who="MARKER person",
    through="MARKER way",
    question="MARKER question",
    answer="MARKER answer",
    notes="MARKER note",
    is_private=True,
)


def told(check, **changes):
    return contacts(replace(check, contacts=(replace(OFFICE, **changes),)))


def test_question_and_answer_are_sentences(harbor):
    assert " ".join(told(harbor).split()) == (
        "- The mayor’s office was asked by e-mail on 1 July 2026, 10:30: “Did the governor call?” "
        "The answer came on 2 July 2026: “We do not comment on \\*calls\\*.”"
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"answer": "", "answered": stated("")}, "No answer had come when this was written."),
        ({"answer": ""}, "An answer came on 2 July 2026; its words are not noted."),
        ({"answered": stated("")}, "The answer: “We do not"),
        ({"through": "in person"}, "was asked in person on"),
        ({"through": ""}, "was asked on 1 July"),
        ({"asked": stated("2026-07")}, "by e-mail in July 2026"),
        ({"asked": stated("")}, "was asked by e-mail: “Did"),
        ({"question": ""}, "on 1 July 2026, 10:30."),
        (
            {
                "asked": DateValue(
                    value="2026-07-01",
                    basis=DateBasis.INFERRED,
                    inferred_from="the date of the mail",
                )
            },
            "on 1 July 2026, inferred from the date of the mail",
        ),
    ],
)
def test_what_is_not_known_is_left_out_or_said(harbor, changes, words):
    assert words in " ".join(told(harbor, **changes).split())


def test_claims_are_named_by_their_numbers(harbor):
    ids = tuple(claim.id for claim in harbor.claims[:2])[::-1]
    assert "about claims 1 and 2" in " ".join(told(harbor, claim_ids=ids).split())


def test_it_stands_in_how_we_know_even_without_claims(harbor):
    check = replace(harbor, contacts=(OFFICE,))
    assert "Who was asked:" in how_we_know(check)
    bare = replace(check, claims=(), watch_items=(), main_claim_id="", contacts=(OFFICE,))
    assert how_we_know(bare).startswith("Who was asked:")
    assert "Who was asked" not in how_we_know(harbor)


def test_what_is_private_is_in_no_format(harbor, house):
    check = replace(harbor, contacts=(HIDDEN, OFFICE), posts=(Post(text="Look. [LINK]"),))
    files = export_files(check, house, tuple(ExportFormat))
    assert len(files) > 6
    for file in files:
        assert b"MARKER" not in file.data, file.name


def test_case_file_leaves_private_contacts_and_all_notes_behind(harbor):
    check = replace(harbor, contacts=(HIDDEN, OFFICE))
    packed = pack(check, {})
    assert b"MARKER" not in packed
    assert unpack(packed).check.contacts == (replace(OFFICE, notes=""),)
    assert without_private(check)[1] == 1


def test_hostile_words_stay_words(harbor):
    evil = "<script>alert(1)</script> [x](javascript:alert(1))\n\n# A heading"
    words = told(harbor, who=evil, question=evil, answer=evil, through=evil)
    assert "<script>" not in words
    assert "\n#" not in words
    assert "[x](" not in words.replace("\\[x\\](", "")


def test_a_claim_that_goes_leaves_its_contact(harbor):
    claim = Claim(id=IDS[5], as_supported="She called")
    check = replace(
        harbor, claims=(*harbor.claims, claim), contacts=(replace(OFFICE, claim_ids=(claim.id,)),)
    )
    from workbench.core.change import without_claim

    assert without_claim(check, claim.id).contacts == (OFFICE,)
