"""Write the bill of materials: what is shipped, as CycloneDX 1.6 in JSON, and judge it.

`python packaging/bundle/bill.py FILE`, with the Python that packages are built with.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "packaging"), str(CHECKOUT / "packaging" / "bundle")]

import shipped  # noqa: E402 - found by the path that was just set
from dev_version import source_date, version  # noqa: E402

PROGRAM = "factcheck-workbench"


def main(arguments: list[str]) -> int:
    """Write the bill to a file; return 1 if it is not what CycloneDX asks for."""
    text = bill_text()
    Path(arguments[0]).write_text(text, encoding="utf-8", newline="\n")
    trouble = trouble_with(text)
    if trouble:
        print(f"The bill of materials is not valid: {trouble}", file=sys.stderr)
        return 1
    print(f"{len(json.loads(text)['components'])} components, valid CycloneDX 1.6")
    return 0


def bill_text() -> str:
    """Return the bill; the same sources, packages and date give the same bytes."""
    found = shipped.parts()
    us = {
        "type": "application",
        "bom-ref": PROGRAM,
        "name": PROGRAM,
        "version": version(),
        "purl": f"pkg:pypi/{PROGRAM}@{version()}",
        "licenses": [{"license": {"id": "MIT"}}],
    }
    components = [_component(part) for part in found]
    content: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(source_date(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": us,
        },
        "components": components,
        "dependencies": _dependencies(found),
    }
    print_of_all = json.dumps(content, sort_keys=True)
    serial = uuid.uuid5(uuid.NAMESPACE_URL, print_of_all)
    content = {**content, "serialNumber": f"urn:uuid:{serial}"}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def trouble_with(text: str) -> str:
    """Return what CycloneDX's own schema says against a bill; empty if nothing."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    return "" if error is None else str(error)


def _component(part: shipped.Part) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "licenses": [_licence(part.licence)],
    }
    if part.version:
        component["version"] = part.version
    if part.copyright:
        component["copyright"] = part.copyright
    if not part.inside and not part.copyright:
        component["purl"] = f"pkg:pypi/{part.name}@{part.version}"
    return component


def _reference(part: shipped.Part) -> str:
    return part.name.lower().replace(" ", "-")


def _licence(expression: str) -> dict[str, Any]:
    """Return a licence by its SPDX name, as an expression of them, or by a name of its own."""
    if "Bootloader-exception" in expression:  # not yet told in one word by every reader
        return {"license": {"name": "GPL-2.0-or-later with the PyInstaller bootloader exception"}}
    if " " in expression:
        return {"expression": expression}
    return {"license": {"id": expression}}


def _dependencies(found: tuple[shipped.Part, ...]) -> list[dict[str, Any]]:
    """Return who needs whom: the packages by what they ask for, the libraries by where they are."""
    names = {part.name for part in found if not part.inside and not part.copyright}
    inside: dict[str, list[str]] = {}
    for part in found:
        if part.copyright:
            inside.setdefault(part.inside or PROGRAM, []).append(_reference(part))
    ours = [_name_of(text) for text in _our_requirements()]
    lists = {PROGRAM: [name for name in ours if name in names]}
    for name in sorted(names):
        asked = {_name_of(text) for text in metadata.requires(name) or () if "extra ==" not in text}
        lists[name] = sorted(asked & names)
    return [
        {"ref": name, "dependsOn": sorted({*needs, *inside.get(name, [])})}
        for name, needs in lists.items()
    ]


def _our_requirements() -> list[str]:
    import tomllib

    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    wanted: list[str] = tomllib.loads(text)["project"]["dependencies"]
    return wanted


def _name_of(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    return re.sub(r"[-_.]+", "-", match[0]).lower() if match else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
