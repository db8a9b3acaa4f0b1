"""A paragraph is printed twice.

## What it does
Reports a paragraph that stands earlier in the article in the same words (case, spaces and the form
of quotation marks aside), and one of twenty words or more that differs from an earlier one by a
word or two. A headline that is printed again counts, too, also where one of the two has the site's
name or section beside it (`Snow closes schools - The Herald`); its message says that it is the
headline. The later copy is the one reported.

## Why it matters
The reader meets the same news a second time and takes it for a mistake, which it is: a block was
pasted twice, or a page was scraped with its summary.

## Flags
- The council will vote on the plan next week, after two years of talks with the farmers. ¶ Nobody
  expects a majority. ¶ ⟦The council will vote on the plan next week, after two years of talks with
  the farmers.⟧
- Snow closes all schools in the valley. ¶ Anna Berg ¶ ⟦Snow closes all schools in the valley.⟧ ¶
  Parents were told by radio.
- Home World Snow closes all schools in the valley ¶ ⟦Snow closes all schools in the valley⟧ ¶
  Parents were told by radio.
- Snow closes all schools in the valley ¶ Parents were told by radio. ¶ ⟦Snow closes all schools in
  the valley - The Herald⟧
- “We had never seen so much water in the cellars of this street,” said the mayor, who lives in it
  himself. ¶ ⟦"We had never seen so much water in the cellars of that street," said the mayor, who
  lives in it himself.⟧

## Does not flag
- The river rose again on Monday, and the bridge was closed to lorries. ¶ The river rose again on
  Tuesday, and the ferry did not sail.
- A night of songs ¶ And the wind blew over the hill ¶ She sang it all evening. ¶ And the wind blew
  over the hill
- What did you do when the lights went out? ¶ I laughed. ¶ What did you do when the lights went out?
- Photo: Ministry of Health ¶ It was a quiet day. ¶ Photo: Ministry of Health
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.repetition.copies import LONGEST_HEADLINE, copies_of
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.repetition.copies import Copy
    from copydesk.findings import Finding
    from copydesk.text.document import Document

_LONG: Final = 15  # words: nobody writes that much twice
_CLOSING: Final = "\"'”’»)"


class DuplicateParagraph(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "duplicate-paragraph"
    family = Family.REPETITION
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Judge the blocks that stand twice."""
        for copy in copies_of(document).blocks:
            severity = self._judge(document, copy)
            if severity is None:
                continue
            span = document.blocks[copy.later].span
            # Only what follows its original at once can go unseen: nothing else moves.
            safe = severity is Severity.ERROR and copy.later == copy.first + 1
            name = "headline" if _is_headline(document, copy) else "paragraph"
            yield self.finding(
                span,
                f"This {name} is printed a second time"
                + ("" if copy.exact else ", with slight changes"),
                evidence=f"Its {copy.words} words stand "
                f"{_distance(copy.later - copy.first)} above"
                + ("" if copy.exact else ", nearly unchanged"),
                fixes=(
                    Fix.delete(
                        document.blocks[copy.later - 1].span.end,
                        span.end,
                        safety=Safety.SAFE if safe else Safety.REVIEW,
                        title="Delete the second copy",
                    ),
                ),
                related=(Related(document.blocks[copy.first].span, "first printed here"),),
                severity=severity,
                confidence=None if severity is Severity.ERROR else 0.9,
            )

    def _judge(self, document: Document, copy: Copy) -> Severity | None:
        """Take long copies as they are; of short ones, only headlines and whole sentences."""
        block = document.blocks[copy.later]
        if block.kind is BlockKind.CODE:
            return None
        if copy.words >= _LONG:
            return Severity.ERROR if copy.exact else Severity.WARNING
        text = block.span.of(document.text)
        core = text.rstrip(_CLOSING)
        if core.endswith(("?", "…", "...")) or text[0] in "–—-•*#@>":
            return None
        spoken = text[0] in '"“«„' and text[-1] in '"”»'
        headline = copy.first == 0
        sentence = core.endswith((".", "!", "。", "！")) and block.kind is BlockKind.PARAGRAPH
        return Severity.WARNING if headline or (sentence and not spoken) else None


def _is_headline(document: Document, copy: Copy) -> bool:
    """Tell the first line of the text, or a line that no full stop ends, from a paragraph."""
    block = document.blocks[copy.first]
    text = block.span.of(document.text).rstrip(_CLOSING)
    return block.kind is BlockKind.HEADING or (
        copy.first == 0 and copy.words <= LONGEST_HEADLINE and not text.endswith((".", "!", "?"))
    )


def _distance(blocks: int) -> str:
    return "right" if blocks == 1 else f"{blocks} paragraphs"
