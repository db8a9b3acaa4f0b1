"""Half-open ranges of code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The code points from `start` up to, but not including, `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards: it is always a bug of the caller."""
        if not 0 <= self.start <= self.end:
            message = f"a span runs forward from 0, not from {self.start} to {self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Count the code points inside."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Hold even when empty: an empty span is a place, too."""
        return True

    def to(self, other: Span) -> Self:
        """Return the smallest span that holds both."""
        return type(self)(min(self.start, other.start), max(self.end, other.end))

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside, edges included."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Return the slice of `text` that the span covers."""
        return text[self.start : self.end]
