"""A workspace to measure with: one check of 200 claims, each resting on a passage of one article.

Everything in it is made up, and made the same way every time.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from workbench.core.check import Check
from workbench.core.claim import Basis, Claim, ClaimStatus, Evidence
from workbench.core.identity import uuid7
from workbench.core.quote import Passage
from workbench.core.source import Source, SourceVersion
from workbench.reading.quote import selector_for
from workbench.store.check_store import CheckStore

CLAIM_COUNT = 200
MADE = datetime(2026, 7, 6, 8, 0, tzinfo=UTC)

_ACTORS = ("The harbor office", "Mayor Lindqvist", "A spokesman for Okafor", "The ferry union")
_ACTIONS = ("signed", "turned down", "asked for", "has not answered", "published")
_OBJECTS = ("the bridge contract", "a second survey", "the toll order", "last year's estimate")
_STATUSES = tuple(ClaimStatus)


def sentence(number: int) -> str:
    """Return the sentence that claim `number` is about; no two are the same."""
    actor = _ACTORS[number % len(_ACTORS)]
    action = _ACTIONS[number % len(_ACTIONS)]
    thing = _OBJECTS[number // len(_ACTORS) % len(_OBJECTS)]
    return f"{actor} {action} {thing}, according to record {number + 1} of the port register."


def measured_check(store: CheckStore) -> Check:
    """Return the check; the bytes of its one source are put into the store."""
    text = "\n\n".join(
        f"{sentence(number)} Nobody else at the meeting wished to add to that."
        for number in range(CLAIM_COUNT)
    )
    data = text.encode()
    version = SourceVersion(
        id=_id(2),
        text=text,
        sha256=store.add_original(data, "text/plain"),
        media_type="text/plain",
        captured=MADE,
    )
    source = Source(id=_id(1), versions=(version,), outlet="Bay Ledger", title="The port register")
    passages = tuple(_passage(source, number) for number in range(CLAIM_COUNT))
    return Check(
        id=_id(0),
        slug="port-register",
        title="What the port register says about the bridge",
        created=MADE,
        changed=MADE,
        sources=(source,),
        passages=passages,
        claims=tuple(_claim(passage, number) for number, passage in enumerate(passages)),
    )


def make_workspace(file: Path) -> str:
    """Write a new workspace file with the check in it; return the id of the check."""
    store = CheckStore.open(file, MADE)
    try:
        check = measured_check(store)
        store.save(None, check)
    finally:
        store.close()
    return check.id


def _passage(source: Source, number: int) -> Passage:
    start = source.version.text.index(sentence(number))
    return Passage(
        id=_id(1000 + number),
        source_id=source.id,
        version_id=source.version.id,
        selector=selector_for(source.version.text, start, start + len(sentence(number))),
    )


def _claim(passage: Passage, number: int) -> Claim:
    evidence = Evidence(id=_id(3000 + number), passage_id=passage.id)
    return Claim(
        id=_id(2000 + number),
        as_circulated=f"Shock in the port: {sentence(number)}",
        as_supported=sentence(number),
        status=_STATUSES[number % len(_STATUSES)],
        basis=Basis(evidence_ids=(evidence.id,)),
        evidence=(evidence,),
        claimant="Bay Ledger",
    )


def _id(number: int) -> str:
    chance = hashlib.sha256(str(number).encode()).digest()[:10]
    return uuid7(int(MADE.timestamp() * 1000), chance)


if __name__ == "__main__":
    print(make_workspace(Path(sys.argv[1])))
