"""The footer of an agency or of a republished article is part of the text.

## What it does
Reports lines that say who reported and edited, where the article appeared first or that it came
from a feed. Alone they are information; in a run with other lines of the page, at the head or the
tail, a warning.

## Why it matters
Agencies want some of these lines kept. They are to be seen before an article goes out.

## Flags
- The vote is on Friday. ¶ ⟦(Reporting by Anna Lee; Editing by Tom Day)⟧
- The vote is on Friday. ¶ ⟦This article was originally published on Valley News.⟧
- The vote is on Friday. ¶ ⟦Originally published at www.example.com⟧ ¶ Share this article
- The vote is on Friday. ¶ ⟦This story has not been edited by our staff.⟧

## Does not flag
- The reporting by Anna Lee and Tom Day won a prize.
- The story was first told by her aunt, who lived there.
- The agencies from which he came were closed.
- Originally, the plan was published in May.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Scope
from copydesk.detectors.boilerplate.context import SYNDICATION, rated
from copydesk.detectors.boilerplate.wording import LineDetector
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document


class SyndicationFooter(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "syndication-footer"
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # the neighbours of a line tell what it is
    since = "0.1.0"
    message = "This line is the footer of an agency or of another publication"
    evidence = "It tells where the article comes from, not what it is about"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Rate the lines of this sort by their neighbours."""
        return rated(document, SYNDICATION)
