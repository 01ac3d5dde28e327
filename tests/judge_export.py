"""Let strangers judge the exports of the sample check: linters, validators, a browser, an office.

Usage: python3 tests/judge_export.py [--tools DIR] [--keep DIR] [--strict]

Every format is written twice and compared byte by byte; then each judge that is on this computer
looks at its files. A judge that is not there is named with the reason and where it comes from; with
--strict it counts as a complaint. DIR of --tools is a folder in which npm has installed axe-core,
markdownlint-cli2 and vnu-jar; none of them is part of the program or of its tests.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))  # from a checkout, without installing it

from tests.publish.schema_org import complaints
from workbench.core.date import stated
from workbench.core.publisher import Policy, Publisher
from workbench.core.record import CheckState, Correction, CorrectionKind
from workbench.house.house import load_house
from workbench.intake.sample import sample_case
from workbench.publish.export import ExportFormat, export_files, write_export

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.core.check import Check
    from workbench.publish.export import ExportFile

_SECONDS = 180
_SERIOUS = ("serious", "critical")
_SIGHTS = (
    ("phone, light", ("--window-size=390,844",)),
    ("desk, dark", ("--window-size=1280,900", "--blink-settings=preferredColorScheme=0")),
)
_LIST = "JSON.stringify(result.violations.map(one => ({id: one.id, impact: one.impact, "
_PROBE = f"""
axe.run(document, {{resultTypes: ["violations"]}}).then(result => {{
  const root = document.documentElement;
  const found = document.createElement("pre");
  found.id = "judged";
  found.textContent = {_LIST} where: one.nodes.map(node => node.target.join(" "))}})));
  found.dataset.wide = root.scrollWidth - root.clientWidth;
  document.body.append(found);
}});
"""


class MissingJudgeError(Exception):
    """A judge is not on this computer; says where it comes from."""


@dataclass(slots=True)
class Court:
    """Where the files are, where the tools are, and what has been said so far."""

    folder: Path
    tools: Path
    said: list[str] = field(default_factory=list)

    def files(self, suffix: str) -> list[Path]:
        """Return the exported files with a suffix."""
        return sorted(self.folder.glob(f"*/*{suffix}"))


def checks() -> dict[str, Check]:
    """Return the sample as a draft, and approved, published and corrected."""
    draft, _ = sample_case()
    correction = Correction(
        id=draft.id,
        kind=CorrectionKind.CORRECTION,
        at=draft.changed,
        was="The call was on Friday.",
        now="The call was in the week before July 7, 2026.",
    )
    published = replace(
        draft,
        state=CheckState.CORRECTED,
        published=stated("2026-07-10"),
        corrections=(correction,),
    )
    return {"draft": draft, "corrected": published}


def exported(check: Check) -> tuple[ExportFile, ...]:
    """Return all formats of a check, with a made-up newsroom."""
    publisher = Publisher(
        name="The Alba Desk",
        url="https://desk.example/",
        policies=(Policy(name="How we correct", url="https://desk.example/corrections"),),
    )
    house = replace(load_house(), publisher=publisher)
    return export_files(check, house, tuple(ExportFormat))


def same_bytes(_: Court) -> list[str]:
    """Compare every file with that of a second run."""
    return [
        f"{file.name} differs on a second run"
        for check in checks().values()
        for file, again in zip(exported(check), exported(check), strict=True)
        if file != again
    ]


def json_ld(court: Court) -> list[str]:
    """Let a reader that knows schema.org alone read ClaimReview, as a file and in the page."""
    texts = {str(path): path.read_text("utf-8") for path in court.files(".claimreview.json")}
    for path in court.files(".html"):
        found = re.findall(
            r"<script[^>]*ld\+json[^>]*>(.*?)</script>", path.read_text("utf-8"), re.S
        )
        texts |= {f"{path} script {number}": text for number, text in enumerate(found)}
    if len(texts) != 2 * len(checks()):
        return [f"{len(texts)} ClaimReviews instead of {2 * len(checks())}"]
    return [f"{name}: {fault}" for name, text in texts.items() for fault in complaints(text)]


def markdownlint(court: Court) -> list[str]:
    """Hold the Markdown against the defaults of markdownlint."""
    program = _program(court, "markdownlint-cli2", "npm: markdownlint-cli2")
    done = _run([program, "--no-globs", *map(str, court.files(".md"))], court.folder)
    return [line for line in done.stderr.splitlines() if " MD" in line]


def tidy(court: Court) -> list[str]:
    """Hold the page against HTML Tidy."""
    program = _program(court, "tidy", "Debian: tidy")
    return [
        line
        for path in court.files(".html")
        for line in _run([program, "-q", "-e", str(path)], court.folder).stderr.splitlines()
    ]


def nu_checker(court: Court) -> list[str]:
    """Hold the page against the Nu Html Checker of the W3C."""
    java = _program(court, "java", "Debian: default-jre-headless")
    jars = sorted(court.tools.glob("node_modules/vnu-jar/build/dist/vnu.jar"))
    if not jars:
        raise MissingJudgeError("npm: vnu-jar, in the folder of --tools")
    pages = map(str, court.files(".html"))
    done = _run([java, "-jar", str(jars[0]), "--format", "json", *pages], court.folder)
    found = json.loads(done.stderr)["messages"]
    # It does not compute the hash in a policy, and takes JSON-LD for a script that would run.
    return [
        f"{one['url']}: {one['message']}"
        for one in found
        if "Content Security Policy" not in one["message"]
    ]


def browser(court: Court) -> list[str]:
    """Look in Chromium for what axe-core calls serious, and for a page wider than a phone."""
    program = _program(court, "chromium", "Debian: chromium")
    scripts = sorted(court.tools.glob("node_modules/axe-core/axe.min.js"))
    if not scripts:
        raise MissingJudgeError("npm: axe-core, in the folder of --tools")
    axe = scripts[0].read_text("utf-8").replace("</script", "<\\/script")
    told = []
    for path in court.files(".html"):
        # The policy of the page would keep axe out: the copy that is judged goes without it.
        bare = re.sub(r"<meta http-equiv[^>]*>\n", "", path.read_text("utf-8"), count=1)
        probed = bare.replace("</body>", f"<script>{axe}</script><script>{_PROBE}</script></body>")
        copy = path.with_name(f"judged-{path.name}")
        copy.write_text(probed, "utf-8")
        for name, options in _SIGHTS:
            told += [f"{path.name}, {name}: {one}" for one in _seen(program, options, copy)]
        copy.unlink()
    return told


def no_request(court: Court) -> list[str]:
    """Watch whether Chromium asks the network for anything when it opens the page."""
    program = _program(court, "chromium", "Debian: chromium")
    told = []
    for path in court.files(".html"):
        log = path.with_suffix(".netlog")
        _run(
            [program, *_HEADLESS, f"--log-net-log={log}", "--dump-dom", path.as_uri()], court.folder
        )
        text = log.read_text("utf-8", errors="replace")
        log.unlink()
        hosts = set(re.findall(r"https?://([^/\"<>\s]+)", path.read_text("utf-8")))
        told += [f"{path.name} asks {host}" for host in sorted(hosts) if f"//{host}/" in text]
    return told


def office(court: Court) -> list[str]:
    """Let LibreOffice open the Word file and make text and a PDF of it."""
    program = _program(court, "soffice", "Debian: libreoffice-writer-nogui")
    told = []
    for path in court.files(".docx"):
        with tempfile.TemporaryDirectory() as home:
            profile = f"-env:UserInstallation={Path(home).as_uri()}"
            for kind in ("txt:Text", "pdf"):
                _run(
                    [program, profile, "--headless", "--convert-to", kind, "--outdir", home,
                     str(path)],
                    court.folder,
                )  # fmt: skip
            text, pdf = Path(home, f"{path.stem}.txt"), Path(home, f"{path.stem}.pdf")
            words = " ".join(text.read_text("utf-8-sig").split()) if text.exists() else ""
            if not pdf.exists() or not pdf.read_bytes().startswith(b"%PDF"):
                told.append(f"{path.name}: no PDF came out of it")
            for check in checks().values():
                if check.title not in words:
                    told.append(f"{path.name}: the headline is missing")
    return told


JUDGES: tuple[Callable[[Court], list[str]], ...] = (
    same_bytes,
    json_ld,
    markdownlint,
    tidy,
    nu_checker,
    browser,
    no_request,
    office,
)
_HEADLESS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
)


def main() -> int:
    """Write the exports, let every judge look, and return 1 if one complained."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tools", type=Path, default=Path(), help="where npm installed the judges")
    parser.add_argument("--keep", type=Path, help="leave the exports in this folder")
    parser.add_argument("--strict", action="store_true", help="a missing judge is a complaint")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        for name, check in checks().items():
            write_export(exported(check), folder.resolve() / name)
        court = Court(folder.resolve(), options.tools.resolve())
        outcomes = [_outcome(judge, court, strict=options.strict) for judge in JUDGES]
    return int(not all(outcomes))


