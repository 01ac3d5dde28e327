"""A scripted person who edits a check as fast as the program saves, until something stops them.

A program of its own, so that it can be killed: person.py WORKSPACE SEED FAULT. On the standard
output stands what a witness needs: before every save "try STATE", after it "ack STATE WORDS" or
"fail STATE"; STATE is the SHA-256 of the whole check, WORDS are the words that it holds.
"""

from __future__ import annotations

import hashlib
import random
import re
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer

from workbench import clock
from workbench.core import change
from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus, Evidence
from workbench.core.codec import check_as_json
from workbench.core.error import UserError
from workbench.core.quote import Passage
from workbench.core.source import Source, SourceVersion
from workbench.reading.quote import selector_for
from workbench.store.check_store import CheckStore
from workbench.ui.desk import Desk

if TYPE_CHECKING:
    from workbench.core.revision import Deed

SLUG = "harbor-bridge"
_MOST_CLAIMS, _MOST_SOURCES = 40, 6
_PARTS = ("lede", "what_happened", "why")


def say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def state_of(check: Check) -> tuple[str, str]:
    """Return the fingerprint of a check, and the numbered words in it."""
    text = check_as_json(check)
    words = sorted({word.decode() for word in re.findall(rb"w\d+", text)})
    return hashlib.sha256(text).hexdigest(), ",".join(words) or "-"


class Witnessed:
    """The store, with every save told before and after."""

    def __init__(self, store: CheckStore) -> None:
        self._store = store

    def save(self, old: Check | None, new: Check, deed: Deed) -> int:
        state, words = state_of(new)
        say("try", state)
        try:
            revision = self._store.save(old, new, deed)
        except UserError:
            say("fail", state)
            raise
        say("ack", state, words)
        return revision


class Person:
    """Does one small thing after the other, chosen by chance."""

    def __init__(self, store: CheckStore, desk: Desk, chance: random.Random) -> None:
        self._store = store
        self._desk = desk
        self._chance = chance
        self._deeds = (
            *(self._write,) * 8, *(self._reword,) * 4, self._add_claim, self._drop_claim,
            self._add_source, self._drop_source, self._mark, self._undo, self._undo, self._redo,
            *(desk.flush,) * 3,
        )  # fmt: skip

    def act(self) -> None:
        self._chance.choice(self._deeds)()

    def _word(self) -> str:
        return f"w{self._chance.randrange(10**9)}"

    def _write(self) -> None:
        key = self._chance.choice(_PARTS)
        text = " ".join([*self._desk.check.draft.text(key).split()[-60:], self._word(), "🌉"])
        self._desk.edit("Write", lambda now: change.with_draft_text(now, key, text), key=key)

    def _reword(self) -> None:
        if not self._desk.check.claims:
            return
        claim = self._chance.choice(self._desk.check.claims)
        status = self._chance.choice((ClaimStatus.NOT_CONFIRMED, ClaimStatus.REPORTED))
        new = replace(claim, as_supported=f"The bridge is shut {self._word()}", status=status)
        self._desk.edit("Reword", lambda now: change.with_claim(now, new))

    def _add_claim(self) -> None:
        if len(self._desk.check.claims) < _MOST_CLAIMS:
            claim = Claim(id=clock.new_id(), as_circulated=f"Gone for ever {self._word()}")
            self._desk.edit("Claim", lambda now: change.with_claim(now, claim))

    def _drop_claim(self) -> None:
        if len(self._desk.check.claims) > 3:
            claim = self._chance.choice(self._desk.check.claims)
            self._desk.edit("Drop", lambda now: change.without_claim(now, claim.id))

    def _add_source(self) -> None:
        if len(self._desk.check.sources) >= _MOST_SOURCES:
            return
        text = f"The Ledger\n\nThe bridge is shut, {self._word()} said.\n" * 40
        with suppress(UserError):
            sha256 = self._store.add_original(text.encode(), "text/plain")
            version = SourceVersion(
                id=clock.new_id(),
                text=text,
                sha256=sha256,
                media_type="text/plain",
                captured=clock.now(),
            )
            source = Source(id=clock.new_id(), versions=(version,), outlet=self._word())
            self._desk.edit("Source", lambda now: change.with_source(now, source))

    def _drop_source(self) -> None:
        if len(self._desk.check.sources) > 2:
            source = self._chance.choice(self._desk.check.sources)
            self._desk.edit("Drop", lambda now: change.without_source(now, source.id))

    def _mark(self) -> None:
        check = self._desk.check
        if not check.sources or not check.claims:
            return
        source, claim = self._chance.choice(check.sources), self._chance.choice(check.claims)
        start = source.version.text.index("The bridge")
        selector = selector_for(source.version.text, start, start + 18)
        passage = Passage(
            id=clock.new_id(),
            source_id=source.id,
            version_id=source.version.id,
            selector=selector,
        )
        evidence = Evidence(id=clock.new_id(), passage_id=passage.id, note=self._word())

        def tie(now: Check) -> Check:
            marked = change.with_passage(now, passage)
            return change.with_claim(marked, change.with_evidence(claim, evidence))

        self._desk.edit("Evidence", tie)

    def _undo(self) -> None:
        self._desk.undo_stack.undo()

    def _redo(self) -> None:
        self._desk.undo_stack.redo()


def filled_up(desk: Desk, workspace: Path, chance: random.Random) -> None:
    """Let no file grow over a size that is soon reached; after a while there is room again."""
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    wal = workspace.with_name(f"{workspace.name}-wal")
    largest = max(file.stat().st_size for file in (workspace, wal) if file.exists())
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + chance.randrange(60_000), hard))

    def make_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        if desk.flush():
            say("room")

    QTimer.singleShot(chance.randrange(200, 900), desk, make_room)


def main() -> int:
    name, seed, fault = sys.argv[1:]
    workspace, chance = Path(name), random.Random(int(seed))
    app = QCoreApplication(sys.argv[:1])
    store = CheckStore.open(workspace, datetime.now(UTC))
    try:
        check = store.load_slug(SLUG)
    except UserError:
        now = clock.now()
        check = Check(id=clock.new_id(), slug=SLUG, title="Shut?", created=now, changed=now)
        store.save(None, check)
    desk = Desk()
    desk.attach(Witnessed(store))
    desk.open(check)
    person = Person(store, desk, chance)
    timer = QTimer(interval=2)
    timer.timeout.connect(person.act)
    timer.start()
    if fault == "full":
        QTimer.singleShot(50, desk, lambda: filled_up(desk, workspace, chance))
    say("ready")
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
