"""What a person reads when the packages could not be installed."""

import dev_pip
import pytest

# The telling lines of pip 23 and 26, met in a bare system.
_OUTPUTS = {
    "offline": (
        "WARNING: Retrying (Retry(total=1, connect=None)) after connection broken by "
        "'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object>: Failed to "
        "establish a new connection: [Errno -3] Temporary failure in name resolution')': /x/\n"
        "ERROR: Could not find a version that satisfies the requirement alembic==1.20.1\n"
        "ERROR: No matching distribution found for alembic==1.20.1"
    ),
    "certificate": (
        "WARNING: Retrying (Retry(total=0)) after connection broken by 'SSLError("
        "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
        "self-signed certificate in certificate chain'))': /alembic/\n"
        "ERROR: No matching distribution found for alembic==1.20.1"
    ),
    "hash": (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE. If you have "
        "updated the package versions, please update the hashes.\n    mdurl==0.1.2"
    ),
    "disk": "ERROR: Could not install packages: [Errno 28] No space left on device",
    "wheel": (
        "ERROR: Could not find a version that satisfies the requirement pyside6-essentials==6.11.3"
        "\nERROR: No matching distribution found for pyside6-essentials==6.11.3"
    ),
}
_WORDS = {
    "offline": "there is no network",
    "certificate": "does not trust",
    "hash": "is not the one that the lock names",
    "disk": "disk is full",
    "wheel": "no ready-made pyside6-essentials for Python 3.",
}


@pytest.mark.parametrize("case", list(_OUTPUTS))
def test_a_failure_is_told_in_a_sentence(case):
    sentence = dev_pip.sentence(_OUTPUTS[case].splitlines())

    assert _WORDS[case] in sentence
    assert "ERROR" not in sentence


def test_a_failure_of_an_unknown_kind_shows_what_pip_said():
    sentence = dev_pip.sentence(["first"] * 50 + ["ERROR: the moon is in the way"])

    assert sentence.endswith("ERROR: the moon is in the way")
    assert sentence.count("first") == 11
