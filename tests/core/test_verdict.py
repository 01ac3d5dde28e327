"""Rating scales, whose labels are retired and never deleted."""

from __future__ import annotations

import pytest

from workbench.core.verdict import RatingLabel, RatingScale, Verdict


def label(key: str, value: int | None = None) -> RatingLabel:
    return RatingLabel(key=key, name=key.title(), definition="As it is.", value=value)


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ((), "has labels"),
        ((label("a"), label("a")), "share a key"),
        ((label("a", 1), label("b")), "every label"),
        ((label("a"), label("b", 0)), "every label"),
    ],
)
def test_a_scale_that_cannot_be_is_refused(labels, message):
    with pytest.raises(ValueError, match=message):
        RatingScale(key="s", name="S", labels=labels)


def test_a_scale_is_ordered_when_its_labels_are_numbers():
    assert RatingScale(key="s", name="S", labels=(label("a", 0), label("b", 1))).is_ordered
    assert not RatingScale(key="s", name="S", labels=(label("a"),)).is_ordered


def test_a_label_of_another_scale_is_not_found():
    scale = RatingScale(key="s", name="S", labels=(label("a"),))
    assert scale.label("a").name == "A"
    assert scale.label("b") is None


def test_a_label_has_a_key_and_a_name():
    with pytest.raises(ValueError, match="a key and a name"):
        RatingLabel(key="a", name="", definition="As it is.")


def test_free_wording_alone_is_a_verdict():
    assert Verdict(scale="house", reason="No vote was held.").is_empty
    assert not Verdict(wording="reported closure, not a decision").is_empty
    assert not Verdict(scale="house", label="verified").is_empty
