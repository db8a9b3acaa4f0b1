"""A heading runs into the sentence after it: `… this year. What happens next The minister said`.

## What it does
Reports words that stand where a sentence begins, carry no mark, and have the first word of another
sentence behind them: a question (`Why it matters The law …`), a row of capitalised words
(`Final Days The team …`), or a usual heading of one word (`Background The law …`). The span ends
with the word at the seam.

## Why it matters
A program that took the mark-up out joined the heading and the paragraph, and the sentence can't be
read.

## Flags
- The law was passed this year. ⟦What happens next The⟧ minister said that it would be signed.
- The team had lost again. ⟦The Final Days They⟧ left the town without a word.
- The law was passed this year. ⟦Background The⟧ old one had been made in 1950.
- ⟦Why it matters The⟧ harbour is the only one on this coast.

## Does not flag
- The law was passed. What happens next? The minister will sign it.
- He sang in The Who. How The Times reported it is known. She liked What The Butler Saw.
- Who knows what The Sun prints? The team of In The Dark left. Anna Lee The second time left.
- The law was passed this year. Background: The old one had been made in 1950.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_STARTERS: Final = tuple("According But He In It On She The There These They This We".split())
_QUESTIONS: Final = frozenset("How What Who Why".split())
_ALONE: Final = frozenset(
    "Aftermath Analysis Background Conclusion Context Criticism Highlights History Introduction "
    "Outlook Overview Reactions Summary Verdict".split()
)
_LINKS: Final = frozenset("a an and for from in of on or the to with".split())
_UNFINISHED: Final = _LINKS | frozenset("as at but by his her its my our than their your".split())
_LONGEST: Final = 8  # words of a heading
_SHORTEST_QUESTION: Final = 3
_SHORTEST_ROW: Final = 2


class RunInSubheading(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "run-in-subheading"
    family = Family.STRUCTURE
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at first words of sentences that stand behind a word: clean copy has few."""
        texts, opens = document.token_texts, document.opens_sentence
        last = len(texts) - 1
        seams = [
            index
            for starter in _STARTERS
            if (form := document.form(starter)) is not None
            for index in form.tokens
            if not opens[index] and index < last and texts[index + 1].islower()
        ]
        for index in sorted(seams):
            heading = _before(document, index)
            if heading and self._is_heading(heading):
                yield self._report(heading, document.token(index))

    def _is_heading(self, heading: Sequence[Token]) -> bool:
        first, final = heading[0], heading[-1]
        if first.block.kind is BlockKind.HEADING:
            return False
        lexicons = self.lexicons
        if len(heading) == 1:
            return first.text in _ALONE
        if final.lower in _UNFINISHED:
            return False
        if first.text in _QUESTIONS and any(word.text.islower() for word in heading[1:]):
            return len(heading) >= _SHORTEST_QUESTION and final.text.islower()
        if first.start == first.block.span.start or first.lower in lexicons.given_names:
            return False  # the name of a song, a signature, a byline
        capitals = [word.shape is Shape.TITLE for word in heading]
        links = [word.text in _LINKS for word in heading]
        return (
            capitals[0]
            and capitals[-1]
            and sum(capitals) >= _SHORTEST_ROW
            and sum(capitals) + sum(links) == len(heading)
            and final.lower in lexicons.words
        )

    def _report(self, heading: Sequence[Token], seam: Token) -> Finding:
        first, final = heading[0], heading[-1]
        text = first.document.text
        written = text[first.start : final.end]
        parted = [Edit(Span(final.end, seam.start), "\n\n")]
        if first.start > first.block.span.start:
            parted.insert(0, Edit(Span(first.start - 1, first.start), "\n\n"))
        return self.finding(
            Span(first.start, seam.end),
            f"The heading “{written}” runs into the sentence that begins with “{seam.text}”",
            evidence="It has no mark at its end, and a sentence begins behind it",
            fixes=(
                Fix(tuple(parted), Safety.REVIEW, "Make it a heading of its own"),
                Fix.insert(final.end, ".", safety=Safety.REVIEW, title="Insert a full stop"),
            ),
        )


def _before(document: Document, index: int) -> list[Token]:
    """Return the words between the start of the sentence and the seam, if there are but words."""
    heading: list[Token] = []
    token = document.token(index).previous
    while token is not None:
        if token.kind is not Kind.WORD or len(heading) >= _LONGEST:
            return []
        heading.append(token)
        token = token.previous
    return heading[::-1]
