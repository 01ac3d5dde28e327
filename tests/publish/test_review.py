"""A finished check that comes back edited becomes suggestions and comments, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.publish.returning import AT, come_back, edited, told
from workbench.core.change import with_draft_text
from workbench.core.error import UserError
from workbench.core.quote import AnchorState
from workbench.core.returned import ReturnedRemark
from workbench.core.review import SubjectKind
from workbench.intake.review_file import returned_review
from workbench.publish.markdown import markdown_for
from workbench.publish.review import review_of, with_review
from workbench.publish.review_item import ItemState
from workbench.publish.review_sent import SentState
from workbench.rules.suggestion import PlaceState, with_suggestion_taken


def all_taken(check, review):
    """Return the check with all new suggestions of a review taken, one after the other."""
    check = with_review(check, review)
    for one in review.suggestions:
        check = with_suggestion_taken(check, one.id, "Nora Feld", AT)
    return check


def test_what_was_not_changed_says_so(harbor, house):
    review = come_back(harbor, house, markdown_for(harbor, house))
    assert review.items == ()
    assert "Nothing in it was changed." in review.notes


def test_other_line_ends_and_wrapping_are_no_changes(harbor, house):
    text = markdown_for(harbor, house)
    head, _, body = text.partition("\n---\n\n")
    unwrapped = body.replace("\n  ", " ").replace("-\n", "-").replace("\n", "\r\n")
    assert come_back(harbor, house, f"{head}\n---\n\n{unwrapped}").items == ()


def test_each_edit_lands_in_the_typed_text_that_it_was_rendered_from(harbor, house):
    changes = (
        ("telephoned", "phoned"),
        ("*The Ledger* reported", "*The Ledger* claimed"),
        ("Nothing else is known", "Nothing else at all is known"),
        (", citing two people it does not name", ", citing two people"),
        ("- the bridge\n", ""),
        ("- the budget", "- the budget\n- the ferry"),
        ("A call is a call: evidence", "A call is evidence"),
    )
    review = come_back(harbor, house, edited(harbor, house, *changes))
    assert {one.subject.kind for one in review.suggestions} == {SubjectKind.PART}
    after = all_taken(harbor, review)
    assert after.draft.text("lede").startswith(
        "Mayor Ida Lindqvist phoned council member Ada Okafor, *The Ledger* claimed on 2 July, "
        "citing two people. The report"
    )
    assert after.draft.text("lede").endswith("Nothing else at all is known 🌉.")
    assert "* the budget\n* the ferry\n\n#### After" in after.draft.text("what_happened")
    assert "* the bridge" not in after.draft.text("what_happened")
    assert after.draft.text("not_confirmed").startswith("A call is evidence of contact")
    again = come_back(harbor, house, edited(harbor, house, *changes), today=after)
    assert again.is_empty


def test_nothing_is_applied_before_somebody_takes_it(harbor, house):
    review = come_back(harbor, house, edited(harbor, house, ("telephoned", "phoned")))
    kept = with_review(harbor, review)
    assert kept.draft == harbor.draft
    assert kept.claims == harbor.claims
    assert len(kept.suggestions) == 1
    assert kept.suggestions[0].revision == 7
    assert kept.suggestions[0].source_file == "back.md"


def test_the_same_file_taken_twice_adds_nothing(harbor, house):
    text = edited(harbor, house, ("telephoned", "{~~telephoned~>phoned~~}{>>shorter<<}"))
    first = come_back(harbor, house, text)
    kept = with_review(harbor, first)
    second = come_back(harbor, house, text, today=kept)
    assert second.is_empty
    assert {one.state for one in second.items} == {ItemState.HERE}
    assert with_review(kept, second) == kept


def test_critic_markup_keeps_its_comments_with_the_words_that_they_are_on(harbor, house):
    review = come_back(
        harbor,
        house,
        edited(
            harbor,
            house,
            ("telephoned", "{~~telephoned~>phoned~~}{>>Mara Voss: shorter<<}"),
            ("Nothing else is known", "{==Nothing else==}{>>Is that so?<<} is known"),
            ("what it says about a campaign", "what it says{-- about a campaign--}"),
            ("is thin.", "is {++very ++}thin."),
        ),
    )
    assert told(review) == [
        ("part", "", "telephoned", "phoned"),
        ("part", "", "about a campaign", ""),
        ("part", "", "", " very"),
    ]
    shorter, so = review.comments
    assert (shorter.who, shorter.text) == ("Mara Voss", "shorter")
    assert shorter.subject.quote.exact.startswith("Mayor Ida Lindqvist telephoned")
    assert so.subject.quote.exact == "Nothing else"


def test_a_claim_in_another_list_is_a_suggestion_for_its_status(harbor, house):
    line = "- The Harbor Bridge passed its inspection on 12 May 2026.\n"
    head = "Confirmed by the city’s inspection record:\n\n"
    lead = "Reported by The Ledger, not confirmed by us:\n\n"
    text = edited(
        harbor, house, (head + line, "Nothing is confirmed so far.\n"), (lead, lead + line)
    )
    review = come_back(harbor, house, text)
    assert told(review) == [
        ("claim", "status", "confirmed", "reported"),
        ("claim", "basis.wording", "the city’s inspection record", "The Ledger"),
    ]
    after = all_taken(harbor, review)
    assert after.claims[1].status.value == "reported"
    assert after.draft == harbor.draft


@pytest.mark.parametrize(
    ("was", "now", "field", "value"),
    [
        ("- Lindqvist has decided to run.\n- O", "- Lindqvist may run.\n- O", "as_supported", None),
        ("Contradicted by The Ledger and Okafor’s office:", "Contradicted by Okafor’s office:",
         "basis.wording", "Okafor’s office"),
        ("Cannot be checked:", "Not confirmed:", "status", "not_confirmed"),
        ("Status: contradicted.", "Status: not confirmed.", "status", "not_confirmed"),
        ("Claimed by Harbor Courier.", "Claimed by The Courier.", "claimant", None),
        ("list of candidates on 8\n  July", "register on 8\n  July", "looked_at", None),
    ],
)  # fmt: skip
def test_words_of_a_generated_part_lead_to_the_field_behind_them(
    harbor, house, was, now, field, value
):
    review = come_back(harbor, house, edited(harbor, house, (was, now)))
    assert {one.subject.kind for one in review.suggestions} == {SubjectKind.CLAIM}
    assert {one.subject.field for one in review.suggestions} == {field}
    if value is not None:
        assert [one.now for one in review.suggestions] == [value]


def test_the_rating_is_a_label_where_the_words_are_the_name_of_one(harbor, house):
    line = "**Rating: reported contact, not a campaign launch.** The call rests on one\nreport"
    name = house.scale("house").label("developing").name
    text = edited(harbor, house, (line, f"**Rating: {name}.** The call rests on two\nreports"))
    label, reason = told(come_back(harbor, house, text))
    assert label == ("check", "verdict.wording", "reported contact, not a campaign launch", "")
    assert reason == ("check", "verdict.reason", "one report", "two reports")
    free = edited(
        harbor, house, (line, "**Rating: a call and no more.** The call rests on one\nreport")
    )
    assert told(come_back(harbor, house, free)) == [
        (
            "check",
            "verdict.wording",
            "reported contact, not a campaign launch",
            "a call and no more",
        )
    ]


def test_headline_source_post_and_heading(harbor, house):
    text = edited(
        harbor,
        house,
        ('title: "Lindqvist called', 'title: "Mayor Lindqvist called'),
        ("“Lindqvist phones Okafor", "“Lindqvist rings Okafor"),
        ("> The Ledger reports a call", "> The Ledger tells of a call"),
        ("## What happened", "## The events"),
    )
    review = come_back(harbor, house, text)
    fields = {(kind, field): now for kind, field, _, now in told(review)}
    assert fields[("check", "title")].startswith("Mayor Lindqvist called")
    assert fields[("source", "title")] == "rings"
    assert fields[("post", "")] == "tells of"
    assert fields[("part", "heading")] == "The events"


def test_what_has_no_field_is_told_as_a_comment_with_its_words(harbor, house):
    text = edited(
        harbor,
        house,
        ("whether Okafor speaks", "whether Ms. Okafor speaks"),
        ("Told by The Ledger, source 2.", "Told by The Ledger."),
        ("- Okafor has endorsed Lindqvist.\n\nContra", "- Okafor has endorsed Lindqvist.\n- A new "
         "thing.\n\nContra"),
    )  # fmt: skip
    review = come_back(harbor, house, text)
    assert review.suggestions == ()
    said = [one.text for one in review.comments]
    assert any("Added “Ms" in words and "whether Okafor speaks" in words for words in said)
    assert any("Struck “, source 2”" in words for words in said)
    assert any("A new thing." in words for words in said)


def test_a_new_paragraph_a_split_one_and_a_part_that_was_empty(harbor, house):
    text = edited(
        harbor,
        house,
        ("Nothing else is known 🌉.", "Nothing else is known 🌉.\n\nMore is [here](https://a.example/x)."),
        ("The report is at\n", "\n\nThe report is at\n"),
    )  # fmt: skip
    after = all_taken(harbor, come_back(harbor, house, text))
    assert "does not name.\n\nThe report is at" in after.draft.text("lede")
    assert after.draft.text("lede").endswith("🌉.\n\nMore is [here](https://a.example/x).")


def test_a_citation_mark_is_kept_and_one_that_goes_is_a_change(harbor, house):
    mark = f"[^{harbor.passages[1].id[-8:]}]"
    text = harbor.draft.text("lede").replace("is thin.", f"is thin.{mark}")
    cited = with_draft_text(harbor, "lede", text)
    markdown = markdown_for(cited, house)
    assert r"thin.[\[2\]](" in markdown
    around = come_back(cited, house, markdown.replace("about a campaign", "about any campaign"))
    assert all_taken(cited, around).draft.text("lede").count(mark) == 1
    start = markdown.index(r"[\[2\]](", markdown.index("thin."))
    end = markdown.index(")", start) + 1
    gone = come_back(cited, house, markdown[:start] + markdown[end:])
    assert mark not in all_taken(cited, gone).draft.text("lede")


def test_text_that_moved_since_is_found_and_what_was_rewritten_is_lost(harbor, house):
    text = edited(harbor, house, ("telephoned", "phoned"), ("Nothing else", "Nothing more"))
    lede = harbor.draft.text("lede")
    moved = with_draft_text(harbor, "lede", "A new beginning.\n\n" + lede)
    after = all_taken(moved, come_back(harbor, house, text, today=moved))
    assert "Lindqvist phoned council" in after.draft.text("lede")
    other = with_draft_text(
        harbor,
        "lede",
        lede.replace("Mayor Ida Lindqvist telephoned council member Ada", "Rewritten"),
    )
    review = come_back(harbor, house, text, today=other)
    lost = next(one for one in review.items if one.suggestion.was == "telephoned")
    assert lost.place in (PlaceState.LOST, PlaceState.AMBIGUOUS)
    assert lost.suggestion.subject.quote.state is not AnchorState.ANCHORED
    kept = with_review(other, review)
    with pytest.raises(UserError):
        with_suggestion_taken(kept, lost.suggestion.id, "Nora Feld", AT)


def test_what_the_text_says_already_is_told_so(harbor, house):
    text = edited(harbor, house, ("telephoned", "phoned"))
    lede = harbor.draft.text("lede").replace("telephoned", "phoned")
    review = come_back(harbor, house, text, today=with_draft_text(harbor, "lede", lede))
    assert [one.state for one in review.items] == [ItemState.ALREADY_SO]
    assert review.is_empty


def test_another_file_altogether_is_refused(harbor, house):
    with pytest.raises(UserError, match="Hardly anything"):
        come_back(harbor, house, "# A recipe\n\nTake two eggs and some flour, then wait.\n")


def test_signs_that_have_a_meaning_come_back_as_signs(harbor, house):
    text = edited(harbor, house, ("Nothing else is known", r"Nothing \*else\* \[sic\] is known"))
    after = all_taken(harbor, come_back(harbor, house, text))
    again = markdown_for(replace(after, suggestions=()), house)
    assert r"Nothing \*else\* \[sic\] is known" in again


def test_a_remark_that_went_out_with_the_copy_is_known_and_its_answer_joins_the_thread(
    harbor, house
):
    first = come_back(harbor, house, edited(harbor, house, ("else", "else{>>Mara Voss: Who?<<}")))
    kept = with_review(harbor, first)
    (opening,) = kept.comments
    back = ReturnedRemark(text="Who?", who="Mara Voss", at=opening.at.replace(second=59))
    answer = ReturnedRemark(text="The Ledger.", who="Tom Adeyemi", at=AT, answers=0)
    returned = returned_review(markdown_for(harbor, house).encode(), "back.md")
    sent = SentState(check=harbor, revision=7, is_exact=True, words="Made from revision 7.")
    review = review_of(kept, replace(returned, remarks=(back, answer)), sent, house, AT)
    assert [one.state for one in review.items] == [ItemState.HERE, ItemState.NEW]
    (joined,) = review.comments
    assert (joined.thread, joined.text) == (opening.id, "The Ledger.")
