"""Phrases and names as rewriting programs print them, and how to look them up.

The file has a line for each rarest word, and a line is read when its word is first met: most words
of English are in some form or other, and most articles hold none of the forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.lexicons.files import entries

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Final = {"p": "phrase", "n": "name", "t": "time", "v": "verb"}
_LEVELS: Final = {"e": "error", "w": "warning", "i": "info"}
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
    level: str  # error, warning, info
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Anchored:
    """The forms that hold one word, by what stands beside it."""

    # By distance, in tokens from the word: by the neighbour, the word's place in each form.
    neighbours: tuple[tuple[int, Mapping[str, tuple[tuple[int, SpunForm], ...]]], ...]


class SpunForms:
    """All forms, by their rarest word."""

    def __init__(self, lines: Mapping[str, str]) -> None:
        """Keep the lines unread."""
        self._lines = lines
        self._read = cache(self._parsed)
        self.anchors: Final = lines.keys()  # the words by which forms are found

    def at(self, anchor: str) -> Anchored:
        """Return the forms that hold a word."""
        return self._read(anchor)

    def every(self) -> list[SpunForm]:
        """Return all forms: for tests and for the catalogue."""
        return [form for anchor in self._lines for form in _forms(self._lines[anchor])]

    def _parsed(self, anchor: str) -> Anchored:
        found: dict[int, dict[str, tuple[tuple[int, SpunForm], ...]]] = {}
        for form in _forms(self._lines[anchor]):
            place = form.words.index(anchor)
            # Of a form of one word, that word itself.
            neighbour = place + 1 if place + 1 < len(form.words) else max(0, place - 1)
            held = found.setdefault(neighbour - place, {})
            word = form.words[neighbour]
            held[word] = (*held.get(word, ()), (place, form))
        return Anchored(tuple(found.items()))


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
    return SpunForms(dict(line.split("\t", 1) for line in entries("spun-forms")))
