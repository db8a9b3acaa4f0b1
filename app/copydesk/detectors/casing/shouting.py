"""A sentence of the text, or much of one, is set in capitals.

## What it does
Reports a sentence inside a paragraph that is written in capital letters throughout, and four or
more words in capitals inside a sentence, small and common words among them. Headings,
abbreviations, single words and what a sign or a shirt says inside a sentence are left alone. Many
such sentences in one text are one finding.

## Why it matters
Capitals are read as shouting, and they are slow to read. In news copy they come from agencies'
notes to editors, from leads of feeds and from comments.

## Flags
- The council met on Monday. ⟦THE MAYOR WAS NOT THERE AND NOBODY KNEW WHERE HE COULD BE.⟧
- The council said that ⟦THE BRIDGE WILL BE CLOSED⟧ until May.
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
    loud_findings,
    loud_runs,
    loud_sentences,
    others,
)
from copydesk.findings import Family, Severity
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_LEAST: Final = 3  # common words in capitals
_OTHERS: Final = 1  # word that is written otherwise
_SIGNS: Final = 2  # small or common words of a run inside a sentence
_FEWEST: Final = 4  # words of such a run
_LETTERS: Final = 3  # of a sign: "IT" and "US" are names, too


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
        runs = loud_runs(
            document, self._signs_in(document), Shape.UPPER, least=_SIGNS, fewest=_FEWEST
        )
        yield from loud_findings(
            self,
            document,
            found,
            runs,
            looks="are set in capitals",
            evidence="Readers take it for shouting",
        )

    def _signs_in(self, document: Document) -> list[int]:
        """Return the common and the small words in capitals."""
        grammar = self.lexicons.function_words
        return sorted(
            index
            for form in document.forms(Shape.UPPER)
            if len(form.text) >= _LETTERS and (form.lower in grammar or form.lower in self._common)
            for index in form.tokens
        )
