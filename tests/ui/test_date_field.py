from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from workbench.core.date import UNKNOWN_DATE, DateBasis, DateValue, stated
from workbench.ui.date_field import DateField

INFERRED = DateValue(
    value="2026-06-29",
    until="2026-07-05",
    zone="America/New_York",
    basis=DateBasis.INFERRED,
    inferred_from="“last week” in a text of 8 July 2026",
    wording="last week",
)


@pytest.fixture
def field(hands):
    """A field whose value goes out and comes back, as through the desk."""
    made = DateField("when", "When it happened")
    made.told = []

    def follow(date, _step):
        made.told.append(date)
        made.show_date(date)

    made.date_edited.connect(follow)
    made.show_date(UNKNOWN_DATE)
    return hands.show(made, 640, 120)


def line(hands, field):
    return hands.find(field, "when")


def hint(field):
    return " ".join(label.text() for label in field.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("7 July 2026", stated("2026-07-07")),
        ("2026-07", stated("2026-07")),
        ("July 7, 2026, 08:06", stated("2026-07-07T08:06")),
        ("29 June – 5 July 2026", stated("2026-06-29", until="2026-07-05")),
    ],
)
def test_a_typed_date_is_stated_and_holds_nothing_but_the_date(hands, field, typed, date):
    for letter in typed:
        if letter.isascii():
            hands.type(line(hands, field), letter)
        else:
            line(hands, field).insert(letter)
            line(hands, field).textEdited.emit(line(hands, field).text())
    assert field.told[-1] == date
    assert line(hands, field).text() == typed
    assert hint(field) == ""


def test_words_that_are_no_date_are_kept_as_words(hands, field):
    hands.type(line(hands, field), "around Easter")
    assert field.told[-1] == DateValue(wording="around Easter")
    assert not field.told[-1].is_known
    assert "Kept as words" in hint(field)
    assert line(hands, field).text() == "around Easter"


def test_a_day_that_does_not_exist_is_no_date(hands, field):
    hands.type(line(hands, field), "30 February 2026")
    assert not field.told[-1].is_known


def test_clearing_the_field_leaves_no_date(hands, field):
    field.show_date(stated("2026-07-07"))
    hands.type(line(hands, field), "x", replacing=True)
    hands.press(line(hands, field), "Backspace")
    assert field.told[-1] == UNKNOWN_DATE
    assert hint(field) == ""


def test_after_clearing_the_next_date_begins_afresh(hands, field):
    field.show_date(INFERRED)
    line(hands, field).selectAll()
    hands.press(line(hands, field), "Delete")
    hands.type(line(hands, field), "2025")
    assert field.told[-1] == stated("2025")


def test_a_date_is_shown_as_a_person_would_type_it(hands, field):
    field.show_date(INFERRED)
    assert line(hands, field).text() == "29 June 2026 – 5 July 2026"
    assert hands.find(field, "when_inferred_from").text() == INFERRED.inferred_from
    field.show_date(DateValue(wording="on Tuesday"))
    assert line(hands, field).text() == "on Tuesday"
    field.show_date(UNKNOWN_DATE)
    assert line(hands, field).text() == ""


def test_correcting_a_date_keeps_its_zone_its_basis_and_the_words_of_the_source(hands, field):
    field.show_date(INFERRED)
    hands.type(line(hands, field), "3 July 2026", replacing=True)
    assert field.told[-1] == DateValue(
        value="2026-07-03",
        zone="America/New_York",
        basis=DateBasis.INFERRED,
        inferred_from=INFERRED.inferred_from,
        wording="last week",
    )


def test_an_inferred_date_says_what_it_rests_on(hands, field):
    hands.type(line(hands, field), "July 2026")
    hands.choose(hands.find(field, "when_basis"), DateBasis.INFERRED)
    rests_on = hands.find(field, "when_inferred_from")
    assert rests_on.isVisible()
    assert field.told[-1].basis is DateBasis.STATED  # nothing is inferred from nothing
    hands.type(rests_on, "the caption")
    assert field.told[-1] == DateValue(
        value="2026-07", basis=DateBasis.INFERRED, inferred_from="the caption"
    )
    hands.choose(hands.find(field, "when_basis"), DateBasis.STATED)
    assert field.told[-1] == stated("2026-07")
    assert not rests_on.isVisible()


def test_without_a_date_there_is_no_basis_to_choose(hands, field):
    basis = hands.find(field, "when_basis")
    assert not basis.isVisible()
    hands.type(line(hands, field), "2026")
    assert basis.isVisible()


def test_another_value_does_not_inherit_what_was_there_before(hands, field):
    field.show_date(INFERRED)
    field.show_date(UNKNOWN_DATE)
    hands.type(line(hands, field), "2025")
    assert field.told[-1] == stated("2025")


def test_a_stated_date_after_an_inferred_one_is_shown_as_stated(hands, field):
    field.show_date(INFERRED)
    field.show_date(stated("2026-07-02"))
    assert hands.find(field, "when_basis").currentText() == "Stated"
    assert not hands.find(field, "when_inferred_from").isVisible()
