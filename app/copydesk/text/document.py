"""An article once read: its text, blocks, sentences and tokens, and the index that detectors ask.

Reading is done once and costs the same whatever detectors run. Nothing here loops over tokens
on a detector's behalf: `occurrences`, `forms`, `marks` and `search` answer from the index, so
that a detector which finds no candidate costs next to nothing. Each answer is bounded, see
`MOST_VISITED`.
"""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar, cast

from copydesk.text.blocks import Block, plain_blocks
from copydesk.text.segmentation import sentence_spans
from copydesk.text.source import SegmentMap, Source
from copydesk.text.spans import Span
from copydesk.text.tokens import LEXICAL, Form, Kind, Shape, fold, lexical, split_tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

_Table = TypeVar("_Table")
_POSSESSIVE: Final = "'s"
# How many places one question to the index visits. In 100,000 words of English, the most that the
# service takes, "the" stands 7,000 times and all function words together 45,000; more is no
# article, and a megabyte of commas must not cost each detector a second.
MOST_VISITED: Final = 50_000


@dataclass(frozen=True, slots=True)
class Language:
    """The article's language: a BCP 47 code, its region if the spelling shows one, and how sure."""

    code: str = "en"
    dialect: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens (from `first` up to, not including, `stop`), its block."""

    index: int
    span: Span
    first: int
    stop: int
    block: int


class Token:
    """A view of one token; cheap to make, compares by place."""

    __slots__ = ("document", "index")

    def __init__(self, document: Document, index: int) -> None:
        """Point at the token `index` of `document`."""
        self.document = document
        self.index = index

    def __eq__(self, other: object) -> bool:
        """Hold for the same token of the same document."""
        return isinstance(other, Token) and (other.index, other.document) == (
            self.index,
            self.document,
        )

    def __hash__(self) -> int:
        """Hash by place."""
        return hash(self.index)

    def __repr__(self) -> str:
        """Show the text and where it stands."""
        return f"Token({self.text!r} at {self.start})"

    @property
    def text(self) -> str:
        """The token as written."""
        return self.document.token_texts[self.index]

    @property
    def lower(self) -> str:
        """The token lower-cased, curly apostrophes made straight: the index's key."""
        return lexical(self.text)[0]

    @property
    def start(self) -> int:
        """Where it begins, in code points."""
        return self.document.token_starts[self.index]

    @property
    def end(self) -> int:
        """Where it ends, excluded."""
        return self.document.token_starts[self.index] + len(self.text)

    @property
    def span(self) -> Span:
        """The code points that it covers."""
        return Span(self.start, self.end)

    @property
    def kind(self) -> Kind:
        """Word, number, mark or address."""
        return lexical(self.text)[2]

    @property
    def is_word(self) -> bool:
        """Whether it is a word (not a number, mark or address)."""
        return lexical(self.text)[2] is Kind.WORD

    @property
    def shape(self) -> Shape:
        """How it is cased."""
        return lexical(self.text)[1]

    @property
    def sentence(self) -> Sentence:
        """The sentence that it stands in."""
        return self.document.sentences[self.document.sentence_index(self.index)]

    @property
    def block(self) -> Block:
        """The block that it stands in."""
        return self.document.blocks[self.sentence.block]

    @property
    def opens_sentence(self) -> bool:
        """Whether no word or number stands before it in its sentence (marks may)."""
        token = self.previous
        while token is not None:
            if token.kind is not Kind.MARK:
                return False
            token = token.previous
        return True

    @property
    def next(self) -> Token | None:
        """The token after it in the same sentence, marks included; None at the end."""
        index = self.index + 1
        document = self.document
        if index >= len(document.token_texts) or document.opens_sentence[index]:
            return None
        return Token(document, index)

    @property
    def previous(self) -> Token | None:
        """The token before it in the same sentence, marks included; None at the start."""
        if self.document.opens_sentence[self.index]:
            return None
        return Token(self.document, self.index - 1)

    def touches(self, other: Token) -> bool:
        """Tell whether `other` follows with only white space between."""
        return (
            self.index + 1 == other.index and self.document.text[self.end : other.start].isspace()
        )

    def joins(self, other: Token) -> bool:
        """Tell whether `other` follows with nothing between."""
        return self.end == other.start


class _Index(NamedTuple):
    """What is asked of the distinct tokens of an article."""

    forms: dict[str, Form]  # by text
    words: dict[str, list[int]]  # token indices by lower-cased text
    possessives: dict[str, list[int]]  # token indices by lower-cased stem
    shapes: tuple[list[Form], ...]  # words by shape
    marks: set[str]


