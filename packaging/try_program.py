"""Try a program that was built: every kind of file, every export, an old workspace, the case file.

`python3 packaging/try_program.py PROGRAM [ARGUMENTS]`, such as `workbench` once a package is
installed. What a bundle leaves out by mistake is only missed when it is asked for; this asks.
It needs nothing but Python, and prints what failed.
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHECKOUT = Path(__file__).resolve().parent.parent
FORMATS = ("md", "html", "txt", "docx")
sys.path.insert(0, str(CHECKOUT))


def main(arguments: list[str]) -> int:
    """Try a program; return 0 if it did everything, else 1."""
    with tempfile.TemporaryDirectory() as folder:
        faults = list(trouble(arguments or ["workbench"], Path(folder)))
    for fault in faults:
        print(fault, file=sys.stderr)
    print("Something failed." if faults else "Every kind of file, export and workspace: done.")
    return 1 if faults else 0


def trouble(command: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield a line for each thing that a program cannot do."""
    program = _Program(command, folder)
    yield from program.faults("new", "Is Harbor Bridge shut?")
    for name, data in _files().items():
        file = folder / name
        file.write_bytes(data)
        yield from program.faults("add", "is-harbor-bridge-shut", str(file), "--take")
        told = program.run("inspect", str(file), "--json")
        if not told.returncode and "Okafor" not in json.loads(told.stdout)["text"]:
            yield f"inspect {name}: the words of the article are not there"
    yield from program.faults("claim", "is-harbor-bridge-shut", "Harbor Bridge is shut.")
    exports = folder / "exports"
    yield from program.faults(
        "export", "is-harbor-bridge-shut", "--to", str(exports), "--formats", ",".join(FORMATS)
    )
    written = {file.suffix for file in exports.rglob("*") if file.is_file()}
    if not {f".{name}" for name in FORMATS} <= written:
        yield f"export: only {', '.join(sorted(written))} were written"
    review = folder / "review"
    yield from program.faults("review", "is-harbor-bridge-shut", "--to", str(review))
    if len(list(review.glob("*.editor.*"))) != len(("html", "docx")):
        yield "review: the editor's copy is not whole"
    case = folder / "bridge.factcheck"
    yield from program.faults("pack", "is-harbor-bridge-shut", "--to", str(case))
    other = _Program(command, folder, "other.workbench")
    yield from other.faults("unpack", str(case))
    for verb in (["verify"], ["backup"], ["compact"], ["preflight", "is-harbor-bridge-shut"]):
        if program.run(*verb).returncode not in ((0, 1) if verb[0] == "preflight" else (0,)):
            yield f"{verb[0]}: {program.run(*verb).stderr.strip()}"
    for old in sorted((CHECKOUT / "tests" / "data" / "workspaces").glob("*.gz")):
        file = folder / old.stem
        file.write_bytes(gzip.decompress(old.read_bytes()))
        yield from _Program(command, folder, file.name).faults("list")
    yield from program.faults("tour", "--to", str(folder / "tour"))


class _Program:
    """A program with a workspace and a home of its own."""

    def __init__(
        self, command: Sequence[str], folder: Path, workspace: str = "w.workbench"
    ) -> None:
        self._command = [*command]
        self._folder = folder
        kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
        self._variables = {
            **kept,
            "HOME": str(folder),
            "WORKBENCH_FILE": str(folder / workspace),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._command, *arguments],
            env=self._variables,
            cwd=self._folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def faults(self, *arguments: str) -> Iterator[str]:
        """Yield what went wrong with one command, if anything did."""
        done = self.run(*arguments)
        if done.returncode:
            words = " ".join(Path(word).name for word in arguments)
            yield f"{words}: {done.stderr.strip() or done.returncode}"


def _files() -> dict[str, bytes]:
    """Return one file of each kind that can be brought in."""
    made: Any = importlib.import_module("tests.made_file")
    lede = made.LEDE
    lines = [lede[start : start + 80] for start in range(0, len(lede), 80)]
    return {
        "a.txt": lede.encode(),
        "b.md": f"# {made.HEADLINE}\n\n{lede}\n".encode(),
        "c.html": made.page(made.ARTICLE).encode(),
        "d.mhtml": made.mhtml(made.page(made.ARTICLE)),
        "e.pdf": made.pdf([[(72, 740, made.HEADLINE, 18), *made.set_lines([*lines, made.DENIAL])]]),
        "f.docx": made.docx(made.word_paragraph(made.HEADLINE) + made.word_paragraph(lede)),
        "g.odt": made.odt(f"<text:p>{made.HEADLINE}</text:p><text:p>{lede}</text:p>"),
        "h.eml": made.mail(lede),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
