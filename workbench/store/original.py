"""The original bytes of sources and pictures, kept once for each SHA-256."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlmodel import col, delete, select

from workbench.core.error import UserError
from workbench.store.history_table import RevisionPart
from workbench.store.source_record import pictures_in
from workbench.store.table import Image, Original, SourceVersion

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlmodel import Session


def keep_original(session: Session, data: bytes, media_type: str) -> str:
    """Keep some bytes unless they are here already; return their SHA-256 in hexadecimal digits."""
    sha256 = hashlib.sha256(data).hexdigest()
    known = session.exec(select(Original.sha256).where(Original.sha256 == sha256)).first()
    if known is None:
        session.add(Original(sha256=sha256, media_type=media_type, size=len(data), data=data))
    return sha256


def original_in(session: Session, sha256: str) -> bytes:
    """Return the bytes with a SHA-256; raises UserError if they are missing or have changed."""
    data = session.exec(select(Original.data).where(Original.sha256 == sha256)).first()
    if data is None:
        raise UserError(
            "The original file of a source is not in this workspace.",
            "Its text is. Bring the file in again if you still have it.",
        )
    if hashlib.sha256(data).hexdigest() != sha256:
        raise UserError(
            "The original file of a source is damaged in this workspace.",
            "Keep this workspace and take the file from a copy of it.",
        )
    return data


def original_sizes(session: Session, names: Collection[str]) -> dict[str, int]:
    """Return the bytes of each of some originals that is here, by its SHA-256."""
    rows = session.exec(
        select(Original.sha256, Original.size).where(col(Original.sha256).in_(names))
    )
    return dict(rows.all())


def drop_unused(session: Session, candidates: Collection[str]) -> None:
    """Delete those of some originals that no source version, picture or old state needs."""
    needed = select(SourceVersion.sha256).union(select(Image.sha256))
    shown = session.exec(select(SourceVersion.images).where(SourceVersion.images != "[]"))
    was = session.exec(select(RevisionPart.originals).where(RevisionPart.originals != ""))
    idle = set(candidates).difference(*map(pictures_in, shown), *map(str.split, was))
    session.exec(
        delete(Original).where(col(Original.sha256).in_(idle), col(Original.sha256).not_in(needed))
    )
