"""A sentence of the text has capitals like a headline.

## What it does
Reports a sentence inside a paragraph that writes nearly all of its longer words with a capital,
common words among them, and six or more such words inside a sentence where three small ones (`Was`,
`The`) have a capital, too. Headings, titles of works, short sentences and lists of names are left
alone. Many such sentences in one text are one finding.

## Why it matters
Such a sentence is mostly a headline, a link or a caption that slipped into the text, and it is
slow to read.

## Flags
- The vote is over. ⟦The Council Will Close The Bridge For Repairs After Heavy Storms This Spring.⟧
- ⟦Doctors Say Eating Breakfast Every Morning Helps Children Learn Better, Experts Agree.⟧ Others
  doubt it.
- She said that ⟦The Bridge Had Been Closed For Two Days⟧ because of the storm.

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

_LEAST: Final = 5  # common words with a capital
_OTHERS: Final = 1  # word that is written otherwise
# Headlines have these with a capital; small, they show a sentence with long names.
_SMALL_VERBS: Final = frozenset("am are be been did does had has have is was were".split())
_SIGNS: Final = 3  # of the words below, in a run inside a sentence
_FEWEST: Final = 6  # words of such a run
_CAPITAL: Final = frozenset(
    """
    Is Are Was Were Be Been Has Have Had Will Would Could Can Who Which That With From For And Of
    To By On At In The A Its His Her Their Than Not As It He She Him No Into After Before
    """.split()
)


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
        runs = loud_runs(
            document, self._signs_in(document), Shape.TITLE, least=_SIGNS, fewest=_FEWEST
        )
        yield from loud_findings(
            self,
            document,
            found,
            runs,
            looks="have capitals like headlines",
            evidence="Nearly all of the longer words begin with one, common words too",
        )

    def _signs_in(self, document: Document) -> list[int]:
        """Return the small words that have a capital and open no sentence."""
        opens, written = document.opens_sentence, document.written
        return sorted(
            index
            for word in _CAPITAL & written.keys()
            for index in written[word].tokens
            if not opens[index]
        )
