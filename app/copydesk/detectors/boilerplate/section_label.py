"""The name of a section or a label stands alone on a line at the head or the end.

## What it does
Reports lines at the head or the end of the text that are nothing but the name of a section
(`World`, `News / UK`, `Category: Health`), and a label in capitals with a colon and nothing behind
it (`GAZETTE EXCLUSIVE:`), anywhere. It is information: the same word may be a heading of the
article.

## Why it matters
The name leads to the section of another site, or was printed over its headline.

## Flags
- ⟦World⟧ ¶ The vote is on Friday.
- Skip to content ¶ ⟦Local News⟧ ¶ The vote is on Friday.
- ⟦News / UK⟧ ¶ The vote is on Friday.
- ⟦GAZETTE EXCLUSIVE:⟧ ¶ The vote is on Friday.
- The council met on Monday and decided to wait for the report of the auditors. ¶ ⟦Politics⟧ ¶ Share
  this

## Does not flag
- The council met on Monday and decided to wait for the report of the auditors. ¶ Politics ¶ The
  mayor spoke to both parties before the vote and found them as far apart as ever.
- World politics ¶ The vote is on Friday.
- EXCLUSIVE: The vote is on Friday.
- The world waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Scope
from copydesk.detectors.boilerplate.context import LABEL, SECTION, rated, sorts
from copydesk.detectors.boilerplate.wording import LineDetector
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document


class SectionLabel(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "section-label"
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # the neighbours of a line tell what it is
    since = "0.1.0"
    message = "This line names a section of a site, or is a label of its own"
    evidence = "Pages print it over the headline or under the article"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Rate names of sections by their neighbours; a label speaks for itself."""
        labels = [block for block, sort in sorts(document).items() if sort == LABEL]
        return rated(document, SECTION) | dict.fromkeys(labels, Severity.WARNING)
