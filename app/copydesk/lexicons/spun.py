"""Phrases and names as rewriting programs print them, and how to look them up.

The file has a line for each pair of words, and of a line only those forms are read that stand in
the article where the pair does: most words of English are in some form or other, hardly any article
holds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from sys import intern
from typing import TYPE_CHECKING, Final

from copydesk.lexicons.files import columns, entries, uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_KINDS: Final = {"p": "phrase", "n": "name", "t": "time", "v": "verb"}
_LEVELS: Final = {"e": "error", "w": "warning", "i": "info", "q": "quiet"}
_NEGATION: Final = "!"
_PAIR: Final = "~"  # stands for the pair of the line
LONGEST: Final = 8  # words of a form
_MET: Final = 4096  # pairs of words


@dataclass(frozen=True, slots=True)
class Condition:
    """What must stand, or must not, beside a form: lower-case words, or classes in capitals.

    Classes: NAME (a word with a capital), NUMBER, WORD (any word), NONE (a mark or the end of the
    sentence). The file writes COMMA for the mark that parts its words.
    """

    after: bool  # else before
    words: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class SpunForm:
    """A wording that rewriting programs print, and what they had read."""

    words: tuple[str, ...]  # lower-case, as tokens
    right: str
    kind: str  # phrase, name, time, verb
    level: str  # error, warning, info, quiet (counted in company, never reported alone)
    conditions: tuple[Condition, ...]


class SpunForms:
    """All forms, by the two words side by side in them that texts hold most seldom."""

    def __init__(self, lines: Mapping[tuple[str, str], str]) -> None:
        """Keep the lines unread."""
        self.lines: Final = lines
        """By pair of lower-case words: what holds it."""
        self._read = cache(self._parsed)
        # Frequent pairs are met in every other article, and their forms are not: bounded, since
        # the rest is not worth the memory.
        self._cells = lru_cache(_MET)(self._split)

    def at(self, pair: tuple[str, str], window: str) -> Iterator[tuple[int, SpunForm]]:
        """Visit the forms that hold a pair of words, each with the place of the first in it.

        `window` has the words round the pair, a space before and behind each: `LONGEST` before it
        and after it are enough.
        """
        for words, cell in self._cells(pair):
            if words in window:
                yield self._read(" ".join(pair), cell)

    def every(self) -> Iterator[SpunForm]:
        """Visit all forms: for tests and for the catalogue."""
        for pair, line in self.lines.items():
            for cell in line.split("|"):
                yield self._parsed(" ".join(pair), cell)[1]

    def _split(self, pair: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        """Return the forms of a line, unread, each with the words that it needs in a window."""
        joined = " ".join(pair)
        return tuple(
            (f" {cell.partition('>')[0].replace(_PAIR, joined)} ", cell)
            for cell in self.lines[pair].split("|")
        )

    @cached_property
    def _rights(self) -> list[str]:
        return entries("spun-rights")

    def _parsed(self, pair: str, cell: str) -> tuple[int, SpunForm]:
        text, right, grade, *conditions = cell.split(">")
        place = text.partition(_PAIR)[0].count(" ")
        form = SpunForm(
            tuple(text.replace(_PAIR, pair).split()),
            self._rights[int(right)],
            _KINDS[grade[0]],
            _LEVELS[grade[1]],
            tuple(_condition(one) for held in conditions for one in held.split()),
        )
        return place, form


def _condition(text: str) -> Condition:
    """Read `next=on,NAME`, `prev!=the`."""
    side, _, words = text.partition("=")
    return Condition(
        after=side.startswith("next"),
        words=frozenset("," if word == "COMMA" else word for word in words.split(",")),
        negated=side.endswith(_NEGATION),
    )


@cache
def load_spun() -> SpunForms:
    """Read the file, once per process."""
    firsts, seconds, lines = columns("spun-forms", width=3)
    with uncollected():
        pairs = zip(map(intern, firsts), map(intern, seconds), strict=True)
        return SpunForms(dict(zip(pairs, lines, strict=True)))
