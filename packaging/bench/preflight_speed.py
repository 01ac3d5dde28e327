"""The speed of the pre-flight: the first run, and the next ones after one part has changed."""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workspace import sentence

from workbench.core.check import Check
from workbench.core.claim import Claim, ClaimStatus, Evidence
from workbench.core.draft import Draft, DraftPart, Post
from workbench.core.identity import uuid7
from workbench.core.quote import Passage
from workbench.core.source import Source, SourceVersion
from workbench.house.house import load_house
from workbench.house.rule_book import load_rule_book
from workbench.house.words import load_words
from workbench.publish.manuscript import manuscript_of
from workbench.reading.quote import selector_for
from workbench.rules.preflight.registry import preflight

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAIMS = 40
PARTS = ("lede", "what_happened", "why_person", "why_it_matters", "watch", "how_we_know")
BAR_MS = 300
MADE = datetime(2026, 7, 6, 8, 0, tzinfo=UTC)
_FILLING = (
    "The Bay Ledger reported on July {day}, 2026, that the harbor office signed the contract.",
    "“Nobody at the meeting wished to add to that,” Mayor Lindqvist said afterwards.",
    "A spokesman for Okafor said that the second survey would cost {number} dollars.",
    "What the toll order means for the ferry union is an open question.",
)


def checks() -> Iterator[Check]:
    """Yield the check, then the same with one sentence more, again and again."""
    numbers = iter(range(1, 10_000))

    def new_id() -> str:
        return uuid7(int(MADE.timestamp() * 1000), next(numbers).to_bytes(10, "big"))

    text = "\n\n".join(sentence(number) for number in range(200))
    version = SourceVersion(
        id=new_id(), text=text, sha256="0" * 64, media_type="text/plain", captured=MADE
    )
    source = Source(id=new_id(), versions=(version,), outlet="Bay Ledger", title="The register")
    passages = []
    claims = []
    for number in range(CLAIMS):
        words = sentence(number)
        at = text.index(words)
        passage = Passage(
            id=new_id(), source_id=source.id, version_id=version.id,
            selector=selector_for(text, at, at + len(words)),
        )  # fmt: skip
        passages.append(passage)
        evidence = Evidence(id=new_id(), passage_id=passage.id)
        status = tuple(ClaimStatus)[number % 4]
        claims.append(Claim(id=new_id(), as_supported=words, status=status, evidence=(evidence,)))
    check = Check(
        id=new_id(), slug="register", title="What the register says", created=MADE, changed=MADE,
        sources=(source,), passages=tuple(passages), claims=tuple(claims),
        draft=Draft(parts=tuple(DraftPart(key=key, text=_prose(key)) for key in PARTS)),
        posts=(Post(text="The Bay Ledger reports that the harbor office signed. [LINK]"),),
    )  # fmt: skip
    yield check
    while True:
        *others, last = check.draft.parts
        longer = replace(last, text=f"{last.text} The harbor office has not answered.")
        check = replace(check, draft=Draft(parts=(*others, longer)))
        yield check


def _prose(key: str) -> str:
    """Return some 500 words that differ from part to part."""
    lines = []
    for number in range(36):
        line = _FILLING[number % len(_FILLING)]
        lines.append(line.format(day=number % 28 + 1, number=1000 + len(key) * 37 + number))
    return "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, len(lines), 3))


def main() -> None:
    """Print how long the first run takes, and the later ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=12)
    rounds = parser.parse_args().rounds
    house, book, words = load_house(), load_rule_book(), load_words()
    taken = []
    length = 0
    for number, check in enumerate(checks()):
        started = time.perf_counter()
        manuscript = manuscript_of(check, house, words)
        preflight(manuscript, book)
        taken.append((time.perf_counter() - started) * 1000)
        length = sum(len(part.text.split()) for part in manuscript.parts)
        if number >= rounds:
            break
    first, *later = taken
    result = {"words": length, "first_ms": round(first), "median_ms": round(median(later)),
              "slowest_ms": round(max(later)), "bar_ms": BAR_MS}  # fmt: skip
    print(json.dumps({"preflight": result}))


if __name__ == "__main__":
    main()
