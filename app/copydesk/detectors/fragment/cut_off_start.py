"""The start of a paragraph is cut off.

## What it does
Reports a paragraph that begins with a small letter in the middle of a word or sentence (`he
minister said`, `witter staff were told`), where the text before it is complete. Names written small
(`iPhone`, `van Gogh`), list items and lines that go on from the one before are left alone.

## Why it matters
A scraper lost the first letters or words: drop capitals and links at a paragraph's start are easily
lost. Readers stumble at once.

## Flags
- The river rose on Monday. ¶ ⟦he⟧ minister said that the bridge would be closed until May.
- The firm has laid off hundreds. ¶ ⟦witter⟧ staff were told of it by mail on Monday.
- The council met on Monday. ¶ ⟦n⟧ the evening, it voted for the plan of the mayor.
- The council met on Monday. ¶ ⟦government⟧ in the capital had urged it to vote for the plan.
- ⟦esterday⟧ the council met and voted for the plan that the mayor had made.

## Does not flag
- The firm met on Monday. ¶ iPhone sales rose by a tenth in the last three months of the year.
- The firm met on Monday. ¶ my5thgear offers an open platform for those who sell used lorries.
- The painters met in May. ¶ van Gogh said that he would not paint in the town again.
- The council wants to ¶ close the bridge to all lorries until the evening of that day.
- The council wants three things: ¶ closed bridges for all the lorries that come from the south.
- a) the bridge is closed to all lorries until the evening of that day.
- the bridge
"""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.lexicons import Safety as NameSafety
from copydesk.text.blocks import BlockKind, ends_like_a_sentence
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# What opens paragraphs so often that its rest is enough to know it by.
_OPENERS: Final = (
    "the he she it they we in on at as but and this that there these those what when while after"
    " although another some many most more however nevertheless meanwhile since for from if its"
    " his her their one two three five people with you even over other both all an such not"
    " last since during under until before between among despite because"
).split()
_PARTICLES: Final = frozenset(
    "de del della der den di da do dos du el la le les van von ter ten al bin ibn af av zu".split()
)
_SHORTEST: Final = 6  # tokens of a paragraph; shorter ones are rather captions
_REST: Final = 3  # letters that are a rest rather than a word or name of their own
_SHORT_WORDS: Final = frozenset("a go ad tv ok oh ah hi no so".split())
_FREQUENT: Final = 3.0  # Zipf: below it, a word of the lists is more often a rest of another
_LOST: Final = 5  # letters that may be missing
_MOST_FIXES: Final = 3
_MOST_MENDED: Final = 100  # findings with fixes in one text: looking for the lost letters is slow
_MOST_OPENERS: Final = 2  # openers that are offered
_CAPITAL_SHARE: Final = 0.5  # of the other paragraphs; below it, the text is written small
_LEGIBLE: Final = 4.0  # Zipf of a word worth offering
_MARKS: Final = frozenset(".):]/@-_=")


