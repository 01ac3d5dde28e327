"""The history of a rating, from the saved states of a check."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from workbench.core.identity import uuid7
from workbench.core.revision import Fact, FactKind, Revision
from workbench.house.house import load_house
from workbench.publish.rating_history import rating_name, rating_steps

AT = datetime(2026, 7, 9, 10, 0, tzinfo=UTC)


def saved(number, *facts, who="Ada Okafor", key=""):
    return Revision(
        id=uuid7(number, bytes(10)), number=number, parents=(), at=AT + timedelta(minutes=number),
        who=who, words="", key=key, facts=facts, is_landmark=True, content="0" * 64,
    )  # fmt: skip


def rating(now):
    return Fact(kind=FactKind.RATING, now=now)


def reason(now):
    return Fact(kind=FactKind.REASON, now=now)


def test_ratings_are_told_newest_first_with_who_and_why():
    house = load_house()
    scale = house.scales[0]
    first, second = scale.labels[0], scale.labels[1]
    steps = rating_steps(
        (
            saved(1, Fact(kind=FactKind.BEGUN)),
            saved(2, rating(f"{scale.key}/{first.key}")),
            saved(3, reason("Two peo"), key="verdict.reason:1"),
            saved(4, reason("Two people say so."), key="verdict.reason:1"),
            saved(5, Fact(kind=FactKind.PART)),
            saved(6, rating(f"{scale.key}/{second.key} not quite"), who="Mara Voss"),
            saved(7, rating(""), who="Mara Voss"),
        ),
        house,
    )
    assert [(one.who, one.rating, one.reason, one.is_taken_back) for one in steps] == [
        ("Mara Voss", "", "", True),
        ("Mara Voss", f"{second.name}: not quite", "", False),
        ("Ada Okafor", first.name, "Two people say so.", False),
    ]
    assert steps[-1].at == AT + timedelta(minutes=4)


def test_a_later_reason_of_somebody_else_is_a_step_of_its_own():
    steps = rating_steps(
        (saved(1, rating("x/y"), reason("So.")), saved(2, reason("Otherwise."), who="Mara Voss")),
        load_house(),
    )
    assert [(one.who, one.reason) for one in steps] == [
        ("Mara Voss", "Otherwise."),
        ("Ada Okafor", "So."),
    ]


def test_a_label_that_the_house_does_not_have_is_told_by_its_key():
    assert rating_name("old/shaky", load_house()) == "shaky"
    assert rating_name("reported outreach, not a campaign", load_house()).startswith("reported")
    assert rating_name("", load_house()) == ""
