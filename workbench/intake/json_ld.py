"""The article that the JSON-LD of a page describes (schema.org), among all that it describes."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.reading.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# schema.org: Article and what is derived from it.
_ARTICLES = word_set(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle",
    "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle Report BlogPosting",
    "LiveBlogPosting SocialMediaPosting DiscussionForumPosting ScholarlyArticle TechArticle",
    "SatiricalArticle AdvertiserContentArticle ClaimReview",
)
_MOST_NODES = 5_000
_LEADING = ("@graph", "mainEntity", "author", "publisher")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What is stated of an article, in the words of the page; empty where nothing is."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    language: str = ""


def linked_article(scripts: Iterable[str], address: str, titles: set[str]) -> LinkedArticle:
    """Return the article that a page is about; an empty one if that cannot be told.

    Of several articles it is the one with the page's address, or else with its title.
    """
    nodes = [node for script in scripts for node in _nodes(script)]
    ids = {node["@id"]: node for node in nodes if _is_entity(node)}
    found = [node for node in nodes if _ARTICLES.intersection(_types(node))]
    if len(found) > 1:
        found = (
            [node for node in found if address and address in _addresses(node)]
            or [node for node in found if _text(node.get("headline")) in titles]
        )[:1]
    return _article(found[0], ids) if found else LinkedArticle()


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a script, those inside others too, at most so many."""
    cleaned = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    try:
        waiting = deque([json.loads(cleaned, strict=False)])
    except (ValueError, RecursionError):  # not ours to mend
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value[: _MOST_NODES - len(waiting)]
        elif isinstance(value, dict):
            yield value
            waiting += [
                value[key]
                for key in ("@graph", "mainEntity", "author", "publisher")
                if key in value
            ]


def _is_entity(node: dict[str, Any]) -> bool:
    """Whether a node describes what it names by @id, instead of pointing at it."""
    return isinstance(node.get("@id"), str) and len(node) > 1


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def _article(node: dict[str, Any], ids: dict[str, dict[str, Any]]) -> LinkedArticle:
    authors = node.get("author", node.get("creator"))
    listed = authors if isinstance(authors, list) else [authors]
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(filter(None, (_name(author, ids) for author in listed[:40]))),
        publisher=_name(node.get("publisher"), ids),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        url=next(iter(_addresses(node)), ""),
        language=_text(node.get("inLanguage")),
    )


def _name(value: object, ids: dict[str, dict[str, Any]]) -> str:
    """Return what somebody is called: by a name, by an object with a name, or by its @id."""
    if isinstance(value, list):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, dict):
        target = ids.get(value["@id"]) if isinstance(value.get("@id"), str) else None
        name = value.get("name") or (target or {}).get("name")
        return _text(name[0] if isinstance(name, list) and len(name) == 1 else name)
    return _text(value)


def _addresses(node: dict[str, Any]) -> list[str]:
    about = node.get("mainEntityOfPage")
    if isinstance(about, dict):
        about = about.get("@id") or about.get("url")
    return [text for text in map(_text, (node.get("url"), about)) if text.startswith("http")]


def _text(value: object) -> str:
    """Return a string as plain words: entities that content systems leave in it are read."""
    if not isinstance(value, str):
        return ""
    from html import unescape

    return " ".join(unescape(value[:4000]).split())
