"""The page stands alone: readable everywhere, nothing acts in it, nothing is loaded."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publish.schema_org import complaints
from workbench.core.change import with_draft_heading, with_draft_text
from workbench.core.publisher import Policy, Publisher
from workbench.core.record import CheckState
from workbench.house.house import load_house
from workbench.publish.markdown import markdown_for
from workbench.publish.page import html_for
from workbench.publish.web_page import web_page_for

VOID = {"meta", "link", "br", "hr", "img"}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Page(HTMLParser):
    """What is in a page: its tags with attributes, its headings, whether all tags are closed."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.tags, self.ids, self.open, self.headings, self.raw = [], [], [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style", "title"):
            self.raw[self.open[-1]] = self.raw.get(self.open[-1], "") + data

    def named(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def desk():
    return replace(
        load_house(),
        publisher=Publisher(
            name="The Alba Desk",
            url="https://desk.example/",
            policies=(Policy(name="How we correct", url="https://desk.example/corrections"),),
        ),
    )


def test_the_words_are_those_of_the_preview(harbor, house, seen):
    page = web_page_for(harbor, house)
    article = page[page.index("<section") : page.index("</article>")]
    preview = seen(html_for(markdown_for(harbor, house)))
    assert preview.text.endswith(seen(article).text)


def test_head_and_landmarks(harbor, desk):
    page = Page(web_page_for(harbor, desk))
    assert page.named("html") == [{"lang": "en"}]
    assert page.raw["title"] == f"DRAFT: {harbor.title} – The Alba Desk"
    metas = {meta.get("name"): meta["content"] for meta in page.named("meta") if "name" in meta}
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["color-scheme"] == "light dark"
    assert metas["robots"] == "noindex"
    assert metas["description"] == "Reported: Lindqvist called Okafor in the week of 29 June."
    for tag in ("main", "article", "header", "footer", "h1"):
        assert len(page.named(tag)) == 1
    for section in page.named("section"):
        assert section["aria-labelledby"] in page.ids
    assert len(set(page.ids)) == len(page.ids)
    assert {"#part-corrections"} < {link["href"] for link in page.named("a")}
    for link in page.named("a"):
        if link["href"].startswith("#"):
            assert link["href"][1:] in page.ids


@pytest.mark.parametrize("state", [CheckState.APPROVED, CheckState.PUBLISHED])
def test_only_a_draft_is_stamped(harbor, desk, state):
    assert web_page_for(harbor, desk).count("DRAFT") == 3  # title, stamp, ClaimReview
    assert "DRAFT" not in web_page_for(replace(harbor, state=state), desk)
    assert "noindex" not in web_page_for(replace(harbor, state=state), desk)


def test_headings_stand_in_order_and_skip_no_level(harbor, desk):
    check = with_draft_text(harbor, "lede", "### A deep one\n\ntext\n\n# A high one")
    check = with_draft_text(check, "quick_read", "")
    for one in (harbor, check):
        levels = Page(web_page_for(one, desk)).headings
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert levels.count(1) == 1


def test_the_policy_allows_its_own_style_and_nothing_else(harbor, desk):
    page = Page(web_page_for(harbor, desk))
    (policy,) = [meta["content"] for meta in page.named("meta") if "http-equiv" in meta]
    digest = base64.b64encode(hashlib.sha256(page.raw["style"].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_claim_review_stands_inside_and_is_read_by_a_stranger(harbor, desk):
    page = Page(web_page_for(harbor, desk))
    assert page.named("script") == [{"type": "application/ld+json"}]
    assert complaints(page.raw["script"]) == []
    assert not Page(web_page_for(replace(harbor, url=""), desk)).named("script")


def test_newest_change_is_told_at_the_top(harbor, desk):
    page = web_page_for(harbor, desk)
    assert '<p class="changed">Updated 10 July 2026. <a href="#part-corrections">' in page
    assert page.index("Update, 10 July 2026") < page.index("Correction, 9 July 2026")
    assert "What was changed" not in web_page_for(replace(harbor, corrections=()), desk)


def with_picture(check, data):
    sha256 = hashlib.sha256(data).hexdigest()
    image = replace(check.images[0], sha256=sha256, alt_text='A "bridge" <at> dusk')
    return replace(check, images=(image,)), {sha256: data}


def test_a_wanted_picture_goes_along_with_alt_text_and_credit(harbor, desk):
    check, pictures = with_picture(harbor, PIXEL)
    page = Page(html := web_page_for(check, desk, pictures))
    (image,) = page.named("img")
    assert base64.b64decode(image["src"].removeprefix("data:image/png;base64,")) == PIXEL
    assert image["alt"] == 'A "bridge" <at> dusk'
    caption = "The Harbor Bridge in June 2026. Creator: Ida Berg. Licence: CC BY 4.0."
    assert f"<figcaption>{caption}" in html
    assert " img-src data:;" in html
    assert "<img" not in web_page_for(check, desk)


@pytest.mark.parametrize("data", [b"<svg onload=alert(1)>", b"GIF8", b"\xff\xd8\xff" * 2_000_000])
def test_what_is_no_small_picture_of_pixels_stays_a_record(harbor, desk, data):
    check, pictures = with_picture(harbor, data)
    html = web_page_for(check, desk, pictures)
    assert "<img" not in html
    assert "<strong>Image:</strong> The Harbor Bridge in June 2026." in html


HOSTILE = [
    "</title></style></script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<iframe src=https://a.example></iframe><svg/onload=alert(1)>",
    "[x](javascript:alert(1)) ![p](https://a.example/p.png) <b onclick=x>b</b>",
    "--> ]]> <!-- <base href=https://a.example/> <meta http-equiv=refresh content=0>",
    "\x00\u2028\u202e</main></body></html>",
]


def poisoned(check, words):
    """Return a check with hostile words in every field that goes out."""
    for key in ("quick_read", "lede", "what_happened"):
        check = with_draft_text(check, key, words)
        check = with_draft_heading(check, key, words)
    claims = tuple(
        replace(claim, as_supported=words, as_circulated=words + "!", claimant=words)
        for claim in check.claims
    )
    sources = tuple(
        replace(one, outlet=words, title=words, byline=words, url=words) for one in check.sources
    )
    images = tuple(
        replace(one, caption=words, creator=words, alt_text=words, link=words)
        for one in check.images
    )
    corrections = tuple(replace(one, now=words, was=words) for one in check.corrections)
    return replace(
        check,
        title=words,
        author=words,
        reviewer=words,
        language=words,
        claims=claims,
        sources=sources,
        images=images,
        corrections=corrections,
        verdict=replace(check.verdict, wording=words, reason=words),
    )


def assert_inert(html):
    page = Page(html)
    kinds = {tag for tag, _ in page.tags}
    assert not kinds & {"img", "iframe", "svg", "b", "base", "object", "form"}
    assert page.named("script") in ([], [{"type": "application/ld+json"}])
    assert {name for _, attributes in page.tags for name in attributes} <= {
        "aria-labelledby", "charset", "class", "content", "datetime", "href", "http-equiv", "id",
        "lang", "name", "rel", "type", "start",
    }  # fmt: skip
    for link in (*page.named("a"), *page.named("link")):
        assert re.match(r"https?://|mailto:|#part-", link["href"])
    assert {meta.get("http-equiv") for meta in page.named("meta")} == {
        None, "Content-Security-Policy",
    }  # fmt: skip
    if "script" in page.raw:
        json.loads(page.raw["script"])


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_hostile_stays_inert_everywhere(harbor, desk, words):
    check = poisoned(harbor, words)
    assert_inert(web_page_for(check, desk))
    publisher = Publisher(name=words, url=words, policies=(Policy(name=words, url=words),))
    assert_inert(web_page_for(check, replace(desk, publisher=publisher)))


@given(st.lists(st.sampled_from([*HOSTILE, "word", "\n\n", "# ", "- ", "> ", "`", "<", "&#60;"])))
@settings(max_examples=40, deadline=None)
def test_no_mixture_acts(harbor_once, words):
    house = load_house()
    assert_inert(web_page_for(poisoned(harbor_once, "".join(words).strip() or "x"), house))


def test_direction_and_language(harbor, desk):
    assert Page(web_page_for(replace(harbor, language="ar"), desk)).named("html") == [
        {"lang": "ar", "dir": "rtl"}
    ]
    assert '<html lang="en">' in web_page_for(replace(harbor, language='"><x'), desk)


def test_the_same_bytes_in_another_place_and_time():
    code = (
        "import hashlib, locale, time\n"
        "try: locale.setlocale(locale.LC_ALL, '')\n"
        "except locale.Error: pass\n"
        "from workbench.house.house import load_house\n"
        "from workbench.intake.sample import sample_case\n"
        "from workbench.publish.export import ExportFormat, export_files\n"
        "files = export_files(sample_case()[0], load_house(), tuple(ExportFormat))\n"
        "print([(f.name, hashlib.sha256(f.data).hexdigest()) for f in files])"
    )
    told = set()
    for zone, words, seed in (("UTC", "C", "0"), ("Pacific/Auckland", "tr_TR.UTF-8", "7")):
        environ = os.environ | {"TZ": zone, "LC_ALL": words, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
        )
        told.add(done.stdout)
    assert len(told) == 1
    assert ".docx" in told.pop()
