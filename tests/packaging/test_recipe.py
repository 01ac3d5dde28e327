"""The recipes for other systems: they name what is there, and say that nobody has run them."""

from __future__ import annotations

import plistlib
import re

import pytest


@pytest.mark.parametrize("system", ["windows", "macos", "flatpak"])
def test_a_recipe_that_was_not_run_says_so(checkout, system):
    text = (checkout / "packaging" / system / "README.md").read_text(encoding="utf-8")
    assert "**Not run yet.**" in text


@pytest.mark.parametrize("system", ["windows", "macos", "flatpak"])
def test_a_recipe_names_only_files_that_are_there(checkout, system):
    folder = checkout / "packaging" / system
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(folder.iterdir()))
    for name in re.findall(r"packaging[/\\][\w./\\-]+\.\w+", text):
        assert (checkout / name.replace("\\", "/")).exists(), name
    for name in re.findall(r"(?:desktop|icon)/[\w.-]+\.(?:xml|desktop|svg)", text):
        place = "packaging" if name.startswith("desktop") else "resources"
        assert (checkout / place / name).exists(), name


def test_the_installer_for_windows_knows_both_kinds_of_files(checkout):
    text = (checkout / "packaging" / "windows" / "workbench.iss").read_text(encoding="utf-8")
    assert "\\.workbench\\" in text
    assert "\\.factcheck\\" in text
    assert "PrivilegesRequired=lowest" in text
    assert "[UninstallDelete]" not in text  # what a person wrote is never removed


def test_the_entitlements_for_macos_are_a_property_list(checkout):
    data = (checkout / "packaging" / "macos" / "entitlements.plist").read_bytes()
    assert plistlib.loads(data) == {"com.apple.security.cs.disable-library-validation": True}


def test_flatpak_gives_no_network_and_every_icon(checkout):
    import make_icons

    (file,) = (checkout / "packaging" / "flatpak").glob("*.yaml")
    text = file.read_text(encoding="utf-8")
    assert "network" not in text
    assert f"for size in {' '.join(map(str, make_icons.SIZES))};" in text
