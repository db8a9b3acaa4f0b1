"""Phrases and names as rewriting programs print them, and how to look them up.

The file has a line for each first word of a pair, and only those forms are read that stand in the
article where a pair does: most words of English are in some form or other, hardly any article holds
one. A string for each pair would take four times the memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise, repeat
from sys import intern
from typing import TYPE_CHECKING, Final

from copydesk.lexicons.files import columns, entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_KINDS: Final = {"p": "phrase", "n": "name", "t": "time", "v": "verb"}
_LEVELS: Final = {"e": "error", "w": "warning", "i": "info", "q": "quiet"}
_NEGATION: Final = "!"
_PAIR: Final = "~"  # stands for the pair of words
_NEXT: Final = "||"  # parts the pairs of a line
LONGEST: Final = 8  # words of a form
_LONG: Final = 8_000  # characters of a line in which nothing is sought: a hundred are longer
_MET: Final = 8192  # pairs of words
# 4 MB for 184,000 pairs: of other pairs one in 150 is taken for one of them.
_ROOM: Final = (1 << 22) - 1
_SECOND: Final = 24  # bits of a hash that the first look has used


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


class _Pairs:
    """A set of pairs of words that takes others for its own now and then: a Bloom filter.

    Of all pairs of an article's words hardly one is in it, and to find that out in dictionaries
    took four look-ups, each in memory that nothing else had touched: a tenth of an article's time.
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Read the pairs of all lines."""
        table = bytearray(_ROOM + 1)
        for first, line in lines.items():
            seconds = [group[: group.find("|")] for group in line.split(_NEXT)]
            for found in map(hash, zip(repeat(first), seconds)):
                table[found & _ROOM] = 1
                table[found >> _SECOND & _ROOM] = 1
        self._table = bytes(table)

    def places(self, words: Sequence[str]) -> list[int]:
        """Return the indices of `words` where it and the next one may be a pair of the set."""
        table = self._table
        return [
            index
            for index, found in enumerate(map(hash, pairwise(words)))
            if table[found & _ROOM] and table[found >> _SECOND & _ROOM]
        ]


class SpunForms:
    """All forms, by the two words side by side in them that texts hold most seldom."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Keep the lines unread: the forms of a first word are one string."""
        self._lines = lines
        self._read = cache(self._parsed)
        self._starts = cache(self._read_starts)
        # Frequent pairs are met in every other article, and their forms are not: bounded, since
        # the rest is not worth the memory.
        self._held = lru_cache(_MET)(self._find)

    @cached_property
    def _pairs(self) -> _Pairs:
        return _Pairs(self._lines)

    def places(self, words: Sequence[str]) -> list[int]:
        """Return the indices of lower-case `words` where forms may be that hold it and the next.

        All where there are some, and a few where there are none.
        """
        return self._pairs.places(words)

    def at(self, words: Sequence[str], place: int) -> Iterator[tuple[int, SpunForm]]:
        """Visit the forms that hold the words at `place` and after it, each with where it begins.

        Whether the words touch, and no sentence ends between them, is for the caller to see.
        """
        first, second = words[place : place + 2]
        held = self._held(first, second)
        # Some pairs stand in hundreds of forms, and hardly ever with a third word of one of them.
        if (
            f"|{_PAIR}>" not in held
            and f"{_PAIR} {words[place + 2] if place + 2 < len(words) else _NEXT}" not in held
            and f"{words[place - 1]} {_PAIR}" not in held
        ):
            return
        around = f" {' '.join(words[max(0, place - LONGEST) : place + LONGEST])} "
        pair = f"{first} {second}"
        for cell in held.split("|")[1:]:
            if f" {cell.partition('>')[0].replace(_PAIR, pair)} " in around:
                before, form = self._read(pair, cell)
                yield place - before, form

    def every(self) -> Iterator[SpunForm]:
        """Visit all forms: for tests and for the catalogue."""
        for first, line in self._lines.items():
            for group in line.split(_NEXT):
                second, *cells = group.split("|")
                for cell in cells:
                    yield self._parsed(f"{first} {second}", cell)[1]

    def _find(self, first: str, second: str) -> str:
        """Return the second word and, unread, the forms of a pair; nothing where there is none."""
        line = self._lines.get(first, "")
        if len(line) > _LONG:
            start = self._starts(first).get(second, -1)
        elif line.startswith(f"{second}|"):
            start = 0
        else:
            start = line.find(f"{_NEXT}{second}|")
            start += len(_NEXT) if start >= 0 else 0
        if start < 0:
            return ""
        end = line.find(_NEXT, start)
        return line[start:end] if end >= 0 else line[start:]

    def _read_starts(self, first: str) -> dict[str, int]:
        """Return where the forms of each second word begin in the line of a first one."""
        starts: dict[str, int] = {}
        start = 0
        for group in self._lines[first].split(_NEXT):
            starts[intern(group[: group.find("|")])] = start
            start += len(group) + len(_NEXT)
        return starts

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
    firsts, lines = columns("spun-forms")
    return SpunForms(dict(zip(firsts, lines, strict=True)))
