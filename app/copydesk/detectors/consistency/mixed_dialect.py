"""American and British spellings are mixed in one article.

## What it does
Looks for words that the two dialects spell in two ways (`colour`, `color`). Where the running text
has both, the rarer dialect is reported, once, at its first word, if it has two different words
at least and the other has more; the fix writes all of them in the other dialect. Names and
quotations keep their own spelling. The list of a hundred families of words was written from
general knowledge; words with a sense of their own in the other dialect are left out.

## Why it matters
An article has one dialect. Two show that its parts come from two agencies, or that a program
translated it.

## Flags
- They like the colour of the theatre. Its grey walls honour the town. One ⟦center⟧ has a gray door.
- The labor law favors us. Our neighbors travel in a gray car. Its ⟦colour⟧ is a matter of honour.

## Does not flag
- They like the colour of the theatre. Its grey walls honour the town. One center has a door.
- The Lincoln Center and the Labor Department honour the theatre. Its colour is grey.
- The centre is grey. “My favorite color is gray,” he wrote. They honour the theatre.
- They organize a tour of the theatre. They recognize the colour and realize its value.
- The program of the theatre is grey. They check the tires and the gas meter in the centre.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.consistency.dialects import AMERICAN, BRITISH
from copydesk.detectors.consistency.variants import is_quoted, others, replacement
from copydesk.findings import Edit, Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_FEWEST: Final = 2  # different words of the rarer dialect
_MOST: Final = 500  # places of a word that are looked at
_BRITISH: Final = frozenset(BRITISH)
_AMERICAN: Final = frozenset(AMERICAN)


class MixedDialect(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "mixed-dialect"
    family = Family.CONSISTENCY
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Compare what the article has of each dialect."""
        words = document.words
        american = _AMERICAN.intersection(words)
        if len(american) < _FEWEST:
            return
        british = _BRITISH.intersection(words)
        if len(british) < _FEWEST:
            return
        british_edits = _edits(document, british, BRITISH)
        american_edits = _edits(document, american, AMERICAN)
        found = [("British", british_edits), ("American", american_edits)]
        (rare, edits), (usual, rest) = sorted(found, key=lambda one: _variety(document, one[1]))
        count, many = _variety(document, edits), _variety(document, rest)
        if count < _FEWEST or many <= count:
            return
        texts = list(dict.fromkeys(edit.span.of(document.text) for edit in rest))
        yield self.finding(
            edits[0].span,
            f"“{edits[0].span.of(document.text)}” is {rare} in an article that is else {usual}",
            evidence=f"{many} words have {usual} spellings, such as “{texts[0]}” and “{texts[1]}”, "
            f"{count} have {rare} ones.",
            fixes=replacement(edits, f"Make the spelling {usual}"),
            related=(
                *others([rest[0].span], f"{usual} here"),
                *others([edit.span for edit in edits[1:]], f"{rare}, too"),
            ),
        )


def _variety(document: Document, edits: list[Edit]) -> int:
    """Count different words."""
    return len({edit.span.of(document.text) for edit in edits})


def _edits(document: Document, words: frozenset[str], other: Mapping[str, str]) -> list[Edit]:
    """Visit the words in running text, each with its other spelling."""
    starts = document.token_starts
    found: list[Edit] = []
    for word in words:
        form = document.form(word)  # with a capital it may be part of a name
        for index in form.tokens[:_MOST] if form else ():
            if not is_quoted(document, starts[index]):
                span = Span(starts[index], starts[index] + len(word))
                found.append(Edit(span, other[word]))
    return sorted(found)
