"""The laws of `ledger-1`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.findings import Family, Finding, Severity
from copydesk.scoring.ledger import Level, ledger, load_weights
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from random import Random

_RULES = {Family.SUBSTITUTION: ("spun-prefix", "spun-name", "other")}


@st.composite
def _finding(draw: st.DrawFn) -> Finding:
    family = draw(st.sampled_from(Family))
    start = draw(st.integers(0, 1000))
    return Finding(
        detector=draw(st.sampled_from(_RULES.get(family, ("some-rule",)))),
        family=family,
        severity=draw(st.sampled_from(Severity)),
        confidence=draw(st.floats(0, 1)),
        span=Span(start, start + 1),
        message="",
    )


_FINDINGS = st.lists(_finding(), max_size=60)
_WORDS = st.integers(1, 5000)


@given(_FINDINGS, _WORDS)
def test_points_add_up_and_stay_under_their_ceilings(findings: list[Finding], words: int) -> None:
    result = ledger(findings, words)
    assert sum(line.points for line in result.deductions) == pytest.approx(
        100 - result.value, abs=0.005
    )
    assert 0 <= result.value <= 100
    for family in Family:
        lines = [line for line in result.deductions if line.family is family]
        assert sum(line.points for line in lines) <= load_weights().ceiling[family] + 1e-9


@given(_FINDINGS, _finding(), _WORDS)
def test_one_more_never_raises_and_one_less_never_lowers(
    findings: list[Finding], another: Finding, words: int
) -> None:
    assert ledger([*findings, another], words).value <= ledger(findings, words).value


@given(_FINDINGS, _WORDS, st.randoms())
def test_order_does_not_matter(findings: list[Finding], words: int, random: Random) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)

    def lines(found: list[Finding]) -> list[tuple[Family, str | None, float]]:
        return [
            (line.family, line.indicator, line.points) for line in ledger(found, words).deductions
        ]

    assert lines(shuffled) == lines(findings)
    assert ledger(shuffled, words).value == ledger(findings, words).value


@given(_FINDINGS, _WORDS, st.integers(1, 5000))
def test_length_never_costs(findings: list[Finding], words: int, more: int) -> None:
    assert ledger(findings, words + more).value >= ledger(findings, words).value


def _many(family: Family, severity: Severity, count: int, rule: str = "a-rule") -> list[Finding]:
    return [Finding(rule, family, severity, 1.0, Span(i, i + 1), "") for i in range(count)]


def test_information_costs_nothing() -> None:
    assert ledger(_many(Family.CONSISTENCY, Severity.INFO, 50), 300).value == 100


def test_one_slip_in_a_long_text_costs_little_and_ten_cost_much() -> None:
    one = ledger(_many(Family.CASING, Severity.ERROR, 1), 2000).value
    ten = ledger(_many(Family.CASING, Severity.ERROR, 10), 2000).value
    assert one > 95
    assert ten < 90


def test_a_text_broken_in_every_way_ends_at_nought() -> None:
    findings = [one for family in Family for one in _many(family, Severity.ERROR, 200)]
    assert ledger(findings, 100).value == 0


def test_a_strong_indicator_is_a_line_of_its_own_that_names_its_findings() -> None:
    weights = load_weights().indicators[0]
    findings = _many(Family.SUBSTITUTION, Severity.WARNING, weights.strong, "spun-prefix")
    result = ledger(findings, 1000)
    line = next(line for line in result.deductions if line.indicator == "spun")
    assert line.points > 0
    assert line.findings == tuple(range(weights.strong))
    assert result.indicators[0].level is Level.STRONG
    assert ledger(findings[1:], 1000).indicators[0].level is Level.SOME


def test_one_warning_leaves_a_short_item_above_95_and_one_error_does_not() -> None:
    assert ledger(_many(Family.CASING, Severity.WARNING, 1), 200).value > 95
    assert ledger(_many(Family.CASING, Severity.ERROR, 1), 200).value < 95
