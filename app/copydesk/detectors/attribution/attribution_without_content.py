"""Somebody is said to speak, and nothing is said.

## What it does
Reports a sentence that is an attribution and nothing else (`Ruiz said on Friday.`) where no
quotation ends before it or begins after it, a `that` of reported speech that a full stop follows
(`said on Friday that.`, `adding that.`), `According to the ministry.` alone, and quotation marks
with nothing but a mark between them (`“,” Ruiz said`). It is information: what was said may stand
in the sentence before.

## Why it matters
What was said has been cut away or moved: the reader learns that somebody spoke, and not what.

## Flags
- The bridge is shut. ⟦Mayor Ana Ruiz said on Friday.⟧ It will stay so.
- The talks are over. ⟦The minister told reporters.⟧
- Lindqvist said ⟦on Friday that.⟧
- He went home, ⟦adding that.⟧
- ⟦According to the Ministry of Health.⟧ Forty people were treated.
- The bridge is shut. ⟦“,” Ruiz said⟧. It will stay so.

## Does not flag
- “The bridge is shut.” Mayor Ana Ruiz said on Friday. “It will stay so.”
- “The bridge is shut,” she said. So he said. I never said that.
- The bridge is shut, Ruiz said on Friday. That is what the minister told reporters.
- Ruiz said: ¶ “It will stay so.”
- Ruiz said on Friday that it was over.
- According to the ministry the bridge is shut. It all went according to plan.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import Reader, span_of
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_VERBS: Final = ("said", "says", "stated", "added", "announced", "told")
_PARTICIPLES: Final = ("adding", "saying", "stating", "claiming", "announcing", "insisting")
_PRONOUNS: Final = frozenset({"he", "she", "they"})
_DETERMINERS: Final = frozenset({"the", "a", "an"})
_WHERE: Final = frozenset({"in", "at", "during", "after"})
_OCCASIONS: Final = frozenset(
    """
    statement interview conference briefing speech tweet post release meeting rally address
    """.split()
)
# Whom "According to" names in a sentence of its own, and what may stand beside them.
_SOURCES: Final = frozenset(
    """
    media police report reports official officials source sources witnesses authorities data
    figures ministry study newspaper newspapers agency statement
    """.split()
)
_BESIDE: Final = frozenset("the a an of for in on by local state regional national".split())
_EMPTY: Final = ("“,", "“.", "“…")  # straight marks may part two quotations: "yes", "no"
_ENDS: Final = frozenset(".!?")
_AFTER: Final = _ENDS | _WHERE | frozenset("on late early yesterday today earlier".split())
_MARKS: Final = "\"“”„«»'’‘"
_LONGEST: Final = 16  # tokens of a sentence that may be an attribution alone
_OCCASION: Final = 5  # tokens of `at a news conference`
_SPEAKER: Final = 8
_MOST_EMPTY: Final = 20


class AttributionWithoutContent(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "attribution-without-content"
    family = Family.ATTRIBUTION
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at short sentences that end with a verb of saying, its hearer and its day."""
        words, texts, weekdays = document.words, document.token_texts, self.lexicons.weekdays
        for verb in _VERBS:
            for index in words.get(verb, ()):
                after = texts[index + 1] if index + 1 < len(texts) else ""
                if verb != "told" and after not in _AFTER and after.lower() not in weekdays:
                    continue
                stop = self._attribution_end(document, index)
                if stop < len(texts) and texts[stop] in _ENDS:
                    yield from self._alone(document, index, stop)
                elif stop > index + 1 and texts[stop : stop + 2] == ["that", "."]:
                    yield self._cut(document, index + 1, stop)
        for index in words.get("according", ()):
            if document.opens_sentence[index]:
                yield from self._according(document, index)
        for empty in _EMPTY:
            yield from self._empty(document, empty)
        for verb in _PARTICIPLES:
            for index in words.get(verb, ()):
                if texts[index + 1 : index + 3] == ["that", "."]:
                    yield self._cut(document, index, index + 1)

    def _attribution_end(self, document: Document, verb: int) -> int:
        """Return the token after the hearer, the day and the occasion."""
        reader, texts = self._reader, document.token_texts
        at = verb + 1
        if texts[verb] == "told":
            at = reader.hearer_end(document, at)
            if at == verb + 1:
                return verb + 1 if texts[at : at + 1] == ["that"] else len(texts)
        at = reader.time_end(document, at)
        if at < len(texts) and texts[at] in _WHERE:
            for end in range(at + 1, min(at + _OCCASION, len(texts))):
                if texts[end].lower() in _OCCASIONS:
                    return reader.time_end(document, end + 1)
        return at

    def _alone(self, document: Document, verb: int, stop: int) -> Iterator[Finding]:
        index = document.sentence_index(verb)
        sentence = document.sentences[index]
        if sentence.stop != stop + 1 or sentence.stop - sentence.first > _LONGEST:
            return
        if document.blocks[sentence.block].kind is not BlockKind.PARAGRAPH:
            return
        if not self._is_subject(document, sentence.first, verb) or _is_beside_speech(
            document, index
        ):
            return
        start, end = sentence.span.start, sentence.span.end
        gap = start
        while gap > 0 and document.text[gap - 1] == " ":
            gap -= 1
        yield self.finding(
            sentence.span,
            f"“{sentence.span.of(document.text)}” says that somebody spoke, and not what",
            evidence="No quotation ends before it or begins after it",
            fixes=(Fix.delete(gap, end, safety=Safety.REVIEW, title="Delete the sentence"),),
        )

    def _according(self, document: Document, first: int) -> Iterator[Finding]:
        """Find "According to local media." with nothing behind it."""
        index = document.sentence_index(first)
        sentence = document.sentences[index]
        texts = document.token_texts
        last = sentence.stop - 1
        if (
            last - first > _LONGEST
            or texts[last] != "."
            or texts[first + 1] != "to"
            or document.blocks[sentence.block].kind is not BlockKind.PARAGRAPH
            or _is_beside_speech(document, index)
        ):
            return
        named = False
        for place in range(first + 2, last):
            lower = texts[place].lower()
            source = lower in _SOURCES or self._reader.is_title(document, place)
            named = named or source
            if not (source or lower in _BESIDE or texts[place][0].isupper()):
                return
        if named:
            yield self.finding(
                sentence.span,
                "This sentence names a source, and not what it says",
                evidence="Nothing follows the source",
            )

    def _empty(self, document: Document, empty: str) -> Iterator[Finding]:
        """Find quotation marks round a mark: `“,” the minister said`."""
        text, at = document.text, -1
        for _ in range(_MOST_EMPTY):
            at = text.find(empty, at + 1)
            if at < 0:
                return
            end = text.find("”", at) + 1
            if text[at + 2 : end].strip() != "”":
                continue
            first = bisect_left(document.token_starts, end)
            verb = next(
                (
                    index
                    for index in range(first, min(first + _SPEAKER, len(document.token_texts)))
                    if document.token_texts[index] in _VERBS
                ),
                None,
            )
            if verb is not None and (at == 0 or text[at - 1].isspace()):
                yield self.finding(
                    Span(at, document.token(verb).end),
                    "Nothing stands between these quotation marks",
                    evidence=f"“{document.token_texts[verb]}” tells of somebody's words",
                )

    def _is_subject(self, document: Document, first: int, verb: int) -> bool:
        texts, reader = document.token_texts, self._reader
        if verb == first or verb - first > _SPEAKER:
            return False
        lower = lexical(texts[first])[0]
        if verb == first + 1 and lower in _PRONOUNS:
            return True
        if lower in _DETERMINERS:
            return verb > first + 1 and reader.is_title(document, verb - 1)
        lexicons = self.lexicons
        if verb == first + 1 and lower in lexicons.words:
            # "Enough said." and "Well said." but "Park said."
            return lower in lexicons.surnames or lower in lexicons.given_names
        return reader.names_between(document, first, verb)

    def _cut(self, document: Document, start: int, that: int) -> Finding:
        span = span_of(document, start, that + 2)
        begin = document.token(that - 1).end
        return self.finding(
            span,
            "The words that were to follow “that” are missing",
            evidence="A full stop follows “that”",
            fixes=(
                Fix.delete(
                    begin, document.token(that).end, safety=Safety.REVIEW, title="Delete “that”"
                ),
            ),
        )


def _is_beside_speech(document: Document, index: int) -> bool:
    """Tell whether a quotation, or what a colon announces, stands beside a sentence."""
    text, sentences = document.text, document.sentences
    span = sentences[index].span
    if any(mark in span.of(text) for mark in '"“”«»'):
        return True
    if index and text[sentences[index - 1].span.end - 1] in f"{_MARKS},:;–—-":
        return True
    return index + 1 < len(sentences) and text[sentences[index + 1].span.start] in _MARKS