class CutOffStart(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "cut-off-start"
    family = Family.FRAGMENT
    severity = Severity.ERROR
    confidence = 0.97
    scope = Scope.DOCUMENT  # how other paragraphs begin says what is normal
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the paragraphs that begin with a small letter."""
        small = [
            index
            for index, block in enumerate(document.blocks)
            if document.text[block.span.start].islower()
        ]
        if not small:
            return
        cased = self._is_cased(document, small)
        reported = 0
        for index in small:
            token = self._candidate(document, index)
            if token is not None:
                severity = self._rate(document, index, token.lower, cased=cased)
                if severity is not None:
                    reported += 1
                    yield self._report(document, token, severity, mend=reported <= _MOST_MENDED)

    def _is_cased(self, document: Document, small: list[int]) -> bool:
        """Tell whether paragraphs of this text begin with capitals; rests of words don't count."""
        begun = [next(document.tokens(document.blocks[index].span), None) for index in small]
        whole = sum(token is not None and self._is_whole(token.lower) for token in begun)
        return whole <= 1 or whole < len(document.blocks) * _CAPITAL_SHARE

    def _candidate(self, document: Document, index: int) -> Token | None:
        """Return the first word of a paragraph of prose, unless it is written small by right."""
        block = document.blocks[index]
        sentences = document.sentences_of(index)
        if (
            block.kind is not BlockKind.PARAGRAPH
            or not sentences
            or sentences[-1].stop - sentences[0].first < _SHORTEST
        ):
            return None
        token = next(document.tokens(block.span))
        following = token.next
        if (
            token.kind is not Kind.WORD
            or token.shape is not Shape.LOWER
            or token.lower == "i"  # a writer who writes it small lost nothing
            or any(letter.isdigit() for letter in token.text)  # a brand: `my5thgear`
            or (len(token.text) > _REST and token.lower in self.lexicons.written_small)
            or following is None
            or (following.text[0] in _MARKS and token.joins(following) and len(token.text) == 1)
            or following.text in ("@", "=", "(")
            or (token.lower in _PARTICLES and following.shape is not Shape.LOWER)
        ):
            return None
        return token

    def _rate(self, document: Document, index: int, lower: str, *, cased: bool) -> Severity | None:
        """Weigh what the word is against how the text before it ends."""
        whole = self._is_whole(lower)
        safety = None if whole or len(lower) <= _REST else self._name_safety(lower)
        if safety is not None and safety > NameSafety.POSSIBLE:
            return None  # a name written small is another defect
        text = document.blocks[index].span.of(document.text)
        ended = ends_like_a_sentence(text)
        if index == 0:
            return Severity.WARNING if ended and cased else None
        before = document.blocks[index - 1]
        above = before.span.of(document.text)
        complete = ends_like_a_sentence(above) and above[-1] not in ":;"
        if whole:
            return Severity.WARNING if complete and ended and cased else None
        if complete or before.kind is BlockKind.HEADING:
            return Severity.ERROR if complete and cased and safety is None else Severity.WARNING
        # A signature or a source may end the paragraph before it: then the word must be known.
        sure = cased and ended and safety is None and len(lower) > _REST
        return Severity.WARNING if sure and self._is_rest_of_common(lower) else None

    def _is_rest_of_common(self, lower: str) -> bool:
        """Tell whether one letter makes it a common word: `riting`."""
        return any(self.lexicons.zipf(letter + lower) >= _LEGIBLE for letter in ascii_lowercase)

    def _is_whole(self, lower: str) -> bool:
        stem = lower.removesuffix("'s")
        lexicons = self.lexicons
        if len(stem) < _REST:
            return stem in _SHORT_WORDS or stem in lexicons.function_words
        return stem in lexicons.function_words or (
            lexicons.is_word(stem) and lexicons.zipf(stem) >= _FREQUENT
        )

    def _name_safety(self, lower: str) -> NameSafety | None:
        return self.lexicons.name_safety(lower.removesuffix("'s"))

    def _report(
        self, document: Document, token: Token, severity: Severity, *, mend: bool
    ) -> Finding:
        whole = self._is_whole(token.lower)
        found = self._restored(document, token.lower, whole=whole) if mend else []
        return self.finding(
            token.span,
            (
                f"The start of this paragraph seems to be missing before “{token.text}”"
                if whole
                else f"The start of the word is cut off: “{token.text}”"
            ),
            evidence=(
                "The paragraph begins with a small letter, though the text before it is complete"
                if whole
                else f"“{token.text}” is no word, but the end of one"
            ),
            fixes=tuple(
                Fix.replace(token.span, text, safety=Safety.REVIEW) for text in found[:_MOST_FIXES]
            ),
            severity=severity,
            confidence=None if severity is Severity.ERROR else 0.9,
        )

    def _restored(self, document: Document, lower: str, *, whole: bool) -> list[str]:
        """Return what the word may have been, the likeliest first."""
        found = [
            word.capitalize()
            for word in _OPENERS
            if word.endswith(lower) and 0 < len(word) - len(lower) <= _LOST
        ][:_MOST_OPENERS]
        own = [
            (len(form.tokens), form.text)
            for form in document.forms(Shape.TITLE)
            if form.lower.endswith(lower)
            and 0 < len(form.text) - len(lower) <= _LOST
            and len(lower) > 1
        ]
        found += [text for _, text in sorted(own, key=lambda pair: (-pair[0], pair[1]))]
        if lower in self.lexicons.function_words:
            found.append(lower.capitalize())
        elif whole:
            found.append(f"The {lower}")
        else:
            found += self._listed(lower)
        return list(dict.fromkeys(found))

    def _listed(self, lower: str) -> list[str]:
        """Put one or two letters before the rest of a word, and keep the common words."""
        heads = [*ascii_lowercase, *(a + b for a in ascii_lowercase for b in ascii_lowercase)]
        zipf = self.lexicons.zipf
        known = (self.lexicons.is_word, self.lexicons.name)
        words = [head + lower for head in heads if any(ask(head + lower) for ask in known)]
        common = [word for word in words if zipf(word) >= _LEGIBLE] or words
        return [word.capitalize() for word in sorted(common, key=lambda word: (-zipf(word), word))]
