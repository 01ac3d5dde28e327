"""The page that describes the file tells of every table, column and code that there is."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from workbench.core.claim import AttributionKind, ClaimKind, ClaimStatus, EvidenceKind, Stance
from workbench.core.date import DateBasis
from workbench.core.quote import AnchorState
from workbench.core.record import CheckState, CorrectionKind
from workbench.core.review import SubjectKind, SuggestionState
from workbench.core.source import Flag, HopKind, SourceType, SpanType
from workbench.house.resource import resource
from workbench.publish.case import CHECK_NAME, FORMAT
from workbench.store.connection import APPLICATION_ID, SCHEMA_VERSION
from workbench.store.history_table import TABLES

PAGE = resource("help", "file-format.md").read_text(encoding="utf-8")
WHERE = "resources/help/file-format.md"
REMADE = {"search_entry", "search_index", "alembic_version"}


def section_of(table):
    """Return what the page says of a table: what stands under its heading."""
    heading = "### What can be made again" if table in REMADE else f"### `{table}`"
    assert heading in PAGE, f"{WHERE} has no heading “{heading}”: add one that tells its columns"
    return re.split(r"\n##", PAGE.partition(f"{heading}\n")[2])[0]


@pytest.mark.parametrize("table", sorted(TABLES.tables))
def test_every_column_is_told_under_its_table(table):
    told = set(re.findall(r"`(\w+)`", section_of(table)))
    missing = [each.name for each in TABLES.tables[table].columns if each.name not in told]
    assert not missing, f"{WHERE}, {table}: say what these columns mean: {', '.join(missing)}"


def test_every_table_of_a_real_file_is_told(store, query):
    names = {name for (name,) in query("SELECT name FROM sqlite_master WHERE type = 'table'")}
    shadow = {name for name in names if name.startswith("search_index")}
    for table in names - shadow - {"sqlite_sequence"}:
        columns = {row[1] for row in query(f"PRAGMA table_info({table})")}
        assert columns <= set(re.findall(r"`(\w+)`", section_of(table))), (WHERE, table)


def test_no_table_is_told_that_is_not_there():
    assert set(re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE)) == set(TABLES.tables) - REMADE


def test_versions_and_marks_are_those_of_the_program():
    assert f"Format version {SCHEMA_VERSION}." in PAGE, f"{WHERE}: the format version has changed"
    assert f"`PRAGMA application_id` is {APPLICATION_ID} " in PAGE
    assert f"`{CHECK_NAME}`" in PAGE
    assert f"always `{FORMAT}`" in PAGE


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("fact_check", CheckState),
        ("source", SourceType),
        ("source", Flag),
        ("source", HopKind),
        ("source_version", SpanType),
        ("passage", AnchorState),
        ("claim", ClaimKind),
        ("claim", ClaimStatus),
        ("evidence", EvidenceKind),
        ("evidence", Stance),
        ("evidence", AttributionKind),
        ("correction", CorrectionKind),
        ("comment", SubjectKind),
        ("suggestion", SuggestionState),
    ],
)
def test_every_code_is_told(table, codes):
    told = set(re.findall(r"`(\w+)`", section_of(table)))
    missing = {code.value for code in codes} - told
    assert not missing, f"{WHERE}, {table}: say that these codes may stand there: {missing}"


def test_every_basis_of_a_date_is_told():
    assert all(f"`{basis.value}`" in PAGE for basis in DateBasis)


def test_the_questions_on_the_page_are_answered_without_this_program(store, path, rich_check):
    store.save(None, rich_check)
    store.close()
    (block,) = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    checks, claims, evidence = (part for part in block.split(";") if part.strip())
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as plain:
        assert plain.execute(checks).fetchall() == [
            (rich_check.slug, rich_check.title, rich_check.state.value)
        ]
        assert [row[2] for row in plain.execute(claims)] == [
            claim.wording for claim in rich_check.claims
        ]
        quotes = {row[2] for row in plain.execute(evidence)} - {None}
        assert quotes <= {passage.selector.exact for passage in rich_check.passages}
        assert quotes


def test_positions_are_code_points_of_the_text(store, rich_check, query):
    store.save(None, rich_check)
    rows = query(
        "SELECT v.text, p.exact, p.start_offset, p.end_offset FROM passage AS p "
        "JOIN source_version AS v ON v.id = p.version_id WHERE p.state = 'anchored'"
    )
    assert rows
    assert all(text[start:end] == exact for text, exact, start, end in rows)
