"""The one line that a person without rights has to type."""

import dev_package
import pytest

PACKAGES = ("libegl1", "libxcb-cursor0")


def test_debian_with_sudo():
    assert dev_package.line_to_type(PACKAGES, "debian", has_sudo=True) == (
        "sudo apt-get update && "
        "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"
    )


def test_debian_without_sudo_is_still_one_line():
    line = dev_package.line_to_type(PACKAGES, "debian", has_sudo=False)

    assert line == (
        "su -c 'apt-get update && apt-get install -y --no-install-recommends "
        "libegl1 libxcb-cursor0'"
    )


@pytest.mark.parametrize("family", ["fedora", "arch"])
def test_other_families_name_the_packages(family):
    line = dev_package.line_to_type(PACKAGES, family, has_sudo=True)

    assert line.startswith("sudo ")
    assert line.endswith("libegl1 libxcb-cursor0")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("release", "family"),
    [
        ({"ID": "debian"}, "debian"),
        ({"ID": "ubuntu", "ID_LIKE": "debian"}, "debian"),
        ({"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "debian"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "fedora"),
        ({"ID": "endeavouros", "ID_LIKE": "arch"}, "arch"),
        ({"ID": "nixos"}, ""),
        ({}, ""),
    ],
)
def test_a_distribution_belongs_to_a_family(release, family):
    assert dev_package.family_of(release) == family