def _outcome(judge: Callable[[Court], list[str]], court: Court, *, strict: bool) -> bool:
    """Let a judge look, say what came of it, and return whether all is well."""
    name = judge.__name__.replace("_", " ")
    try:
        told = judge(court)
    except MissingJudgeError as error:
        sys.stdout.write(f"missing   {name} ({error})\n")
        return not strict
    sys.stdout.write(f"{'complains' if told else 'content  '} {name}: {judge.__doc__}\n")
    sys.stdout.writelines(f"          {line}\n" for line in told)
    return not told


def _seen(program: str, options: tuple[str, ...], page: Path) -> list[str]:
    command = [program, *_HEADLESS, *options, "--virtual-time-budget=20000", "--dump-dom"]
    dom = _run([*command, page.as_uri()], page.parent).stdout
    match = re.search(r'<pre id="judged" data-wide="(-?\d+)">(.*?)</pre>', dom, re.S)
    if match is None:
        return ["axe did not answer"]
    told = [
        f"{one['impact']}: {one['id']} at {', '.join(one['where'])}"
        for one in json.loads(html.unescape(match[2]))
        if one["impact"] in _SERIOUS
    ]
    return [*told, f"{match[1]} px wider than the screen"] if int(match[1]) > 0 else told


def _program(court: Court, name: str, origin: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=court.tools / "node_modules" / ".bin")
    if found is None:
        raise MissingJudgeError(origin)
    return found


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=_SECONDS,
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main())
