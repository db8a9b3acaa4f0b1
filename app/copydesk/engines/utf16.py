"""Exact conversion of UTF-16 offsets, the unit of Java and JavaScript, into code points."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

# Two UTF-16 units each; everything else is one.
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_REPLACEMENT: Final = "\ufffd"


def encodable(text: str) -> str:
    """Return the text with each lone surrogate replaced, so that it can be sent as UTF-8.

    The replacement is one code point and one UTF-16 unit, as the surrogate was: no offset moves.
    """
    return text if text.isascii() else _SURROGATE.sub(_REPLACEMENT, text)


class Utf16Offsets:
    """The UTF-16 offsets of one text; costs nothing where the text has no astral character."""

    __slots__ = ("_pairs", "units")

    def __init__(self, text: str) -> None:
        """Find the characters that take two units."""
        self._pairs: list[int] = []  # the UTF-16 offset of each of them
        if not text.isascii():
            self._pairs = [
                found.start() + before for before, found in enumerate(_ASTRAL.finditer(text))
            ]
        self.units: Final = len(text) + len(self._pairs)

    def code_point(self, offset: int) -> int | None:
        """Return the code point that begins at a UTF-16 offset; none begins inside a pair."""
        before = bisect_left(self._pairs, offset)
        if before and self._pairs[before - 1] + 1 == offset:
            return None
        return offset - before
