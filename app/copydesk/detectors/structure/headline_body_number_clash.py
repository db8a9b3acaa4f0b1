"""The headline has another number than the article: `Nine killed` over a story of seven.

## What it does
Compares the numbers of the first heading, each with the plural that follows it, to the numbers that
the article puts before the same word. Where the article has others only, and the headline's number
nowhere, it reports the one in the headline. It is a preview: it runs only when asked for.

## Why it matters
Readers share the headline, and a correction follows. One of the two is wrong, or the headline
belongs to another state of the story.

## Flags
- ⟦Nine⟧ boats lost in storm ¶ The storm sank seven boats in the harbour on Monday, the mayor said.
- Storm sinks ⟦12⟧ boats ¶ The storm sank 15 boats in the old harbour on Monday, the mayor said.

## Does not flag
- Seven boats lost in storm ¶ The storm sank seven boats in the harbour on Monday, the mayor said.
- Nine boats lost in storm ¶ The storm sank two boats and then seven boats: nine, the mayor said.
- Nine boats lost in storm ¶ The storm came on Monday, and boats sank in the harbour, he said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Related, Severity
from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_WORDS: Final = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_SHORTEST: Final = 4  # letters of the plural
_FEWEST: Final = 2


class HeadlineBodyNumberClash(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "headline-body-number-clash"
    family = Family.STRUCTURE
    severity = Severity.INFO
    confidence = 0.5
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"
    preview = True

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the numbers of the first heading."""
        blocks = document.blocks
        if len(blocks) < _FEWEST or blocks[0].kind is not BlockKind.HEADING:
            return
        for number in document.tokens(blocks[0].span):
            noun = number.next
            value = _value(number)
            if value is None or noun is None or not _is_plural(number, noun):
                continue
            others = _others(document, noun, blocks[0].span.end)
            if others and not _stands_in_body(document, value, blocks[0].span.end):
                yield self.finding(
                    number.span,
                    f"The headline has “{number.text} {noun.text}”, the article other numbers",
                    evidence=f"The article has “{others[0].text} {noun.lower}” first",
                    related=tuple(Related(other.span, "another number") for other in others),
                )


def _value(token: Token) -> str | None:
    lower = token.lower
    if lower in _WORDS:
        return _WORDS[lower]
    return lower if lower.isdigit() else None


def _is_plural(number: Token, noun: Token) -> bool:
    lower = noun.lower
    return number.touches(noun) and lower.isalpha() and lower[-1] == "s" and len(lower) >= _SHORTEST


def _others(document: Document, noun: Token, body: int) -> list[Token]:
    """Return the numbers that the body puts before the noun."""
    found: list[Token] = []
    for token in document.occurrences({noun.lower}):
        before = token.previous
        if token.start >= body and before is not None and _value(before) is not None:
            found.append(before)
    return found


def _stands_in_body(document: Document, value: str, body: int) -> bool:
    """Tell whether the body has the number anywhere, in figures or in letters."""
    written = {value} | {word for word, figure in _WORDS.items() if figure == value}
    return any(token.start >= body for token in document.occurrences(written))
