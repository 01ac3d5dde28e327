from __future__ import annotations

import pytest

from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.claim import EvidenceKind, Stance
from workbench.ui import command


def place(source, words):
    start = source.version.text.index(words)
    return start, start + len(words)


def steps(desk):
    return [desk.undo_stack.text(step) for step in range(desk.undo_stack.count())]


@pytest.fixture
def source(case):
    return case.sources[0]


def test_a_claim_from_the_article_holds_the_words_their_place_and_what_stands_around(desk, source):
    claim_id = command.new_claim_from(desk, source, *place(source, "Noor הלוי"))
    claim = desk.check.claim(claim_id)
    selector = desk.check.passage(claim.appearances[0].passage_id).selector
    text = source.version.text
    assert selector.exact == claim.as_circulated == "Noor הלוי"
    assert text[selector.start : selector.end] == selector.exact
    assert text[: selector.start].endswith(selector.prefix)
    assert text[selector.end :].startswith(selector.suffix)
    assert selector.prefix
    assert selector.suffix
    assert steps(desk) == ["New claim"]


def test_every_command_is_one_step_with_a_name_and_back_again(desk, case, source):
    claim = case.claims[0]
    evidence = claim.evidence[0]
    first, last = place(source, "she said")
    commands = (
        lambda: command.new_claim(desk, "Words"),
        lambda: command.add_passage_evidence(desk, claim.id, source, first, last, Stance.REPEATS),
        lambda: command.add_noted_evidence(desk, claim.id, EvidenceKind.DATUM, "None."),
        lambda: command.set_appearances(desk, claim.id, (), ""),
        lambda: command.set_rests_on(desk, claim.id, evidence.id, rests=False),
        lambda: command.remove_evidence(desk, claim.id, evidence.id),
        lambda: command.remove_claim(desk, claim.id),
        lambda: command.move_claim(desk, claim.id, 2),
        lambda: command.remove_source(desk, source.id),
        lambda: command.add_watch_item(desk, "A speech", claim.id),
        lambda: command.quote_in_draft(desk, "lede", source, first, last, "Courier"),
    )
    for act in commands:
        act()
        assert desk.undo_stack.count() == 1
        assert steps(desk)[0].strip()
        assert desk.check != case
        desk.undo_stack.undo()
        assert desk.check == case
        desk.undo_stack.redo()
        desk.undo_stack.undo()
        assert desk.check == case


def test_what_is_redone_has_the_ids_it_had(desk, source):
    claim_id = command.new_claim_from(desk, source, *place(source, "she said"))
    made = desk.check
    desk.undo_stack.undo()
    desk.undo_stack.redo()
    assert desk.check == made
    assert desk.check.claim(claim_id)


def test_evidence_that_the_status_rests_on_is_named_in_the_order_of_the_claim(desk, case):
    claim = case.claims[0]
    first, second = claim.evidence
    command.set_rests_on(desk, claim.id, first.id, rests=False)
    command.set_rests_on(desk, claim.id, second.id, rests=True)
    command.set_rests_on(desk, claim.id, first.id, rests=True)
    assert desk.check.claims[0].basis.evidence_ids == (first.id, second.id)


def test_a_passage_that_nothing_points_at_any_more_is_gone(desk, case):
    command.set_appearances(desk, case.claims[1].id, (), "")
    assert case.passages[1].id not in [passage.id for passage in desk.check.passages]


def test_a_quotation_stands_on_one_line(desk, source):
    first, last = place(source, "Bridge\r\n\r\nAda")
    command.quote_in_draft(desk, "new", source, first, last, "Courier")
    passage = next(one for one in desk.check.passages if one.selector.start == first)
    mark = mark_for(citation_key(passage.id))
    assert desk.check.draft.text("new") == f"“Bridge Ada” (Courier){mark}"
