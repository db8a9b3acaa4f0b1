"""A name was respun word by word: `Supreme Courtroom`, `New York Instances`.

## What it does
Looks up what rewriting programs make of the names of institutions, media, companies, places and
events. All words must be capitalised, as a name is.

## Why it matters
Nobody can look up a body that does not exist, and what it is said to have done cannot be checked.

## Flags
- The ⟦Supreme Courtroom⟧ will hear the case in May.
- The ⟦New York Instances⟧ first reported the deal.
- A spokesman for the ⟦House Workplace⟧ declined to say more.

## Does not flag
- The Supreme Court will hear the case in a courtroom of its own.
- The New York Times named several instances.
- The White House and the Home Office agreed.
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


class SpunName(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spun-name"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the respun wordings of this kind."""
        yield from reported(self, document, "name")
