"""The pronoun “I” is written small.

## What it does
Reports the pronoun of the first person in a small letter, alone (`i think`, `so do i`) or with a
contraction (`i'm`, `i’ve`). Where it stands alone, an English sentence round it and a verb, an
adverb or a question (`should i`) beside it have to show that the pronoun is meant.

## Why it matters
English knows no small pronoun of the first person. It is the mark of unedited mail and chat, and of
translation programs that follow another language.

## Flags
- He asked whether ⟦i⟧ wanted tea, and ⟦i⟧ said that ⟦i⟧'m fine.
- My sister and ⟦i⟧ are going to the fair.
- She likes the town, and so do ⟦i⟧.
- What should ⟦i⟧ do now?
- “⟦i⟧ never saw it,” he said. “⟦i⟧’d have told you.”
- The part ⟦i⟧ like best is the end, but ⟦im⟧ not sure why.

## Does not flag
- The council (i) repairs the bridge and (ii) builds a second one, i.e. a wider one.
- i) The bridge will be closed. ii) The road stays open.
- Let i be the number of steps; for each i we find x, where i is less than n and i = 1 at first.
- She reads the i every morning, and an i without its dot annoys her.
- He saw I promessi sposi and sang “Tu scendi dalle stelle” per i bambini e i miei amici.
- They listened to will.i.am on an iPhone, and the i-Pace was parked outside.
- Im Westen nichts Neues hangs im Museum, said the guide.
- See chapter i was the note in the margin, and part i was lost.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.document import MOST_VISITED
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document, Token

_CONTRACTIONS: Final = tuple(
    f"i{mark}{ending}" for mark in "'’" for ending in ("m", "ve", "d", "ll", "ma")
)
# What may stand right before and after the pronoun; an `i` joined to anything else is no word.
_BEFORE: Final = frozenset("“‘\"'(—–…,;:!?.*")
_AFTER: Final = frozenset("”’\"')—–…,;:!?.*")
# After these it is a letter, a variable or a newspaper.
_NO_PRONOUN_AFTER: Final = frozenset(
    "a an dot each every index let letter the variable vowel".split()
)
# After these it is a numeral, but for `the part i like`.
_NUMBERED: Final = frozenset(
    "act appendix book chapter class figure grade group level line note page paragraph part phase "
    "schedule section stage step title type volume".split()
)
_ONE_OF_THEM: Final = frozenset("a best first last only that the this worst".split())
# Contractions whose apostrophe was lost with the capital.
_RUN_TOGETHER: Final = {"im": "I’m", "ive": "I’ve"}
_WITHOUT_APOSTROPHE: Final = frozenset(
    "aint cant couldnt didnt dont havent hadnt shouldnt wasnt wont wouldnt".split()
)
# What follows a variable, the `i` of other languages, or that of `i phone`, but no pronoun.
_NO_VERBS: Final = frozenset(
    "are be been being cloud equals is mac message pad phone player pod robot th tunes watch "
    "were".split()
)
# A verb in -s has another subject: `i runs from 1 to n`.
_OWN_S: Final = frozenset("always besides nevertheless perhaps sometimes was".split())
_PREPOSITIONS_TOO: Final = frozenset(("like", "no", "past"))  # `i like`, `i no longer`
_PLURAL_VERBS: Final = frozenset(("are", "were"))
_INVERTED: Final = frozenset(
    "am can could did do had have may might must shall should was will would".split()
)
_SIGNS: Final = frozenset("=<>+*/[]{}^_`|\\")
# Function words of English that other languages have as well.
_SHARED: Final = frozenset(
    "a an as at do die even for he her i in la man me mi more most must no o of on once over "
    "per so than under us van via".split()
)
_WINDOW: Final = 6  # words on each side
_SIGN_WINDOW: Final = 3
_MOST: Final = 200  # nobody mends more by hand


class LowercaseI(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "lowercase-i"
    family = Family.CASING
    severity = Severity.ERROR
    confidence = 0.99
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Sort out what may follow."""
        super().__init__(lexicons)
        self._no_verbs = (
            lexicons.prepositions | lexicons.determiners | lexicons.conjunctions | _NO_VERBS
        ) - _PREPOSITIONS_TOO
        self._english = lexicons.function_words - _SHARED

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up the few forms that there are."""
        contracted = [form for text in _CONTRACTIONS if (form := document.form(text)) is not None]
        tokens = chain.from_iterable(form.tokens for form in contracted)
        found = [index for index in tokens if self._stands_free(document, document.token(index))]
        alone = document.form("i")
        if alone is not None:
            seen = alone.tokens[:MOST_VISITED]
            pronouns = (i for i in seen if self._is_pronoun(document, document.token(i)))
            found += islice(pronouns, _MOST)
        for text in _RUN_TOGETHER:
            form = document.form(text)
            for index in form.tokens if form is not None else ():
                if self._is_run_together(document, document.token(index)):
                    found.append(index)
        for index in sorted(found)[:_MOST]:
            yield self._report(document.token(index))

    @staticmethod
    def _stands_free(document: Document, token: Token) -> bool:
        """Tell whether a word is no part of code, of an address or of another word."""
        text, start, end = document.text, token.start, token.end
        return (
            (start == 0 or text[start - 1].isspace() or text[start - 1] in _BEFORE)
            and (end == len(text) or text[end].isspace() or text[end] in _AFTER)
            and token.block.kind is not BlockKind.CODE
        )

    def _is_pronoun(self, document: Document, token: Token) -> bool:
        if not self._stands_free(document, token):
            return False
        before, after = token.previous, token.next
        asked = before is not None and before.touches(token) and before.lower in _INVERTED
        if after is None or not token.touches(after):
            meant = asked and document.text[token.end : token.end + 1] != ")"
        elif before is not None and self._is_figure(before):
            meant = False
        elif after.lower in _PLURAL_VERBS:  # `my sister and i are`
            second = before.previous if before is not None and before.lower == "and" else None
            meant = second is not None and second.is_word and len(second.text) > 1
        else:
            meant = self._may_be_its_verb(after) or (asked and after.is_word)
        return meant and self._is_in_english(document, token)

    @staticmethod
    def _is_figure(before: Token) -> bool:
        """Tell whether the word before makes a letter or a numeral of it: `the i`, `part i`."""
        if before.lower in _NO_PRONOUN_AFTER:
            return True
        earlier = before.previous
        return before.lower in _NUMBERED and (earlier is None or earlier.lower not in _ONE_OF_THEM)

    def _may_be_its_verb(self, after: Token) -> bool:
        lower = after.lower
        return (
            after.shape is Shape.LOWER
            and len(lower) > 1
            and lower not in self._no_verbs
            and (not lower.endswith("s") or lower.endswith("ss") or lower in _OWN_S)
            and (self.lexicons.is_word(lower) or lower in _WITHOUT_APOSTROPHE)
        )

    def _is_run_together(self, document: Document, token: Token) -> bool:
        """Tell whether `im` is `I’m`, and no German."""
        after = token.next
        return (
            after is not None
            and after.shape is Shape.LOWER
            and self._stands_free(document, token)
            and self._is_in_english(document, token)
        )

    def _is_in_english(self, document: Document, token: Token) -> bool:
        """Tell whether the words around are English, and no formula is among them."""
        sentence = token.sentence
        texts = document.token_texts
        near = slice(
            max(sentence.first, token.index - _SIGN_WINDOW),
            min(sentence.stop, token.index + _SIGN_WINDOW + 1),
        )
        if not _SIGNS.isdisjoint(texts[near]):
            return False
        first = max(sentence.first, token.index - _WINDOW)
        stop = min(sentence.stop, token.index + _WINDOW + 1)
        english = strange = 0
        for index in range(first, stop):
            other = document.token(index)
            if index == token.index or other.kind is not Kind.WORD:
                continue
            if other.lower in self._english:
                english += 1
            elif other.shape is Shape.LOWER and other.lower not in self.lexicons.names:
                strange += not self.lexicons.is_word(other.lower)
        return strange <= english

    def _report(self, token: Token) -> Finding:
        span, text, safety = Span(token.start, token.start + 1), "I", Safety.SAFE
        written = _RUN_TOGETHER.get(token.text)
        if written is None:
            written = f"I{token.text[1:]}"
        else:
            span, text, safety = token.span, written, Safety.REVIEW
        return self.finding(
            span,
            f"The pronoun in “{token.text}” wants a capital: “{written}”"
            if len(token.text) > 1
            else "The pronoun “i” wants a capital: “I”",
            evidence="English writes the pronoun of the first person with a capital everywhere.",
            fixes=(Fix.replace(span, text, safety=safety, title=f"Write “{written}”"),),
        )
