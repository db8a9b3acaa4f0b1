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
- He read ⟦_⟧The Long Way_.⟦[^1]⟧ ⟦### ⟧Outlook Rain ⟦***⟧will fall*** in ⟦*⟧all of it*.
- ⟦- [ ] ⟧call the mayor ¶ ⟦```⟧ ¶ ⟦|---|---|⟧ ¶ ⟦== ⟧History ==

## Does not flag
- Prices start at £4** and end at £9.** ¶ **Excludes the tax. ¶ * Until May.
- What the f**k and s**t, wrote Jo** Al** of ****, 5 ** of 10.
- #1 in the charts, # 4, ## and #news; [see above] (https://example.com/a), a = b == c.
- By maria_lee_8 and _anna_: he made 87* and 112* runs, *ahem*, _ _ and [^]. He **cked up.
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
_BOLD_ITALIC: Final = _pair("***")
_UNDERLINED: Final = _pair("__")
_STRUCK: Final = _pair("~~")
_WIKI_BOLD: Final = _pair("'''")
# One sign alone means much else: between two stand two words or more, as in the title of a book.
_ITALIC_STAR: Final = re.compile(
    rf"\*(?<=[ (“\"]\*)(?=[^\W_])[^*{_LINE} ]{{1,40}} [^*{_LINE}]{{0,80}}(?<={_CLOSES})\*(?![\w*])"
)
_ITALIC_LINE: Final = re.compile(
    rf"_(?<![^\s(“\"]_)(?=[^\W_])[^_{_LINE} ]{{1,40}} [^_{_LINE}]{{0,80}}(?<={_CLOSES})_(?![\w_])"
)
_LINK: Final = re.compile(
    rf"\[([^\[\]{_LINE}]{{1,200}})\]"
    r"\((?:https?://|www\.|mailto:|/|\#)[^()\s]{1,400}(?:[ ][\"“][^\"“”()\n]{0,100}[\"”])?\)"
)
_FOOTNOTE: Final = re.compile(r"\[\^[A-Za-z0-9][\w-]{0,20}\]:?")
_ESCAPED: Final = re.compile(r"\\(?:\*(?:\\\*){1,2}|\#(?:\\\#){1,5})")
_HEADING_INSIDE: Final = re.compile(r"##(?<=[^\s#] ##)#{0,4} (?=[A-Z])")
_TICK_BOX: Final = re.compile(rf"(?:[-*+] )?\[[ xX]\] (?=[^\s{_LINE}])")
_HEADING: Final = re.compile(
    r"#{2,6}(?=[A-Z][a-z])|#{2,6} (?=[^\W\d_]|[\d“\"‘])|# (?=[A-Z“][^\s#]{0,30} )"
)
_WIKI_HEADING: Final = re.compile(rf"(={{2,5}}) ?(?=[A-Z])[^={_LINE}]{{1,80}}?( ?\1)")
_FENCE: Final = re.compile(r"```+[a-z]{0,12}")
_TABLE: Final = re.compile(r"\|?(?: ?:?-{3,40}:? ?\|){1,20}(?: ?:?-{3,40}:? ?)?\|?")
_PAIRS: Final = (
    (_BOLD, "**", "a mark for bold type"),
    (_STRUCK, "~~", "a mark for a stroke through words"),
    (_WIKI_BOLD, "'''", "a wiki's mark for bold type"),
    (_BOLD_ITALIC, "***", "a mark for bold italics"),
    (_UNDERLINED, "__", "a mark for bold type"),
    (_ITALIC_STAR, "*", "a mark for italics"),
    (_ITALIC_LINE, "_", "a mark for italics"),
)
# Each with what a text that holds it holds in any case.
_SINGLE: Final = (
    (_FOOTNOTE, "^", "a mark of a footnote"),
    (_ESCAPED, "\\", "an escaped mark"),
    (_HEADING_INSIDE, "#", "a mark of a heading"),
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
    severity = Severity.WARNING
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
    # To the index a word with lines round it is one word. Asking for one sign is fast.
    underlined = "_" in text
    for pattern, mark, what in _PAIRS:
        if (underlined if mark[0] == "_" else document.form(mark[0]) is not None) and mark in text:
            for match in pattern.finditer(text):
                if pattern is _BOLD_ITALIC and _opens_block(document, match.start()):
                    continue  # an ornament: ***Update***
                # The first mark is the place: what stands between has findings of its own.
                first = Span(match.start(), match.start() + len(mark))
                last = Span(match.end() - len(mark), match.end())
                yield (Edit(first, ""), Edit(last, "")), first, what
    if document.form("]") is not None and "](" in text:
        for match in _LINK.finditer(text):
            span = Span(match.start(), match.end())
            yield (Edit(span, match[1]),), span, "a Markdown link"
    for pattern, sign, what in _SINGLE:
        if sign in text:
            for match in pattern.finditer(text):
                span = Span(match.start(), match.end())
                yield (Edit(span, ""),), span, what
    if any(document.form(sign) is not None for sign in _SIGNS):
        yield from _leading(document)


def _opens_block(document: Document, offset: int) -> bool:
    block = document.block_at(offset)
    return block is not None and document.blocks[block].span.start == offset


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
