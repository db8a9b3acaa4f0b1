"""Lines known by their wording: patterns that must hold a whole line, sure ones and likely ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.boilerplate.lines import bare, deletion, lines_of
from copydesk.findings import Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.detectors.base import Detector
    from copydesk.findings import Finding
    from copydesk.text.document import Document

# Where a line of several remarks is cut: after a sentence, at a bar.
_CUTS: Final = re.compile(r"[.!?…]+[\"')\]]{0,2}\s+|\s*[|•·]\s*")
_MOST_PARTS: Final = 8
_FIRST: Final = re.compile(r"[©\w'&+-]+")
_LIKELY: Final = 0.9  # confidence of what isn't sure
# Inside a pattern: the rest of a line without the end of a sentence, and no quotation.
REST: Final = r"[^.\"“”]"


def whole_line(*patterns: str) -> re.Pattern[str]:
    """Compile patterns of folded lines (lower case, straight apostrophes, no marks around)."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


class Wording:
    """Patterns of one sort of page line; they must match a line, or all its parts, to the end.

    `sure` lines can't be an article's own, `likely` ones could head a part of it. Lines that
    neither begin with one of `openers` nor hold one of `literals` aren't compared at all.
    """

    def __init__(
        self,
        name: str,
        *,
        sure: tuple[str, ...],
        likely: tuple[str, ...],
        openers: str,
        literals: tuple[str, ...] = (),
    ) -> None:
        """Compile the patterns; `name` is the key under which a document keeps the answer."""
        self._name = f"boilerplate.{name}"
        self._openers = frozenset(openers.split())
        self._literals = literals
        self._sure = whole_line(*sure)
        self._likely = whole_line(*likely)

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Return how surely short blocks are of this sort, by their index."""
        return document.once(self._name, lambda: self._lines(document))

    def _lines(self, document: Document) -> dict[int, Severity]:
        found: dict[int, Severity] = {}
        for line in lines_of(document):
            severity = self.rate(line.bare)
            if severity is not None:
                found[line.block] = severity
        return found

    def rate(self, line: str) -> Severity | None:
        """Rate a bare line; None if it is of another sort."""
        first = _FIRST.match(line)
        if (first is None or first.group() not in self._openers) and not any(
            literal in line for literal in self._literals
        ):
            return None
        severity = self._rate(line)
        if severity is not None:
            return severity
        parts = [part for part in map(bare, _CUTS.split(line, _MOST_PARTS)) if part]
        if len(parts) < 2:
            return None
        rated = [self._rate(part) for part in parts]
        known = [severity for severity in rated if severity is not None]
        return max(known) if len(known) == len(rated) else None

    def _rate(self, line: str) -> Severity | None:
        if self._sure.fullmatch(line):
            return Severity.ERROR
        if self._likely.fullmatch(line):
            return Severity.WARNING
        return None


def report_lines(
    detector: Detector,
    document: Document,
    lines: Mapping[int, Severity],
    *,
    message: str,
    evidence: str,
) -> Iterator[Finding]:
    """Report whole blocks, each with its deletion; what is an error may go unseen."""
    for block, severity in sorted(lines.items()):
        sure = severity is Severity.ERROR
        yield detector.finding(
            document.blocks[block].span,
            message,
            evidence=evidence,
            fixes=(deletion(document, block, safety=Safety.SAFE if sure else Safety.REVIEW),),
            severity=severity,
            confidence=None if sure else _LIKELY,
        )
