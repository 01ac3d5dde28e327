"""What is shipped: every package and library by name, version, licence, and the licence's words."""

from __future__ import annotations

import platform
import re
import sys
import tomllib
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LICENCES = CHECKOUT / "packaging" / "licences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that others made and a package of ours holds.

    Attributes:
        version: empty where a wheel does not tell which version of a library is inside it.
        licence: an expression of SPDX.
        copyright: the line that has to be kept; empty where the words of the licence hold it.
        inside: the package that a library came with; empty for a package.
        words: the texts of its licences.

    """

    name: str
    version: str
    licence: str
    copyright: str
    inside: str
    words: tuple[str, ...]


def parts() -> tuple[Part, ...]:
    """Return what is shipped on this system: the packages of run.lock, then the libraries."""
    table = tomllib.loads(
        (CHECKOUT / "resources" / "about" / "parts.toml").read_text(encoding="utf-8")
    )
    here = [entry for entry in table["package"] if is_installed(entry["name"])]
    return (*map(_package, here), *map(_library, table["library"]))


def locked_names() -> list[str]:
    """Return the names in run.lock, on every system."""
    lock = (CHECKOUT / "packaging" / "run.lock").read_text(encoding="utf-8")
    return re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)


def is_installed(name: str) -> bool:
    """Tell whether a package is there; some are for one system or one Python only."""
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def record_folder(name: str) -> Path:
    """Return the folder NAME-VERSION.dist-info of an installed package."""
    return Path(str(metadata.distribution(name)._path))  # type: ignore[attr-defined]  # noqa: SLF001


def licence_files(name: str) -> list[Path]:
    """Return the files that an installed package brings for its licence, in their order."""
    folder = record_folder(name)
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return [
        file
        for file in found
        if "licen" in str(file.relative_to(folder)).lower()
        or file.name.startswith(("AUTHORS", "NOTICE", "COPYING"))
    ]


def _package(entry: dict[str, str]) -> Part:
    name = entry["name"]
    files = licence_files(name)
    if not files:
        texts = {"LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt")}[entry["licence"]]
        files = [LICENCES / text for text in texts]
    return Part(
        name=name,
        version=metadata.version(name),
        licence=entry["licence"],
        copyright="",
        inside="",
        words=tuple(file.read_text(encoding="utf-8", errors="replace") for file in files),
    )


def _library(entry: dict[str, str]) -> Part:
    words = (LICENCES / entry["text"]).read_text(encoding="utf-8") if entry["text"] else ""
    if entry["name"] == "Python":
        words = _python_licence()
    elif entry["name"].startswith("PyInstaller"):
        words = _bootloader_licence()
    return Part(
        name=entry["name"],
        version=_library_version(entry["name"]),
        licence=entry["licence"],
        copyright=entry["copyright"],
        inside=entry["inside"],
        words=(words,) if words else (),
    )


def _library_version(name: str) -> str:
    """Return the version of a library where what it is inside of tells it."""
    if name == "Python":
        return platform.python_version()
    if name == "Qt":
        return metadata.version("pyside6-essentials")
    if name.startswith("PyInstaller") and is_installed("pyinstaller"):
        return metadata.version("pyinstaller")
    if name == "PDFium":
        from pypdfium2.version import PDFIUM_INFO

        return str(PDFIUM_INFO).partition("@")[0]
    if name in ("libxml2", "libxslt"):
        from lxml import etree

        told = etree.LIBXML_VERSION if name == "libxml2" else etree.LIBXSLT_VERSION
        return ".".join(str(number) for number in told)
    return ""


def _python_licence() -> str:
    """Return Python's licence, which Debian keeps elsewhere than Python itself."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    for file in (
        Path(f"/usr/share/doc/python{version}/copyright"),
        base / "lib" / f"python{version}" / "LICENSE.txt",
        base / "LICENSE.txt",
    ):
        if file.exists():
            return file.read_text(encoding="utf-8", errors="replace")
    raise SystemExit("The licence of this Python is not where it should be.")


def _bootloader_licence() -> str:
    """Return the terms under which PyInstaller's starter may go into any program."""
    if not is_installed("pyinstaller"):
        return ""
    (file, *_) = [file for file in licence_files("pyinstaller") if "COPYING" in file.name]
    return file.read_text(encoding="utf-8")
