"""Markdown as safe HTML: no script, no style, no picture from elsewhere."""

from __future__ import annotations

from html import escape

from workbench.publish.front_matter import split_front_matter

_TAGS = {
    *("a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("hr", "li", "ol", "p", "pre", "strong", "ul"),
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}


def html_for(markdown: str) -> str:
    """Return Markdown as the inside of an HTML body, safe to show; the title becomes its h1."""
    fields, text = split_front_matter(markdown)
    title = fields.get("title")
    lead = f"<h1>{escape(str(title))}</h1>\n" if title else ""
    return lead + safe_html(text)


def safe_html(markdown: str) -> str:
    """Return Markdown without front matter as safe HTML."""
    # 46-92 ms that a launch does not pay
    import nh3
    from markdown import Markdown

    return nh3.clean(
        Markdown(output_format="html", extensions=["sane_lists"]).convert(markdown),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer nofollow",
    )


def _kept(_tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute, or None for a link that does not name its scheme."""
    if attribute == "href" and value.partition(":")[0].lower() not in _SCHEMES:
        return None
    return value
