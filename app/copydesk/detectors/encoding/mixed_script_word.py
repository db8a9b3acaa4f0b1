"""A word is written with letters of another script that look like Latin ones.

## What it does
Reports English words in which letters are Cyrillic, Greek or Armenian look-alikes: within a Latin
word, or for the whole of it amid Latin text. Where the Latin spelling is a word or name, the fix
may be applied unseen. The table of look-alikes is ours, by the shapes of common typefaces.

## Why it matters
The word looks right and isn't: search, spell checkers and screen readers don't know it. It is how
copied text hides from filters that look for copies.

## Flags
- The ⟦Cоuncil⟧ wants a ⟦clоѕer⟧ look at the plan.
- They went ⟦tо⟧ the ⟦beасh⟧ with Anna.
- The ⟦rосе⟧ was not seen by ⟦Dmіtrо⟧ Shevchuk.
- A ⟦Νew⟧ York paper broke the story.
- It was a ⟦wеll-known⟧ case, and ⟦dоn’t⟧ we know it.

## Does not flag
- The Russian for rubbish, сор, rhymes with спор.
- Interferon-γ, TNFα and NFκB were measured, in μg and kΩ, with β-blockers.
- Москва is Moscow, Αθήνα is Athens, and Ерван is neither.
- The band KoЯn and the game TETЯIS are written so.
- The pressure is ρgh, and Δx is small.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.document import MOST_VISITED
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_FOREIGN: Final = re.compile("[\u0370-\u058f]")
_CYRILLIC: Final = str.maketrans("АВЕЅІЈКМНОРСТУХаеорсухѕіјһԁԛԝӏ", "ABESIJKMHOPCTYXaeopcyxsijhdqwl")
_GREEK: Final = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧικνορυχ", "ABEZHIKMNOPTYXikvopux")
_ARMENIAN: Final = str.maketrans("օոսհցՕՍՏ", "onuhgOUS")
_LATIN: Final = _CYRILLIC | _GREEK | _ARMENIAN
_LONGEST: Final = 40
_SHORTEST: Final = 3  # of a mixed word that no list knows
_PARTS: Final = re.compile(r"[^\W\d_]+")
_COMMON: Final = 4.0  # a whole word of look-alikes may be Russian as well


class MixedScriptWord(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "mixed-script-word"
    family = Family.ENCODING
    severity = Severity.ERROR
    confidence = 0.99
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the words that hold a letter of another script."""
        if document.text.isascii():
            return
        sentences: dict[int, bool] = {}
        written = document.written
        for text in [text for text in written if not text.isascii() and len(text) <= _LONGEST]:
            form = written[text]
            if form.kind is Kind.WORD and _FOREIGN.search(text):
                for index in form.tokens[:MOST_VISITED]:
                    yield from self._judge(document.token(index), sentences)

    def _judge(self, word: Token, sentences: dict[int, bool]) -> Iterator[Finding]:
        latin = word.text.translate(_LATIN)
        if _FOREIGN.search(latin):
            return  # not all of its letters are look-alikes
        known = self._is_known(latin)
        if any(map(_is_mixed, _PARTS.findall(word.text))):
            # Greek letters stand in formulas, and Cyrillic endings on initials: SMSки.
            sure = not _holds_greek(word.text) and len(latin) >= _SHORTEST
            if not known and not (sure and _changes_inside(word.text)):
                return
            evidence = "Letters of two alphabets stand in one word"
        else:
            if not known or not self._is_disguised(word, latin):
                return
            sentence = word.sentence.index
            if sentence not in sentences:
                sentences[sentence] = _is_latin(word)
            if not sentences[sentence]:
                return
            evidence = "All its letters are look-alikes, and it stands in English text"
        yield self.finding(
            word.span,
            f"“{word.text}” is “{latin}” with letters of another alphabet",
            evidence=evidence,
            fixes=(Fix.replace(word.span, latin, safety=Safety.SAFE if known else Safety.REVIEW),),
        )

    def _is_known(self, latin: str) -> bool:
        lower = latin.lower()
        lexicons = self.lexicons
        if lexicons.is_word(lower) or lexicons.name(lower) is not None:
            return True
        parts = _PARTS.findall(lower.removesuffix("'s").removesuffix("’s"))
        return all(lexicons.is_word(part) or lexicons.name(part) is not None for part in parts)

    def _is_disguised(self, word: Token, latin: str) -> bool:
        """Tell a disguised English word from a foreign one that happens to look like it."""
        lower = latin.lower()
        if self.lexicons.zipf(lower) < _COMMON and lower not in self.lexicons.names:
            return False
        if len(word.text) == 1 and latin not in {"a", "I", "A"}:
            return False
        near = (word.previous, word.next)
        # What is quoted, bracketed or set off with a dash may be a word of another language.
        return all(token is None or token.text in {",", "."} or token.is_word for token in near)


def _is_latin(word: Token) -> bool:
    """Tell whether the sentence of `word` is Latin text, but for look-alikes."""
    sentence = word.sentence
    texts = word.document.token_texts[sentence.first : sentence.stop]
    return not any(_FOREIGN.search(text.translate(_LATIN)) for text in texts) and any(
        text.isascii() and text.isalpha() and len(text) > 1 for text in texts
    )


def _is_mixed(part: str) -> bool:
    foreign = len(_FOREIGN.findall(part))
    return 0 < foreign < len(part)


def _holds_greek(text: str) -> bool:
    return any("\u0370" <= character <= "\u03ff" for character in text)


def _changes_inside(text: str) -> bool:
    """Tell whether the alphabets change more than once, or a small letter stands in both."""
    foreign = "".join(_FOREIGN.findall(text))
    return any(map(str.islower, foreign)) and any(
        character.islower() and not _FOREIGN.match(character) for character in text
    )
