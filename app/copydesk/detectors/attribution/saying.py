"""What the detectors of attributions share: verbs of saying, speakers, days and clauses.

Everything works on token numbers within one sentence: few sentences hold two verbs of saying, and
what stands round them is read only where two come close.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

# Verbs that take the hearer as their object.
TELLING: Final = frozenset("told tells asked asks informed assured reminded notified".split())
# After another verb of saying these may be adjectives: "he said added sugar was the cause".
PARTICIPLES: Final = frozenset(
    """
    acknowledged added admitted announced assured claimed conceded declared informed notified
    reminded stated warned
    """.split()
)
# Finite verbs of saying that are hardly ever a noun: "reports" and "claims" are left out.
FINITE: Final = (
    TELLING
    | PARTICIPLES
    | frozenset(
        """
        adds announced announces argued argues explained explains insisted insists reiterated
        remarked replied replies responded responds said says tweeted warns writes wrote
        """.split()
    )
)
_POSSESSIVES: Final = ("'s", "’s", "s'", "s’")
_FREQUENT: Final = 3.5  # Zipf: rarer capitalised words at a sentence's start may well be names
_REACH: Final = 9  # tokens from one verb to the other
_MOST: Final = 12  # verbs of saying in one sentence: with more it is no prose
_WALK: Final = 24  # tokens of a clause that are looked at
_NOMINATIVE: Final = frozenset("he she they we i it".split())
_ADDRESSEES: Final = frozenset(
    """
    reporters journalists media press parliament lawmakers mps senators newsmen congress
    broadcaster broadcasters newspaper newspapers agency agencies station conference radio
    television tv news
    """.split()
)
_ADDRESSED: Final = frozenset("the a an local state state-run public news press".split())
_DAY_PARTS: Final = frozenset("morning afternoon evening night".split())
_WHEN: Final = frozenset({"yesterday", "today", "earlier"})
_JOINS: Final = frozenset("of de da del di la van von der bin ibn al el".split())
# Names that stand before the surname: Edward Said, Mohamed Ali Said, Port Said.
_BEFORE_SAID: Final = frozenset(
    """
    abdallah abdel abdou abdul abdullah abu ahmad ahmed al ali amina amir amr aziz edward el
    fatima farid faisal habib hadj hamid hany hasan hassan hussain hussein ibrahim ismail jamal
    karim khaled khalid kurban mahmoud mariam maryam mohamed mohammad mohammed mona mostafa
    muhammad mustafa nabil nasser nur omar osman port rami salah salim sami samir sayed sultan
    tarek umar usman wafic walid yasser youssef yusuf zainab
    """.split()
)
# Clauses opened so need a second verb: "what he said suggests", "those who asked said".
_RELATIVES: Final = frozenset(
    """
    what who whom whose which that whatever whoever everything all anything something nothing those
    as than when whether if where how why
    """.split()
)
_OFFICIAL: Final = frozenset(
    "adviser advisor aide boss head official officials police prosecutors source sources".split()
)
_ABBREVIATED: Final = frozenset("mr mrs ms dr prof gen col sen rep gov lt sgt capt rev st".split())
_SINGLE_MARKS: Final = frozenset("‘'")
_FARTHEST: Final = 10_000  # characters back in which a quotation may have begun
_LONGEST: Final = 200  # tokens of a sentence in which single marks are looked for
_CLAUSE_OPENERS: Final = frozenset({"and", "but", "while", "after", "because"})


def verbs_by_sentence(document: Document) -> list[list[int]]:
    """Return the verbs of saying as token numbers, those of one sentence together."""
    return document.once("attribution.verbs", lambda: _verbs_by_sentence(document))


def _verbs_by_sentence(document: Document) -> list[list[int]]:
    words, opens = document.words, document.opens_sentence
    found: list[list[int]] = []
    for index in sorted(index for verb in FINITE & words.keys() for index in words[verb]):
        if found and opens.find(1, found[-1][-1] + 1, index + 1) < 0:
            found[-1].append(index)
        else:
            found.append([index])
    return [verbs for verbs in found if 1 < len(verbs) <= _MOST]


def close_pairs(document: Document) -> Iterator[tuple[int, int]]:
    """Visit the verbs of saying that stand close to the next one in their sentence."""
    for verbs in verbs_by_sentence(document):
        for first, second in pairwise(verbs):
            if second - first <= _REACH:
                yield first, second


class Reader:
    """Reads what stands round a verb of saying."""

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep the word lists at hand."""
        self.lexicons = lexicons

    @cached_property
    def title_words(self) -> frozenset[str]:
        """Every word of an office: `prime`, `minister`, `envoy`."""
        phrases = self.lexicons.person_titles
        return _OFFICIAL.union(word for phrase in phrases for word in phrase.split())

    @cached_property
    def _speakers(self) -> frozenset[str]:
        """Words that are persons at a sentence's start, too."""
        lexicons = self.lexicons
        return self.title_words | lexicons.given_names | lexicons.surnames

    def is_verb(self, document: Document, index: int) -> bool:
        """Tell `Antony blinken Said on Friday` from the name of Edward Said."""
        text = document.token_texts[index]
        if text != "Said":
            return True
        before = index - 1
        if document.opens_sentence[index] or before < 0:
            return False
        word = document.token_texts[before]
        lower, shape, kind = lexical(word)
        if kind is not Kind.WORD or shape is Shape.LOWER:
            return kind is Kind.WORD
        if lower in _BEFORE_SAID or document.opens_sentence[before]:
            return False
        return lower in self.lexicons.surnames or self.is_name(document, before - 1)

    def is_name(self, document: Document, index: int) -> bool:
        """Tell whether a token can be a part of a person's name or office, or an acronym."""
        lower, shape, kind = lexical(document.token_texts[index])
        if kind is not Kind.WORD:
            return False
        if shape is not Shape.LOWER:
            lexicons = self.lexicons
            return (
                lower not in lexicons.function_words or lower in lexicons.given_names
            ) and not self._is_day(lower)
        return self._is_small_name(document, index)

    def _is_day(self, lower: str) -> bool:
        return lower in self.lexicons.weekdays

    def _is_small_name(self, document: Document, index: int) -> bool:
        """Tell whether a token is a name written small, known or beside a capitalised name."""
        lexicons = self.lexicons
        lower, shape, kind = lexical(document.token_texts[index])
        if shape is not Shape.LOWER or kind is not Kind.WORD or lower in self.title_words:
            return False
        if lexicons.name(lower):
            return True
        if index == 0 or document.opens_sentence[index]:
            return False
        before, shape, kind = lexical(document.token_texts[index - 1])
        beside = kind is Kind.WORD and shape is Shape.TITLE
        if not beside or lower in lexicons.function_words:
            return False
        if not lexicons.is_word(lower):
            return True
        return (
            before in lexicons.given_names
            and before not in self.title_words
            and (lower in lexicons.surnames or lexicons.ambiguous_name(lower) is not None)
        )

    def is_title(self, document: Document, index: int) -> bool:
        """Tell whether a token belongs to an office (`Top US diplomat`) and not to a name."""
        lower, shape, kind = lexical(document.token_texts[index])
        if kind is not Kind.WORD or self._is_small_name(document, index):
            return False
        return (
            lower in self.title_words
            or shape is Shape.UPPER
            or lower in {"top", "senior"}
            or lower in self.lexicons.nationalities
        )

    def names_between(self, document: Document, start: int, stop: int) -> bool:
        """Tell whether the tokens are a name or a title with a name, and nothing else."""
        return stop > start and all(
            self.is_name(document, i)
            or _is_stop(document, i)
            or (start < i < stop - 1 and document.token_texts[i] in _JOINS)
            or self.is_title(document, i)
            for i in range(start, stop)
        )

    def time_end(self, document: Document, index: int) -> int:
        """Return the token after `on Friday`, `late Thursday`, or `index` where none begins."""
        texts = document.token_texts
        end = document.opens_sentence.find(1, index, index + 4)
        stop = min(len(texts), index + 4) if end < 0 else end
        at = index
        if at < stop and texts[at].lower() == "on":
            at += 1
        if at < stop and texts[at].lower() in {"late", "early"}:
            at += 1
            at += at + 1 < stop and texts[at] == "on"
        if at >= stop:
            return index
        lower = lexical(texts[at])[0]
        if lower in self.lexicons.weekdays:
            at += 1
            return at + (at < stop and texts[at].lower() in _DAY_PARTS)
        if at == index and lower in _WHEN:
            return at + 1
        return index

    def addressee_end(self, document: Document, index: int) -> int:
        """Return the token after `reporters` or `the state news agency`, or `index`."""
        texts, opens = document.token_texts, document.opens_sentence
        at = index
        while at < min(len(texts), index + 5) and (at == index or not opens[at]):
            lower = texts[at].lower()
            if lower in _ADDRESSEES:
                goes_on = at + 1 < len(texts) and not opens[at + 1]
                if not (goes_on and texts[at + 1].lower() in _ADDRESSEES):
                    return at + 1
            elif lower not in _ADDRESSED and not (at > index and self.is_name(document, at)):
                return index
            at += 1
        return index

    def hearer_end(self, document: Document, index: int) -> int:
        """Return the token after `reporters`, `Ruiz` or `the BBC`, or `index` where none begins."""
        end = self.addressee_end(document, index)
        if end > index:
            return end
        texts, opens = document.token_texts, document.opens_sentence
        at = index + (index < len(texts) and texts[index].lower() == "the")
        while at < len(texts) and not opens[at] and self.names_between(document, at, at + 1):
            at += 1
            end = at
        return end

    def run_start(self, document: Document, index: int) -> int:
        """Return where the names and offices begin that end before token `index`."""
        opens = document.opens_sentence
        start = index
        while start > 0 and not opens[start] and index - start < _WALK:
            before = start - 1
            joins = (
                document.token_texts[before] in _JOINS
                and start < index
                and not opens[before]
                and self.is_name(document, before - 1)
            )
            if not (
                joins
                or _is_stop(document, before)
                or self.is_name(document, before)
                or self.is_title(document, before)
            ):
                break
            start = before
        return start

    def speaker(self, document: Document, start: int, stop: int) -> tuple[int, int]:
        """Return the first person's name in a run: `start`, `start` where it holds offices only."""
        first = start
        while first < stop and (self.is_title(document, first) or _is_stop(document, first)):
            first += 1
        last = first
        while last < stop and not self.is_title(document, last):
            last += 1
        return (first, last) if first < last else (start, start)

    def has_plain_subject(self, document: Document, verb: int, *, named: bool) -> bool:
        """Tell whether the clause before a verb is nothing but its subject.

        "The man police said was armed" and "what he told them" have more before their verb, and
        another verb rightly follows them. With `named`, a noun is no subject: "voters asked said".
        """
        start, bare = self._subject_start(document, verb, named=named)
        if start == verb:
            return False
        texts, opens = document.token_texts, document.opens_sentence
        if not opens[start] and texts[start - 1].endswith(_POSSESSIVES):
            start -= 1
        if not opens[start]:
            before = lexical(texts[start - 1])[0]
            start -= before in self.lexicons.determiners and before not in _RELATIVES
        if opens[start]:
            return True
        before, _, kind = lexical(texts[start - 1])
        if kind is Kind.MARK:
            return before not in "-–—/'’" and not (bare and before == ",")
        return before in _CLAUSE_OPENERS

    def _subject_start(self, document: Document, verb: int, *, named: bool) -> tuple[int, bool]:
        """Return where a subject begins (`verb` where none does) and if it is a bare noun."""
        texts, opens = document.token_texts, document.opens_sentence
        if opens[verb]:
            return verb, False
        lower, _, kind = lexical(texts[verb - 1])
        if kind is Kind.WORD and lower in _NOMINATIVE:
            return verb - 1, False
        start = self.run_start(document, verb)
        if start == verb:
            noun = kind is Kind.WORD and not named
            noun = noun and lower not in self.lexicons.function_words and lower not in FINITE
            return verb - noun, noun
        # At a sentence's start any noun has a capital: "Voters asked said they would stay."
        if start == verb - 1 and opens[start] and named and self._is_noun(lower):
            return verb, False
        return start, False

    def _is_noun(self, lower: str) -> bool:
        lexicons = self.lexicons
        frequent = lexicons.zipf(lower) >= _FREQUENT
        return frequent and lower in lexicons.words and lower not in self._speakers

    def follows_relative(self, document: Document, index: int) -> bool:
        """Tell whether a relative or a subordinate clause was opened shortly before a token."""
        at = index
        while at > 0 and not document.opens_sentence[at] and index - at < _WALK:
            at -= 1
            text = document.token_texts[at]
            if text in '“”":;':
                return False
            if text.lower() in _RELATIVES:
                return True
        return False

    def proper(self, document: Document, start: int, stop: int) -> str:
        """Return a stretch with capitals for the names that are written small."""
        parts: list[str] = []
        for index in range(start, stop):
            word = document.token_texts[index]
            begin = document.token_starts[index]
            gap = document.text[document.token(index - 1).end : begin] if parts else ""
            small = self._is_small_name(document, index)
            parts += [gap, self._capitalised(word) if small else word]
        return "".join(parts)

    def _capitalised(self, word: str) -> str:
        return self.lexicons.name(lexical(word)[0]) or word[:1].upper() + word[1:]


