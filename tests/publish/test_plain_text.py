"""Plain text has every word of the check, each paragraph on one line, addresses in full."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.change import with_draft_text
from workbench.core.record import CheckState
from workbench.publish.plain_text import plain_text_for


def test_the_check_as_text(harbor, house):
    text = plain_text_for(harbor, house)
    assert text.startswith(
        "DRAFT. Not approved, not for publication.\n\n"
        "Lindqvist called Okafor: what the “campaign launch” is made of\n"
        "==============================================================\n\n"
        "By Nora Feld, reviewed by Tom Adeyemi\nPublished 8 July 2026\nUpdated 10 July 2026\n\n"
        "Quick read\n----------\n\n"
        "- The Ledger reports that Mayor Lindqvist called council member Okafor.\n"
    )
    assert "\nRead next: Harbor Bridge [closed]? A check (https://checks.example/bridge); " in text
    assert "> “We will talk again,” Okafor said.\n" in text
    assert "\n2. The Ledger, Mara Voss: “Lindqvist phones Okafor" in text
    assert text.index("Update, 10 July 2026:") < text.index("Correction, 9 July 2026:")
    assert text.endswith("We misread the report.\n")
    assert "MARKER" not in text


def test_nothing_of_the_markdown_is_left(harbor, house):
    approved = replace(harbor, state=CheckState.APPROVED)
    text = plain_text_for(approved, house)
    assert not text.startswith("DRAFT")
    assert not {"**", "&#", "&amp;", "\\", "<", "#"} & {
        sign for sign in ("**", "&#", "&amp;", "\\", "<", "#") if sign in text.replace("\n#", "")
    }


def test_an_address_is_told_once_and_a_list_in_a_list_goes_in(harbor, house):
    typed = (
        "See [the report](https://a.example/r), <https://a.example/s> and ada@a.example.\n\n"
        "1. one\n    - below\n2. two"
    )
    text = plain_text_for(with_draft_text(harbor, "lede", typed), house)
    assert (
        "See the report (https://a.example/r), https://a.example/s and ada@a.example.\n\n"
        "1. one\n   - below\n2. two\n"
    ) in text
