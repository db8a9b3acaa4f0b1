"""A paragraph breaks off in the middle of its sentence.

## What it does
Reports a paragraph that ends in a word which can't end one (`said that the`), in a comma, in an
opening bracket, in the hyphen or the first half of a cut word, or in the `[…]` of an excerpt.
Headings, captions, lead-ins to lists and quotations, verse, signatures and lines that go on in the
next one are left alone. The small words that can't end a text are a closed list of English grammar.

## Why it matters
The rest was lost: a field was too short, a feed holds only the first words, or a link inside the
sentence took the text behind it along. The reader doesn't learn what was said.

## Flags
- The council met on Monday. The minister said that ⟦the⟧
- The council will close the bridge in May because ⟦of the⟧ ¶ Nobody was hurt in the fire.
- The ferry sails from the old harbour at noon, at three ⟦and⟧ ¶ The bridge stays closed.
- The mayor wants to close the bridge, the harbour and the old ferry⟦,⟧ ¶ Nobody was hurt in May.
- The bridge over the river was built by two brothers from the north ⟦(⟧
- The bridge was closed after the flood, and nobody knows when it will be opened to the ⟦govern-⟧
- The mayor and the council of the town have talked about the bridge for most of the ⟦eveni⟧
- The mayor wants to close the bridge to all lorries until May, a spokesman said ⟦[…]⟧

## Does not flag
- What it is for ¶ The bridge was built for carts.
- The council wants to close the ¶ bridge over the river until the evening of that day.
- The mayor told us: ¶ “Nobody was hurt.” She had said, ¶ “Wait.”
- And the wind blew over the ¶ Hill where the old oak and the ¶ Willow stood on the ¶ Edge of night
- With kind regards from all of us here in the town,
- He told the council of the bridge: “There was nothing else that we could have [...]” ¶ She left.
- The ferry sails at noon -
- Two brothers whom nobody had seen in the town since the bridge was built by their father
- 1. the bridge and ¶ 2. the ferry
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Severity
from copydesk.text.blocks import BlockKind, ends_like_a_sentence
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Nothing ends in these, not even a heading or a caption.
_NEVER_LAST: Final = frozenset(
    "the a an my your our their every and or nor because than whose unless whereas whilst during "
    "upon towards amid".split()
)
# Headings end in these ("What it is for"), long paragraphs without a full stop don't.
_SELDOM_LAST: Final = frozenset(
    """
    of to with for from at by in on into as is are was were has have had would could should might
    must which who if but when where although until between against among without his its very such
    he she they we i
    """.split()
)
# Before these a determiner is part of what hangs: "because of the".
_LINKS: Final = _SELDOM_LAST | _NEVER_LAST | {"about", "over", "under", "through", "like"}
_ENDED: Final = frozenset(".!?…:;\"'”’»)]*。！？—–")
_EXCERPT: Final = re.compile(r"(?:\[(?:…|\.{3})\]|\((?:…|\.{3})\))\Z")
_EXCERPT_REACH: Final = 5  # characters of the longest of these
_FEWEST: Final = 4  # words before a loose end, the loose end among them
_LINE: Final = 3  # words of a line of verse or of a table
_SENTENCE: Final = 8  # words of what is no heading, caption or signature
_LONG: Final = 12
_LOOK: Final = 24  # characters of which the last word of a paragraph is taken
_WORD_AT_END: Final = re.compile(r"(?<![^\s“\"(\[—–])[^\W\d_]+(?:['’\-][^\W\d_]+)*-?\Z")
_RUNNING_ON: Final = 0.3  # share of unended paragraphs above which lines are no paragraphs
_ABBREVIATED: Final = 2  # letters: shorter rests are rather letters of a list or a name
_GREETING: Final = 5  # tokens of `Good afternoon to all,`
_SIGNED: Final = 4  # words of a signature
_GREETINGS: Final = frozenset(
    "dear yours sincerely best kind kindest warm warmest with regards hello hi love thanks".split()
)


class CutOffEnd(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "cut-off-end"
    family = Family.FRAGMENT
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT  # whether the next paragraph goes on, and how the others end
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the paragraphs that no mark ends: headings, and few more."""
        text = document.text
        loose: bool | None = None
        for index, block in enumerate(document.blocks):
            end = block.span.end
            last = text[end - 1]
            if last in _ENDED and not (
                last in "])" and _EXCERPT.search(text, end - _EXCERPT_REACH, end)
            ):
                continue
            found = self._judge(document, index, last)
            if found is None or self._goes_on(document, index, found):
                continue
            if loose is None:
                loose = _is_loose(document)
            if not loose or (index + 1 == len(document.blocks) and index == 0):
                yield found

    def _judge(self, document: Document, index: int, last: str) -> Finding | None:
        """Weigh how a paragraph ends."""
        block = document.blocks[index]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return None
        text = document.text
        end = block.span.end
        words = text.count(" ", block.span.start, end) + 1
        if last in "])":
            return self._judge_excerpt(document, index)
        if last == ",":
            if words < _SENTENCE or _greets(document, index):
                return None
            return self.finding(
                Span(end - 1, end),
                "The paragraph ends in a comma: its rest seems to be missing",
                evidence="What follows is no continuation",
            )
        if last in "([{":
            if words < _SENTENCE or text[end - 2] in ":;=-":
                return None
            return self.finding(
                Span(end - 1, end),
                "The paragraph breaks off at an opening bracket",
                evidence="Nothing follows the bracket",
            )
        match = _WORD_AT_END.search(text, max(block.span.start, end - _LOOK), end)
        if match is None:
            return None
        return self._judge_word(document, match, words)

    def _judge_word(self, document: Document, match: re.Match[str], words: int) -> Finding | None:
        word = match.group()
        lower, shape, _ = lexical(word)
        if shape is not Shape.LOWER:
            return None
        span = Span(match.start(), match.end())
        token = next(document.tokens(span), None)
        if token is None:
            return None
        if lower in _NEVER_LAST and words >= _FEWEST:
            before = token.previous
            if before is not None and before.lower in _LINKS and before.touches(token):
                span = Span(before.start, span.end)
            shown = span.of(document.text)
            return self.finding(
                span,
                f"The paragraph breaks off after “{shown}”",
                evidence=f"No sentence, heading or caption ends in “{lower}”",
                severity=Severity.ERROR,
                confidence=0.97,
            )
        if words < _LONG:
            return None
        if lower in _SELDOM_LAST:
            return self.finding(
                span,
                f"The paragraph breaks off after “{word}”",
                evidence=f"It has {words} words, no full stop, and hardly ends in “{lower}”",
            )
        if lower.endswith("-"):
            return self.finding(
                span,
                f"The paragraph breaks off inside a word: “{word}”",
                evidence="Nothing follows the hyphen",
            )
        return self._judge_rest(document, token)

    def _judge_rest(self, document: Document, token: Token) -> Finding | None:
        """Tell the first half of a word from names and new words."""
        lower = token.lower
        lexicons = self.lexicons
        if (
            len(lower) <= _ABBREVIATED
            or not lower.isascii()
            or not lower.isalpha()
            or lexicons.is_word(lower)
            or lexicons.name(lower) is not None
            or lexicons.is_formed(lower)
            or len(document.words[lower]) > 1
        ):
            return None
        whole = next(
            (word for word in document.words if len(word) > len(lower) and word.startswith(lower)),
            None,
        )
        return self.finding(
            token.span,
            f"The paragraph breaks off inside a word: “{token.text}”",
            evidence="It is no word, and no full stop follows"
            if whole is None
            else f"“{whole}” stands elsewhere in the article, and no full stop follows",
            severity=Severity.INFO if whole is None else Severity.WARNING,
            confidence=0.6 if whole is None else 0.9,
        )

    def _judge_excerpt(self, document: Document, index: int) -> Finding | None:
        """Take the dots in brackets for the end of an excerpt, unless somebody is quoted."""
        block = document.blocks[index]
        words = block.span.of(document.text)
        match = _EXCERPT.search(document.text, block.span.end - _EXCERPT_REACH, block.span.end)
        opened = words.count("“") > words.count("”") or words.count('"') % 2 == 1
        if match is None or opened or words.count(" ") < _SENTENCE:
            return None
        final = index + 1 == len(document.blocks)
        return self.finding(
            Span(match.start(), match.end()),
            "The paragraph is an excerpt that breaks off here",
            evidence="A feed or a list of articles puts such dots behind its first words",
            severity=Severity.WARNING if final else Severity.INFO,
            confidence=0.9 if final else 0.6,
        )

    def _goes_on(self, document: Document, index: int, found: Finding) -> bool:
        """Tell whether the next paragraph is the rest of the sentence, or what it introduces."""
        if index + 1 == len(document.blocks):
            return False
        span = document.blocks[index + 1].span
        head = document.text[span.start]
        if head.islower() or head in "“\"'‘«„([":
            return True
        after = next(document.tokens(span), None)
        if after is None or after.kind is Kind.MARK:
            return True
        return found.severity is not Severity.ERROR and after.kind is not Kind.WORD


def _greets(document: Document, index: int) -> bool:
    """Tell the line above a signature or a letter: `With kind regards,`, `Thanks,`."""
    if index + 1 < len(document.blocks):
        below = document.blocks[index + 1]
        if below.kind is BlockKind.HEADING and below.span.of(document.text).count(" ") < _SIGNED:
            return True
    closing = document.sentences_of(index)[-1]
    words = document.token_texts[closing.first : closing.stop]
    return len(words) <= _GREETING or lexical(words[0])[0] in _GREETINGS


def _is_loose(document: Document) -> bool:
    """Tell lines of verse, of tables or of a wrapped text: many end without a mark."""
    text = document.text
    long = [
        block
        for block in document.blocks
        if text.count(" ", block.span.start, block.span.end) + 1 >= _LINE
    ]
    open_ended = sum(not ends_like_a_sentence(block.span.of(text)) for block in long)
    return open_ended > 2 and open_ended > _RUNNING_ON * len(long)
