"""From an article on the clipboard to an exported check, by the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from workbench.core.claim import ClaimStatus, Stance

COMMENTARY = (
    "Ferry line 7 is gone for good 😱\n"
    "\n"
    "By Tide & Salt staff. Posted 3 July 2026\n"
    "\n"
    "Mayor Ida Brandt told the port to sell the ferry Solveig because nobody takes it, "
    "Radio Alba reported. Line 7 will never sail again.\n"
    "\n"
    "“They sold our cafe\u0301,” said Noor הלוי, who sold coffee on board.\n"
)
REPORT = (
    "Radio Alba, 2 July 2026, 08:10\n"
    "\n"
    "The port of Alba will sell the ferry Solveig, Mayor Ida Brandt told Radio Alba on Wednesday. "
    "A newer boat takes over line 7 in October, she said.\n"
)


class Person:
    """Somebody with a keyboard and a clipboard, and no mouse."""

    def __init__(self, window, hands, qtbot):
        self.window, self._hands, self._qtbot = window, hands, qtbot
        self.tap, self.write, self.let_work = hands.tap, hands.write, hands.let_work

    def paste(self, text):
        """Paste what was copied in another program."""
        QApplication.clipboard().setText(text)
        self.tap("Ctrl+V")

    def go_to(self, name):
        """Press Tab until the keyboard is in a field."""
        for _ in range(90):
            here = QApplication.focusWidget()
            if name in (here.objectName(), here.accessibleName()):
                return
            self.tap("Tab")
        raise AssertionError(f"the Tab key does not lead to {name}")

    def fill(self, name, text):
        """Go to a field and write in it."""
        self.go_to(name)
        self.write(text)

    def choose(self, name, words):
        """Go to a box and press Down until it says some words."""
        self.go_to(name)
        box = QApplication.focusWidget()
        for _ in range(box.count()):
            if box.currentText() == words:
                return
            self.tap("Down")
        raise AssertionError(f"{name} does not offer {words}")

    def select(self, words):
        """Find words in the article; they stay selected."""
        self.tap("Ctrl+F")
        self.write(words)
        self.tap("Escape")

    def wait_for(self, is_so):
        self._qtbot.waitUntil(is_so, timeout=20_000)


@pytest.fixture
def person(open_window, hands, qtbot, tmp_path, settings):
    """A person before the window of a workspace that was not there yet."""
    return Person(open_window(tmp_path / "new.workbench"), hands, qtbot)


def bring_in_two_sources(person):
    desk = person.window.desk
    person.write("Is ferry line 7 gone for good?")
    person.tap("Return")
    for count, text in enumerate((COMMENTARY, REPORT), start=1):
        person.paste(text)
        person.wait_for(lambda count=count: len(desk.check.sources) == count)
    person.tap("Ctrl+1")
    person.fill("source_outlet", "Radio Alba")
    person.fill("source_published", "2 July 2026, 08:10")
    person.choose("source_type", "Original reporting")
    person.tap("Ctrl+PgUp", "Ctrl+1")
    person.fill("source_outlet", "Tide & Salt")
    person.fill("source_byline", "Tide & Salt staff")
    person.fill("source_published", "3 July 2026")
    person.choose("source_type", "Commentary")
    person.fill("hop_new", "Radio Alba")
    person.tap("Return")
    person.choose("Which source is this report", "Radio Alba")


def write_two_claims(person):
    person.tap("Ctrl+0")
    person.select("told the port to sell the ferry Solveig because nobody takes it")
    person.tap("C")
    person.write("The mayor says that the port will sell the ferry Solveig")
    person.go_to("claim_actor")
    person.write("Ida Brandt")
    person.tap("Tab")
    person.write("told the port to sell")
    person.tap("Tab")
    person.write("the ferry Solveig")
    person.tap("Ctrl+0")
    person.select("Line 7 will never sail again")
    person.tap("C")


def tie_the_evidence(person):
    person.tap("Ctrl+0", "Ctrl+PgDown")
    person.select("The port of Alba will sell the ferry Solveig")
    person.tap("E", "1")
    person.tap("Ctrl+0")
    person.select("A newer boat takes over line 7 in October")
    person.tap("E", "+", "2")
    person.tap("Ctrl+2", "Alt+D")
    person.tap("Ctrl+Up", "Alt+C")


def write_the_draft(person):
    person.tap("Ctrl+3")
    person.write("The mayor says that one ferry is sold, not that its line ends.")
    person.fill("draft_lede", "Tide & Salt writes that ferry line 7 is gone for good.")
    person.choose("verdict_label", "Misleading")
    person.fill("verdict_reason", "One boat is sold; the line goes on.")
    person.tap("Ctrl+0", "Ctrl+PgUp")
    person.select("who sold coffee on board")
    person.tap("Q")


def write_the_post(person):
    person.tap("Ctrl+4")
    person.write("One ferry is sold, the line goes on, the mayor told Radio Alba. ")
    person.paste("So says its report of 2 July; the port has not answered us yet. " * 4)
    card = person.window.workspace.posts.cards["x"]
    assert card.counter.property("tone") == "bad"
    while card.counter.property("tone") == "bad":
        person.tap("Ctrl+Backspace")


def test_a_check_is_written_and_exported_without_the_mouse(person, sample, tmp_path):
    bring_in_two_sources(person)
    write_two_claims(person)
    tie_the_evidence(person)
    write_the_draft(person)
    write_the_post(person)
    folder = tmp_path / "export"
    person.tap("Ctrl+E", "Ctrl+A")
    person.write(str(folder))
    person.tap("Return")
    person.let_work(person.window)
    assert "Exported" in person.window.notices.text
    assert_it_is_in_the_workspace(person.window)
    assert_readers_see_it(folder)


def assert_it_is_in_the_workspace(window):
    window.desk.flush()
    check = window.shelf.store.load(window.desk.check.id)
    assert [source.version.text for source in check.sources] == [COMMENTARY, REPORT]
    first, second = check.claims
    assert first.as_circulated == "told the port to sell the ferry Solveig because nobody takes it"
    assert (first.status, second.status) == (ClaimStatus.CONFIRMED, ClaimStatus.CONTRADICTED)
    assert first.action.recipient == "the ferry Solveig"
    assert [item.stance for item in second.evidence] == [Stance.CONTRADICTS]
    for claim in check.claims:
        for passage in map(check.passage, claim.passage_ids):
            text = check.source(passage.source_id).version.text
            assert text[passage.selector.start : passage.selector.end] == passage.selector.exact


def assert_readers_see_it(folder):
    name = "is-ferry-line-7-gone-for-good"
    text = " ".join((folder / f"{name}.md").read_text(encoding="utf-8").split())
    places = [
        text.index(words)
        for words in (
            'title: "Is ferry line 7 gone for good?"',
            "DRAFT. Not approved, not for publication.",
            "The mayor says that one ferry is sold, not that its line ends.",
            "Tide & Salt writes that ferry line 7 is gone for good.",
            "“who sold coffee on board” (Tide & Salt)",
            "told the port to sell the ferry Solveig because nobody takes it.",
            "Confirmed by Radio Alba: - The mayor says that the port will sell the ferry Solveig.",
            "Contradicted by Radio Alba: - Line 7 will never sail again.",
            "**Rating: Misleading.** One boat is sold; the line goes on.",
            "1. Tide & Salt, Tide & Salt staff: untitled. 3 July 2026, stated. Commentary. "
            "Relies on Radio Alba",
            "2. Radio Alba, unsigned: untitled. 2 July 2026, 08:10, stated. Original reporting.",
        )
    ]
    assert places == sorted(places)
    assert "not in hand" not in text
    post = (folder / f"{name}.x.txt").read_text(encoding="utf-8")
    assert post.startswith("DRAFT. Not approved, not for publication.\n\nOne ferry is sold, ")
    words = post.partition("\n\n")[2].strip()
    assert 200 < len(words) <= 280
    assert words.isascii()
