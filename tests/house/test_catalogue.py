"""Catalogues: what a translator writes is what the program reads."""

from __future__ import annotations

import pytest

from workbench.house.catalogue import Entry, entries_in, languages, read_catalogue
from workbench.house.resource import resource

FILE = """# A head.
msgid ""
msgstr ""
"Language: xx\\n"

#: ui/claim_form.py ui/header.py
msgid "Claim"
msgstr "Klaim"

#: ui/claim_form.py
msgctxt "ClaimForm"
msgid "Two lines,\\nand \\"quotes\\" "
"in two pieces"
msgstr "Zwei Zeilen,\\nund \\"Zitate\\""

#: ui/header.py
msgid "Open"
msgstr ""
"""


def test_entries_come_with_context_places_and_every_sign():
    assert list(entries_in(FILE)) == [
        Entry(
            context="",
            source="Claim",
            text="Klaim",
            places=("ui/claim_form.py", "ui/header.py"),
        ),
        Entry(
            context="ClaimForm",
            source='Two lines,\nand "quotes" in two pieces',
            text='Zwei Zeilen,\nund "Zitate"',
            places=("ui/claim_form.py",),
        ),
        Entry(context="", source="Open", text="", places=("ui/header.py",)),
    ]


@pytest.mark.parametrize("line", ["msgid Claim", 'msgid "Claim', '"stray"', "something else"])
def test_a_broken_line_is_named(line):
    with pytest.raises(ValueError, match="line 1 "):
        list(entries_in(f"{line}\n"))


def test_german_is_shipped_and_empty_entries_are_not_read():
    assert "de" in languages()
    words = read_catalogue("de")
    assert words["", "Claims"] == "Behauptungen"
    assert all(words.values())


def test_reading_fast_and_line_by_line_give_the_same_words():
    text = resource("translations", "de.po").read_text(encoding="utf-8")
    slowly = {(one.context, one.source): one.text for one in entries_in(text) if one.text}
    assert read_catalogue("de") == slowly
