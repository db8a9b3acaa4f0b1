"""A quotation is opened and never closed, closed and never opened, or marked twice.

## What it does
Pairs the double quotation marks of each paragraph, straight, curly, German and French, and reports
the one that is left over. A quotation may go on in the next paragraph if that opens with a mark
again or brings the closing one. Apostrophes, inches and single quotation marks are no part of it; a
quotation that is closed by a mark of another kind, and a mark with nothing to quote, have rules of
their own.

## Why it matters
The reader can't tell whose words these are: a quotation that doesn't end puts the reporter's words
into the speaker's mouth.

## Flags
- We will not ⟦leave,”⟧ the mayor said on Monday.
- ⟦“We⟧ will not leave, the mayor said. “We have no plans.”
- He called it “a disgrace⟦””⟧ and left.
- She said: ⟦""⟧We are ready," and sat down.
- The mayor said ⟦"this⟧ must end. Nobody answered. "Never," he added.
- The plan was called ⟦“reckless⟧ by the union. ¶ Nobody knew why.
- He began the ⟦search, "⟧ he said.

## Does not flag
- “We will not leave. ¶ “We have no plans,” the mayor said.
- He is 6'2" tall, she has a 12" pizza, and they like rock 'n' roll from the '90s.
- „Nein“, sagte er. «Non», dit-elle. ”Nej”, sa hon.
- “He told me “never” and left,” she said, and "that was 'all' of it".
- "He began the search, " he said, " and then he left."
- “The list has three items: ¶ one, ¶ two, ¶ three, and that is all,” she said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.quotation.marks import PARTNER, Mark, word_end, word_start
from copydesk.detectors.quotation.pairing import Fault, Orphan, Pairer
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_WORD: Final = 40
_WORDS_TO_VERB: Final = 6
_PLACES: Final = 3  # fixes that are offered
_SHOWN: Final = 24  # characters that the title of a fix takes from the text
_STOP: Final = re.compile(r"[,!?](?=\s)")
_INTRODUCED: Final = re.compile(r":\s(?=[^\W\d_])")
_COMMA_CAPITAL: Final = re.compile(r",\s(?=[A-Z])")


class UnbalancedQuotes(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "unbalanced-quotes"
    family = Family.QUOTATION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the pairing."""
        super().__init__(lexicons)
        self._pairer = Pairer(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the marks without a partner; clean copy costs a step for each mark."""
        for orphan in self._pairer.orphans(document):
            if orphan.fault is Fault.DOUBLED:
                yield self._doubled(document.text, orphan)
            elif orphan.fault is Fault.REOPENED:
                yield self._reopened(document.text, orphan)
            elif orphan.fault is Fault.UNCLOSED:
                yield self._unclosed(document, orphan)
            elif orphan.fault is Fault.UNOPENED:
                yield self._unopened(document, orphan)

    def _doubled(self, text: str, orphan: Orphan) -> Finding:
        mark, other = orphan.mark, orphan.after or orphan.mark
        span = Span(mark.start, other.end)
        touching = not span.of(text).strip(mark.glyph)
        delete = Fix.delete(
            mark.end, other.end, safety=Safety.SAFE if touching else Safety.REVIEW, title="Keep one"
        )
        return self.finding(
            span,
            f"The quotation mark {' '.join(span.of(text).split())} is printed twice",
            evidence="One of the two has no partner",
            fixes=(delete,),
            severity=Severity.ERROR if touching else Severity.WARNING,
            confidence=0.98 if touching else None,
        )

    def _reopened(self, text: str, orphan: Orphan) -> Finding:
        mark, opened = orphan.mark, orphan.before or orphan.mark
        span = Span(mark.start, word_end(text, mark.end))
        return self.finding(
            span,
            f"The mark before {span.of(text)[1:]} opens a quotation that is open already",
            evidence="The sentence goes on from the mark before, and only one is closed",
            fixes=(
                Fix.delete(mark.start, mark.end, safety=Safety.REVIEW, title="Delete the mark"),
            ),
            related=(Related(Span(opened.start, opened.end), "opened here"),),
        )

    def _unclosed(self, document: Document, orphan: Orphan) -> Finding:
        text, mark = document.text, orphan.mark
        block = document.blocks[mark.block].span
        end = block.end if orphan.after is None else min(block.end, orphan.after.start)
        span = Span(mark.start, word_end(text, mark.end))
        attributed = self._attributed(text, mark.end, end)
        places = [attributed] if attributed is not None else []
        stretch = text[mark.end : end].rstrip()
        if not places and stretch and stretch[-1] in ".,!?…":
            places.append(mark.end + len(stretch))
        # A teaser that was cut off ("“We will not...") lost more than its mark.
        cut = orphan.after is None and stretch.endswith(("...", "…"))
        return self.finding(
            span,
            f"The quotation that begins with {span.of(text)} is never closed",
            evidence="Somebody is said to speak before the next mark"
            if attributed is not None
            else "No mark closes it before the next quotation begins or the paragraph ends",
            fixes=_insertions(text, places, PARTNER[mark.glyph]),
            severity=Severity.INFO if cut else Severity.ERROR if attributed is not None else None,
        )

    def _unopened(self, document: Document, orphan: Orphan) -> Finding:
        text, mark = document.text, orphan.mark
        start = document.blocks[mark.block].span.start
        if orphan.before is not None and orphan.before.block == mark.block:
            start = orphan.before.end
        partner = PARTNER[mark.glyph]
        fixes = _insertions(text, self._openings(document, mark, start), partner)
        span = Span(word_start(text, mark.start), mark.end)
        # `ready,” she said`: whatever stands before, somebody was quoted.
        ended = text.endswith((",", "!", "?"), 0, mark.start)
        sure = ended and self._says(text[mark.end : mark.end + 2 * _WORD])
        return self.finding(
            span,
            f"The quotation that ends with {span.of(text)} was never opened",
            evidence="No mark opens it after the last quotation or the start of the paragraph",
            fixes=fixes,
            severity=Severity.ERROR if sure else None,
        )

    def _attributed(self, text: str, start: int, end: int) -> int | None:
        """Return where a comma stands before a clause that says who speaks."""
        for match in _STOP.finditer(text, start, end):
            if self._says(text[match.end() : min(end, match.end() + 2 * _WORD)]):
                return match.end()
        return None

    def _openings(self, document: Document, mark: Mark, start: int) -> list[int]:
        """Return where the missing opening mark may belong, the likeliest place first."""
        text = document.text
        places = [match.end() for match in _INTRODUCED.finditer(text, start, mark.start)][:1]
        for match in _COMMA_CAPITAL.finditer(text, start, mark.start):
            verb = text[max(start, match.start() - _WORD) : match.start()].split(" ")[-1]
            if not places and verb.lower() in self.lexicons.reporting_verbs:
                places.append(match.end())
        stop = mark.start - text[max(start, mark.start - 1) : mark.start].isspace()
        if text.endswith((".", ",", "!", "?", "…"), start, stop):
            # Whole sentences are quoted: from the first, the second or the last one on.
            starts = _sentence_starts(document, mark, start)
            places += [*starts[:1], *starts[-1:], *starts[1:2]]
        return list(dict.fromkeys(places))[:_PLACES]

    def _says(self, following: str) -> bool:
        """Tell whether somebody is said to speak right after a mark."""
        words = following.replace("’", "'").split()[:_WORDS_TO_VERB]
        return any(word.strip(",.;:").lower() in self.lexicons.reporting_verbs for word in words)


def _sentence_starts(document: Document, mark: Mark, start: int) -> list[int]:
    """Return where the sentences between `start` and the mark begin."""
    starts: list[int] = []
    sentence = document.sentence_at(mark.start)
    while sentence is not None and sentence.span.start >= start and sentence.block == mark.block:
        if sentence.span.start < mark.start:
            starts.append(sentence.span.start)
        sentence = document.sentences[sentence.index - 1] if sentence.index else None
    return starts[::-1]


def _insertions(text: str, places: Sequence[int], glyph: str) -> tuple[Fix, ...]:
    return tuple(
        Fix.insert(place, glyph, safety=Safety.REVIEW, title=_title(text, place, glyph))
        for place in places
    )


def _title(text: str, place: int, partner: str) -> str:
    before, after = text[max(0, place - _SHOWN) : place], text[place : place + _SHOWN]
    if after[:1].isspace() or not after:
        words = before.split()
        return f"Insert {partner} after “{' '.join(words[1:] or words)}”"
    words = after.split()
    return f"Insert {partner} before “{' '.join(words[:-1] or words)}”"
