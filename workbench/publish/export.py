"""The export: a folder with the finished check and its posts, each file whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.core.error import UserError
from workbench.publish.alt_text import alt_texts
from workbench.publish.claim_review import as_json, claim_review
from workbench.publish.escape import plain
from workbench.publish.front_matter import DRAFT_WORDS, is_draft
from workbench.publish.markdown import markdown_for
from workbench.publish.post_thread import parts_for, thread_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Mapping, Sequence

    from workbench.core.check import Check
    from workbench.core.returned import CopyIdentity
    from workbench.house.house import House

    Printer = Callable[[Check, House, Mapping[str, bytes]], bytes]
    """Prints a check with its pictures, by SHA-256, to a PDF: given to whoever writes exports."""

DRAFT_LINE = DRAFT_WORDS
"""First line of a post that goes out unapproved."""

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9_-]+")
_CLOSE_OR_CHOOSE = "Close the file, or choose another folder."
_REASONS = {
    errno.ENOSPC: ("The disk is full.", "Free some space, then export again."),
    errno.EDQUOT: ("Your share of the disk is used up.", "Free some space, then export again."),
    errno.EROFS: ("The folder cannot be written to.", "Choose another folder."),
    errno.EACCES: ("You may not write there, or a file is open elsewhere.", _CLOSE_OR_CHOOSE),
    errno.EPERM: ("You may not write there, or a file is open elsewhere.", _CLOSE_OR_CHOOSE),
    errno.ENOTDIR: ("What should be a folder is a file.", "Choose another folder."),
    errno.EEXIST: ("What should be a folder is a file.", "Choose another folder."),
    errno.EISDIR: ("A folder stands where a file should go.", "Choose another folder."),
    errno.ENAMETOOLONG: ("The path of the folder is too long.", "Choose another folder."),
}


class ExportFormat(StrEnum):
    """What a finished check can be written as, in the order in which it is written."""

    MARKDOWN = "md"
    PAGE = "html"
    PLAIN_TEXT = "txt"
    WORD = "docx"
    PDF = "pdf"
    CLAIM_REVIEW = "claimreview"
    ORIGINS = "origins"
    POSTS = "posts"


USUAL_FORMATS = (
    ExportFormat.MARKDOWN,
    ExportFormat.PAGE,
    ExportFormat.CLAIM_REVIEW,
    ExportFormat.ORIGINS,
    ExportFormat.POSTS,
)
"""What is written unless somebody chooses."""
_ONE_FILE = frozenset(
    {
        ExportFormat.MARKDOWN,
        ExportFormat.PAGE,
        ExportFormat.PLAIN_TEXT,
        ExportFormat.WORD,
        ExportFormat.PDF,
    }
)
"""Formats that are always one file, named after its format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """One file of an export: a plain name, the same on every system, and its bytes."""

    name: str
    data: bytes


def export_files(
    check: Check,
    house: House,
    formats: Collection[ExportFormat] = USUAL_FORMATS,
    pictures: Mapping[str, bytes] | None = None,
    printer: Printer | None = None,
    identity: CopyIdentity | None = None,
) -> tuple[ExportFile, ...]:
    """Return the finished check in some formats, always in the same order.

    pictures: bytes of the pictures that the page is to show, by SHA-256. printer: prints the PDF;
    without one there is none. identity: stands in the files that can come back. A ClaimReview that
    cannot be written is left out; `export_cautions` says why.
    """
    files: list[ExportFile] = []
    for wanted in ExportFormat:
        if wanted not in formats:
            continue
        if wanted is not ExportFormat.PDF:
            files += _WRITERS[wanted](check, house, pictures or {}, identity)
        elif printer is not None:
            data = printer(check, house, pictures or {})
            files.append(ExportFile(name=f"{check.slug}.pdf", data=data))
    return tuple(files)


def export_names(
    check: Check,
    house: House,
    formats: Collection[ExportFormat] = USUAL_FORMATS,
    *,
    has_printer: bool = False,
) -> tuple[str, ...]:
    """Return what the files of an export will be called; writing them takes longer."""
    names: list[str] = []
    for wanted in ExportFormat:
        if wanted not in formats or (wanted is ExportFormat.PDF and not has_printer):
            continue
        if wanted in _ONE_FILE:
            names.append(f"{check.slug}.{wanted.value}")
        else:  # perhaps none, or many
            names += [file.name for file in _WRITERS[wanted](check, house, {}, None)]
    return tuple(names)


def export_cautions(
    check: Check, house: House, formats: Collection[ExportFormat] = USUAL_FORMATS
) -> tuple[str, ...]:
    """Return sentences about what will be missing from an export, or could be better."""
    told: tuple[str, ...] = ()
    if ExportFormat.POSTS in formats:
        from workbench.publish.post_caution import post_cautions

        told = post_cautions(check, house)
    if ExportFormat.CLAIM_REVIEW not in formats:
        return told
    review = claim_review(check, house)
    if review.block is None:
        return (*told, f"ClaimReview is not written. {' '.join(review.why_not)}")
    return (*told, *(f"ClaimReview: {caution}" for caution in review.cautions))


