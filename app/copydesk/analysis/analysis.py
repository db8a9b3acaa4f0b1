"""All that is known of one article."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.analysis.gates import Gate
    from copydesk.analysis.options import Options, Verdict
    from copydesk.engines.base import EngineReport
    from copydesk.engines.readability import Readability
    from copydesk.entities import Entity
    from copydesk.findings import Finding
    from copydesk.scoring.ledger import Ledger
    from copydesk.text.document import Document
    from copydesk.text.spans import Span

_NEAR: Final = 80  # code points on each side: a whole sentence can be a megabyte


@dataclass(frozen=True, slots=True)
class Failure:
    """A detector that crashed or was cut short: the rest stands, and this says what is missing."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rules that did not look at the article, and why."""

    reason: Literal["language"]
    message: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysed article. Findings are in the document's offsets, merged, by position."""

    document: Document
    options: Options
    findings: tuple[Finding, ...]  # ours and the engine's
    own: tuple[Finding, ...]  # ours, as the ledger counts them by index
    foreign: tuple[Finding, ...]  # the engine's, as the language ledger counts them
    model: str
    gate: Gate | None
    ledger: Ledger  # of our own findings
    language_ledger: Ledger | None  # of engine findings; None when no engine answered
    readability: Readability
    entities: tuple[Entity, ...]
    engines: tuple[EngineReport, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    milliseconds: float

    @property
    def value(self) -> float | None:
        """The score, None where a gate forbids one."""
        return None if self.gate else self.ledger.value

    @property
    def verdict(self) -> Verdict | None:
        """What the score says to do, None where there is no score."""
        return None if self.value is None else self.options.profile.verdict(self.value)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings of the severity that was asked for; hiding never rescores."""
        least = self.options.min_severity
        return tuple(finding for finding in self.findings if finding.severity >= least)


def fingerprints(document: Document, findings: Sequence[Finding]) -> list[str]:
    """Return a name for each finding that survives edits elsewhere in the article.

    It rests on the rule, the words marked and the words around them in the sentence; equal ones
    are told apart by their order.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    names: list[str] = []
    for finding in findings:
        around = _surroundings(document, finding.span)
        key = (
            finding.source_rule or finding.detector,
            _folded(finding.span.of(document.text)),
            _folded(around),
        )
        digest = hashlib.sha256("\x1f".join((*key, str(seen[key]))).encode())
        seen[key] += 1
        names.append(digest.hexdigest()[:16])
    return names


def _surroundings(document: Document, span: Span) -> str:
    """Return what stands around a span in its own sentence, no more than that is near."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return ""
    start = max(sentence.span.start, span.start - _NEAR)
    return document.text[start : min(sentence.span.end, span.end + _NEAR)]


def _folded(text: str) -> str:
    return " ".join(fold(text).split())
