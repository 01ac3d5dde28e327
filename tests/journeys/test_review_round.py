"""From the checker to the editor and back, signed off, withdrawn, published and corrected.

The whole way is gone by the command line on real files; the Word file is changed by LibreOffice.
"""

from __future__ import annotations

import json
import re

import pytest

from tests.journeys.word_processor import edited, why_not
from workbench.cli.app import run
from workbench.clock import now
from workbench.intake.sample import sample_case
from workbench.store.check_store import CheckStore

pytestmark = pytest.mark.slow

WORD_STEPS = (
    {"find": "passed the report on", "replace": "handed the report on"},
    {"find": "reported call, no revived deal", "replace": "a call, and no deal"},
    {"find": "is commentary", "insert_after": " and opinion"},
    {"find": "does not carry", "comment": "Does it not?"},
)


class Desk:
    """A workspace and the command line on it."""

    def __init__(self, folder, capsys):
        self.folder = folder
        self._capsys = capsys
        check, originals = sample_case()
        store = CheckStore.open(folder / "checks.workbench", now())
        for source in check.sources:
            store.add_original(originals[source.version.sha256], source.version.media_type)
        store.save(None, check)
        store.close()
        self.slug = check.slug

    def say(self, command, *arguments, code=0):
        """Run a command on the check; return what it prints, and what it complains of."""
        words = [command, self.slug, *(str(word) for word in arguments)]
        ended = run(words, open_window=None, run_tour=None)
        said = self._capsys.readouterr()
        assert ended == code, said.err
        return said.err if code else said.out

    def told(self, command, *arguments):
        """Run a command on the check; return its JSON."""
        return json.loads(self.say(command, *arguments, "--json"))

    def exported(self, ending):
        """Export the check; return one of its files."""
        formats = "md" if ending == "md" else "md,docx"
        self.say("export", "--to", self.folder, "--formats", formats)
        return self.folder / f"{self.slug}.{ending}"

    def open_numbers(self):
        """Return the numbers of the suggestions that wait, and their new words."""
        return {one["now"]: one["number"] for one in self.told("suggestions")}


@pytest.fixture
def desk(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WORKBENCH_FILE", str(tmp_path / "checks.workbench"))
    return Desk(tmp_path, capsys)


def is_draft(desk):
    return 'status: "DRAFT' in desk.exported("md").read_text(encoding="utf-8")


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "LibreOffice is here")
def test_a_check_goes_to_the_editor_comes_back_and_goes_out(desk):
    desk.say("state", "in-review", "--by", "Mira Solberg")

    # The editor changes the Word file in LibreOffice, a colleague the Markdown by hand.
    word = edited(desk.exported("docx"), desk.folder / "from-mara.docx", WORD_STEPS)
    text = desk.exported("md").read_text(encoding="utf-8")
    assert text.count("second-hand") > 0
    by_hand = desk.folder / "from-tom.md"
    by_hand.write_text(
        re.sub(r"second-hand", "{~~second-hand~>indirect~~}{>>Plainer.<<}", text, count=1),
        encoding="utf-8",
    )
    before = desk.told("show")
    assert {one["who"] for one in desk.told("take", word)["items"]} == {"Mara Voss"}
    desk.told("take", by_hand, "--by", "Tom Adeyemi")
    assert desk.told("show")["draft"] == before["draft"], "nothing is applied unseen"

    # Half of it is taken, the rest refused with an answer.
    waiting = desk.open_numbers()
    assert {"handed", "a call, and no deal", " and opinion"} <= set(waiting)
    assert len(waiting) == 4
    taken = ",".join(str(waiting[words]) for words in ("handed", "a call, and no deal"))
    desk.say("suggestions", "--take", taken, "--by", "Mira Solberg")
    desk.say(
        "suggestions", "--refuse", "all", "--answer", "It is said above.", "--by", "Mira Solberg"
    )
    check = desk.told("show")
    texts = {part["key"]: part["text"] for part in check["draft"]["parts"]}
    assert "handed the report on" in texts["lede"]
    assert check["verdict"]["wording"] == "a call, and no deal"
    assert "and opinion" not in str(texts)
    assert {one["state"] for one in check["suggestions"]} == {"taken", "refused"}
    for comment in desk.told("comments", "--open"):
        desk.say("comments", "--resolve", comment["id"], "--by", "Mira Solberg")

    # It is signed off; one word changes, and the approval is withdrawn, visibly.
    desk.say("signoff", "--name", "Mara Voss", "--role", "Editor", "--yes-to-all")
    assert not is_draft(desk)
    again = desk.exported("md")
    late = desk.folder / "late.md"
    late.write_text(
        again.read_text(encoding="utf-8").replace("handed the report on", "sent the report on"),
        encoding="utf-8",
    )
    desk.say("take", late, "--by", "Tom Adeyemi")
    desk.say("suggestions", "--take", "all", "--by", "Mira Solberg")
    assert "changed since" in desk.say("state")
    assert "sent the report on" in desk.say("changes", "--approved")
    assert is_draft(desk)
    desk.say("signoff", "--name", "Mara Voss", "--role", "Editor", "--yes-to-all")
    assert not is_draft(desk)

    # It is published, and corrected later.
    desk.say("state", "published", "--by", "Mara Voss", "--on", "21 November 2026")
    desk.exported("md")
    desk.say("correct", "--was", "sent", "--now", "handed", "--by", "Mira Solberg")
    check = desk.told("show")
    assert check["state"] == "corrected"
    assert len(check["sign_offs"]) == 2
    assert [step["state"] for step in check["state_changes"]] == [
        "in_review", "approved", "published", "corrected",
    ]  # fmt: skip


def test_the_author_does_not_sign_off_their_own_check(desk):
    desk.say("state", "in-review", "--by", "Mira Solberg")
    said = desk.say("signoff", "--name", "Mira Solberg", "--yes-to-all", code=1)
    assert "author" in said
    assert desk.told("show")["sign_offs"] == []
