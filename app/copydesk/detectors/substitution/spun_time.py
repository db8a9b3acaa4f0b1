"""A wording of time was respun: `final 12 months` for `last year`.

## What it does
Looks up what rewriting programs print for wordings of time: `earlier this 12 months`, `two weeks in
the past`. What can be meant (`the final week of the season`) is left alone, or is information until
the article holds other respun wordings.

## Why it matters
A reader stumbles, or takes another date from it.

## Flags
- Sales rose sharply ⟦final 12 months⟧.
- The law was passed ⟦earlier this 12 months⟧.
- The work began ⟦earlier this 12 months⟧ and goes on ⟦on the finish of⟧ May.

## Does not flag
- The final 12 months of the contract are paid.
- It was the final week of the season, and the last year of his term.
- The next 12 months will be hard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.substitution.forms import reported
from copydesk.findings import Family, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document


class SpunTime(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spun-time"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the respun wordings of this kind."""
        yield from reported(self, document, "time")
