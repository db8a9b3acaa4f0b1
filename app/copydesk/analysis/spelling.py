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
from copydesk.lexicons import Safety
from copydesk.text.tokens import Kind, Shape, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token
    from copydesk.text.spans import Span

_EDGES: Final = " \t\n\r-–—'’‘\"“”.,"
_PARTS: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CODE: Final = re.compile(r"[\d_@#/\\&=+<>|~]|\w\.\w")
_BRITISH: Final = re.compile(r"is(e[drs]?|ers|ing|ations?)\Z")
_LIGATURES: Final = frozenset("ﬀﬁﬂﬃﬄﬅﬆ")
_ENGLISH: Final = "en"  # what the lexicons, and names known by their capitals, are
_QUOTES: Final = frozenset("\"'“”‘’«»")
_CAPITAL_NOUNS: Final = frozenset(("de", "gsw", "lb", "nds"))  # a capital makes no name there
_LONGEST: Final = 40
_LOOKED_AT: Final = 5  # replacements of the engine, best first
_LIKELY: Final = 10  # of up to a hundred
_KNOWN: Final = 2.5  # Zipf of a word that somebody may have meant
_USUAL: Final = 3.4  # Zipf of a word that stands for a new one built like it: `nearlly`, `yellowy`
_COMMON: Final = 3.8  # Zipf of a word that a capital may hide
_OFTEN: Final = 3  # times that an article writes a word: it means it
_SHORTEST: Final = 3  # letters of a word that can be told from an abbreviation
_SHORT: Final = 5  # letters; in so short a word two slips make another one
_LONG: Final = 8  # letters; in so long a word two slips leave no doubt
_FAMOUS: Final = 6  # letters of a name that no other one is like by chance
_LONGER: Final = 9  # letters; such a word is not built like a rare one by chance
_MOST_SLIPS: Final = 2
# Function words that others are written together with: `lineout`, `upturn`, `anyplace`.
_JOINING: Final = frozenset(
    "about above across after all along any around away back before behind below beneath beside "
    "between beyond by counter down every for fore in inside into like mid more most near no none "
    "off on one onto other out outside over past post pre round self semi side since some than "
    "through throughout till to toward towards under up upon while with within without".split()
)