def _is_stop(document: Document, index: int) -> bool:
    """Tell whether a token is the full stop of `Mr.`."""
    texts = document.token_texts
    return texts[index] == "." and index > 0 and texts[index - 1].lower() in _ABBREVIATED


def span_of(document: Document, start: int, stop: int) -> Span:
    """Return the span of the tokens from `start` up to, not including, `stop`."""
    last = stop - 1
    return Span(
        document.token_starts[start],
        document.token_starts[last] + len(document.token_texts[last]),
    )


def is_quoted(document: Document, index: int) -> bool:
    """Tell whether a token stands inside a quotation, one of earlier paragraphs included."""
    text, start = document.text, document.token_starts[index]
    if is_open(text, start):
        return True
    number = document.block_at(start)
    if number is None:
        return False
    block = document.blocks[number].span
    ahead = document.blocks[number - 1].span if number else Span(block.start, block.start)
    if max(start - block.start, ahead.end - ahead.start) > _FARTHEST:
        return True  # no paragraph of news is as long: nobody knows
    if text.count('"', block.start, start) % 2 or text.count('"', ahead.start, ahead.end) % 2:
        return True
    first = document.sentences[document.sentence_index(index)].first
    before = document.token_texts[max(first, index - _LONGEST) : index]
    return not _SINGLE_MARKS.isdisjoint(before)


def is_open(text: str, offset: int) -> bool:
    """Tell whether a curly mark opens a quotation before an offset and none closes it."""
    first = max(0, offset - _FARTHEST)
    return text.rfind("“", first, offset) > text.rfind("”", first, offset)
