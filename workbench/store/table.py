"""The tables of what is, as SQLModel classes: storage only, nothing is validated here.

What was, saved states and the bin, is in `history_table`.

Every part of a check carries its check's id, so that ids need to be unique inside one check only
and one deletion takes everything with it. Order is kept in `position`. Codes are the values of the
enumerations in core, times are ISO 8601 in UTC, dates with their basis are JSON text or NULL.
References are checked at the end of a transaction, so rows may be written in any order.

No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.
"""

from typing import Any, ClassVar

from sqlmodel import Field, ForeignKeyConstraint, Index, SQLModel


def part_of_check() -> ForeignKeyConstraint:
    """Return the reference that every row below a check has to it."""
    return _reference(("check_id",), "fact_check", ("id",), cascades=True)


def _reference(
    columns: tuple[str, ...], table: str, keys: tuple[str, ...], *, cascades: bool = False
) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        columns,
        [f"{table}.{key}" for key in keys],
        ondelete="CASCADE" if cascades else None,
        deferrable=True,
        initially="DEFERRED",
    )


class FactCheck(SQLModel, table=True):
    """One check; `revision` grows by one with every save, `binned` is when it went to the bin."""

    __tablename__: ClassVar[Any] = "fact_check"
    __table_args__ = (Index("fact_check_newest", "changed", "id"),)

    id: str = Field(primary_key=True)
    slug: str = Field(unique=True)
    title: str
    created: str
    changed: str
    state: str
    author: str
    reviewer: str
    language: str
    url: str
    published: str | None
    template: str
    main_claim_id: str | None
    rating_scale: str
    rating_label: str
    rating_wording: str
    rating_reason: str
    read_next: str
    notes: str
    dismissals: str
    revision: int
    binned: str | None
    binned_by: str


class Source(SQLModel, table=True):
    """One captured document of a dossier."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    outlet: str
    title: str
    byline: str
    published: str | None
    updated: str | None
    dateline: str
    agency: str
    url: str
    archive_url: str
    accessed: str | None
    language: str
    rights: str
    type: str
    flags: str
    relies_on: str
    syndicated_from: str | None
    notes: str
    anchor: str | None


class SourceVersion(SQLModel, table=True):
    """One immutable text of a source; its bytes are in `original` under their SHA-256."""

    __tablename__: ClassVar[Any] = "source_version"
    __table_args__ = (
        _reference(("check_id", "source_id"), "source", ("check_id", "id"), cascades=True),
        Index("source_version_original", "sha256"),
    )

    check_id: str = Field(primary_key=True)
    source_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    text: str
    sha256: str
    media_type: str
    captured: str
    spans: str
    images: str


class Original(SQLModel, table=True):
    """The bytes of a source or a picture as they came in; shared by everything with their hash."""

    sha256: str = Field(primary_key=True)
    media_type: str
    size: int
    data: bytes


class Passage(SQLModel, table=True):
    """A marked stretch of a source version; offsets in code points."""

    __table_args__ = (
        _reference(
            ("check_id", "source_id", "version_id"),
            "source_version",
            ("check_id", "source_id", "id"),
            cascades=True,
        ),
        Index("passage_version", "check_id", "source_id", "version_id"),
    )

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    source_id: str
    version_id: str
    exact: str
    prefix: str
    suffix: str
    start_offset: int
    end_offset: int
    state: str


class Claim(SQLModel, table=True):
    """One checkable statement with its status and the basis of it."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    as_circulated: str
    as_supported: str
    kind: str
    status: str
    basis_evidence: str
    basis_wording: str
    claimant: str
    actor: str
    action: str
    recipient: str
    action_date: str | None
    first_appearance_id: str | None
    looked_at: str
    notes: str


