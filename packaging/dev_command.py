"""What each word after `packaging/dev.py` does."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NoReturn

import dev_system
from dev_environment import Environment
from dev_terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

USAGE = """\
python3 packaging/dev.py run [ARGUMENTS]   open the workbench; without a display, take its tour
python3 packaging/dev.py test [ARGUMENTS]  style, rooms, types and tests; arguments go to pytest
python3 packaging/dev.py bench [--json] [--rounds N]   measure the speed bars
python3 packaging/dev.py faults [--rounds N] [--json]  kill, fill, block; count lost words
python3 packaging/dev.py merge-rounds [--rounds N] [--json]  edit apart, merge; count lost edits
python3 packaging/dev.py fuzz [--seconds N]      feed every room what nobody would write
python3 packaging/dev.py anchors PATH [--json]   count how well quotes are found again
python3 packaging/dev.py lock [--upgrade]  write the three locks anew (needs uv)
python3 packaging/dev.py bundle            make the program as one folder that needs no Python
python3 packaging/dev.py deb [--check] [--keep]  make the package for Debian and Ubuntu
python3 packaging/dev.py wheel             make wheel and source archive, and try both
python3 packaging/dev.py translations [--check]  add new texts to the catalogues, or name gaps
python3 packaging/dev.py sbom              list what is shipped, as CycloneDX

