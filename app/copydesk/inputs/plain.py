"""Reads plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.inputs.article import Article, document_of
from copydesk.text.blocks import plain_blocks
from copydesk.text.source import SegmentMap

if TYPE_CHECKING:
    from copydesk.text.document import Document

BYTE_ORDER_MARK: Final = "\ufeff"


def read_plain(article: Article) -> Document:
    """Read a plain text: the text is the source, less a byte order mark at its head."""
    source = article.source.text
    skipped = 1 if source.startswith(BYTE_ORDER_MARK) else 0
    text = source[skipped:] if skipped else source
    segments = SegmentMap.identity(len(text), skipped=skipped)
    return document_of(article, text, segments, plain_blocks(text))
