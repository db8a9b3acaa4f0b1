"""Two articles or possessives stand before one noun.

## What it does
Reports an article or possessive that follows another with only white space between (`in a the
study`, `the their plan`). The words are closed lists of English grammar. The same word twice is
another defect, and so is a sentence that ends in one.

## Why it matters
One of the two was forgotten when the sentence was rewritten or translated. The reader stumbles, and
has to guess whether one plan or the plan is meant.

## Flags
- It is said in ⟦a the⟧ study that the river rose.
- Nobody has seen ⟦the their⟧ ship since Monday.
- They want to sell ⟦their the⟧ house.
- It rained at the start of ⟦the this⟧ season.
- ⟦The a⟧ council will vote on it in May.

## Does not flag
- She gave her the book, and told him his part of it.
- "The The" are a band. They ate the à la carte menu, and the a la carte one.
- He is a The Hague man, and a My Chemical Romance fan.
- Grade A the second time. Is this the end? The every day life of a town.
- They reached the, a little late.
- It was the a priori case; they sang the a cappella song.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.document import MOST_VISITED
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Not "her", "his", "its", "this": these stand without a noun of their own, too.
_FIRST: Final = ("the", "a", "an", "my", "our", "your", "their")
_SECOND: Final = frozenset("the a an my our your their his its this these those".split())
# "The a la carte menu", "an a priori reason".
_LOANS: Final = frozenset(
    "la le priori posteriori cappella capella capela fortiori deux posteriori mano".split()
)


class DoubledDeterminer(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "doubled-determiner"
    family = Family.REPETITION
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word after each article: one look-up for each."""
        texts, opens, words = document.token_texts, document.opens_sentence, document.words
        last = len(texts) - 1
        found = [
            index
            for word in _FIRST
            for index in words.get(word, ())[:MOST_VISITED]
            if index < last and texts[index + 1] in _SECOND and not opens[index + 1]
        ]
        reported = -2
        for index in sorted(found):
            if index == reported + 1:  # the third of three in a row
                continue
            first, second = document.token(index), document.token(index + 1)
            if self._are_two(first, second):
                reported = index
                yield self.finding(
                    first.span.to(second.span),
                    f"“{first.text}” and “{second.text}” stand before one noun",
                    evidence="A noun takes one article or possessive",
                    fixes=(
                        Fix.delete(
                            first.end,
                            second.end,
                            safety=Safety.REVIEW,
                            title=f"Keep “{first.text}”",
                        ),
                        Fix.replace(
                            first.span.to(second.span),
                            second.text.capitalize() if first.text[0].isupper() else second.text,
                            safety=Safety.REVIEW,
                            title=f"Keep “{second.text}”",
                        ),
                    ),
                )

    @staticmethod
    def _are_two(first: Token, second: Token) -> bool:
        """Tell whether a noun follows both, and neither is a letter or a part of a name."""
        after, before = second.next, first.previous
        if (
            first.lower == second.lower
            or not first.touches(second)
            or after is None
            or after.kind is Kind.MARK
            or not second.touches(after)
            or after.lower in _LOANS
        ):
            return False
        if first.text == "A" and before is not None:  # "vitamin A the second time"
            return False
        # "Put on the a and the b": letters are named before "and" and "or".
        return after.lower not in ("and", "or", "is", "was") or second.text not in ("a", "its")
