"""Phrases and names as rewriting programs print them, and how to look them up.

The file has a line for each pair of words, and a line is read when its pair is first met: most
words of English are in some form or other, hardly any article holds one of the pairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, Final

from copydesk.lexicons.files import columns

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Final = {"p": "phrase", "n": "name", "t": "time", "v": "verb"}
_LEVELS: Final = {"e": "error", "w": "warning", "i": "info", "q": "quiet"}
_NEGATION: Final = "!"


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
        self._lines = lines
        self._read = cache(self._parsed)
        self.pairs: Final = frozenset(lines)

    def at(self, pair: tuple[str, str]) -> tuple[tuple[int, SpunForm], ...]:
        """Return the forms that hold a pair of words, each with the place of the first in it."""
        return self._read(pair)

    def every(self) -> list[SpunForm]:
        """Return all forms: for tests and for the catalogue."""
        return [form for pair in self._lines for _, form in self.at(pair)]

    def _parsed(self, pair: tuple[str, str]) -> tuple[tuple[int, SpunForm], ...]:
        forms = _forms(self._lines[pair])
        return tuple((list(pairwise(form.words)).index(pair), form) for form in forms)


def _forms(line: str) -> list[SpunForm]:
    forms: list[SpunForm] = []
    for cell in line.split("|"):
        text, right, grade, *conditions = cell.split(">")
        forms.append(
            SpunForm(
                tuple(text.split()),
                right,
                _KINDS[grade[0]],
                _LEVELS[grade[1]],
                tuple(_condition(one) for held in conditions for one in held.split()),
            )
        )
    return forms


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
    firsts, seconds, forms = columns("spun-forms", width=3)
    pairs = zip(map(intern, firsts), map(intern, seconds), strict=True)
    return SpunForms(dict(zip(pairs, forms, strict=True)))
