"""A sentence ends without a full stop: at the end of a paragraph, or where two lines were joined.

## What it does
Reports a paragraph of two sentences or more whose last one has no mark at its end, where the other
paragraphs of the article end with one. In a text that a program broke into lines, it reports the
end of a line with no mark where the next line begins a sentence. Headings, list items, captions,
verse, signatures, credits and lines that lead on are left alone.

## Why it matters
The mark went with an element of the page, or somebody cut the paragraph and left it so.

## Flags
- The mayor came at noon, and he said that nothing could be done. ¶ The harbour is closed. Ships
  have to wait outside for the end of the ⟦storm⟧ ¶ Nobody knows for how long they have to wait.
- The bank raised its rates for the second time in this⏎year and said that it would do so four times
  after the⏎talks that were held in the ⟦spring⟧⏎The number of its members who want more of them
  is⏎still small.

## Does not flag
- The harbour is closed ¶ The mayor came at noon. He spoke. ¶ He left. Nobody saw him go.
- The harbour is closed. There are three reasons for this, they say ¶ and the mayor agrees.
- The harbour is closed. Ships wait outside. By Anna Lee ¶ The mayor came at noon. ¶ He left.
- Roses are red today⏎The violets are blue⏎It rains on the town⏎The sky has a hue
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind, ends_like_a_sentence
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_QUOTES: Final = frozenset('"”’')
_CLOSED: Final = frozenset(".!?…:;,)]»")
_LONG: Final = 60  # characters; the last sentence of a paragraph, with what stands before it
_LAST_WORDS: Final = 4  # a last sentence of fewer is a signature or a credit
_QUOTED_SENTENCES: Final = 3  # before a quotation that ends a paragraph without its stop
_MOST_OPEN: Final = 3  # one paragraph in so many may end without a mark; more are the house's style
# Line breaks in the middle of a sentence show that a program made them.
_CONTINUED: Final = re.compile(r"\n(?<=[^\s.!?…:;]\n)[a-z]")
_NEW_SENTENCE: Final = re.compile(
    r"\n(?<=[a-z0-9]\n)(?=[“\"‘]?(?:A|An|But|He|However|I|In|It|Meanwhile|On|She|The|There|These"
    r"|They|This|We) [a-z])"
)
_FEWEST_CONTINUED: Final = 2
_SHORTEST_LINE: Final = 30  # characters; shorter ones are headings and verse
_LONGEST_WORD: Final = 40


class MissingFullStop(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "missing-full-stop"
    family = Family.PUNCTUATION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # for how the other paragraphs end
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the last characters of blocks, and at lone line breaks."""
        yield from self._at_paragraphs(document)
        yield from self._at_lines(document)

    # --- paragraphs ------------------------------------------------------------------------------

    def _at_paragraphs(self, document: Document) -> Iterator[Finding]:
        text, blocks = document.text, document.blocks
        opened = [
            index
            for index, block in enumerate(blocks)
            if text[block.span.end - 1] not in _CLOSED
            and block.kind is BlockKind.PARAGRAPH
            and len(block.span) >= _LONG
            and not ends_like_a_sentence(block.span.of(text))
        ]
        if not opened:
            return
        closed = sum(
            block.kind is BlockKind.PARAGRAPH and ends_like_a_sentence(block.span.of(text))
            for block in blocks
        )
        many = len(opened) * _MOST_OPEN > closed + 1
        for index in opened:
            if many and len(document.sentences_of(index)) <= _QUOTED_SENTENCES:
                continue  # long paragraphs speak for themselves
            last = self._end_of(document, index)
            if last is not None and _opens_anew(document, index + 1):
                yield self._report(last, "The paragraphs around it end with one")

    def _end_of(self, document: Document, block: int) -> Token | None:
        """Return the last word of a paragraph of sentences, if it can end one."""
        sentences = document.sentences_of(block)
        if len(sentences) < 2:
            return None
        *before, ending = sentences
        if not all(ends_like_a_sentence(each.span.of(document.text)) for each in before):
            return None
        token = document.token(ending.stop - 1)
        if token.text in _QUOTES:
            word = token.previous
            if word is None or word.kind is not Kind.WORD or len(before) < _QUOTED_SENTENCES:
                return None
            return token if word.joins(token) else None
        if ending.stop - ending.first < _LAST_WORDS:
            return None
        return token if self._can_end(token) else None

    def _can_end(self, token: Token) -> bool:
        """Tell a common word that is no article, preposition or the like."""
        lower = token.lower
        return (
            token.kind is Kind.WORD
            and token.text.islower()
            and lower in self.lexicons.words
            and lower not in self.lexicons.function_words
        )

    # --- lines -----------------------------------------------------------------------------------

    def _at_lines(self, document: Document) -> Iterator[Finding]:
        text = document.text
        continued = len(_CONTINUED.findall(text))
        if continued < _FEWEST_CONTINUED:
            return
        breaks = [match.start() for match in _NEW_SENTENCE.finditer(text)]
        if len(breaks) > continued:
            return  # verse, or a list
        for offset in breaks:
            line = text.rfind("\n", 0, offset) + 1
            last = _last_before(document, offset) if offset - line >= _SHORTEST_LINE else None
            if last is not None and last.lower not in self.lexicons.function_words:
                join = Fix.replace(
                    Span(last.end, offset + 1),
                    ". ",
                    safety=Safety.REVIEW,
                    title="Insert a full stop and join the lines",
                )
                yield self._report(last, "The next line begins a sentence", join)

    def _report(self, last: Token, evidence: str, *more: Fix) -> Finding:
        after = "its quotation" if last.text in _QUOTES else f"“{last.text}”"
        return self.finding(
            last.span,
            f"The sentence ends without a full stop after {after}",
            evidence=evidence,
            fixes=(
                Fix.insert(last.end, ".", safety=Safety.REVIEW, title="Insert a full stop"),
                *more,
            ),
        )


def _opens_anew(document: Document, block: int) -> bool:
    """Tell whether the next block begins as a paragraph or a heading does."""
    if block >= len(document.blocks):
        return False
    opening = document.blocks[block].span.of(document.text)[:3].lstrip("“\"‘'")
    return opening[:1].isupper()


def _last_before(document: Document, offset: int) -> Token | None:
    """Return the token that ends at `offset`."""
    found = [*document.tokens(Span(max(0, offset - _LONGEST_WORD), offset))]
    return found[-1] if found and found[-1].end == offset else None
