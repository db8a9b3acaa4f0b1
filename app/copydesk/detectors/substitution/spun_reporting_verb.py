"""A verb was respun with its object: `advised reporters`, `discovered responsible`.

## What it does
Looks up what rewriting programs put for the set phrases of reporting and of courts and sport:
`instructed CNN` for `told CNN`, `refused to remark`, `gave delivery to`, `misplaced the election`.

## Why it matters
The verb says what somebody did: who is advised is not told, and who was discovered was not found
guilty.

## Flags
- The minister ⟦advised reporters⟧ that talks had failed.
- A spokesman ⟦declined to remark⟧ on Friday.
- She ⟦was discovered responsible⟧ of fraud.

## Does not flag
- The agency advised reporters to stay away.
- He declined to comment, and his remark stood.
- The body was discovered on Monday.
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


class SpunReportingVerb(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spun-reporting-verb"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the respun wordings of this kind."""
        yield from reported(self, document, "verb")
