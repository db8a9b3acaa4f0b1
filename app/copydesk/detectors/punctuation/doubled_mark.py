"""Two marks stand where one belongs: `the harbour,, they said`, `It is over..`.

## What it does
Reports a comma, full stop, colon or semicolon that is printed twice or right before another one,
a full stop after a question or exclamation mark, and one on either side of a closing quotation
mark, and a mark that is printed again after a space (`late! !`). Two full stops that stand for an
ellipsis, as in `well.. no`, are information, as are several exclamation marks in a row.

## Why it matters
One of the two is left of a sentence that was changed, and the reader wonders what is missing.

## Flags
- The ⟦harbour,,⟧ they said, was full.
- The ferries had left by ⟦noon..⟧ Nobody waited.
- The boats were ⟦late,.⟧ They left at ⟦noon;,⟧ then they came back.
- They asked who would ⟦pay?.⟧ Nobody did. In Lyon, ⟦Nice, ,⟧ and Brest nobody was ⟦asked. .⟧
- “We are ⟦ready.”.⟧ They left.
- What a ⟦day!!⟧ And the ⟦score! !⟧ They went home.

## Does not flag
- He waited. . . and . . . waited.... Then he left … What?! No!? Really?
- It opened in 1980 in Washington, D.C., and in St. Louis, Mo.; at 5 p.m., too.
- He sang Where Are We Now?, which sold well, as did Help!. They use Yahoo!, Google, etc.
- “Do they know?”, he asked. He spoke of “the U.S.”. They said “No!”.
- Go to ../files, take a,,b or 1..9, and see caf&eacute;, at last :).
- She wrote “Well ... no ...”. That was fun ;). See :, ;, and ,, below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.punctuation.gaps import gaps
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_LATER: Final = frozenset(",.;:?!")
_OUTCRIES: Final = frozenset("?!")
_CLOSING: Final = frozenset("\"”’')")
_REPEATED: Final = frozenset(",.!?")
_BREAKS: Final = frozenset({"", " ", "\n", "\r"})
_QUOTES: Final = frozenset('"”')
_ON_BOTH_SIDES: Final = frozenset({'.".', ".”."})
_LONGEST_RUN: Final = 3  # of commas; more are the empty columns of a table
_MOST_RELATED: Final = 20
_SHORTEST: Final = 4  # shorter words before a full stop may be abbreviations that no list has
_COMMON: Final = 3.5
_YEAR: Final = 4  # digits
_LIKELY: Final = 0.85  # confidence where the word might be an abbreviation after all


class DoubledMark(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "doubled-mark"
    family = Family.PUNCTUATION
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.DOCUMENT  # whether two full stops are a habit
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at marks with another mark right behind them."""
        text, starts = f"{document.text} ", document.token_starts
        pairs = [index for index in gaps(document).glued if text[starts[index] + 1] in _LATER]
        pairs.extend(_around_quotes(document))
        done = -1
        shouts: list[Span] = []
        stops: list[tuple[Token, Token]] = []
        for index in sorted(pairs):
            if index <= done or not index:
                continue
            word, last = document.token(index - 1), _end_of_run(document, index)
            done = last.index
            if not _is_word_end(document, word, document.token(index)) or not _is_free(last):
                continue
            span = Span(word.start, last.end)
            marks = document.text[word.end : last.end]
            if not _OUTCRIES.isdisjoint(marks) and len(set(marks)) == 1:
                shouts.append(span)
            elif marks == "..":
                stops.append((word, last))
            else:
                yield from self._judge(word, last, marks)
        yield from self._spaced(document)
        yield from self._stops(document, stops)
        if shouts:
            yield self._shouts(document, shouts)

    # --- two different marks, or commas ----------------------------------------------------------

    def _judge(self, word: Token, last: Token, marks: str) -> Iterator[Finding]:
        first, after = marks[0], last.next
        span = Span(word.start, last.end)
        place = Span(word.end, last.end)
        if marks.strip(",") == "" and len(marks) <= _LONGEST_RUN:
            yield self._report(span, place, marks, ",", Safety.SAFE)
        elif first == "." and marks[1] in _QUOTES:
            if marks[-1] == "." and self._ends_sentence(word):
                kept = marks[:-1]
                yield self._report(span, place, marks, kept, Safety.REVIEW, _LIKELY)
        elif len(marks) != len("?."):
            return
        elif first in _OUTCRIES:
            if marks[1] == "." and word.text.islower():
                yield self._report(span, place, marks, first, Safety.REVIEW, _LIKELY)
        elif first == ".":
            if marks[1] not in _OUTCRIES and self._ends_sentence(word):
                goes_on = after is not None and after.text[:1].islower()
                kept = marks[1] if goes_on else "."
                yield self._report(span, place, marks, kept, Safety.REVIEW, _LIKELY)
        elif marks[1] in _OUTCRIES:
            yield self._report(span, place, marks, marks[1], Safety.REVIEW)
        else:
            ends = after is None or after.text[:1].isupper()
            kept = "." if "." in marks and ends else marks.replace(".", "")[0]
            yield self._report(span, place, marks, kept, Safety.REVIEW)

    def _ends_sentence(self, word: Token) -> bool:
        """Tell a word that is no abbreviation."""
        lower, lexicons = word.lower, self.lexicons
        if word.kind is Kind.NUMBER:
            return len(lower) == _YEAR and lower.isdigit()
        return (
            word.text.islower()
            and len(lower) >= _SHORTEST
            and f"{lower}." not in lexicons.abbreviations
            and lexicons.zipf(lower) >= _COMMON
        )

    def _report(
        self,
        span: Span,
        place: Span,
        marks: str,
        kept: str,
        safety: Safety,
        confidence: float | None = None,
    ) -> Finding:
        return self.finding(
            span,
            f"Two marks, “{marks}”, stand where one belongs",
            evidence=f"Nothing but “{kept}” is wanted here",
            fixes=(Fix.replace(place, kept, safety=safety),),
            confidence=confidence,
        )

    # --- the same mark again after a space --------------------------------------------------------

    def _spaced(self, document: Document) -> Iterator[Finding]:
        """Find `Marseille, , and` and `late! !`, but no `. . .` and no empty columns."""
        text, texts = document.text, document.token_texts
        for index in gaps(document).spaced:
            mark = texts[index]
            if index < 2 or mark not in _REPEATED or texts[index - 1] != mark:
                continue
            word, first, last = (document.token(at) for at in (index - 2, index - 1, index))
            after = last.next
            if (
                word.kind is Kind.MARK
                or not word.joins(first)
                or last.start != first.end + 1
                or text[last.end : last.end + 1] not in _BREAKS
                or (after is not None and after.text in _LATER)
            ):
                continue
            place = Span(word.end, last.end)
            yield self._report(
                Span(word.start, last.end), place, place.of(text), mark, Safety.REVIEW
            )

    # --- two full stops, several exclamation marks -----------------------------------------------

    def _stops(self, document: Document, stops: list[tuple[Token, Token]]) -> Iterator[Finding]:
        for word, last in stops:
            span, place = Span(word.start, last.end), Span(word.end, last.end)
            following = document.text[last.end :][:2].strip()
            if len(stops) == 1 and not following[:1].islower():
                yield self._report(span, place, "..", ".", Safety.SAFE)
                continue
            yield self.finding(
                span,
                f"Two full stops after “{word.text}” are neither a full stop nor an ellipsis",
                evidence="The article has others, or goes on in small letters",
                fixes=(
                    Fix.replace(place, ".", safety=Safety.REVIEW),
                    Fix.replace(place, "...", safety=Safety.REVIEW),
                ),
                severity=Severity.INFO,
                confidence=0.8,
            )

    def _shouts(self, document: Document, shouts: list[Span]) -> Finding:
        first, *others = shouts
        written = first.of(document.text)
        return self.finding(
            first,
            f"“{written}” has more than one “{written[-1]}”",
            evidence="One is enough in news",
            fixes=(
                Fix.replace(first, written.rstrip(written[-1]) + written[-1], safety=Safety.REVIEW),
            ),
            related=tuple(Related(span, "and here") for span in others[:_MOST_RELATED]),
            severity=Severity.INFO,
            confidence=0.8,
        )


