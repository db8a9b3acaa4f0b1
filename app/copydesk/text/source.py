"""The string as it was sent, and the monotone map from what was read back into it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.errors import UnreadableTextError
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Self


@dataclass(frozen=True, slots=True)
class Source:
    """The string exactly as received. Every position on the wire is a position in it."""

    text: str
    media_type: str = "text/plain"

    def __post_init__(self) -> None:
        """Refuse what can't travel as UTF-8 or would truncate the text in other programs."""
        nul = self.text.find("\0")
        if nul >= 0:
            message = f"The text holds a NUL character at position {nul}; remove it and send again."
            raise UnreadableTextError(message)
        if not self.text.isascii():
            try:
                self.text.encode()
            except UnicodeEncodeError as error:
                message = (
                    f"The text holds half of a surrogate pair at position {error.start}; "
                    "it was cut or decoded wrongly. Send whole characters."
                )
                raise UnreadableTextError(message) from error


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the document's text and the run of the source that it was read from.

    `copied` runs correspond character by character. Others correspond as wholes: a decoded
    `&amp;` (one character from five), or a paragraph break that stands for a tag.
    """

    start: int
    source_start: int
    length: int
    source_length: int
    copied: bool


def _unchanged(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class SegmentMap:
    """Leads spans and edits of a document's text back into its source.

    Segments lie in order, without overlap, on both sides; what is skipped on the source's side
    (tags, a byte order mark) is not part of the text.
    """

    segments: tuple[Segment, ...]
    escape: Callable[[str], str] = _unchanged
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Check that the map is monotone, since everything at the border relies on it."""
        text_end = source_end = 0
        for segment in self.segments:
            if segment.start != text_end or segment.source_start < source_end:
                message = f"segments must follow one another, {segment} doesn't"
                raise ValueError(message)
            if segment.copied and segment.length != segment.source_length:
                message = f"a copied segment has one length, {segment} has two"
                raise ValueError(message)
            text_end = segment.start + segment.length
            source_end = segment.source_start + segment.source_length
        object.__setattr__(self, "_starts", tuple(segment.start for segment in self.segments))

    @classmethod
    def identity(cls, length: int, *, skipped: int = 0) -> Self:
        """Map a text that stands in its source as it is, after `skipped` code points."""
        return cls((Segment(0, skipped, length, length, copied=True),))

    @classmethod
    def of(
        cls,
        pieces: Iterable[tuple[str, int, int]],
        source: str,
        escape: Callable[[str], str] = _unchanged,
    ) -> tuple[str, Self]:
        """Join pieces `(text, source start, source end)` to a text and its map."""
        segments: list[Segment] = []
        texts: list[str] = []
        position = 0
        for text, start, end in pieces:
            if not text:
                continue
            copied = source[start:end] == text
            segments.append(Segment(position, start, len(text), end - start, copied=copied))
            texts.append(text)
            position += len(text)
        return "".join(texts), cls(tuple(segments), escape)

    def _at(self, offset: int) -> Segment:
        return self.segments[max(0, bisect_right(self._starts, offset) - 1)]

    def _before(self, offset: int) -> int:
        """Return the source position of the character boundary left of which `offset` - 1 lies."""
        segment = self._at(offset - 1)
        if segment.copied:
            return segment.source_start + offset - segment.start
        return segment.source_start + segment.source_length

    def _after(self, offset: int) -> int:
        """Return the source position at which the character at `offset` begins."""
        segment = self._at(offset)
        if segment.copied:
            return segment.source_start + offset - segment.start
        return segment.source_start

    def span(self, span: Span) -> Span:
        """Return the part of the source that the text's `span` was read from."""
        if not self.segments:
            return Span(0, 0)
        if span.start == span.end:
            place = self._before(span.start) if span.start else self._after(0)
            return Span(place, place)
        start = self._after(span.start)
        return Span(start, max(start, self._before(span.end)))

    def edits(self, span: Span, replacement: str) -> list[tuple[Span, str]]:
        """Return the edits of the source that turn the text's `span` into `replacement`.

        Mark-up inside the span stays: the replacement goes where the span's first readable
        characters stand, the others are deleted piece by piece.
        """
        if span.start == span.end or not self.segments:
            return [(self.span(span), self.escape(replacement))]
        edits: list[tuple[Span, str]] = []
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for segment in self.segments[first:]:
            if segment.start >= span.end:
                break
            if not segment.source_length:
                continue
            start = max(span.start, segment.start)
            end = min(span.end, segment.start + segment.length)
            edits.append((self.span(Span(start, end)), "" if edits else self.escape(replacement)))
        return _joined(edits)


def _joined(edits: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Join edits that touch in the source."""
    joined: list[tuple[Span, str]] = []
    for span, text in edits:
        if joined and joined[-1][0].end == span.start:
            joined[-1] = (joined[-1][0].to(span), joined[-1][1] + text)
        else:
            joined.append((span, text))
    return joined
