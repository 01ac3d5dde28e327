"""Flags say what a source does not state."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.date import DateBasis, DateValue, stated
from workbench.core.source import Flag, SourceType, Span, SpanType
from workbench.reading.inspection import inspected
from workbench.rules.flag import flags_noticed, flags_of

STATED = stated("2026-07-02")


def test_a_text_that_states_nothing_carries_four_flags_in_order(build):
    assert flags_of(build.source()) == (
        Flag.UNTITLED,
        Flag.UNDATED,
        Flag.UNSIGNED,
        Flag.OUTLET_MISSING,
    )


def test_a_text_that_states_all_carries_none(build):
    source = build.source("The Ledger", title="A call", byline="Mara Voss", published=STATED)
    assert flags_of(source) == ()


def test_blank_metadata_is_missing_metadata(build):
    source = build.source(" ", title="\t", byline="\u00a0", published=STATED)
    assert flags_of(source) == (Flag.UNTITLED, Flag.UNSIGNED, Flag.OUTLET_MISSING)


def test_an_inferred_date_leaves_the_text_undated(build):
    inferred = DateValue(value="2025-11-01", basis=DateBasis.INFERRED, inferred_from="the election")
    source = build.source("Radio", title="Call", byline="Ada", published=inferred)
    assert flags_of(source) == (Flag.UNDATED,)


def test_a_stated_update_dates_a_text(build):
    source = build.source("Radio", title="Call", byline="Ada", updated=STATED)
    assert flags_of(source) == ()


def test_a_record_is_signed_by_the_body_that_issues_it(build):
    record = build.source(
        "City Register", title="Record", published=STATED, type=SourceType.PRIMARY_DOCUMENT
    )
    assert flags_of(record) == ()
    assert Flag.UNSIGNED in flags_of(replace(record, outlet=""))
    assert Flag.UNSIGNED in flags_of(replace(record, type=SourceType.WIRE))


def test_set_flags_stand_beside_missing_ones(build):
    flags = frozenset({Flag.OLD, Flag.COLLECTIVE_BYLINE})
    source = build.source("Courier", byline="Courier Staff", published=STATED, flags=flags)
    assert flags_of(source) == (Flag.UNTITLED, Flag.COLLECTIVE_BYLINE, Flag.OLD)


def test_rights_are_flagged_from_the_field_or_from_the_text(build):
    source = build.source("CNW", title="Call", byline="Ada", published=STATED)
    assert flags_of(replace(source, rights="© 2026")) == (Flag.RIGHTS,)
    span = Span(start=0, end=5, type=SpanType.RIGHTS_NOTICE)
    version = replace(source.version, spans=(span,))
    assert flags_of(replace(source, versions=(version,))) == (Flag.RIGHTS,)


def test_satire_is_flagged_as_satire(build):
    source = build.source(
        "The Gull", title="Call", byline="Ada", published=STATED, type=SourceType.SATIRE
    )
    assert flags_of(source) == (Flag.SATIRE_SUSPECTED,)


def test_who_speaks_without_a_name_throughout_is_flagged():
    text = "The talks are over, according to two people familiar with them.\n"
    assert Flag.ANONYMOUS_ONLY in noticed(text)
    assert Flag.ANONYMOUS_ONLY not in noticed(f"{text}Mayor Samuel Okafor said they are not.\n")


def noticed(text):
    return flags_noticed(inspected(text))


def test_a_bare_text_gives_cause_for_four_flags():
    assert noticed("Ada Okafor called on Saturday.\nTom Hart said so.\n") == (
        Flag.UNTITLED,
        Flag.UNDATED,
        Flag.UNSIGNED,
        Flag.OUTLET_MISSING,
    )


def test_what_a_text_states_of_itself_gives_cause_for_flags():
    body = "Mayor Samuel Okafor said on Tuesday that the bridge will stay closed until autumn.\n"
    text = (
        "Satire\n\nHarbor Bridge to stay closed until autumn\n\nBy Harbor Mirror Staff\n"
        f"July 8, 2026\n\n{body}\n© 2026 The Harbor Mirror. All rights reserved.\n"
    )
    assert noticed(text) == (Flag.COLLECTIVE_BYLINE, Flag.SATIRE_SUSPECTED, Flag.RIGHTS)
