"""A character that nobody sees stands in a word or turns the writing round.

## What it does
Reports soft hyphens, zero-width spaces and joiners and control characters between two letters of a
Latin word, and marks that turn the direction of writing in text without Hebrew or Arabic letters.
One finding has all of a word's; the fix takes them out.

## Why it matters
The word looks right, but no search finds it, and a soft hyphen may print as a hyphen in the middle
of a line. Invisible characters also mark text that was copied from a page or by a machine.

## Flags
- The ⟦coun\u00adcil⟧ met on Tuesday in the ⟦Nether\u200blands⟧.
- It was an ⟦un\u00adbe\u00adliev\u00adable⟧ night.
- A ⟦web\u200bsite\ufeffs⟧ owner said so.

## Does not flag
- The 👩\u200d🚀 and the 🏳️\u200d🌈 came, and می\u200cخواهم is Persian.
- A space\u200b follows, and\u200e so does another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_NAMES: Final = {
    "\u00ad": "soft hyphen",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u202a": "direction mark",
    "\u202b": "direction mark",
    "\u202c": "direction mark",
    "\u202d": "direction mark",
    "\u202e": "direction mark",
    "\u2066": "direction mark",
    "\u2067": "direction mark",
    "\u2068": "direction mark",
    "\u2069": "direction mark",
}
_LITERALS: Final = tuple(_NAMES)
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RUN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WORD: Final = 40


class InvisibleCharacter(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "invisible-character"
    family = Family.ENCODING
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look for the characters, in texts that hold one."""
        text = document.text
        if text.isascii():
            return
        done = 0
        turned: dict[int, bool] = {}
        for match in document.search(_RUN, *_LITERALS):
            start, end = match.span()
            sentence = document.sentence_at(start)
            if start < done or sentence is None or end > sentence.span.end:
                continue
            if _LATIN.match(text, max(start - 1, 0)) and _LATIN.match(text, end):
                span = Span(max(done, _word_start(text, start)), _word_end(text, end))
                done = span.end
                yield self._report(text, span, f"An invisible {_NAMES[match[0][0]]} stands in")
            elif _TURNING.issuperset(match[0]):
                if sentence.index not in turned:
                    whole = sentence.span.of(text)
                    turned[sentence.index] = _RIGHT_TO_LEFT.search(whole) is not None
                if not turned[sentence.index]:
                    yield self._report(text, Span(start, end), "An invisible direction mark is")

    def _report(self, text: str, span: Span, what: str) -> Finding:
        printed = span.of(text)
        edits = tuple(
            Edit(Span(span.start + run.start(), span.start + run.end()), "")
            for run in _RUN.finditer(printed)
        )
        clear = _RUN.sub("", printed)
        return self.finding(
            span,
            f"{what} “{clear}”" if clear else f"{what} of no use here",
            evidence="No English word is written with it" if clear else "All letters run one way",
            fixes=(Fix(edits, Safety.SAFE, "Take it out"),),
        )


def _word_start(text: str, offset: int) -> int:
    start = offset
    while start > 0 and offset - start < _WORD and _LATIN.match(text, start - 1):
        start -= 1
    return start


def _word_end(text: str, offset: int) -> int:
    """Return where the word ends, further invisible characters between its letters included."""
    end = offset
    while end < len(text) and end - offset < _WORD:
        run = _RUN.match(text, end)
        following = run.end() if run is not None else end
        if not _LATIN.match(text, following) or following - offset > _WORD:
            break
        end = following + 1
    return end
