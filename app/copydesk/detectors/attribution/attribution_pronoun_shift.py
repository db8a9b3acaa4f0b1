"""Reported speech keeps the speaker's I: `Ruiz said that I will go`.

## What it does
Reports a verb of saying with `that` after a speaker in the third person, followed by I, we, my or
our outside quotation marks. With we and our, and where the author says I elsewhere in the article,
it is information: the author may be meant.

## Why it matters
The reader takes I for the reporter. Either the words are a quotation that lost its marks, or the
pronoun was not changed when speech was reported.

## Flags
- Ana Ruiz said ⟦that I⟧ will not accept this government.
- He told reporters on Friday ⟦that I’m⟧ ready to go.
- The minister added ⟦that my⟧ office is open.

## Does not flag
- Ana Ruiz said that she would not accept this government.
- I said that I would go. “He said that I was late,” she said.
- Ana Ruiz said that “I will not accept this government”.
- When he said that I almost fell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import Reader, is_quoted, span_of
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_VERBS: Final = frozenset(
    """
    said says told tells added adds announced stated claimed insisted declared stressed warned
    """.split()
)
_SURE: Final = frozenset("i i'm i've i'll i'd my".split())
_MAYBE: Final = frozenset("we we're we've we'll we'd our".split())
_THIRD: Final = frozenset({"he", "she", "they"})
_TOLD: Final = 2  # sentences that are enough
_BACK: Final = 7  # tokens from `that` back to the verb


class AttributionPronounShift(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "attribution-pronoun-shift"
    family = Family.ATTRIBUTION
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
        """Look at the words of the first person that follow `that`."""
        texts, words = document.token_texts, document.words
        for word in (_SURE | _MAYBE) & words.keys():
            for index in words[word]:
                if index and texts[index - 1] == "that" and not document.opens_sentence[index]:
                    verb = self._verb(document, index - 1)
                    if verb is not None and not is_quoted(document, index):
                        yield self._report(document, verb, index)

    def _verb(self, document: Document, that: int) -> int | None:
        """Return the verb of saying that `that` belongs to, if its subject is another person."""
        texts, opens, reader = document.token_texts, document.opens_sentence, self._reader
        verb = that
        while verb > 0 and not opens[verb] and that - verb < _BACK:
            verb -= 1
            if texts[verb] in _VERBS:
                break
        if texts[verb] not in _VERBS or opens[verb]:
            return None
        after = verb + 1
        if texts[verb] in {"told", "tells"}:
            after = reader.hearer_end(document, after)
        if reader.time_end(document, after) != that:
            return None
        before = verb - 1
        third = lexical(texts[before])[0] in _THIRD
        if not (third or reader.is_name(document, before) or reader.is_title(document, before)):
            return None
        return None if reader.follows_relative(document, before) else verb

    def _report(self, document: Document, verb: int, index: int) -> Finding:
        sentence = document.sentences[document.sentence_index(index)]
        told = len(_told(document) - {sentence.index}) > 1
        maybe = told or document.token(index).lower in _MAYBE
        that = document.token(index - 1)
        mark = "“" if document.form("“") is not None or document.form('"') is None else '"'
        end = sentence.span.end
        edits = (
            Edit(Span(document.token(index - 2).end, document.token(index).start), f": {mark}"),
            Edit(Span(end, end), "”" if mark == "“" else '"'),
        )
        shown = document.token(index).text
        return self.finding(
            span_of(document, that.index, index + 1),
            f"After “{document.token(verb).text} that” “{shown}” is the reporter, not the speaker",
            evidence="Speech that “that” reports changes its pronouns; a quotation has marks",
            fixes=(Fix(edits, Safety.REVIEW, "Make it a quotation"),),
            severity=Severity.INFO if maybe else None,
            confidence=0.5 if maybe else None,
        )


def _told(document: Document) -> frozenset[int]:
    """Return the first few sentences in which the author says I, unquoted.

    Those that name a speaker are no evidence: an article may have lost all its marks.
    """
    return document.once("attribution.told", lambda: _first_person(document))


def _first_person(document: Document) -> frozenset[int]:
    found: set[int] = set()
    spoken = {document.sentence_index(verb.index) for verb in document.occurrences(_VERBS)}
    for token in document.occurrences(_SURE):
        sentence = document.sentence_index(token.index)
        if (
            sentence not in found
            and sentence not in spoken
            and not is_quoted(document, token.index)
        ):
            found.add(sentence)
            if len(found) > _TOLD:
                break
    return frozenset(found)
