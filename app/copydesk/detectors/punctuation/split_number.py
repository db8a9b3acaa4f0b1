"""A number is cut in two by a space: `2, 750` for 2,750 and `3. 5` for 3.5.

## What it does
Reports numbers with a space at the comma of their thousands or at their decimal point, and takes
the space out. Three digits after a comma could also be the next number of a list or of a sentence
(`at 16, 240 of them`): then zeros, a currency or the words around must show that one number is
meant.

## Why it matters
The reader stops, and whoever copies the figure, or reads it by machine, gets another one.

## Flags
- The yard built ⟦2, 750⟧ boats and sold about ⟦1 ,900⟧ of them.
- Costs rose to $⟦12, 000⟧ and then to €⟦1, 250, 000⟧, or ⟦3. 5⟧% a year.
- It is home to ⟦1. 3⟧ million people. She paid £⟦39. 95⟧ for it.
- The ⟦10, 500⟧-strong union has an average age of ⟦41 .5⟧ years.

## Does not flag
- On May 5, 120 people came. In 2016, 115 of them left. At 16, 240 girls had left school.
- Rooms 113, 115 and 117 are closed, as are pages 12, 144 and 201.
- They won by 21. 12 people were hurt. It was 2018. 5% was too much.
- 1. 5 million people. It ended 3-2, 5-4. The .22 rifle cost 5, 10 or 100 crowns.
- Chapter 3, 120 pages long, is dull. Of 12, 100 is far away.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_CANDIDATE: Final = re.compile(r"[0-9](?:[,.][ \xa0]|[ \xa0][,.])[0-9]")
_THOUSANDS: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:(?:,[ \xa0]?|[ \xa0],)[0-9]{3}(?![0-9])){1,4}(?:\.[0-9]{1,2}(?![0-9]))?"
)
_DECIMAL: Final = re.compile(
    r"[0-9]{1,6}(?:,[0-9]{3}){0,3}(?:\.[ \xa0]|[ \xa0]\.)(?P<part>[0-9]{1,2})(?![0-9])"
)
_SPACE: Final = re.compile(r"[ \xa0]")
_BEFORE: Final = re.compile(r"(?P<word>[^\W\d_]{1,30})[ \xa0]\Z")
_AFTER: Final = re.compile(
    r"(?P<mark>%|-[a-z])"
    r"|[ \xa0](?P<word>[a-z]{1,30})(?P<later>[ \xa0](?:after|ago|before|earlier|later)\b)?"
)
# One more number of a list: "113, 115 and 117".
_LISTED_AFTER: Final = re.compile(r",?[ \xa0](?:and |or |to |& )?[0-9]|[ \xa0]?[–-][ \xa0]?[0-9]")
_LISTED_BEFORE: Final = re.compile(r"[0-9](?:,| and| or| to| &)?[ \xa0]\Z")
_CURRENCIES: Final = frozenset("$£€¥₹")
_LONGEST: Final = 16  # digits and marks before a candidate
_LOOK: Final = 40
_CENTS: Final = 2
# A number after these may end a phrase, and the next one begin the clause: "At 16, 240 girls".
_PHRASES: Final = frozenset(
    """
    age aged ages after apr april as at aug august before buses by chapter chapters dec december
    december elements feb february figure figures flight flights for from game if in jan january
    jul july jun june level line lines mar march may no nos nov november numbers oct october of on
    page pages paragraph part phase psalm room rooms route routes section sections sep sept
    september since size stage step table to tables than turned turning until verse verses volume
    week when with year
    """.split()
)
_MEASURED: Final = frozenset("by for from of to".split())
_MORE: Final = frozenset("about almost around nearly over roughly some approximately".split())
_SCALES: Final = frozenset("million billion trillion percent per bn m".split())
_UNITS: Final = _SCALES | frozenset(
    """
    acres cm degrees euros feet ft hectares hours hrs inches kg kilograms kilometers kilometres km
    kph lbs litres liters meters metres miles millimetres minutes mm mph ounces points pounds
    seconds tonnes tons years
    """.split()
)
_JOINS: Final = frozenset("a an and each for in on or per to".split())


class SplitNumber(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "split-number"
    family = Family.PUNCTUATION
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the places where a mark and a space stand between two digits."""
        text = document.text
        done = 0
        for candidate in _CANDIDATE.finditer(text):
            if candidate.start() < done:
                continue
            start = _start(text, candidate.start())
            before = text[max(0, start - _LOOK) : start].rpartition("\n")[2]
            thousands = _THOUSANDS.match(text, start)
            if thousands is not None and thousands.end() >= candidate.end():
                match, judge = thousands, _is_thousands
            else:
                decimal = _DECIMAL.match(text, start)
                if decimal is None or decimal.end() < candidate.end():
                    continue
                match, judge = decimal, _is_decimal
            done = match.end()
            after = text[done : done + _LOOK].partition("\n")[0]
            if judge(match, before, after):
                yield self._report(match)

    def _report(self, match: re.Match[str]) -> Finding:
        start = match.start()
        edits = tuple(
            Edit(Span(start + space.start(), start + space.end()), "")
            for space in _SPACE.finditer(match[0])
        )
        right = _SPACE.sub("", match[0])
        return self.finding(
            Span(*match.span()),
            f"The number “{match[0]}” is cut in two",
            evidence=f"The words around it ask for one number, {right}",
            fixes=(Fix(edits, Safety.SAFE, f"Write “{right}”"),),
        )


def _start(text: str, offset: int) -> int:
    """Return where the number begins that has a digit at `offset`."""
    start = offset
    while start > 0 and offset - start < _LONGEST and text[start - 1] in "0123456789,":
        start -= 1
    while text[start] == ",":
        start += 1
    return start


def _is_thousands(match: re.Match[str], before: str, after: str) -> bool:
    if before[-1:].isalnum() or before[-1:] in {".", "-", "–", "/", "#"}:
        return False
    if before[-1:] in _CURRENCIES or before[-2:-1] in _CURRENCIES:
        return True
    word = _word(before)
    if match[0].endswith("000") or " ," in match[0]:
        return True
    if _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after) or match[0].count(" ") > 1:
        return False
    if word in _MORE or before.lower().endswith(
        ("more than ", "up to ", "list of ", "fewer than ")
    ):
        return True
    follows = _AFTER.match(after)
    if word is None or follows is None:
        return False
    if word in _PHRASES:  # "a height of 7, 800 metres", but "of 16, 240 were"
        return word in _MEASURED and follows["word"] in _UNITS
    return before[-2:-1].islower()


def _is_decimal(match: re.Match[str], before: str, after: str) -> bool:
    if before[-1:].isalnum() or before[-1:] in {".", "-", "–", "/", "#"}:
        return False
    follows = _AFTER.match(after)
    next_word = follows["word"] if follows is not None else None
    if before[-1:] in _CURRENCIES:
        if next_word in _SCALES:
            return True
        ends = follows is None or next_word in _JOINS
        return len(match["part"]) == _CENTS and ends
    word = _word(before)
    if follows is None or word is None or not before[-2:-1].islower():
        return False  # a list's number, a year that ends a sentence
    if match[0][:4].isdigit() and match[0][:2] in {"19", "20"}:
        return False
    # "It won by 21. 5 years later"
    return follows["mark"] is not None or (next_word in _UNITS and follows["later"] is None)


def _word(before: str) -> str | None:
    """Return the word right before a number, in lower case."""
    match = _BEFORE.search(before)
    return match["word"].lower() if match is not None else None
