"""The case file of a long case: its size, and the time to pack, open, take in and merge it.

40 claims, 20 sources of some 900 words with their pages, 120 pieces of evidence, and a history of
300 saves: typing in six parts, statuses, evidence. All words are made up, and made the same way
every time. `--saves N` for a longer history, `--json` for the figures alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.core import change
from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus, Evidence
from workbench.core.identity import uuid7
from workbench.core.quote import Passage
from workbench.core.revision import Deed
from workbench.core.source import Source, SourceVersion
from workbench.publish.case import media_types, pack, unpack
from workbench.publish.packing import Packing
from workbench.reading.quote import selector_for
from workbench.rules.merge.history import merge_of
from workbench.store.check_store import CheckStore

if TYPE_CHECKING:
    from collections.abc import Callable

CLAIMS, SOURCES, EVIDENCE, WORDS = 40, 20, 3, 900
PARTS = ("lede", "what_happened", "why_person", "why_it_matters", "watch", "how_we_know")
MADE = datetime(2026, 7, 6, 8, 0, tzinfo=UTC)
_SYLLABLES = ("ba", "be", "ko", "la", "mi", "ne", "or", "per", "ra", "si", "ter", "tu", "vi", "wen")


class CaseMaker:
    """Makes up a case, and somebody's work on it."""

    def __init__(self) -> None:
        self._chance = random.Random(40)
        self._last = 0
        self._words = [
            "".join(self._chance.choices(_SYLLABLES, k=self._chance.randint(1, 4)))
            for _ in range(3000)
        ]
        self.originals: dict[str, bytes] = {}

    def new_id(self) -> str:
        """Return the next id."""
        self._last += 1
        chance = hashlib.sha256(str(self._last).encode()).digest()[:10]
        return uuid7(int(MADE.timestamp() * 1000) + self._last, chance)

    def sentence(self) -> str:
        """Return a sentence of made-up words."""
        words = self._chance.choices(self._words, k=self._chance.randint(8, 22))
        return " ".join(words).capitalize() + "."

    def source(self) -> Source:
        """Return a source, whose page goes to the originals."""
        paragraphs: list[str] = []
        while sum(len(one.split()) for one in paragraphs) < WORDS:
            paragraphs.append(" ".join(self.sentence() for _ in range(4)))
        text = "\n\n".join(paragraphs)
        rows = "".join(f'<p class="story__body">{one}</p>\n' for one in paragraphs)
        links = (f'<a href="/{self.new_id()}">{self.sentence()}</a>\n' for _ in range(200))
        html = f"<!doctype html><html><body>{''.join(links)}<main>{rows}</main></body></html>"
        page = html.encode()
        sha256 = hashlib.sha256(page).hexdigest()
        self.originals[sha256] = page
        version = SourceVersion(
            id=self.new_id(), text=text, sha256=sha256, media_type="text/html", captured=MADE
        )
        title = self.sentence()
        return Source(id=self.new_id(), versions=(version,), outlet=title.split()[0], title=title)

    def check(self) -> Check:
        """Return the case as it begins: sources and claims, and nothing typed yet."""
        sources = tuple(self.source() for _ in range(SOURCES))
        claims = tuple(
            Claim(id=self.new_id(), as_circulated=self.sentence(), as_supported=self.sentence())
            for _ in range(CLAIMS)
        )
        check = Check(
            id=self.new_id(), slug="long-case", title=self.sentence(), created=MADE, changed=MADE,
            sources=sources, claims=claims,
        )  # fmt: skip
        for claim in claims:
            for _ in range(EVIDENCE):
                check = self.with_evidence(check, claim.id)
        return check

    def with_evidence(self, check: Check, claim_id: str) -> Check:
        """Return the check with one more passage and the evidence that it is."""
        source = self._chance.choice(check.sources)
        text = source.version.text
        start = self._chance.randrange(len(text) - 120)
        passage = Passage(
            id=self.new_id(), source_id=source.id, version_id=source.version.id,
            selector=selector_for(text, start, start + 110),
        )  # fmt: skip
        item = Evidence(id=self.new_id(), passage_id=passage.id)
        claim = change.with_evidence(check.claim(claim_id), item)
        return change.with_claim(change.with_passage(check, passage), claim)

    def edited(self, check: Check) -> Check:
        """Return the check after one thing that somebody does."""
        kind = self._chance.random()
        if kind < 0.7:
            key = self._chance.choice(PARTS)
            text = f"{check.draft.text(key)} {self.sentence()}".strip()
            return change.with_draft_text(check, key, text)
        claim = self._chance.choice(check.claims)
        if kind < 0.85:
            status = self._chance.choice(tuple(ClaimStatus))
            return change.with_claim(check, replace(claim, status=status))
        return self.with_evidence(check, claim.id)