@dataclass(frozen=True, eq=False)
class Document:
    """An article once read. Offsets are code points of `text`, end excluded."""

    text: str
    source: Source
    map: SegmentMap
    blocks: tuple[Block, ...]
    title: str | None = None
    language: Language = Language()
    names: tuple[str, ...] = ()
    dictionary: frozenset[str] = frozenset()
    # Tables built once, lazily: see `once`.
    memo: dict[str, object] = field(default_factory=dict[str, object], repr=False)
    token_texts: list[str] = field(init=False, repr=False)
    token_starts: list[int] = field(init=False, repr=False)
    opens_sentence: bytearray = field(init=False, repr=False)
    sentences: tuple[Sentence, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read tokens and sentences once."""
        texts, starts = split_tokens(self.text)
        sentences, opens = _sentences(self.text, self.blocks, starts)
        object.__setattr__(self, "token_texts", texts)
        object.__setattr__(self, "token_starts", starts)
        object.__setattr__(self, "sentences", sentences)
        object.__setattr__(self, "opens_sentence", opens)

    @classmethod
    def plain(
        cls,
        text: str,
        *,
        title: str | None = None,
        language: Language | None = None,
        names: Iterable[str] = (),
        dictionary: Iterable[str] = (),
    ) -> Document:
        """Read a plain text that is its own source."""
        return cls(
            text,
            Source(text),
            SegmentMap.identity(len(text)),
            plain_blocks(text),
            title,
            language or Language(),
            tuple(names),
            frozenset(word.lower() for word in dictionary),
        )

    def told(self, language: Language) -> Document:
        """Return the same article in that language; nothing is read again."""
        document = copy(self)
        object.__setattr__(document, "language", language)
        return document

    # --- tokens -----------------------------------------------------------------------------

    def token(self, index: int) -> Token:
        """Return the token with that index."""
        return Token(self, index)

    def tokens(self, span: Span) -> Iterator[Token]:
        """Visit the tokens that begin inside `span`: for candidates, not for whole texts."""
        index = bisect_right(self.token_starts, span.start - 1)
        while index < len(self.token_starts) and self.token_starts[index] < span.end:
            yield Token(self, index)
            index += 1

    def sentence_index(self, token: int) -> int:
        """Return the index of the sentence that holds a token."""
        return bisect_right(self._sentence_firsts, token) - 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence around an offset, the one before it where it falls between two."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    def block_at(self, offset: int) -> int | None:
        """Return the index of the block around an offset, None before the first."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 else None

    def sentences_of(self, block: int) -> Sequence[Sentence]:
        """Return the sentences of a block."""
        first = bisect_right(self._sentence_blocks, block - 1)
        return self.sentences[first : bisect_right(self._sentence_blocks, block)]

    # --- the index --------------------------------------------------------------------------

    def occurrences(self, words: AbstractSet[str]) -> Iterator[Token]:
        """Visit, in order, the tokens whose lower-cased text is one of `words`.

        Keys are whole tokens: `occurrences({"israel"})` doesn't visit `Israel's`; see `stems`.
        """
        return self._visit(self.words, words)

    def stems(self, words: AbstractSet[str]) -> Iterator[Token]:
        """Visit, in order, the possessives (`Israel's`) of one of `words`."""
        return self._visit(self.possessives, words)

    def _visit(self, index: dict[str, list[int]], words: AbstractSet[str]) -> Iterator[Token]:
        found = [index[word] for word in index.keys() & words]
        if len(found) == 1:
            return (Token(self, i) for i in islice(found[0], MOST_VISITED))
        return (Token(self, i) for i in islice(merge(*found), MOST_VISITED))

    def followed(self, pairs: Mapping[str, AbstractSet[str]]) -> list[int]:
        """Return, in order, the tokens behind which one of the words of their set stands.

        `pairs` says, by key, which keys those are: `{"has": {"did", "does"}}`. A sentence may end
        between the two.
        """
        keys, words = self.keys, self.words
        last = len(keys) - 1
        found = [
            index
            for word in pairs.keys() & words.keys()
            for wanted in (pairs[word],)
            for index in words[word]
            if index < last and keys[index + 1] in wanted
        ]
        found.sort()
        return found[:MOST_VISITED]

    def forms(self, shape: Shape) -> Sequence[Form]:
        """Return the distinct words of that shape, each with its tokens; by first occurrence."""
        return self._index.shapes[shape]

    def form(self, text: str) -> Form | None:
        """Return the index's entry for a word written exactly so."""
        return self.written.get(text)

    def marks(self, marks: Iterable[str]) -> Iterator[Token]:
        """Visit, in order, the tokens that are one of these single marks."""
        forms = self.written
        found = [form.tokens for mark in marks if (form := forms.get(mark)) is not None]
        return (Token(self, i) for i in islice(merge(*found), MOST_VISITED))

    def holds(self, *literals: str) -> bool:
        """Tell whether the text, in any case, holds one of these lower-case literals."""
        lowered = self.lowered
        return any(literal in lowered for literal in literals)

    def search(self, pattern: re.Pattern[str], *literals: str) -> Iterator[re.Match[str]]:
        """Visit the matches of a linear pattern, if the text holds one of its literals."""
        if not self.holds(*literals):
            return iter(())
        return islice(pattern.finditer(self.text), MOST_VISITED)

    @cached_property
    def lowered(self) -> str:
        """The whole text in lower case, for `in` only: its offsets may differ from the text's."""
        return fold(self.text)

    @cached_property
    def _index(self) -> _Index:
        """Read the distinct tokens once: five loops over them took three times as long."""
        by_text: dict[str, list[int]] = {}
        for index, text in enumerate(self.token_texts):
            if text in by_text:
                by_text[text].append(index)
            else:
                by_text[text] = [index]
        known = LEXICAL
        # In Python 3.11 each look-up of an enum's member takes 180 ns.
        small, word, mark = Shape.LOWER, Kind.WORD, Kind.MARK
        forms: dict[str, Form] = {}
        words: dict[str, list[int]] = {}
        shapes: tuple[list[Form], ...] = tuple([] for _ in Shape)
        add_small = shapes[small].append
        possessives: dict[str, list[int]] = {}
        marks: set[str] = set()
        # A quarter of the time of calling `Form`; its type is partly unknown to typeshed.
        make = tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        form: Form
        for text, found in by_text.items():
            facts = known[text]
            if facts is None:
                forms[text] = form = make(Form, (text, text, small, word, found))
                add_small(form)
                words[text] = sorted(words[text] + found) if text in words else found
                continue
            lower, shape, kind = facts
            forms[text] = form = make(Form, (text, lower, shape, kind, found))
            words[lower] = sorted(words[lower] + found) if lower in words else found
            if kind is word:
                shapes[shape].append(form)
                if lower[-2:] == _POSSESSIVE:
                    stem = lower[:-2]
                    held = possessives.get(stem)
                    possessives[stem] = found if held is None else sorted(held + found)
            elif kind is mark:
                marks.add(text)
        return _Index(forms, words, possessives, shapes, marks)

    @cached_property
    def written(self) -> dict[str, Form]:
        """The index's entries by the token as written, by first occurrence. Not to be changed."""
        return self._index.forms

    @cached_property
    def keys(self) -> list[str]:
        """The index's keys of all tokens, in order. Not to be changed."""
        forms = self.written
        return [forms[text].lower for text in self.token_texts]

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Token indices by lower-cased text, in order. Not to be changed."""
        return self._index.words

    @cached_property
    def possessives(self) -> dict[str, list[int]]:
        """Token indices of possessives by what stands before the ending. Not to be changed."""
        return self._index.possessives

    @cached_property
    def _sentence_firsts(self) -> list[int]:
        return [sentence.first for sentence in self.sentences]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def _sentence_blocks(self) -> list[int]:
        return [sentence.block for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    # --- what the whole text is ---------------------------------------------------------------

    @cached_property
    def word_count(self) -> int:
        """How many words and numbers the article has."""
        return len(self.token_texts) - len(self._mark_tokens)

    def word_counts(self) -> dict[str, int]:
        """Return how often each word or number stands in the article, as written."""
        marks = self._marks
        return {text: len(form.tokens) for text, form in self.written.items() if text not in marks}

    def first_words(self, count: int) -> list[str]:
        """Return the first words and numbers of the article, as written."""
        marks = self._marks
        return list(islice((text for text in self.token_texts if text not in marks), count))

    def sentence_words(self) -> Iterator[tuple[str, int]]:
        """Visit the sentences that have words or numbers: the first one, and how many."""
        texts, marks, places = self.token_texts, self._marks, self._mark_tokens
        passed = 0
        for sentence in self.sentences:
            until = bisect_right(places, sentence.stop - 1, lo=passed)
            words = sentence.stop - sentence.first - (until - passed)
            passed = until
            if words:
                first = sentence.first
                while texts[first] in marks:
                    first += 1
                yield texts[first], words

    @cached_property
    def _marks(self) -> set[str]:
        return self._index.marks

    @cached_property
    def _mark_tokens(self) -> list[int]:
        return sorted(chain.from_iterable(self.written[mark].tokens for mark in self._marks))

    def once(self, name: str, build: Callable[[], _Table]) -> _Table:
        """Return the table `name`, built at its first use: entity tables and the like."""
        if name not in self.memo:
            self.memo[name] = build()
        return cast("_Table", self.memo[name])


def _sentences(
    text: str, blocks: Sequence[Block], starts: list[int]
) -> tuple[tuple[Sentence, ...], bytearray]:
    """Split blocks into sentences and note which tokens open one."""
    sentences: list[Sentence] = []
    opens = bytearray(len(starts))
    first = 0
    for index, block in enumerate(blocks):
        for start, end in sentence_spans(text, block.span.start, block.span.end):
            stop = bisect_right(starts, end - 1, lo=first)
            if (
                stop == first
            ):  # nothing but characters that are no token, such as a zero-width space
                continue
            sentences.append(Sentence(len(sentences), Span(start, end), first, stop, index))
            opens[first] = 1
            first = stop
    return tuple(sentences), opens
