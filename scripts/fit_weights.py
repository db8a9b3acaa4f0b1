"""Fit the score's slopes on one half of the visible sets, and report them on the other half.

    python scripts/fit_weights.py              the grid, the choice, and the figures of both halves
    python scripts/fit_weights.py --top 20     more rows of the grid

An article belongs to a half by a hash of its own name, so that its damaged copies and its place
among the tiers stay with it. Chosen is, among the weights with which the fitting half meets
`CLEAN_FROM` and `AUC_FROM`, what sends most damaged copies below 95, where an editor looks; then
what leaves the widest gap. The order of original and copy rests on what is found, hardly on
weights, and is reported, not fitted. Ceilings are judgement, and stay. `weights.toml` is edited by
hand from what is printed.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import statistics
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from copydesk.findings import Severity
from copydesk.inputs.article import Article
from copydesk.scoring.ledger import Weights, ledger, load_weights
from copydesk.settings import Settings
from copydesk.text.source import Source
from copydesk.wiring import build_analyzer
from service import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding

DATA = ROOT.parent / "shared" / "eval" / "data"
CLEAN: Final = ("onestop_adv", "wikinews_gum", "bbc2005")
GOOD: Final = 95.0
CLEAN_FROM: Final = 0.985  # SPEC asks for 0.98; the rest is room for chance
AUC_FROM: Final = 0.95
ERRORS: Final = (4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 8.0, 9.0)
WARNINGS: Final = (1.5, 2.0, 2.5, 3.0, 3.5, 4.0)
DAMPINGS: Final = (100, 200, 300, 450, 600)


@dataclass(frozen=True, slots=True)
class Scored:
    """What the score of one text rests on; None where a gate leaves it without one."""

    findings: tuple[Finding, ...]
    words: int

    def value(self, weights: Weights) -> float:
        """Score the text."""
        return ledger(self.findings, self.words, weights).value if self.findings else 100.0


@dataclass(slots=True)
class Half:
    """The texts of one half: clean ones, original and damaged copy, first and last tier."""

    clean: list[Scored]
    pairs: list[tuple[Scored, Scored]]
    best: list[Scored]
    worst: list[Scored]

    def figures(self, weights: Weights) -> Figures:
        """Measure these weights here."""
        clean = [text.value(weights) for text in self.clean]
        pairs = [(first.value(weights), second.value(weights)) for first, second in self.pairs]
        best = [text.value(weights) for text in self.best]
        worst = [text.value(weights) for text in self.worst]
        above = sum((b > w) + (b == w) / 2 for b in best for w in worst)
        return Figures(
            clean95=sum(value >= GOOD for value in clean) / len(clean),
            auc04=above / (len(best) * len(worst)),
            seen=sum(copy < GOOD for _, copy in pairs) / len(pairs),
            gap=statistics.fmean(original - copy for original, copy in pairs),
            pairs=sum(original > copy for original, copy in pairs) / len(pairs),
        )


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1, and the mean gap in points."""

    clean95: float
    auc04: float
    seen: float  # damaged copies below 95
    gap: float
    pairs: float

    def __str__(self) -> str:
        """Show them in one line."""
        return (
            f"clean95 {self.clean95:.3f}  auc04 {self.auc04:.3f}  damaged below 95 {self.seen:.3f}"
            f"  mean gap {self.gap:5.1f}  pairs {self.pairs:.3f}"
        )


def records(name: str) -> Iterator[dict[str, str]]:
    """Read one set."""
    for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def first_half(name: str) -> bool:
    """Tell whether an article is one to fit on."""
    article = re.sub(r"^t\d:|~[\d.]+$", "", name)
    return hashlib.sha256(article.encode()).digest()[0] % 2 == 0


def halves() -> tuple[Half, Half]:
    """Analyse all texts once."""
    analyzer = build_analyzer(Settings(languagetool_url=None))

    def scored(text: str) -> Scored:
        analysis = analyzer.inspect(Article(Source(text)))
        return Scored(analysis.own, analysis.document.word_count)

    fit, report = Half([], [], [], []), Half([], [], [], [])
    for name in CLEAN:
        for record in records(f"clean.{name}"):
            half = fit if first_half(record["id"]) else report
            half.clean.append(scored(record["text"]))
    for record in records("corrupt.mixed"):
        half = fit if first_half(record["id"]) else report
        half.pairs.append((scored(record["original"]), scored(record["text"])))
    for record in records("tiers.mixed"):
        half = fit if first_half(record["id"]) else report
        tier = str(record["tier"])
        if tier in {"0", "4"}:
            (half.best if tier == "0" else half.worst).append(scored(record["text"]))
    return fit, report


def grid() -> Iterator[Weights]:
    """Visit the weights to try."""
    base = load_weights()
    for error, warning, damping in itertools.product(ERRORS, WARNINGS, DAMPINGS):
        if warning <= error / 2:
            yield replace(
                base,
                severity={Severity.ERROR: error, Severity.WARNING: warning, Severity.INFO: 0.0},
                damping_words=damping,
            )


def described(weights: Weights) -> str:
    """Name weights by the numbers that were tried."""
    return (
        f"error {weights.severity[Severity.ERROR]:4.1f}  "
        f"warning {weights.severity[Severity.WARNING]:3.1f}  damping {weights.damping_words:3}"
    )


def chosen(tried: Sequence[tuple[Weights, Figures]]) -> list[tuple[Weights, Figures]]:
    """Sort what meets the bounds, best first."""
    good = [
        (weights, figures)
        for weights, figures in tried
        if figures.clean95 >= CLEAN_FROM and figures.auc04 >= AUC_FROM
    ]
    return sorted(good, key=lambda one: (one[1].seen, one[1].gap), reverse=True)


def main() -> int:
    """Fit, and print both halves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--top", type=int, default=8, help="rows of the grid to print")
    options = parser.parse_args()
    if not DATA.exists():
        print("The evaluation sets are not beside this repository.", file=sys.stderr)
        return 0
    fit, report = halves()
    for name, half in (("fit", fit), ("report", report)):
        print(
            f"{name}: {len(half.clean)} clean, {len(half.pairs)} pairs, "
            f"{len(half.best)} and {len(half.worst)} of the first and last tier"
        )
    now = load_weights()
    print(
        f"\nnow     {described(now)}\n  fit     {fit.figures(now)}\n  report  {report.figures(now)}"
    )
    best = chosen([(weights, fit.figures(weights)) for weights in grid()])
    if not best:
        print(f"\nNo weights reach {CLEAN_FROM} of clean articles at 95 or more.")
        return 1
    for weights, figures in best[: options.top]:
        print(f"\n{described(weights)}\n  fit     {figures}\n  report  {report.figures(weights)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
