"""A verb of saying, or a whole attribution, is printed twice.

## What it does
Reports two finite verbs of saying side by side (`said said`, `said told`), and a sentence that is
attributed to the same speaker at both ends.

## Why it matters
Nobody writes this on purpose: it stays behind when a quotation is moved, or when a sentence is
rewritten and the old verb is not taken out.

## Flags
- "We are ready," the mayor ⟦said said⟧ on Monday.
- The bank ⟦announced  Announced⟧ a loss on Monday.
- "We are ready," Berg ⟦said told⟧ reporters.
- Berg said that the bridge would stay shut⟦, Berg said⟧.
- "It was late," said Carl Lindqvist ⟦said⟧.
- Officials said on Friday the fire was out⟦, officials said⟧.

## Does not flag
- He had had enough by then.
- "What she said," said Lee, "was true." What he said said a lot.
- The suspect, who police said told officers the truth, was let go.
- He said added sugar was the cause.
- Edward Said said he would write. Mohamed Said told them so.
- He said it was late, she said it was not.
- "I came," he said, "and I saw," he added.
- Voters asked said they would stay at home.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import (
    PARTICIPLES,
    TELLING,
    Reader,
    span_of,
    verbs_by_sentence,
)
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

_OPENS_CONTENT: Final = frozenset("that he she they it we there on in".split())
_OUTER: Final = frozenset('.,!?;"”')
_SPEAKER: Final = 6  # tokens from the one verb to the other round a speaker
_QUOTES: Final = frozenset('"“”')


class DoubledAttribution(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "doubled-attribution"
    family = Family.ATTRIBUTION
    severity = Severity.ERROR
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the sentences with two verbs of saying."""
        for indices in verbs_by_sentence(document):
            verbs = [document.token(index) for index in indices]
            for first, second in pairwise(verbs):
                if first.touches(second) and self._is_double(document, first, second):
                    yield self._double(first, second)
                elif self._is_around(document, first, second):
                    yield self._around(first, second)
            yield from self._repeated(document, verbs)

    def _is_double(self, document: Document, first: Token, second: Token) -> bool:
        """Tell two finite verbs of one clause from "what he said said" and "said added sugar"."""
        reader = self._reader
        if not (reader.is_verb(document, first.index) and reader.is_verb(document, second.index)):
            return False
        after = second.next
        if second.lower in PARTICIPLES and first.lower != second.lower:
            opens = after is not None and after.lower in _OPENS_CONTENT
            if not (opens or second.text[0].isupper()):
                return False
        if reader.follows_relative(document, first.index):
            return False
        # "Voters asked said": a noun is no subject where the first verb may be a participle.
        named = first.lower in TELLING | PARTICIPLES
        free = reader.has_plain_subject(document, first.index, named=named)
        return free or (second.text[0].isupper() and second.lower == first.lower)

    def _double(self, first: Token, second: Token) -> Finding:
        same = first.lower == second.lower
        keep_second = first.text[0].isupper() and not second.text[0].isupper()
        span = first.span.to(second.span)
        fixes: tuple[Fix, ...]
        if same:
            start, end = (first.start, second.start) if keep_second else (first.end, second.end)
            fixes = (Fix.delete(start, end, safety=Safety.SAFE, title=f"Keep one “{first.lower}”"),)
            message = f"“{first.text}” is printed twice"
        else:
            fixes = tuple(
                Fix.replace(span, verb.lower, safety=Safety.REVIEW) for verb in (first, second)
            )
            message = (
                f"“{first.text}” and “{second.text}” are both printed, one of them is left over"
            )
        return self.finding(
            span, message, evidence="Two finite verbs of saying share one subject", fixes=fixes
        )

    def _is_around(self, document: Document, first: Token, second: Token) -> bool:
        """Tell `," said Lee said` : a verb before its speaker and one after."""
        before = first.previous
        return (
            before is not None
            and before.text in _QUOTES
            and first.lower not in TELLING
            and first.lower == second.lower
            and second.index - first.index <= _SPEAKER
            and self._reader.names_between(document, first.index + 1, second.index)
        )

    def _around(self, first: Token, second: Token) -> Finding:
        before = second.document.token(second.index - 1)
        return self.finding(
            second.span,
            f"“{second.text}” is printed before the speaker and after",
            evidence=f"“{first.text} {before.text}” has attributed the quotation already",
            fixes=(Fix.delete(before.end, second.end, safety=Safety.REVIEW),),
            related=(Related(first.span, "first said here"),),
        )

    def _repeated(self, document: Document, verbs: list[Token]) -> Iterator[Finding]:
        """Report an attribution at the end of a sentence that began with the same one."""
        last = verbs[-1]
        after = self._after_time(document, last)
        comma = self._comma_before(last)
        if comma is None or not (after is None or after.text in _OUTER):
            return
        words = _words_between(document, comma.index + 1, last.index)
        if not words or words[0] in self.lexicons.conjunctions:
            return
        for verb in verbs[:-1]:
            start = verb.index - len(words)
            opens = start >= 0 and document.opens_sentence[start]
            same = verb.lower == last.lower and _words_between(document, start, verb.index) == words
            if not (opens and same) or _holds_quotes(document, verb.index, last.index):
                continue
            stop = last.end if after is None else document.token(after.index - 1).end
            shown = document.text[document.token(comma.index + 1).start : last.end]
            yield self.finding(
                Span(comma.start, stop),
                f"“{shown}” attributes the sentence a second time",
                evidence="The sentence begins with the same attribution",
                fixes=(Fix.delete(comma.start, stop, safety=Safety.REVIEW),),
                related=(Related(span_of(document, start, verb.index + 1), "first said here"),),
            )
            return

    def _after_time(self, document: Document, verb: Token) -> Token | None:
        """Return the token after a verb and the day that follows it, None at the sentence's end."""
        stop = self._reader.time_end(document, verb.index + 1)
        if stop >= len(document.token_texts) or document.opens_sentence[stop]:
            return None
        return document.token(stop)

    def _comma_before(self, verb: Token) -> Token | None:
        """Return the comma that opens `, the mayor said`."""
        token = verb.previous
        for _ in range(5):
            if token is None or token.kind is Kind.MARK:
                break
            token = token.previous
        return token if token is not None and token.text == "," else None


def _words_between(document: Document, start: int, stop: int) -> list[str]:
    """Return the words of a subject, lower-cased."""
    return [lexical(document.token_texts[i])[0] for i in range(max(start, 0), stop)]


def _holds_quotes(document: Document, start: int, stop: int) -> bool:
    """Tell whether quotation marks stand between two tokens."""
    return any(document.token_texts[i] in _QUOTES for i in range(start, stop))
