"""The credit of a picture or a source is part of the text.

## What it does
Reports lines that name the maker of a picture or the source of an article. Alone they are
information; in a run with other lines of the page, at the head or the tail, a warning.

## Why it matters
The picture is not there. A credit may be wanted; among buttons and links it was copied with them.

## Flags
- The vote is on Friday. ¶ ⟦Photo: Anna Lee⟧
- The vote is on Friday. ¶ ⟦Image credit: Valley News⟧ ¶ Share this article
- ⟦Anna Lee | Getty Images⟧ ¶ The vote is on Friday.
- The vote is on Friday. ¶ ⟦Source: Valley News⟧

## Does not flag
- The photo by Anna Lee hangs in the hall.
- Sources close to the council say that it will vote.
- Image is everything ¶ The mayor knows it.
- Picture a river without water.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.detectors.base import Scope
from copydesk.detectors.boilerplate.context import CREDIT, rated
from copydesk.detectors.boilerplate.wording import LineDetector
from copydesk.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.text.document import Document


class CreditOrCaption(LineDetector):
    """See the module docstring; it is also the catalogue page."""

    id = "credit-or-caption"
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # the neighbours of a line tell what it is
    since = "0.1.0"
    message = "This line names the source of a picture or article"
    evidence = "Pages print it beside the article; among page lines it was copied along"

    def lines(self, document: Document) -> Mapping[int, Severity]:
        """Rate the lines of this sort by their neighbours."""
        return rated(document, CREDIT)
