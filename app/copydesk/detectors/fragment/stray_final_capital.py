"""A capitalised function word that belongs to nothing stands before the full stop.

## What it does
Reports articles, prepositions, conjunctions, auxiliaries and the like that stand at a sentence's
end with a capital (`food are arriving Is.`). The word is to be deleted, or loses its capital where
it is the verb of the clause before it (`They know who he Is.`).

## Why it matters
It is the first word of a sentence that was cut away or moved. The reader thinks that text is
missing.

## Flags
- They say that enough food is arriving ⟦Is.⟧
- Schools were closed for the week ⟦The.⟧ They open on Monday.
- "We were shocked by what we saw ⟦With.⟧"
- The prize went to Lindqvist ⟦Were.⟧ She thanked her mother.
- Costs rose by 5% ⟦Had.⟧
- They know who he ⟦Is.⟧ It is what it ⟦Was.⟧ Nobody knew what the plan ⟦Was.⟧

## Does not flag
- The film is called The Way We Are. It opens with Let It Be.
- Nobody knew what it was for. She got straight As.
- The seat was won by James To. They watched Doctor Who.
- He takes vitamin A. They moved to block A.
- Take That played the hall. They love Take That.
- She was seized in May, and Will.
- He joined IS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Not here: words that are names or end titles after a small word, too (A, As, May, Who, Will, One).
_STRAYS: Final = tuple(
    """
    The An Of In To For With From By At On And Or But If That Than Is Are Was Were Be Been Being
    Has Have Had Do Does Did Can Could Would Should Must Might His Her Its Our Their My Your These
    Those This When Where While Because Into Onto Upon About Between During After Before Under
    Against Among Through Since Until Although Though Also Not There It He She They We Which
    """.split()
)
# After a capitalised word these are parts of names and titles as well: James To, Take That.
_NAMES_TOO: Final = frozenset(
    """
    To An In On By Be Do That This It He She They We Her Can Not About Through Between Being Must
    His Might Before After Under There Does Did Have Where When
    """.split()
)
_VERBS: Final = frozenset(
    "Is Are Was Were Has Have Had Can Could Would Should Must Might Do Does Did".split()
)
_NOMINATIVE: Final = frozenset("i he she they we there".split())
_SUBJECTS: Final = _NOMINATIVE | {"it", "you"}  # which may be objects, too
_CLAUSE_OPENERS: Final = frozenset(
    "who what where when why how whether which that than as whatever whoever wherever".split()
)
_ENDS: Final = frozenset(".!?")
_CLOSERS: Final = frozenset("”’\"')*")
_BEFORE: Final = frozenset("”%)")  # marks after which a stray word may stand


class StrayFinalCapital(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "stray-final-capital"
    family = Family.FRAGMENT
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up the capitalised forms: most of them open sentences."""
        texts, opens = document.token_texts, document.opens_sentence
        last = len(texts) - 1
        for text in _STRAYS:
            form = document.form(text)
            for index in form.tokens if form is not None else ():
                if opens[index] or index == last or texts[index + 1] not in _ENDS:
                    continue
                stray = document.token(index)
                before, mark = stray.previous, stray.next
                if before is None or mark is None or not (stray.joins(mark) and _ends(mark)):
                    continue
                if self._is_stray(before, stray):
                    yield self._report(before, stray, mark)

    def _report(self, before: Token, stray: Token, mark: Token) -> Finding:
        span = Span(stray.start, mark.end)
        delete = Fix.delete(before.end, stray.end, safety=Safety.REVIEW)
        if stray.text in _VERBS and self._is_subject(before):
            return self.finding(
                span,
                f"“{stray.text}” before the full stop has a capital inside its sentence",
                evidence=f"“{stray.lower}” may be the verb to “{before.text}”, "
                "or what is left of another sentence",
                fixes=(Fix.replace(stray.span, stray.lower, safety=Safety.REVIEW), delete),
            )
        return self.finding(
            span,
            f"“{stray.text}” before the full stop belongs to no sentence",
            evidence=f"“{stray.lower}” does not end a sentence and has no capital",
            fixes=(delete,),
        )

    def _is_subject(self, before: Token) -> bool:
        """Tell a pronoun or a noun that awaits its verb: “who he”, “what the plan”."""
        if before.lower in _NOMINATIVE:
            return True
        if before.kind is not Kind.WORD:
            return False
        opener = before.previous
        if opener is None:
            return False
        if opener.lower in _CLAUSE_OPENERS:
            return before.lower in _SUBJECTS or before.shape is Shape.TITLE
        ahead = opener.previous
        return (
            opener.lower in self.lexicons.determiners
            and ahead is not None
            and ahead.lower in _CLAUSE_OPENERS
        )

    def _is_stray(self, before: Token, stray: Token) -> bool:
        """Tell a word that follows running text from the end of a name or title."""
        if before.kind is Kind.MARK:
            return before.text in _BEFORE and before.previous is not None
        if not before.touches(stray):
            return False
        ahead = before.previous
        function = before.lower in self.lexicons.function_words
        if before.shape is Shape.LOWER or before.kind is Kind.NUMBER:
            # Titles have small words, too: "Let it Be."
            return not function or ahead is None or ahead.shape is not Shape.TITLE
        if stray.text in _NAMES_TOO or function:
            return False
        # "It was won by Lindqvist Is." but not "Where the Wild Things Are."
        return ahead is None or ahead.kind is Kind.MARK or ahead.shape is Shape.LOWER


def _ends(mark: Token) -> bool:
    """Tell whether nothing but closing marks follows in the sentence."""
    after = mark.next
    while after is not None:
        if after.text not in _CLOSERS:
            return False
        after = after.next
    return True
