"""Somebody is quoted in the first person, and no quotation mark is there.

## What it does
Reports a sentence in the first person that is attributed to another (`I am ready, she said.`)
in a paragraph without any quotation mark. Where the author says I elsewhere in the article, it
is information: the sentence may be told.

## Why it matters
Without marks the speaker's I is the reporter's, and what somebody claims is said by the paper.
Marks get lost in translation, in scraping and in rewriting.

## Flags
- It rained. ⟦We have no plans to close the school,⟧ said Mayor Carl Lindqvist.
- ⟦I’m ready for the winter,⟧ she said.
- ⟦They told us to wait outside,⟧ Ruiz told reporters.

## Does not flag
- “I am ready,” she said. 'I am ready,' he said. – I am ready, said Lindqvist.
- The school will close, said Lindqvist. As we reported, he said he would leave.
- “We left. ¶ Then I saw the smoke, she said. ¶ It was over.”
- We will win, says minister
- World War I, said the historian, began in Sarajevo.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import Reader, is_open
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_FIRST: Final = frozenset(
    "i i'm i've i'd i'll we we're we've we'd we'll my our me us ourselves myself".split()
)
_VERBS: Final = frozenset("said says told added adds insisted explained recalled".split())
_TELLING: Final = frozenset({"told"})
_THIRD: Final = frozenset({"he", "she", "they"})
_DETERMINERS: Final = frozenset("the a an his her their its another one".split())
_HEARERS: Final = frozenset("audience court crowd hearing inquiry meeting rally tribunal".split())
_GOES_ON: Final = frozenset(
    "on in at during after before from late early yesterday today earlier while when as who".split()
)
_AFTER: Final = [["."], [","], ["!"], *([word] for word in sorted(_GOES_ON))]
_MARKS: Final = frozenset("\"“”„«»'’‘")
_DASHES: Final = ("-", "–", "—", "―")
_SPEAKER: Final = 6  # tokens that name who speaks
_PARAGRAPH: Final = 10_000  # characters of the longest paragraph that is looked at
_LONGEST: Final = 120  # characters that are marked whole
_MOST: Final = 400  # verbs of saying that are looked at: with more, it is no prose
_TOLD: Final = 2  # sentences in which the author says I, to each that is attributed
_CURLY: Final = ("“", "”")
_STRAIGHT: Final = ('"', '"')
_HEAD: Final = re.compile(r"(?:\S{1,40}\s){3}\S{1,40}")  # the words of a longer one that are marked


class MissingQuotationMarks(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "missing-quotation-marks"
    family = Family.QUOTATION
    severity = Severity.WARNING
    confidence = 0.85
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the verbs of saying that a comma parts from what is said."""
        words, texts = document.words, document.token_texts
        if _FIRST.isdisjoint(words):
            return
        found: dict[int, tuple[int, int]] = {}
        for verb in _VERBS & words.keys():
            for index in words[verb][:_MOST]:
                inverted = texts[index - 1] == ","
                if inverted or verb in _TELLING or texts[index + 1 : index + 2] in _AFTER:
                    self._look(document, index, found)
        if not found:
            return
        severity = Severity.INFO if _author_says_i(document, set(found)) else None
        for sentence, (comma, stop) in sorted(found.items()):
            yield self._report(document, sentence, comma, stop, severity)

    def _look(self, document: Document, verb: int, found: dict[int, tuple[int, int]]) -> None:
        """Note the sentence of a verb of saying, if it is speech without marks."""
        comma = self._comma(document, verb)
        if comma is None:
            return
        sentence = document.sentence_index(comma)
        if sentence in found or not self._speaks(document, sentence, comma):
            return
        stop = self._attribution_end(document, verb, inverted=comma == verb - 1)
        if stop is not None and not _is_quoted(document, sentence):
            found[sentence] = (comma, stop)

    def _comma(self, document: Document, verb: int) -> int | None:
        """Return the comma before `said Lee` or `the mayor said`, None where none is."""
        texts, opens = document.token_texts, document.opens_sentence
        if opens[verb] or not texts[verb].islower():
            return None
        start = verb
        while start > 0 and not opens[start] and verb - start < _SPEAKER:
            if texts[start - 1] == ",":
                break
            start -= 1
        else:
            return None
        if start == verb or (start == verb - 1 and texts[start].lower() in _THIRD):
            return start - 1
        reader = self._reader
        if texts[start] in _DETERMINERS:
            return start - 1 if reader.is_title(document, verb - 1) else None
        return start - 1 if reader.names_between(document, start, verb) else None

    def _speaks(self, document: Document, sentence: int, comma: int) -> bool:
        """Tell whether the words before a comma are in the first person, and no title is I."""
        texts = document.token_texts
        for index in range(document.sentences[sentence].first, comma):
            text = texts[index]
            lower, shape, _ = lexical(text)
            if lower not in _FIRST or (shape is Shape.UPPER and len(text) > 1):
                continue
            opens = document.opens_sentence[index]
            if text == "I" and not opens and texts[index - 1][:1].isupper():
                continue  # World War I
            return True
        return False

    def _attribution_end(self, document: Document, verb: int, *, inverted: bool) -> int | None:
        """Return the token after an attribution, None where the verb has an object of its own."""
        texts, opens = document.token_texts, document.opens_sentence
        at = verb + 1
        if texts[verb] in _TELLING:
            at = self._hearer_end(document, at)
            if at == verb + 1:
                return None
        elif inverted:
            at = self._speaker_end(document, at)
            if at == verb + 1:
                return None
        if at >= len(texts) or opens[at]:
            return None
        ends = texts[at] in ".,!" or texts[at].lower() in _GOES_ON
        return at if ends or texts[at].lower() in self.lexicons.weekdays else None

    def _speaker_end(self, document: Document, start: int) -> int:
        """Return the token after the speaker that follows his verb, `start` where none does."""
        texts, opens, lexicons = document.token_texts, document.opens_sentence, self.lexicons
        at = start
        while at < len(texts) and at - start < _SPEAKER and not opens[at]:
            lower = texts[at].lower()
            if texts[at] in ".,!" or lower in _GOES_ON:
                return at
            if at > start and lower in lexicons.weekdays:
                return at
            spared = lower in _DETERMINERS or lower == "of"
            if not spared and (lower in lexicons.function_words or lower in _FIRST):
                return start
            at += 1
        return start

    def _hearer_end(self, document: Document, start: int) -> int:
        reader, texts = self._reader, document.token_texts
        end = reader.addressee_end(document, start)
        if end > start or start + 1 >= len(texts):
            return end
        at = start + (texts[start].lower() in _DETERMINERS)
        if texts[at].lower() in _HEARERS:
            return at + 1
        while at + 1 < len(texts) and reader.names_between(document, at, at + 1):
            at += 1
            end = at
        return end

    def _first(self, document: Document, sentence: int, comma: int) -> int:
        """Return the first token that is quoted: `I` in `Lee says it is late, I am tired,`."""
        texts = document.token_texts
        first = start = document.sentences[sentence].first
        said = False
        for index in range(first, comma):
            lower = lexical(texts[index])[0]
            if lower in _FIRST:
                break
            said = said or lower in _VERBS
            if said and lower in {",", ":"}:
                start = index + 1
        else:
            return first
        return start

    def _report(
        self, document: Document, sentence: int, comma: int, stop: int, severity: Severity | None
    ) -> Finding:
        text, starts = document.text, document.token_starts
        start, end = starts[self._first(document, sentence, comma)], starts[comma] + 1
        span = Span(start, end)
        if end - start > _LONGEST:
            head = _HEAD.match(text, start)
            span = Span(start, end if head is None else head.end())
        opening, closing = _CURLY if _is_curly(document) else _STRAIGHT
        edits = [Edit(Span(start, start), opening), Edit(Span(end, end), closing)]
        if document.token_texts[stop] == "," and stop + 1 < document.sentences[sentence].stop:
            # “Give us a year,” said Lee, “and it will be done.”
            rest = document.sentences[sentence].span.end
            edits.append(Edit(Span(starts[stop + 1], starts[stop + 1]), opening))
            edits.append(Edit(Span(rest, rest), closing))
        return self.finding(
            span,
            "Somebody is quoted in the first person without quotation marks",
            evidence="“I” and “we” are the speaker's words, and the paragraph has no mark",
            fixes=(Fix(tuple(edits), Safety.REVIEW, f"Insert {opening}…{closing}"),),
            severity=severity,
            confidence=0.5 if severity is Severity.INFO else None,
        )


