"""Every rule of the pre-flight finds its planted faults and is quiet on clean checks."""

from __future__ import annotations

from collections import Counter

import preflight_pairs
import pytest

from workbench.house.rule_book import load_rule_book

VARIANTS = tuple(preflight_pairs.variants())
OF_WORKSPACES = {
    "confirmed_without_evidence",
    "look_alike_as_evidence",
    "review_open",
    "citation_lost",
    "unsupported_sentence",
}
"""Rules about claims and their evidence, which a plain file does not have."""


def test_every_rule_has_five_pairs_at_least():
    counted = Counter((variant.rule, variant.is_faulty) for variant in VARIANTS)
    lacking = [
        (rule, kind)
        for rule in load_rule_book().rules.keys() - OF_WORKSPACES
        for kind in (True, False)
        if counted[rule, kind] < 5
    ]
    assert lacking == []


@pytest.mark.parametrize("base", ["bridge", "ferry", "satire"])
def test_the_clean_checks_are_quiet(base):
    text = preflight_pairs.base_file(base).read_text(encoding="utf-8")
    assert preflight_pairs.findings_of(text, base) == ()


def test_every_planted_fault_is_found():
    missed = [
        (variant.rule, variant.edit)
        for variant in VARIANTS
        if variant.is_faulty
        and variant.rule not in {finding.rule for finding in preflight_pairs.findings_in(variant)}
    ]
    assert missed == []


def test_clean_variants_raise_no_alarm():
    alarms = [
        (finding.rule, variant.rule, variant.edit)
        for variant in VARIANTS
        if not variant.is_faulty
        for finding in preflight_pairs.findings_in(variant)
    ]
    assert alarms == []


def test_windows_line_ends_change_nothing():
    for variant in VARIANTS[::7]:
        as_written = [finding.rule for finding in preflight_pairs.findings_in(variant)]
        windows = preflight_pairs.findings_of(variant.text.replace("\n", "\r\n"), variant.base)
        assert sorted(finding.rule for finding in windows) == sorted(as_written), variant
