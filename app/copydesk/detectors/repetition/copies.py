"""Sentences and paragraphs that stand in an article more than once: found once per article.

What is compared is sorted into buckets by its first and its last words, so that clean copy, whose
buckets hold one each, is never compared word by word.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final

from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.text.document import Document, Sentence

_QUOTES: Final = frozenset("\"'“”‘’«»„`")
SHORTEST_SENTENCE: Final = 8  # words: shorter ones come twice by chance
_SHORTEST_ADJACENT: Final = 6  # but seldom at once
_SHORTEST_BLOCK: Final = 5
_SHORTEST_LIKENESS: Final = 20  # a near copy has this many words
_LIKENESS: Final = 0.7  # and shares this much of its runs of three words
_SHORTEST_LIKE_SENTENCE: Final = 12
_SENTENCE_LIKENESS: Final = 0.5
_LENGTH: Final = 0.85  # and is about as long
_EXTRA: Final = 5  # tokens of a site's name or section before or after a headline
_TOP: Final = 2  # blocks in which the headline stands first
_SHORTEST_HEADLINE: Final = 6
LONGEST_HEADLINE: Final = 40
_ENDS: Final = 3  # words at either end of a block by which near copies are looked for
_RIVALS: Final = 4  # earlier blocks that begin or end alike, to which a block is compared


@dataclass(frozen=True, slots=True)
class Copy:
    """A block or a sentence that stands earlier in the article, too; both by index."""

    first: int
    later: int
    words: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Copies:
    """All copies of an article, each in the order of the later one."""

    blocks: tuple[Copy, ...]
    sentences: tuple[Copy, ...]


def copies_of(document: Document) -> Copies:
    """Return the copies in a document."""
    return document.once("repetition.copies", lambda: _copies(document))


def _copies(document: Document) -> Copies:
    blocks = tuple(_block_copies(document))
    copied = {copy.later for copy in blocks}
    # A sentence that is all of its block is judged as a block.
    sentences = tuple(
        copy
        for copy in _sentence_copies(document)
        if document.sentences[copy.later].block not in copied
    )
    return Copies(blocks, sentences)


def same_words(document: Document, one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences are the same but for case, spaces and quotation marks."""
    words = _words(document, one.first, one.stop)
    return words == _words(document, other.first, other.stop)


def _words(document: Document, first: int, stop: int) -> list[str]:
    """Return the tokens of a stretch for comparing: case and quotation marks don't count."""
    return [fold(text) for text in document.token_texts[first:stop] if text not in _QUOTES]


def _sentence_copies(document: Document) -> Iterator[Copy]:
    texts = document.token_texts
    buckets: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in document.sentences:
        first, stop = sentence.first, sentence.stop
        if stop - first > SHORTEST_SENTENCE:
            head = first + 1 if texts[first] in _QUOTES else first
            tail = stop - 3 if texts[stop - 1] in _QUOTES else stop - 2
            buckets[f"{texts[head]} {texts[tail]}".lower()].append(sentence)
    found = [
        copy for bucket in buckets.values() if len(bucket) > 1 for copy in _same(document, bucket)
    ]
    found.extend(_adjacent(document))
    yield from sorted(found, key=lambda copy: copy.later)


def _adjacent(document: Document) -> Iterator[Copy]:
    """Find the short sentences that stand twice in a row within their block."""
    texts = document.token_texts
    for one, other in pairwise(document.sentences):
        if (
            _SHORTEST_ADJACENT < other.stop - other.first <= 2 * SHORTEST_SENTENCE
            and one.block == other.block
            and texts[one.stop - 2].lower() == texts[other.stop - 2].lower()
        ):
            words = _words(document, other.first, other.stop)
            count = sum(word[0].isalnum() for word in words)
            if _SHORTEST_ADJACENT <= count < SHORTEST_SENTENCE and words == _words(
                document, one.first, one.stop
            ):
                yield Copy(one.index, other.index, count)


def _same(document: Document, bucket: Sequence[Sentence]) -> Iterator[Copy]:
    """Find the copies among sentences that begin and end alike, near ones among the first few."""
    known: dict[tuple[str, ...], int] = {}
    for sentence in bucket:
        words = tuple(_words(document, sentence.first, sentence.stop))
        count = sum(word[0].isalnum() for word in words)
        if words in known:
            if count >= SHORTEST_SENTENCE:
                yield Copy(known[words], sentence.index, count)
            continue
        if count >= _SHORTEST_LIKE_SENTENCE:
            for other, index in islice(known.items(), _RIVALS):
                if _is_like(other, words, _SENTENCE_LIKENESS):
                    yield Copy(index, sentence.index, count, exact=False)
                    break
        known[words] = sentence.index


def _is_like(one: tuple[str, ...], other: tuple[str, ...], share: float) -> bool:
    """Tell whether two texts are about as long and share most of their runs of three words."""
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    if shorter < _LENGTH * longer:
        return False
    runs, others = _runs(one), _runs(other)
    return len(runs & others) >= share * len(runs | others)


def _block_copies(document: Document) -> Iterator[Copy]:
    texts = document.token_texts
    heads: defaultdict[str, list[int]] = defaultdict(list)
    tails: defaultdict[str, list[int]] = defaultdict(list)
    starts: dict[int, int] = {}
    stops: dict[int, int] = {}
    for sentence in document.sentences:
        starts.setdefault(sentence.block, sentence.first)
        stops[sentence.block] = sentence.stop
    whole: dict[int, tuple[str, ...]] = {}

    def words(block: int) -> tuple[str, ...]:
        if block not in whole:
            whole[block] = tuple(_words(document, starts[block], stops[block]))
        return whole[block]

    for block, start in starts.items():
        stop = stops[block]
        if stop - start < _SHORTEST_BLOCK:
            continue
        first = start + 1 if texts[start] in _QUOTES else start
        last = stop - 1 if texts[stop - 1] in _QUOTES else stop
        head = heads[" ".join(texts[first : first + _ENDS]).lower()]
        tail = tails[" ".join(texts[last - _ENDS : last]).lower()]
        for rival in sorted({*head[:_RIVALS], *tail[:_RIVALS]}) if head or tail else ():
            copy = _compare(rival, words(rival), block, words(block))
            if copy is not None:
                yield copy
                break
        else:
            # What is a copy itself is no original: the buckets keep to the first few.
            head.append(block)
            tail.append(block)


def _compare(first: int, one: tuple[str, ...], later: int, other: tuple[str, ...]) -> Copy | None:
    count = sum(word[0].isalnum() for word in other)
    if one == other:
        return Copy(first, later, count) if count >= _SHORTEST_BLOCK else None
    like = (first < _TOP and _is_headline_with_more(one, other, count)) or (
        count >= _SHORTEST_LIKENESS and _is_like(one, other, _LIKENESS)
    )
    return Copy(first, later, count, exact=False) if like else None


def _is_headline_with_more(one: tuple[str, ...], other: tuple[str, ...], count: int) -> bool:
    """Tell "Home World Snow closes schools" and "Snow closes schools - The Herald"."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return (
        _SHORTEST_HEADLINE <= count <= LONGEST_HEADLINE
        and len(shorter) >= _SHORTEST_HEADLINE
        and len(longer) - len(shorter) <= _EXTRA
        and shorter in (longer[: len(shorter)], longer[len(longer) - len(shorter) :])
    )


def _runs(words: tuple[str, ...]) -> set[tuple[str, str, str]]:
    return set(zip(words, words[1:], words[2:], strict=False))
