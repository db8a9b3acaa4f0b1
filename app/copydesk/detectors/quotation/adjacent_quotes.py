"""Two quotations follow one another with nothing between.

## What it does
Reports a quotation of a sentence or more that ends and another of a sentence or more that begins
right after it in the same paragraph. It is information: the two may be one speaker's, and one pair
of marks too much, or those of two speakers, and the paragraph or the name between was lost. Short
exchanges and lists of titles are spared.

## Why it matters
The reader can't tell whether the speaker has changed. Where lines are joined in scraping, or a
foreign sentence is pasted in, this is what is left to see.

## Flags
- “They did what they could for us.⟦” “⟧How long must we wait for an answer?” he asked.
- "They did what they could for us.⟦" "⟧How long must we wait for an answer?" he asked.

## Does not flag
- “No.” “Yes.” “Are you ready?” “I am.”
- She sang “Home,” “Blue Hills” and “Rain.”
- “We are ready to go home now.” ¶ “It is late for all of us,” he said.
- “We are ready to go home now.” He left. “It is late for all of us.”
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_PAIR: Final = re.compile(r'(?<=[.!?…])(?:” “|" ")(?=[^\W\d_])')
_REACH: Final = 200
_WORDS: Final = 5  # of a quotation that is more than an answer


class AdjacentQuotes(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "adjacent-quotes"
    family = Family.QUOTATION
    severity = Severity.INFO
    confidence = 0.8
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look for a closing mark, a space and an opening one."""
        text = document.text
        for match in document.search(_PAIR, "” “", '" "'):
            start, end = match.start(), match.end()
            before = text[max(0, start - _REACH) : start].split("\n")[-1]
            after = text[end : end + _REACH].split("\n")[0]
            opening, closing = match[0][-1], match[0][0]
            first = before.rpartition(opening)[2].split()
            second = after.partition(closing)[0].split()
            if len(first) < _WORDS or len(second) < _WORDS or not text[end].isupper():
                continue
            part = Edit(Span(start + 1, end - 1), "\n\n")
            yield self.finding(
                Span(start, end),
                "Two quotations follow one another with nothing between",
                evidence="Each is a sentence or more, and nobody is named between them",
                fixes=(
                    Fix.replace(Span(start, end), " ", safety=Safety.REVIEW, title="Join them"),
                    Fix((part,), Safety.REVIEW, "Begin a paragraph"),
                ),
            )
