"""One name is spelt in two ways: `Netanyhau` among five `Netanyahu`, `Kiev` beside `Kyiv`.

## What it does
Compares the names of the article with one another: a letter more, less or in the wrong place,
accents set once and lost once, hyphens, transliterations. The rarer spelling is reported, once;
its fix writes the usual one in all places. It is information where both spellings are in use
elsewhere, and a warning where one slip stands against the usual spelling and no list of names
knows it. Names that differ for a reason are spared: other given names, a land and its people,
one and many, man and woman. The pairs are the article's own; of lists there are thirty families of
transliterations, written from general knowledge, and the lexicons' names.

## Why it matters
A reader takes two spellings for two people, and a search finds half of the article. A name that
is wrong once is the slip that a paper has to correct in print.

## Flags
- Benjamin Netanyahu spoke. We heard Netanyahu sing. Then Netanyahu and ⟦Netanyhau⟧ left.
- The train from ⟦Kiev⟧ was late. In Kyiv it rained. All Kyiv was wet.
- We saw Kim Jong-un wave. Later Kim Jong-un sat down. At last ⟦Kim Jong Un⟧ left.
- The speech of Erdoğan was long. They like Erdoğan. They fear ⟦Erdogan⟧.

## Does not flag
- The runner Ben Johnston beat Ian Johnson. Then Johnston sang and Johnson danced.
- A work by Banksy was sold. Two other Banksys were not. Banksy did not care.
- Syria and the Syrian army; Israel and an Israeli; Gaza and the Gazans.
- A Camilla played a Camille. Camille won. Then Camille slept.
- Clapton and Clayton played. Eric Clapton sang. Adam Clayton did not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.entities import entity_table
from copydesk.entities.likeness import Likeness
from copydesk.findings import Edit, Family, Fix, Related, Safety, Severity
from copydesk.text.spans import Span
from copydesk.text.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.entities.respellings import Respelling
    from copydesk.findings import Finding
    from copydesk.text.document import Document

_SLIPS: Final = frozenset((Likeness.LETTER, Likeness.ORDER, Likeness.SOUND))
_SETTLED: Final = 3  # mentions that make a spelling the article's
_FIRM: Final = 5  # mentions that need no other witness
_SURE: Final = 0.95
_MOST_RELATED: Final = 20


class NameVariant(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "name-variant"
    family = Family.CONSISTENCY
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Report the pairs that the entity table holds."""
        for respelling in entity_table(document, self.lexicons).respellings:
            yield self._report(document, respelling)

    def _report(self, document: Document, pair: Respelling) -> Finding:
        places = [Span(*place) for place in pair.rare_places]
        usual = [Span(*place) for place in pair.usual_places]
        counts = f"“{pair.rare}” {_times(len(places))}"
        if usual:
            evidence = f"The article writes “{pair.usual}” {_times(len(usual))} and {counts}"
        else:
            evidence = f"The request writes “{pair.usual}”, the article {counts}"
        evidence += f", both with “{pair.shared.title()}”." if pair.shared else "."
        related = [Related(span, f"written “{pair.usual}” here") for span in usual[:1]]
        related += [Related(span, f"“{pair.rare}” again") for span in places[1:_MOST_RELATED]]
        sure = self._is_sure(document, pair)
        return self.finding(
            places[0],
            f"“{pair.rare}” and “{pair.usual}” look like one name in two spellings",
            evidence=evidence,
            fixes=(
                Fix(
                    tuple(Edit(span, pair.usual) for span in places),
                    Safety.REVIEW,
                    f"Write “{pair.usual}”",
                ),
            ),
            related=tuple(sorted(related, key=lambda place: place.span)),
            severity=Severity.WARNING if sure else None,
            confidence=_SURE if sure else None,
        )

    def _is_sure(self, document: Document, pair: Respelling) -> bool:
        """Tell whether the rare spelling is a slip of the pen."""
        if len(pair.rare_places) > 1 or pair.likeness not in _SLIPS or pair.is_known:
            return False
        count = len(pair.usual_places)
        if count >= _FIRM or fold(pair.usual) in {
            fold(w) for n in document.names for w in n.split()
        }:
            return True
        return count >= _SETTLED and (
            pair.shared != ""
            or fold(pair.usual) in self.lexicons.safeties
            or self._has_title(document, pair)
        )

    def _has_title(self, document: Document, pair: Respelling) -> bool:
        (token,) = document.tokens(Span(*pair.rare_places[0]))
        before = token.previous
        if before is not None and before.text == ".":
            before = before.previous
        return before is not None and before.lower in self.lexicons.person_titles


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"
