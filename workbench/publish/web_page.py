"""The finished check as one HTML file that stands alone: no script runs, nothing is loaded.

The words are those of the Markdown, made into HTML and cleaned part by part. What is added stands
in landmarks and in the head; every text in it is escaped. A Content-Security-Policy inside the
file forbids what the cleaning has already taken out.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from workbench.core.template import Generator
from workbench.publish.byline import changed_words, published_words
from workbench.publish.claim_review import as_json, claim_review
from workbench.publish.escape import plain, web_address
from workbench.publish.figure import figures
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.iso_date import iso_date
from workbench.publish.listed import quick_words
from workbench.publish.markdown import part_heading, part_markdown
from workbench.publish.page import safe_html
from workbench.publish.page_frame import html_tag, identity_tags, policy_tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity
    from workbench.core.template import TemplatePart
    from workbench.house.house import House

_SHOWS_ITSELF = re.compile(r'<a href="([^"]*)" (rel="[^"]*">\1</a>)')
"""A link whose words are its address, which a printed page need not repeat."""


def web_page_for(
    check: Check,
    house: House,
    pictures: Mapping[str, bytes] | None = None,
    identity: CopyIdentity | None = None,
) -> str:
    """Return a check as a whole HTML page; the same check, the same page.

    pictures: bytes of the pictures to be shown, by SHA-256; of the others the record stands there.
    identity: what the file says of the check that it shows.
    """
    shown = pictures or {}
    parts = "\n".join(filter(None, (_part(part, check, house, shown) for part in _parts(house))))
    lines = (
        "<!DOCTYPE html>",
        html_tag(check.language),
        "<head>",
        *_head(check, house, with_pictures="<img " in parts),
        *identity_tags(identity),
        "</head>",
        "<body>",
        *_masthead(house),
        "<main>",
        "<article>",
        *_opening(check, house),
        parts,
        "</article>",
        "</main>",
        *_foot(house),
        "</body>",
        "</html>",
    )
    return "\n".join(line for line in lines if line) + "\n"


def _parts(house: House) -> tuple[TemplatePart, ...]:
    return house.template.parts


def _head(check: Check, house: House, *, with_pictures: bool) -> Iterator[str]:
    style = f"\n{house.page_style.strip()}\n"
    stamp = "DRAFT: " if is_draft(check) else ""
    yield '<meta charset="utf-8">'
    yield policy_tag(style, with_pictures=with_pictures)
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    if is_draft(check):
        yield '<meta name="robots" content="noindex">'
    title = " – ".join(filter(None, (stamp + _title(check), _name(house))))
    yield f"<title>{escape(title)}</title>"
    if words := quick_words(check):
        yield f'<meta name="description" content="{escape(words)}">'
    if author := plain(check.author):
        yield f'<meta name="author" content="{escape(author)}">'
    if address := web_address(check.url):
        yield f'<link rel="canonical" href="{escape(address)}">'
    yield f"<style>{style}</style>"
    if block := claim_review(check, house).block:
        yield f'<script type="application/ld+json">\n{as_json(block).decode()}</script>'


def _masthead(house: House) -> Iterator[str]:
    if _name(house):
        yield f'<header class="masthead"><p>{_link(_name(house), house.publisher.url)}</p></header>'


def _opening(check: Check, house: House) -> Iterator[str]:
    """Yield the headline, the stamp of a draft, who wrote it and what was changed since."""
    yield f"<h1>{escape(_title(check))}</h1>"
    if is_draft(check):
        yield f'<p class="draft"><strong>{DRAFT_WORDS}</strong></p>'
    people = [f"By {plain(check.author)}"] if check.author.strip() else []
    people += [f"reviewed by {plain(check.reviewer)}"] if check.reviewer.strip() else []
    lines = [escape(words[:1].upper() + words[1:]) for words in (", ".join(people),) if words]
    if words := published_words(check):
        when, _, day = words.partition(" ")
        lines.append(f"{when} {_time(escape(day), iso_date(check.published))}")
    if lines:
        inside = "".join(f"<p>{line}</p>" for line in lines)
        yield f'<div class="byline">{inside}</div>'
    part = next((one for one in _parts(house) if one.generator is Generator.CORRECTIONS), None)
    if part and (words := changed_words(check)):
        yield f'<p class="changed">{words}. <a href="#{_id(part)}">What was changed</a></p>'


def _part(part: TemplatePart, check: Check, house: House, pictures: Mapping[str, bytes]) -> str:
    """Return a part as a section with its heading, or as a division without one."""
    if part.generator is Generator.IMAGE:
        typed = (
            part_markdown(part, check, house) if part.typed and check.draft.text(part.key) else ""
        )
        body = safe_html(typed) if typed else figures(check, pictures)
    else:
        body = safe_html(part_markdown(part, check, house))
    body = _SHOWS_ITSELF.sub(r'<a class="address" href="\1" \2', body.strip())
    if not body:
        return ""
    kind = f' class="{part.generator.value.replace("_", "-")}"' if part.generator else ""
    words = part_heading(part, check)
    if not words:
        return f'<div id="{_id(part)}"{kind}>\n{body}\n</div>'
    named = f'id="{_id(part)}"{kind} aria-labelledby="{_id(part)}-heading"'
    heading = f'<h2 id="{_id(part)}-heading">{escape(words)}</h2>'
    return f"<section {named}>\n{heading}\n{body}\n</section>"


def _foot(house: House) -> Iterator[str]:
    policies = [_link(policy.name, policy.url) for policy in house.publisher.policies]
    if policies:
        items = "".join(f"<li>{policy}</li>" for policy in policies)
        yield f"<footer>\n<ul>{items}</ul>\n</footer>"


def _link(words: str, url: str) -> str:
    address = web_address(url)
    if not address:
        return escape(words)
    return f'<a href="{escape(address)}" rel="noopener">{escape(words)}</a>'


def _time(words: str, value: str) -> str:
    return f'<time datetime="{value}">{words}</time>' if value else words


def _title(check: Check) -> str:
    return plain(check.title) or check.slug


def _name(house: House) -> str:
    return house.publisher.name


def _id(part: TemplatePart) -> str:
    return f"part-{part.key}"
