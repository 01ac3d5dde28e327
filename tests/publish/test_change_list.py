"""What changed is told as words, with the place they stand in."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.change import with_claim, with_draft_text
from workbench.core.claim import ClaimStatus
from workbench.core.record import CheckState
from workbench.publish.change_list import TextChange, changes_between, differing_sentences, told
from workbench.publish.markdown import markdown_for


def between(old, new, house):
    return changes_between(markdown_for(old, house), markdown_for(new, house))


def test_nothing_changed(harbor, house):
    assert between(harbor, harbor, house) == ()
    assert told(()) == ""


def test_one_word_of_a_paragraph_is_one_change_however_it_is_wrapped(harbor, house):
    rest = "It was short. " * 12
    before = with_draft_text(harbor, "lede", f"The call was on Friday. {rest}")
    after = with_draft_text(harbor, "lede", f"The first call was on Thursday. {rest}")
    (change,) = between(before, after, house)
    assert change.place == "Quick read"
    assert change.was.startswith("The call was on Friday. It")
    assert change.now.startswith("The first call was on Thursday. It")


def test_a_claim_that_moves_from_list_to_list_is_gone_here_and_new_there(harbor, house):
    claim = replace(harbor.claims[3], status=ClaimStatus.NOT_CHECKABLE)
    changes = between(harbor, with_claim(harbor, claim), house)
    words = "Claim 4. Okafor has endorsed Lindqvist. Status: {}. Independent origins: none known."
    was, now = words.format("not confirmed"), words.format("not checkable")
    assert TextChange(place="How we know", was=was, now=now) in changes
    assert any(c.place == "What is not confirmed" and not c.now for c in changes)
    assert any(c.place == "What is not confirmed" and not c.was for c in changes)


def test_a_stamp_that_falls_is_told_by_the_status_alone(harbor, house):
    (change,) = between(harbor, replace(harbor, state=CheckState.APPROVED), house)
    assert change == TextChange(place="Status", was="DRAFT", now="approved")


def test_it_reads_like_a_list(harbor, house):
    after = replace(harbor, title="Another", author="")
    after = with_draft_text(after, "what_happened", "Something else entirely happened here.")
    assert told(between(harbor, after, house)) == (
        "Title\n"
        "  - Lindqvist called Okafor: what the “campaign launch” is made of\n"
        "  + Another\n\n"
        "Author\n"
        "  - Nora Feld\n\n"
        "What happened\n"
        "  + Something else entirely happened here.\n"
        "  - The call\n"
        "  - On Thursday, two people said, Lindqvist phoned Okafor. They spoke about:\n"
        "  - the bridge\n"
        "  - the budget\n"
        "  - After the call\n"
        "  - “We will talk again,” Okafor said."
    )


def test_a_change_is_cut_to_the_sentences_that_differ():
    was = "She called. It was Friday. Nobody saw it."
    now = "She called. It was Thursday. Nobody saw it."
    change = TextChange(place="", was=was, now=now)
    assert differing_sentences(change) == ("It was Friday.", "It was Thursday.")
    added = TextChange(place="", was="She called.", now="She called. He answered.")
    assert differing_sentences(added) == ("", "He answered.")
