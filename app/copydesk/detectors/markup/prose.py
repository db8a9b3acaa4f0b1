"""What of a document is running text in which mark-up has no business, and how mark-up goes."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.findings import Edit
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    import re

    from copydesk.text.document import Document

# Before or after a piece of mark-up, they say that the sentence is about it.
_NOUNS: Final = frozenset(
    """
    tag tags element elements entity entities attribute attributes symbol code codes shortcode
    shortcodes syntax placeholder placeholders prompt
    """.split()
)
_QUOTED: Final = frozenset({"“”", '""', "‘’", "''", "``", "«»"})
_LONGEST: Final = 48


class Prose:
    """Tells what of a document is running text that isn't itself about the mark-up."""

    def __init__(self, document: Document, about: re.Pattern[str]) -> None:
        """Spare the sentences in which `about` is found."""
        self.document = document
        self._pattern = about
        self._about: dict[int, bool] = {}

    def holds(self, span: Span) -> bool:
        """Tell whether a residue at `span` is one: not code, not quoted, not talked about."""
        if self.is_code(span.start):
            return False
        text = self.document.text
        before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
        if before and after and f"{before}{after}" in _QUOTED:
            return False
        return not self._named(span) and not self._is_about(span.start)

    def is_code(self, offset: int) -> bool:
        """Tell whether an offset lies in a block of code."""
        block = self.document.block_at(offset)
        return block is not None and self.document.blocks[block].kind is BlockKind.CODE

    def _named(self, span: Span) -> bool:
        """Tell whether “tag” or the like stands right before or after."""
        text = self.document.text
        after = (
            text[span.end : span.end + 16].lstrip("\"'”’ ").split(" ", 1)[0].strip(".,;:!?”’\"'")
        )
        before = text[max(0, span.start - 16) : span.start].rstrip("\"'“‘ ").rsplit(" ", 1)[-1]
        return after.lower() in _NOUNS or before.lower() in _NOUNS

    def _is_about(self, offset: int) -> bool:
        sentence = self.document.sentence_at(offset)
        if sentence is None:
            return False
        if sentence.index not in self._about:
            span = sentence.span
            found = self._pattern.search(self.document.text, span.start, span.end)
            self._about[sentence.index] = found is not None
        return self._about[sentence.index]

    def in_address(self, offset: int) -> bool:
        """Tell whether an offset lies inside a web address."""
        document = self.document
        token = document.token(max(0, bisect_right(document.token_starts, offset) - 1))
        return token.start < offset < token.end and token.kind is Kind.ADDRESS


def removal(text: str, span: Span, *, breaks: bool) -> Edit:
    """Delete `span` so that neither two spaces nor two words without one are left."""
    start, end = span.start, span.end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    spaced_before, spaced_after = not before or before.isspace(), not after or after.isspace()
    if before in (" ", "\t") and spaced_after:
        return Edit(Span(start - 1, end), "")
    if (not before or before.isspace()) and after == " ":
        return Edit(Span(start, end + 1), "")
    joins = breaks and not spaced_before and not spaced_after
    closing = text.startswith(("</", "&lt;/"), start)
    if joins and (after.isalnum() or not closing):
        return Edit(span, " ")
    return Edit(span, "")


def shortened(written: str) -> str:
    """Cut what a message quotes."""
    return written if len(written) <= _LONGEST else f"{written[:40]}…"
