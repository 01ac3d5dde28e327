"""What a Debian package says of itself: its control file, its change log, its exceptions."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from email.utils import format_datetime

NAME = "factcheck-workbench"
MAINTAINER = "The fact-check workbench authors <factcheck-workbench@localhost>"
"""Unless DEBFULLNAME and DEBEMAIL name who builds it: no address is promised that nobody reads."""
RECOMMENDED = (
    "fonts-noto-core",
    "fonts-noto-color-emoji",
    "at-spi2-core",
    "shared-mime-info",
    "xdg-utils",
)

# Each of them with its reason: a package with an exception that nobody can explain is not ready.
OVERRIDES = """\
# Qt, PDFium and the packages of Python come in the versions of run.lock, which the tests are run
# with. What the system has in a form that fits (X11, GL, glib, fontconfig, OpenSSL, SQLite) is
# asked for in Depends and not copied.
{name}: embedded-library *
# PyInstaller's starter is taken as it comes in its wheel, which is not built to be moved in memory.
# It only loads the libraries beside it; Python, Qt and all that reads a file are.
{name}: hardening-no-pie *
# The library of ICU that is nothing but data, and modules of Python that take what they need from
# the program that loads them.
{name}: shared-library-lacks-prerequisites *
# The words of a licence are kept as its owner wrote them, with the address of that day.
{name}: old-fsf-address-in-copyright-file
# This package is offered outside of Debian. Who builds it gives an address in DEBEMAIL.
{name}: initial-upload-closes-no-bugs *
{name}: bogus-mail-host *
{name}: bogus-mail-host-in-debian-changelog *
"""


def control(version: str, architecture: str, depends: str, kilobytes: int) -> str:
    """Return the file DEBIAN/control."""
    return f"""\
Package: {NAME}
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer()}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {", ".join(RECOMMENDED)}
Section: text
Priority: optional
Description: read sources beside their claims, and export the check
 A desktop program for fact-checkers. Read a source beside the claims it
 makes, work out what is confirmed, by whom, and what is not, and export
 the finished check as Markdown with a ready post for each network.
 .
 Everything is in one local file; nothing is fetched and nothing is sent.
 The program brings its own Python and its own Qt.
"""


def maintainer() -> str:
    """Return who answers for the package."""
    name, address = os.environ.get("DEBFULLNAME"), os.environ.get("DEBEMAIL")
    return f"{name} <{address}>" if name and address else MAINTAINER


def change_log(version: str, date: int) -> str:
    """Return the change log of the package; that of the program lies beside it."""
    stamp = format_datetime(datetime.fromtimestamp(date, UTC))
    return (
        f"{NAME} ({version}) unstable; urgency=medium\n\n"
        f"  * What changed stands in changelog.gz.\n\n -- {maintainer()}  {stamp}\n"
    )


def overrides() -> str:
    """Return the exceptions for lintian, each with its reason above it."""
    return OVERRIDES.replace("{name}", NAME)


def depends_of(told: str) -> str:
    """Return the Depends of what dpkg-shlibdeps wrote, in their order."""
    found = re.search(r"^shlibs:Depends=(.*)$", told, re.MULTILINE)
    if found is None:
        raise SystemExit("dpkg-shlibdeps named no packages.")
    return ", ".join(sorted(found[1].split(", ")))
