"""Measure how well the main text of pages is found, beside trafilatura alone. Takes no network.

python packaging/measure_main_text.py [FOLDER] [--json] [--worst 5]

Without a folder it measures pages in the shapes of news sites that are written for it. A folder
holds pages with their texts (`name.html`, `name.txt`), or a `ground-truth.json` with the texts as
{name: {"articleBody": text}} and the pages as `html/name.html` or `html/name.html.gz`.

What is compared are stretches of four words, each as often as it stands in a text; the figures
are means over the pages. The headline that is put above a text is left out of the comparison.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from news_page import NewsPage, news_pages  # noqa: E402 - a script, found by its own folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+", re.UNICODE)
_STRETCH = 4


class Score(NamedTuple):
    """How much of what was found is right, and how much of what is right was found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Measured(NamedTuple):
    """A page, the scores of ours and of trafilatura alone, and the processor seconds of ours."""

    name: str
    ours: Score
    theirs: Score
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="pages with their texts")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--worst", type=int, default=5, help="how many pages to name (5)")
    options = parser.parse_args(arguments)
    pages = list(pages_in(options.folder)) if options.folder else news_pages()
    if not pages:
        parser.error(f"there are no pages with texts in {options.folder}")
    found = [measured(page) for page in pages]
    print(json.dumps(summary(found), indent=1) if options.json else table(found, options.worst))
    return 0


def measured(page: NewsPage) -> Measured:
    """Return how a page came out."""
    from trafilatura import extract

    from workbench.core.error import UserError
    from workbench.intake.data_uri import without_data
    from workbench.intake.page import page_text

    started = time.process_time()
    try:
        read = page_text(without_data(page.html).html, page.name)
        ours = read.text.removeprefix(read.title).lstrip() or read.text
    except UserError:
        ours = ""
    seconds = time.process_time() - started
    theirs = extract(page.html, include_comments=False) or ""
    return Measured(page.name, score(page.text, ours), score(page.text, theirs), seconds)


def score(wanted: str, found: str) -> Score:
    """Return how a text compares with the one that is wanted."""
    right, given = _stretches(wanted), _stretches(found)
    shared = (right & given).total()
    if not right and not given:
        return Score(1.0, 1.0)
    return Score(shared / max(given.total(), 1), shared / max(right.total(), 1))


def _stretches(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    count = max(len(words) - _STRETCH + 1, min(len(words), 1))
    return Counter(tuple(words[start : start + _STRETCH]) for start in range(count))


def mean(scores: Sequence[Score]) -> Score:
    """Return the means of precision and recall."""
    return Score(
        sum(each.precision for each in scores) / len(scores),
        sum(each.recall for each in scores) / len(scores),
    )


def summary(found: Sequence[Measured]) -> dict[str, float | int | str]:
    """Return the figures of all pages."""
    slowest = max(found, key=lambda each: each.seconds)
    ours, theirs = mean([each.ours for each in found]), mean([each.theirs for each in found])
    return {
        "pages": len(found),
        "f1": round(ours.f1, 4),
        "precision": round(ours.precision, 4),
        "recall": round(ours.recall, 4),
        "trafilatura_f1": round(theirs.f1, 4),
        "worse_pages": sum(each.ours.f1 < each.theirs.f1 - 0.01 for each in found),
        "slowest_seconds": round(slowest.seconds, 3),
        "slowest_page": slowest.name,
    }


def table(found: Sequence[Measured], worst: int) -> str:
    """Return the figures as lines for a person, with the pages that came out worst."""
    lines = [f"{name:16} {value}" for name, value in summary(found).items()]
    for each in sorted(found, key=lambda each: each.ours.f1)[:worst]:
        lines.append(f"{each.ours.f1:.3f} (trafilatura {each.theirs.f1:.3f})  {each.name}")
    return "\n".join(lines)


def pages_in(folder: Path) -> Iterator[NewsPage]:
    """Yield the pages of a folder that have a text to compare with."""
    truth = folder / "ground-truth.json"
    if truth.exists():
        texts = json.loads(truth.read_text(encoding="utf-8"))
        for name, told in sorted(texts.items()):
            for file in (folder / "html" / f"{name}.html.gz", folder / "html" / f"{name}.html"):
                if file.exists():
                    yield NewsPage(name, _html(file), told["articleBody"])
                    break
        return
    for file in sorted(folder.glob("*.htm*")):
        text = file.with_name(file.name.partition(".htm")[0] + ".txt")
        if text.exists():
            yield NewsPage(file.stem, _html(file), text.read_text(encoding="utf-8"))


def _html(file: Path) -> str:
    from workbench.intake.encoding import decoded
    from workbench.intake.markup import declared_encoding

    data = file.read_bytes()
    data = gzip.decompress(data) if file.suffix == ".gz" else data
    return decoded(data, file.name, declared_encoding(data)).text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
