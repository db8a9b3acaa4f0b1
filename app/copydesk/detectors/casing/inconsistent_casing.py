"""A common word has a capital once, though the article writes it small elsewhere.

## What it does
Reports a common word with a capital inside a sentence, if the article writes the same word small
elsewhere and nothing shows a name: no other capital beside it or across `of`, `and`, `for`, no
article before it (`the Commission` is a short form of a name), no word that announces a title. A
word that has its capital more than once is the writer's choice. It is a warning where the article
has the small form twice or more, else information. Words of grammar, adverbs, verbs and words
before the same name are stray-capital's business.

## Why it matters
A capital makes a name of a word, and readers ask whose. Two spellings of one thing show that a text
was put together from several, or translated by a program.

## Flags
- She complained that ⟦Institutions⟧ are asleep. The institutions of the country, she said, are old.
  He told institutions to wake up.
- They planted a dozen ⟦Trees⟧ in the park. The trees came from a nursery, and trees are dear.
- Prices of bread fell after a good ⟦Harvest⟧, and the harvest before it had been good, too.

## Does not flag
- The Society of Authors met; most authors stayed away. A Fund for Children helps children.
- He leads the Department of Health. The Government was told, and other governments were, too.
- The film Life of Pi is about life at sea. The song called Money is about money.
- She wrote for Restaurant magazine about a restaurant.
- He said: “Trees are dear.” Many trees died. Trees are needed.
- The Party and its chief, the Party says, are loved. No other party is.
- THE BANK: Bank Raises Rates. A bank raised its rates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.entities.capitals import opens
from copydesk.findings import Family, Fix, Related, Safety, Severity
from copydesk.text.blocks import BlockKind
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document
    from copydesk.text.tokens import Form

# What joins the words of one name.
_LINKS: Final = frozenset("& a an and at for from in of on or the to with".split())
# After these, or before these, a capital opens a title or the name of a newspaper.
_ANNOUNCING: Final = frozenset(
    "album article book called documentary dubbed entitled episode exhibition film game labelled "
    "magazine movie musical named novel opera paper play poem programme program project series "
    "show song titled track word words".split()
)
_NAMED_AFTER: Final = frozenset(
    "award button channel club festival magazine menu mode newspaper page party prize programme "
    "program project show study tab team".split()
)
_ARTICLES: Final = frozenset("a an her his its my our the their your".split())
_STOPS: Final = frozenset(".!?”\"'’)")
_AFTER: Final = frozenset(".,;?!")
_SHORTEST: Final = 4  # letters: `Test` and `Web` are names of the sport and the net
_NAMES_TOO: Final = frozenset(
    "bill bible budget catholic church commons earth heaven hell internet labour lords moon "
    "orthodox parliament pope sabbath senate state states test tests treasury union western".split()
)
_FREQUENT: Final = 4.0  # Zipf
_OFTEN: Final = 2
_REACH: Final = 3  # linking words between two words of a name
_POSSIBLE: Final = 0.6


class InconsistentCasing(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "inconsistent-casing"
    family = Family.CASING
    severity = Severity.WARNING
    confidence = 0.8
    scope = Scope.DOCUMENT
    languages = ("en",)
    since = "0.1.0"

    def __init__(self, lexicons: Lexicons) -> None:
        """Keep what is written with a capital for reasons of its own."""
        super().__init__(lexicons)
        self._spared = (
            lexicons.function_words
            | lexicons.reporting_verbs
            | lexicons.person_titles
            | lexicons.nationalities
            | lexicons.months
            | _NAMES_TOO
        )

    def detect(self, document: Document) -> Iterator[Finding]:
        """Visit the capitalised forms whose small form the article has."""
        words, spared, written = self.lexicons.words, self._spared, document.written
        for form in document.forms(Shape.TITLE):
            lower = form.lower
            if lower in spared or len(lower) < _SHORTEST:
                continue
            small = written.get(lower)
            if small is not None and lower in words and not self._may_be_name(lower):
                index = self._lone_capital(document, form)
                if index is not None and self._is_common(document, index):
                    yield self._report(document, index, small)

    def _may_be_name(self, lower: str) -> bool:
        """Tell whether a word is a name as well; plurals such as `Farmers` hardly are."""
        lexicons = self.lexicons
        if "-" in lower or lower in lexicons.ambiguous_person_names:
            return True
        plural = lower.endswith("s") and lexicons.zipf(lower) >= _FREQUENT
        return lower in lexicons.ambiguous_names and not plural

    @staticmethod
    def _lone_capital(document: Document, form: Form) -> int | None:
        """Return the one token whose capital its place does not explain, if there is just one."""
        inside = [
            index
            for index in form.tokens
            if not document.opens_sentence[index] and not opens(document, index)
        ]
        return inside[0] if len(inside) == 1 else None

    def _is_common(self, document: Document, index: int) -> bool:
        """Tell whether nothing about the place shows a name."""
        token = document.token(index)
        before, after = token.previous, token.next
        sentence = token.sentence
        return (
            before is not None
            and before.touches(token)
            and before.text.isalpha()
            and before.text.islower()
            and before.lower not in _ARTICLES
            and before.lower not in _ANNOUNCING
            and after is not None
            and (after.text.islower() or after.text in _AFTER)
            and after.lower not in _NAMED_AFTER
            and token.block.kind is BlockKind.PARAGRAPH
            and document.token_texts[sentence.stop - 1] in _STOPS
            and not self._is_linked(document, index, -1)
            and not self._is_linked(document, index, 1)
        )

    def _is_linked(self, document: Document, index: int, step: int) -> bool:
        """Tell whether small words lead to another capital: `Society of Authors`."""
        texts = document.token_texts
        for distance in range(1, _REACH + 2):
            at = index + step * distance
            if not 0 <= at < len(texts) or document.opens_sentence[at if step > 0 else at + 1]:
                return False
            text = texts[at]
            if text[0].isupper():
                return not document.opens_sentence[at] or fold(text) not in self._spared
            if text in "“‘\"'’”":
                return True
            if fold(text) not in _LINKS and text != ",":
                return False
        return False

    def _report(self, document: Document, index: int, small: Form) -> Finding:
        text = document.token_texts[index]
        span = Span(document.token_starts[index], document.token_starts[index] + len(text))
        first = small.tokens[0]
        start = document.token_starts[first]
        often = len(small.tokens) >= _OFTEN
        times = f"{len(small.tokens)} times" if often else "once"
        return self.finding(
            span,
            f"“{text}” has a capital here, and none elsewhere in the article",
            evidence=f"The article writes “{small.text}” small {times}.",
            fixes=(Fix.replace(span, small.text, safety=Safety.REVIEW),),
            related=(Related(Span(start, start + len(small.text)), "written small here"),),
            severity=Severity.WARNING if often else Severity.INFO,
            confidence=self.confidence if often else _POSSIBLE,
        )
