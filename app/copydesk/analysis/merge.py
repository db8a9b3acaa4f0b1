"""Makes one issue of one defect: the precedence table says which finding wins where."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from copydesk.findings import OURS, Finding, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.text.spans import Span

_FAMILY: Final = "family:"
_NOT_FOREIGN: Final = "ours"  # a winner: whatever no engine found


class Where(StrEnum):
    """How the loser must lie to the winner."""

    INSIDE = "inside"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Precedence:
    """One row of the table."""

    winner: str
    losers: frozenset[str]
    where: Where
    fixes: bool
    reason: str
    widest: int | None = None
    """The most code points of a winner; a wider one names another defect than what lies in it."""


@cache
def load_precedence() -> tuple[Precedence, ...]:
    """Read the precedence table."""
    file = resources.files("copydesk.analysis").joinpath("precedence.toml")
    rows: list[dict[str, Any]] = tomllib.loads(file.read_text(encoding="utf-8"))["absorb"]
    return tuple(
        Precedence(
            winner=row["winner"],
            losers=frozenset(row["losers"]),
            where=Where(row["where"]),
            fixes=row.get("fixes", False),
            reason=row["reason"],
            widest=row.get("widest"),
        )
        for row in rows
    )


def merge(
    findings: Iterable[Finding], precedence: Sequence[Precedence] | None = None
) -> tuple[Finding, ...]:
    """Return the findings, one for each defect, by position.

    Linear in the findings but for sorting, so that a text full of damage can't stall the answer.
    """
    kept = _distinct(findings)
    names = {name for finding in kept for name in (finding.detector, f"{_FAMILY}{finding.family}")}
    if any(_is_ours(finding) for finding in kept):
        names.add(_NOT_FOREIGN)
    for row in load_precedence() if precedence is None else precedence:
        # Most articles have a handful of findings, and most rows then nobody to decide between.
        if row.winner in names and not row.losers.isdisjoint(names):
            kept = _absorbed(kept, row)
    return tuple(kept)


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return finding.span.start, -finding.span.end, -finding.severity, finding.detector


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by position and drop what a rule reports twice at one place, the milder one first."""
    kept: list[Finding] = []
    seen: set[tuple[str, str | None, int, int]] = set()
    for finding in sorted(findings, key=_order):
        key = (finding.detector, finding.source_rule, finding.span.start, finding.span.end)
        if key not in seen:
            seen.add(key)
            kept.append(finding)
    return kept


def _is(finding: Finding, name: str) -> bool:
    if name == _NOT_FOREIGN:
        return _is_ours(finding)
    return name in (finding.detector, f"{_FAMILY}{finding.family}")


def _is_ours(finding: Finding) -> bool:
    return finding.source == OURS


def _loses(finding: Finding, row: Precedence) -> bool:
    if _is(finding, row.winner):
        return False
    return finding.detector in row.losers or f"{_FAMILY}{finding.family}" in row.losers


def _absorbed(findings: list[Finding], row: Precedence) -> list[Finding]:
    winners = [
        index
        for index, finding in enumerate(findings)
        if _is(finding, row.winner) and (row.widest is None or len(finding.span) <= row.widest)
    ]
    if not winners:
        return findings
    every = _Reach(findings, winners)
    # What is only worth a look (a caption) hides no defect: information absorbs information alone,
    # and what an engine says of the same place: it knows less of it than we do.
    firm = _Reach(findings, [i for i in winners if findings[i].severity > Severity.INFO])
    dropped: set[int] = set()
    inherited: dict[int, list[Fix]] = {}
    for index, finding in enumerate(findings):
        if not _loses(finding, row):
            continue
        mild = finding.severity is Severity.INFO or not _is_ours(finding)
        reach = every if mild else firm
        winner = reach.winner_over(finding.span, row.where)
        if winner is not None:
            dropped.add(index)
            if row.fixes:
                inherited.setdefault(winner, []).extend(finding.fixes)
    if not dropped:
        return findings
    return [
        _with_fixes(finding, inherited[index]) if index in inherited else finding
        for index, finding in enumerate(findings)
        if index not in dropped
    ]


class _Reach:
    """Answers which of some winners lies over a span, in logarithmic time."""

    def __init__(self, findings: list[Finding], winners: list[int]) -> None:
        self._findings = findings
        self._starts = [findings[index].span.start for index in winners]
        self._furthest = _furthest(winners, [findings[index].span.end for index in winners])

    def winner_over(self, span: Span, where: Where) -> int | None:
        """Return the winner that holds `span`, or overlaps it; None if there is none."""
        if where is Where.INSIDE:
            before = bisect_right(self._starts, span.start)
            reach = span.end
        else:
            before = bisect_left(self._starts, max(span.end, span.start + 1))
            reach = span.start + 1
        if not before:
            return None
        winner = self._furthest[before - 1]
        return winner if self._findings[winner].span.end >= reach else None


def _furthest(winners: list[int], ends: list[int]) -> list[int]:
    """Return for each winner the one, among it and those before, that reaches furthest right."""
    reaching: list[int] = []
    best = 0
    for place, end in enumerate(ends):
        if end > ends[best]:
            best = place
        reaching.append(winners[best])
    return reaching


def _with_fixes(finding: Finding, fixes: list[Fix]) -> Finding:
    offered = tuple(replace(fix, safety=Safety.REVIEW) for fix in fixes)
    return replace(finding, fixes=finding.fixes + offered)
