"""Try every rule of the pre-flight on pairs: a clean check, and the same with one planted fault.

`python3 packaging/preflight_pairs.py` prints hits and false alarms per rule; `--show` prints each
miss and each false alarm. A clean variant has to be quiet altogether, not only for its own rule.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from workbench.house.house import load_house  # noqa: E402
from workbench.house.rule_book import load_rule_book  # noqa: E402
from workbench.house.words import load_words  # noqa: E402
from workbench.intake.finished_check import manuscript_from  # noqa: E402
from workbench.intake.source_folder import sources_in  # noqa: E402
from workbench.publish.manuscript import with_lengths  # noqa: E402
from workbench.rules.preflight.registry import preflight  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.finding import Finding
    from workbench.core.manuscript import SourceInHand

DATA = ROOT / "tests" / "data" / "preflight"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One text of the pairs.

    Attributes:
        is_faulty: whether the rule has to find something in it.
        edit: what stands there in place of the clean words.

    """

    rule: str
    base: str
    is_faulty: bool
    edit: str
    text: str


def variants(folder: Path = DATA) -> Iterator[Variant]:
    """Yield the variants of all rules; raises ValueError for one whose words are not there."""
    for file in sorted((folder / "pairs").glob("*.toml")):
        data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
        base = base_file(data["base"], folder).read_text(encoding="utf-8")
        for name in ("faulty", "clean"):
            cases = [[[data["old"], new]] for new in data.get(name, [])]
            cases += [case["edits"] for case in data.get(f"{name}_edit", [])]
            for edits in cases:
                yield Variant(
                    rule=data["rule"],
                    base=data["base"],
                    is_faulty=name == "faulty",
                    edit=edits[0][1],
                    text=_edited(base, edits, file.name),
                )


def base_file(base: str, folder: Path = DATA) -> Path:
    """Return the clean check of a base."""
    return next((folder / base).glob("check.*"))


def findings_in(variant: Variant) -> tuple[Finding, ...]:
    """Return what the pre-flight finds in a variant, held against the sources of its base."""
    return findings_of(variant.text, variant.base)


def findings_of(text: str, base: str) -> tuple[Finding, ...]:
    """Return what the pre-flight finds in a text, held against the sources of a base."""
    book, words = load_rule_book(), load_words()
    manuscript = manuscript_from(text, book, sources=_sources(base), words=words)
    return preflight(with_lengths(manuscript, load_house().networks), book)


@cache
def _sources(base: str) -> tuple[SourceInHand, ...]:
    return sources_in(DATA / base / "sources", load_words())[0]


def _edited(text: str, edits: list[list[str]], name: str) -> str:
    for old, new in edits:
        if old not in text:
            raise ValueError(f"{name}: these words do not stand in the clean check: {old!r}")
        text = text.replace(old, new, 1)
    return text


def main() -> None:
    """Print a table: hits of the faulty variants, false alarms in the clean ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print misses and false alarms")
    options = parser.parse_args()
    faulty: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    clean: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for variant in variants():
        found = findings_in(variant)
        rules = {finding.rule for finding in found}
        if variant.is_faulty:
            faulty[variant.rule] += 1
            hits[variant.rule] += variant.rule in rules
            if options.show and variant.rule not in rules:
                print(f"missed  {variant.rule}: {variant.edit!r} (found: {sorted(rules)})")
            continue
        clean[variant.rule] += 1
        alarms.update(rules)
        for finding in found if options.show else ():
            print(f"alarm   {finding.rule} in {variant.rule}: {variant.edit!r} {finding.message}")
    print(f"{'rule':28} {'hits':>8} {'false alarms':>14}")
    for rule in sorted(faulty):
        print(f"{rule:28} {hits[rule]:>4}/{faulty[rule]:<3} {alarms[rule]:>14}")
    print(
        f"{'all':28} {hits.total():>4}/{faulty.total():<3} {alarms.total():>14}"
        f"  in {clean.total()} clean variants"
    )


if __name__ == "__main__":
    main()
