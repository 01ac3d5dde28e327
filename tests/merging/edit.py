"""What a person does to a check, at random, through the same changes as the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from workbench.core import change
from workbench.core.change_span import with_span, with_version
from workbench.core.change_state import with_approval, with_correction, with_state
from workbench.core.citation_mark import citation_key, mark_for
from workbench.core.claim import (
    Action,
    Appearance,
    Basis,
    Claim,
    ClaimStatus,
    Evidence,
    EvidenceKind,
)
from workbench.core.contact import Contact
from workbench.core.date import stated
from workbench.core.draft import Image, WatchItem
from workbench.core.event import Event
from workbench.core.quote import Passage, QuoteSelector
from workbench.core.record import (
    CheckState,
    Correction,
    CorrectionKind,
    Precedent,
    SignOff,
    StateChange,
)
from workbench.core.review import (
    Comment,
    RatingVote,
    Subject,
    SubjectKind,
    Suggestion,
    SuggestionState,
)
from workbench.core.source import Flag, Hop, Source, SourceVersion, SpanType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from tests.merging.laptop import Laptop
    from workbench.core.check import Check

Edit = Callable[["Check", "Laptop", "Random"], "Check"]
WORDS = ("bridge", "Okafor", "closes", "Monday", "the Ledger", "denies", "call", "reported", "not")
PARTS = ("lede", "analysis", "how")


def sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(2, 5))).capitalize() + "."


def retyped(text: str, random: Random) -> str:
    """Return a text with a sentence put in, taken out or changed."""
    pieces = re.split(r"(?<=[.\]]) ", text) if text else []
    at = random.randrange(len(pieces) + 1)
    way = random.randrange(3) if pieces else 0
    if way == 0:
        pieces.insert(at, sentence(random))
    elif way == 1:
        pieces.pop(min(at, len(pieces) - 1))
    else:
        pieces[min(at, len(pieces) - 1)] = sentence(random)
    return " ".join(pieces)


def a_source(laptop: Laptop, random: Random) -> Source:
    text = f"{sentence(random)} {sentence(random)}"
    version = SourceVersion(
        id=laptop.new_id(),
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        captured=laptop.now(),
    )
    return Source(id=laptop.new_id(), versions=(version,), outlet=random.choice(WORDS))


def a_passage(laptop: Laptop, random: Random, source: Source) -> Passage:
    version = random.choice(source.versions)
    start = random.randrange(len(version.text))
    quote = version.text[start : start + random.randint(1, 9)]
    selector = QuoteSelector(exact=quote, start=start, end=start + len(quote))
    return Passage(
        id=laptop.new_id(), source_id=source.id, version_id=version.id, selector=selector
    )


def of_the_check(check: Check, laptop: Laptop, random: Random) -> Check:
    name = random.choice(
        ("title", "notes", "verdict", "url", "main", "read", "dismissal", "author")
    )
    if name == "verdict":
        label = random.choice(("true", "false", "developing", ""))
        verdict = replace(check.verdict, scale="house", label=label)
        if random.random() < 0.5:
            verdict = replace(check.verdict, reason=sentence(random))
        return replace(check, verdict=verdict)
    if name == "main":
        ids = [claim.id for claim in check.claims]
        return replace(check, main_claim_id=random.choice(["", *ids]))
    if name == "read":
        title = random.choice(WORDS)
        if any(one.title == title for one in check.read_next):
            kept = tuple(one for one in check.read_next if one.title != title)
            return replace(check, read_next=kept)
        return replace(check, read_next=(*check.read_next, Precedent(title=title)))
    if name == "dismissal":
        key = f"origin {random.choice(WORDS)}"
        way = change.without_dismissal if key in check.dismissals else change.with_dismissal
        return way(check, key)
    if name == "notes":
        return replace(check, notes=retyped(check.notes, random))
    return replace(check, **{name: sentence(random)})


def of_the_draft(check: Check, laptop: Laptop, random: Random) -> Check:
    key = random.choice(PARTS)
    text = check.draft.text(key)
    if random.random() < 0.2:
        return change.with_draft_heading(check, key, random.choice(("", "What we know")))
    if check.passages and random.random() < 0.3:
        passage = random.choice(check.passages)
        return change.with_draft_text(
            check, key, f"{text} {sentence(random)}{mark_for(citation_key(passage.id))}".strip()
        )
    return change.with_draft_text(check, key, retyped(text, random))


def of_a_post(check: Check, laptop: Laptop, random: Random) -> Check:
    network = random.choice(("", "x", "bluesky"))
    text = random.choice((None, "", sentence(random), retyped(check.post_text(network), random)))
    return change.with_post_text(check, network, text)


def of_a_source(check: Check, laptop: Laptop, random: Random) -> Check:
    if not check.sources or random.random() < 0.25:
        return change.with_source(check, a_source(laptop, random))
    source = random.choice(check.sources)
    way = random.randrange(9)
    if way == 0:
        return change.without_source(check, source.id)
    if way == 1:
        flags = source.flags ^ {random.choice(list(Flag))}
        return change.with_source(check, replace(source, flags=flags))
    if way == 2:
        other = random.choice(check.sources)
        hop = Hop(name=random.choice(WORDS), source_id=random.choice(("", other.id)))
        hops = [one for one in source.relies_on if one.name != hop.name]
        hops = [one for one in hops if not hop.source_id or one.source_id != hop.source_id]
        return change.with_source(check, replace(source, relies_on=(*hops, hop)))
    if way == 3:
        other = random.choice(check.sources)
        return change.with_source(check, replace(source, syndicated_from=other.id))
    if way == 4:
        newer = a_source(laptop, random).version
        return change.with_source(check, replace(source, versions=(*source.versions, newer)))
    if way == 5:
        start = random.randrange(len(source.version.text))
        kind = random.choice(list(SpanType))
        return with_version(check, with_span(source.version, start, start + 1, kind))
    if way == 6:
        return change.with_source(
            check, replace(source, published=stated(random.choice(("2026-07-01", "2026"))))
        )
    if way == 7:
        return change.with_source(check, replace(source, notes=retyped(source.notes, random)))
    return change.with_source(check, replace(source, title=sentence(random)))


def of_a_claim(check: Check, laptop: Laptop, random: Random) -> Check:
    if not check.claims or random.random() < 0.2:
        made = Claim(id=laptop.new_id(), as_circulated=sentence(random))
        return change.with_claim(check, made)
    claim = random.choice(check.claims)
    way = random.randrange(9)
    if way == 0:
        return change.without_claim(check, claim.id)
    if way == 1:
        return change.with_claim_moved(check, claim.id, random.randrange(len(check.claims)))
    if way == 2:
        return change.with_claim(check, replace(claim, status=random.choice(list(ClaimStatus))))
    if way == 3:
        return change.with_claim(check, replace(claim, as_supported=sentence(random)))
    if way == 4:
        ids = [item.id for item in claim.evidence]
        chosen = tuple(random.sample(ids, random.randint(0, len(ids))))
        return change.with_claim(
            check, replace(claim, basis=Basis(evidence_ids=chosen, wording=random.choice(WORDS)))
        )
    if way == 5:
        action = Action(actor=random.choice(WORDS), action=claim.action.action)
        return change.with_claim(check, replace(claim, action=action))
    if way == 6:
        places = (*claim.appearances, Appearance(id=laptop.new_id(), place=random.choice(WORDS)))
        first = random.choice(places).id
        return change.with_claim(
            check, replace(claim, appearances=places, first_appearance_id=first)
        )
    if way == 7:
        return change.with_claim(check, replace(claim, notes=retyped(claim.notes, random)))
    return change.with_claim(check, replace(claim, looked_at=retyped(claim.looked_at, random)))


def of_evidence(check: Check, laptop: Laptop, random: Random) -> Check:
    if not check.claims or not check.sources:
        return of_a_claim(check, laptop, random)
    claim = random.choice(check.claims)
    if claim.evidence and random.random() < 0.4:
        item = random.choice(claim.evidence)
        if random.random() < 0.5:
            return change.without_evidence(check, claim.id, item.id)
        item = replace(item, note=retyped(item.note, random))
        return change.with_claim(check, change.with_evidence(claim, item))
    if check.passages and random.random() < 0.2:
        return change.without_passage(check, random.choice(check.passages).id)
    if random.random() < 0.2:
        document = Evidence(
            id=laptop.new_id(),
            kind=EvidenceKind.DOCUMENT,
            source_id=random.choice(check.sources).id,
            text=sentence(random),
        )
        return change.with_claim(check, change.with_evidence(claim, document))
    passage = a_passage(laptop, random, random.choice(check.sources))
    if check.passages and random.random() < 0.3:
        passage = random.choice(check.passages)
    check = change.with_passage(check, passage)
    item = Evidence(id=laptop.new_id(), passage_id=passage.id)
    return change.with_claim(check, change.with_evidence(claim, item))


def of_an_event(check: Check, laptop: Laptop, random: Random) -> Check:
    if check.events and random.random() < 0.4:
        event = random.choice(check.events)
        if random.random() < 0.3:
            return change.without_event(check, event.id)
        return change.with_event(
            check, replace(event, what=replace(event.what, actor=sentence(random)))
        )
    ids = tuple(one.id for one in random.sample(check.passages, min(2, len(check.passages))))
    made = Event(id=laptop.new_id(), what=Action(actor=random.choice(WORDS)), passage_ids=ids)
    return change.with_event(check, made)


def of_a_contact(check: Check, laptop: Laptop, random: Random) -> Check:
    ids = tuple(one.id for one in random.sample(check.claims, min(1, len(check.claims))))
    if not check.contacts or random.random() < 0.4:
        made = Contact(id=laptop.new_id(), who=random.choice(WORDS), claim_ids=ids)
        return change.with_contact(check, made)
    contact = random.choice(check.contacts)
    if random.random() < 0.3:
        return change.without_contact(check, contact.id)
    return change.with_contact(check, replace(contact, answer=sentence(random), claim_ids=ids))


def of_the_record(check: Check, laptop: Laptop, random: Random) -> Check:
    state = random.choice(list(CheckState))
    step = StateChange(id=laptop.new_id(), state=state, who=laptop.who, at=laptop.now())
    way = random.randrange(3)
    if way == 0:
        made = Correction(
            id=laptop.new_id(),
            kind=CorrectionKind.CORRECTION,
            at=laptop.now(),
            now=sentence(random),
        )
        return with_correction(check, made, step)
    if way == 1:
        sign_off = SignOff(
            id=laptop.new_id(), name=laptop.who, role="editor", at=laptop.now(), revision=1,
            sha256=sha256(check.title.encode()).hexdigest(),
        )  # fmt: skip
        return with_approval(check, replace(step, state=CheckState.APPROVED), sign_off)
    return with_state(check, step)


def of_a_review(check: Check, laptop: Laptop, random: Random) -> Check:
    subject = Subject(kind=SubjectKind.CHECK, field="title")
    way = random.randrange(5)
    if way == 0 or not check.comments:
        made = Comment(
            id=laptop.new_id(),
            subject=subject,
            who=laptop.who,
            at=laptop.now(),
            text=sentence(random),
        )
        return replace(check, comments=(*check.comments, made))
    if way == 1:
        chosen = random.choice(check.comments)
        settled = replace(chosen, settled_by=laptop.who, settled_at=laptop.now())
        if chosen.settled_by:
            settled = replace(chosen, settled_by="", settled_at=None)
        return replace(
            check, comments=tuple(settled if one is chosen else one for one in check.comments)
        )
    if way == 2 or not check.suggestions:
        offer = Suggestion(
            id=laptop.new_id(),
            subject=subject,
            who=laptop.who,
            at=laptop.now(),
            now=sentence(random),
        )
        return replace(check, suggestions=(*check.suggestions, offer))
    if way == 3:
        picked = random.choice(check.suggestions)
        state = random.choice((SuggestionState.TAKEN, SuggestionState.REFUSED))
        answered = replace(picked, state=state, settled_by=laptop.who, settled_at=laptop.now())
        return replace(
            check,
            suggestions=tuple(answered if one is picked else one for one in check.suggestions),
        )
    vote = RatingVote(
        id=laptop.new_id(),
        who=laptop.who,
        at=laptop.now(),
        scale="house",
        label=random.choice(("true", "false")),
    )
    return replace(check, votes=(*check.votes, vote))


def of_the_rest(check: Check, laptop: Laptop, random: Random) -> Check:
    if random.random() < 0.5:
        if check.images and random.random() < 0.6:
            first = replace(check.images[0], alt_text=sentence(random))
            return replace(check, images=(first, *check.images[1:]))
        return replace(
            check, images=(*check.images, Image(id=laptop.new_id(), caption=sentence(random)))
        )
    claim_id = random.choice(["", *(claim.id for claim in check.claims)])
    if check.watch_items and random.random() < 0.6:
        item = random.choice(check.watch_items)
        return change.with_watch_item(check, replace(item, seen=not item.seen, claim_id=claim_id))
    made = WatchItem(id=laptop.new_id(), text=sentence(random), claim_id=claim_id)
    return change.with_watch_item(check, made)


EDITS: tuple[Edit, ...] = (
    of_the_check, of_the_draft, of_the_draft, of_a_post, of_a_source, of_a_source, of_a_claim,
    of_a_claim, of_evidence, of_evidence, of_an_event, of_a_contact, of_the_record, of_a_review,
    of_the_rest,
)  # fmt: skip


def work(laptop: Laptop, random: Random, count: int, kinds: Sequence[Edit] = ()) -> None:
    """Let the person at a laptop do so many things, of some kinds or of all, and save each."""
    for _ in range(count):
        edited = random.choice(kinds or EDITS)(laptop.check, laptop, random)
        if edited != laptop.check:
            laptop.save(edited, random)
