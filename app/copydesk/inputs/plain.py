"""Reads plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.errors import TooLargeError
from copydesk.inputs.article import Article, document_of
from copydesk.text.blocks import LINE_BREAKS, plain_blocks
from copydesk.text.source import SegmentMap

if TYPE_CHECKING:
    from copydesk.text.document import Document

BYTE_ORDER_MARK: Final = "\ufeff"
MOST_LINES: Final = 25_000


def refuse_lines(text: str) -> None:
    """Refuse what has more lines than any article: each is a block, and costs as one."""
    # No text has more breaks than characters: those of nearly all articles need not be counted.
    lines = sum(map(text.count, LINE_BREAKS)) if len(text) > MOST_LINES else 0
    if lines > MOST_LINES:
        message = f"The text has {lines:,} lines; the most is {MOST_LINES:,}. Send it in parts."
        raise TooLargeError(message)


def read_plain(article: Article) -> Document:
    """Read a plain text: the text is the source, less a byte order mark at its head."""
    source = article.source.text
    skipped = 1 if source.startswith(BYTE_ORDER_MARK) else 0
    text = source[skipped:] if skipped else source
    refuse_lines(text)
    segments = SegmentMap.identity(len(text), skipped=skipped)
    return document_of(article, text, segments, plain_blocks(text))
