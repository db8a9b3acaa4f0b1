"""A quotation mark stands alone, with nothing quoted.

## What it does
Reports a double mark without a partner that is a paragraph of its own, ends a paragraph after a
space or stands between two words with spaces on both sides, and a pair of marks with nothing
between. Marks of inches, of French spacing and of a quotation that goes on in the next paragraph
are none of it.

## Why it matters
The quotation that the mark belonged to was cut away or moved: words may be missing, and those
beside the mark look quoted.

## Flags
- "We are ready," the mayor said. ⟦"⟧
- The bridge ⟦”⟧ will stay shut until May.
- The bridge will stay shut. ¶ ⟦“⟧ ¶ Nobody knows why.
- The plan, called ⟦“”⟧ by its authors, failed.

## Does not flag
- “ We are ready, ” she said. It was " torture " to them.
- “We left. ¶ “Nobody stayed,” she said.
- The pizza was 12 " wide, the screen 15 ”.
- « Non », dit-elle. Read more »
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.quotation.pairing import Fault, Pairer
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_EMPTY: Final = re.compile(r"(?<![^\s(])(?:“ ?”|« ?»|‘’)(?![^\s.,;:!?)])")
_GAP: Final = frozenset(" \t\xa0")


class OrphanedQuoteMark(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "orphaned-quote-mark"
    family = Family.QUOTATION
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the pairing."""
        super().__init__(lexicons)
        self._pairer = Pairer(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the marks that quote nothing; clean copy has none."""
        text = document.text
        for orphan in self._pairer.orphans(document):
            if orphan.fault is Fault.ALONE:
                mark = orphan.mark
                yield self._report(
                    text,
                    Span(mark.start, mark.end),
                    f"The mark {mark.glyph} stands alone, nothing is quoted",
                    "It has no partner, and no word is next to it",
                )
        if document.form("”") or document.form("»") or document.form("’"):
            for match in document.search(_EMPTY, "“”", "“ ”", "«»", "« »", "‘'"):
                yield self._report(
                    text,
                    Span(match.start(), match.end()),
                    f"The marks {match[0]} enclose nothing",
                    "What was quoted is missing",
                )

    def _report(self, text: str, span: Span, message: str, evidence: str) -> Finding:
        return self.finding(
            span,
            message,
            evidence=evidence,
            fixes=(_deletion(text, span),),
        )


def _deletion(text: str, span: Span) -> Fix:
    """Take a mark out with the space before it, or with its paragraph where it is all of that."""
    start, end = span.start, span.end
    while start > 0 and text[start - 1] in _GAP:
        start -= 1
    if start == 0 or text[start - 1] in "\r\n":
        start = span.start
        while start > 0 and text[start - 1].isspace() and not text[end : end + 1].strip():
            start -= 1
    return Fix.delete(start, end, safety=Safety.REVIEW, title=f"Delete {span.of(text)}")
