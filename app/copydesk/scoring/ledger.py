"""The score model `ledger-1`: what each family of damage costs, and why the rest is left.

For each family the load is the sum over its findings of `severity weight x confidence`, scaled by
length; its points are `ceiling x (1 - exp(-load / ceiling))`, which grows with every finding and
never passes the ceiling. Points are whole cents, so that the lines add up exactly.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from copydesk.findings import Family, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FULL: Final = 10_000  # a score of 100, in cents


class Level(StrEnum):
    """How much of something an article shows."""

    NONE = "none"
    SOME = "some"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class IndicatorWeights:
    """When an indicator is `some` or `strong`, and what `strong` costs."""

    name: str
    family: Family
    rules: frozenset[str]
    some: int
    strong: int
    points: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of a score model; the data file gives their reasons."""

    model: str
    severity: Mapping[Severity, float]
    ceiling: Mapping[Family, float]
    reference_words: int
    damping_words: int
    indicators: tuple[IndicatorWeights, ...]

    def length_factor(self, words: int) -> float:
        """Return what a finding costs in an article of that length, 1 at the reference length."""
        return (self.reference_words + self.damping_words) / (words + self.damping_words)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A level, and the findings (by index) that it rests on."""

    name: str
    level: Level
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Deduction:
    """One line of the ledger: a family's points, or an indicator's."""

    family: Family
    indicator: str | None
    points: float
    ceiling: float
    findings: tuple[int, ...]  # indices into the findings that were given


@dataclass(frozen=True, slots=True)
class Ledger:
    """The value (100 is undamaged), its deductions and the indicators behind some of them."""

    value: float
    deductions: tuple[Deduction, ...]
    indicators: tuple[Indicator, ...]


@cache
def load_weights() -> Weights:
    """Read the weights of `ledger-1`."""
    text = resources.files("copydesk.scoring").joinpath("weights.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return Weights(
        model=data["model"],
        severity={Severity[name.upper()]: float(value) for name, value in data["severity"].items()},
        ceiling={Family(name): float(value) for name, value in data["ceiling"].items()},
        reference_words=data["length"]["reference_words"],
        damping_words=data["length"]["damping_words"],
        indicators=tuple(
            IndicatorWeights(
                name=name,
                family=Family(value["family"]),
                rules=frozenset(value["rules"]),
                some=value["some"],
                strong=value["strong"],
                points=value["points"],
            )
            for name, value in data["indicator"].items()
        ),
    )


def ledger(findings: Sequence[Finding], words: int, weights: Weights | None = None) -> Ledger:
    """Return the score of an article of `words` words with these findings.

    Laws, tested: the points add up to 100 less the value; one more finding never raises the
    value; no family passes its ceiling; the order of the findings does not matter.
    """
    weights = weights or load_weights()
    factor = weights.length_factor(words)
    costs: dict[Family, list[float]] = {}
    members: dict[Family, list[int]] = {}
    for index, finding in enumerate(findings):
        cost = weights.severity[finding.severity] * finding.confidence
        if cost > 0:
            costs.setdefault(finding.family, []).append(cost)
            members.setdefault(finding.family, []).append(index)
    indicators = tuple(_indicator(findings, one) for one in weights.indicators)
    extra: dict[Family, list[tuple[Indicator, float]]] = {}
    for indicator, rule in zip(indicators, weights.indicators, strict=True):
        if indicator.level is Level.STRONG:
            extra.setdefault(rule.family, []).append((indicator, rule.points))
    lines: list[tuple[Family, Indicator | None, int, tuple[int, ...]]] = []
    for family in Family:
        if family not in costs:
            continue
        ceiling = weights.ceiling[family]
        # fsum is exact, so that the order of the findings can't show.
        load = math.fsum(costs[family]) * factor
        cents = _cents(load, ceiling)
        lines.append((family, None, cents, tuple(members[family])))
        for indicator, points in extra.get(family, ()):
            load += points
            more = _cents(load, ceiling)
            lines.append((family, indicator, more - cents, indicator.findings))
            cents = more
    shares = _fitted([cents for _, _, cents, _ in lines])
    deductions = tuple(
        Deduction(
            family=family,
            indicator=None if indicator is None else indicator.name,
            points=cents / 100,
            ceiling=weights.ceiling[family],
            findings=found,
        )
        for (family, indicator, _, found), cents in zip(lines, shares, strict=True)
    )
    return Ledger((_FULL - sum(shares)) / 100, deductions, indicators)


def _indicator(findings: Sequence[Finding], weights: IndicatorWeights) -> Indicator:
    found = tuple(
        index
        for index, finding in enumerate(findings)
        if finding.detector in weights.rules and finding.severity >= Severity.WARNING
    )
    level = Level.NONE
    if len(found) >= weights.some:
        level = Level.STRONG if len(found) >= weights.strong else Level.SOME
    return Indicator(weights.name, level, found)


def _cents(load: float, ceiling: float) -> int:
    return math.floor(100 * ceiling * -math.expm1(-load / ceiling))


def _fitted(cents: list[int]) -> list[int]:
    """Scale lines that add up to more than 100 points down to 100, each by the same share."""
    total = sum(cents)
    if total <= _FULL:
        return cents
    shares = [line * _FULL // total for line in cents]
    # Rounding down leaves less than a cent for each line; hand them out from the first.
    missing = _FULL - sum(shares)
    return [share + (index < missing) for index, share in enumerate(shares)]