def _around_quotes(document: Document) -> list[int]:
    """Return the full stops before a closing quotation mark that another full stop follows."""
    text, starts = f"{document.text}   ", document.token_starts
    return [
        index
        for index in gaps(document).glued
        if text[starts[index] : starts[index] + 3] in _ON_BOTH_SIDES
    ]


def _end_of_run(document: Document, index: int) -> Token:
    """Return the last of the marks that stand right behind one another."""
    texts, starts = document.token_texts, document.token_starts
    last = index
    while (
        last + 1 < len(texts)
        and starts[last + 1] == starts[last] + 1
        and (texts[last + 1] in _LATER or (last == index and texts[last + 1] in _QUOTES))
    ):
        last += 1
    return document.token(last)


def _is_word_end(document: Document, word: Token, mark: Token) -> bool:
    """Tell a mark right behind a word, and not the end of `&eacute;`."""
    if word.kind is Kind.MARK or not word.joins(mark) or len(word.text) < len("it"):
        return False
    return mark.text != ";" or document.text[max(0, word.start - 2) : word.start][-1:] not in {
        "&",
        "#",
    }


def _is_free(last: Token) -> bool:
    """Tell the end of a word from the middle of `a,,b`, a path or a range."""
    following = last.document.text[last.end : last.end + 1]
    return not following or following.isspace() or following in _CLOSING
