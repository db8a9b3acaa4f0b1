"""A space stands between a quotation mark and the words that it encloses: `“ We are ready ”`.

## What it does
Reports a space after an opening mark and before a closing one, and takes it out. Straight marks
are paired within their paragraph first, to know which of them open; where one has no partner, they
are read in turn from the mark that begins the paragraph. A space before a closing mark that a full
stop or comma follows is information, as some papers' systems print it when they move the stop,
unless the opening mark is detached, too. French spacing, ellipses and the space between nested
marks are no defect.

## Why it matters
A line may break at the space and leave the mark alone, and programs that look for quotations take
the mark for the other kind.

## Flags
- ⟦“ We⟧ are ready,” she said. ⟦“ Nobody⟧ is ill.”
- “We are ⟦ready, ”⟧ she said. “Nobody is ⟦ill. ”⟧
- He calls it a “quiet ⟦revolution ”⟧ in the town.
- She said ⟦" we⟧ are ready" and left.
- "Nobody is ⟦ill, "⟧ he said.
- ⟦" We⟧ had other ⟦plans, "⟧ Lee said on Monday. ⟦" It⟧ was late.
- He calls it ⟦“ a⟧ quiet ⟦revolution ”⟧.

## Does not flag
- “He told me: ‘Never.’ ” She left. “ ‘Never,’ he said.”
- « Nous sommes prêts », dit-elle. « Non ! »
- „Nein“ und nochmals „nein“. ”Nej” sa hon.
- “We …” he said. “We … ” Then: “ … must go.”
- He is 6' 2 " tall, and she has a 12 " pizza. He said "no" and "never".
- She called " it" a day, " and left. "We shall " go, he said. Nobody knew.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_SPACE: Final = " "  # thin and hard spaces are set on purpose
_SPOKEN: Final = frozenset(",.?!")
_MOVED: Final = frozenset(".,:;")
_OPENS_AFTER: Final = frozenset("([—–-")
_CLOSES_BEFORE: Final = frozenset(")]—–-?!")
_ENDS_SPEECH: Final = (",", ".", "?", "!")
_BEFORE_SPEECH: Final = (",", ".", "?", "!", ":", ";")
_REACH: Final = 400  # characters of a quotation that are looked at
_NOISE: Final = 10_000  # marks of an article: with more, it is no prose
_NEAR: Final = 4
_MOST: Final = 40  # marks of a paragraph that are read in turn


class SpacedQuoteMark(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "spaced-quote-mark"
    family = Family.QUOTATION
    severity = Severity.ERROR
    confidence = 0.98
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the marks that have a space where there should be none."""
        text = document.text
        starts = document.token_starts
        opening, closing = document.form("“"), document.form("”")
        forms = (opening, closing, document.form('"'))
        if sum(len(form.tokens) for form in forms if form is not None) > _NOISE:
            return
        for index in opening.tokens if opening is not None else ():
            if text.startswith(_SPACE, starts[index] + 1):
                yield from self._opening(document, index)
        for index in closing.tokens if closing is not None else ():
            if starts[index] > 0 and text[starts[index] - 1] == _SPACE:
                yield from self._closing(document, index)
        straight = document.form('"')
        if straight is not None:
            yield from self._straight(document, straight.tokens)

    def _straight(self, document: Document, tokens: list[int]) -> Iterator[Finding]:
        """Judge the straight marks that have a space on both sides."""
        text = document.text
        places = [document.token_starts[index] for index in tokens]
        for index, place in zip(tokens, places, strict=True):
            if not text[place + 1 : place + 2].isspace() and place + 1 < len(text):
                continue
            if place > 0 and not text[place - 1].isspace():
                continue
            block = document.block_at(place)
            if block is None:
                continue
            span = document.blocks[block].span
            first = bisect_left(places, span.start)
            count = bisect_left(places, span.end) - first
            nth = bisect_left(places, place) - first
            # One without a partner: nobody knows which of them open, but for what the place says.
            if count % 2 and not (
                nth < _MOST and _in_turn(text, span, places[first : first + nth + 1])
            ):
                continue
            if nth % 2:
                yield from self._closing(document, index)
            elif index == 0 or document.token(index - 1).kind is not Kind.NUMBER:
                yield from self._opening(document, index)  # else it stands for inches

    def _opening(self, document: Document, index: int) -> Iterator[Finding]:
        mark, text = document.token(index), document.text
        if index + 1 >= len(document.token_texts) or not text.startswith(_SPACE, mark.end):
            return
        word = document.token(index + 1)
        between = text[mark.end : word.start]
        before = text[mark.start - 1 : mark.start] if mark.start else ""
        if between.strip(_SPACE) or word.kind is Kind.MARK:
            return
        if before and not before.isspace() and before not in _OPENS_AFTER:
            return  # what stands right before it may be what it closes
        yield self._report(
            Span(mark.start, word.end), Span(mark.end, word.start), "after an opening"
        )

    def _closing(self, document: Document, index: int) -> Iterator[Finding]:
        mark, text = document.token(index), document.text
        if index == 0:
            return
        word = document.token(index - 1)
        between = text[word.end : mark.start]
        if not between or between.strip(_SPACE):
            return
        after = text[mark.end : mark.end + 1]
        if after and not after.isspace() and after not in _CLOSES_BEFORE | _MOVED:
            return  # ”Nej” has the same mark at both ends
        if word.kind is Kind.MARK:
            before = text[word.start - 1 : word.start]
            if word.text not in _SPOKEN or not before.isalnum() or index < 2:
                return
            first = document.token(index - 2).start
        elif word.text[-1].isdigit():
            return  # 12 " are twelve inches
        else:
            first = word.start
        weak = after in _MOVED and word.kind is not Kind.MARK and not _opens_apart(text, first)
        severity = Severity.ERROR
        if weak:
            severity = Severity.INFO
        elif mark.text == '"':
            severity = Severity.WARNING
        yield self._report(
            Span(first, mark.end), Span(word.end, mark.start), "before a closing", severity
        )

    def _report(
        self, span: Span, space: Span, where: str, severity: Severity = Severity.ERROR
    ) -> Finding:
        return self.finding(
            span,
            f"A space stands {where} quotation mark",
            evidence="The mark belongs to the word beside it",
            fixes=(
                Fix.delete(space.start, space.end, safety=Safety.SAFE, title="Take the space out"),
            ),
            severity=severity,
            confidence=None if severity is Severity.ERROR else 0.9,
        )


def _in_turn(text: str, block: Span, places: Sequence[int]) -> bool:
    """Tell whether marks open and close in turn from the first word of a block up to the last."""
    if places[0] - block.start > _NEAR or text[block.start : places[0]].strip():
        return False
    for nth, place in enumerate(places):
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if not nth % 2:
            apart = not after or after.isspace()
            if (before.isalnum() or before in _SPOKEN) and apart:
                return False  # it closes
            if nth and not text[max(0, place - _NEAR) : place].rstrip().endswith(_BEFORE_SPEECH):
                return False
        elif before.isspace() and not text[max(0, place - _NEAR) : place].rstrip().endswith(
            _ENDS_SPEECH
        ):
            return False
    return True


def _opens_apart(text: str, closing: int) -> bool:
    """Tell whether a space follows the mark that opened what is closed: both are detached."""
    opening = text.rfind("“", max(0, closing - _REACH), closing)
    return (
        opening >= 0 and text.startswith(_SPACE, opening + 1) and "\n" not in text[opening:closing]
    )
