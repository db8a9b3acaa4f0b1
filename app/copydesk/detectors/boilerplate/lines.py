"""The short lines of an article, made comparable: what belongs to the page stands in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.findings import Fix, Safety
from copydesk.text.blocks import ends_like_a_sentence

if TYPE_CHECKING:
    from copydesk.text.document import Document

# Headlines and form strings are short. Strings of a form run together in one line make long ones,
# which seldom end as the article's paragraphs do.
_SHORT: Final = 160
_LONGEST: Final = 400
_BODY_ENDS: Final = frozenset('."”’')
_BODY_WORDS: Final = 12  # a paragraph that long, and ended by a mark, is the article's own
_PARAGRAPH_WORDS: Final = 40  # and one that long in any case
_FIRST: Final = re.compile(r"[©\w'&+-]+")
_DECORATION: Final = " \t*·•|–—-_=~#<>«»‹›→←▶►▸➤✔☰✕×+[](){}:.,;!?…\"'“”„’"


@dataclass(frozen=True, slots=True)
class Line:
    """A block short enough to belong to the page, by its place among the blocks."""

    block: int
    text: str  # as written
    folded: str  # case-folded, white space collapsed, apostrophes straight
    bare: str  # the same without the marks around it
    first: str  # the first word of that


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return the short blocks of a document."""
    return document.once("boilerplate.lines", lambda: _lines(document))


def _lines(document: Document) -> tuple[Line, ...]:
    text = document.text
    lines: list[Line] = []
    for index, block in enumerate(document.blocks):
        length = len(block.span)
        if length <= _SHORT or (length <= _LONGEST and text[block.span.end - 1] not in _BODY_ENDS):
            written = block.span.of(text)
            folded = fold_line(written)
            stripped = folded.strip(_DECORATION)
            first = _FIRST.match(stripped)
            lines.append(Line(index, written, folded, stripped, first.group() if first else ""))
    return tuple(lines)


def fold_line(text: str) -> str:
    """Fold case and white space, and make apostrophes straight."""
    return " ".join(text.casefold().replace("’", "'").split())


def bare(text: str) -> str:
    """Fold a line and take off the marks around it."""
    return fold_line(text).strip(_DECORATION)


def phrases(text: str) -> frozenset[str]:
    """Read a list of phrases with `|` between them, as `bare` leaves lines."""
    return frozenset(map(bare, text.replace("\n", "|").split("|"))) - {""}


def tail_of(document: Document) -> int:
    """Return the index of the block after the last one that is the article's own by its form."""
    return document.once("boilerplate.tail", lambda: _tail(document))


def _tail(document: Document) -> int:
    for index in range(len(document.blocks) - 1, -1, -1):
        if is_paragraph(document.blocks[index].span.of(document.text)):
            return index + 1
    return 0


def is_paragraph(text: str) -> bool:
    """Tell the article's own paragraphs, by their length and end, from headlines and teasers."""
    if text.endswith(("...", "…")):
        return False  # a teaser, however long
    words = text.count(" ")
    return words >= _PARAGRAPH_WORDS or (words >= _BODY_WORDS and ends_like_a_sentence(text))


def deletion(document: Document, block: int, *, safety: Safety) -> Fix:
    """Offer to delete a block with the line break before it (after it, for the first block)."""
    span = document.blocks[block].span
    if block:
        start, end = document.blocks[block - 1].span.end, span.end
    elif len(document.blocks) > 1:
        start, end = span.start, document.blocks[1].span.start
    else:
        start, end = span.start, span.end
    return Fix.delete(start, end, safety=safety, title="Delete the line")
