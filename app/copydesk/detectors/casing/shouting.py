"""A sentence of the text is set in capitals.

## What it does
Reports a sentence inside a paragraph that is written in capital letters throughout. Headings,
abbreviations, single words and what a sign or a shirt says inside a sentence are left alone. Many
such sentences in one text are one finding.

## Why it matters
Capitals are read as shouting, and they are slow to read. In news copy they come from agencies'
notes to editors, from leads of feeds and from comments.

## Flags
- The council met on Monday. ⟦THE MAYOR WAS NOT THERE AND NOBODY KNEW WHERE HE COULD BE.⟧
- ⟦PLEASE CHECK THESE FIGURES BEFORE THE STORY GOES ONLINE!⟧ The firm earned a million.

## Does not flag
- THE MAYOR WAS NOT THERE AND NOBODY KNEW WHERE HE COULD BE
- A sign says “KEEP OFF THE GRASS UNDER THESE TREES”, and nobody does.
- NATO, the UN, the EU and the WHO met the IMF in WASHINGTON.
- LONDON (Reuters) - The bank raised its rates. NO WAY!
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.casing.sentence_case import (
    common_words,
    loud_sentences,
    others,
    small_edits,
)
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_LEAST: Final = 3  # common words in capitals
_OTHERS: Final = 1  # word that is written otherwise
_STYLE: Final = 5  # so many sentences are one finding


class Shouting(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "shouting"
    family = Family.CASING
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the words that no abbreviation explains."""
        super().__init__(lexicons)
        self._common = common_words(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the sentences that hold common words in capitals."""
        found = [
            sentence
            for sentence in loud_sentences(document, Shape.UPPER, self._common, least=_LEAST)
            if others(document, sentence, Shape.UPPER, self.lexicons.function_words) <= _OTHERS
        ]
        if len(found) >= _STYLE:
            edits = tuple(
                edit
                for sentence in found
                for edit in small_edits(document, sentence, self.lexicons)
            )
            yield self.finding(
                found[0].span,
                f"{len(found)} sentences are set in capitals",
                evidence="This is the first of them.",
                fixes=(Fix(edits, Safety.REVIEW, "Write them small"),),
            )
            return
        for sentence in found:
            edits = tuple(small_edits(document, sentence, self.lexicons))
            yield self.finding(
                sentence.span,
                "This sentence is set in capitals",
                evidence="Readers take it for shouting.",
                fixes=(Fix(edits, Safety.REVIEW, "Write it small"),),
            )
