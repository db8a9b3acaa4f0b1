"""A sentence of the text has capitals like a headline.

## What it does
Reports a sentence inside a paragraph that writes nearly all of its longer words with a capital,
common words among them. Headings, titles of works, short sentences and lists of names are left
alone. Many such sentences in one text are one finding.

## Why it matters
Such a sentence is mostly a headline, a link or a caption that slipped into the text, and it is
slow to read.

## Flags
- The vote is over. ⟦The Council Will Close The Bridge For Repairs After Heavy Storms This Spring.⟧
- ⟦Doctors Say Eating Breakfast Every Morning Helps Children Learn Better, Experts Agree.⟧ Others
  doubt it.

## Does not flag
- The Department of Health and the Ministry of Justice met the Bank of England on Monday.
- Council Will Close Bridge For Repairs After Heavy Storms
- The Food Hygiene Rating is run by the Food Standards Agency and the City Council of Health.
- He read The Old Man and the Sea. It Was Late.
- Anna Brown, Mark Green, John Baker and Rose Hill were there with Jack Stone and Art Page.
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

_LEAST: Final = 5  # common words with a capital
_OTHERS: Final = 1  # word that is written otherwise
# Headlines have these with a capital; small, they show a sentence with long names.
_SMALL_VERBS: Final = frozenset("am are be been did does had has have is was were".split())
_STYLE: Final = 5  # so many sentences are one finding


class TitleCaseRun(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "title-case-run"
    family = Family.CASING
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the words that no name explains."""
        super().__init__(lexicons)
        self._common = common_words(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the sentences that hold capitalised common words."""
        found = [
            sentence
            for sentence in loud_sentences(document, Shape.TITLE, self._common, least=_LEAST)
            if others(document, sentence, Shape.TITLE, self.lexicons.function_words) <= _OTHERS
            and _SMALL_VERBS.isdisjoint(document.token_texts[sentence.first : sentence.stop])
        ]
        if len(found) >= _STYLE:
            edits = tuple(
                edit
                for sentence in found
                for edit in small_edits(document, sentence, self.lexicons)
            )
            yield self.finding(
                found[0].span,
                f"{len(found)} sentences have capitals like headlines",
                evidence="This is the first of them.",
                fixes=(Fix(edits, Safety.REVIEW, "Write them small"),),
            )
            return
        for sentence in found:
            edits = tuple(small_edits(document, sentence, self.lexicons))
            yield self.finding(
                sentence.span,
                "This sentence has capitals like a headline",
                evidence="Nearly all of its longer words begin with one, common words too.",
                fixes=(Fix(edits, Safety.REVIEW, "Write it small"),),
            )
