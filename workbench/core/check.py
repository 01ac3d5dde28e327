"""The check: the whole case in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from workbench.core.claim import Claim
from workbench.core.contact import Contact
from workbench.core.date import UNKNOWN_DATE, DateValue
from workbench.core.draft import Draft, Image, Post, WatchItem
from workbench.core.event import Event
from workbench.core.identity import require_id, require_slug
from workbench.core.quote import Passage
from workbench.core.record import CheckState, Correction, Precedent, SignOff, StateChange
from workbench.core.review import Comment, MergeConflict, RatingVote, Suggestion
from workbench.core.source import Source, require_utc
from workbench.core.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

_Item = TypeVar("_Item", Source, Claim, Passage)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Dossier, claims, evidence, draft, verdict and posts of one case.

    Attributes:
        slug: the name in addresses and file names; unique in a workspace.
        title: the headline.
        url: where the finished check will stand; empty until known.
        created, changed: UTC.
        main_claim_id: the claim that the verdict is about; empty means the first.
        template: key of the house template.
        contacts: who was asked, in the order of asking.
        state_changes: how it came to its state, the latest step last.
        votes: on its rating, in the order they were given; a person's latest counts.
        comments, suggestions: of reviewers; a subject that is gone is told, not refused.
        conflicts: what two people changed differently, from merging case files.
        dismissals: keys of proposals and warnings that a person has answered with no, sorted; the
            rule that makes them says what its keys look like.

    """

    id: str
    slug: str
    title: str
    created: datetime
    changed: datetime
    state: CheckState = CheckState.DRAFT
    author: str = ""
    reviewer: str = ""
    language: str = "en"
    url: str = ""
    published: DateValue = UNKNOWN_DATE
    template: str = "house"
    sources: tuple[Source, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    main_claim_id: str = ""
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    draft: Draft = Draft()
    verdict: Verdict = Verdict()
    posts: tuple[Post, ...] = ()
    images: tuple[Image, ...] = ()
    watch_items: tuple[WatchItem, ...] = ()
    read_next: tuple[Precedent, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    state_changes: tuple[StateChange, ...] = ()
    votes: tuple[RatingVote, ...] = ()
    comments: tuple[Comment, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    conflicts: tuple[MergeConflict, ...] = ()
    notes: str = ""
    dismissals: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_slug(self.slug)
        require_utc("created", self.created)
        require_utc("changed", self.changed)
        self._require_unique_ids()
        self._require_known_references()
        if self.dismissals != tuple(sorted(set(self.dismissals))):
            raise ValueError("dismissals are sorted and each is there once")

    def _require_unique_ids(self) -> None:
        for name in (
            "sources",
            "passages",
            "claims",
            "events",
            "contacts",
            "images",
            "watch_items",
            "corrections",
            "sign_offs",
            "state_changes",
            "votes",
            "comments",
            "suggestions",
            "conflicts",
        ):
            ids = [item.id for item in getattr(self, name)]
            if len(set(ids)) != len(ids):
                raise ValueError(f"two {name} share an id")
        if len({post.network for post in self.posts}) != len(self.posts):
            raise ValueError("a network has one post")

    def _require_known_references(self) -> None:
        versions = {
            (source.id, version.id) for source in self.sources for version in source.versions
        }
        if any(
            (passage.source_id, passage.version_id) not in versions for passage in self.passages
        ):
            raise ValueError("a passage points at a source version that is not in the check")
        sources = {source.id for source in self.sources}
        _require_known("a hop or a syndicated text", sources, _source_references(self.sources))
        passages = {passage.id for passage in self.passages}
        _require_known(
            "a claim", passages, (ref for claim in self.claims for ref in claim.passage_ids)
        )
        _require_known(
            "an event", passages, (ref for event in self.events for ref in event.passage_ids)
        )
        references = (
            item.source_id for claim in self.claims for item in claim.evidence if item.source_id
        )
        _require_known("a piece of evidence", sources, references)
        claims = {claim.id for claim in self.claims}
        _require_known(
            "a watch item", claims, (item.claim_id for item in self.watch_items if item.claim_id)
        )
        _require_known(
            "a contact", claims, (ref for contact in self.contacts for ref in contact.claim_ids)
        )
        _require_known("the verdict", claims, (self.main_claim_id,) if self.main_claim_id else ())

    @property
    def main_claim(self) -> Claim | None:
        """The claim that the verdict is about, or None while there is none."""
        if self.main_claim_id:
            return self.claim(self.main_claim_id)
        return self.claims[0] if self.claims else None

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with this id; raises KeyError if there is none."""
        return _with_id(self.claims, claim_id)

    def source(self, source_id: str) -> Source:
        """Return the source with this id; raises KeyError if there is none."""
        return _with_id(self.sources, source_id)

    def passage(self, passage_id: str) -> Passage:
        """Return the passage with this id; raises KeyError if there is none."""
        return _with_id(self.passages, passage_id)

    def claim_number(self, claim_id: str) -> int:
        """Return the number a claim is shown with, from 1; raises KeyError if there is none."""
        for number, claim in enumerate(self.claims, start=1):
            if claim.id == claim_id:
                return number
        raise KeyError(claim_id)

    def source_of(self, passage_id: str) -> Source:
        """Return the source that a passage stands in; raises KeyError if there is none."""
        return self.source(self.passage(passage_id).source_id)

    def post_text(self, network: str) -> str:
        """Return the text for a network: its own variant, else the common one; may be empty."""
        texts = {post.network: post.text for post in self.posts}
        return texts.get(network, texts.get("", ""))


def _source_references(sources: Iterable[Source]) -> Iterable[str]:
    for source in sources:
        yield from (hop.source_id for hop in source.relies_on if hop.source_id)
        if source.syndicated_from:
            yield source.syndicated_from


def _require_known(what: str, known: set[str], references: Iterable[str]) -> None:
    if any(reference not in known for reference in references):
        raise ValueError(f"{what} points at something that is not in the check")


def _with_id(items: tuple[_Item, ...], item_id: str) -> _Item:
    for item in items:
        if item.id == item_id:
            return item
    raise KeyError(item_id)
