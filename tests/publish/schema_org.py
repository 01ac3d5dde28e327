"""A reader of ClaimReview that knows nothing of the program: plain JSON and a table of schema.org.

The table has the few types that a ClaimReview is made of, with the properties that schema.org
gives each and what may stand there; what is required is what readers of ClaimReview require.
"""

from __future__ import annotations

import datetime
import json
import re
from typing import Any
from urllib.parse import urlsplit

_BODY = ("Person", "Organization")
PROPERTIES: dict[str, dict[str, Any]] = {
    "ClaimReview": {
        "url": "URL",
        "claimReviewed": "Text",
        "reviewRating": ("Rating",),
        "author": _BODY,
        "itemReviewed": ("Claim",),
        "datePublished": "Date",
        "dateModified": "Date",
        "inLanguage": "Text",
        "creativeWorkStatus": "Text",
    },
    "Rating": {
        "alternateName": "Text",
        "ratingValue": "Number",
        "worstRating": "Number",
        "bestRating": "Number",
        "ratingExplanation": "Text",
    },
    "Claim": {
        "author": _BODY,
        "datePublished": "Date",
        "appearance": ("CreativeWork",),
        "firstAppearance": ("CreativeWork",),
    },
    "CreativeWork": {
        "url": "URL",
        "headline": "Text",
        "datePublished": "Date",
        "publisher": ("Organization",),
    },
    "Organization": {"name": "Text", "url": "URL", "logo": "URL"},
    "Person": {"name": "Text", "url": "URL"},
}
REQUIRED = {
    "ClaimReview": ("url", "claimReviewed", "reviewRating"),
    "Rating": ("alternateName",),
    "Claim": (),
    "CreativeWork": ("url",),
    "Organization": ("name",),
    "Person": ("name",),
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?")


def complaints(text: str) -> list[str]:
    """Return what is wrong with a ClaimReview in JSON; empty for one that is right."""
    block = json.loads(text)
    if block.pop("@context", None) != "https://schema.org":
        return ["no context"]
    if block.get("@type") != "ClaimReview":
        return ["no ClaimReview"]
    return _of_thing(block, ("ClaimReview",), "")


def _of_thing(thing: Any, kinds: tuple[str, ...], place: str) -> list[str]:
    if not isinstance(thing, dict) or thing.get("@type") not in kinds:
        return [f"{place}: not one of {kinds}"]
    kind = thing["@type"]
    found = [f"{place}.{name} is missing" for name in REQUIRED[kind] if not thing.get(name)]
    for name, value in thing.items():
        if name == "@type":
            continue
        if name not in PROPERTIES[kind]:
            found.append(f"{kind} has no {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            found += _of_value(one, PROPERTIES[kind][name], f"{place}.{name}")
    if kind == "Rating" and "ratingValue" in thing and not found:
        worst, best = thing.get("worstRating"), thing.get("bestRating")
        if worst is None or best is None or not worst <= thing["ratingValue"] <= best:
            found.append(f"{place}: not worst <= value <= best")
    return found


def _of_value(value: Any, wanted: Any, place: str) -> list[str]:
    if isinstance(wanted, tuple):
        return _of_thing(value, wanted, place)
    if wanted == "Number":
        right = isinstance(value, int | float) and not isinstance(value, bool)
    elif not isinstance(value, str) or not value.strip():
        right = False
    elif wanted == "URL":
        parts = urlsplit(value)
        right = parts.scheme in ("http", "https") and "." in parts.netloc and " " not in value
    elif wanted == "Date":
        right = bool(_DATE.fullmatch(value)) and _is_day(value)
    else:
        right = True
    return [] if right else [f"{place}: {value!r} is no {wanted}"]


def _is_day(value: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{value[:10]}-01-01"[:10])
    except ValueError:
        return False
    return True
