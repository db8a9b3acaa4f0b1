"""Code points to UTF-16 units, UTF-8 bytes, lines and columns, and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column in it, both counted from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Position:
    """One place in a text, in every unit that clients count in."""

    offset: int
    utf16: int
    byte: int
    place: Place


class Utf16:
    """Converts between code points and UTF-16 units of one text, exactly."""

    __slots__ = ("_astral", "_astral_units", "total")

    def __init__(self, text: str) -> None:
        """Note where characters stand that take two units."""
        # Encoding tells in a sixth of the pattern's time that there are none, as mostly.
        self.total: Final = len(text.encode("utf-16-le", "surrogatepass")) // 2
        has_astral = self.total > len(text)
        self._astral = [m.start() for m in _ASTRAL.finditer(text)] if has_astral else []
        self._astral_units = [offset + i for i, offset in enumerate(self._astral)]

    def units(self, offset: int) -> int:
        """Return the UTF-16 offset of the code point offset."""
        return offset + bisect_left(self._astral, offset)

    def code_points(self, units: int) -> int | None:
        """Return the code point offset of a UTF-16 offset, None inside a surrogate pair."""
        before = bisect_left(self._astral_units, units)
        if before and self._astral_units[before - 1] + 1 == units:
            return None
        return units - before


class Positions:
    """Answers for any offset of one text in every unit; linear in the text for any number."""

    __slots__ = ("_line_starts", "_text", "_utf16")

    def __init__(self, text: str) -> None:
        """Find the lines and the wide characters once."""
        self._text = text
        self._utf16 = Utf16(text)
        if "\r" in text:
            self._line_starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        else:
            *lines, _ = text.split("\n")
            self._line_starts = list(accumulate([len(line) + 1 for line in lines], initial=0))

    def all(self, offsets: Iterable[int]) -> dict[int, Position]:
        """Return the position of each offset (code points, from 0 to the text's length)."""
        positions: dict[int, Position] = {}
        last = byte = 0
        ascii_only = self._text.isascii()
        for offset in sorted(set(offsets)):
            if ascii_only:
                byte = offset
            else:
                byte += len(self._text[last:offset].encode())
            last = offset
            line = bisect_right(self._line_starts, offset)
            place = Place(line, offset - self._line_starts[line - 1] + 1)
            positions[offset] = Position(offset, self._utf16.units(offset), byte, place)
        return positions
