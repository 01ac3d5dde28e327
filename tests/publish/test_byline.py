"""The lines under the headline tell what is known and nothing else."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.date import stated
from workbench.core.publisher import Publisher
from workbench.publish.byline import byline, changed_words, newest_correction


def test_everything_that_is_known_has_its_line(harbor, house):
    desk = replace(house, publisher=Publisher(name="The Alba Desk"))
    assert byline(harbor, desk) == (
        "By Nora Feld, reviewed by Tom Adeyemi",
        "The Alba Desk",
        "Published 8 July 2026",
        "Updated 10 July 2026",
    )


def test_what_is_not_known_has_none(harbor, house):
    bare = replace(harbor, author=" ", reviewer="", published=stated(""), corrections=())
    assert byline(bare, house) == ()
    assert byline(replace(bare, reviewer="Tom Adeyemi"), house) == ("Reviewed by Tom Adeyemi",)


def test_the_newest_change_counts(harbor):
    first = replace(harbor, corrections=harbor.corrections[:1])
    assert changed_words(first) == "Corrected 9 July 2026"
    turned = replace(harbor, corrections=harbor.corrections[::-1])
    assert newest_correction(turned) == newest_correction(harbor)