The first run or test makes the folder .venv from the locks; later ones need no network."""


def main(arguments: Sequence[str]) -> NoReturn:
    """Run one command and leave with its exit code: 0 done, 1 to be mended, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a path may hold what a Windows console cannot show
            stream.reconfigure(errors="replace", line_buffering=True)
    command, *rest = arguments or ["--help"]
    if command in ("-h", "--help") or rest[:1] in (["-h"], ["--help"]):
        print(USAGE)
        sys.exit(0)
    if command not in COMMANDS:
        print(f"There is no command {command!r}.\n\n{USAGE}", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(COMMANDS[command](rest[1:] if rest[:1] == ["--"] else rest))
    except KeyboardInterrupt:
        sys.exit("\nStopped. What is half made will be made anew by the next start.")


def run(arguments: Sequence[str]) -> int:
    """Open the window, or without a display take the tour; with arguments run that command."""
    environment = Environment()
    display = dev_system.display()
    dev_system.prepare(environment, ["run.lock"], display)
    variables = environment.variables()
    if not display and not arguments:
        say("There is no display here, so the workbench takes its tour without one.")
        arguments = ["tour", "--to", str(environment.checkout / "build" / "tour")]
    if not display:
        variables["QT_QPA_PLATFORM"] = "offscreen"
    return _replace([str(environment.python), "-P", "-m", "workbench", *arguments], variables)


def test(arguments: Sequence[str]) -> int:
    """Run style, rooms, types and tests; 0 only if all of them passed."""
    import dev_journey
    import dev_suite

    environment = Environment()
    dev_system.prepare(environment, ["run.lock", "test.lock"], display="")
    dev_journey.offer()
    at_once = 1 if arguments else dev_suite.workers()
    return dev_suite.run_all(environment, dev_suite.steps(environment, arguments), at_once)


def bench(arguments: Sequence[str]) -> int:
    """Measure the speed bars and print them."""
    import dev_bench

    options = dev_bench.parse(arguments)
    environment = Environment()
    dev_system.prepare(environment, ["run.lock"], display="")
    return dev_bench.print_bars(environment, rounds=options.rounds, as_json=options.json)


def faults(arguments: Sequence[str]) -> int:
    """Run the fault rounds; 0 only if no acknowledged word was lost."""
    environment = Environment()
    dev_system.prepare(environment, ["run.lock"], display="")
    script = environment.checkout / "tests" / "faults" / "fault_round.py"
    variables = environment.variables() | {"PYTHONPATH": str(environment.checkout)}
    command = [str(environment.python), str(script), *arguments]
    return subprocess.run(command, env=variables, check=False).returncode


def merge_rounds(arguments: Sequence[str]) -> int:
    """Run the merge rounds; 0 only if no edit was lost and every order gave the same check."""
    environment = Environment()
    dev_system.prepare(environment, ["run.lock"], display="")
    variables = environment.variables() | {"PYTHONPATH": str(environment.checkout)}
    command = [str(environment.python), "-m", "tests.merging.merge_round", *arguments]
    folder = environment.checkout
    return subprocess.run(command, env=variables, cwd=folder, check=False).returncode


def fuzz(arguments: Sequence[str]) -> int:
    """Fuzz every room; 0 only if nothing but sentences came of it."""
    environment = Environment()
    dev_system.prepare(environment, ["run.lock", "test.lock"], display="")
    script = environment.checkout / "tests" / "fuzz" / "fuzz_round.py"
    variables = environment.variables() | {"PYTHONPATH": str(environment.checkout)}
    command = [str(environment.python), "-W", "ignore", str(script), *arguments]
    return subprocess.run(command, env=variables, check=False).returncode


def anchors(arguments: Sequence[str]) -> int:
    """Count over cases with a known answer how well quotes are found again."""
    environment = Environment()
    dev_system.prepare(environment, ["run.lock"], display="")
    script = environment.checkout / "packaging" / "bench" / "anchors.py"
    command = [str(environment.python), str(script), *arguments]
    variables = environment.variables() | {"PYTHONPATH": str(environment.checkout)}
    return subprocess.run(command, env=variables, check=False).returncode


def lock(arguments: Sequence[str]) -> int:
    """Write both locks from pyproject.toml and name what has no wheel somewhere."""
    import dev_lock

    return dev_lock.write_locks(upgrade=dev_lock.parse(arguments).upgrade)


def bundle(arguments: Sequence[str]) -> int:
    """Make build/bundle/factcheck-workbench, for the system that this runs on."""
    import dev_bundle

    _without(arguments)
    dev_bundle.make_bundle()
    say(f"Made {dev_bundle.BUILD / 'bundle'}")
    return 0


def deb(arguments: Sequence[str]) -> int:
    """Make the package for Debian and Ubuntu."""
    import dev_deb

    options = dev_deb.parse(arguments)
    package = dev_deb.make_package(keep=options.keep)
    say(f"Made {package} ({package.stat().st_size / 1e6:.1f} MB)")
    return dev_deb.check(package) if options.check else 0


def wheel(arguments: Sequence[str]) -> int:
    """Make wheel and source archive, install both freshly, and do a check with each."""
    _without(arguments)
    import dev_wheel

    return dev_wheel.make_and_try()


def sbom(arguments: Sequence[str]) -> int:
    """Write build/sbom.cdx.json, judged by the schema of CycloneDX."""
    _without(arguments)
    import dev_bundle

    file = dev_bundle.BUILD / "sbom.cdx.json"
    environment = dev_bundle.build_environment()
    script = environment.checkout / "packaging" / "bundle" / "bill.py"
    dev_bundle.run_in(environment, script, str(file))
    say(f"Made {file}")
    return 0


def translate(arguments: Sequence[str]) -> int:
    """Bring the catalogues up to date with the texts of the program; 0 if none is open."""
    import translations

    return translations.main(arguments)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "bench": bench,
    "faults": faults,
    "merge-rounds": merge_rounds,
    "fuzz": fuzz,
    "anchors": anchors,
    "lock": lock,
    "bundle": bundle,
    "deb": deb,
    "wheel": wheel,
    "sbom": sbom,
    "translations": translate,
}


def _without(arguments: Sequence[str]) -> None:
    if arguments:
        print(f"This command takes no {' '.join(arguments)}.", file=sys.stderr)
        sys.exit(2)


def _replace(command: list[str], variables: dict[str, str]) -> int:
    """Become another program; on Windows, which cannot do that, run it and return its code."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, variables)
    return subprocess.run(command, env=variables, check=False).returncode
