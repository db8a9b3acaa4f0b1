"""Marks that don't stand as nearly all do, behind a word and before a space: read once for all."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.text.document import Document

SPACES: Final = frozenset(" \xa0\t")
# One mark with nothing before it in the pattern: the engine then leaps from mark to mark. Frequent
# marks are sought in the text, rare ones asked of the index.
_FREQUENT: Final = tuple(
    re.compile(rf"{mark}(?:(?<=[ \xa0\t]{mark})|(?![ \n\r\t\xa0]))") for mark in (",", r"\.")
)
_RARE: Final = (";", ":", "?", "!")
# Of each mark; an article has a few dozen, and what has more is noise that must not cost seconds.
MOST: Final = 10_000
_USUAL: Final = frozenset(" \n\r\t\xa0")


class Gaps(NamedTuple):
    """The tokens of marks with a space before them, and of those with none behind them."""

    spaced: tuple[int, ...]
    glued: tuple[int, ...]


def gaps(document: Document) -> Gaps:
    """Return, in order, the marks that are worth a second look: clean copy has few."""
    return document.once("punctuation.gaps", lambda: _read(document))


def _read(document: Document) -> Gaps:
    # With one more at the end, the character behind a mark and the one before it always exist.
    text, starts = f"{document.text} ", document.token_starts
    indices = sorted((*_frequent(document), *_rare(document)))
    return Gaps(
        tuple(index for index in indices if text[starts[index] - 1] in SPACES),
        tuple(index for index in indices if text[starts[index] + 1] not in _USUAL),
    )


def _frequent(document: Document) -> Iterator[int]:
    starts = document.token_starts
    for pattern in _FREQUENT:
        for match in islice(pattern.finditer(document.text), MOST):
            index = bisect_left(starts, match.start())
            # Inside `1,000` and `U.S.` the mark is no token of its own.
            if index < len(starts) and starts[index] == match.start():
                yield index


def _rare(document: Document) -> Iterator[int]:
    for mark in _RARE:
        form = document.form(mark)
        if form is not None:
            yield from form.tokens[:MOST]
