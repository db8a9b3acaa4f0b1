"""The marks of Markdown or of a wiki were left in a plain text: `**bold**`, `## Heading`.

## What it does
Reports pairs of asterisks or apostrophes round words, number signs and equals signs of headings,
links as `[words](address)`, strokes through words, boxes to tick, code fences and the rules of
tables. The fix takes the marks out and keeps the words.

## Why it matters
The text was written for a program that turns the marks into type. Readers see the marks.

## Flags
- The vote was ⟦**⟧very close**, said ⟦**⟧Anna Lee:** nobody knew.
- ⟦## ⟧What happens next ¶ Read ⟦[the report](https://example.com/report)⟧ or ⟦~~⟧skip~~ it.
- ⟦- [ ] ⟧call the mayor ¶ ⟦```⟧ ¶ ⟦|---|---|⟧ ¶ ⟦== ⟧History ==

## Does not flag
- Prices start at £4** and end at £9.** ¶ **Excludes the tax. ¶ * Until May.
- What the f**k and s**t, wrote Jo** Al** of ****, 5 ** of 10.
- #1 in the charts, # 4, ## and #news; [see above] (https://example.com/a), a = b == c.
- ***Update*** ¶ * * * ¶ *** ¶ --- ¶ It’s ''fine'', ~5 or ~~10.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.markup.prose import Prose, shortened
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_LINE: Final = r"\n\r\x0b\x0c\x85\u2028\u2029"
_OPENS: Final = r"""[\w“"‘'(\[$£€]"""
_CLOSES: Final = r"""[\w.,:;!?…”"’')\]%]"""


def _pair(mark: str) -> re.Pattern[str]:
    """Match a mark, words, and the mark again, joined to no letter outside."""
    sign = re.escape(mark[0])
    return re.compile(
        rf"{re.escape(mark)}(?<![\w{sign}]{re.escape(mark)})(?={_OPENS})"
        rf"[^{sign}{_LINE}]{{1,200}}(?<={_CLOSES}){re.escape(mark)}(?![\w{sign}])"
    )


_BOLD: Final = _pair("**")
_STRUCK: Final = _pair("~~")
_WIKI_BOLD: Final = _pair("'''")
_LINK: Final = re.compile(
    rf"\[([^\[\]{_LINE}]{{1,200}})\]\((?:https?://|www\.|mailto:|/|\#)[^()\s]{{1,400}}\)"
)
_TICK_BOX: Final = re.compile(rf"(?:[-*+] )?\[[ xX]\] (?=[^\s{_LINE}])")
_HEADING: Final = re.compile(r"#{2,6} (?=[^\W\d_]|[\d“\"‘])|# (?=[A-Z“][^\s#]{0,30} )")
_WIKI_HEADING: Final = re.compile(rf"(={{2,5}}) ?(?=[A-Z])[^={_LINE}]{{1,80}}?( ?\1)")
_FENCE: Final = re.compile(r"```+[a-z]{0,12}")
_TABLE: Final = re.compile(r"\|?(?: ?:?-{3,40}:? ?\|){1,20}(?: ?:?-{3,40}:? ?)?\|?")
_PAIRS: Final = (
    (_BOLD, "**", "a mark for bold type"),
    (_STRUCK, "~~", "a mark for a stroke through words"),
    (_WIKI_BOLD, "'''", "a wiki's mark for bold type"),
)
_BOXES: Final = (_TICK_BOX, "a box to tick")
_TABLES: Final = (_TABLE, "a rule of a table")
# By the sign with which a block begins.
_LEADING: Final = {
    "#": ((_HEADING, "a mark of a heading"),),
    "[": (_BOXES,),
    "-": (_BOXES, _TABLES),
    "*": (_BOXES,),
    "=": ((_WIKI_HEADING, "a wiki's mark of a heading"),),
    "`": ((_FENCE, "a fence of code"),),
    "|": (_TABLES,),
}
_WHOLE: Final = (_TABLE, _WIKI_HEADING)
_SIGNS: Final = "#]=`|"
_ABOUT: Final = re.compile(
    r"\b(?:Markdown|wiki ?text|mark-?up|asterisks?|back-?ticks?)\b", re.IGNORECASE
)


class MarkdownResidue(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "markdown-residue"
    family = Family.MARKUP
    severity = Severity.ERROR
    confidence = 0.95
    scope = Scope.PARAGRAPH
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look for each mark where the text holds it at all."""
        text = document.text
        prose = Prose(document, _ABOUT)
        for edits, span, what in sorted(_marks(document)):
            if prose.holds(span):
                yield self.finding(
                    span,
                    f"“{shortened(span.of(text).strip())}” is {what} that was left in the text",
                    evidence="Markdown and wikis turn it into type; here readers see it as it is",
                    fixes=(Fix(edits, Safety.REVIEW, "Take the marks out"),),
                )


_Mark = tuple[tuple[Edit, ...], Span, str]


def _marks(document: Document) -> Iterator[_Mark]:
    text = document.text
    for pattern, mark, what in _PAIRS:
        if document.form(mark[0]) is not None and mark in text:
            for match in pattern.finditer(text):
                # The first mark is the place: what stands between has findings of its own.
                first = Span(match.start(), match.start() + len(mark))
                last = Span(match.end() - len(mark), match.end())
                yield (Edit(first, ""), Edit(last, "")), first, what
    if document.form("]") is not None and "](" in text:
        for match in _LINK.finditer(text):
            span = Span(match.start(), match.end())
            yield (Edit(span, match[1]),), span, "a Markdown link"
    if any(document.form(sign) is not None for sign in _SIGNS):
        yield from _leading(document)


def _leading(document: Document) -> Iterator[_Mark]:
    """Visit the marks with which blocks begin."""
    text = document.text
    for block in document.blocks:
        for pattern, what in _LEADING.get(text[block.span.start], ()):
            match = pattern.match(text, block.span.start, block.span.end)
            if match is None or (pattern in _WHOLE and match.end() < block.span.end):
                continue
            if pattern is not _WIKI_HEADING:
                span = Span(match.start(), match.end())
                yield (Edit(span, ""),), span, what
                continue
            first = Span(match.start(), match.end(1) + text.startswith(" ", match.end(1)))
            yield (Edit(first, ""), Edit(Span(match.start(2), match.end()), "")), first, what
