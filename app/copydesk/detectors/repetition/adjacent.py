"""Words that stand twice in a row: found once per article, for the detectors that judge them.

Two copies in a row repeat every one of their words at the same distance. So the index's lists of
where a word stands are enough: a pair of neighbours in such a list is a seed, and is grown to both
sides only where the words beside it agree, too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.text.document import MOST_VISITED
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.text.document import Document, Token

# Copies longer than this are repeated sentences; they have a detector of their own.
_REACH: Final = 24
_MOST: Final = 10_000  # stretches that are compared: a long book has fewer
_MOST_COPIES: Final = 200  # that are looked at: more are noise
_LONGEST: Final = 10_000  # tokens of a stretch that are compared at once: more are noise
# The words that stand everywhere say little: longer copies hold another word, which is the seed.
_COMMON: Final = frozenset(
    """
    the of to and a in is was that for it on he with as at be by i an are his from you has have had
    not but they we she her their this which who said were will would been or its more about up out
    if when there one all so can people also into over after new first than s t
    """.split()
)
_COMMON_REACH: Final = 5
# What glues a word to its neighbour: in "3-6 6-3" and "and/or or" nothing is printed twice.
_GLUE: Final = frozenset("-‐‑–—/\\_.@#&+*=")


@dataclass(frozen=True, slots=True)
class Repeat:
    """Tokens that stand `copies` times in a row, the first time from token `first` on."""

    document: Document
    first: int
    size: int  # tokens of one copy, a comma after it not counted
    step: int  # tokens from one copy to the next: more than `size` where a comma stands between
    copies: int

    @property
    def comma(self) -> bool:
        """Whether a comma stands between the copies."""
        return self.step > self.size

    @property
    def unit(self) -> tuple[Token, ...]:
        """The tokens of the first copy."""
        return tuple(self.document.token(self.first + i) for i in range(self.size))

    @property
    def texts(self) -> tuple[str, ...]:
        """The first token of each copy as written."""
        texts = self.document.token_texts
        return tuple(texts[self.first + copy * self.step] for copy in range(self.copies))

    @property
    def last(self) -> Token:
        """The last token of the last copy."""
        return self.document.token(self.first + (self.copies - 1) * self.step + self.size - 1)

    @property
    def span(self) -> Span:
        """From the first copy to the last."""
        return Span(self.document.token_starts[self.first], self.last.end)

    @property
    def surplus(self) -> Span:
        """What goes when the first copy alone is kept."""
        return Span(self.document.token(self.first + self.size - 1).end, self.last.end)

    @property
    def first_copy(self) -> Span:
        """What goes when the last copy of two is kept."""
        return Span(self.span.start, self.document.token_starts[self.last.index + 1 - self.size])

    @property
    def gains_capital(self) -> bool:
        """Whether a later copy begins with a capital where the first has none: `if we If we`."""
        first, *later = (lexical(text)[1] for text in self.texts)
        return first is Shape.LOWER and Shape.TITLE in later


def adjacent_repeats(document: Document) -> tuple[Repeat, ...]:
    """Return what stands twice in a row within a sentence, in order, none overlapping another."""
    return document.once("repetition.adjacent", lambda: tuple(_repeats(document)))


def quoted(document: Document, offset: int) -> bool:
    """Tell whether a quotation that began in the same sentence is open at `offset`."""
    sentence = document.sentence_at(offset)
    before = document.text[sentence.span.start : offset] if sentence else ""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _repeats(document: Document) -> Iterator[Repeat]:
    end = 0
    for repeat in sorted(_candidates(document), key=lambda repeat: (repeat.first, repeat.size)):
        if repeat.first >= end:
            yield repeat
            end = repeat.first + repeat.copies * repeat.step


def _candidates(document: Document) -> list[Repeat]:
    """Return what may be repeats; none of a text that is little else, which is noise."""
    found: list[Repeat] = []
    seeds: defaultdict[int, list[int]] = defaultdict(list)
    texts = document.token_texts
    count = len(texts)
    for word, tokens in document.words.items():
        if len(tokens) > 1 and (len(word) > 1 or word.isalnum()):
            reach = _COMMON_REACH if word in _COMMON else _REACH
            for index, following in pairwise(tokens[:MOST_VISITED]):
                distance = following - index
                # Most are sorted out here: the words beside a seed are as long as those beside its
                # copy. (Less `count`, so that the last token has a neighbour, too: the first.)
                if distance == 1 or (
                    distance <= reach
                    and (
                        len(texts[index + 1]) == len(texts[following + 1 - count])
                        or len(texts[index - 1]) == len(texts[following - 1])
                    )
                ):
                    seeds[distance].append(index)
    opens = document.opens_sentence
    tried = 0
    for distance, indices in seeds.items():
        done = -1
        for index in sorted(indices):
            if index < done or opens.find(1, index + 1, index + distance + 1) >= 0:
                continue
            first, length = _grow(document, index, distance)
            done = first + length
            tried += 1
            if tried > _MOST:
                return []
            repeat = _shaped(document, first, length, distance)
            if repeat is not None:
                found.append(repeat)
    return found


def _grow(document: Document, index: int, distance: int) -> tuple[int, int]:
    """Return where the stretch begins that stands again `distance` tokens later, and how long."""
    keys = document.keys
    opens = document.opens_sentence
    first = index
    while first and not opens[first] and keys[first - 1] == keys[first - 1 + distance]:
        first -= 1
    after = index + 1
    stop = min(len(keys) - distance, index + _LONGEST)
    while after < stop and not opens[after + distance] and keys[after] == keys[after + distance]:
        after += 1
    return first, after - first


def _shaped(document: Document, first: int, length: int, distance: int) -> Repeat | None:
    """Make a repeat of a stretch, None where it is none or no clean one."""
    texts = document.token_texts
    if length < distance - 1 or (length < distance and texts[first + length] != ","):
        return None
    if length > distance and lexical(texts[first])[2] is Kind.MARK:
        first, length = first + 1, length - 1
    if texts[first] == "," and length == distance > 1:
        repeat = Repeat(document, first + 1, distance - 1, distance, 2)
    elif distance > 1 and texts[first + distance - 1] == ",":
        copies = (length + 1) // distance + 1
        repeat = Repeat(document, first, distance - 1, distance, copies)
    else:
        repeat = Repeat(document, first, distance, distance, length // distance + 1)
    return repeat if _is_clean(repeat) else None


def _is_clean(repeat: Repeat) -> bool:
    """Tell whether only white space (or a comma) parts the copies, and nothing is glued on."""
    document = repeat.document
    ends = (document.token(repeat.first), repeat.last)
    for copy in range(1, min(repeat.copies, _MOST_COPIES)):
        head = document.token(repeat.first + copy * repeat.step)
        tail = document.token(head.index - 1)
        if not tail.touches(head) or head.kind is Kind.MARK:
            return False
    before, after = ends[0].previous, ends[1].next
    return not (
        ends[1].kind is Kind.MARK
        or (before is not None and before.text in _GLUE and before.joins(ends[0]))
        or (
            after is not None
            and after.text in _GLUE
            and ends[1].joins(after)
            and (beyond := after.next) is not None
            and after.joins(beyond)
        )
    )


def holds_before(document: Document, index: int, words: frozenset[str]) -> bool:
    """Tell whether one of `words` stands before token `index` in its sentence."""
    first = document.sentences[document.sentence_index(index)].first
    for word in words & document.words.keys():
        tokens = document.words[word]
        place = bisect_left(tokens, index) - 1
        if place >= 0 and tokens[place] >= first:
            return True
    return False
