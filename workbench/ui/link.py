"""Web addresses: opened in the person's own browser, on a click, after the address was shown.

The program itself never opens a connection; the browser does, and the site sees that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.form import caption, link_button
from workbench.ui.notice import NoticeBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_SCHEMES = ("http", "https")
_BREAKS = re.compile(r"([/?&=#.,_-])|(.{40})")


def web_address(text: str) -> QUrl | None:
    """Return the address in a text if a browser can open it, else None; no other scheme passes."""
    url = QUrl(text.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES or not url.host():
        return None
    return url


def shown_address(url: QUrl) -> str:
    """Return an address as the browser gets it, other scripts spelt out, with places to break."""
    address = bytes(url.toEncoded().data()).decode("ascii")
    return _BREAKS.sub(lambda found: f"{found[0]}\u200b", address)


def ask_to_open(asker: QWidget, text: str) -> None:
    """Show an address in the window's notice, and open it once the person says so."""
    notices = asker.window().findChild(NoticeBar, "notice_bar")
    url = web_address(text)
    if notices is None or url is None:
        return
    words = _tr(
        "Open {address} in your browser? The site will see that somebody looks at it; the program "
        "itself opens no connection."
    )
    notices.ask(
        words.format(address=shown_address(url)),
        (
            (_tr("Open it"), lambda: QDesktopServices.openUrl(url)),
            (_tr("Leave it"), notices.hide),
        ),
    )


def linked(text: str, field: QLineEdit) -> QVBoxLayout:
    """Return a caption over a field for an address, with a button that opens what is in it."""
    button = link_button(_tr("Open …"), f"{field.objectName()}_open")
    button.setAccessibleName(_tr("Open the address in the browser: {field}").format(field=text))
    button.hide()  # until there is something to open
    button.clicked.connect(lambda: ask_to_open(field, field.text()))
    field.textChanged.connect(lambda now: button.setVisible(web_address(now) is not None))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(caption(text, field))
    column.addLayout(row)
    return column


def _tr(text: str) -> str:
    return QCoreApplication.translate("link", text)
