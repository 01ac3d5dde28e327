from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.core.claim import Attribution, AttributionKind
from workbench.ui.attribution_form import AttributionForm


@pytest.fixture
def form(hands, case):
    made = AttributionForm()
    made.told = []

    def follow(evidence, field, step):
        made.told.append((evidence, field, step))
        made.show_evidence(evidence)

    made.changed.connect(follow)
    made.show_evidence(case.claims[0].evidence[0])
    return hands.show(made, 560, 240)


def latest(form):
    return form.told[-1][0].attribution


def test_what_is_known_is_shown(hands, form):
    assert hands.find(form, "attribution_kind").value == AttributionKind.ANONYMOUS
    assert hands.find(form, "attribution_count").value() == 2
    assert hands.find(form, "attribution_descriptor").text() == "people familiar with the call"
    assert form.told == []


def test_every_kind_of_speaker_can_be_chosen(hands, form):
    for kind in AttributionKind:
        hands.choose(hands.find(form, "attribution_kind"), kind)
        assert hands.find(form, "attribution_kind").value == kind
    assert {evidence.attribution.kind for evidence, _, _ in form.told} == set(AttributionKind)


def test_only_unnamed_people_are_counted(hands, form):
    count = hands.find(form, "attribution_count")
    hands.type(count, "3", replacing=True)
    assert latest(form).count == 3
    hands.choose(hands.find(form, "attribution_kind"), AttributionKind.NAMED)
    assert latest(form) == Attribution(
        kind=AttributionKind.NAMED, descriptor="people familiar with the call"
    )
    assert not count.isEnabled()


def test_name_and_description_and_note_are_told_word_by_word(hands, form, case):
    hands.choose(hands.find(form, "attribution_kind"), AttributionKind.NAMED)
    hands.type(hands.find(form, "attribution_name"), "Ada Okafor")
    hands.type(hands.find(form, "attribution_descriptor"), "mayor", replacing=True)
    hands.type(hands.find(form, "evidence_note"), "Call back.")
    evidence = form.told[-1][0]
    assert evidence == replace(
        case.claims[0].evidence[0],
        attribution=Attribution(kind=AttributionKind.NAMED, name="Ada Okafor", descriptor="mayor"),
        note="Call back.",
    )
    steps = {field: {step for _, name, step in form.told if name == field} for field in
             ("name", "descriptor", "note")}  # fmt: skip
    assert [len(steps[name]) for name in ("name", "descriptor", "note")] == [2, 1, 2]
