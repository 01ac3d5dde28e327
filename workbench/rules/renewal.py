"""A new text of a source: its quotes are found again, and what stays open waits for a person.

A quote that stands in the new text with the same words goes over to it. Any other keeps its words
and the version they were quoted from; only its state says that something is open, so nothing that
is published changes by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.core import change
from workbench.core.quote import AnchorState, Passage
from workbench.core.source import Source
from workbench.reading.refind import Refound, RefoundState, refind
from workbench.rules.newer_text import share_kept
from workbench.rules.open_quote import is_open, version_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.core.check import Check
    from workbench.core.quote import QuoteSelector
    from workbench.core.source import SourceVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What a new text of a source did to the quotes in it.

    Attributes:
        source_id, version_id: the source, and its newest version after this.
        same_as: the version that has this text or these bytes; empty if none has.
        is_new: whether a version was added; not if the newest one has the same text or bytes.
        kept: how much of the older text is in the new one, 0 to 1.
        refound: what became of each quote, by the id of its passage.
        moved: passages of quotes that stand in another order than before; what new lines above
            have pushed down has not moved.

    """

    source_id: str
    version_id: str
    same_as: str = ""
    is_new: bool = True
    kept: float = 1.0
    refound: tuple[tuple[str, Refound], ...] = ()
    moved: frozenset[str] = frozenset()

    def count(self, state: RefoundState) -> int:
        """Return how many quotes came to a state; those in an altered sentence do not count.

        Found again where they were, new lines above or not, are the anchored ones.
        """
        if state is RefoundState.MOVED:
            return len(self.moved)
        same = (RefoundState.ANCHORED, RefoundState.MOVED)
        wanted = same if state is RefoundState.ANCHORED else (state,)
        return sum(
            found.state in wanted and not _is_turned(found) and passage_id not in self.moved
            for passage_id, found in self.refound
        )

    @property
    def turned_count(self) -> int:
        """How many quotes have the same words in a sentence that has become another one."""
        return sum(_is_turned(found) for _, found in self.refound)

    @property
    def open_count(self) -> int:
        """How many quotes wait for a person."""
        return sum(found.needs_review for _, found in self.refound)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPassage:
    """A quote that waits for a person, with what the newest text offers for it.

    Attributes:
        passage: with the words and the version that it was made with.
        source: whose newest version is looked at.
        refound: what became of it there.
        claim_ids: the claims that point at it, in the order of the check.
        can_keep: whether its words stand in the version it was made with.

    """

    passage: Passage
    source: Source
    refound: Refound
    claim_ids: tuple[str, ...]
    can_keep: bool


def renewed(
    check: Check,
    source_id: str,
    version: SourceVersion,
    found: Mapping[str, tuple[QuoteSelector, Refound]] | None = None,
) -> tuple[Check, Renewal]:
    """Return the check with a new version of a source, and what became of the quotes in it.

    A version whose text or bytes are those of the newest one changes nothing; the report says so.
    `found` may hold, by passage, what was found in this text for a selector; what it does not hold
    is found now. Raises KeyError for a source that is not in the check.
    """
    source = check.source(source_id)
    same = same_version(source, version.text, version.sha256)
    if same == source.version.id:
        return check, Renewal(source_id=source_id, version_id=same, same_as=same, is_new=False)
    results: list[tuple[str, Refound]] = []
    passages = []
    for passage in check.passages:
        if passage.source_id != source_id:
            passages.append(passage)
            continue
        refound = _found_before(passage, found) or refind(
            version.text, passage.selector, version_with(source, passage.version_id).text
        )
        is_settled = not is_open(passage) and passage.version_id != source.version.id
        carried = _carried(passage, refound, version.id, is_settled=is_settled)
        passages.append(carried)
        if carried is not passage:
            results.append((passage.id, refound))
    grown = replace(source, versions=(*source.versions, version))
    report = Renewal(
        source_id=source_id,
        version_id=version.id,
        same_as=same,
        kept=share_kept(source.version.text, version.text),
        refound=tuple(results),
        moved=_moved(check, results),
    )
    return replace(change.with_source(check, grown), passages=tuple(passages)), report


def same_version(source: Source, text: str, sha256: str) -> str:
    """Return the id of the latest version with this text or these bytes; empty if there is none."""
    for version in reversed(source.versions):
        if version.sha256 == sha256 or version.text == text:
            return version.id
    return ""


