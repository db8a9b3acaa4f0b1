"""The indefinite article does not fit the word after it: `a announcement`, `an statement`.

## What it does
Compares `a` and `an` with the first sound of the next word. Words whose first sound is open (`an
historic`), abbreviations, figures and foreign phrases are left alone.

## Why it matters
Programs that replace a noun leave the article of the old one, so that a misfit often marks a word
that the author did not write: `in a announcement` was `in a statement`. Else it is a plain slip.

## Flags
- The firm said in ⟦a announcement⟧ that it would close.
- She read out ⟦an statement⟧ and left.
- It was ⟦a hour⟧ before help came, and ⟦an union⟧ complained.

## Does not flag
- It took an hour, a one-off fee, a European union and a useful idea.
- An historic day for an MP, a US envoy and an FBI agent.
- Group A includes Italy; vitamin A is in carrots; plan A it is.
- They sang “a una voce” and ate à la carte, a la mode.
- A “usable” plan, an uninformed guess, a unanimous vote, an umbrella.
- He got an A and a B, an 8 and an 80-20 split.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.substitution.sounds import article_for
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_ARTICLES: Final = frozenset({"a", "an"})
# With these, "an" is mostly right; with all others, "a" is.
_OPEN_LETTERS: Final = frozenset("aeio")
_EITHER: Final = frozenset("uh")
# Said with and without the first sound, or spelt like a foreign word.
_OPEN: Final = re.compile(r"h|u[nrs]?$|eu[^r]|x|ou|oa|[aeiou]$|[aeiou]'|y[^aeiou]|uw|ua|one$|ewe")
_MOST: Final = 10_000  # of 100,000 words, 3,000 are articles
_SHORTEST: Final = 3
_SOUND: Final = {"a": "consonant’s sound", "an": "vowel’s sound"}
# What a word before shows: the letter is a name (`plan A`), or the language is not English.
_FOREIGN: Final = frozenset({"la", "una", "uno", "un", "o", "e", "i", "il", "al", "el", "ao", "à"})


class ArticleMismatch(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "article-mismatch"
    family = Family.SUBSTITUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the articles: some thirty in a thousand words, told apart by the next letter."""
        for article in self._candidates(document):
            noun = article.next
            if noun is None or not self._misfits(article, noun):
                continue
            right = article_for(noun.text)
            written = right.capitalize() if article.text[0].isupper() else right
            yield self.finding(
                article.span.to(noun.span),
                f"“{article.text}” does not go with “{noun.text}”: “{right}” does",
                evidence=f"“{noun.text}” begins with a {_SOUND[right]}",
                fixes=(Fix.replace(article.span, written, safety=Safety.REVIEW),),
            )

    def _candidates(self, document: Document) -> Iterator[Token]:
        """Visit the articles before a letter that mostly goes with the other one."""
        keys = document.keys
        for word in ("a", "an"):
            for index in document.words.get(word, ())[:_MOST]:
                letter = keys[index + 1][0] if index + 1 < len(keys) else " "
                if letter in _EITHER or (letter in _OPEN_LETTERS) is (word == "a"):
                    yield document.token(index)

    def _misfits(self, article: Token, noun: Token) -> bool:
        """Tell whether this is an article, and the wrong one for what follows."""
        if not noun.is_word or not article.touches(noun) or article_for(noun.text) == article.lower:
            return False
        if article.text != article.lower and not article.opens_sentence:
            return False  # a letter: "Group A includes"
        if article.opens_sentence and article.text == "A" and noun.shape is not Shape.LOWER:
            return False  # "A Un Certain Regard winner", initials
        lower = noun.lower
        if noun.shape in {Shape.UPPER, Shape.MIXED} or lower in _FOREIGN or len(lower) < _SHORTEST:
            return False
        known = self.lexicons.is_word(lower) or lower in self.lexicons.nationalities
        if not known or not lower.isascii():
            return False
        silent = lower.startswith(("hour", "honest", "heir", "honour", "honor"))
        if _OPEN.match(lower) and not (silent and article.lower == "a"):
            return False
        before = article.previous
        return before is None or before.lower not in _ARTICLES | {"to", "e", "o"}
