"""An office and what it belongs to, or two offices, are run together.

## What it does
Reports an office that is followed by an organisation with its initials in brackets, without `of`
or a comma (`chairman World Health Group (WHG)`), and two offices in a row where the name of the
first holder is missing (`President Prime Minister Ana Ruiz`).

## Why it matters
The reader can't tell who speaks, and of what: words were lost or put in another order when the
speaker's line was translated or rewritten.

## Flags
- The ⟦chairman Northern Fishers Union (NFU)⟧, Carl Lindqvist, said no.
- He is a former ⟦prime minister Party of Free Farmers (PFF)⟧.
- ⟦President Prime Minister⟧ Ana Ruiz spoke on Friday.
- The ⟦Foreign Minister Finance Minister⟧ Oleg Petrenko said so.

## Does not flag
- The chairman of the Northern Fishers Union (NFU), Carl Lindqvist, said no.
- Northern Fishers Union (NFU) chairman Carl Lindqvist met mayor Ana Ruiz (45).
- Deputy Prime Minister Ana Ruiz met Vice President Carl Lindqvist.
- The president, Prime Minister Ana Ruiz and the Foreign Minister were there.
- The former chairman Norman Frank Underhill (NFU) sang.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.attribution.saying import span_of
from copydesk.detectors.base import Detector, Scope
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Shape, lexical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document

_OFFICES: Final = frozenset(
    """
    ambassador captain chairman chairperson chairwoman chief coach commissioner director founder
    governor head leader mayor minister president secretary spokesman spokesperson spokeswoman
    """.split()
)
_HEADS: Final = ("Minister", "President", "Chancellor", "Secretary", "Chairman", "Governor")
_RANKS: Final = frozenset(
    """
    Prime Foreign Finance Interior Defence Defense Justice Health Education Home Energy Trade
    Transport Agriculture Environment Labour Culture
    """.split()
)
_MINISTERS: Final = frozenset({"Minister", "Secretary"})
_JOINS: Final = frozenset("of for the and de du la".split())
_LONGEST: Final = 8  # tokens of an organisation's name
_SHORTEST: Final = 2  # letters of its initials


class SpeakerListGarble(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "speaker-list-garble"
    family = Family.ATTRIBUTION
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at initials in brackets and at capitalised heads of offices."""
        texts = document.token_texts
        brackets = document.form("(")
        for index in brackets.tokens if brackets is not None else ():
            if texts[index + 2 : index + 3] == [")"]:
                yield from self._organisation(document, index)
        for head in _HEADS:
            form = document.form(head)
            for index in form.tokens if form is not None else ():
                yield from self._offices(document, index)

    def _organisation(self, document: Document, bracket: int) -> Iterator[Finding]:
        """Report an office before a name whose initials stand in brackets."""
        texts, opens = document.token_texts, document.opens_sentence
        initials = texts[bracket + 1]
        if lexical(initials)[1] is not Shape.UPPER or len(initials) < _SHORTEST:
            return
        start = bracket
        while start > 0 and not opens[start] and bracket - start <= _LONGEST:
            word = texts[start - 1]
            if not word[:1].isupper() and word not in _JOINS:
                break
            start -= 1
        office = start - 1
        if start == bracket or opens[start] or texts[office] not in _OFFICES:
            return
        if not texts[start][0].isupper() or not _spells(initials, texts[start:bracket]):
            return
        if texts[start].lower() in self.lexicons.given_names:
            return  # persons have initials, too: "chairman Norman Frank Underhill (NFU)"
        begin = office - (texts[office - 1] in {"prime", "foreign", "vice", "general"})
        yield self.finding(
            span_of(document, begin, bracket + 3),
            f"“{texts[office]}” and “{texts[start]}…” are run together",
            evidence=f"“{initials}” stands for an organisation, and nothing joins the office to it",
            fixes=(Fix.insert(document.token(office).end, " of the", safety=Safety.REVIEW),),
        )

    def _offices(self, document: Document, head: int) -> Iterator[Finding]:
        """Report two offices that follow one another."""
        texts, opens = document.token_texts, document.opens_sentence
        if head + 2 >= len(texts) or opens[head + 1] or opens[head + 2]:
            return
        if texts[head + 1] not in _RANKS or texts[head + 2] not in _MINISTERS:
            return
        if not document.token(head).touches(document.token(head + 1)):
            return
        start = head - (not opens[head] and texts[head - 1] in _RANKS | {"Vice"})
        first = span_of(document, start, head + 1)
        second = span_of(document, head + 1, head + 3)
        shown = (first.of(document.text), second.of(document.text))
        yield self.finding(
            span_of(document, start, head + 3),
            f"“{shown[0]}” and “{shown[1]}” are run together",
            evidence="Two offices follow one another, and the first has no holder",
            fixes=(
                Fix.delete(
                    first.start, second.start, safety=Safety.REVIEW, title=f"Delete “{shown[0]}”"
                ),
                Fix.insert(first.end, " and", safety=Safety.REVIEW),
            ),
        )


def _spells(initials: str, words: list[str]) -> bool:
    """Tell whether initials are those of the words, small words and hyphens aside or not."""
    letters = [part[:1] for word in words for part in word.split("-")]
    capitals = "".join(letter for letter in letters if letter.isupper())
    return initials in {capitals, "".join(letters).upper()}
