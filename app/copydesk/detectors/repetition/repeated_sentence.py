"""A sentence is printed twice in the article.

## What it does
Reports a sentence of eight words or more that stands earlier in the article in the same words
(case, spaces and the form of quotation marks aside), one of six or seven that stands twice in a
row, and one of twelve or more that begins and ends like an earlier one and differs from it by a few
words. Several that follow one another are reported as one. Questions, slogans, quotations without
their attribution, headings and list items may come twice. A near copy that is all of its paragraph
may be a quotation set apart, and is information. The later copy is the one reported.

## Why it matters
It wastes the reader's time and shows that nobody read the text through: a rewriting program ran
out of material, or a sentence was moved and its old place forgotten.

## Flags
- The bridge was closed to lorries after the flood on Monday. Drivers were told to wait. ⟦The bridge
  was closed to lorries after the flood on Monday.⟧
- Ministers met in the old harbour town late on Friday. They said little. ¶ Nobody was hurt in the
  fire. ⟦Ministers met in the old harbour town late on Friday. They said little.⟧
- “Nobody has told us anything about it,” the manager of the plant said. She left. ¶ It rained.
  ⟦"Nobody has told us anything about it," the manager of the plant said.⟧ Then she came back.
- The mayor said that the old bridge would be closed to all lorries until May. Nobody was hurt. ¶ It
  rained. ⟦The mayor said that the old bridge will be closed to all lorries until May.⟧
- The harbour was closed on Monday. ⟦The harbour was closed on Monday.⟧ Nobody was hurt.

## Does not flag
- He was amused by it. He was amused by it. The bridge is open again now. She left. The bridge is
  open again now.
- He was not amused by it. She laughed. He was not amused by it.
- “We will not move an inch from this place.” They cheered. ¶ Later: “We will not move an inch from
  this place.”
- What did you think when you saw the house burn? Nothing. ¶ What did you think when you saw the
  house burn? I was afraid.
- The bridge was closed to lorries after the flood on Monday. It was closed to cars after the flood
  on Tuesday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.repetition.copies import SHORTEST_SENTENCE, copies_of, same_words
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.detectors.repetition.copies import Copy
    from copydesk.findings import Finding
    from copydesk.text.document import Document, Sentence

_RUNNING: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION})
_OPENING: Final = '"“«„‘'
_CLOSING: Final = "\"'”’»)"


class RepeatedSentence(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "repeated-sentence"
    family = Family.REPETITION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ()
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Judge the sentences that stand twice, outside the paragraphs that do."""
        sentences = document.sentences
        done = 0
        for copy in copies_of(document).sentences:
            if copy.later < done or not _counts(document, sentences[copy.later]):
                continue
            length = _length(document, copy)
            done = copy.later + length
            first, later = sentences[copy.first], sentences[copy.later]
            span = later.span.to(sentences[copy.later + length - 1].span)
            original = first.span.to(sentences[copy.first + length - 1].span)
            adjacent = copy.later == copy.first + length
            same_block = later.block == first.block
            sure = adjacent and copy.exact and copy.words >= SHORTEST_SENTENCE
            yield self.finding(
                span,
                (
                    "This sentence is printed a second time"
                    if length == 1
                    else f"These {length} sentences are printed a second time"
                )
                + ("" if copy.exact else ", with slight changes"),
                evidence="The copy follows at once"
                if adjacent
                else f"{'The same' if copy.exact else 'Nearly the same'} words stand "
                f"{'in this paragraph' if same_block else 'above'}",
                fixes=(
                    Fix.delete(
                        sentences[copy.later - 1].span.end,
                        span.end,
                        safety=Safety.SAFE if sure and same_block else Safety.REVIEW,
                        title="Delete the second copy",
                    ),
                ),
                related=(Related(original, "first printed here"),),
                severity=Severity.ERROR
                if sure
                else Severity.WARNING
                if copy.exact or not _is_set_apart(document, copy)
                else Severity.INFO,
                confidence=0.98 if sure else None if copy.exact else 0.8,
            )


def _is_set_apart(document: Document, copy: Copy) -> bool:
    """Tell whether either sentence is all of its paragraph, as quotations set apart are."""
    return any(
        len(document.sentences_of(document.sentences[index].block)) == 1
        for index in (copy.first, copy.later)
    )


def _length(document: Document, copy: Copy) -> int:
    """Count the sentences, short ones too, that follow the copy as they follow the original."""
    sentences = document.sentences
    length = 1
    while (
        copy.later + length < len(sentences)
        and copy.first + length < copy.later
        and sentences[copy.later + length].block == sentences[copy.later].block
        and sentences[copy.first + length].block == sentences[copy.first].block
        and same_words(document, sentences[copy.first + length], sentences[copy.later + length])
    ):
        length += 1
    return length


def _counts(document: Document, sentence: Sentence) -> bool:
    """Spare what may be said twice: questions, quotations, headings."""
    block = document.blocks[sentence.block]
    text = sentence.span.of(document.text)
    if block.kind not in _RUNNING or text.rstrip(_CLOSING).endswith(("?", "…", "...", ":")):
        return False
    before = document.text[block.span.start : sentence.span.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return False
    # "“We will win,” he said.": only the whole sentence repeats the attribution, too.
    return not (text[0] in _OPENING and text[-1] in _CLOSING)
