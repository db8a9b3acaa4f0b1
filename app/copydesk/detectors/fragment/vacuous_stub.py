"""A line or a sentence of the text says nothing.

## What it does
Reports a line that holds nothing but a placeholder (`N/A`, `null`, `TBD`, `undefined`), a lone mark
(`.`, `,`), dots, or a single letter, in a text that has other lines, and a sentence that ends
where its first noun should be (`In the.`). Rules between sections
(`***`, `---`, `#`), the drop capital before a paragraph, answers and numbers are left alone.

## Why it matters
An empty field of the content system was printed, or the line's text was lost. It looks broken.

## Flags
- The council met on Monday evening. ¶ ⟦N/A⟧ ¶ Nobody was hurt in the fire.
- ⟦undefined⟧ ¶ The council met on Monday to talk about the bridge.
- The council met on Monday evening. ¶ ⟦.⟧ ¶ Nobody was hurt in the fire.
- The council met on Monday evening. ¶ ⟦Read.⟧ ¶ Nobody was hurt in the fire.
- The council met on Monday to talk about the bridge. ¶ ⟦a⟧
- The council met on Monday evening. ¶ ⟦[no text]⟧
- The council met on Monday. ⟦It was the.⟧ Nobody was hurt. ⟦According to.⟧ The bridge is closed.

## Does not flag
- The council met on Monday. ¶ *** ¶ Nobody was hurt in the fire.
- The council met on Monday. ¶ - ¶ Nobody was hurt in the fire.
- Was anybody hurt? ¶ No. ¶ And the bridge? ¶ Closed.
- A null result is a result. ¶ The test was void, which means N/A.
- N/A
- “In the.” He stopped. And. But. Plan A. It was. What for? In section (a). As well as he can.
- T ¶ he council met on Monday to talk about the bridge.
- Final score ¶ A ¶ 2 ¶ B ¶ 1
- Q ¶ What did you see? ¶ A ¶ Nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document
    from copydesk.text.spans import Span

# What systems print for an empty field, and what is left of a button.
_PLACEHOLDERS: Final = frozenset(
    (
        "n/a|null|undefined|nan|todo|(null)|[null]|(none)|[object object]|no content|no text"
        "|no title|untitled|no description|no caption|[no text]|[no title]|(no title)|(no text)"
        "|[untitled]|(untitled)|[empty]|text here|title here|insert text|enter text here"
        "|read.|tk|tktk|[tk]|asdf|xxx|xxxx|placeholder|none|nil|n.a.|tba|tbc|tbd|test|test test"
        "|headline|caption|slug|description|true|false|read"
    ).split("|")
)
# These stand alone in tables, interviews and forms as well.
_WEAK: Final = frozenset(
    (
        "none|nil|n.a.|tba|tbc|tbd|true|false|test|caption|headline|description|todo|xxx|xxxx"
        "|nan|slug|placeholder|read"
    ).split("|")
)
_LOST: Final = frozenset(".,;:?!…”“\"'")
_DOTS: Final = frozenset({"..", "...", "....", ". .", ". . ."})
_NOTHING: Final = _PLACEHOLDERS | _LOST | _DOTS
_LONGEST: Final = max(map(len, _NOTHING))
# Sentences without a noun; an article, or a preposition that must have one, is their last word.
_CUT: Final = re.compile(
    r"(?:The|An|(?:(?:And|As|At|But|By|For|From|If|In|Of|On|Or|That|To|When|Which|With) |"
    r"(?:And|But|He|It|She|That|There|This|Which) (?:has|is|was) |They (?:are|have|were) )"
    r"(?:the|an)|According to|As well as|(?:It|That|This) (?:is|was) because(?: of)?)\."
)
_LONGEST_CUT: Final = 20
_QUOTING: Final = frozenset("“‘\"'")
_PROSE: Final = 6  # words of a line of running text
_MOST: Final = 3  # beyond these, the lines are a table, a quiz or a poem


class VacuousStub(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "vacuous-stub"
    family = Family.FRAGMENT
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT  # a table has such lines, running text has none
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the shortest lines: news has next to none."""
        text = document.text
        for sentence in document.sentences:
            span = sentence.span
            if span.end - span.start <= _LONGEST_CUT and _is_cut(text, span):
                yield self.finding(
                    span,
                    f"The sentence “{span.of(text)}” says nothing",
                    evidence="It ends where its noun should stand",
                )
        short = [
            index
            for index, block in enumerate(document.blocks)
            if block.span.end - block.span.start <= _LONGEST
        ]
        stubs = [index for index in short if _says_nothing(document.blocks[index].span.of(text))]
        if not 0 < len(stubs) <= _MOST or not _is_prose(document, len(short)):
            return
        for index in stubs:
            span = document.blocks[index].span
            shown = span.of(text)
            if len(shown) == 1 and shown.isalpha() and _is_drop_capital(document, index):
                continue
            weak = shown.lower() in _WEAK or (len(shown) == 1 and shown.isalpha())
            yield self.finding(
                span,
                f"The line “{shown}” says nothing",
                evidence="It is all that the line holds",
                fixes=(_deletion(document, index),),
                confidence=0.6 if weak else None,
            )


def _is_cut(text: str, span: Span) -> bool:
    """Tell whether a sentence, which nobody's quoted words begin, ends before its noun."""
    quoted = text[max(0, span.start - 1) : span.start] in _QUOTING
    return not quoted and _CUT.fullmatch(text, span.start, span.end) is not None


def _says_nothing(line: str) -> bool:
    return line.lower() in _NOTHING or (len(line) == 1 and line.isalpha() and line.isascii())


def _is_prose(document: Document, short: int) -> bool:
    """Tell running text from a table or a list: most of its lines are longer than a few words."""
    text = document.text
    prose = sum(
        text.count(" ", block.span.start, block.span.end) + 1 >= _PROSE for block in document.blocks
    )
    return prose >= short


def _is_drop_capital(document: Document, index: int) -> bool:
    """Tell the first letter of the paragraph below: `T`, and `he river rose`."""
    if index + 1 == len(document.blocks):
        return False
    letter = document.text[document.blocks[index].span.start]
    return letter.isupper() and document.text[document.blocks[index + 1].span.start].islower()


def _deletion(document: Document, index: int) -> Fix:
    """Take the line away with the break before it, or after it if it is the first."""
    blocks = document.blocks
    span = blocks[index].span
    if index:
        start, end = blocks[index - 1].span.end, span.end
    else:
        start, end = span.start, blocks[1].span.start
    return Fix.delete(start, end, safety=Safety.REVIEW, title="Delete the line")
