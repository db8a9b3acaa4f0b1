"""A verb of saying has a stray capital in mid-sentence.

## What it does
Reports finite verbs of saying with a capital (`Antony Blinken Said on Friday`) that follow their
subject in a sentence that is not set in title case.

## Why it matters
The capital is left from a headline or from another sentence whose start was lost: the reader
stops, and looks for the sentence that begins there.

## Flags
- On Friday Antony blinken ⟦Said⟧ that the talks would go on.
- "We are ready," the mayor ⟦Told⟧ reporters.
- The bank ⟦Announced⟧ a loss on Monday, its fourth this year.
- "We are ready," he ⟦Added⟧.

## Does not flag
- Edward Said on Friday gave a talk about his book.
- He Said, She Said is a film from 1991.
- The film As Told By Ginger was shown at Port Said in May.
- The paper asked: Told you so?
- "We are ready." Said the mayor: "At last."
- Frequently Asked questions are at the end of the page.
- Trump Told Aides He Would Go
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import FINITE, Reader
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

# "Ask" and "Says" are firms and columns; the past forms are hardly ever names.
_VERBS: Final = FINITE - {"asks", "tells", "writes", "warns", "reminded", "notified", "assured"}
_CAPITALISED: Final = tuple(sorted(verb.capitalize() for verb in _VERBS))
_FOLLOWING_MARKS: Final = frozenset('.,:;“"')
_TITLE_CASE_SHARE: Final = 0.5  # of the longer common words
_LONGER: Final = 4
_AROUND: Final = 24  # tokens to each side that are looked at
_NOT_SUBJECTS: Final = frozenset({"frequently", "commonly", "newly"})


class CapitalReportingVerb(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "capital-reporting-verb"
    family = Family.ATTRIBUTION
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up the few capitalised forms: clean copy has them at sentence starts only."""
        for text in _CAPITALISED:
            form = document.form(text)
            if form is None:
                continue
            for index in form.tokens:
                verb = document.token(index)
                if self._is_stray(document, verb):
                    yield self.finding(
                        verb.span,
                        f"“{verb.text}” has a capital in mid-sentence",
                        evidence="A verb of saying after its subject is written small",
                        fixes=(Fix.replace(verb.span, verb.lower, safety=Safety.SAFE),),
                    )

    def _is_stray(self, document: Document, verb: Token) -> bool:
        """Tell a verb after its subject from names, titles and headlines."""
        before, after = verb.previous, verb.next
        if before is None or before.kind is not Kind.WORD or not before.touches(verb):
            return False
        lexicons = self.lexicons
        if before.lower in lexicons.function_words:
            subject = before.lower in lexicons.pronouns and before.lower not in lexicons.determiners
        else:
            subject = before.lower not in _NOT_SUBJECTS and before.lower not in FINITE
        if not subject or not self._reader.is_verb(document, verb.index):
            return False
        if after is not None and after.lower == "by":
            return False  # A Tale Told by an Idiot
        if after is not None and after.shape is not Shape.LOWER:
            day = after.lower in self.lexicons.weekdays
            mark = after.kind is Kind.MARK and after.text in _FOLLOWING_MARKS
            if not (day or mark):
                return False
        return not self._is_title_case(document, verb)

    def _is_title_case(self, document: Document, verb: Token) -> bool:
        """Tell whether most longer common words around, a sentence's first aside, have capitals."""
        sentence, lexicons = verb.sentence, self.lexicons
        start = max(sentence.first + 1, verb.index - _AROUND)
        capitals = words = 0
        for index in range(start, min(sentence.stop, verb.index + _AROUND)):
            token = document.token(index)
            if index == verb.index or len(token.text) < _LONGER:
                continue
            if token.lower in lexicons.words and lexicons.ambiguous_name(token.lower) is None:
                words += 1
                capitals += token.shape is not Shape.LOWER
        return words > 0 and capitals / words > _TITLE_CASE_SHARE