class Appearance(SQLModel, table=True):
    """A place where a claim occurs."""

    __table_args__ = (
        _reference(("check_id", "claim_id"), "claim", ("check_id", "id"), cascades=True),
        _reference(("check_id", "passage_id"), "passage", ("check_id", "id")),
        Index("appearance_passage", "check_id", "passage_id"),
    )

    check_id: str = Field(primary_key=True)
    claim_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    passage_id: str | None
    place: str
    url: str
    appeared: str | None


class Evidence(SQLModel, table=True):
    """A passage, document, datum or reply tied to a claim."""

    __table_args__ = (
        _reference(("check_id", "claim_id"), "claim", ("check_id", "id"), cascades=True),
        _reference(("check_id", "passage_id"), "passage", ("check_id", "id")),
        _reference(("check_id", "source_id"), "source", ("check_id", "id")),
        Index("evidence_passage", "check_id", "passage_id"),
        Index("evidence_source", "check_id", "source_id"),
    )

    check_id: str = Field(primary_key=True)
    claim_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    kind: str
    stance: str
    passage_id: str | None
    source_id: str | None
    text: str
    attribution_kind: str
    attribution_name: str
    attribution_count: int
    attribution_descriptor: str
    note: str


class Event(SQLModel, table=True):
    """Who did what to whom, and when."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    actor: str
    action: str
    recipient: str
    event_date: str | None
    passage_ids: str
    note: str


class Contact(SQLModel, table=True):
    """Who was asked, and what they answered."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    who: str
    through: str
    asked: str | None
    question: str
    answered: str | None
    answer: str
    claim_ids: str
    is_private: bool
    notes: str


class DraftPart(SQLModel, table=True):
    """What a person wrote in one part of the template."""

    __tablename__: ClassVar[Any] = "draft_part"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    part: str = Field(primary_key=True)
    position: int
    text: str
    heading: str


class Post(SQLModel, table=True):
    """The text for one network; the one for "" is what the others start from."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    network: str = Field(primary_key=True)
    position: int
    text: str


class Image(SQLModel, table=True):
    """A picture that goes with a check; its bytes, if any, are in `original`."""

    __table_args__ = (part_of_check(), Index("image_original", "sha256"))

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    alt_text: str
    caption: str
    creator: str
    licence: str
    link: str
    taken: str | None
    sha256: str
    file_name: str


class WatchItem(SQLModel, table=True):
    """A future signal, tied to the claim that it would change."""

    __tablename__: ClassVar[Any] = "watch_item"
    __table_args__ = (
        part_of_check(),
        _reference(("check_id", "claim_id"), "claim", ("check_id", "id")),
        Index("watch_item_claim", "check_id", "claim_id"),
    )

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    text: str
    claim_id: str | None
    due: str | None
    seen: bool


class Correction(SQLModel, table=True):
    """A labelled change after publication."""

    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    kind: str
    at: str
    was: str
    now: str
    reason: str
    export_id: str


class SignOff(SQLModel, table=True):
    """A named person's approval of one revision."""

    __tablename__: ClassVar[Any] = "sign_off"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    name: str
    role: str
    at: str
    revision: int
    sha256: str
    answers: str


class StateChange(SQLModel, table=True):
    """Who brought a check into a state, and when."""

    __tablename__: ClassVar[Any] = "state_change"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    state: str
    who: str
    at: str


class ExportRecord(SQLModel, table=True):
    """One export of a check: what went out when; beside the check, so that no undo takes it back.

    `files` are names with their SHA-256; `markdown` is what later states are compared with.
    """

    __tablename__: ClassVar[Any] = "export_record"
    __table_args__ = (part_of_check(),)

    check_id: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    revision: int
    at: str
    formats: str
    files: str
    markdown: str
    reader: str


class SearchEntry(SQLModel, table=True):
    """A searchable text; a text that changes gets a new row, so the highest ids are the newest."""

    __tablename__: ClassVar[Any] = "search_entry"
    __table_args__ = (Index("search_entry_item", "check_id", "kind", "item_id"),)

    id: int | None = Field(default=None, primary_key=True)
    check_id: str
    kind: str
    item_id: str
    text: str
