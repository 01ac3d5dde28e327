"""The Debian package: the bundle with what a desktop needs to know about it."""

from __future__ import annotations

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import deb_control
import dev_bundle
import dev_library
import dev_package
import dev_system
from dev_environment import CHECKOUT, Environment
from dev_terminal import say
from dev_version import source_date, version

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NAME = deb_control.NAME
DESKTOP = CHECKOUT / "packaging" / "desktop"
ICONS = CHECKOUT / "resources" / "icon"
_ELF = b"\x7fELF"
_REVISION = "1"


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the options of `deb`: check, keep."""
    parser = argparse.ArgumentParser(prog="packaging/dev.py deb", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="pack twice and compare; lintian and the validators"
    )
    parser.add_argument(
        "--keep", action="store_true", help="take the bundle that was made before, if there is one"
    )
    return parser.parse_args(arguments)


def make_package(*, keep: bool) -> Path:
    """Make the package and return where it is."""
    _bring_tools()
    bundle = dev_bundle.BUILD / "bundle" / NAME
    if not (keep and bundle.is_dir()):
        dev_bundle.make_bundle()
    root = dev_bundle.BUILD / "deb" / "root"
    shutil.rmtree(root.parent, ignore_errors=True)
    home = root / "usr" / "lib" / NAME
    shutil.copytree(bundle, home, symlinks=True)
    _strip(home)
    _recode(home)
    command = root / "usr" / "bin" / "workbench"
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    _add_desktop(root)
    _add_documents(root, dev_bundle.build_environment())
    _settle(root)
    return pack(root, _depends(root), root.parent)


def pack(root: Path, depends: str, target: Path) -> Path:
    """Put a settled tree into a package in a folder; the same tree gives the same bytes."""
    control = root / "DEBIAN"
    shutil.rmtree(control, ignore_errors=True)
    files = [file for file in sorted(root.rglob("*")) if file.is_file() and not file.is_symlink()]
    size = sum(-(-file.stat().st_size // 1024) for file in files) + sum(
        1 for file in root.rglob("*") if file.is_dir() or file.is_symlink()
    )
    control.mkdir()
    architecture = _told(["dpkg", "--print-architecture"])
    full = f"{version()}-{_REVISION}"
    words = deb_control.control(full, architecture, depends, size)
    (control / "control").write_text(words, encoding="utf-8")
    sums = (
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  "
        f"{file.relative_to(root)}\n"
        for file in files
    )
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    _settle(root)
    target.mkdir(exist_ok=True)
    package = target / f"{NAME}_{full}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(package)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(source_date())},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return package


def check(package: Path) -> int:
    """Pack once more and compare, then let the validators judge; return 0 if all is well."""
    first = hashlib.sha256(package.read_bytes()).hexdigest()
    root = package.parent / "root"
    control = (root / "DEBIAN" / "control").read_text(encoding="utf-8")
    depends = control.partition("\nDepends: ")[2].partition("\n")[0]
    again = pack(root, depends, root.parent / "again")
    second = hashlib.sha256(again.read_bytes()).hexdigest()
    say(f"Packed twice: {'the same bytes' if first == second else 'DIFFERENT BYTES'}")
    share = root / "usr" / "share"
    commands = (
        ["desktop-file-validate", str(share / "applications" / f"{NAME}.desktop")],
        # The project has no domain of its own to be named after; a stranger's is not ours to take.
        [
            "appstreamcli",
            "validate",
            "--no-net",
            "--override=cid-desktopapp-is-not-rdns=info",
            str(share / "metainfo" / f"{NAME}.metainfo.xml"),
        ],
        ["lintian", "--fail-on", "error,warning", "--info", "--allow-root", str(package)],
    )
    failed = first != second
    for command in commands:
        if shutil.which(command[0]) is None:
            say(f"{command[0]} is not installed: not judged.")
            continue
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        say(f"{command[0]}: {'nothing to mend' if not done.returncode else 'NOT WELL'}")
        if done.returncode:
            print(done.stdout + done.stderr)
            failed = True
    return 1 if failed else 0


def _bring_tools() -> None:
    """Bring what packing needs, and the libraries that Depends is read from."""
    if shutil.which("dpkg-deb") is None:
        raise SystemExit("A Debian package can only be made on a Debian or one of its kind.")
    wanted = {**dev_library.ANY_WINDOW, **dev_library.X11_WINDOW, **dev_library.WAYLAND_WINDOW}
    missing = dev_system.missing_libraries(wanted)
    packages, _ = dev_library.packages_of(missing, "debian")
    tools = [] if shutil.which("dpkg-shlibdeps") else ["dpkg-dev"]
    dev_package.bring([*packages, *tools])


def _strip(home: Path) -> None:
    """Take out of the libraries what only a debugger reads."""
    files = [str(file) for file in _elf_files(home)]
    subprocess.run(
        ["strip", "--strip-unneeded", "--enable-deterministic-archives", *files], check=True
    )


def _recode(home: Path) -> None:
    """Bring texts of licences that are older than UTF-8 to it, as Debian asks."""
    for file in sorted(home.glob("_internal/*.dist-info/**/*")):
        data = file.read_bytes() if file.is_file() else b""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            file.write_text(data.decode("latin-1"), encoding="utf-8")


def _elf_files(folder: Path) -> list[Path]:
    """Return programs and libraries below a folder, each once, in their order."""
    found = []
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as stream:
                if stream.read(4) == _ELF:
                    found.append(file)
    return found


def _add_desktop(root: Path) -> None:
    """Put in the entry, the metadata, the file types and the icons."""
    share = root / "usr" / "share"
    _copy(DESKTOP / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    _copy(DESKTOP / f"{NAME}.xml", share / "mime" / "packages" / f"{NAME}.xml")
    words = (DESKTOP / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    date = datetime.fromtimestamp(source_date(), UTC).date().isoformat()
    words = words.replace("@VERSION@", version()).replace("@DATE@", date)
    metainfo = share / "metainfo" / f"{NAME}.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(words, encoding="utf-8")
    theme = share / "icons" / "hicolor"
    for picture in ICONS.glob("workbench-*.png"):
        size = picture.stem.rpartition("-")[2]
        _copy(picture, theme / f"{size}x{size}" / "apps" / f"{NAME}.png")
    _copy(ICONS / "workbench.svg", theme / "scalable" / "apps" / f"{NAME}.svg")


def _add_documents(root: Path, environment: Environment) -> None:
    """Put in manual, licences, change logs, the bill of materials and the exceptions."""
    share = root / "usr" / "share"
    documents = share / "doc" / NAME
    documents.mkdir(parents=True)
    packaging = CHECKOUT / "packaging"
    page = root.parent / "workbench.1"
    dev_bundle.run_in(environment, packaging / "manual.py", str(page))
    _compress(page.read_bytes(), share / "man" / "man1" / "workbench.1.gz")
    notice = packaging / "bundle" / "notice.py"
    dev_bundle.run_in(environment, notice, str(documents / "copyright"), "--debian")
    bill = documents / "sbom.cdx.json"
    dev_bundle.run_in(environment, packaging / "bundle" / "bill.py", str(bill))
    _compress((CHECKOUT / "CHANGELOG.md").read_bytes(), documents / "changelog.gz")
    log = deb_control.change_log(f"{version()}-{_REVISION}", source_date())
    _compress(log.encode(), documents / "changelog.Debian.gz")
    exceptions = share / "lintian" / "overrides" / NAME
    exceptions.parent.mkdir(parents=True)
    exceptions.write_text(deb_control.overrides(), encoding="utf-8")


def _depends(root: Path) -> str:
    """Return the packages that the libraries of the bundle ask for, with their versions."""
    place = root.parent / "depends"
    (place / "debian").mkdir(parents=True)
    (place / "debian" / "control").write_text(
        f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n"
    )
    elf = _elf_files(root)
    folders = sorted({str(file.parent) for file in elf})
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
    command += [f"-l{folder}" for folder in folders] + [str(file) for file in elf]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The packages to depend on could not be told:\n{done.stderr}")
    return deb_control.depends_of(done.stdout)


def _settle(root: Path) -> None:
    """Give every file the same rights and the date of the sources."""
    date = source_date()
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path == root / "usr" / "lib" / NAME / NAME
            path.chmod(0o755 if path.is_dir() or is_program else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _compress(data: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def _told(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
