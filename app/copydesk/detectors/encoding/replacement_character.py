"""A character was lost, and `�` stands in its place.

## What it does
Reports the replacement character that a program prints where it could not read a byte, with the
word that it stands in. Where only one mark makes sense, such as the apostrophe of a contraction, it
is offered.

## Why it matters
The character is lost for good, the reader sees that nobody looked, and the same damage is likely
wherever the article had a curly mark or an accent.

## Flags
- The council ⟦didn�t⟧ vote on the ⟦caf�⟧ in May.
- It happened in Oslo ⟦�⟧ or so he says.
- ⟦�It⟧ is late,⟦��⟧ she said of the ⟦Lind�vist⟧ case.

## Does not flag
- The sign “�” means that a character is unknown; ‘�’ is no letter.
- Is it late? Nobody ? knows, and ◇ is a diamond.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_LOST: Final = "\ufffd"
_RUN: Final = re.compile(_LOST + "+")
_LETTERS: Final = re.compile(rf"[^\W\d_{_LOST}]")
_WORD: Final = 40
_QUOTED: Final = frozenset({"“”", "‘’", '""', "''", "«»", "„“"})
_ENDS: Final = frozenset(".,?!")


class ReplacementCharacter(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "replacement-character"
    family = Family.ENCODING
    severity = Severity.ERROR
    confidence = 0.99
    scope = Scope.SENTENCE
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look for the one character."""
        text = document.text
        done = 0
        for match in document.search(_RUN, _LOST):
            start, end = match.span()
            sentence = document.sentence_at(start)
            if start < done or sentence is None or end > sentence.span.end:
                continue
            if text[start - 1 : start] + text[end : end + 1] in _QUOTED:
                continue
            done = _word_end(text, end)
            span = Span(_word_start(text, start), done)
            yield self._report(text, span, match, sentence.span)

    def _report(self, text: str, span: Span, match: re.Match[str], sentence: Span) -> Finding:
        printed = span.of(text)
        meant = None
        if printed.count(_LOST) == len(match[0]):
            meant = self._meant(text, span, match, sentence)
        fixes: tuple[Fix, ...] = ()
        if meant is not None:
            fixes = (Fix.replace(Span(*match.span()), meant, safety=Safety.REVIEW),)
        return self.finding(
            span,
            f"A character is lost in “{printed}”",
            evidence="“�” is printed where a byte could not be read",
            fixes=fixes,
        )

    def _meant(self, text: str, span: Span, match: re.Match[str], sentence: Span) -> str | None:
        """Return the mark that was lost, None where it could be any letter."""
        start, end = match.span()
        word = span.of(text)
        before = text[start - 1 : start] if start > sentence.start else ""
        after = text[end : end + 1] if end < sentence.end else ""
        if before.isalpha() and after.isalpha():
            whole = word.replace(match[0], "'").lower()
            return "’" if self.lexicons.is_word(whole) else None
        alone_before, alone_after = not before.strip(), not after.strip()
        if alone_before and alone_after:
            return "–" if before and after else None
        if alone_before and after.isalpha():
            return "“"
        return "”" if alone_after and before in _ENDS else None


def _word_start(text: str, offset: int) -> int:
    start = offset
    while start > 0 and offset - start < _WORD and _LETTERS.match(text, start - 1):
        start -= 1
    return start


def _word_end(text: str, offset: int) -> int:
    """Return where the word ends; it may have lost more than one letter."""
    end = offset
    while end < len(text) and end - offset < _WORD:
        letter = _LETTERS.match(text, end)
        inner = (
            text[end] == _LOST and _LETTERS.match(text, end - 1) and _LETTERS.match(text, end + 1)
        )
        if not letter and not inner:
            break
        end += 1
    return end