class Speller:
    """Judges words by one article and the lexicons."""

    def __init__(self, document: Document, lexicons: Lexicons) -> None:
        """Gather the names of the article and of the request."""
        self._document = document
        self._lexicons = lexicons
        english = document.language.code == _ENGLISH
        self._names = frozenset(_names(document, lexicons) if english else ())

    def judge(self, span: Span, replacements: Sequence[str]) -> Standing:
        """Tell what a word that the engine does not know is worth."""
        tokens = self._tokens(span)
        whole = self._whole(tokens, span)
        text = span.of(self._document.text).strip(_EDGES)
        lower = fold(text)
        if not whole or not self._document.dictionary.isdisjoint((lower, fold(whole))):
            return Standing.OFF
        if self._document.language.code != _ENGLISH:
            return self._foreign_article(whole, tokens[0])
        meant = replacements[:_LOOKED_AT]
        if _BRITISH.sub(r"iz\1", lower) in (each for each in meant if each != lower):
            return Standing.OFF
        small = whole.islower()
        # `ofEnglish`; but `NorthWater` is a name.
        parted = small or (whole[0].islower() and text == whole)
        if parted and any(self._is_joined(lower, each) for each in meant):
            return Standing.ON
        if whole.istitle() and self._is_slip_in_name(whole, meant):
            return Standing.ON
        if self._is_known(whole) or all(map(self._is_known, _PARTS.findall(whole))):
            return Standing.OFF
        if small or self._is_shouted(tokens):
            return self._small(tokens, lower, meant)
        return self._capitalised(tokens[0], whole, meant)

    def _whole(self, tokens: list[Token], span: Span) -> str:
        """Return the words that a span touches, nothing where they are an address or a code."""
        if not tokens or any(token.kind is Kind.ADDRESS for token in tokens):
            return ""
        # Engines cut at apostrophes: of `Ba’ath` they know no `ath`.
        start, end = min(span.start, tokens[0].start), max(span.end, tokens[-1].end)
        if end - start > _LONGEST:
            return ""
        whole = self._document.text[start:end].strip(_EDGES)
        return "" if _CODE.search(whole) else whole

    def _capitalised(self, token: Token, whole: str, meant: Sequence[str]) -> Standing:
        """Judge a word that is no name of the article and yet has a capital.

        Any word would have it here: a sentence begins, or a headline has many.
        """
        lower = fold(whole)
        form = self._document.form(whole)
        if not whole.istitle() or (form and len(form.tokens) > 1):
            return Standing.OFF
        opening = opens(self._document, token.index)
        if opening and any(self._is_joined(lower, each) for each in meant):
            return Standing.ON
        if len(lower) < _SHORT:
            return Standing.OFF  # `Hmm`, `Sgt`
        known = _COMMON if not opening else _KNOWN if len(lower) >= _LONGER else _USUAL
        return Standing.ON if self._is_near(lower, meant, known, sure=True) else Standing.OFF

    def _is_shouted(self, tokens: list[Token]) -> bool:
        """Tell whether a word is in capitals as its neighbours are, and so no abbreviation."""
        if any(token.shape is not Shape.UPPER or len(token.text) < _SHORT for token in tokens):
            return False
        around = (tokens[0].previous, tokens[-1].next)
        return any(each is not None and each.shape is Shape.UPPER for each in around)

    def _foreign_article(self, whole: str, token: Token) -> Standing:
        """Judge a word of another language: our lists are English, its capitals are not."""
        names = {fold(word) for name in self._document.names for word in name.split()}
        if fold(bare(whole)) in names:
            return Standing.OFF
        inside = not whole.islower() and not opens(self._document, token.index)
        name = inside and self._document.language.code not in _CAPITAL_NOUNS
        return Standing.OFF if name else Standing.INFO

    def likely(self, span: Span, replacements: Sequence[str]) -> tuple[str, ...]:
        """Return the replacements that are a slip or two away: the others are guesses."""
        lower = fold(span.of(self._document.text))
        best = replacements[:_LIKELY]
        return tuple(each for each in best if slips(lower, fold(each)) <= _MOST_SLIPS)

    def _tokens(self, span: Span) -> list[Token]:
        """Return the tokens that the span touches, without marks."""
        if len(span) > _LONGEST:
            return []
        starts = self._document.token_starts
        first = max(bisect_right(starts, span.start) - 1, 0)
        stop = bisect_right(starts, span.end - 1)
        tokens = [self._document.token(index) for index in range(first, stop)]
        return [token for token in tokens if token.end > span.start and token.kind is not Kind.MARK]

    def _is_joined(self, lower: str, meant: str) -> bool:
        """Tell whether two words lost what parts them, one of them a small one: `alot`, `im`."""
        plain = fold(meant)
        functions = self._lexicons.function_words
        if " " in plain:
            words = plain.split()
            small = functions.difference(_JOINING)
            return lower.replace(" ", "") == "".join(words) and not small.isdisjoint(words)
        head, mark, _ = plain.partition("'")
        return (
            bool(mark)
            and lower == plain.replace("'", "")
            and (head in functions or plain in functions)
        )

    def _is_slip_in_name(self, whole: str, meant: Sequence[str]) -> bool:
        """Tell whether a word of a name is but for one slip a title, or known to all.

        Known to all are lands, peoples, months. Names of persons are left alone: each differs from
        some other by a letter.
        """
        lower, lexicons = fold(whole), self._lexicons
        form = self._document.form(whole)
        if not meant or len(lower) < _FAMOUS or (form and len(form.tokens) > 1):
            return False
        if lexicons.name(lower) is not None or lexicons.is_word(lower):
            return False
        if any(
            each in lexicons.person_titles and slips(lower, each) == 1 for each in map(fold, meant)
        ):
            return True
        name = fold(meant[0])
        persons = (lexicons.given_names, lexicons.surnames, lexicons.ambiguous_person_names)
        return (
            (lower[0], lower[-1]) == (name[0], name[-1])
            and lexicons.name_safety(name) is Safety.CERTAIN
            and (lexicons.zipf(name) >= _USUAL or name in lexicons.nationalities)
            and slips(lower, name) == 1
            and not any(name in each for each in persons)
        )

    def _is_known(self, text: str) -> bool:
        """Tell whether a word is one of the lists or, with its capital, a name of the article."""
        lower = fold(text)
        lexicons = self._lexicons
        if lower in self._document.dictionary or lexicons.is_word(lower):
            return True
        if text.islower():
            return text in self._names
        stem = bare(lower)
        return (
            not self._names.isdisjoint((text, bare(text), text.title(), bare(text).title()))
            or lexicons.name(lower) is not None
            or stem in lexicons.given_names
            or stem in lexicons.surnames
            or stem in lexicons.nationalities
        )

    def _small(self, tokens: list[Token], lower: str, meant: Sequence[str]) -> Standing:
        if self._is_meant(tokens):
            return Standing.OFF
        count = len(self._document.words.get(lower, ()))
        if self._lexicons.name(lower) is not None:  # it lost its capital, or has none on purpose
            safe = self._lexicons.name_safety(lower) is Safety.CERTAIN
            return Standing.ON if safe and count == 1 and lower.isalpha() else Standing.INFO
        foreign = self._is_foreign(tokens)
        if count == 1 and not (foreign and len(lower) <= _SHORT):
            known = _KNOWN if len(lower) >= _LONGER else _USUAL
            if self._is_near(lower, meant, known, sure=True):
                return Standing.ON
        if foreign or self._lexicons.is_formed(lower):
            return Standing.OFF
        near = count < _OFTEN and self._is_near(lower, meant, _KNOWN)
        if count == 1 and len(lower) >= _LONG:
            near = near or any(" " not in each and slips(lower, fold(each)) == 1 for each in meant)
        return Standing.ON if near else Standing.INFO

    def _is_meant(self, tokens: list[Token]) -> bool:
        """Tell whether a word is cited, inside a name, or the rest of a damaged one."""
        before, after = tokens[0].previous, tokens[-1].next
        if before is None or after is None:
            return any(_LIGATURES & set(each.text) for each in (before, after) if each)
        if before.joins(tokens[0]) and tokens[-1].joins(after):
            return before.text in _QUOTES and after.text in _QUOTES  # `a “tolmo” (a dance)`
        if _LIGATURES & {*before.text, *after.text}:
            return True  # `satis ﬁ ed`
        return before.shape is after.shape is Shape.TITLE  # `Radio nella Piazza`

    def _is_foreign(self, tokens: list[Token]) -> bool:
        """Tell whether a word has a neighbour that no list holds either."""
        around = (tokens[0].previous, tokens[-1].next)
        return any(each is not None and self._is_alien(each) for each in around)

    def _is_alien(self, token: Token) -> bool:
        """Tell whether a word in small letters is in no list at all."""
        if token.shape is not Shape.LOWER:
            return False
        lower, lexicons = token.lower, self._lexicons
        known = lexicons.is_word(lower) or lexicons.zipf(lower) or lexicons.is_formed(lower)
        return not known and lexicons.name(lower) is None

    def _is_near(
        self, lower: str, meant: Sequence[str], known: float, *, sure: bool = False
    ) -> bool:
        """Tell whether somebody may have meant one of the engine's first replacements."""
        return any(
            self._may_be(lower, fold(each), known, sure=sure)
            for each in meant
            if self._lexicons.is_word(fold(each)) or " " in each
        )

    def _may_be(self, lower: str, meant: str, known: float, *, sure: bool) -> bool:
        words = _PARTS.findall(meant)
        if not words or any(self._lexicons.zipf(word) < known for word in words):
            return False
        if " " in meant and meant.replace(" ", "") == lower:
            return False  # two words make one, as in `teacupboard`
        count = slips(lower, meant) if len(lower) >= _SHORTEST else _MOST_SLIPS + 1
        if len(lower) <= _SHORT or lower[0] != meant[0] or (sure and len(lower) < _LONG):
            return count <= 1
        return count <= _MOST_SLIPS


def _names(document: Document, lexicons: Lexicons) -> Iterator[str]:
    """Visit the words, as written, of all names that the article or the request knows.

    But not those of a rare spelling beside the usual one: that is a slip, whoever reports it.
    """
    table = entity_table(document, lexicons)
    rare = {respelling.rare for respelling in table.respellings}
    for name in (*(entity.name for entity in table.entities), *document.names):
        if name in rare:
            continue
        words = name.split()
        # A word that only opens sentences has its capital from there.
        if len(words) > 1 or fold(bare(name)) in table.inside or name in document.names:
            for word in words:
                yield from (word, bare(word), *_PARTS.findall(word))


def slips(one: str, other: str) -> int:
    """Return how many slips of a finger part two words: letters more, less, other or swapped."""
    if abs(len(one) - len(other)) > _MOST_SLIPS:
        return _MOST_SLIPS + 1
    # Most words that are alike begin and end alike.
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return _distance(one[start : len(one) - end], other[start : len(other) - end])


def _distance(one: str, other: str) -> int:
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
