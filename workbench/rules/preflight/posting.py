"""Family posts: too long with the link, alt text too long, no link, more than the page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.core.finding import Severity
from workbench.core.manuscript import Role
from workbench.reading.folding import folded
from workbench.reading.stem import stem
from workbench.rules.preflight.dating import dates_of
from workbench.rules.preflight.hit import Hit
from workbench.rules.preflight.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.core.manuscript import Manuscript
    from workbench.core.rule_book import RuleBook

_LINK = re.compile(
    r"https?://\S+|\[LINK\]|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|example|news|info|co|io|eu|uk|de|us)(?:/\S*)?\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w’'@#/-])[^\W\d_a-z][\w’'-]*\w")
_NUMBER = re.compile(r"(?<![\w.,/-])[$€£]?\d+(?:[.,]\d+)*(?:\s?%)?(?![\w/-])")
_USUAL = "X"
_WORD = re.compile(r"[^\W_]+")


def post_too_long(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a post that is over the limit of its network once it carries its link."""
    for part in manuscript.of(Role.POST):
        over = [one for one in part.lengths if one.length > one.limit or one.over_from is not None]
        if not over:
            continue
        is_meant = any(one.is_meant for one in over)
        if not is_meant:  # any network is free to it; the tightest that most houses post to
            over = [one for one in over if one.network == _USUAL] or over
        told = ", ".join(f"{one.length} of {one.limit} on {one.network}" for one in over)
        start = over[0].over_from if over[0].over_from is not None else 0
        yield Hit(
            part=part,
            start=min(start, len(part.text)),
            end=len(part.text),
            values={"lengths": told},
            severity=_severity(is_meant, over[0].network),
        )


def _severity(is_meant: bool, network: str) -> Severity:
    if is_meant:
        return Severity.ERROR
    return Severity.WARNING if network == _USUAL else Severity.NOTE


def alt_text_too_long(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a picture whose alt text is longer than a network takes that it is posted on."""
    for part in manuscript.parts:
        if part.role is not Role.IMAGE:
            continue
        over = [one for one in part.lengths if one.length > one.limit]
        if over:
            told = ", ".join(f"{one.length} of {one.limit} on {one.network}" for one in over)
            yield Hit(part=part, end=len(part.text), values={"lengths": told})


def post_without_link(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a post that does not lead to the check."""
    check = manuscript.check
    for part in manuscript.of(Role.POST):
        if check is not None and check.url.strip():
            continue  # the link is put behind the text on its way out
        if not _LINK.search(part.text):
            yield Hit(part=part, end=len(part.text))


def post_says_more(manuscript: Manuscript, book: RuleBook) -> Iterator[Hit]:
    """Find a name or a number in a post that the page does not have."""
    page = " ".join(
        part.plain for part in manuscript.parts if part.role not in (Role.POST, Role.FRONT_MATTER)
    )
    if len(page.split()) < 40:
        return  # nothing to hold a post against
    plain = folded(_without_dates(page))
    stems = {stem(word[0]) for word in _WORD.finditer(plain)}
    digits = {re.sub(r"\D", "", match[0]) for match in re.finditer(r"\d[\d.,]*", plain)}
    no_name = word_set(book, "no_name")
    for part in manuscript.of(Role.POST):
        text = _LINK.sub(lambda match: " " * len(match[0]), part.plain)
        for match in _NAME.finditer(text):
            word = folded(match[0]).removesuffix("'s")
            pieces = [stem(piece[0]) for piece in _WORD.finditer(word)]
            if (
                word not in no_name
                and not all(piece in stems for piece in pieces)
                and not _is_start(text, match)
            ):
                yield Hit(
                    part=part, start=match.start(), end=match.end(), values={"words": match[0]}
                )
        for match in _NUMBER.finditer(_without_dates(text)):
            if re.sub(r"\D", "", match[0]) not in digits:
                yield Hit(
                    part=part, start=match.start(), end=match.end(), values={"words": match[0]}
                )


def _is_start(text: str, match: re.Match[str]) -> bool:
    """Whether a word has its capital only because a sentence begins there, and stands alone."""
    before = text[max(0, match.start() - 4) : match.start()]
    opens = not before.strip() or bool(re.search(r"[.!?:\n]\W*\Z", before))
    return opens and not re.match(r"\s[^\W\d_a-z]", text[match.end() :])


def _without_dates(text: str) -> str:
    """Return text without its days and years, which would vouch for any number."""
    pieces, end = [], 0
    for mention in dates_of(text):
        pieces += [text[end : mention.start], " " * (mention.end - mention.start)]
        end = mention.end
    return "".join((*pieces, text[end:]))
