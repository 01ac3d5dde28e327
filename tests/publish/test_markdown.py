"""The finished check as one Markdown file: golden, stable, private things kept in."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.change import with_draft_heading, with_draft_text
from workbench.core.check import Check
from workbench.core.draft import Draft, DraftPart, Post
from workbench.core.record import CheckState, Precedent
from workbench.core.source import Source
from workbench.house.house import load_house
from workbench.publish.export import export_files
from workbench.publish.front_matter import split_front_matter
from workbench.publish.markdown import DRAFT_LINE, markdown_for, part_markdown
from workbench.publish.page import html_for

GOLDEN = Path(__file__).parents[1] / "data" / "lindqvist-okafor-call.md"
MARKER = re.compile("MARKER")


def test_the_rich_check_reads_as_the_golden_file(harbor, house):
    assert markdown_for(harbor, house).encode() == GOLDEN.read_bytes()


def test_the_same_check_gives_the_same_bytes(harbor, house):
    again = replace(harbor, sources=tuple(replace(source) for source in harbor.sources))
    assert markdown_for(again, house).encode() == markdown_for(harbor, house).encode()


def test_the_shipped_house_writes_every_part(harbor):
    house = load_house()
    markdown = markdown_for(harbor, house)
    for part in house.template.parts:
        body = part_markdown(part, harbor, house)
        assert body in markdown
        if part.heading:
            assert (f"\n\n## {part.heading}\n\n" in markdown) is bool(body)


def test_the_file_keeps_the_habits_of_markdown_linters(harbor, house):
    markdown = markdown_for(harbor, house)
    assert markdown.endswith("\n")
    assert not markdown.endswith("\n\n")
    assert "\r" not in markdown
    assert "\t" not in markdown
    body = markdown.partition("---\n\n")[2]
    assert "\n\n\n" not in body
    assert not re.search(r" $", body, re.MULTILINE)
    assert not re.search(r"^# ", body, re.MULTILINE)
    for line in body.split("\n"):
        assert len(line) <= 80 or " " not in line[80:]


def test_a_heading_of_the_check_stands_in_place_of_the_templates(harbor, house):
    written = with_draft_text(harbor, "why_person", "He signs.")
    named = with_draft_heading(written, "why_person", "Why Okafor matters")
    text = markdown_for(named, house)
    assert "## Why Okafor matters\n" in text
    assert "Why this person matters" not in text


def test_typed_words_come_before_generated_ones(harbor, house):
    part = house.template.part("not_confirmed")
    typed, _, generated = part_markdown(part, harbor, house).partition("\n\n")
    assert typed.startswith("A call is a call")
    assert generated.startswith("Not confirmed:\n\n- ")


def test_typed_lines_of_the_quick_read_become_points_before_the_generated_one(harbor, house, both):
    part = house.template.part("quick_read")
    page, _ = both(part_markdown(part, harbor, house))
    assert page.tags == ["ul", "li", "li", "li"]
    alone = with_draft_text(harbor, "quick_read", "")
    assert both(part_markdown(part, alone, house))[0].tags == ["ul", "li"]


def test_what_is_stored_for_a_part_that_nobody_types_in_stays_in(harbor, house):
    check = with_draft_text(harbor, "confirmed", "Typed before the template changed.")
    assert "Typed before" not in markdown_for(check, house)


@pytest.mark.parametrize("state", list(CheckState))
def test_only_what_is_not_approved_says_draft(harbor, house, state):
    markdown = markdown_for(replace(harbor, state=state), house)
    is_draft = state in (CheckState.DRAFT, CheckState.IN_REVIEW)
    assert (DRAFT_LINE in markdown) is is_draft
    assert ("DRAFT" in markdown) is is_draft


def test_an_empty_check_is_a_title_and_nothing_more(harbor, house):
    check = Check(
        id=harbor.id,
        slug=harbor.slug,
        title=harbor.title,
        created=harbor.created,
        changed=harbor.changed,
        state=CheckState.APPROVED,
    )
    assert markdown_for(check, house).split("\n")[0] == "---"
    assert markdown_for(check, house).endswith('language: "en"\n---\n')


def _texts_of(value):
    """Yield (owner, field, text) for every text in a value."""
    if is_dataclass(value):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, str):
                yield type(value).__name__, field.name, inner
            else:
                yield from _texts_of(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts_of(inner)


def test_what_is_private_is_in_no_output(harbor, house):
    private = {(owner, field) for owner, field, text in _texts_of(harbor) if MARKER.search(text)}
    assert private == {
        ("Check", "notes"),
        ("Source", "notes"),
        ("Source", "url"),
        ("Claim", "notes"),
        ("Evidence", "note"),
        ("Event", "note"),
    }
    outputs = [file.name.encode() + file.data for file in export_files(harbor, house)]
    outputs.append(html_for(markdown_for(harbor, house)).encode())
    for output in outputs:
        assert b"MARKER" not in output
        assert b"desk" not in output


def test_the_text_of_a_source_is_quoted_never_copied(harbor, house):
    markdown = markdown_for(harbor, house)
    for source in harbor.sources:
        assert isinstance(source, Source)
        assert source.version.text.strip() not in markdown
        assert source.version.sha256 not in markdown


HOSTILE = st.text(
    st.sampled_from([*"ab *_[]()<>&\\`#-+.1:/!|~\"'\n", "🌉", "ש", "\u202e", "\x02"]), max_size=24
)


@given(HOSTILE, HOSTILE)
@settings(max_examples=15, deadline=None)
def test_hostile_words_in_every_field_stay_words(harbor_once, house_once, seen, both, one, other):
    words = f"{one}<script>alert(1)</script>[x](javascript:alert(1))<img src=x onerror=y>{other}"
    check = _with_everywhere(harbor_once, words)
    markdown = markdown_for(check, house_once)
    page = seen(html_for(markdown))
    assert not {"script", "img", "iframe", "style"} & set(page.tags)
    assert page.attributes <= {"href", "rel", "start"}
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in page.links)
    body = markdown.partition("\n---\n")[2]
    assert both(body)[0].text == both(body)[1].text
    assert " ".join(f"{one}<script>alert(1)</script>".replace("\x02", " ").split()) in page.text


def _with_everywhere(check, words):
    """Return the check with the same words in every text that readers see."""
    claims = tuple(
        replace(
            claim,
            as_circulated=f"{words} a",
            as_supported=words,
            claimant=words,
            looked_at=words,
            basis=replace(claim.basis, wording=words if claim.basis.wording else ""),
        )
        for claim in check.claims
    )
    sources = tuple(
        replace(source, outlet=words, title=words, byline=words, url=words, archive_url=words)
        for source in check.sources
    )
    return replace(
        check,
        title=words,
        author=words,
        claims=claims,
        sources=sources,
        draft=replace(
            check.draft, parts=tuple(replace(part, text=words) for part in check.draft.parts)
        ),
        verdict=replace(check.verdict, wording=words, reason=words),
        posts=(replace(check.posts[0], text=words),),
        images=(replace(check.images[0], alt_text=words, caption=words, link=words),),
        watch_items=tuple(replace(item, text=words) for item in check.watch_items),
        read_next=(replace(check.read_next[0], title=words, url=words),),
        corrections=(replace(check.corrections[0], was=words, now=words),),
    )


HOSTILE = st.lists(
    st.one_of(
        st.sampled_from(
            ["1", "12345678901", ".", ")", " ", "- ", "# ", "> ", "* ", "_", "*", "`", "&", "#2",
             ";", "&#35", "&copy;", "<b>", "<!--", "[x]", "](", "!", "\\", "|", "~~", ":", "\n",
             "\t", "https://a.example/x_y", "www.a.example", "a@b.example", "١", "“", "word"]
        ),
        st.text(max_size=3),
    ),
    min_size=1,
    max_size=8,
).map("".join).filter(lambda words: words.strip())  # fmt: skip


@given(HOSTILE)
@settings(max_examples=60, deadline=None)
def test_both_kinds_of_readers_see_the_same_page_whatever_stands_in_the_fields(
    both, harbor_once, house_once, words
):
    claims = tuple(
        replace(
            claim, as_supported=words, as_circulated=f"{words}!", claimant=words, looked_at=words
        )
        for claim in harbor_once.claims
    )
    check = replace(
        harbor_once,
        claims=claims,
        sources=tuple(
            replace(one, outlet=words, title=words, byline=words, url=words)
            for one in harbor_once.sources
        ),
        watch_items=tuple(replace(one, text=words) for one in harbor_once.watch_items),
        corrections=tuple(replace(one, was=words, now=words) for one in harbor_once.corrections),
        read_next=(Precedent(title=words, url=words), Precedent(title=words)),
        posts=(Post(text=words),),
        verdict=replace(harbor_once.verdict, wording=words, reason=words),
        draft=Draft(parts=(DraftPart(key="what_happened", text="So.", heading=words),)),
    )
    one, other = both(split_front_matter(markdown_for(check, house_once))[1])
    assert one.text == other.text
    assert one.links == other.links
    tags = [sorted(tag for tag in page.tags if tag != "p") for page in (one, other)]
    assert tags[0] == tags[1]
