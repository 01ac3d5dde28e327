"""Version 1: the first tables and the full-text index over them. Frozen: later steps change it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_TYPES = {"#": sa.Integer, "*": sa.LargeBinary, "!": sa.Boolean}


def upgrade() -> None:
    """Make every table, then the full-text index and the triggers that take words out of it."""
    _make_tables()
    _make_index()


def _table(
    name: str,
    *,
    key: str,
    columns: str,
    unique: str = "",
    references: tuple[tuple[str, str, str, bool], ...] = (),
) -> None:
    """Make a table from column names: text, or integer#, bytes*, boolean!; optional with ?."""
    made = [
        sa.Column(
            column.rstrip("?#*!"),
            _TYPES.get(column.rstrip("?")[-1], sa.String)(),
            nullable=column.endswith("?"),
        )
        for column in columns.split()
    ]
    foreign = [
        sa.ForeignKeyConstraint(
            own.split(),
            [f"{table}.{column}" for column in theirs.split()],
            ondelete="CASCADE" if cascades else None,
            deferrable=True,
            initially="DEFERRED",
        )
        for own, table, theirs, cascades in references
    ]
    alone = [sa.UniqueConstraint(unique)] if unique else []
    op.create_table(name, *made, sa.PrimaryKeyConstraint(*key.split()), *foreign, *alone)


def _make_index() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(text, content='search_entry', "
        "content_rowid='id', prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER search_entry_gone AFTER DELETE ON search_entry BEGIN "
        "INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', old.id, old.text); "
        "END"
    )
    op.execute(
        "CREATE TRIGGER fact_check_gone AFTER DELETE ON fact_check BEGIN "
        "DELETE FROM search_entry WHERE check_id = old.id; END"
    )


def _make_tables() -> None:
    _table(
        "fact_check",
        key="id",
        columns=(
            "id slug title created changed state author reviewer language url "
            "published? template main_claim_id? rating_scale rating_label "
            "rating_wording rating_reason read_next notes revision#"
        ),
        unique="slug",
    )
    op.create_index("fact_check_newest", "fact_check", ["changed", "id"])
    _table(
        "original",
        key="sha256",
        columns="sha256 media_type size# data*",
    )
    _table(
        "search_entry",
        key="id",
        columns="id# check_id kind item_id text",
    )
    op.create_index("search_entry_item", "search_entry", ["check_id", "kind", "item_id"])
    _table(
        "claim",
        key="check_id id",
        columns=(
            "check_id id position# as_circulated as_supported kind status "
            "basis_evidence basis_wording claimant actor action recipient "
            "action_date? first_appearance_id? looked_at notes"
        ),
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "correction",
        key="check_id id",
        columns="check_id id position# kind at was now reason",
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "draft_part",
        key="check_id part",
        columns="check_id part position# text heading",
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "event",
        key="check_id id",
        columns=("check_id id position# actor action recipient event_date? passage_ids note"),
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "image",
        key="check_id id",
        columns=(
            "check_id id position# alt_text caption creator licence link taken? sha256 file_name"
        ),
        references=(("check_id", "fact_check", "id", True),),
    )
    op.create_index("image_original", "image", ["sha256"])
    _table(
        "post",
        key="check_id network",
        columns="check_id network position# text",
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "sign_off",
        key="check_id id",
        columns="check_id id position# name role at revision# sha256",
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "source",
        key="check_id id",
        columns=(
            "check_id id position# outlet title byline published? updated? dateline "
            "agency url archive_url accessed? language rights type flags relies_on "
            "syndicated_from? notes"
        ),
        references=(("check_id", "fact_check", "id", True),),
    )
    _table(
        "source_version",
        key="check_id source_id id",
        columns="check_id source_id id position# text sha256 media_type captured spans",
        references=(("check_id source_id", "source", "check_id id", True),),
    )
    op.create_index("source_version_original", "source_version", ["sha256"])
    _table(
        "watch_item",
        key="check_id id",
        columns="check_id id position# text claim_id? due? seen!",
        references=(
            ("check_id", "fact_check", "id", True),
            ("check_id claim_id", "claim", "check_id id", False),
        ),
    )
    op.create_index("watch_item_claim", "watch_item", ["check_id", "claim_id"])
    _table(
        "passage",
        key="check_id id",
        columns=(
            "check_id id position# source_id version_id exact prefix suffix "
            "start_offset# end_offset# state"
        ),
        references=(
            ("check_id source_id version_id", "source_version", "check_id source_id id", True),
        ),
    )
    op.create_index("passage_version", "passage", ["check_id", "source_id", "version_id"])
    _table(
        "appearance",
        key="check_id claim_id id",
        columns="check_id claim_id id position# passage_id? place url appeared?",
        references=(
            ("check_id claim_id", "claim", "check_id id", True),
            ("check_id passage_id", "passage", "check_id id", False),
        ),
    )
    op.create_index("appearance_passage", "appearance", ["check_id", "passage_id"])
    _table(
        "evidence",
        key="check_id claim_id id",
        columns=(
            "check_id claim_id id position# kind stance passage_id? source_id? text "
            "attribution_kind attribution_name attribution_count# "
            "attribution_descriptor note"
        ),
        references=(
            ("check_id claim_id", "claim", "check_id id", True),
            ("check_id passage_id", "passage", "check_id id", False),
            ("check_id source_id", "source", "check_id id", False),
        ),
    )
    op.create_index("evidence_passage", "evidence", ["check_id", "passage_id"])
    op.create_index("evidence_source", "evidence", ["check_id", "source_id"])