def _is_quoted(document: Document, index: int) -> bool:
    """Tell whether quotation marks, a dash or a heading's form show that nothing is missing."""
    sentence = document.sentences[index]
    block = document.blocks[sentence.block]
    text, span = document.text, block.span
    if block.kind is not BlockKind.PARAGRAPH or text.startswith(_DASHES, span.start):
        return True
    if not text[sentence.span.start : sentence.span.end].endswith((".", "!")):
        return True
    if span.end - span.start > _PARAGRAPH:
        return True  # no paragraph of news is as long: nobody knows
    sentences = document.sentences_of(sentence.block)
    if not _MARKS.isdisjoint(document.token_texts[sentences[0].first : sentences[-1].stop]):
        return True
    # A quotation may go on over paragraphs.
    if is_open(text, span.start):
        return True
    ahead = document.blocks[sentence.block - 1].span if sentence.block else span
    return text.count('"', ahead.start, ahead.end) % 2 == 1


def _author_says_i(document: Document, found: set[int]) -> bool:
    """Tell whether unquoted sentences, those that were found aside, are in the first person."""
    told = {
        document.sentence_index(token.index)
        for token in document.occurrences(_FIRST)
        if token.text != "US"
    }
    others = 0
    for index in sorted(told - found):
        others += not _is_quoted(document, index)
        if others >= _TOLD * len(found):
            return True
    return False


def _is_curly(document: Document) -> bool:
    return document.form("“") is not None or document.form('"') is None
