"""Write the sample check: resources/sample/check.json, from the four texts beside it.

Usage: python3 packaging/make_sample.py [--to FILE]

The same texts give the same bytes, on every day and every machine. Positions of passages are
computed, never typed; a passage whose words no longer stand in its source stops the run.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # from a checkout, without installing it

from sample_claim import Claims
from sample_draft import draft, images, posts, read_next, verdict, watch_items
from sample_event import events
from sample_id import CHANGED, CREATED, sample_id
from sample_passage import passages
from sample_source import FOLDER, sources

from workbench.core.check import Check
from workbench.core.codec import check_as_json
from workbench.core.identity import slug_for

_TITLE = "Did the governor call the mayor to revive the Harbor Bridge deal?"


def sample_check() -> Check:
    """Return the finished sample check."""
    dossier = sources()
    marked = passages(dossier)
    claims = Claims(marked).all()
    names = ("call", "talks", "senate", "ferries", "draft", "courting")
    return Check(
        id=sample_id("check"),
        slug=slug_for(_TITLE),
        title=_TITLE,
        created=CREATED,
        changed=CHANGED,
        author="Mira Solberg",
        url="https://example.org/checks/harbor-bridge-call",
        sources=tuple(dossier.values()),
        passages=tuple(marked.values()),
        claims=claims,
        main_claim_id=claims[0].id,
        events=events(marked),
        draft=draft(marked),
        verdict=verdict(),
        posts=posts(),
        images=images(),
        watch_items=watch_items(
            {name: claim.id for name, claim in zip(names, claims, strict=True)}
        ),
        read_next=read_next(),
        notes=(
            "Notes like this one stay in the workspace: they are never exported. Before this goes"
            " out, ask for a second reading of the paragraph on the two other calls."
        ),
    )


def main() -> int:
    """Write the sample check and say where."""
    parser = argparse.ArgumentParser(description="Write the sample check.")
    parser.add_argument("--to", type=Path, default=FOLDER / "check.json", metavar="FILE")
    target: Path = parser.parse_args().to
    target.write_bytes(check_as_json(sample_check()))
    print(f"Wrote {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
