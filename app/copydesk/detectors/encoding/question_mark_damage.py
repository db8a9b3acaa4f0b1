"""A character was lost, and a question mark stands in its place: `don?t`, `caf?`, `?We are`.

## What it does
Reports question marks inside words, before words, and after a comma, where a program put one for an
apostrophe, an accented letter, a quotation mark, a dash, or the sign of a currency or a degree. One
that could be a slip of typing has less confidence than two in an article, or than an apostrophe.

## Why it matters
Statements turn into questions and names are lost. All marks of the kind went the same way, so that
one tells of others.

## Flags
- They ⟦don?t⟧ know the ⟦company?s⟧ plan.
- ⟦?⟧We will stay,⟦?⟧ she said in a ⟦caf?⟧ on Monday.
- It cost ⟦?⟧40 in the ⟦na?ve⟧ years.
- The talks ⟦?⟧ the first since 2019 ⟦?⟧ ended at 38⟦?⟧C in the 1998⟦?⟧2005 hall.

## Does not flag
- Is it late? “Why?” she asked. Who?, he wrote; what?! See example.de/a?b=1 or https://example.com/?a.
- Did you rub it?Did you sleep? Is it open ? Yes, at 5 p.m.? 12. Nf3? e5!?
- Is it so ? nobody knows. What is an “e?
- He asked who ? and why ? but nobody knew. “You came ? he said. Qxe5?Cf3 12?
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_LOST: Final = "?"
_WORD: Final = 40
_SHORT: Final = 3
# What stands behind the apostrophe of a contraction or a possessive.
_ENDINGS: Final = frozenset("d ll m re s t ve".split())
_STEMS: Final = {
    "m": frozenset({"i"}),
    "re": frozenset("they there we what who you".split()),
    "ve": frozenset("could i might must should they we who would you".split()),
    "ll": frozenset("he i it she that there they we who you".split()),
    "d": frozenset("he i it she they we who you".split()),
}
# Letters that English text takes from its neighbours.
_LETTERS: Final = "éèêëïíîáàâäãåóôöøüúûçñ"
_SPACED: Final = frozenset(" \t\n\r\xa0([")
_ADDRESSED: Final = frozenset("/=&@\\_")


_YEAR: Final = 4
_YEARS: Final = re.compile(r"(?:1[89]|20)\d\d\?(?:1[89]|20)\d\d")
_SCALES: Final = ("C", "F")
_STANDS_ALONE: Final = re.compile(r"[\w,)] \? [a-z]")
_ASIDE: Final = 150
_SAME: Final = frozenset('.!?\n“”"')
# Who asks twice in a sentence says so by one of these.
_ASKING: Final = frozenset(
    "asked am are can could did do does had has have how is may might must or said says shall "
    "should was were what when where which who whom whose why will would".split()
)


class _Kind(Enum):
    APOSTROPHE = auto()
    LETTER = auto()
    JOINED = auto()  # a dash, or a question whose space is gone
    OPENING = auto()
    CURRENCY = auto()
    CLOSING = auto()
    DASH = auto()
    DEGREE = auto()


@dataclass(frozen=True, slots=True)
class _Damage:
    kind: _Kind
    mark: int
    span: Span
    meant: str | None


_SAYS: Final = {
    _Kind.APOSTROPHE: "an apostrophe",
    _Kind.LETTER: "a letter",
    _Kind.JOINED: "a dash or another mark",
    _Kind.OPENING: "an opening quotation mark or another mark",
    _Kind.CURRENCY: "the sign of a currency",
    _Kind.CLOSING: "a closing quotation mark",
    _Kind.DASH: "a dash",
    _Kind.DEGREE: "the sign of a degree",
}


class QuestionMarkDamage(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "question-mark-damage"
    family = Family.ENCODING
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.DOCUMENT  # one alone may be a slip, two are damage
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the question marks; addresses have theirs inside."""
        found = [
            damage
            for token in document.marks(_LOST)
            if (damage := self._judge(document.text, token.start)) is not None
        ]
        found += _dashes(document)
        if not found or "¿" in document.text:
            return
        text = document.text
        curly = text.count("’") + text.count("“") >= text.count('"') + text.count("'")
        for damage in found:
            sure = damage.kind is _Kind.APOSTROPHE or len(found) > 1
            yield self._report(text, damage, curly=curly, sure=sure)

    def _judge(self, text: str, mark: int) -> _Damage | None:
        before, after = text[mark - 1 : mark], text[mark + 1 : mark + 2]
        if before in _SPACED or not before:
            if not after.isalnum() or _is_address(text, mark):
                return None
            kind = _Kind.CURRENCY if after.isdigit() else _Kind.OPENING
            return _Damage(kind, mark, Span(mark, mark + 1), None)
        if before == ",":
            closes = text[mark - 2 : mark - 1].isalpha() and (not after or after.isspace())
            return _Damage(_Kind.CLOSING, mark, Span(mark, mark + 1), None) if closes else None
        if before.isdigit():
            return _between_figures(text, mark)
        if not before.isalpha():
            return None
        start, end = _word_start(text, mark), _word_end(text, mark + 1)
        left, right = text[start:mark].lower(), text[mark + 1 : end].lower()
        if _is_address(text, mark):
            return None
        if not right:
            goes_on = text[mark + 1 : mark + 2].isspace() and text[mark + 2 : mark + 3].islower()
            meant = self._letter(left, "") if goes_on and len(left) > 1 else None
            return None if meant is None else _Damage(_Kind.LETTER, mark, Span(start, end), meant)
        if not (after.islower() and left.isascii() and right.isascii()):
            return None
        span = Span(start, end)
        if right in _ENDINGS and self._is_stem(left, right):
            return _Damage(_Kind.APOSTROPHE, mark, span, "'")
        meant = self._letter(left, right)
        if meant is not None or not (self._is_known(left) and self._is_known(right)):
            return _Damage(_Kind.LETTER, mark, span, meant)
        return _Damage(_Kind.JOINED, mark, Span(mark, mark + 1), None)

    def _is_stem(self, left: str, ending: str) -> bool:
        if ending == "t":
            return left.endswith("n") and self.lexicons.is_word(f"{left}'t")
        if ending == "s":
            return self._is_known(left)
        return left in _STEMS[ending]

    def _is_known(self, word: str) -> bool:
        return self.lexicons.is_word(word) or self.lexicons.name(word) is not None

    def _letter(self, left: str, right: str) -> str | None:
        """Return the letter that makes a word of what is left of one."""
        if not right and self._is_known(left):
            return None
        for letter in _LETTERS:
            if self._is_known(f"{left}{letter}{right}"):
                return letter
        # Lists that know the word without its accent tell no more than that it had one.
        plain = len(left) >= _SHORT and not right and self.lexicons.is_word(f"{left}e")
        return "é" if plain else None

    def _report(self, text: str, damage: _Damage, *, curly: bool, sure: bool) -> Finding:
        mark = Span(damage.mark, damage.mark + 1)
        safety = Safety.REVIEW
        meant: tuple[str, ...] = () if damage.meant is None else (damage.meant,)
        if damage.kind is _Kind.APOSTROPHE:
            meant, safety = ("’" if curly else "'",), Safety.SAFE
        elif damage.kind is _Kind.OPENING:
            meant = ("“" if curly else '"', "")
        elif damage.kind is _Kind.CLOSING:
            meant = ("”" if curly else '"',)
        elif damage.kind is _Kind.CURRENCY:
            meant = ("£", "€")
        elif damage.kind is _Kind.JOINED:
            meant = ("—",)
        elif damage.kind in (_Kind.DASH, _Kind.DEGREE):
            meant = ("–" if damage.kind is _Kind.DASH else "°",)
        around = text[max(0, damage.span.start - 8) : damage.span.end + 8].split()
        printed = damage.span.of(text)
        where = next((word for word in around if _LOST in word), printed)
        return self.finding(
            damage.span,
            f"The question mark in “{where}” stands for {_SAYS[damage.kind]} that was lost",
            evidence="A program prints “?” for a character that its encoding does not have",
            fixes=tuple(
                Fix.replace(
                    mark, written, safety=safety, title=None if written else "Delete the mark"
                )
                for written in meant
            ),
            confidence=None if sure else 0.8,
        )


