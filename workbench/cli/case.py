"""Commands for case files: a whole check with its originals in one file, out and in again."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.check import Slug  # noqa: TC001 - as above
from workbench.cli.invocation import opened_store
from workbench.cli.terminal import remark, tell
from workbench.core.error import UserError

if TYPE_CHECKING:
    from workbench.core.check import Check
    from workbench.store.check_store import CheckStore


def pack(
    context: typer.Context,
    slug: Slug,
    to: Annotated[Path, typer.Option("--to", metavar="FILE", help="The case file to write.")],
    without_originals: Annotated[
        bool,
        typer.Option(
            "--without-originals", metavar="", help="Leave the files of the sources here."
        ),
    ] = False,
    with_notes: Annotated[
        bool, typer.Option("--with-notes", metavar="", help="Let private notes go along.")
    ] = False,
    without_contacts: Annotated[
        bool, typer.Option("--without-contacts", metavar="", help="Leave out who was asked.")
    ] = False,
    without_history: Annotated[
        bool,
        typer.Option("--without-history", metavar="", help="Leave out all earlier states."),
    ] = False,
) -> None:
    """Pack a check with its originals into a case file.

    Private notes stay here, unless you let them go along; private contacts and the notes to the
    others always do. Says what is left out, and how large the file is. Because the history goes
    along, what a colleague changes can be merged; it holds what was removed since, too.
    """
    from workbench.publish.case import originals_of
    from workbench.publish.case import pack as packed
    from workbench.publish.export import ExportFile, write_export
    from workbench.publish.packing import Packing, left_out_of
    from workbench.publish.packing_words import left_out_sentence, missing_here, size_words

    choice = Packing(
        history=not without_history,
        notes=with_notes,
        contacts=not without_contacts,
        originals=not without_originals,
    )
    with opened_store(context) as store:
        check = store.load_slug(slug)
        sizes = store.original_sizes(originals_of(check))
        originals = {name: store.original(name) for name in sizes} if choice.originals else {}
        saved = store.history.saved(check.id)
        data = packed(check, originals, store.exports(check.id), choice, saved)
        (path,) = write_export((ExportFile(name=to.name, data=data),), to.parent, "Packing")
        if store.can_write():
            store.note_packed(check)
    remark(left_out_sentence(left_out_of(check, choice, sizes, len(saved.revisions))))
    if missing := len(originals_of(check)) - len(sizes):
        remark(missing_here(missing))
    remark(f"The file has {size_words(len(data))}.")
    tell(str(path))


def unpack(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The case file to read.")],
) -> None:
    """Take the check of a case file into the workspace.

    Prints its short name. A check that is here already is left as it is, and the file refused: the
    command "merge" puts both together.
    """
    from workbench.publish.case import media_types
    from workbench.publish.case import unpack as unpacked
    from workbench.publish.packing_words import missing_sentence

    case = unpacked(data_of(file))
    check = case.check
    with opened_store(context, create=True) as store:
        require_absent(store, check, file)
        slug = store.take_new(check, case.history, case.exports, case.originals, media_types(check))
    if words := missing_sentence(case.packing, len(case.left_out)):
        remark(words)
    if slug != check.slug:
        remark(f"Another check here is called {check.slug}, so this one is now {slug}.")
    tell(slug)


def require_absent(store: CheckStore, check: Check, file: Path) -> None:
    """Raise UserError if a check is in the workspace already, or in its bin."""
    where = store.where(check.id)
    if where == "binned":
        raise binned(check)
    if where:
        raise UserError(
            f"“{check.title}” is in this workspace already. Nothing was taken in.",
            f"To put both versions together: workbench merge {file.name}",
        )


def binned(check: Check) -> UserError:
    """Return what is said of a case file whose check lies in the bin."""
    return UserError(
        f"“{check.title}” is in the bin of this workspace. Nothing was taken in.",
        "Bring it back from the bin first, or empty the bin.",
    )


def data_of(file: Path) -> bytes:
    """Return the bytes of a case file; raises UserError if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            f"{file.name} cannot be read: {error.strerror or error}.",
            "Nothing was taken in. Look whether the file is there and may be read.",
        ) from error
