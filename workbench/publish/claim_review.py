"""ClaimReview: the main claim, its rating and who reviewed it, as schema.org JSON-LD.

Required are the claim, the words of the rating and the address of the page; where one is missing
no block is written and a sentence says why. Everything else is left out where it is not known:
nothing is invented. A draft says that it is one by `creativeWorkStatus`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.publish.claim_review_fault import faults_of, is_address
from workbench.publish.escape import plain, web_address
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.generated import rating_words
from workbench.publish.iso_date import iso_date, iso_moment
from workbench.reading.signer import is_agency, is_collective, is_outlet, is_person
from workbench.rules.name import name_key

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.core.claim import Appearance, Claim
    from workbench.house.house import House

LONGEST_CLAIM = 75
"""Characters of a claim that readers of ClaimReview show whole."""

_TITLED = 3
"""Words of a name from which on the first may be a title: Mayor Ida Lindqvist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimReview:
    """What became of the ClaimReview of a check.

    Attributes:
        block: the JSON-LD; None if something required is missing.
        why_not: a sentence for each thing that is missing or wrong.
        cautions: sentences about a block that is written and could be better.

    """

    block: dict[str, Any] | None
    why_not: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()


def claim_review(check: Check, house: House) -> ClaimReview:
    """Return the ClaimReview of the main claim, or why there is none."""
    claim = check.main_claim
    words = claim_reviewed(claim)
    missing = _missing(check, words, rating_words(check, house))
    if claim is None or missing:
        return ClaimReview(block=None, why_not=missing)
    block: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": _absolute(check.url),
        "claimReviewed": words,
        "inLanguage": plain(check.language),
        "author": _publisher(house),
        "datePublished": iso_date(check.published),
        "dateModified": iso_moment(max(item.at for item in check.corrections))
        if check.corrections
        else "",
        "creativeWorkStatus": DRAFT_WORDS if is_draft(check) else "",
        "itemReviewed": _item(check, claim),
        "reviewRating": _rating(check, house),
    }
    block = _filled(block)
    if faults := faults_of(block):
        return ClaimReview(block=None, why_not=faults)
    return ClaimReview(block=block, cautions=_cautions(check, house, words))


def claim_reviewed(claim: Claim | None) -> str:
    """Return the claim as it is reviewed: as it circulates, else as it is worded; plain text."""
    return plain(claim.as_circulated or claim.as_supported) if claim else ""


def as_json(block: dict[str, Any]) -> bytes:
    """Return JSON-LD that may stand in a file or in a page: no tag can begin or end in it."""
    text = json.dumps(block, ensure_ascii=False, indent=2)
    for char in "<>&\u2028\u2029":  # all of them can stand in strings only
        text = text.replace(char, f"\\u{ord(char):04x}")
    return f"{text}\n".encode()


def _missing(check: Check, words: str, rating: str) -> tuple[str, ...]:
    sentences = []
    if not words:
        sentences.append("There is no claim to review.")
    if not rating:
        sentences.append("The check is not rated.")
    if not check.url.strip():
        sentences.append("The check has no address yet.")
    elif not _absolute(check.url):
        sentences.append("The check's address is no whole web address.")
    return tuple(sentences)


def _cautions(check: Check, house: House, words: str) -> tuple[str, ...]:
    sentences = []
    if len(words) > LONGEST_CLAIM:
        sentences.append(
            f"The claim has {len(words)} characters; readers of ClaimReview may cut it after "
            f"{LONGEST_CLAIM}."
        )
    if not house.publisher.name:
        sentences.append("The review names no publisher; set one in publisher.toml.")
    if not iso_date(check.published):
        sentences.append("The review has no date of publication.")
    return tuple(sentences)


def _publisher(house: House) -> dict[str, Any]:
    publisher = house.publisher
    if not publisher.name:
        return {}
    return _filled(
        {
            "@type": "Organization",
            "name": publisher.name,
            "url": _absolute(publisher.url),
            "logo": _absolute(publisher.logo),
        }
    )


def _rating(check: Check, house: House) -> dict[str, Any]:
    """Return the rating; numbers only where the scale is a line of them."""
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": rating_words(check, house)}
    scale = house.scale(check.verdict.scale)
    label = scale.label(check.verdict.label) if scale else None
    if scale and label and label.value is not None:
        values = [other.value for other in scale.labels if other.value is not None]
        rating |= {
            "ratingValue": label.value,
            "worstRating": min(values),
            "bestRating": max(values),
        }
    return _filled({**rating, "ratingExplanation": plain(check.verdict.reason)})


def _item(check: Check, claim: Claim) -> dict[str, Any]:
    """Return the claim as it was made: by whom, when, and where it was seen."""
    first = next((item for item in claim.appearances if item.id == claim.first_appearance_id), None)
    rest = [item for item in claim.appearances if item is not first]
    works = [work for item in rest if (work := _work(check, item))]
    found = {
        "author": _claimant(check, plain(claim.claimant)),
        "datePublished": iso_date(first.when) if first else "",
        "firstAppearance": _work(check, first) if first else {},
        "appearance": works,
    }
    return _filled({"@type": "Claim", **found}) if any(found.values()) else {}


def _claimant(check: Check, name: str) -> dict[str, Any]:
    """Return who made the claim: a person where the name is one, else a body."""
    if not name:
        return {}
    outlets = {name_key(source.outlet) for source in check.sources if source.outlet.strip()}
    is_body = name_key(name) in outlets or is_outlet(name) or is_agency(name) or is_collective(name)
    title, _, rest = name.partition(" ")
    titled = len(name.split()) >= _TITLED and title[:1].isupper() and is_person(rest)
    kind = "Person" if not is_body and (is_person(name) or titled) else "Organization"
    return {"@type": kind, "name": name}


def _work(check: Check, item: Appearance) -> dict[str, Any]:
    """Return where a claim was seen, if that has an address."""
    source = check.source_of(item.passage_id) if item.passage_id else None
    url = _absolute(item.url) or (_absolute(source.url) if source else "")
    if not url:
        return {}
    when = iso_date(item.when) or (iso_date(source.published) if source else "")
    outlet = plain(source.outlet) if source else ""
    return _filled(
        {
            "@type": "CreativeWork",
            "url": url,
            "headline": plain(source.title) if source else plain(item.place),
            "datePublished": when,
            "publisher": {"@type": "Organization", "name": outlet} if outlet else {},
        }
    )


def _absolute(url: str) -> str:
    address = web_address(url)
    return address if is_address(address) else ""


def _filled(block: dict[str, Any]) -> dict[str, Any]:
    """Return a block without the properties that nothing is known of."""
    return {name: value for name, value in block.items() if value not in ("", {}, [], None)}
