"""A line of the text says nothing.

## What it does
Reports a line that holds nothing but a placeholder (`N/A`, `null`, `TBD`, `undefined`), a lone mark
(`.`, `,`), dots, or a single letter, in a text that has other lines. Rules between sections
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

## Does not flag
- The council met on Monday. ¶ *** ¶ Nobody was hurt in the fire.
- The council met on Monday. ¶ - ¶ Nobody was hurt in the fire.
- Was anybody hurt? ¶ No. ¶ And the bridge? ¶ Closed.
- A null result is a result. ¶ The test was void, which means N/A.
- N/A
- T ¶ he council met on Monday to talk about the bridge.
- Final score ¶ A ¶ 2 ¶ B ¶ 1
- Q ¶ What did you see? ¶ A ¶ Nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

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
_PROSE: Final = 6  # words of a line of running text
_MOST: Final = 3  # beyond these, the lines are a table, a quiz or a poem


class VacuousStub(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "vacuous-stub"
    family = Family.FRAGMENT
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # a table has such lines, running text has none
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the shortest lines: news has next to none."""
        text = document.text
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
                severity=Severity.INFO if weak else Severity.WARNING,
                confidence=0.6 if weak else None,
            )


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
