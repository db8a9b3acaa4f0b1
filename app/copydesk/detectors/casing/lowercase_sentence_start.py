"""A sentence begins with a small letter.

## What it does
Reports a sentence inside a paragraph whose first word is written small although a full stop ends
the sentence before it. Abbreviations, brands (`iPhone`), name particles (`de la`), lists, addresses
and what follows a closing quotation mark are left alone. A text that begins many of its sentences
so is one finding, whose fix mends them all. The start of a paragraph is cut-off-start's business,
and `i` lowercase-i's.

## Why it matters
Either the capital is missing, or the full stop is one too many, or words between the two were lost.
The reader stops at each of them.

## Flags
- The council met on Monday. ⟦it⟧ voted for the plan of the mayor.
- The bridge was closed for a week. ⟦however⟧, the ferry sailed every day.
- Prices rose in the spring. ⟦sales⟧ of houses fell by a tenth.
- Is it the best view of the valley! ⟦the⟧ old mill stands right behind the church.
- The shop opens at nine. ⟦we⟧ sell tea. we sell bread. our cakes are fresh. come and see us.

## Does not flag
- The firm met on Monday. iPhone sales rose. eBay was glad of it. iOS was late.
- The painters met in May. van Gogh stayed at home. de la Tour came, too.
- They sell apples, pears etc. and other fruit from approx. twenty farms, i.e. all of them.
- “Who is it?” she asked. He works for Yahoo! and reads Which? every month.
- The list is long: 1. apples, 2. pears. a) They are cheap. b) they are good.
- See the page of the firm. www.example.com has it, and example.org, too.
- He waited... and waited. Then he left.
- the whole note is one sentence and small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Edit, Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# With these a sentence begins anew; before other words, the full stop may be what is wrong.
_OPENERS: Final = frozenset(
    "he her his however it its meanwhile my our she that the their there these they this those we "
    "what you your".split()
)
_PARTICLES: Final = frozenset(
    "af al ap av bin da de del della den der di do dos du e el ibn la le les ten ter und van vom "
    "von y zu zum zur".split()
)
_SAYING_NEXT: Final = 2  # `Really? he said`: the verb is among the words that follow
_QUOTES: Final = frozenset("“‘\"'")
_LOOK_BACK: Final = 60  # tokens of the sentence before
_SHORTEST: Final = 5  # tokens after a question or an outcry; a shorter rest belongs to it
_STYLE: Final = 4  # sentences that begin small, so that it may be the writer's way
_STYLE_SHARE: Final = 3  # and one sentence of so many
_MOST_EDITS: Final = 500
_LIKELY: Final = 0.9


class LowercaseSentenceStart(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "lowercase-sentence-start"
    family = Family.CASING
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the first letter of each sentence that doesn't begin its paragraph."""
        texts, sentences = document.token_texts, document.sentences
        small = [sentence for sentence in sentences if texts[sentence.first].islower()]
        found = [
            document.token(sentence.first)
            for sentence in small
            if sentence.index
            and sentences[sentence.index - 1].block == sentence.block
            and self._is_start(document, document.token(sentence.first))
        ]
        found += self._after_outcries(document)
        if len(found) >= _STYLE and len(found) * _STYLE_SHARE >= len(sentences):
            found.sort(key=lambda token: token.index)
            yield self._report_style(document, found)
            return
        for token in found:
            yield self._report(document, token)

    def _is_start(self, document: Document, token: Token) -> bool:
        """Tell whether a small word after a full stop begins a sentence of prose."""
        before = document.token_texts[token.index - 2]
        known = before.lower() in self.lexicons.words or not before.islower()
        return (
            document.token_texts[token.index - 1] == "."
            and known
            and f"{before.lower()}." not in self.lexicons.abbreviations
            and self._is_word_of_prose(token)
        )

    def _is_word_of_prose(self, token: Token) -> bool:
        following = token.next
        lower = token.lower
        return (
            following is not None
            and (token.touches(following) or following.text in (",", "'", "’"))
            and following.text not in ("@", "=", "(")
            and token.shape is Shape.LOWER
            and lower != "i"
            and (lower == "a" or len(lower) > 1)
            and lower in self.lexicons.words
            and lower not in self.lexicons.written_small
            and not (lower in _PARTICLES and not following.text.islower())
            and token.block.kind not in (BlockKind.CODE, BlockKind.HEADING)
        )

    def _after_outcries(self, document: Document) -> Iterator[Token]:
        """Visit `the sea! some houses`, where no name (`Yahoo! said`) and no speech is meant."""
        for mark in document.marks("?!"):
            token, before = mark.next, mark.previous
            if (
                token is not None
                and before is not None
                and token.lower in _OPENERS
                and before.shape is Shape.LOWER
                and mark.touches(token)
                and self._is_word_of_prose(token)
                and token.sentence.stop - token.index >= _SHORTEST
                and not self._is_spoken(document, token)
            ):
                yield token

    def _is_spoken(self, document: Document, token: Token) -> bool:
        """Tell whether the words before were said or thought, quoted or not."""
        sentence = token.sentence
        stop = min(sentence.stop, token.index + 1 + _SAYING_NEXT)
        verbs = self.lexicons.reporting_verbs
        if any(document.token(index).lower in verbs for index in range(token.index + 1, stop)):
            return True
        first = max(sentence.first, token.index - _LOOK_BACK)
        return not _QUOTES.isdisjoint(document.token_texts[first : token.index])

    def _report(self, document: Document, token: Token) -> Finding:
        sure = token.lower in _OPENERS and document.token_texts[token.index - 1] == "."
        written = _capitalised(token.text)
        fixes = [Fix.replace(token.span, written, safety=Safety.REVIEW)]
        mark = document.token(token.index - 1)
        if not sure and mark.text == ".":
            title = "Delete the full stop before it"
            fixes.append(Fix.delete(mark.start, mark.end, safety=Safety.REVIEW, title=title))
        return self.finding(
            token.span,
            f"This sentence begins with a small letter: “{token.text}”",
            evidence=f"“{document.token_texts[token.index - 2]}{mark.text}” ends the one before.",
            fixes=tuple(fixes),
            severity=Severity.ERROR if sure else Severity.WARNING,
            confidence=self.confidence if sure else _LIKELY,
        )

    def _report_style(self, document: Document, found: list[Token]) -> Finding:
        """Say once what holds for the whole text."""
        edits = tuple(
            Edit(Span(token.start, token.start + 1), _capitalised(token.text[:1]))
            for token in found[:_MOST_EDITS]
        )
        return self.finding(
            found[0].span,
            f"{len(found)} of {len(document.sentences)} sentences begin with a small letter",
            evidence="So many can't be slips: the writer, or a program, does without capitals.",
            fixes=(Fix(edits, Safety.REVIEW, "Begin them with capitals"),),
            severity=Severity.WARNING,
        )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
