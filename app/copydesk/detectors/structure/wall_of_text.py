"""A whole article stands in one paragraph.

## What it does
Reports an article of more than 15 sentences that has no second paragraph of any length, at its
first words. Headings, bylines and other short lines around it don't break it.

## Why it matters
News has short paragraphs. Where there is one, the line breaks got lost on the way, and headings
and captions may stand in the text unseen.

## Flags
- ⟦They left the⟧ harbour at dawn. The wind came from the north. Nobody had slept that night.
  The crew was tired and cold. A gull sat on the mast. Somebody made coffee for all. The captain
  looked at the sky. They left the harbour at dawn. The wind came from the north. Nobody had
  slept that night. The crew was tired and cold. A gull sat on the mast. Somebody made coffee
  for all. The captain looked at the sky. They left the harbour at dawn. The wind came from the
  north. Nobody had slept that night.
- ⟦The council met⟧ on Monday. It talked about the bridge. The bridge is old and narrow. Lorries
  may not use it now. The mayor wants a new one. Others would mend the old one. Both cost a lot
  of money. The council met on Monday. It talked about the bridge. The bridge is old and narrow.
  Lorries may not use it now. The mayor wants a new one. Others would mend the old one. Both
  cost a lot of money. The council met on Monday. It talked about the bridge. The bridge is old
  and narrow.

## Does not flag
- They said the harbour of the old town would close. It did.
- They said the harbour of the old town would close. ¶ It did, and it will open again in May.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_MOST: Final = 15  # sentences
_SHORTEST: Final = 400  # characters; fewer are no wall, however short the sentences
_OTHER: Final = 0.2  # of the text may stand in other blocks
_SHOWN: Final = 3  # words at which it is reported


class WallOfText(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "wall-of-text"
    family = Family.STRUCTURE
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the longest block."""
        block = max(document.blocks, key=lambda block: len(block.span), default=None)
        if block is None or len(block.span) < _SHORTEST:
            return
        if len(document.text.strip()) - len(block.span) > _OTHER * len(block.span):
            return
        count = len(document.sentences_of(document.blocks.index(block)))
        if count <= _MOST:
            return
        first = block.span.of(document.text).split(maxsplit=_SHOWN)[:_SHOWN]
        shown = document.text.find(first[-1], block.span.start + len("".join(first[:-1])))
        yield self.finding(
            Span(block.span.start, shown + len(first[-1])),
            f"The whole article is one paragraph of {count} sentences",
            evidence="News seldom has more than three sentences to a paragraph",
        )
