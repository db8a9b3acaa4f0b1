"""A quotation opens with one kind of mark and closes with another.

## What it does
Reports a double mark whose partner is a single one, a curly mark whose partner is straight, an
English mark whose partner is an angle, and a mark that is turned the wrong way (`”We are ready,”
she said`). A single mark that is turned the wrong way (`the ’hiatus’`) is information: common
editors of text do that. Apostrophes, feet and inches and a quotation inside another are no defect,
nor are German and Swedish marks.

## Why it matters
Readers and programs look for the partner of a mark to know where the speaker's words end. A mark
of another kind is left from a quotation inside a longer one, or from two texts that were joined.

## Flags
- “The bridge will stay shut until the end of the ⟦year,’⟧ she said.
- They call him ⟦‘the Worker President”⟧ in the south.
- ⟦“We are ready,"⟧ she said. “Nobody is ill.”
- ⟦”We⟧ are ready,” she said. “Nobody is ill.”
- “The method works well in every ⟦case. “⟧ said Lindqvist, who leads the team.
- ⟦« We are ready,”⟧ she said. “Nobody is ill.”
- He pointed to the ⟦’hiatus’⟧ of the 2000s, and said: “Look at that.”

## Does not flag
- “He told me: ‘Never.’ So I left the boys’ room,” she said.
- “We left. ¶ “Nobody stayed with the teams’ coach,” she said.
- He is 6'2" tall, gave 'em a 12" pizza and said "no". Rock ’n’ roll in ’68.
- „Nein“, sagte er. ”Nej”, sa hon. «Non».
- “He told me "never" and left,” she said. "He told me “never”."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.quotation.marks import PARTNER, is_turned, word_end, word_start
from copydesk.detectors.quotation.pairing import Fault, Orphan, Pairer
from copydesk.findings import Edit, Family, Fix, Related, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_SHORT: Final = 40  # characters of a quotation that is shown whole
_SINGLES: Final = frozenset("‘’'")
_STRAIGHT: Final = '"'
# A closing mark where an opening one belongs, up to the mark that closes.
_TURNED_SINGLE: Final = re.compile(
    r"(?<=\s)’(?!(?:em|n|til|tis|twas|cause|bout|cos|round|un|ere|s|t|d|ll)\b)"
    r"(?=[^\W\d_])[^“”‘’\n]{1,60}[^\s“”‘’]’(?!\w)",
    re.IGNORECASE,
)


class MismatchedQuoteMarks(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "mismatched-quote-marks"
    family = Family.QUOTATION
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the pairing."""
        super().__init__(lexicons)
        self._pairer = Pairer(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the pairs whose marks differ; clean copy has none."""
        for orphan in self._pairer.orphans(document):
            if orphan.fault is Fault.TURNED:
                yield self._turned(document.text, orphan)
            elif orphan.fault is Fault.MISMATCHED and orphan.partner is not None:
                yield self._mismatched(document.text, orphan.mark.start, orphan.partner)
        apostrophes = document.form("’")
        if apostrophes is not None and not is_turned(document):
            for index in apostrophes.tokens:
                match = _TURNED_SINGLE.match(document.text, document.token_starts[index])
                if match is not None:
                    yield self._turned_single(match)

    def _mismatched(self, text: str, mark: int, partner: int) -> Finding:
        opening, closing = sorted((mark, partner))
        if closing - opening <= _SHORT:
            span, related = Span(opening, closing + 1), None
        elif text[opening] in _SINGLES or (text[opening] == _STRAIGHT != text[closing]):
            span = Span(opening, word_end(text, opening + 1))
            related = Related(Span(closing, closing + 1), "closed here")
        else:
            span = Span(word_start(text, closing), closing + 1)
            related = Related(Span(opening, opening + 1), "opened here")
        return self.finding(
            span,
            f"A quotation that opens with {text[opening]} is closed with {text[closing]}",
            evidence="No other mark is its partner",
            fixes=_fixes(text, opening, closing),
            related=() if related is None else (related,),
        )

    def _turned(self, text: str, orphan: Orphan) -> Finding:
        start, end = orphan.mark.start, orphan.mark.end
        if orphan.mark.glyph == "“":
            # `method. “ said Lee`: the space goes, too.
            gap = start
            while gap > 0 and text[gap - 1] == " ":
                gap -= 1
            span = Span(word_start(text, start), end)
            fix = Fix.replace(Span(gap, end), "”", safety=Safety.REVIEW)
            does = "closes a quotation, and is the mark that opens one"
        else:
            span = Span(start, word_end(text, end))
            fix = Fix.replace(Span(start, end), "“", safety=Safety.REVIEW)
            does = "opens a quotation, and is the mark that closes one"
        return self.finding(
            span,
            f"The mark in {span.of(text)} {does}",
            evidence="The space before or after it shows what it does",
            fixes=(fix,),
        )

    def _turned_single(self, match: re.Match[str]) -> Finding:
        return self.finding(
            Span(match.start(), match.end()),
            f"{match[0]} opens with the mark that closes a quotation",
            evidence="The same mark stands at its end",
            fixes=(Fix.replace(Span(match.start(), match.start() + 1), "‘", safety=Safety.REVIEW),),
            severity=Severity.INFO,
        )


def _fixes(text: str, opening: int, closing: int) -> tuple[Fix, ...]:
    """Offer double marks for both, or, where one is single, the single partner too."""
    opens, closes = text[opening], text[closing]
    if opens in _SINGLES:
        single = "'" if opens == "'" else "’"
        partner = PARTNER[closes]
        changes = ((opening, partner, "Open"), (closing, single, "Close"))
        return tuple(
            Fix.replace(Span(at, at + 1), mark, safety=Safety.REVIEW, title=f"{does} with {mark}")
            for at, mark, does in changes
        )
    if closes in _SINGLES:
        change = Edit(Span(closing, closing + 1), PARTNER[opens])
        if text[opening + 1] in _SINGLES:
            # `“‘I am not free,’ he said`: one quotation, not one inside another.
            both = (Edit(Span(opening + 1, opening + 2), ""), change)
            inside = Fix.insert(closing + 1, PARTNER[opens], safety=Safety.REVIEW)
            return (Fix(both, Safety.REVIEW, f"Write {opens}…{PARTNER[opens]}"), inside)
        return (Fix((change,), Safety.REVIEW, f"Write {PARTNER[opens]}"),)
    if closes == _STRAIGHT or opens == "“":
        return (Fix.replace(Span(closing, closing + 1), PARTNER[opens], safety=Safety.REVIEW),)
    # `« We are ready,”`: a space after the angle goes with it.
    end = opening + 1
    while text[end : end + 1] in {" ", "\xa0"}:
        end += 1
    return (Fix.replace(Span(opening, end), PARTNER[closes], safety=Safety.REVIEW),)
