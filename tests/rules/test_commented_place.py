"""Which threads stand at a place, and their order as a check is read."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.test_commented import LEDE, a_remark, about, an_id, check  # noqa: F401
from workbench.core.change import with_draft_text
from workbench.core.change_comment import with_comment
from workbench.core.quote import AnchorState
from workbench.core.review import Subject, SubjectKind
from workbench.rules.commented import RemarkState, remarked
from workbench.rules.commented_place import at_position, in_order, is_about, placed_threads


def test_the_shortest_words_at_a_position_come_first(check):  # noqa: F811
    check = with_comment(check, a_remark(11, about("The bridge stays shut.")))
    check = with_comment(check, a_remark(12, about("stays shut")))
    threads = placed_threads(check)
    found = at_position(threads, LEDE.index("shut"))
    assert [one.thread.opening.id for one in found] == [an_id(12), an_id(11)]
    assert at_position(threads, LEDE.index("night")) == ()


def test_places_come_as_the_check_is_read(check):  # noqa: F811
    claim = Subject(kind=SubjectKind.CLAIM, item=an_id(2))
    check = with_comment(check, a_remark(11, claim))
    check = with_comment(check, a_remark(12, about("ferry")))
    check = with_comment(check, a_remark(13, about("bridge")))
    check = with_comment(check, a_remark(14, Subject(kind=SubjectKind.CHECK)))
    found = in_order(check, placed_threads(check), ["lede"])
    assert [one.thread.opening.id for one in found] == [an_id(n) for n in (14, 13, 12, 11)]
    assert is_about(found[1].thread, replace(about("ferry"), quote=None))


def test_words_that_were_cut_out_and_put_in_elsewhere_are_found_again(check):  # noqa: F811
    subject = about("The bridge stays shut.")
    lost = replace(subject.quote, state=AnchorState.LOST, start=0, end=0)
    check = with_comment(check, a_remark(11, replace(subject, quote=lost)))
    remark = check.comments[0]
    moved = with_draft_text(check, "lede", "The ferry runs at night. The bridge stays shut.")
    here = remarked(moved, remark)
    assert (here.state, here.start) == (RemarkState.FOUND, 25)
    gone = with_draft_text(check, "lede", "The ferry runs at night.")
    assert remarked(gone, remark).state is RemarkState.LOST
    twice = with_draft_text(check, "lede", "The bridge stays shut. The bridge stays shut.")
    assert remarked(twice, remark).state is RemarkState.LOST
