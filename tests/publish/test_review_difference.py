"""Whatever an editor does to the typed words comes back: taken as a whole, it gives their text."""

from __future__ import annotations

import random
import re

import pytest

from tests.publish.returning import AT, come_back
from workbench.core.change import with_draft_text
from workbench.publish.markdown import markdown_for
from workbench.publish.review import with_review
from workbench.publish.word_file import word_file_for
from workbench.rules.suggestion import with_suggestion_taken

_WORDS = [
    "perhaps",
    "never",
    "bridge",
    "ferry",
    "mayor",
    "said",
    "12",
    "July",
    "“quoted”",
    "council",
    "(again)",
    "state’s",
]
_WORD = re.compile(r"(?<![\[\^\w/.:*`#>])[A-Za-z][A-Za-z’']*(?![\w\]*/`]|://)")
_PARAGRAPH = re.compile(r"(\n[ \t\r]*\n+|\r\n|\n(?=[*•-]))")


def some(chance, count):
    return " ".join(chance.choice(_WORDS) for _ in range(count))


def with_words_changed(chance, text):
    """Return a text with words struck, put in, or put in place of another one."""
    places = [
        match
        for match in _WORD.finditer(text)
        if "http" not in text[max(0, match.start() - 25) : match.end() + 25]
    ]
    match = chance.choice(places)
    before, after = text[: match.start()], text[match.end() :]
    kind = chance.choice(("other", "others", "more", "gone"))
    if kind == "gone":
        return before + after.lstrip(" ") if after[:1] == " " else before.rstrip(" ") + after
    if kind == "more":
        return f"{before}{match[0]} {some(chance, 1)}{after}"
    return before + some(chance, 1 if kind == "other" else 3) + after


def with_paragraph_changed(chance, text):
    """Return a text with a paragraph or item struck, put in, or written anew."""
    parts = _PARAGRAPH.split(text)
    at = chance.choice([at for at in range(0, len(parts), 2) if parts[at].strip()])
    kind = chance.choice(("gone", "more", "anew"))
    if kind == "gone":
        del parts[at : at + 2]
    elif kind == "more":
        parts[at:at] = [f"{some(chance, 8)}.", "\n\n"]
    else:
        mark = re.match(r"[ \t]*(?:[*•>#-]+ )?", parts[at])[0]
        parts[at] = f"{mark}{some(chance, 6)}."
    return "".join(parts)


def edited_anew(check, seed):
    """Return a check whose draft somebody edited in a few places, the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(1 + seed % 5):
        keys = [part.key for part in check.draft.parts if _WORD.search(part.text)]
        key = chance.choice(keys)
        change = chance.choice((with_words_changed, with_words_changed, with_paragraph_changed))
        check = with_draft_text(check, key, change(chance, check.draft.text(key)))
    return check


def words_of(check, house):
    return " ".join(markdown_for(check, house).partition("\n---\n")[2].split())


@pytest.mark.parametrize("ending", ["md", "docx"])
@pytest.mark.parametrize("seed", range(12))
def test_taking_all_of_it_gives_the_text_that_came_back(harbor, house, seed, ending):
    goal = edited_anew(harbor, seed)
    write = markdown_for if ending == "md" else word_file_for
    review = come_back(harbor, house, write(goal, house), name=f"back.{ending}")
    after = with_review(harbor, review)
    for one in review.suggestions:
        after = with_suggestion_taken(after, one.id, "Nora Feld", AT)
    assert words_of(after, house) == words_of(goal, house)
