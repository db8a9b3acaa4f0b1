"""A space stands before a comma, a full stop or another mark: `the experience .`.

## What it does
Reports a space between a word and the comma, full stop, colon, semicolon, question or exclamation
mark that belongs to it, and takes the space out. Once, after a common word or a number, it is a
warning; where the article does it again, an error. After a name, where the space may come from
the mark-up of a title, it is information unless the article has it after common words, too. From
nine such places on, each paragraph is reported once, with all of its spaces in one fix.

## Why it matters
Programs that cut a text into words and glue it together again leave these spaces behind, and lines
break before the mark.

## Flags
- Nobody had seen the ⟦harbour ,⟧ or so they said.
- They were glad of the ⟦experience .⟧ From 1981 to ⟦2009 ,⟧ they won it twice.
- She asked why the boats were ⟦late ?⟧ Nobody knew the ⟦reason ;⟧ they waited.
- The ⟦ferry ,which⟧ was late, had left.

## Does not flag
- He waited ... and waited . . . and then, well … he left. It cost .5 of a cent. Wait ...
- The .com bubble, ASP .NET, a .22 rifle and the file .bashrc are written so.
- That was fun :) and so was this ;-) and that :D
- He said: « Vive la France ! » and she said « Pourquoi ? » as they left.
- In set theory, f : A and x , 3 are something else; so is 4 , 5.
- Prices of the rates ?rose again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.punctuation.gaps import SPACES, gaps
from copydesk.findings import Edit, Family, Fix, Related, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_HARD: Final = "\xa0"  # French typography wants it before high marks
_ELLIPSIS: Final = frozenset(".…")
_HIGH: Final = ";:!?"
_CLOSING: Final = '"”’)»]'
_SMILES: Final = frozenset(")(-")
_FRENCH: Final = "«»"
_WIDEST: Final = 8  # spaces in a row; more are the columns of a table
_MANY: Final = 9
_SHORTEST: Final = 2  # letters; `f : A` and `x , y` are formulas
_GROUP: Final = 3  # digits, of a number with a space before its comma


@dataclass(frozen=True, slots=True)
class _Place:
    """A mark with a space before it, and the word that it belongs to."""

    word: Token
    mark: Token
    plain: bool  # after a common word or a number, and not after a name
    glued: Token | None  # the word right behind the mark

    @property
    def span(self) -> Span:
        return self.word.span.to((self.glued or self.mark).span)

    @property
    def edits(self) -> tuple[Edit, ...]:
        space = Edit(Span(self.word.end, self.mark.start), "")
        if self.glued is None:
            return (space,)
        return (space, Edit(Span(self.mark.end, self.mark.end), " "))


class SpaceBeforeMark(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "space-before-mark"
    family = Family.PUNCTUATION
    severity = Severity.WARNING
    confidence = 0.97
    scope = Scope.DOCUMENT  # whether it is one slip or a habit
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look for marks after a space only: clean copy has next to none."""
        places = list(self._places(document))
        if len(places) < _MANY:
            habit = sum(place.plain for place in places)
            for place in places:
                yield self._report((place,), habit)
            return
        for _, group in groupby(places, key=lambda place: place.mark.sentence.block):
            yield self._report(tuple(group), len(places))

    def _places(self, document: Document) -> Iterator[_Place]:
        for index in gaps(document).spaced:
            place = self._judge(document, document.token(index))
            if place is not None:
                yield place

    def _judge(self, document: Document, mark: Token) -> _Place | None:
        text, index = document.text, mark.index
        if not index:
            return None
        word = document.token(index - 1)
        between = text[word.end : mark.start]
        if len(between) > _WIDEST or not SPACES.issuperset(between):
            return None
        if word.sentence.block != mark.sentence.block or mark.block.kind is BlockKind.CODE:
            return None
        following = text[mark.end : mark.end + 1]
        glued = None
        if following in _SMILES and mark.text in ":;":
            return None
        if following and not following.isspace() and following not in _CLOSING:
            glued = self._glued(word, mark)
            if glued is None:
                return None
        if mark.text == "." and text[mark.end : mark.end + 2].strip()[:1] in _ELLIPSIS:
            return None  # an ellipsis with spaces
        if not self._is_end(word) or _is_formula(document, word, mark):
            return None
        if mark.text in _HIGH and (_HARD in between or _is_elsewhere(document, mark)):
            return None
        plain = word.kind is Kind.NUMBER or (
            word.shape is Shape.LOWER and self.lexicons.is_word(word.lower)
        )
        return _Place(word, mark, plain, glued)

    def _glued(self, word: Token, mark: Token) -> Token | None:
        """Return the word right behind the mark, in `ferry ,which`."""
        after = mark.next
        if after is None or after.kind is not Kind.WORD or len(after.text) < _SHORTEST:
            return None
        if mark.text != "," or word.kind is not Kind.WORD or not after.text.islower():
            return None
        return after if self.lexicons.is_word(after.lower) else None

    @staticmethod
    def _is_end(word: Token) -> bool:
        """Tell a word or a number from a bracket, a dash or another mark."""
        if word.kind is Kind.NUMBER:
            return True
        return word.kind is Kind.WORD and len(word.text) >= _SHORTEST

    def _report(self, places: tuple[_Place, ...], habit: int) -> Finding:
        first, *others = places
        if first.plain:
            severity = Severity.ERROR if habit > 1 else Severity.WARNING
        else:
            severity = Severity.WARNING if habit else Severity.INFO
        count = f" and at {len(others)} more marks of the paragraph" if others else ""
        return self.finding(
            first.span,
            f"A space stands before “{first.mark.text}”{count} after “{first.word.text}”",
            evidence=(
                f"The article has {habit} such spaces"
                if habit > 1
                else "A mark stands right behind its word"
            ),
            fixes=(
                Fix(
                    tuple(edit for place in places for edit in place.edits),
                    Safety.SAFE if severity > Severity.INFO else Safety.REVIEW,
                    "Take the spaces out" if others else "Take the space out",
                ),
            ),
            related=tuple(Related(place.span, "and here") for place in others),
            severity=severity,
            confidence=None if severity > Severity.INFO else 0.8,
        )


def _is_formula(document: Document, word: Token, mark: Token) -> bool:
    """Tell `4 , 5` and `5 , 000` from the year and the sum that end a clause."""
    if word.kind is not Kind.NUMBER or mark.text not in ".,:":
        return False
    after = mark.next
    return after is not None and after.kind is Kind.NUMBER and document.text[mark.end] in SPACES


def _is_elsewhere(document: Document, mark: Token) -> bool:
    """Tell French, labels (`Price : 5`) and what may be left of a lost character."""
    sentence = mark.sentence.span.of(document.text)
    if any(quote in sentence for quote in _FRENCH):
        return True
    after = mark.next
    if mark.text == ":":
        return mark.previous is None or not mark.previous.text.islower() or _is_label(mark)
    return mark.text == "?" and after is not None and after.text[0].islower()


def _is_label(mark: Token) -> bool:
    """Tell a colon after the first words of a line."""
    return mark.index - mark.sentence.first <= _GROUP
