"""A quotation inside another is opened and never closed.

## What it does
Reports a single opening mark inside double marks without a single closing mark before the double
one, and the same with straight marks. Elisions (`‘em`, `‘90s`) open nothing, and a quotation that
goes on in the next paragraph may close there.

## Why it matters
The reader can't tell where the words of the one who is quoted inside a quotation end.

## Flags
- “He told me: ⟦‘Never⟧ in my life.” She left.
- “The ⟦‘experts⟧ were wrong,” Lindqvist said.
- “One said ‘yes’, one ⟦‘no⟧,” she said.
- "He told me, ⟦'Never⟧ in my life." She left.

## Does not flag
- “He told me: ‘Never.’ Then he left,” she said.
- “People say: ‘I loved it... ’” She smiled.
- “Give ‘em a chance,” he said. “Back in the ‘90s we had it.”
- “He told me: ‘Never. ¶ “‘Never again,’ he said.”
- ‘He told me: “Never.” Then he left,’ she said.
- "He told me: 'Never.' Then he left," she said. "The mayors' plan, 'tis said, is dead."
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
    from copydesk.text.document import Document, Token

_MOST: Final = 2_000  # single marks of an article: with more, it is noise
_REACH: Final = 600  # characters of a quotation that are looked at
_ELISION: Final = re.compile(
    r"\d|(?:em|n|til|till|tis|twas|twere|cause|bout|cos|coz|round|un|ere|er|im|nother|ave|ow)\b",
    re.IGNORECASE,
)
# A mark that closes stands after a word or a stop, and no letter follows.
_CLOSER: Final = re.compile(r"(?:(?<=\S)|(?<=[.,!?…] ))’(?!\w)")
_STRAIGHT_CLOSER: Final = re.compile(r"(?<=\S)'(?!\w)")


class NestedQuoteNeverClosed(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "nested-quote-never-closed"
    family = Family.QUOTATION
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the single opening marks: there are few."""
        yield from self._straight(document)
        single = document.form("‘")
        if single is None or len(single.tokens) > _MOST or document.form("”") is None:
            return
        for index in single.tokens:
            mark = document.token(index)
            closer = self._outer_closer(document, mark)
            if closer is not None:
                yield self._report(document, mark, closer)

    def _straight(self, document: Document) -> Iterator[Finding]:
        """Look at straight marks before a word, between two double ones."""
        single, text = document.form("'"), document.text
        if single is None or len(single.tokens) > _MOST or document.form('"') is None:
            return
        for index in single.tokens:
            mark = document.token(index)
            if not text[mark.end : mark.end + 1].isalpha() or _ELISION.match(text, mark.end):
                continue
            if text[mark.start - 1 : mark.start] != " ":
                continue
            block = mark.block.span
            opened = text.rfind('"', max(block.start, mark.start - _REACH), mark.start)
            closer = text.find('"', mark.end, min(block.end, mark.end + _REACH))
            if (
                closer > 0 <= opened
                and (opened == block.start or text[opened - 1] in " (—–")
                and not text[opened + 1].isspace()
                and not text[closer - 1].isspace()
                and not text[closer + 1 : closer + 2].isalnum()
                and _STRAIGHT_CLOSER.search(text, mark.end, closer + 1) is None
            ):
                yield self._report(document, mark, closer)

    def _outer_closer(self, document: Document, mark: Token) -> int | None:
        """Return the double mark that closes round an open single one, None if all is well."""
        text = document.text
        block = mark.block.span
        before = text[mark.start - 1 : mark.start]
        if before and not before.isspace() and before not in "“(—–":
            return None
        if not text[mark.end : mark.end + 1].isalnum() or _ELISION.match(text, mark.end):
            return None
        first = max(block.start, mark.start - _REACH)
        opened = text.rfind("“", first, mark.start)
        if opened < 0 or opened < text.rfind("”", first, mark.start):
            return None
        last = min(block.end, mark.end + _REACH)
        closer = text.find("”", mark.end, last)
        if closer < 0 or text.find("“", mark.end, closer) >= 0:
            return None
        following = text.find("‘", mark.end, closer)
        stop = following if following >= 0 else closer + 1
        return None if _CLOSER.search(text, mark.end, stop) else closer

    def _report(self, document: Document, mark: Token, closer: int) -> Finding:
        text = document.text
        word = document.token(mark.index + 1)
        right = "’" if mark.text == "‘" else "'"
        fixes = (
            Fix.insert(
                closer,
                right,
                safety=Safety.REVIEW,
                title=f"Insert {right} after “{text[max(mark.end, closer - 20) : closer]}”",
            ),
            Fix.delete(mark.start, mark.end, safety=Safety.REVIEW, title="Delete the mark"),
        )
        return self.finding(
            Span(mark.start, word.end),
            f"The quotation inside another that begins with {mark.text}{word.text} is never closed",
            evidence=f"No {right} stands before the {text[closer]} that closes the whole",
            fixes=fixes,
        )