def _markdown(
    check: Check, house: House, _: Mapping[str, bytes], identity: CopyIdentity | None
) -> list[ExportFile]:
    text = markdown_for(check, house, identity)
    return [ExportFile(name=f"{check.slug}.md", data=text.encode())]


def _page(
    check: Check, house: House, pictures: Mapping[str, bytes], identity: CopyIdentity | None
) -> list[ExportFile]:
    from workbench.publish.web_page import web_page_for

    page = web_page_for(check, house, pictures, identity)
    return [ExportFile(name=f"{check.slug}.html", data=page.encode())]


def _plain_text(
    check: Check, house: House, _: Mapping[str, bytes], _identity: CopyIdentity | None
) -> list[ExportFile]:
    from workbench.publish.plain_text import plain_text_for

    return [ExportFile(name=f"{check.slug}.txt", data=plain_text_for(check, house).encode())]


def _word_file(
    check: Check, house: House, _: Mapping[str, bytes], identity: CopyIdentity | None
) -> list[ExportFile]:
    from workbench.publish.word_file import word_file_for

    return [ExportFile(name=f"{check.slug}.docx", data=word_file_for(check, house, identity))]


def _claim_review(
    check: Check, house: House, _: Mapping[str, bytes], _identity: CopyIdentity | None
) -> list[ExportFile]:
    block = claim_review(check, house).block
    if block is None:
        return []
    return [ExportFile(name=f"{check.slug}.claimreview.json", data=as_json(block))]


def _origins(
    check: Check, _house: House, _: Mapping[str, bytes], _identity: CopyIdentity | None
) -> list[ExportFile]:
    """Return the picture of the provenance chain; nothing while no claim has evidence."""
    from workbench.publish.chain_picture import chain_picture
    from workbench.rules.chain_graph import chain_graph

    graph = chain_graph(check)
    if not graph.nodes:
        return []
    stamp = f"{DRAFT_LINE} – " if is_draft(check) else ""
    svg = chain_picture(graph, f"{stamp}{plain(check.title)}")
    return [ExportFile(name=f"{check.slug}.origins.svg", data=svg.encode())]


def _posts(
    check: Check, house: House, _: Mapping[str, bytes], _identity: CopyIdentity | None
) -> list[ExportFile]:
    """Return a text for each network that has a post or thread, and the pictures' alt text."""
    texts: dict[str, str] = {}
    for network in house.networks:
        text = thread_file(parts_for(check, network))
        if text:
            key = _NOT_IN_A_NAME.sub("-", network.key.lower()).strip("-") or "post"
            texts[_free(key, texts)] = text
    told = "\n\n".join(filter(None, alt_texts(check)))
    if texts and told:
        texts[_free("alt-text", texts)] = told
    stamp = f"{DRAFT_LINE}\n\n" if is_draft(check) else ""
    return [
        ExportFile(name=f"{check.slug}.{key}.txt", data=f"{stamp}{text}\n".encode())
        for key, text in texts.items()
    ]


_WRITERS: dict[
    ExportFormat,
    Callable[[Check, House, Mapping[str, bytes], CopyIdentity | None], list[ExportFile]],
] = {
    ExportFormat.MARKDOWN: _markdown,
    ExportFormat.PAGE: _page,
    ExportFormat.PLAIN_TEXT: _plain_text,
    ExportFormat.WORD: _word_file,
    ExportFormat.CLAIM_REVIEW: _claim_review,
    ExportFormat.ORIGINS: _origins,
    ExportFormat.POSTS: _posts,
}


def write_export(
    files: Sequence[ExportFile], folder: Path, doing: str = "The export"
) -> tuple[Path, ...]:
    """Write files into a folder, made if it is missing, and return where they are.

    `doing` is what is said not to have succeeded if it does not.

    Every file is written whole under a temporary name and flushed to the disk before the first
    takes its place, so that a full disk leaves the last export as it was. Raises UserError.
    """
    folder = Path(folder)
    written: list[tuple[Path, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            target = folder / file.name
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
            temporary = folder / f".{file.name}.{os.urandom(4).hex()}.part"
            written.append((temporary, target))
            _write_through(temporary, file.data)
        for temporary, target in written:
            temporary.replace(target)
    except OSError as error:
        raise _plainly(error, folder, doing) from error
    finally:
        for temporary, _ in written:
            temporary.unlink(missing_ok=True)
    return tuple(target for _, target in written)


def _free(key: str, taken: Container[str]) -> str:
    """Return a key that is not taken, so that no two networks share a file."""
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _plainly(error: OSError, folder: Path, doing: str) -> UserError:
    reason, hint = _REASONS.get(
        error.errno or 0, (f"The system says: {error.strerror or error}.", "Choose another folder.")
    )
    return UserError(
        f"{doing} to {folder} did not succeed. {reason}",
        f"The check itself is safe, and no half-written file was left. {hint}",
    )
