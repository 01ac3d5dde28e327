"""A house's rules for review come from a file, and a slip in it is told by its line."""

from __future__ import annotations

import pytest

from workbench.core.error import UserError
from workbench.core.finding import Severity
from workbench.core.review_rule import EditorsBarred
from workbench.house.house import load_house

DESK = """
[approval]
not_by_author = true
not_by_editors = "since-review"
required_roles = ["Editor", "Legal"]

[rating]
votes = 3
carry = 2

[settled]
severities = ["error", "warning"]
rules = ["lists_differ"]
comments = true

[[question]]
key = "called"
text = "Everybody named was called."
answers = ["yes", "not_applicable"]
required = true
"""


def rules_with(folder, text):
    (folder / "review.toml").write_text(text, encoding="utf-8")
    return load_house(folder).review


def a_rule():
    from workbench.house.rule_book import load_rule_book

    return next(iter(load_rule_book().rules))


def test_what_is_shipped_stands_in_nobodys_way_who_has_no_second_editor():
    rules = load_house().review
    assert rules.votes == 0
    assert rules.required_roles == ()
    assert rules.bars_editors is EditorsBarred.NOBODY
    assert 5 <= len(rules.checklist) <= 6
    assert not any(question.required for question in rules.checklist)


def test_a_house_has_rules_of_its_own(tmp_path):
    rules = rules_with(tmp_path, DESK.replace("lists_differ", a_rule()))
    assert (rules.votes, rules.carry, rules.author_votes) == (3, 2, False)
    assert rules.bars_editors is EditorsBarred.SINCE_REVIEW
    assert rules.required_roles == ("Editor", "Legal")
    assert rules.severities == (Severity.ERROR, Severity.WARNING)
    assert rules.settles_comments
    assert rules.settles_suggestions  # as it is shipped
    (question,) = rules.checklist
    assert question.required
    assert load_house(tmp_path).notes == ()


def test_what_a_house_leaves_out_is_as_shipped(tmp_path):
    shipped = load_house().review
    assert rules_with(tmp_path, "[settled]\ncomments = false\n") == shipped
    rules = rules_with(tmp_path, "[rating]\nvotes = 5\n")
    assert (rules.votes, rules.carry) == (5, 3)
    assert rules_with(tmp_path, "checklist = false\n").checklist == ()


@pytest.mark.parametrize(
    ("right", "wrong", "line", "told"),
    [
        ('"since-review"', '"sometimes"', 4, "“not_by_editors” must be one of: nobody"),
        ("not_by_author = true", 'not_by_author = "yes"', 3, "“not_by_author” must be true or"),
        ("votes = 3", "vote = 3", 8, "“vote” is not a key that is known here (perhaps “votes”"),
        ("carry = 2", "carry = 4", 9, "“carry” is more than the 3 votes"),
        ("votes = 3", "votes = -1", 8, "“votes” must not be below zero"),
        ('"error", "warning"', '"errors"', 12, "“severities” may have error, warning and note"),
        ('"lists_differ"', '"tea"', 13, "“rules” has a rule that the pre-flight does not know"),
        ('"yes", "not_applicable"', '"perhaps"', 19, "“answers” may have yes, no, not_applic"),
        ('"yes", "not_applicable"', "", 19, "“answers” must name at least one answer"),
        ('key = "called"', 'key = "Called!"', 17, "“key” must be made of"),
        ("[rating]", "[ratings]", 7, "“ratings” is not a key that is known here"),
        ("[[question]]", "[question]", 16, "“question” must be one or more tables"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path, right, wrong, line, told):
    assert right in DESK
    text = DESK.replace(right, wrong, 1).replace("lists_differ", a_rule())
    with pytest.raises(UserError) as error:
        rules_with(tmp_path, text)
    assert error.value.message.startswith(f"review.toml, line {line}: {told}")


def test_two_questions_cannot_share_a_key_nor_stand_beside_none(tmp_path):
    twice = DESK.replace("lists_differ", a_rule()) + DESK[DESK.index("[[question]]") :]
    with pytest.raises(UserError, match="is the same as an earlier one: called"):
        rules_with(tmp_path, twice)
    both = "checklist = false\n" + DESK.replace("lists_differ", a_rule())
    with pytest.raises(UserError, match="“checklist” is false, but there are questions"):
        rules_with(tmp_path, both)
