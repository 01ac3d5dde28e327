"""A new text of a source: what goes over by itself, what waits, and how it is settled."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core import change
from workbench.core.claim import Action, Basis, ClaimStatus, Evidence
from workbench.core.event import Event
from workbench.core.quote import AnchorState, Passage
from workbench.core.source import SourceVersion
from workbench.reading.quote import selector_for
from workbench.reading.refind import RefoundState
from workbench.rules.open_quote import is_from_older_text, open_count
from workbench.rules.renewal import (
    attached,
    found_in,
    kept,
    merged,
    open_passages,
    renewed,
)

CALL = "Governor Ines Lindqvist called Mayor Samuel Okafor on 7 July to reopen the bridge talks."
SAID = "We will not sign anything that leaves the ferries behind"
LONG = "They spoke for about twenty minutes, two of them said, and agreed to meet again."
ARTICLE = (
    "Three people briefed on the plan described it to the Ledger this week.\n\n"
    f"{CALL} {LONG}\n\n“{SAID},” Mr. Okafor told reporters.\n\n"
    "The city council meets on Thursday; its agenda names neither the bridge nor the ferries.\n"
)
EDITED = CALL.replace("7 July", "9 July")
NEWER = ARTICLE.replace(CALL, EDITED).replace(f"{LONG}\n\n", "\n\nNew on Friday.\n\n")


@pytest.fixture
def version(build):
    def made(text: str) -> SourceVersion:
        return SourceVersion(
            id=build.id(),
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            media_type="text/plain",
            captured=build.sources[0].version.captured,
        )

    return made


@pytest.fixture
def case(build):
    """A check whose one claim rests on three quotes of one article; the first is an event's too."""
    source = build.source("The Ledger", text=ARTICLE, title="The call")
    evidence = []
    for words in (CALL, LONG, SAID):
        start = ARTICLE.index(words)
        passage = Passage(
            id=build.id(),
            source_id=source.id,
            version_id=source.version.id,
            selector=selector_for(ARTICLE, start, start + len(words)),
        )
        build.passages.append(passage)
        evidence.append(Evidence(id=build.id(), passage_id=passage.id))
    basis = Basis(evidence_ids=(evidence[0].id, evidence[2].id))
    build.claim(*evidence, status=ClaimStatus.REPORTED, basis=basis)
    call = build.passages[0].id
    event = Event(id=build.id(), what=Action(actor="Lindqvist"), passage_ids=(call,))
    return change.with_event(build.check(), event)


def states(check):
    return [passage.selector.state for passage in check.passages]


def words(check):
    return [passage.selector.exact for passage in check.passages]


def test_quotes_that_stand_in_the_new_text_go_over_and_the_others_keep_their_words(case, version):
    newer = version(NEWER)
    new, report = renewed(case, case.sources[0].id, newer)

    assert states(new) == [AnchorState.CHANGED, AnchorState.LOST, AnchorState.ANCHORED]
    assert words(new) == words(case)
    assert [passage.version_id == newer.id for passage in new.passages] == [False, False, True]
    said = new.passages[2].selector
    assert NEWER[said.start : said.end] == SAID
    assert [found.state for _, found in report.refound] == [
        RefoundState.CHANGED, RefoundState.LOST, RefoundState.MOVED,
    ]  # fmt: skip
    assert (report.open_count, open_count(new)) == (2, 2)
    assert 0.5 < report.kept < 1


def test_what_a_person_noted_about_the_source_stays(case, version):
    source = replace(case.sources[0], byline="Mara Voss", notes="asked her")
    new, _ = renewed(change.with_source(case, source), source.id, version(NEWER))

    assert replace(new.sources[0], versions=source.versions) == source
    assert [one.text for one in new.sources[0].versions] == [ARTICLE, NEWER]


def test_the_newest_text_once_more_changes_nothing(case, version):
    new, report = renewed(case, case.sources[0].id, version(ARTICLE))

    assert new is case
    assert not report.is_new


def test_a_text_that_went_back_is_a_new_version_and_settles_what_was_open(case, version):
    source_id = case.sources[0].id
    there, _ = renewed(case, source_id, version(NEWER))
    back, report = renewed(there, source_id, version(ARTICLE))

    assert report.same_as == case.sources[0].version.id
    assert open_count(back) == 0
    assert {passage.version_id for passage in back.passages} == {back.sources[0].version.id}
    assert [one.selector for one in back.passages] == [one.selector for one in case.passages]


def test_the_same_words_turned_round_by_their_sentence_wait_for_a_person(build, version):
    source = build.source("The Ledger", text=ARTICLE)
    part = "called Mayor Samuel Okafor"
    start = ARTICLE.index(part)
    build.passages.append(
        Passage(
            id=build.id(),
            source_id=source.id,
            version_id=source.version.id,
            selector=selector_for(ARTICLE, start, start + len(part)),
        )
    )
    build.claim(Evidence(id=build.id(), passage_id=build.passages[0].id))
    new, report = renewed(build.check(), source.id, version(ARTICLE.replace(part, f"never {part}")))

    assert states(new) == [AnchorState.CHANGED]
    assert (report.turned_count, report.open_count) == (1, 1)
    assert report.count(RefoundState.MOVED) == 0


