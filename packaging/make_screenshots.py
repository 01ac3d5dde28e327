"""Take the pictures of packaging/screenshots, and write the page that shows them.

Usage: python packaging/make_screenshots.py [--to FOLDER] [NAME...]

One picture for each editor tab, of the start page and of the help, from the sample check as it is
shipped; it needs no display. Names choose single pictures, such as posts-light. The words of the
page are the beginnings of the help pages, so that they cannot differ from the program's own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))  # from a checkout, without installing it

from picture_palette import compact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.main_window import MainWindow

FOLDER = Path(__file__).parent / "screenshots"
PAGE = "README.md"
SIZE = (1280, 800)
_SETTLE_MS = 400
"""Milliseconds, longer than any timer that follows an edit, before a picture is taken."""
_Stage = Callable[["MainWindow"], None]
_FAULTS = (
    "The governor confirmed that she called the mayor because the Harbor Bridge deal is back on. "
    "TODO: ask her office. “We will sign it before the summer is over,” she said."
)
_EDITED = (
    "Did the governor call the mayor? The Ledger reports that she did, citing two people it does "
    "not name. Coast Wire asked both offices again on Thursday; neither has answered."
)
_LONG_POST = """\
The Ledger reports that Governor Ines Lindqvist privately called Mayor Samuel Okafor, citing two \
people it does not name. Its text is not in hand; we have it from Bay Commentary.

Coast Wire tells of another call between the two, the other way round and a year earlier.

Not confirmed: that talks on the Harbor Bridge have been reopened, or that the governor has \
decided to run for the Senate. The mayor says that the city has received no draft agreement."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Attributes:
        page: key of the help page that tells of the place.
        scheme: colours of the window.
        stage: what is done in the window before it is taken.

    """

    page: str
    scheme: str
    stage: _Stage

    @property
    def name(self) -> str:
        """Its file without the ending."""
        return f"{self.page}-{self.scheme}"


def _start(window: MainWindow) -> None:
    window.show_start()


def _help(window: MainWindow) -> None:
    _tab("claims")(window)
    window.action_set.by_name["show_help"].trigger()


def _draft(window: MainWindow) -> None:
    _tab("draft")(window)
    window.workspace.article.show_source(window.desk.check.sources[2].id)
    window.workspace.draft.render_now()


def _posts(window: MainWindow) -> None:
    from workbench.core import change
    from workbench.core.change_post import as_thread

    window.desk.edit("Change post", lambda check: change.with_post_text(check, "", _LONG_POST))
    window.desk.edit("Split into a thread", lambda check: as_thread(check, "x"))
    _tab("posts")(window)
    _settle()
    posts = window.workspace.posts
    posts.scroll_to("x")
    posts.cards["x"].thread_list.parts[1].copy.setFocus()


def _preflight(window: MainWindow) -> None:
    from workbench.core import change

    window.desk.edit("Change draft", lambda check: change.with_draft_text(check, "lede", _FAULTS))
    _tab("preflight")(window)


def _publication(window: MainWindow) -> None:
    from PySide6.QtWidgets import QLineEdit, QPushButton

    from workbench.core import change

    _tab("publication")(window)
    window.findChildren(QLineEdit, "publication_who")[0].setText("Tom Adeyemi")
    for move in ("in_review", "approved"):
        window.findChildren(QPushButton, f"publication_to_{move}")[0].click()
    window.desk.edit("Change draft", lambda check: change.with_draft_text(check, "lede", _EDITED))
    window.publication.watch.look()


def _tab(name: str) -> _Stage:
    return lambda window: window.workspace.enter_tab(name)


PICTURES = (
    Picture("start", "light", _start),
    Picture("sources", "light", _tab("sources")),
    Picture("claims", "light", _tab("claims")),
    Picture("draft", "dark", _draft),
    Picture("posts", "light", _posts),
    Picture("preflight", "light", _preflight),
    Picture("timeline", "light", _tab("timeline")),
    Picture("publication", "light", _publication),
    Picture("help", "dark", _help),
)
"""In the order of the page."""


def take(picture: Picture, folder: Path) -> Path:
    """Take one picture of a window of its own; return the file."""
    from PySide6.QtCore import QSettings

    from workbench.ui import app, setting, theme
    from workbench.ui.setting import Settings

    application = app.made_application()
    with tempfile.TemporaryDirectory() as scratch:
        ini = QSettings(str(Path(scratch) / "picture.ini"), QSettings.Format.IniFormat)
        settings = Settings(ini)
        settings.set(setting.SCHEME, picture.scheme)
        theme.wear(application, theme.Scheme(picture.scheme))
        window = app.opened_window(Path(scratch) / "picture.workbench", settings)
        window.resize(*SIZE)
        window.show()
        window.shelf.open_sample()
        _settle()
        picture.stage(window)
        _settle()
        while window.noticing.is_busy:
            _settle()
        _settle()
        file = folder / f"{picture.name}.png"
        compact(window.grab().toImage()).save(str(file), quality=0)  # packs most
        window.close()
    return file


def page_text() -> str:
    """Return the page that shows the pictures, each with what its help page says it is for."""
    from workbench.house.help_page import help_pages

    pages = {page.key: page for page in help_pages()}
    told = [
        "# The window, tab by tab",
        "Pictures of the sample check, whose people and papers are made up. "
        "F1 tells more of each place, in the program itself.",
    ]
    for picture in PICTURES:
        image = f"{picture.name}.png"
        if picture.page not in pages:
            told += ["## Help", "F1 opens the page of the place where you stand."]
            told.append(f"![The help over the window]({image})")
            continue
        page = pages[picture.page]
        told += [f"## {page.title}", page.lead, f"![{page.title}]({image})"]
        told.append(f"[The help page](../../resources/help/pages/{page.key}.md)")
    return "\n\n".join(told) + "\n"


def _settle() -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


def main(arguments: Sequence[str]) -> int:
    """Take the pictures and write the page; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--to", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME")
    chosen = parser.parse_args(arguments)
    known = {picture.name: picture for picture in PICTURES}
    if unknown := set(chosen.names) - known.keys():
        parser.error(f"no such picture: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workbench.ui.log import keep_log

    keep_log(None)
    chosen.to.mkdir(parents=True, exist_ok=True)
    for name in chosen.names or known:
        file = take(known[name], chosen.to)
        sys.stdout.write(f"{file}  {file.stat().st_size // 1000} kB\n")
    (chosen.to / PAGE).write_text(page_text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