def worked_on(maker: CaseMaker, store: CheckStore, check: Check, saves: int) -> Check:
    """Return the check after so many saves."""
    for _ in range(saves):
        at = check.changed + timedelta(seconds=40)
        new = replace(maker.edited(check), changed=at)
        store.save(check, new, Deed(at=at, who="Ines Lindqvist", words="Edit"))
        check = new
    return check


def timed(what: Callable[[], Any], rounds: int = 5) -> tuple[Any, int]:
    """Return what a call gives, and the milliseconds of the fastest of some rounds."""
    best, found = float("inf"), None
    for _ in range(rounds):
        start = time.perf_counter()
        found = what()
        best = min(best, time.perf_counter() - start)
    return found, round(best * 1000)


def figures(folder: Path, saves: int) -> dict[str, int]:
    """Return sizes in bytes and times in milliseconds."""
    maker = CaseMaker()
    here = CheckStore.open(folder / "here.workbench", MADE)
    there = CheckStore.open(folder / "there.workbench", MADE)
    check = maker.check()
    for data in maker.originals.values():
        here.add_original(data, "text/html")
    here.save(None, check, Deed(at=MADE, who="Ines Lindqvist"))
    check = worked_on(maker, here, check, saves)
    history, saved_ms = timed(lambda: here.history.saved(check.id))
    data, pack_ms = timed(lambda: pack(check, maker.originals, history=history))
    bare = Packing(originals=False, history=False)
    case, unpack_ms = timed(lambda: unpack(data))
    types = media_types(check)
    _, take_ms = timed(
        lambda: there.take_new(case.check, case.history, (), case.originals, types), rounds=1
    )
    theirs = worked_on(maker, there, there.load(check.id), 30)
    check = worked_on(maker, here, check, 30)
    came = unpack(pack(theirs, {}, history=there.history.saved(check.id)))
    history = here.history.saved(check.id)
    merge, merge_ms = timed(lambda: merge_of(check, history, came.check, came.history))
    _, write_ms = timed(lambda: here.take_merge(check, merge, (), {}, {}), rounds=1)
    for store in (here, there):
        store.close()
    return {
        "saves": saves,
        "bytes": len(data),
        "bytes_without_history": len(pack(case.check, maker.originals)),
        "bytes_without_originals": len(pack(case.check, {}, history=case.history)),
        "bytes_of_the_check_alone": len(pack(case.check, {}, choice=bare)),
        "bytes_of_originals_unpacked": sum(map(len, maker.originals.values())),
        "read_history_ms": saved_ms,
        "pack_ms": pack_ms,
        "open_and_prove_ms": unpack_ms,
        "take_in_ms": take_ms,
        "merge_30_and_30_saves_ms": merge_ms,
        "merge_conflicts": len(merge.report.conflicts),
        "write_merge_ms": write_ms,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = figures(Path(folder), given.saves)
    if given.json:
        print(json.dumps({"case_file": found}))
        return
    for name, value in found.items():
        print(f"{name.replace('_', ' '):30} {value:>12,}")


if __name__ == "__main__":
    main()
