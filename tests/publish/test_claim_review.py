"""ClaimReview says what is known, is read back by a stranger, and is not written with a fault."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.publish.schema_org import complaints
from workbench.core.claim import Appearance
from workbench.core.date import stated
from workbench.core.publisher import Publisher
from workbench.core.record import CheckState
from workbench.core.verdict import RatingLabel, RatingScale, Verdict
from workbench.house.house import load_house
from workbench.intake.sample import sample_case
from workbench.publish.claim_review import as_json, claim_review
from workbench.publish.claim_review_fault import faults_of

GOLDEN = Path(__file__).parents[1] / "data" / "sample.claimreview.json"
DESK = Publisher(
    name="The Alba Desk", url="https://desk.example/", logo="https://desk.example/logo.png"
)
STEPS = RatingScale(
    key="steps",
    name="Steps",
    labels=tuple(
        RatingLabel(key=f"s{value}", name=f"Step {value}", definition="A step.", value=value)
        for value in (2, 1, 4)
    ),
)


@pytest.fixture
def desk(house):
    return replace(house, publisher=DESK, scales=(*house.scales, STEPS))


@pytest.fixture
def full(harbor):
    """The check, approved, rated on a scale of numbers, its claim seen in two places."""
    claim = harbor.main_claim
    first = Appearance(
        id=claim.appearances[0].id[:-2] + "aa",
        place="a post",
        url="https://posts.example/1",
        when=stated("2026-07-01T08:06", zone="UTC"),
    )
    seen = replace(claim, appearances=(*claim.appearances, first), first_appearance_id=first.id)
    sources = tuple(
        replace(source, url="https://courier.example/a")
        if source.outlet.endswith("ier")
        else source
        for source in harbor.sources
    )
    return replace(
        harbor,
        state=CheckState.APPROVED,
        sources=sources,
        claims=(seen, *harbor.claims[1:]),
        verdict=Verdict(scale="steps", label="s2", reason="One report carries it."),
    )


def read(check, house):
    return json.loads(as_json(claim_review(check, house).block))


def test_everything_that_is_known_stands_in_it(full, desk):
    assert read(full, desk) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://checks.example/lindqvist-okafor-call",
        "claimReviewed": "Lindqvist called Okafor because she will run again",
        "inLanguage": "en",
        "author": {
            "@type": "Organization",
            "name": "The Alba Desk",
            "url": "https://desk.example/",
            "logo": "https://desk.example/logo.png",
        },
        "datePublished": "2026-07-08",
        "dateModified": "2026-07-10T08:00:00Z",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "Harbor Courier"},
            "datePublished": "2026-07-01T08:06Z",
            "firstAppearance": {
                "@type": "CreativeWork",
                "url": "https://posts.example/1",
                "headline": "a post",
                "datePublished": "2026-07-01T08:06Z",
            },
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "url": "https://courier.example/a",
                    "headline": "Lindqvist turns bridge talk into a phone call",
                    "datePublished": "2026-07-03",
                    "publisher": {"@type": "Organization", "name": "Harbor Courier"},
                }
            ],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Step 2",
            "ratingValue": 2,
            "worstRating": 1,
            "bestRating": 4,
            "ratingExplanation": "One report carries it.",
        },
    }


def test_a_stranger_reads_it_and_finds_nothing_wrong(full, harbor, desk, house):
    sample, _ = sample_case()
    for check, where in ((full, desk), (harbor, house), (sample, load_house())):
        assert complaints(as_json(claim_review(check, where).block).decode()) == []


def test_the_sample_reads_as_the_golden_file():
    sample, _ = sample_case()
    block = claim_review(sample, load_house()).block
    assert as_json(block) == GOLDEN.read_bytes()


def test_words_without_numbers_where_the_scale_is_no_line(harbor, desk):
    assert read(harbor, desk)["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "reported contact, not a campaign launch",
        "ratingExplanation": "The call rests on one report; the leap to a campaign is analysis.",
    }


def test_free_words_stand_in_place_of_the_name_of_a_label(full, desk):
    verdict = replace(full.verdict, wording="half of it")
    rating = read(replace(full, verdict=verdict), desk)["reviewRating"]
    assert (rating["alternateName"], rating["ratingValue"]) == ("half of it", 2)


def test_a_draft_says_so(full, desk):
    assert "creativeWorkStatus" not in read(full, desk)
    draft = read(replace(full, state=CheckState.IN_REVIEW), desk)
    assert draft["creativeWorkStatus"] == "DRAFT. Not approved, not for publication."


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"url": ""}, "The check has no address yet."),
        ({"url": "/checks/call"}, "The check's address is no whole web address."),
        ({"url": "file:///home/ada/x.html"}, "The check's address is no whole web address."),
        ({"url": "javascript:alert(1)"}, "The check's address is no whole web address."),
        ({"url": "https://localhost/x"}, "The check's address is no whole web address."),
        ({"url": "https://checks.example/a b"}, "The check's address is no whole web address."),
        ({"verdict": Verdict(reason="Because.")}, "The check is not rated."),
    ],
)
def test_what_is_required_and_missing_is_told_and_nothing_is_written(full, desk, fault, told):
    review = claim_review(replace(full, **fault), desk)
    assert review.block is None
    assert review.why_not == (told,)


def test_no_claim_no_review(full, desk):
    empty = replace(
        full, claims=(), main_claim_id="", watch_items=(), sources=(), passages=(), events=()
    )
    assert claim_review(empty, desk).why_not == ("There is no claim to review.",)
    wordless = replace(full.main_claim, as_circulated=" ", as_supported="")
    check = replace(full, claims=(wordless, *full.claims[1:]))
    assert claim_review(check, desk).why_not == ("There is no claim to review.",)


def test_what_is_not_known_is_left_out(full, house):
    claim = replace(full.main_claim, claimant="", appearances=(), first_appearance_id="")
    check = replace(
        full,
        claims=(claim, *full.claims[1:]),
        published=stated(""),
        corrections=(),
        verdict=Verdict(wording="not so"),
    )
    assert set(read(check, house)) == {
        "@context", "@type", "url", "claimReviewed", "inLanguage", "reviewRating",
    }  # fmt: skip
    assert claim_review(check, house).cautions == (
        "The review names no publisher; set one in publisher.toml.",
        "The review has no date of publication.",
    )


def test_a_long_claim_is_written_with_a_caution(full, desk):
    def cautions(length):
        claim = replace(full.main_claim, as_circulated="a" * length)
        return claim_review(replace(full, claims=(claim, *full.claims[1:])), desk).cautions

    assert cautions(75) == ()
    assert "The claim has 76 characters" in cautions(76)[0]


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("Ada Okafor", "Person"),
        ("Mayor Ida Lindqvist", "Person"),
        ("Harbor Courier", "Organization"),
        ("City Register", "Organization"),
        ("Okafor’s office", "Organization"),
        ("World Health Organization", "Organization"),
    ],
)
def test_a_claimant_is_a_person_where_the_name_is_one(full, desk, claimant, kind):
    claim = replace(full.main_claim, claimant=claimant)
    item = read(replace(full, claims=(claim, *full.claims[1:])), desk)["itemReviewed"]
    assert item["author"] == {"@type": kind, "name": claimant}


def put(block, path, value):
    *steps, last = path
    for step in steps:
        block = block[step]
    if value is None:
        del block[last]
    else:
        block[last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("@context",), "http://example.org"),
        (("@type",), "Review"),
        (("claimReviewed",), None),
        (("claimReviewed",), " "),
        (("url",), None),
        (("url",), "checks/call"),
        (("url",), "//checks.example/call"),
        (("url",), "ftp://checks.example/call"),
        (("author", "name"), None),
        (("author", "url"), "desk.example"),
        (("author", "logo"), "data:image/png;base64,AA=="),
        (("itemReviewed", "@type"), "Thing"),
        (("itemReviewed", "author", "name"), ""),
        (("itemReviewed", "datePublished"), "2026-07-32"),
        (("itemReviewed", "appearance", 0, "url"), "/a"),
        (("itemReviewed", "firstAppearance", "datePublished"), "1 July 2026"),
        (("datePublished",), "2026-7-8"),
        (("dateModified",), "yesterday"),
        (("reviewRating",), None),
        (("reviewRating", "alternateName"), None),
        (("reviewRating", "ratingValue"), 5),
        (("reviewRating", "ratingValue"), 0),
        (("reviewRating", "ratingValue"), "2"),
        (("reviewRating", "worstRating"), 3),
        (("reviewRating", "bestRating"), 1),
        (("reviewRating", "bestRating"), None),
    ],
)
def test_each_planted_fault_is_refused_here_and_by_a_stranger(full, desk, path, value):
    block = read(full, desk)
    assert faults_of(block) == ()
    broken = copy.deepcopy(block)
    put(broken, path, value)
    assert len(faults_of(broken)) == 1
    assert complaints(json.dumps(broken))


def test_no_words_can_end_the_script_that_they_stand_in(full, desk):
    hostile = "</script><!-- & \u2028 <script>"
    claim = replace(full.main_claim, as_circulated=hostile)
    data = as_json(claim_review(replace(full, claims=(claim, *full.claims[1:])), desk).block)
    assert not re.search(rb"[<>&]", data)
    assert json.loads(data)["claimReviewed"] == "</script><!-- & <script>"
