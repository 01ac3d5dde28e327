"""What a saved page states of itself in its markup: JSON-LD, OpenGraph, meta elements, links.

The sources are asked in the order of how often they are right. What a content system fills in for
want of anything better - "admin", an address for an author, the first second of 1970 - is nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.intake.json_ld import LinkedArticle, linked_article
from workbench.intake.kind import TextKind
from workbench.reading.byline import byline_of, led
from workbench.reading.date_shape import written_dates
from workbench.reading.proposal import Certainty, Metadata, Proposal
from workbench.reading.signer import is_collective, is_outlet, is_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.intake.capture import Capture

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_AUTHORS = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"),
    *("dcterms.creator", "citation_author", "byl", "og:author"),
)
_PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate"),
    *("publishdate", "publish_date", "dc.date.issued", "dc.date", "dcterms.created"),
    *("parsely-pub-date", "sailthru.date", "citation_publication_date", "article:published"),
)
_UPDATED = (
    *("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified"),
    *("dcterms.modified", "article:modified"),
)
_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ](?P<time>\d{2}:\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?\s*\Z"
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author-name|entry-author|post-author)(?:\s|$)")
_MOST_JSON = 2_000_000
_MOST_SCRIPTS = 50
_LONGEST = 400


@dataclass(slots=True)
class _Stated:
    """What one pass over the markup has met."""

    scripts: list[str] = field(default_factory=list)
    properties: dict[str, list[str]] = field(default_factory=dict)
    language: str = ""
    canonical: str = ""
    title: str = ""
    bylines: list[str] = field(default_factory=list)
    microdata: dict[str, list[str]] = field(default_factory=dict)


def markup_metadata_of(capture: Capture) -> Metadata | None:
    """Return what the file of a capture states of itself; None if it is nothing but text."""
    return markup_metadata_in(capture.data, capture.media_type)


def markup_metadata_in(data: bytes, media_type: str) -> Metadata | None:
    """Return what some original bytes state of themselves; None for nothing but text.

    That is the markup of a page, the head of a message, the properties of a document. Raises
    UserError for bytes that cannot be read.
    """
    if media_type in (TextKind.HTML, TextKind.MHTML):
        from workbench.intake.saved_page import page_in_archive, page_in_html

        page_in = page_in_html if media_type == TextKind.HTML else page_in_archive
        page = page_in(data, "")
        found = markup_metadata(page.html)
        return replace(found, url=_saved_address(found.url, page.address, page.basis))
    if media_type == TextKind.MAIL:
        from workbench.intake.mail import mail_metadata

        return mail_metadata(data)
    return _property_metadata(data, media_type)


def _property_metadata(data: bytes, media_type: str) -> Metadata | None:
    from workbench.intake.property import property_metadata

    if media_type == TextKind.PDF:
        from workbench.intake.pdf import pdf_metadata

        return pdf_metadata(data)
    if media_type == TextKind.DOCX:
        from workbench.intake.docx import docx_document, docx_properties

        properties, text = docx_properties(data), docx_document(data, "").text
    elif media_type == TextKind.ODT:
        from workbench.intake.odt import odt_document, odt_properties

        properties, text = odt_properties(data), odt_document(data, "").text
    else:
        return None
    return property_metadata(properties, text)


def _saved_address(stated: Proposal | None, address: str, basis: str) -> Proposal | None:
    """Return where a page was saved from; its own word for the same page has no tracking in it."""
    if not address:
        return stated
    if stated and _place(stated.value) == _place(address):
        return stated
    return Proposal(value=address, basis=basis)


def _place(address: str) -> str:
    """Return an address without what is asked of it, which may name a campaign."""
    return address.partition("?")[0].partition("#")[0].rstrip("/")


def markup_metadata(html: str) -> Metadata:
    """Return what the markup of a page states of the article on it."""
    stated = _stated(html)
    names = {_bare(stated.title), *map(_bare, stated.properties.get("og:title", ()))}
    article = linked_article(stated.scripts, stated.canonical, names)
    site = _first(article.publisher, "JSON-LD") or _property(stated, _SITES, "OpenGraph")
    return Metadata(
        outlet=site,
        title=_title(stated, article, site.value if site else ""),
        byline=_byline(stated, article),
        published=_date(stated, article.published, _PUBLISHED, "datepublished"),
        updated=_date(stated, article.modified, _UPDATED, "datemodified"),
        url=_address(stated, article),
        language=_language(stated, article),
        rights=_property(stated, ("copyright", "rights", "dc.rights", "dcterms.rights"), "meta"),
    )


def _stated(html: str) -> _Stated:
    from lxml import etree  # 20 ms that a launch does not pay

    parser = etree.HTMLParser(encoding="utf-8", target=_Reader(), huge_tree=True)
    parser.feed(html.encode("utf-8", "replace"))
    found: _Stated = parser.close()
    return found


class _Reader:
    """Takes the tags of a page as the parser meets them, and gathers what they state."""

    def __init__(self) -> None:
        self._found = _Stated()
        self._depth = 0
        self._pieces: list[str] = []
        self._into = ""
        self._until = 0
        self._length = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        if tag == "html":
            self._found.language = (attributes.get("lang") or "").strip()
        elif tag == "meta":
            self._note_meta(attributes)
        elif tag == "link" and "canonical" in (attributes.get("rel") or "").lower().split():
            self._found.canonical = self._found.canonical or (attributes.get("href") or "").strip()
        if not self._into:
            self._begin(tag, attributes)
        if (name := (attributes.get("itemprop") or "").lower()) in (
            "datepublished",
            "datemodified",
        ):
            value = attributes.get("content") or attributes.get("datetime") or ""
            self._found.microdata.setdefault(name, []).append(value.strip()[:_LONGEST])

    def end(self, tag: str) -> None:
        if self._into and (self._depth == self._until or tag == self._into):
            self._finish()
        self._depth -= 1

    def data(self, text: str) -> None:
        if self._into and self._length < _MOST_JSON:
            self._pieces.append(text)
            self._length += len(text)

    def close(self) -> _Stated:
        return self._found

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        kind = (attributes.get("type") or "").lower()
        is_title = tag == "title" and not self._found.title
        is_signed = tag not in ("meta", "link", "script", "style", "body") and (
            "author" in (attributes.get("rel") or "").lower().split()
            or _BYLINE_CLASS.search((attributes.get("class") or "").lower())
        )
        if tag == "script" and kind.startswith("application/ld+json"):
            self._into = "script"
        elif is_title or is_signed:
            self._into = "title" if is_title else "byline"
        else:
            return
        self._pieces, self._length, self._until = [], 0, self._depth

    def _finish(self) -> None:
        words = "".join(self._pieces)
        if self._into == "script" and len(self._found.scripts) < _MOST_SCRIPTS:
            self._found.scripts.append(words)
        elif self._into == "title":
            self._found.title = _bare(words)
        elif self._into == "byline" and len(words) < _LONGEST:
            self._found.bylines.append(_bare(words))
        self._into = ""

    def _note_meta(self, attributes: Mapping[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = _bare(attributes.get("content") or "")
        if name and content and len(content) <= _LONGEST * 4:
            values = self._found.properties.setdefault(name.lower(), [])
            if len(values) < _MOST_SCRIPTS:
                values.append(content)


def _title(stated: _Stated, article: LinkedArticle, site: str) -> Proposal | None:
    """Return the headline without the name of the site that many pages put behind it."""
    found = _first(article.headline, "JSON-LD") or _property(stated, _TITLES, "OpenGraph")
    if found is None and stated.title:
        found = Proposal(
            value=stated.title[:_LONGEST], basis="title element", certainty=Certainty.LIKELY
        )
    if found is None or (site and found.value.casefold() == site.casefold()):
        return None
    head, bar, tail = _rpartition(found.value)
    is_site = bar and (tail.casefold() == site.casefold() or is_outlet(tail))
    return replace(found, value=head) if is_site and head else found


def _rpartition(title: str) -> tuple[str, str, str]:
    """Return a title, the last bar or dash in it, and what stands behind that."""
    marks = (" | ", " - ", " – ", " — ", " · ")
    mark = max(marks, key=title.rfind)
    head, bar, tail = title.rpartition(mark)
    return head.strip(), bar, tail.strip()


def _bare(text: str) -> str:
    return " ".join(text.split())


def _first(value: str, basis: str) -> Proposal | None:
    value = _bare(value)
    return Proposal(value=value, basis=basis) if value and len(value) <= _LONGEST else None


def _property(stated: _Stated, names: Iterable[str], basis: str) -> Proposal | None:
    for name in names:
        for value in stated.properties.get(name, ()):
            if len(value) <= _LONGEST:
                return Proposal(value=value, basis=_basis(name, basis))
    return None


def _basis(name: str, otherwise: str = "meta") -> str:
    is_open_graph = name.startswith(("og:", "article:"))
    return f"OpenGraph, {name}" if is_open_graph else f"meta element, {name}" if name else otherwise


def _byline(stated: _Stated, article: LinkedArticle) -> Proposal | None:
    """Return who signs: all authors of one kind of markup, if each is a name."""
    asked = [("JSON-LD", list(article.authors))]
    asked += [(_basis(name), stated.properties.get(name, [])) for name in _AUTHORS]
    for basis, values in asked:
        names = list(dict.fromkeys(filter(None, map(_name, values))))
        if names and len(names) == len(set(map(str.casefold, filter(None, values)))):
            return Proposal(value=_listed(names), basis=basis)
    shown = list(dict.fromkeys(filter(None, map(_name, stated.bylines))))
    if len(shown) == 1:  # of several, some belong to other articles
        basis, certainty = "the page's byline element", Certainty.LIKELY
        return Proposal(value=shown[0], basis=basis, certainty=certainty)
    return None


def _name(words: str) -> str:
    """Return the names in some words, or nothing if they are an address, a login or a sentence."""
    words = _bare(words)
    behind = led(words)
    if behind is None and (is_person(words) or is_collective(words) or is_outlet(words)):
        return words
    byline = byline_of(behind if behind is not None else words)
    return byline.names if byline else ""


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _date(stated: _Stated, linked: str, names: Iterable[str], microdata: str) -> Proposal | None:
    asked = [(linked, "JSON-LD")]
    asked += [(value, _basis(name)) for name in names for value in stated.properties.get(name, ())]
    own = set(stated.microdata.get(microdata, ()))
    if len(own) == 1:
        asked.append((own.pop(), f"microdata, {microdata}"))
    for value, basis in asked:
        if found := _moment(value):
            return Proposal(value=found[0], basis=basis, zone=found[1], wording=value)
    return None


def _moment(value: str) -> tuple[str, str] | None:
    """Return a date and its zone; midnight in no particular zone is a day and no time."""
    value = _bare(value)
    match = _ISO.match(value)
    if match is None:
        dates = [date for date in written_dates(value, with_years=False) if date.value]
        is_all = len(dates) == 1 and dates[0].end - dates[0].start >= len(value) - 4
        return (dates[0].value, dates[0].zone) if is_all else None
    day, time = match["day"], match["time"]
    found = next(written_dates(day), None)
    if found is None or not found.value or day < "1900" or day == "1970-01-01":
        return None
    if not time or (time == "00:00" and match["second"] in (None, "00")) or time > "23:59":
        return day, ""
    zone = match["zone"] or ""
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{time}", "UTC" if zone in ("Z", "+00:00", "-00:00") else zone


def _address(stated: _Stated, article: LinkedArticle) -> Proposal | None:
    og = next(iter(stated.properties.get("og:url", ())), "")
    for value, basis in (
        (stated.canonical, "canonical link"),
        (og, "OpenGraph, og:url"),
        (article.url, "JSON-LD"),
    ):
        if re.fullmatch(r"https?://[^\s<>\"]{3,2000}", value):
            return Proposal(value=value, basis=basis)
    return None


def _language(stated: _Stated, article: LinkedArticle) -> Proposal | None:
    for value, basis in (
        (stated.language, "html element, lang"),
        (article.language, "JSON-LD"),
        (next(iter(stated.properties.get("og:locale", ())), ""), "OpenGraph, og:locale"),
    ):
        code = value.replace("_", "-")
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3}", code):
            return Proposal(value=code, basis=basis)
    return None
