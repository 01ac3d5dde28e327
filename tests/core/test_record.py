"""Sign-offs, corrections and precedents."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from workbench.core.record import Correction, CorrectionKind, Precedent, SignOff

NOW = datetime(2026, 7, 2, tzinfo=UTC)


def test_a_correction_says_what_stands_there_now(number):
    with pytest.raises(ValueError, match="what stands there now"):
        Correction(id=number(1), kind=CorrectionKind.UPDATE, at=NOW, now=" ")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": " "}, "carries a name"),
        ({"sha256": "approved"}, "SHA-256"),
        ({"at": datetime(2026, 7, 2)}, "UTC"),  # noqa: DTZ001 - naive on purpose
    ],
)
def test_a_sign_off_names_a_person_and_the_exact_bytes(number, values, message):
    good = {"name": "Lindqvist", "role": "editor", "at": NOW, "revision": 3, "sha256": "0" * 64}
    assert SignOff(id=number(1), **good).revision == 3
    with pytest.raises(ValueError, match=message):
        SignOff(id=number(1), **good | values)


def test_a_precedent_has_a_title_and_a_slug_that_can_be_one():
    assert Precedent(title="Harbor Bridge, 2025", slug="harbor-bridge-2025").slug
    with pytest.raises(ValueError, match="named by its title"):
        Precedent(title=" ", slug="harbor-bridge-2025")
    with pytest.raises(ValueError, match="slug"):
        Precedent(title="Harbor Bridge, 2025", slug="Harbor Bridge")
