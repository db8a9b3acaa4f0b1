"""What the detectors of quotation marks share: the double marks of an article and their roles.

Apostrophes, inches and arrows are no part of it; single marks are read where a double one has no
partner.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.text.document import Document
    from copydesk.text.spans import Span
    from copydesk.text.tokens import Form

ANGLES: Final = "«»"
SYSTEMS: Final = ('"“”„‟', ANGLES)
PARTNER: Final = {"“": "”", "”": "“", '"': '"', "„": "“", "‟": "”", "«": "»", "»": "«"}
_ALL_MARKS: Final = frozenset("\"“”„‟«»‘’‚'‹›")
_OPENS_AFTER: Final = frozenset("([{—–-/…")
_CLOSES_BEFORE: Final = frozenset(".,;:!?)]}—–-…/")
_NEVER_FIRST: Final = frozenset(".,;:!?)]}")
_WORD: Final = 40  # the most that a span takes in beside the mark
_HEAD: Final = 8  # characters of a bullet that a mark may follow and still head its block
_BULLETS: Final = " \t-–—•*([…'‘‚"
_INCHES: Final = frozenset('"”')
_STACK: Final = 4  # marks that may stand together: `‘“`
_MOST: Final = 10_000  # marks of an article, and of a block: with more, it is noise
_MOST_OF_BLOCK: Final = 400
# Six foot two (6'2"): no quotation ends here, whatever is open.
_FEET: Final = re.compile(r"\d['’′ -]{1,2}\d{1,2}(?:\.\d)?\Z")


class Role(Enum):
    """What a mark does."""

    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()


class Mark(NamedTuple):
    """A quotation mark and what its place says of it."""

    start: int
    glyph: str
    role: Role
    block: int
    heads_block: bool
    measure: bool

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.start + 1


def is_turned(document: Document) -> bool:
    """Tell whether the article uses the English shapes the other way round: German, Swedish."""
    if document.form("„") is not None:
        return True
    return document.form("”") is not None and document.form("“") is None


def read_marks(document: Document, glyphs: str) -> list[Mark]:
    """Return the marks of one system with their roles."""
    forms = [form for glyph in glyphs if (form := document.form(glyph)) is not None]
    if not forms:
        return []
    text, blocks = document.text, document.blocks
    turned = is_turned(document)
    found: list[Mark] = []
    for index, places in _places(document, forms):
        block = blocks[index].span
        first, end = block.start, block.end
        for start in places:
            glyph = text[start]
            before = text[start - 1] if start > first else ""
            after = text[start + 1] if start + 1 < end else ""
            if before in _ALL_MARKS or after in _ALL_MARKS:
                before, after = _neighbours(text, start, block)
            heads = start - first < _HEAD and not text[first:start].strip(_BULLETS)
            measure = before.isdigit() and text[start - 1] == before and glyph in _INCHES
            if measure and _FEET.search(text, max(first, start - 8), start):
                continue
            if glyph in ANGLES and _is_arrow(text, start, block):
                continue
            role = _role(glyph, before, after, turned)
            found.append(Mark(start, glyph, role, index, heads, measure))
    return found


def _places(document: Document, forms: Sequence[Form]) -> Iterator[tuple[int, list[int]]]:
    """Visit the blocks with the starts of their marks; what has too many is noise."""
    starts, blocks = document.token_starts, document.blocks
    if sum(len(form.tokens) for form in forms) > _MOST:
        return
    found: list[tuple[int, list[int]]] = []
    index, end = -1, -1
    for start in sorted([starts[token] for form in forms for token in form.tokens]):
        if start >= end:
            while end <= start:
                index += 1
                end = blocks[index].span.end
            found.append((index, []))
        found[-1][1].append(start)
    for index, places in found:
        if len(places) <= _MOST_OF_BLOCK and blocks[index].kind is not BlockKind.CODE:
            yield index, places


def _neighbours(text: str, start: int, block: Span) -> tuple[str, str]:
    """Return the characters on both sides, other quotation marks skipped; "" at the edges."""
    first, last = start - 1, start + 1
    while first >= block.start and text[first] in _ALL_MARKS and start - first < _STACK:
        first -= 1
    while last < block.end and text[last] in _ALL_MARKS and last - start < _STACK:
        last += 1
    return (
        text[first] if first >= block.start else "",
        text[last] if last < block.end else "",
    )


def _is_arrow(text: str, start: int, block: Span) -> bool:
    """Tell whether a mark is the only one of its line and points somewhere: `Read more »`."""
    heads = start == block.start and text[start + 1 : start + 2].isspace()
    ends = start + 1 == block.end and text[start - 1 : start].isspace()
    if not heads and not ends:
        return False
    if sum(text.count(glyph, block.start, block.end) for glyph in ANGLES) > 1:
        return False
    # `« We are ready,” she said.`: the partner is of another kind.
    return text.count("“", block.start, block.end) == text.count("”", block.start, block.end)


@lru_cache(maxsize=4096)
def _role(glyph: str, before: str, after: str, turned: bool) -> Role:  # noqa: FBT001 - a key
    """Tell what a mark does, by its shape where the shape says so, else by its neighbours."""
    spaced_before = not before or before.isspace() or before in _OPENS_AFTER
    spaced_after = not after or after.isspace() or after in _CLOSES_BEFORE
    opens = spaced_before and not (not after or after.isspace() or after in _NEVER_FIRST)
    closes = spaced_after and not (not before or before.isspace())
    if glyph in "„‟":
        return Role.OPEN
    if not turned and glyph in "“«":
        return Role.CLOSE if closes and not opens else Role.OPEN
    if not turned and glyph in "”»":
        return Role.OPEN if opens and not closes and after.isalnum() else Role.CLOSE
    if opens != closes:
        return Role.OPEN if opens else Role.CLOSE
    return Role.EITHER


def word_end(text: str, offset: int) -> int:
    """Return where the word ends that begins at an offset or one space after it."""
    end = offset
    while end < len(text) and text[end].isspace() and text[end] not in "\r\n" and end - offset < 2:
        end += 1
    while end < len(text) and end - offset < _WORD and not text[end].isspace():
        end += 1
    return end


def word_start(text: str, offset: int) -> int:
    """Return where the word begins that ends at an offset or one space before it."""
    start = offset
    while start > 0 and text[start - 1] in " \t\xa0" and offset - start < 2:
        start -= 1
    while start > 0 and offset - start < _WORD and not text[start - 1].isspace():
        start -= 1
    return start
