"""Reads a text in which the client has marked what is text and what is mark-up.

Writing tools cut their own formats (LaTeX, Markdown, rich text) into such pieces, so that a checker
needs to know none of them. The source is all pieces joined, and positions are into that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.inputs.article import Article, document_of
from copydesk.inputs.plain import refuse_lines
from copydesk.text.blocks import plain_blocks
from copydesk.text.source import SegmentMap, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Self

    from copydesk.text.document import Document

MEDIA_TYPE: Final = "application/x-annotated-text"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the source and what it reads as: itself if it is text, mostly nothing if not."""

    source: str
    reads: str

    @classmethod
    def text(cls, text: str) -> Self:
        """Return a piece that is read as it stands."""
        return cls(text, text)

    @classmethod
    def markup(cls, markup: str, interpret_as: str = "") -> Self:
        """Return a piece that is skipped, or read as something else (`<p>` as a blank line)."""
        return cls(markup, interpret_as)


@dataclass(frozen=True, slots=True)
class AnnotatedArticle(Article):
    """An article in pieces; its source is the pieces joined."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(
        cls, pieces: Iterable[Piece], *, language: str = "auto", dictionary: Iterable[str] = ()
    ) -> Self:
        """Join pieces to an article."""
        kept = tuple(pieces)
        source = Source("".join(piece.source for piece in kept), MEDIA_TYPE)
        for piece in kept:
            if piece.reads != piece.source:
                Source(piece.reads)  # refuses what no text can hold
        return cls(source, None, language, (), tuple(dictionary), kept)

    @property
    def text(self) -> str:
        """What the pieces read as."""
        return "".join(piece.reads for piece in self.pieces)


def read_annotated(article: AnnotatedArticle) -> Document:
    """Read an annotated text: what its pieces read as, with a map back into their sources."""
    source = article.source.text
    refuse_lines(source)
    text, segments = SegmentMap.of(_placed(article.pieces), source)
    refuse_lines(text)
    return document_of(article, text, segments, plain_blocks(text))


def _placed(pieces: Iterable[Piece]) -> Iterator[tuple[str, int, int]]:
    end = 0
    for piece in pieces:
        start, end = end, end + len(piece.source)
        yield piece.reads, start, end