def test_the_review_list_is_the_same_after_a_restart(case, version):
    new, _ = renewed(case, case.sources[0].id, version(NEWER))
    from workbench.core.codec import check_as_json, check_from_json

    again = check_from_json(check_as_json(new))
    changed, lost = open_passages(again)

    assert (changed.refound.was, changed.refound.now) == (CALL, EDITED)
    assert changed.claim_ids == (case.claims[0].id,)
    assert lost.refound.state is RefoundState.LOST
    assert (changed.can_keep, lost.can_keep) == (True, True)


def test_taking_the_other_words_puts_the_quote_into_the_new_text(case, version):
    new, _ = renewed(case, case.sources[0].id, version(NEWER))
    item = open_passages(new)[0]
    taken = attached(new, item.passage.id, item.refound.selector)

    assert words(taken)[0] == EDITED
    assert not is_from_older_text(taken, taken.passages[0])
    assert taken.claims == case.claims
    assert open_count(taken) == 1


def test_keeping_the_old_words_settles_it_for_later_texts_too(case, version):
    source_id = case.sources[0].id
    new, _ = renewed(case, source_id, version(NEWER))
    done = kept(kept(new, new.passages[0].id), new.passages[1].id)

    assert open_count(done) == 0
    assert words(done) == words(case)
    assert is_from_older_text(done, done.passages[0])
    later, report = renewed(done, source_id, version(NEWER + "\nOne more line.\n"))
    assert open_count(later) == 0
    assert len(report.refound) == 1  # the quote that had gone over
    again, _ = renewed(done, source_id, version(ARTICLE + "\nIt was right at first.\n"))
    assert not is_from_older_text(again, again.passages[0])


def test_dropping_a_quote_takes_what_rests_on_it(case, version):
    new, _ = renewed(case, case.sources[0].id, version(NEWER))
    dropped = change.without_passage(new, new.passages[0].id)

    claim = dropped.claims[0]
    assert [item.passage_id for item in claim.evidence] == [one.id for one in new.passages[1:]]
    assert claim.basis.evidence_ids == (claim.evidence[1].id,)
    assert dropped.events[0].passage_ids == ()
    assert open_count(dropped) == 1


def test_only_quotes_in_another_order_have_moved(case, version):
    source_id = case.sources[0].id
    _, report = renewed(case, source_id, version("A new line above.\n\n" + ARTICLE))
    assert (report.count(RefoundState.ANCHORED), report.count(RefoundState.MOVED)) == (3, 0)
    first, call, said, last = ARTICLE.split("\n\n")
    _, report = renewed(case, source_id, version("\n\n".join((said, first, call, last))))
    assert (report.count(RefoundState.ANCHORED), report.count(RefoundState.MOVED)) == (2, 1)
    assert report.moved == {case.passages[2].id}


def test_an_unrelated_text_is_taken_and_the_report_shows_what_was_lost(case, version):
    other = "The ferry Solveig was sold on Monday. A newer boat takes over in October.\n"
    new, report = renewed(case, case.sources[0].id, version(other))

    assert set(states(new)) == {AnchorState.LOST}
    assert report.kept == 0
    assert words(new) == words(case)


def test_what_was_found_before_is_taken_unless_the_quote_is_another_by_now(case, version):
    source_id = case.sources[0].id
    found = found_in(case.sources[0], case.passages, NEWER)
    newer = version(NEWER)
    assert renewed(case, source_id, newer, found) == renewed(case, source_id, newer)
    other = replace(
        case.passages[0], selector=selector_for(ARTICLE, 0, len("Three people briefed"))
    )
    moved_on = change.with_passage(case, other)
    new, _ = renewed(moved_on, source_id, newer, found)
    assert new.passages[0].selector.exact == "Three people briefed"


def test_a_source_that_turns_out_to_be_a_newer_text_becomes_a_version(case, build, version):
    late = replace(build.source("The Ledger", text=NEWER))
    both = change.with_source(case, late)
    new, report = merged(both, late.id, case.sources[0].id)

    assert len(new.sources) == 1
    assert new.sources[0].version == late.version
    assert report.open_count == 2


WORDS = st.lists(
    st.sampled_from(
        ["bridge", "the", "ferry", "7", "July", "Okafor", ".", "\n\n", "é", "🌉", "橋"]
    ),
    min_size=4,
    max_size=50,
).map(" ".join)


@given(WORDS.filter(str.strip), WORDS.filter(str.strip), st.data())
@settings(deadline=None, max_examples=60)
def test_whatever_text_comes_no_quote_changes_its_words_by_itself(new_builder, old, newer, data):
    build = new_builder()
    source = build.source("The Ledger", text=old)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(old) - 1))
        end = data.draw(st.integers(start + 1, len(old)))
        build.passages.append(
            Passage(
                id=build.id(),
                source_id=source.id,
                version_id=source.version.id,
                selector=selector_for(old, start, end),
            )
        )
    check = build.check()
    added = replace(source.version, id=build.id(), text=newer, sha256="0" * 64)
    new, report = renewed(check, source.id, added)

    assert open_count(new) == report.open_count
    for before, after in zip(check.passages, new.passages, strict=True):
        if after.version_id == added.id:
            place = after.selector
            assert newer[place.start : place.end] == place.exact
        else:
            assert after.selector.exact == before.selector.exact
        settled = kept(new, after.id).passage(after.id)
        assert settled.selector.state is AnchorState.ANCHORED
