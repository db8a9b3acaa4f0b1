"""What eighty detectors cost that find nothing: the price of asking the index.

    python scripts/bench_index.py            on the clean evaluation sets, or else on the seeds

Prints milliseconds per 1,000 words: for reading (tokens and sentences), for building the index,
which is done once whatever detectors there are, and for the detectors, whose budget is 2 ms. Each
text is read afresh in each run, and the least of several runs counts, as machines are noisy.
"""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from copydesk import lexicons
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Severity
from copydesk.text.document import Document
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT.parent / "shared" / "eval" / "data"
DETECTORS: Final = 80
BUDGET: Final = 2.0
_RUNS: Final = 7
_ARTICLES: Final = 60


class _Dummy(Detector):
    """Has a detector's contract, asks the index, and never finds anything."""

    id = "dummy"
    family = Family.GRAMMAR
    severity = Severity.INFO
    confidence = 1.0
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, known: Lexicons, words: frozenset[str]) -> None:
        super().__init__(known)
        self.words = words


class AsksForWords(_Dummy):
    """Looks behind each of twenty words, some of which most articles hold."""

    def detect(self, document: Document) -> Iterator[Finding]:
        """Reach for the token after each candidate."""
        for token in document.occurrences(self.words):
            after = token.next
            if after is not None and after.lower == token.lower + "-":
                yield self.finding(token.span, "never")


class AsksForForms(_Dummy):
    """Looks at the distinct words of one shape."""

    def detect(self, document: Document) -> Iterator[Finding]:
        """Compare spellings only: most have nothing to do with the defect."""
        for form in document.forms(Shape.TITLE):
            if form.lower in self.words and len(form.tokens) < 0:
                yield self.finding(document.token(form.tokens[0]).span, "never")


class AsksForMarks(_Dummy):
    """Looks behind each closing quotation mark, colon and semicolon."""

    def detect(self, document: Document) -> Iterator[Finding]:
        """Reach for the token before each mark."""
        for token in document.marks("”:;"):
            before = token.previous
            if before is not None and before.lower in self.words and before.lower == token.lower:
                yield self.finding(token.span, "never")


def dummies(count: int = DETECTORS) -> list[Detector]:
    """Make detectors, each with words of its own: three common ones, seventeen others."""
    known = lexicons.load()
    chance = random.Random(3)  # noqa: S311 - the same words in every run
    common = sorted(word for word in known.words if known.zipf(word) > 5.5)
    others = sorted(word for word in known.words if known.zipf(word) < 4.5)
    kinds = (AsksForWords,) * 6 + (AsksForForms, AsksForMarks)
    return [
        kinds[index % len(kinds)](
            known, frozenset(chance.sample(common, 3) + chance.sample(others, 17))
        )
        for index in range(count)
    ]


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds per 1,000 words."""

    reading: float
    index: float
    detectors: float


def measure(texts: Sequence[str], detectors: Sequence[Detector], runs: int = _RUNS) -> Cost:
    """Read the texts, build the index, run the detectors; the least of `runs` counts for each."""
    words = sum(Document.plain(text).word_count for text in texts)
    best = [float("inf")] * 3
    for _ in range(runs):
        spent = [0.0] * 3
        for text in texts:  # one by one, as a service does
            began = time.perf_counter()
            document = Document.plain(text)
            read = time.perf_counter()
            _build_index(document)
            built = time.perf_counter()
            for detector in detectors:
                if any(True for _ in detector.detect(document)):
                    message = "a dummy has found something"
                    raise AssertionError(message)
            done = time.perf_counter()
            spent[0] += read - began
            spent[1] += built - read
            spent[2] += done - built
        best = [min(pair) for pair in zip(best, spent, strict=True)]
    return Cost(*(1e6 * seconds / words for seconds in best))


def _build_index(document: Document) -> None:
    """Ask once for everything that the index builds at its first use."""
    for _token in document.occurrences(frozenset({"the", "of"})):
        break
    document.forms(Shape.TITLE)
    document.holds("the")


def clean_texts() -> tuple[str, list[str]]:
    """Return where texts are from, and clean articles."""
    path = DATA / "clean.onestop_adv.jsonl"
    if not path.exists():
        return "the clean seed", [(ROOT / "seeds" / "010_clean.txt").read_text(encoding="utf-8")]
    lines = path.read_text(encoding="utf-8").splitlines()[:_ARTICLES]
    return "clean.onestop_adv", [json.loads(line)["text"] for line in lines]


def main() -> int:
    """Measure and print; fail over the budget."""
    source, texts = clean_texts()
    cost = measure(texts, dummies())
    print(
        f"{len(texts)} articles from {source}, ms per 1,000 words: reading {cost.reading:.2f}, "
        f"its index {cost.index:.2f}, {DETECTORS} detectors {cost.detectors:.2f} "
        f"(budget {BUDGET:.1f})"
    )
    return 0 if cost.detectors <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
