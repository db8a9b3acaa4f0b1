"""Somebody tells, and nobody is told.

## What it does
Reports `told` and `informed` in the active voice, after a name, an office or a pronoun, that lead
to what was said without naming a hearer (`Ruiz told that`, `told on Friday that`, `told: “…`).

## Why it matters
“Tell” needs a hearer. Where one is missing, it was lost when the sentence was rewritten or
translated, or “said” was meant.

## Flags
- Mayor Ana Ruiz ⟦told that⟧ the bridge would stay shut.
- Lindqvist ⟦told on Friday that⟧ he would not go.
- The minister has ⟦informed that⟧ the talks are over.
- Ruiz ⟦told:⟧ “We are ready.”

## Does not flag
- He was told that the bridge was shut. Ruiz, told that she had lost, went home.
- Lindqvist told reporters on Friday that he would not go.
- She told that story twice. He told that to the court.
- I have been informed that the talks are over.
- The residents told that the water was safe went home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import Reader, span_of
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind, Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_VERBS: Final = ("told", "informed")
_SUBJECTS: Final = frozenset("he she they we i who".split())
_PERFECT: Final = frozenset({"has", "had", "have"})
_ADVERBS: Final = frozenset({"also", "then", "later", "further"})
# What a clause begins with; after "told that" a noun would make "that" its article.
_OPENERS: Final = frozenset(
    """
    he she it they we i you there the a an his her their its our my this these those all no some
    many most nobody everyone if when while after more nothing something one both such only people
    children women men police
    """.split()
)
_SINGULAR: Final = ("ss", "us", "is", "'s")
_TOLD: Final = frozenset("police people staff parents".split())
_QUOTES: Final = frozenset('“"')


class ToldWithoutAddressee(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "told-without-addressee"
    family = Family.ATTRIBUTION
    severity = Severity.WARNING
    confidence = 0.95
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Prepare the reader of speakers."""
        super().__init__(lexicons)
        self._reader = Reader(lexicons)

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at what follows the two verbs: in clean copy it is the hearer."""
        words = document.words
        for verb in _VERBS:
            for index in words.get(verb, ()):
                stop = self._content(document, index)
                if stop is not None and self._has_subject(document, index):
                    yield self._report(document, index, stop)

    def _content(self, document: Document, verb: int) -> int | None:
        """Return the token after `told that`, `told on Friday that` or `told:`, else None."""
        texts, opens = document.token_texts, document.opens_sentence
        after = verb + 1
        if after + 1 >= len(texts) or opens[after]:
            return None
        if texts[after] == ":" and texts[after + 1] in _QUOTES:
            return after + 1
        at = after
        if texts[after] not in {"that", "Today"}:  # Today is a programme: it is told
            at = self._reader.time_end(document, after)
        if at + 1 >= len(texts) or texts[at] != "that" or opens[at] or opens[at + 1]:
            return None
        lower, shape, kind = lexical(texts[at + 1])
        plural = lower.endswith("s") and not lower.endswith(_SINGULAR)
        begins = lower in _OPENERS or plural or kind is Kind.NUMBER
        begins = begins or (kind is Kind.WORD and shape is not Shape.LOWER)
        return at + 1 if begins or at > after else None

    def _has_subject(self, document: Document, verb: int) -> bool:
        """Tell `Ruiz told` and `the minister has told` from the passive."""
        texts, opens = document.token_texts, document.opens_sentence
        at = verb
        while not opens[at] and texts[at - 1].lower() in _ADVERBS | _PERFECT:
            at -= 1
        if opens[at]:
            return False
        before = at - 1
        lower = lexical(texts[before])[0]
        if lower in _SUBJECTS:
            return True
        reader = self._reader
        if reader.is_name(document, before) and not opens[before]:
            return True
        # A plural may be told: "Voters told that …" and "the officials told that …".
        plural = lower.endswith("s") or lower in _TOLD
        named = reader.is_name(document, before) or reader.is_title(document, before)
        return named and not plural

    def _report(self, document: Document, verb: int, stop: int) -> Finding:
        token = document.token(verb)
        said = Fix.replace(token.span, "said", safety=Safety.REVIEW)
        hearer = Fix.insert(token.end, " reporters", safety=Safety.REVIEW)
        return self.finding(
            span_of(document, verb, stop),
            f"“{token.text}” needs a hearer",
            evidence=f"“{document.token(verb + 1).text}” follows, and nobody is told",
            fixes=(said, hearer),
        )
