"""A participle of saying begins a sentence of its own, with no subject.

## What it does
Reports a sentence that begins with a participle of saying, perhaps after an adverb, and has no
main clause: `Jokingly adding: “…`, `Adding that the bridge would stay shut.`

## Why it matters
The sentence lacks its subject: it hung on another one, and was cut off in translation or
rewriting. The reader has to guess who speaks.

## Flags
- He left. ⟦Jokingly adding:⟧ “We are ready.”
- Ruiz said no. ⟦Adding that⟧ the bridge would stay shut until May.
- The road is closed. ⟦Saying:⟧ "Nobody told us."

## Does not flag
- Ruiz said no, adding that the bridge would stay shut.
- Saying that he was tired, Lindqvist left. Adding that up is easy.
- Adding to the mood, the sun came out.
- “We are ready,” he said. Then, adding: “Go.”
- Claiming that it works is not enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import span_of
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.blocks import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_PAST: Final = {
    "adding": "added",
    "arguing": "argued",
    "claiming": "claimed",
    "declaring": "declared",
    "explaining": "explained",
    "insisting": "insisted",
    "noting": "noted",
    "saying": "said",
    "stating": "stated",
    "stressing": "stressed",
    "warning": "warned",
}
_OPENERS: Final = frozenset(
    "he she it they we i the a an his her its their there this these those all no nobody".split()
)
# A finite verb after the clause makes the participle its subject: "Claiming that it works is …".
_COPULAS: Final = frozenset(
    "is was isn't wasn't means meant would can will could may might".split()
)
_QUOTES: Final = frozenset("“\"‘'")
_PRONOUNS: Final = frozenset("he she it they we i nobody".split())
_ENDS: Final = frozenset(".!")
_SHORTEST: Final = 4  # tokens from the participle on
_LONGEST: Final = 60  # tokens of a sentence that are looked at


class ParticipleFragment(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "participle-fragment"
    family = Family.FRAGMENT
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.PARAGRAPH
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look up the participles: they seldom begin a sentence."""
        words = document.words
        for participle, verb in _PAST.items():
            for index in words.get(participle, ()):
                first = self._first(document, index)
                if first is not None and self._is_fragment(document, index):
                    yield self._report(document, first, index, verb)

    def _first(self, document: Document, index: int) -> int | None:
        """Return the sentence's first token, if at most an adverb stands before the participle."""
        texts, opens = document.token_texts, document.opens_sentence
        if opens[index]:
            return index if texts[index][0].isupper() else None
        before = index - 1
        adverb = opens[before] and texts[before][0].isupper() and texts[before].endswith("ly")
        return before if adverb and texts[index].islower() else None

    def _is_fragment(self, document: Document, index: int) -> bool:
        """Tell `Adding: “…` and `Adding that he …` from a participle with its main clause."""
        texts = document.token_texts
        sentence = document.sentences[document.sentence_index(index)]
        if document.blocks[sentence.block].kind is not BlockKind.PARAGRAPH:
            return False
        if sentence.stop - index > _LONGEST or index + _SHORTEST > sentence.stop:
            return False
        if texts[index + 1] == ":":
            return texts[index + 2] in _QUOTES
        if texts[index + 1] != "that":
            return False
        opener = texts[index + 2]
        if opener.lower() not in _OPENERS and not opener[0].isupper():
            return False
        rest = texts[index + 3 : sentence.stop]
        if "," in rest or "—" in rest or "–" in rest:
            return False
        if texts[sentence.stop - 1] not in _ENDS:
            return False
        # The verb of a pronoun comes next: a second one has the participle for its subject.
        spent = 0 if opener.lower() in _PRONOUNS and rest[0] not in _COPULAS else 1
        return sum(word in _COPULAS for word in rest) <= spent

    def _report(self, document: Document, first: int, index: int, verb: str) -> Finding:
        span = span_of(document, first, index + 2)
        token = document.token(index)
        who = ("He", "She") if first == index else ("he", "she")
        return self.finding(
            span,
            f"“{span.of(document.text)}” begins a sentence that has no subject",
            evidence=f"“{token.text}” hung on another sentence",
            fixes=tuple(
                Fix.replace(token.span, f"{pronoun} {verb}", safety=Safety.REVIEW)
                for pronoun in who
            ),
        )