def _between_figures(text: str, mark: int) -> _Damage | None:
    """Judge a mark right after a figure: `2018?2020`, `38?C`."""
    if _is_address(text, mark):
        return None
    span = Span(mark, mark + 1)
    if _YEARS.fullmatch(text, max(0, mark - _YEAR), min(len(text), mark + 1 + _YEAR)):
        near = text[max(0, mark - _YEAR - 1) : mark - _YEAR], text[mark + 1 + _YEAR :][:1]
        return None if any(map(str.isalnum, near)) else _Damage(_Kind.DASH, mark, span, None)
    if text[mark + 1 : mark + 2] in _SCALES and not text[mark + 2 : mark + 3].isalnum():
        start = mark
        while start > 0 and mark - start < _SHORT and text[start - 1].isdigit():
            start -= 1
        led = text[max(0, start - 1) : start]
        return None if led.isalnum() else _Damage(_Kind.DEGREE, mark, span, None)
    return None


def _dashes(document: Document) -> Iterator[_Damage]:
    """Visit pairs of marks that stand alone: `the talks ? the first since May ? ended`."""
    text = document.text
    last: int | None = None
    for token in document.marks(_LOST):
        mark = token.start
        if not _STANDS_ALONE.match(text, mark - 2):
            last = None
            continue
        between = text[last + 1 : mark] if last is not None and mark - last < _ASIDE else "."
        if last is None or not _SAME.isdisjoint(between):
            last = mark
            continue
        before = text[max(0, last - _ASIDE) : last]
        head = before[max(before.rfind(sign) for sign in '.!?\n“"') + 1 :].split()
        # The month is no question: only the first word is asked in lower case.
        words = (*(word.lower() for word in head[:1]), *head[1:], *between.split())
        if len(head) > 1 and _ASKING.isdisjoint(words):
            yield _Damage(_Kind.DASH, last, Span(last, last + 1), None)
            yield _Damage(_Kind.DASH, mark, Span(mark, mark + 1), None)
        last = None


def _is_address(text: str, mark: int) -> bool:
    """Tell whether the mark stands in an address, a path or a formula."""
    start, end = mark, mark + 1
    while start > 0 and mark - start < _WORD and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - mark < _WORD and not text[end].isspace():
        end += 1
    return not _ADDRESSED.isdisjoint(text[start:end])


def _word_start(text: str, offset: int) -> int:
    start = offset
    while start > 0 and offset - start < _WORD and text[start - 1].isalpha():
        start -= 1
    return start


def _word_end(text: str, offset: int) -> int:
    end = offset
    while end < len(text) and end - offset < _WORD and text[end].isalpha():
        end += 1
    return end
