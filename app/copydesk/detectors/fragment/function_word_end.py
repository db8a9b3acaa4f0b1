"""A sentence ends in a small word that can't end one.

## What it does
Reports a sentence whose last word before the full stop is an article, a possessive, a conjunction
or a preposition that hangs in the air (`he was the.`, `they went to of.`). Prepositions that a
clause leaves behind (`what it is for`), titles, letters and figures of speech are left alone. The
words are closed lists of English grammar, no collection of damaged texts.

## Why it matters
The rest of the sentence was lost, or a rewriting program put a stop where none belongs. What it
said is missing.

## Flags
- The council met on Monday. He was ⟦the.⟧
- They walked from the harbour and went ⟦to of.⟧
- The bridge was closed after the flood ⟦in the.⟧ It opened again in May.
- She sold the house of her mother and ⟦their.⟧
- The ferry was late ⟦because.⟧ Nobody was told.
- The bridge is older ⟦than.⟧
- The police have seen ⟦the of.⟧ They are looking for it.

## Does not flag
- Nobody knows what it is for. It was something to look at. He is the one we spoke of.
- The team needs a date to work towards. It is the goal that she had moved toward.
- "You mean The The?" He said that the last word was “the”.
- Was the house theirs or ours? They did it just because. He had won the game and the cup as such.
- The vote is on section 3 (a). He got vitamin a. The plan a. was dropped.
- He would do anything but. They own the .post and .travel domains and... the rest.
- They came in from. We went on and on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Severity
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Nothing ends in these. ("A" may be a letter, so it needs the word before it.)
_SURE: Final = frozenset("the an my our their every than during".split())
_LIKELY: Final = frozenset("and or nor because unless whereas whilst amid very such".split())
_LEFT_BEHIND: Final = frozenset("of to with for from at by into as toward towards".split())
_DETERMINERS: Final = frozenset("the a an my our their your his every".split())
# After these a determiner or "of" hangs: "in a.", "to of.", "of its."
_AHEAD: Final = frozenset("to in on at by for from with of into".split())
_VERBS: Final = frozenset("is was are were has have had be been being".split())
# "None other than.", "just because.", "as such.": said so in jest.
_FIGURES: Final = frozenset(
    {("other", "than"), ("rather", "than"), ("just", "because"), ("as", "such"), ("and", "such")}
)
_CANDIDATES: Final = _SURE | _LIKELY | _LEFT_BEHIND | {"a", "its"}
_CLOSING: Final = frozenset("\"'”’)]»")
_ENDS: Final = (".", "!", "?")
_FEWEST: Final = 4  # tokens of the sentence, its mark among them: "And the?" is said


class FunctionWordEnd(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "function-word-end"
    family = Family.FRAGMENT
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word before each full stop: one look-up for each."""
        texts, opens = document.token_texts, document.opens_sentence
        last = len(texts) - 1
        for mark in _ENDS:
            form = document.form(mark)
            for index in form.tokens if form is not None else ():
                if (
                    texts[index - 1] in _CANDIDATES
                    and index
                    and not opens[index]
                    and (index == last or opens[index + 1] or texts[index + 1] in _CLOSING)
                ):
                    found = self._judge(document.token(index - 1), document.token(index))
                    if found is not None:
                        yield found

    def _judge(self, word: Token, mark: Token) -> Finding | None:
        before = word.previous
        if before is None or not (word.joins(mark) and before.touches(word)):
            return None
        sentence = word.sentence
        text, ahead = word.text, before.lower
        if sentence.stop - sentence.first < _FEWEST or (ahead, text) in _FIGURES:
            return None
        hangs = ahead in _AHEAD or ahead in _DETERMINERS
        start = before.start if hangs else word.start
        if text in _SURE:
            severity = Severity.ERROR
        elif text in {"a", "its"}:
            if not (ahead in _AHEAD or (text == "a" and ahead in _VERBS)):
                return None
            severity = Severity.WARNING
        elif text in _LIKELY:
            severity = Severity.WARNING
        elif ahead in _DETERMINERS or (text == "of" and ahead in _AHEAD):
            severity = Severity.ERROR
        else:
            return None
        span = Span(start, mark.end)
        shown = Span(start, word.end).of(word.document.text)
        return self.finding(
            span,
            f"The sentence ends in “{shown}”: its rest seems to be missing",
            evidence=f"No sentence ends in “{shown}”",
            severity=severity,
            confidence=0.95 if severity is Severity.ERROR else None,
        )