def open_passages(check: Check) -> tuple[OpenPassage, ...]:
    """Return the quotes that wait for a person, by source and then in the order of the text."""
    order = {source.id: number for number, source in enumerate(check.sources)}
    waiting = [passage for passage in check.passages if is_open(passage)]
    waiting.sort(key=lambda passage: (order[passage.source_id], passage.selector.start))
    return tuple(open_passage(check, passage) for passage in waiting)


def open_passage(check: Check, passage: Passage) -> OpenPassage:
    """Return a quote that waits for a person with what the newest text offers for it."""
    source = check.source(passage.source_id)
    return OpenPassage(
        passage=passage,
        source=source,
        refound=_refound(
            source.version.text,
            passage.selector,
            version_with(source, passage.version_id).text,
        ),
        claim_ids=tuple(claim.id for claim in check.claims if passage.id in claim.passage_ids),
        can_keep=_own_selector(source, passage) is not None,
    )


def attached(check: Check, passage_id: str, selector: QuoteSelector) -> Check:
    """Return the check with a quote that has the words and the place of the newest text."""
    passage = check.passage(passage_id)
    version_id = check.source(passage.source_id).version.id
    return change.with_passage(check, replace(passage, version_id=version_id, selector=selector))


def kept(check: Check, passage_id: str) -> Check:
    """Return the check with a quote that stays in the version it was made with.

    A quote whose words are not in that version stays open.
    """
    passage = check.passage(passage_id)
    selector = _own_selector(check.source(passage.source_id), passage)
    if selector is None:
        return check
    return change.with_passage(check, replace(passage, selector=selector))


def merged(check: Check, newer_id: str, older_id: str) -> tuple[Check, Renewal]:
    """Return the check with one source's text as the newest version of another one.

    The first source goes, with all that was noted about it; passages of its own go too, so this
    is for a source that was only just brought in.
    """
    version = check.source(newer_id).version
    return renewed(change.without_source(check, newer_id), older_id, version)


def _moved(check: Check, results: Iterable[tuple[str, Refound]]) -> frozenset[str]:
    """Return the passages outside the longest run of quotes that kept their order."""
    gone_over = [(passage_id, found) for passage_id, found in results if not found.needs_review]
    gone_over.sort(key=lambda pair: check.passage(pair[0]).selector.start)
    lowest: list[int] = []  # the lowest last start of a run of each length
    lengths: list[int] = []
    for _, found in gone_over:
        place = bisect_right(lowest, found.selector.start)
        lowest[place : place + 1] = [found.selector.start]
        lengths.append(place + 1)
    wanted, moved = len(lowest), set[str]()
    for (passage_id, _), length in zip(reversed(gone_over), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.add(passage_id)
    return frozenset(moved)


def _carried(passage: Passage, refound: Refound, version_id: str, *, is_settled: bool) -> Passage:
    """Return a passage in the new version, or where it was, with what became of it as its state.

    What a person has settled by keeping the old words is not opened again.
    """
    if not refound.needs_review:
        return replace(passage, version_id=version_id, selector=refound.selector)
    if is_settled:
        return passage
    state = (
        AnchorState.CHANGED if refound.is_attached else AnchorState(refound.selector.state.value)
    )
    return replace(passage, selector=replace(passage.selector, state=state))


def _is_turned(found: Refound) -> bool:
    return found.sentence_changed and found.state in (RefoundState.ANCHORED, RefoundState.MOVED)


def _found_before(
    passage: Passage, found: Mapping[str, tuple[QuoteSelector, Refound]] | None
) -> Refound | None:
    selector, refound = (found or {}).get(passage.id, (None, None))
    return refound if selector == passage.selector else None


@lru_cache(maxsize=512)
def _refound(text: str, selector: QuoteSelector, old_text: str) -> Refound:
    """Return what became of a quote; the list of open ones is shown again after each decision."""
    return refind(text, selector, old_text)


def _own_selector(source: Source, passage: Passage) -> QuoteSelector | None:
    """Return the anchored selector of a quote in the version it was made with, or None."""
    text = version_with(source, passage.version_id).text
    selector = passage.selector
    if text[selector.start : selector.end] == selector.exact:
        return replace(selector, state=AnchorState.ANCHORED)
    found = _refound(text, selector, "")
    return found.selector if found.is_attached and not found.needs_review else None


def found_in(
    source: Source, passages: Iterable[Passage], text: str
) -> dict[str, tuple[QuoteSelector, Refound]]:
    """Return what becomes of the quotes of a source in a text, as `renewed` takes it."""
    return {
        passage.id: (
            passage.selector,
            refind(text, passage.selector, version_with(source, passage.version_id).text),
        )
        for passage in passages
        if passage.source_id == source.id
    }
