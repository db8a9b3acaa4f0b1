"""Straight and curly marks are mixed, or single and double ones, in one article.

## What it does
Counts the quotation marks of the article: straight (`"`) against curly (`“`), straight apostrophes
against curly ones, and speech in single marks against speech in double marks. Where both are in
use, the rarer kind is reported once, at its first place, if it stands there at least twice; the
fix writes the other kind in all places. Inches, marks inside marks and quoted titles in single
marks (`‘scare quotes’`) are no mixture.

## Why it matters
A keyboard has the straight marks, an editor sets the curly ones: where both stand, a part was
pasted from elsewhere, or one program saw half of the text.

## Flags
- “We are late,” she said. “Too late,” he said. ⟦"⟧So what?" they asked.
- It isn’t late. They don’t know. We can’t say. He won⟦'⟧t tell, and she doesn't know.
- “Here we are now,” he said. “So are we all,” she said. “They are not here,” he said. “Nor are you
  now,” she said. ⟦‘⟧We are not here,’ they said. ‘Nor are you here,’ he said.

## Does not flag
- “We heard a ‘bang’,” she said. “He said: ‘Run!’ and ran.” The ‘lucky’ ones were safe.
- "It's 6' 2" tall," he said. "It's 12" wide," she said.
- “We are late,” she said. The screen is 12" wide and 6" high.
- 'We are late,' she said. 'The boys' mother isn't here,' said Ben.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.consistency.variants import is_quoted, others, replacement
from copydesk.findings import Edit, Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_FEWEST: Final = 2  # of the rarer kind
_MOST: Final = 2_000  # of the rarer kind; more is no slip
# Each pattern begins with its mark, so that the search leaps from one to the next. A straight one
# does not count after a figure (inches) and in a tag.
_STRAIGHT: Final = re.compile(r'"(?<![\d=]")(?!>)')
_CURLY: Final = re.compile("[“”]")
_STRAIGHT_APOSTROPHE: Final = re.compile(r"'(?<=[A-Za-z]')(?=[A-Za-z])")
_CURLY_APOSTROPHE: Final = re.compile(r"’(?<=[A-Za-z]’)(?=[A-Za-z])")
# Speech: four words or more that end with a mark of their own.
_SINGLE_SPEECH: Final = re.compile(
    r"‘(?<![^\s(—–]‘)(?:[^\s‘’“”\"]+ ){3}[^‘“”\"\n]{0,400}[,.?!]’(?!\w)"
)
_DOUBLE_SPEECH: Final = re.compile(r"“(?:[^\s“”\"]+ ){3}[^“”\"\n]{0,400}[,.?!]”")
_OPENING: Final = frozenset(" \t\n\r\u00a0([—–-/‘'")


_STRAIGHT_OF: Final = {"“": '"', "”": '"', "’": "'"}


class MixedQuoteStyle(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "mixed-quote-style"
    family = Family.CONSISTENCY
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Compare the kinds of marks that the text holds."""
        text = document.text
        mixtures: list[_Mixture] = []
        if '"' in text and "“" in text:
            mixtures += _mixture(text, "quotation marks", _STRAIGHT, _CURLY)
        if "'" in text and "’" in text:
            mixtures += _mixture(text, "apostrophes", _STRAIGHT_APOSTROPHE, _CURLY_APOSTROPHE)
        if mixtures:
            yield self._report(text, mixtures)
        if "‘" in text and "“" in text:
            yield from self._speech(document)

    def _report(self, text: str, mixtures: list[_Mixture]) -> Finding:
        """Report the rarer kind; apostrophes that came with the marks belong to one defect."""
        first = mixtures[0]
        together = [one for one in mixtures if one.rare == first.rare]
        places = sorted(place for one in together for place in one.places)
        counts = " and ".join(
            f"{len(one.places)} {one.rare} {one.what} beside {one.others} {one.usual} ones"
            for one in together
        )
        return self.finding(
            places[0],
            f"The article mixes {first.rare} {first.what} with {first.usual} ones",
            evidence=f"It has {counts}.",
            fixes=replacement(
                [_converted(text, place) for place in places], f"Make them all {first.usual}"
            ),
            related=tuple(others(places[1:], f"{first.rare}, too")),
        )

    def _speech(self, document: Document) -> Iterator[Finding]:
        """Report speech in single marks among speech in double ones, and the reverse."""
        text = document.text
        single = [Span(*found.span()) for found in _SINGLE_SPEECH.finditer(text)]
        if len(single) < _FEWEST:
            return
        single = [span for span in single if not is_quoted(document, span.start)]
        if len(single) < _FEWEST:
            return
        double = [
            Span(*found.span())
            for found in _DOUBLE_SPEECH.finditer(text)
            if not any(span.contains(Span(*found.span())) for span in single)
        ]
        if len(double) < _FEWEST or len(double) == len(single):
            return
        rare, usual, marks = (
            (single, "double", "“”") if len(single) < len(double) else (double, "single", "‘’")
        )
        kind = "single" if usual == "double" else "double"
        ends = [
            (span, (Span(span.start, span.start + 1), Span(span.end - 1, span.end)))
            for span in rare
        ]
        yield self.finding(
            ends[0][1][0],
            f"Some speech stands in {kind} marks, most of it in {usual} ones",
            evidence=(
                f"{len(single)} passages of speech are in single marks, "
                f"{len(double)} in double ones."
            ),
            fixes=replacement(
                [
                    Edit(place, mark)
                    for _, pair in ends
                    for place, mark in zip(pair, marks, strict=True)
                ],
                f"Make them all {usual}",
            ),
            related=tuple(others(rare[1:], f"{kind} marks, too")),
        )


class _Mixture(NamedTuple):
    """Two kinds of one mark in one text."""

    what: str
    rare: str
    usual: str
    places: list[Span]
    others: int


def _mixture(
    text: str, what: str, straight: re.Pattern[str], curly: re.Pattern[str]
) -> list[_Mixture]:
    """Return the mixture of a mark, if it is one: none or one."""
    found = [
        (kind, [Span(*match.span()) for match in pattern.finditer(text)])
        for kind, pattern in (("straight", straight), ("curly", curly))
    ]
    (rare, places), (usual, rest) = sorted(found, key=lambda one: len(one[1]))
    if not _FEWEST <= len(places) <= _MOST or len(places) == len(rest):
        return []
    return [_Mixture(what, rare, usual, places, len(rest))]


def _converted(text: str, place: Span) -> Edit:
    """Write a mark in the other kind; a straight one opens after a space."""
    mark = place.of(text)
    if mark in _STRAIGHT_OF:
        return Edit(place, _STRAIGHT_OF[mark])
    if mark == "'":
        return Edit(place, "’")
    opens = place.start == 0 or text[place.start - 1] in _OPENING
    return Edit(place, "“" if opens else "”")
