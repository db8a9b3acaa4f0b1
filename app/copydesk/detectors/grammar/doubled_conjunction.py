"""Two conjunctions join two clauses: `Although he was ill, but he came`.

## What it does
Reports “but”, “yet” or “however” after the first comma of a sentence that opens with “although”,
“though” or “despite”, and “so” after one with “because”, where a new clause begins there.

## Why it matters
Many languages say both; in English the second one tells the reader that the sentence has lost its
way.

## Flags
- Although he was injured, ⟦but⟧ he played until the end.
- Despite the rain, ⟦but⟧ the people stayed in the square.
- Because the bank was shut, ⟦so⟧ he could not pay.

## Does not flag
- Although he was injured, he played, but he lost. Although small, but not cheap, it was sold.
- Because of the war, so many people left. Because he says so, so be it.
- He came, although it rained, but he left soon.
- Despite all, but one, he won. Though, but for him, we had lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.clauses import SUBJECT_PRONOUNS
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_CONTRAST: Final = frozenset("but yet however".split())
_SECOND: Final = {
    **dict.fromkeys("although though despite spite".split(), _CONTRAST),
    "because": frozenset({"so"}),
}
_SUBJECTS: Final = SUBJECT_PRONOUNS | frozenset(
    "the a an his her their its our my this these those there nobody no".split()
)
_FEWEST: Final = 2  # words before the comma
_FARTHEST: Final = 25
_NEAR: Final = 12  # in speech, “because” may open a reason that the next clause does not end


class DoubledConjunction(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "doubled-conjunction"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look behind the first comma of the sentences that open so."""
        for first in document.occurrences(frozenset(_SECOND)):
            if not _opens(first):
                continue
            second = _behind_comma(first)
            if second is None or second.text not in _SECOND[first.lower]:
                continue
            subject = second.next
            if subject is None or not second.touches(subject) or subject.lower not in _SUBJECTS:
                continue
            yield self.finding(
                second.span,
                f"“{second.text}” is one conjunction too many after “{first.text}”",
                evidence="The two clauses are joined already",
                fixes=(Fix.delete(second.start, subject.start, safety=Safety.REVIEW),),
            )


def _opens(first: Token) -> bool:
    """Tell whether the sentence opens with it, or with “even though”, “in spite”."""
    before = first.previous
    if first.lower in ("though", "spite") and before is not None and before.is_word:
        fits = before.lower == ("in" if first.lower == "spite" else "even")
        return fits and before.opens_sentence
    return first.lower != "spite" and first.opens_sentence


def _behind_comma(first: Token) -> Token | None:
    """Return the word behind the first mark, if that is a comma with a clause before it."""
    token = first.next
    if token is None or token.lower == "not":
        return None  # `Although not a king, but a prince`
    for count in range(_NEAR if first.lower == "because" else _FARTHEST):
        if token is None:
            return None
        if token.kind is Kind.MARK:
            return token.next if token.text == "," and count >= _FEWEST else None
        token = token.next
    return None
