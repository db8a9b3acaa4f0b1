"""A byline or the time of publication is part of the text.

## What it does
Reports lines that name the author or the time of publication. Alone they are information; in a run
with other lines of the page, at the head or the tail of the text, a warning; so is a byline that
names an account and nobody (`by admin`).

## Why it matters
A byline may be wanted. Among buttons and links it was copied with them, and its time is another
page's.

## Flags
- The vote is on Friday. ¶ ⟦Written by Anna Lee⟧
- The vote is on Friday. ¶ ⟦Published 2 hours ago⟧ ¶ Share this article
- ⟦By Anna Lee | The Gazette⟧ ¶ The vote is on Friday.
- ⟦by admin⟧ ¶ The vote is on Friday.
- ⟦Updated: March 4, 2021 at 5:10 pm⟧ ¶ The vote is on Friday.

## Does not flag
- The book was written by Anna Lee.
- It was published 2 hours ago, and the town has read it.
- By the river ¶ The bridge was closed in the night, and nobody had been told of it.
- March 4 was a cold day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Scope
from copydesk.detectors.boilerplate.context import ACCOUNT, BYLINE, rated, sorts
from copydesk.detectors.boilerplate.wording import LineDetector
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document


class BylineOrTimestamp(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "byline-or-timestamp"
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # the neighbours of a line tell what it is
    since = "0.1.0"
    message = "This line names the author or the time of publication"
    evidence = "Pages print it beside the article; among page lines it was copied along"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Rate the lines of this sort by their neighbours."""
        accounts = [block for block, sort in sorts(document).items() if sort == ACCOUNT]
        return rated(document, BYLINE) | dict.fromkeys(accounts, Severity.WARNING)
