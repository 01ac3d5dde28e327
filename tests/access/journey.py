"""From a file to an exported check, driven from outside as by somebody who hears the window.

The window is a process of its own, and nothing of the workbench is imported here: the story can
be told of any program that is installed, by a Python that has nothing but itself. From the
project's folder: python3 -m tests.access.journey COMMAND
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.access.desktop import OWN_PROGRAM, Desktop

ARTICLE = """\
Harbor Bridge shut to lorries

By Mara Voss, The Ledger, 2 July 2026

The Harbor Bridge is shut to lorries until October, port director Nils Lindqvist told the \
Ledger on Wednesday. Cars may still cross.

“Nobody has to swim,” Ada Okafor said.
"""
QUESTION = "Is the Harbor Bridge shut?"
CLAIM = "The Harbor Bridge is shut to lorries until October"
REPORT = "told the Ledger on Wednesday"


def begin_a_check(reader):
    reader.focused("text", "Title of a new check")
    reader.type(QUESTION)
    reader.press("push button", "New check")
    reader.wait("frame", f"{QUESTION}*")
    reader.focused(name="Place for the first source")


def add_a_source(reader, file):
    reader.key("Ctrl+O")
    reader.activate("dialog")
    reader.wait("text", "File name:", ["focused"])
    reader.type(str(file))
    reader.key("Return")
    reader.wait_gone("dialog", "Open sources*")
    reader.activate("frame")
    article = reader.focused("text", "Article")
    assert article["text"] == ARTICLE
    assert "read-only" in article["states"]
    reader.press("push button", "Take all")
    reader.wait("page tab", "The Ledger")


def mark_a_passage(reader):
    """Walk by sentence until the right one is heard, then make a claim of it."""
    reader.focus("text", "Article")
    heard = []
    while not (heard and heard[-1].startswith(CLAIM)):
        assert len(heard) < ARTICLE.count("\n"), heard
        heard.append(reader.next_selection("J", "text", "Article"))
    reader.key("C")


def write_the_claim(reader):
    reader.focused("text", "As supported")
    reader.type("The port says that lorries may not cross")
    circulated = reader.wait("text", "As circulated")
    assert circulated["text"].startswith(CLAIM)
    reader.wait("list item", "1. The port says that lorries may not cross. Not confirmed")


def tie_the_evidence(reader):
    reader.focus("text", "Article")
    assert reader.select("text", "Article", REPORT) == REPORT
    reader.key("E")
    reader.focused("list", "Claims")
    reader.key("Return")
    reader.wait("label", "For 1*")


def set_the_status(reader):
    before = reader.wait("radio button", "Not confirmed")
    assert "checked" in before["states"]
    reader.press("radio button", "Reported")
    reader.wait("radio button", "Reported", ["checked"])
    reader.wait("list item", "1. The port says that lorries may not cross. Reported")
    reader.wait("radio button", "Contradicted")
    assert "contradicts" in reader.wait("radio button", "Contradicted")["description"]


def export(reader, folder):
    reader.hush()
    reader.key("Ctrl+E")
    reader.focused("text", "Folder")
    reader.key("Ctrl+A")
    reader.type(str(folder))
    reader.key("Return")
    assert "Exported" in reader.heard("Exported")


def read_it_back(reader, folder):
    written = (folder / "is-the-harbor-bridge-shut.md").read_text(encoding="utf-8")
    for words in (QUESTION, "lorries may not cross", "The Ledger", "Mara Voss", "2 July 2026"):
        assert words in written
    reader.key("Ctrl+3")
    reader.wait("radio button", "Draft", ["checked"])
    assert "lorries may not cross" in reader.wait_text("label", "Preview*", "lorries may not cross")


def tell(reader, folder):
    """Make a check and export it, by ear and by key; raises AssertionError where that fails."""
    file = folder / "report.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    begin_a_check(reader)
    add_a_source(reader, file)
    mark_a_passage(reader)
    write_the_claim(reader)
    tie_the_evidence(reader)
    set_the_status(reader)
    export(reader, folder / "export")
    read_it_back(reader, folder / "export")


def main(command):
    """Tell the story of one program and say how long it took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.monotonic()
        desktop = Desktop(folder / "home")
        try:
            desktop.open_program(*command, "--workspace", str(folder / "new.workbench"))
            reader = desktop.reader()
            reader.activate("frame")
            tell(reader, folder)
        except AssertionError:
            sys.stderr.write((folder / "home" / "program.log").read_text(errors="replace"))
            raise
        finally:
            desktop.close()
        seconds = time.monotonic() - start
    sys.stdout.write(f"A check was made and exported by ear in {seconds:.1f} s.\n")


if __name__ == "__main__":
    main(sys.argv[1:] or OWN_PROGRAM)
