"""A small case, a desk with it, and hands to type with."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.core.check import Check
from workbench.core.claim import (
    Action,
    Appearance,
    Attribution,
    AttributionKind,
    Basis,
    Claim,
    ClaimStatus,
    Evidence,
    EvidenceKind,
    Stance,
)
from workbench.core.date import stated
from workbench.core.draft import Draft, DraftPart, Post, WatchItem
from workbench.core.quote import Passage
from workbench.core.source import Hop, Source, SourceType, SourceVersion
from workbench.reading.quote import selector_for

AT = datetime(2026, 7, 10, 9, 30, tzinfo=UTC)

COURIER = (
    "Okafor phones Lindqvist 📞 over the Harbor Bridge\r\n"
    "\r\n"
    "Ada Okafor called Nils Lindqvist last week because the Harbor Bridge is shut, "
    "the Ledger reported. The bridge will not open again, she said.\r\n"
    "\r\n"
    "A cafe\u0301 owner, Noor הלוי, heard of it on the radio 🌉🌉.\r\n"
)
LEDGER = (
    "Two people familiar with the call said Okafor phoned Lindqvist on Thursday.\n"
    "\n"
    "“We will talk again,” Lindqvist told the Ledger.\n"
)


def an_id(number):
    """Return an id that is the same in every run."""
    return f"01980000-0000-7000-8000-{number:012x}"


def a_source(number, text, **fields):
    """Return a source captured as text."""
    version = SourceVersion(
        id=an_id(number + 10),
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        captured=AT,
    )
    return Source(id=an_id(number), versions=(version,), **fields)


def a_passage(number, source, words):
    """Return the passage that holds the first place of some words."""
    start = source.version.text.index(words)
    return Passage(
        id=an_id(number),
        source_id=source.id,
        version_id=source.version.id,
        selector=selector_for(source.version.text, start, start + len(words)),
    )


def a_case():
    """Return a check with two sources, three passages and three claims."""
    courier = a_source(
        1,
        COURIER,
        outlet="Harbor Courier",
        byline="Courier Staff",
        published=stated("2026-07-03"),
        type=SourceType.COMMENTARY,
        relies_on=(Hop(name="The Ledger", source_id=an_id(2)), Hop(name="Shore Radio")),
    )
    ledger = a_source(
        2,
        LEDGER,
        outlet="The Ledger",
        byline="Mara Voss",
        published=stated("2026-07-02"),
        type=SourceType.ORIGINAL_REPORTING,
    )
    call = a_passage(31, courier, "Ada Okafor called Nils Lindqvist last week")
    shut = a_passage(32, courier, "the Harbor Bridge is shut")
    said = a_passage(33, ledger, "Okafor phoned Lindqvist on Thursday")
    claims = (
        Claim(
            id=an_id(41),
            as_circulated="Okafor called Lindqvist last week because the bridge is shut",
            as_supported="The Ledger reports that Okafor called Lindqvist",
            status=ClaimStatus.REPORTED,
            action=Action(actor="Okafor", action="called", recipient="Lindqvist"),
            appearances=(Appearance(id=an_id(61), passage_id=an_id(31)),),
            evidence=(
                Evidence(
                    id=an_id(51),
                    passage_id=an_id(33),
                    attribution=Attribution(
                        kind=AttributionKind.ANONYMOUS,
                        count=2,
                        descriptor="people familiar with the call",
                    ),
                ),
                Evidence(
                    id=an_id(52),
                    kind=EvidenceKind.REPLY,
                    stance=Stance.CONTEXT,
                    text="Lindqvist did not answer.",
                ),
            ),
            basis=Basis(evidence_ids=(an_id(51),)),
        ),
        Claim(
            id=an_id(42),
            as_circulated="The Harbor Bridge is shut",
            appearances=(Appearance(id=an_id(62), passage_id=an_id(32)),),
        ),
        Claim(id=an_id(43), as_circulated="The bridge will not open again"),
    )
    return Check(
        id=an_id(100),
        slug="harbor-bridge",
        title="Did Okafor call Lindqvist about the Harbor Bridge?",
        created=AT,
        changed=AT,
        sources=(courier, ledger),
        passages=(call, shut, said),
        claims=claims,
        draft=Draft(parts=(DraftPart(key="lede", text="The Ledger reports a call."),)),
        posts=(Post(text="A call is reported. [LINK]"),),
        watch_items=(
            WatchItem(
                id=an_id(71),
                text="Does the port publish its register?",
                claim_id=an_id(42),
                due=stated("2026-08-01"),
            ),
        ),
    )


@pytest.fixture(autouse=True)
def _in_order(qt_watch):
    """Every test of this room leaves no window, no modal and no job behind."""


@pytest.fixture
def case():
    """A check with two sources, three passages and three claims."""
    return a_case()


@pytest.fixture
def bare():
    """A check with nothing in it."""
    return replace(
        a_case(), sources=(), passages=(), claims=(), draft=Draft(), posts=(), watch_items=()
    )


@pytest.fixture
def desk(qapp, case):
    """A desk with the case on it, and no store."""
    from workbench.ui.desk import Desk

    made = Desk()
    made.open(case)
    yield made
    # Or Python's collector, at the end of the run, takes the steps before the stack that they are
    # in, and Qt deletes them a second time. A window does the same when it is closed.
    made.undo_stack.clear()


@pytest.fixture
def house():
    """The house as shipped."""
    from workbench.house.house import load_house

    return load_house()


@pytest.fixture
def seen():
    """A function that tells the words a person sees on a label, markup that Qt takes gone."""
    from PySide6.QtGui import Qt, QTextDocument

    def words(label):
        form = label.textFormat()
        guessed = form is Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
        if form is not Qt.TextFormat.RichText and not guessed:
            return label.text()
        document = QTextDocument()
        document.setHtml(label.text())
        return document.toPlainText()

    return words
