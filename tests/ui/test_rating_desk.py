"""The rating in the window: votes by keyboard, its history, and precedents beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from workbench.clock import new_id, now
from workbench.core.check import Check
from workbench.core.claim import Claim
from workbench.core.record import CheckState
from workbench.core.verdict import Verdict
from workbench.ui import setting


@pytest.fixture
def voting(window):
    """A house in which three people vote, and two carry."""
    house = window.house()
    window._house = replace(house, review=replace(house.review, votes=3, carry=2))
    return window._house.scales[0]


@pytest.fixture
def draft(window, sample):
    window.workspace.enter_tab("draft")
    return window.workspace.draft


def shown(widget):
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_votes_are_given_by_keyboard_and_each_persons_latest_counts(
    window, hands, voting, draft, settings
):
    card = draft.rating.votes
    assert "No votes yet; 3 needed" in shown(card)
    for name, label in (("Mara Voss", 0), ("Tom Adeyemi", 1), ("Mara Voss", 1)):
        card.who.setFocus()
        hands.tap("Ctrl+A")
        hands.write(name)
        hands.choose(card.label, f"{voting.key}/{voting.labels[label].key}")
        card.reason.setFocus()
        hands.write("So.")
        hands.tap("Return")
    assert len(window.desk.check.votes) == 3
    assert f"2 of 3 votes for “{voting.labels[1].name}”; 2 carry" in shown(card)
    assert shown(card).count("Mara Voss") == 1
    assert settings.get(setting.PERSON) == "Mara Voss"
    window.undo()
    assert len(window.desk.check.votes) == 2


def test_a_rating_that_is_not_the_one_that_carried_is_told(window, hands, voting, draft):
    card = draft.rating.votes
    for name in ("Mara Voss", "Tom Adeyemi", "Nils Berg"):
        card.who.setText(name)
        hands.choose(card.label, f"{voting.key}/{voting.labels[2].key}")
        card.reason.setFocus()
        hands.tap("Return")
    assert "The rating above is another." in shown(card)
    window.desk.edit(
        "x",
        lambda check: replace(check, verdict=Verdict(scale=voting.key, label=voting.labels[2].key)),
    )
    assert "The rating above is another." not in shown(card)


def test_the_author_has_no_vote_and_a_vote_has_a_name(window, hands, voting, draft):
    card = draft.rating.votes
    card.who.setText("")
    hands.find(card, "vote_give").setFocus()
    hands.tap("Space")
    assert "a vote is somebody's" in shown(card)
    card.who.setText(window.desk.check.author)
    hands.find(card, "vote_give").setFocus()
    hands.tap("Space")
    assert "does not count" in shown(card)
    assert window.desk.check.votes == ()


def test_a_house_that_does_not_vote_sees_nothing_of_it(draft):
    assert not draft.rating.votes.isVisible()


def test_the_history_of_the_rating_tells_who_and_why(window, hands, draft, qtbot):
    scale = window.house().scales[0]
    before = window.desk.check.verdict
    window.desk.person = lambda: "Mara Voss"
    for label in scale.labels[:2]:
        window.desk.edit(
            "Change rating",
            lambda check, label=label: replace(
                check, verdict=replace(before, scale=scale.key, label=label.key, wording="")
            ),
        )
        window.desk.flush()
    window.publication.rating.look()
    history = draft.rating.history
    qtbot.waitUntil(lambda: history.isVisible())
    link = hands.find(history, "rating_history_open")
    link.setFocus()
    hands.tap("Space")
    assert f"Mara Voss  ·  “{scale.labels[1].name}”" in shown(history)
    assert f"Mara Voss  ·  “{scale.labels[0].name}”" in shown(history)


@pytest.fixture
def earlier(window, sample):
    """An earlier check of the same claim, and one of another."""
    main = sample.main_claim
    made = []
    scale = window.house().scales[0]
    for slug, words in (("earlier", main.as_circulated), ("other", "The ferry has been shut")):
        claim = Claim(id=new_id(), as_circulated=words)
        made.append(
            Check(
                id=new_id(),
                slug=slug,
                title=f"{slug.title()} check",
                created=now(),
                changed=now(),
                state=CheckState.PUBLISHED,
                claims=(claim,),
                verdict=Verdict(scale=scale.key, label=scale.labels[0].key, reason="We asked."),
            )
        )
        window.shelf.store.save(None, made[-1])
    return made[0]


def test_precedents_stand_beside_the_rating_and_lead_to_their_check(
    window, hands, earlier, draft, qtbot
):
    found = draft.rating.precedents
    window.publication.rating.look()
    scale = window.house().scales[0]
    qtbot.waitUntil(lambda: f"{scale.labels[0].name}  ·  published" in shown(found))
    assert "We asked." in shown(found)
    add = hands.find(found, "precedent_add_0")
    add.setFocus()
    hands.tap("Space")
    named = window.desk.check.read_next[-1]
    assert (named.title, named.slug) == ("Earlier check", "earlier")
    qtbot.waitUntil(lambda: "in Read next" in shown(found))
    link = hands.find(found, "precedent_0")
    link.setFocus()
    hands.tap("Space")
    assert window.desk.check.id == earlier.id


def test_nothing_is_said_where_nothing_is_similar(window, draft, qtbot):
    rating = window.publication.rating
    rating.look()
    qtbot.waitUntil(lambda: not rating._jobs.is_busy)
    assert not draft.rating.precedents.isVisible()
