"""A check of the workspace as a manuscript, and how long its posts are with their link."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.core.change_post import is_thread
from workbench.core.claim import Stance
from workbench.core.manuscript import Manuscript, ManuscriptPart, PostLength, Role, SourceInHand
from workbench.core.source import Flag
from workbench.core.template import Generator
from workbench.core.words import Words
from workbench.publish.alt_text import length_in
from workbench.publish.count import PLACEHOLDER, count
from workbench.publish.escape import plain
from workbench.publish.event_wording import dated_event_words, difference_words
from workbench.publish.generated import rating_words
from workbench.publish.post import BREAK, post_for
from workbench.publish.post_limit import over_limit_from
from workbench.publish.post_thread import parts_for
from workbench.reading.unmarked import unmarked
from workbench.rules.flag import flags_of
from workbench.rules.listing import attributed_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.core.check import Check
    from workbench.core.network import Network
    from workbench.core.template import TemplatePart
    from workbench.house.house import House
    from workbench.rules.look_alike import LookAlike

_ROLES = {
    Generator.QUICK_READ: Role.QUICK_READ, Generator.VERSIONS: Role.VERSIONS,
    Generator.NOT_CONFIRMED: Role.NOT_CONFIRMED, Generator.CONFIRMED: Role.CONFIRMED,
    Generator.WATCH: Role.WATCH, Generator.HOW_WE_KNOW: Role.HOW_WE_KNOW,
    Generator.SOURCES: Role.SOURCES, Generator.READ_NEXT: Role.READ_NEXT,
    Generator.CORRECTIONS: Role.CORRECTIONS, Generator.RATING: Role.RATING,
}  # fmt: skip
_KEYS = {"lede": Role.LEDE, "what_happened": Role.WHAT_HAPPENED}
_QUOTE_MARK = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_LINK = re.compile(r"https?://\S+|\[LINK\]|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)


def manuscript_of(
    check: Check,
    house: House,
    words: Words | None = None,
    look_alikes: Iterable[LookAlike] = (),
) -> Manuscript:
    """Return a check taken apart: headline, typed parts, claims, rating, pictures, posts.

    `look_alikes` are those of its claims; the ones that are tied as support are told by a rule.
    """
    tied = {one.claim_id: _told_alike(one) for one in look_alikes if one.stance is Stance.SUPPORTS}
    return Manuscript(
        parts=tuple(_parts(check, house, tied)),
        sources=tuple(
            SourceInHand(
                name=source.name,
                text="\n\n".join(version.text for version in source.versions),
                also=tuple(filter(None, (source.title, source.byline, source.agency))),
                is_satire=Flag.SATIRE_SUSPECTED in flags_of(source),
            )
            for source in check.sources
        ),
        check=check,
        words=words or Words(),
    )


def with_lengths(manuscript: Manuscript, networks: Iterable[Network]) -> Manuscript:
    """Return the manuscript of a file with its posts counted, a missing link priced in.

    A post under the name of a network is meant for that one; any other might go to X, which has
    the tightest limit, and to the others.
    """
    known = tuple(networks)
    return replace(
        manuscript,
        parts=tuple(
            replace(part, lengths=tuple(_measured(part, known))) for part in manuscript.parts
        ),
    )


def _measured(part: ManuscriptPart, networks: tuple[Network, ...]) -> Iterator[PostLength]:
    """Yield the lengths of what has a limit on the networks: a post, alt text; else nothing."""
    if part.role is Role.POST:
        yield from _lengths(part, networks)
    elif part.role is Role.IMAGE:
        yield from _alt_lengths(part.field("alt"), networks)


def _parts(check: Check, house: House, tied: dict[str, str]) -> Iterator[ManuscriptPart]:
    yield _part("headline", Role.HEADLINE, check.title)
    for part in house.template.parts:
        if part.typed:
            yield _part(part.key, _role(part), check.draft.text(part.key))
        if part.generator is Generator.CONFIRMED:
            yield from _claims(check, tied)
    words = rating_words(check, house)
    if words:
        yield _part("rating", Role.RATING, f"{words}. {check.verdict.reason}".strip())
    posted = [network for network in house.networks if parts_for(check, network)]
    for image in check.images:
        yield replace(
            _part("image", Role.IMAGE, image.caption, image.id),
            fields=(
                ("alt", image.alt_text), ("caption", image.caption), ("creator", image.creator),
                ("licence", image.licence), ("link", image.link),
            ),
            lengths=tuple(_alt_lengths(plain(image.alt_text), posted)),
        )  # fmt: skip
    for item in check.watch_items:
        yield _part("watch_item", Role.OTHER if item.seen else Role.WATCH, item.text, item.id)
    yield from _posts(check, house)


def _claims(check: Check, tied: dict[str, str]) -> Iterator[ManuscriptPart]:
    for claim in check.claims:
        if claim.wording.strip():
            yield replace(
                _part("claim", Role.CLAIM, claim.wording, claim.id),
                fields=(
                    ("status", claim.status.value),
                    ("by", attributed_to(check, claim)),
                    ("look_alike", tied.get(claim.id, "")),
                ),
            )


def _told_alike(one: LookAlike) -> str:
    """Return which event a look-alike is and in what it differs."""
    what = dated_event_words(one.event.what, one.event.when)
    said = "differs" if len(one.differs) == 1 else "differ"
    return f"{what}: {difference_words(one)} {said}"


def _posts(check: Check, house: House) -> Iterator[ManuscriptPart]:
    for post in check.posts:
        meant = [network for network in house.networks if network.key == post.network]
        own = {other.network for other in check.posts if other.text.strip()}
        going = meant or [network for network in house.networks if network.key not in own]
        lengths = [_length(check, post.text, network, bool(meant)) for network in going]
        # as long as the text, so that places in it stay true
        text = post.text.replace(BREAK, " " * len(BREAK))
        part = _part("post", Role.POST, text, post.network)
        yield replace(part, lengths=tuple(lengths))


def _length(check: Check, text: str, network: Network, is_meant: bool) -> PostLength:
    if is_thread(check, network.key):
        return _longest_part(check, network, is_meant)
    counted = count(post_for(check, network) or text, network)
    return PostLength(
        network=network.name,
        length=counted.length,
        limit=counted.limit,
        is_meant=is_meant,
        over_from=over_limit_from(text, check.url, network),
    )


def _longest_part(check: Check, network: Network, is_meant: bool) -> PostLength:
    """Return the length of the longest part of a thread; all parts of one fit, but for a link."""
    lengths = [count(part, network).length for part in parts_for(check, network)]
    return PostLength(
        network=network.name,
        length=max(lengths, default=0),
        limit=network.limit,
        is_meant=is_meant,
    )


def _lengths(part: ManuscriptPart, networks: tuple[Network, ...]) -> Iterator[PostLength]:
    text = _QUOTE_MARK.sub("", part.plain).strip()
    if not _LINK.search(part.text):
        text = f"{text}\n\n{PLACEHOLDER}"
    meant = _meant(part.heading, networks)
    for network in meant or networks:
        counted = count(text, network)
        if counted.length > counted.limit or counted.over_from is not None:
            yield PostLength(
                network=network.name,
                length=counted.length,
                limit=counted.limit,
                is_meant=bool(meant),
            )


def _alt_lengths(text: str, networks: Iterable[Network]) -> Iterator[PostLength]:
    for network in networks:
        if network.alt_limit is not None:
            yield PostLength(
                network=network.name,
                length=length_in(text, network.alt_unit),
                limit=network.alt_limit,
                is_meant=False,
            )


def _meant(heading: str, networks: tuple[Network, ...]) -> tuple[Network, ...]:
    words = {word.strip("():.,").casefold() for word in heading.split()}
    if "twitter" in words or "tweet" in words:
        words.add("x")
    return tuple(network for network in networks if network.name.casefold() in words)


def _role(part: TemplatePart) -> Role:
    role = _ROLES.get(part.generator) or _KEYS.get(part.key)
    return role or (Role.ANALYSIS if part.analysis else Role.OTHER)


def _part(key: str, role: Role, text: str, item_id: str = "") -> ManuscriptPart:
    return ManuscriptPart(key=key, role=role, text=text, plain=unmarked(text), item_id=item_id)
