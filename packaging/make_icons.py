"""Draw the icons from their two SVG files: PNG of every size, .ico for Windows, .icns for macOS.

Start it with the Python of .venv after a change of an SVG: `python packaging/make_icons.py`.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

CHECKOUT = Path(__file__).resolve().parent.parent
FOLDER = CHECKOUT / "resources" / "icon"
BUNDLE = CHECKOUT / "packaging" / "bundle"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)
"""Pixels of the PNG files, as icon themes have them."""
SMALL = 24
"""Up to this many pixels the drawing with fewer lines is used."""
_ICO = (16, 24, 32, 48, 64, 256)
_ICNS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256}


def main() -> None:
    """Write all icons anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for size in SIZES:
        (FOLDER / f"workbench-{size}.png").write_bytes(drawn(size))
    (BUNDLE / "workbench.ico").write_bytes(windows_icon())
    (BUNDLE / "workbench.icns").write_bytes(mac_icon())
    application.quit()


def drawn(size: int) -> bytes:
    """Return the icon as PNG, `size` pixels wide and high."""
    name = "workbench-small.svg" if size <= SMALL else "workbench.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(FOLDER / name)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.convertToFormat(QImage.Format.Format_ARGB32).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def windows_icon() -> bytes:
    """Return an .ico file: a directory of 16 bytes an entry, then the PNG files."""
    pictures = [drawn(size) for size in _ICO]
    offset = 6 + 16 * len(pictures)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(_ICO, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def mac_icon() -> bytes:
    """Return an .icns file: a type of four letters and a length before each PNG file."""
    body = b""
    for kind, size in _ICNS.items():
        picture = drawn(size)
        body += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    main()
