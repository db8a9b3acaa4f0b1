"""Which of the words that an engine does not know are misspelt, and which are names or rare words.

Nine of ten words that a speller marks in good news copy are names. A misspelling is known by its
neighbour: a word in small letters that no list holds, one slip of the fingers away from a word
that everybody uses. So the article is asked first (its names, its quotations, how often it writes
the word), then the lexicons, and what is left has to be near a known word to be worth a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.engines.rules import Standing
from copydesk.entities import entity_table
from copydesk.entities.capitals import bare, opens
from copydesk.text.tokens import Kind, Shape, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token
    from copydesk.text.spans import Span

_EDGES: Final = " \t\n\r-–—'’‘\"“”.,"
_PARTS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CODE: Final = re.compile(r"[\d_@#/\\&=+<>|~]|\w\.\w")
_LIGATURES: Final = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_LONGEST: Final = 40
_LOOKED_AT: Final = 5  # replacements of the engine, best first
_KNOWN: Final = 2.5  # Zipf of a word that somebody may have meant
_OFTEN: Final = 3  # times that an article writes a word: it means it
_SHORT: Final = 5  # letters; in so short a word two slips make another one
_MOST_SLIPS: Final = 2


class Speller:
    """Judges words by one article and the lexicons."""

    def __init__(self, document: Document, lexicons: Lexicons) -> None:
        """Gather the names of the article and of the request."""
        self._document = document
        self._lexicons = lexicons
        self._names: frozenset[str] = document.once(
            "spelling.names", lambda: _names(document, lexicons)
        )

    def judge(self, span: Span, replacements: Sequence[str]) -> Standing:
        """Tell what a word that the engine does not know is worth."""
        tokens = self._tokens(span)
        if not tokens or any(token.kind is Kind.ADDRESS for token in tokens):
            return Standing.OFF
        # Engines cut at apostrophes: of `Ba’ath` they know no `ath`.
        end = max(span.end, tokens[-1].end)
        whole = self._document.text[min(span.start, tokens[0].start) : end].strip(_EDGES)
        if not whole or len(whole) > _LONGEST or _CODE.search(whole):
            return Standing.OFF
        if self._is_known(whole) or all(self._is_known(part) for part in _PARTS.findall(whole)):
            return Standing.OFF
        text = span.of(self._document.text).strip(_EDGES)
        if not whole.islower():
            return self._capitalised(tokens[0], text, replacements)
        return self._small(tokens, text, replacements)

    def _tokens(self, span: Span) -> list[Token]:
        """Return the tokens that the span touches."""
        starts = self._document.token_starts
        first = max(bisect_right(starts, span.start) - 1, 0)
        stop = bisect_right(starts, span.end - 1)
        tokens = [self._document.token(index) for index in range(first, stop)]
        return [token for token in tokens if token.end > span.start and token.kind is not Kind.MARK]

    def _is_known(self, text: str) -> bool:
        """Tell whether a word is one of the lists or of the article's names."""
        lower = fold(text)
        stem = bare(lower)
        lexicons = self._lexicons
        if {lower, stem} & (self._document.dictionary | self._names):
            return True
        if lexicons.is_word(lower):
            return True
        return not text.islower() and (
            lexicons.name(lower) is not None
            or stem in lexicons.given_names
            or stem in lexicons.surnames
            or stem in lexicons.nationalities
        )

    def _small(self, tokens: list[Token], text: str, replacements: Sequence[str]) -> Standing:
        lower = fold(text)
        if self._lexicons.is_formed(lower) or self._is_foreign(tokens):
            return Standing.OFF
        if len(self._document.words.get(lower, ())) >= _OFTEN:
            return Standing.OFF
        return Standing.ON if self._is_near(lower, replacements) else Standing.INFO

    def _is_foreign(self, tokens: list[Token]) -> bool:
        """Tell whether a word stands inside a name, or beside what is no word of English."""
        before, after = tokens[0].previous, tokens[-1].next
        if any(_LIGATURES & set(token.text) for token in (before, after) if token):
            return True  # `horri ﬁ ed`
        if before and after and Shape.TITLE is before.shape is after.shape:
            return True  # `Gazzetta dello Sport`
        return False

    def _capitalised(self, token: Token, text: str, replacements: Sequence[str]) -> Standing:
        if not opens(self._document, token.index):
            return Standing.OFF
        return Standing.ON if self._is_near(fold(text), replacements) else Standing.OFF

    def _is_near(self, lower: str, replacements: Sequence[str]) -> bool:
        """Tell whether somebody may have meant one of the engine's first replacements."""
        for replacement in replacements[:_LOOKED_AT]:
            if replacement == replacement.lower() and self._may_be(lower, fold(replacement)):
                return True
        return False

    def _may_be(self, lower: str, meant: str) -> bool:
        if any(self._lexicons.zipf(word) < _KNOWN for word in meant.split()):
            return False
        if " " in meant and meant.replace(" ", "") == lower:
            # Two words make one, as in `teabreak`, unless one of them joins nothing.
            return not self._lexicons.function_words.isdisjoint(meant.split())
        count = slips(lower, meant)
        if len(lower) <= _SHORT or lower[0] != meant[0]:
            return count <= 1
        return count <= _MOST_SLIPS


def _names(document: Document, lexicons: Lexicons) -> frozenset[str]:
    """Return the lower-cased words of all names that the article or the request knows."""
    table = entity_table(document, lexicons)
    found: set[str] = set()
    for name in (*(entity.name for entity in table.entities), *document.names):
        for word in name.split():
            found.update((fold(word), bare(fold(word))))
            found.update(fold(part) for part in _PARTS.findall(word))
    for respelling in table.respellings:
        found.discard(fold(respelling.rare))
    return frozenset(found)


def slips(one: str, other: str) -> int:
    """Return how many slips of a finger part two words: letters more, less, other or swapped."""
    if abs(len(one) - len(other)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    last: list[int] = []
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
