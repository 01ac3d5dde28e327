"""What goes into a bundle, and what of PySide6 and of the system stays out of it."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

import shipped

EXCLUDED_MODULES = [
    "IPython",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "_pytest",
    "curses",
    "hypothesis",
    "lib2to3",
    "mypy",
    "numpy",
    "pip",
    "pkg_resources",
    "pydoc_data",
    "pytest",
    "readline",
    "setuptools",
    "tkinter",
    "wheel",
]
"""Modules that something names in passing and the workbench never reaches."""

_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg", "qwebp"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qcocoa", "qminimal", "qoffscreen", "qwayland", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmacstyle", "qmodernwindowsstyle"),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-shell-integration": ("xdg-shell",),
    "xcbglintegrations": (),
}
"""The plugins of Qt that are shipped, by folder. Left out are those that bring more libraries than
they are worth here (gtk3), drive bare screens, or open files that a check does not have."""

_SPOKEN = frozenset(
    file.stem for file in (Path(__file__).parents[2] / "resources" / "translations").glob("*.po")
)
"""The languages of the window beside English."""
_QT_LIBRARIES = (
    "Core",
    "DBus",
    "Gui",
    "PrintSupport",
    "Svg",
    "WaylandClient",
    "Widgets",
    "WlShellIntegration",
    "XcbQpa",
)
_LOCALES = ("root", "en", "en_US", "en_001", "en_GB", "de", "fr", "es")
"""Of babel's thousand locales, those that reading pages can ask for; the root serves the rest."""

_SYSTEM = PurePosixPath("/usr/lib"), PurePosixPath("/lib"), PurePosixPath("/lib64")
_OF_PYTHON = re.compile(r"libpython3")


def data(checkout: Path) -> list[tuple[str, str]]:
    """Return the files beside the code, as (where it is, folder in the bundle)."""
    from PyInstaller.utils.hooks import collect_data_files

    found = [(str(checkout / "resources"), "workbench/_resources")]
    # alembic reads the steps of a migration as files, not as modules.
    migrations = checkout / "workbench" / "store" / "migrations"
    for file in migrations.rglob("*.py"):
        found.append(
            (str(file), str(PurePath("workbench", file.parent.relative_to(checkout / "workbench"))))
        )
    for package in ("trafilatura", "justext", "tld", "pypdfium2", "pypdfium2_raw"):
        found += collect_data_files(package)
    return found + _package_records()


def hidden_modules(checkout: Path) -> list[str]:
    """Return modules that are imported by a name made at run time, or by a migration."""
    from PyInstaller.utils.hooks import collect_submodules

    ours = [
        ".".join(file.relative_to(checkout).with_suffix("").parts).removesuffix(".__init__")
        for file in (checkout / "workbench").rglob("*.py")
        if file.name != "__main__.py" and "migrations" not in file.parts
    ]
    return [
        *sorted(ours),
        *collect_submodules("alembic.ddl"),
        "alembic.context",
        "alembic.op",
        "markdown.extensions.tables",
        "sqlalchemy.dialects.sqlite.pysqlite",
    ]


def is_shipped(name: str, source: str) -> bool:
    """Tell whether a file that PyInstaller found is part of the bundle.

    Args:
        name: its path in the bundle.
        source: where it was found.

    """
    path = PurePosixPath(name.replace("\\", "/"))
    if "PySide6" in path.parts or path.name.startswith("libQt6"):
        return _is_shipped_qt(path)
    if "babel" in path.parts and "locale-data" in path.parts:
        return path.stem in _LOCALES
    if "dateparser" in path.parts and "dateparser_data" in path.parts:
        return False
    return not (sys.platform == "linux" and _is_of_system(PurePosixPath(source), path))


def _is_shipped_qt(path: PurePosixPath) -> bool:
    if "translations" in path.parts:  # Qt's own words, in the languages that the program speaks
        return path.name.removeprefix("qtbase_").removesuffix(".qm") in _SPOKEN
    if "qml" in path.parts:
        return False
    if "plugins" in path.parts:
        folder = path.parts[path.parts.index("plugins") + 1]
        return re.sub(r"^lib|\.(so|dll|dylib)$", "", path.name) in _PLUGINS.get(folder, ())
    library = re.match(r"(?:lib)?Qt6?(\w+?)(?:\.so|\.dll|\.abi3|\.pyd|$)", path.name)
    if library is None or ".abi3" in path.name or path.suffix == ".pyd":
        return True
    return library[1] in _QT_LIBRARIES


def _is_of_system(source: PurePosixPath, path: PurePosixPath) -> bool:
    """Tell whether a library is the system's own: the package asks for it instead of copying it.

    So it is mended with the system, and its licence stays where it is.
    """
    if _OF_PYTHON.match(path.name) or "lib-dynload" in path.parts:
        return False
    return (
        ".so" in path.name
        and any(folder in source.parents for folder in _SYSTEM)
        and ("python3" not in str(source))
    )


def _package_records() -> list[tuple[str, str]]:
    """Return the records of the shipped packages: names, versions and the texts of licences."""
    found = []
    for name in filter(shipped.is_installed, shipped.locked_names()):
        folder = shipped.record_folder(name)
        for file in [folder / "METADATA", *shipped.licence_files(name)]:
            found.append((str(file), str(PurePath(folder.name, file.parent.relative_to(folder)))))
    return found


def excluded_modules() -> list[str]:
    """Return the modules that stay out: those named above, and what only builds need."""
    built_with = set()
    lock = Path(__file__).parents[1] / "build.lock"
    for name in re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE):
        if shipped.is_installed(name):
            files = metadata.distribution(name).files or ()
            built_with |= {file.parts[0].removesuffix(".py") for file in files}
    return sorted({name for name in built_with if name.isidentifier()} | set(EXCLUDED_MODULES))


def mac_properties() -> dict[str, Any]:
    """Return what Info.plist says beside the defaults: the two kinds of files it opens."""
    return {
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Fact-check workspace",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeExtensions": ["workbench"],
                "LSHandlerRank": "Owner",
            },
            {
                "CFBundleTypeName": "Fact-check case file",
                "CFBundleTypeRole": "Viewer",
                "CFBundleTypeExtensions": ["factcheck"],
                "LSHandlerRank": "Owner",
            },
        ],
    }
