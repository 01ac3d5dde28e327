"""The sample check: whole, true to its sources, and fit to be published."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.core.check import Check
from workbench.core.claim import ClaimStatus, Stance
from workbench.core.codec import check_as_json, check_from_json
from workbench.core.source import Flag, SpanType
from workbench.house.house import load_house
from workbench.house.resource import resource
from workbench.intake.capture import capture_bytes
from workbench.intake.sample import sample_case
from workbench.reading.folding import find_all
from workbench.reading.quote import find_again
from workbench.reading.sentence import sentences
from workbench.rules.flag import flags_of
from workbench.rules.origin import origins_of, origins_of_check
from workbench.rules.status_gate import obstacles

GENERATOR = Path(__file__).parents[2] / "packaging" / "make_sample.py"
FILES = ("bay-commentary.txt", "coast-wire.txt", "no-outlet.txt", "city-statement.html")


@pytest.fixture(scope="module")
def check() -> Check:
    return sample_case()[0]


def test_the_generator_writes_the_shipped_bytes(tmp_path: Path) -> None:
    target = tmp_path / "check.json"
    subprocess.run(
        [sys.executable, str(GENERATOR), "--to", str(target)],
        check=True,
        timeout=120,
        cwd=tmp_path,
        capture_output=True,
    )

    assert target.read_bytes() == resource("sample", "check.json").read_bytes()


def test_the_check_survives_its_own_form(check: Check) -> None:
    assert check_from_json(check_as_json(check)) == check


def test_the_originals_give_the_texts_of_the_sources() -> None:
    check, originals = sample_case()

    for source, name in zip(check.sources, FILES, strict=True):
        capture = capture_bytes(originals[source.version.sha256], name)
        assert (capture.text, capture.note) == (source.version.text, "")
        assert capture.media_type == source.version.media_type
    assert len(originals) == len(check.sources) == 4


def test_every_passage_stands_exactly_where_it_says(check: Check) -> None:
    assert len(check.passages) >= 12
    for passage in check.passages:
        selector, text = passage.selector, check.source(passage.source_id).version.text
        assert text[selector.start : selector.end] == selector.exact
        assert find_again(text, selector) == selector


def test_every_passage_is_used_and_two_overlap(check: Check) -> None:
    used = {passage_id for claim in check.claims for passage_id in claim.passage_ids}
    used |= {passage_id for event in check.events for passage_id in event.passage_ids}

    assert used == {passage.id for passage in check.passages}
    assert any(
        one.source_id == two.source_id
        and one.selector.start < two.selector.start < one.selector.end
        for one in check.passages
        for two in check.passages
    )


def test_claims_end_in_every_way_that_the_status_gate_allows(check: Check) -> None:
    assert [claim.status for claim in check.claims] == [
        ClaimStatus.REPORTED,
        ClaimStatus.NOT_CONFIRMED,
        ClaimStatus.NOT_CONFIRMED,
        ClaimStatus.CONFIRMED,
        ClaimStatus.CONTRADICTED,
        ClaimStatus.ANALYSIS,
    ]
    for claim in check.claims:
        assert obstacles(check, claim, claim.status) == ()


def test_the_reported_call_cannot_be_called_confirmed(check: Check) -> None:
    claim = check.claims[0]
    origins = origins_of(check, claim)

    assert (origins.known_count, origins.in_hand_count) == (1, 0)
    assert origins.missing == ("The Ledger",)
    assert any("The Ledger" in words for words in obstacles(check, claim, ClaimStatus.CONFIRMED))
    assert {item.stance for item in claim.evidence} >= {
        Stance.SUPPORTS,
        Stance.REPEATS,
        Stance.QUALIFIES,
        Stance.CONTEXT,
    }


def test_the_four_sources_show_the_four_traps(check: Check) -> None:
    bay, wire, loose, city = check.sources

    assert set(flags_of(loose)) >= {
        Flag.UNTITLED,
        Flag.UNDATED,
        Flag.UNSIGNED,
        Flag.OUTLET_MISSING,
    }
    assert [hop.in_hand for hop in bay.relies_on] == [False, False]
    assert "NewsroomJuly 9" in bay.version.text
    assert {span.type for span in bay.version.spans} == {
        SpanType.CHROME,
        SpanType.METADATA,
        SpanType.CAPTION,
    }
    assert wire.published.value < city.published.value[:4]
    assert flags_of(city) == ()
    assert origins_of_check(check).missing == ("The Ledger",)


def test_calls_are_told_apart_by_person_direction_and_date(check: Check) -> None:
    calls = [(event.what.actor, event.what.recipient) for event in check.events]

    assert calls[0] == calls[1][::-1] == ("Ines Lindqvist", "Samuel Okafor")
    assert calls[2] == calls[3] == ("Dale Renner", "Samuel Okafor")
    assert check.events[0].what.when.value[:4] != check.events[1].what.when.value[:4]


def test_texts_are_as_long_as_news_copy(check: Check) -> None:
    for source in check.sources:
        assert 250 <= len(source.version.text.split()) <= 450
        assert len(sentences(source.version.text)) > 12


def test_every_quotation_of_the_draft_stands_in_a_source(check: Check) -> None:
    texts = [source.version.text for source in check.sources]
    quoted = [
        words.rstrip(",.")
        for part in check.draft.parts
        for words in re.findall(r"“([^“”]+)”", part.text)
    ]

    assert len(quoted) >= 4
    for words in quoted:
        assert any(find_all(text, words) for text in texts), words


def test_all_that_an_editor_fills_in_is_filled_in(check: Check) -> None:
    house = load_house()
    scale = house.scale(check.verdict.scale)
    typed = {part.key for part in house.template.parts if part.typed}

    assert scale is not None
    assert scale.label(check.verdict.label) is not None
    assert check.verdict.wording
    assert check.verdict.reason.count(".") == 1
    assert {part.key for part in check.draft.parts} == typed
    assert len(check.draft.text("quick_read").splitlines()) == 2
    assert {item.claim_id for item in check.watch_items} <= {claim.id for claim in check.claims}
    assert all(item.due.is_known for item in check.watch_items)
    image = check.images[0]
    assert all((image.alt_text, image.caption, image.creator, image.licence, image.link))


def test_private_notes_are_there_to_be_seen(check: Check) -> None:
    assert check.notes
    assert any(source.notes for source in check.sources)
    assert any(claim.notes for claim in check.claims)
    assert any(item.note for claim in check.claims for item in claim.evidence)


def test_nothing_points_outside_the_fiction(check: Check) -> None:
    hosts = re.findall(r"https?://([^/\s\"]+)", check_as_json(check).decode())

    assert hosts
    assert all(host == "example.org" or host.endswith(".example") for host in hosts)
