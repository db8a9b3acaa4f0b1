"""A comparison is made twice: `more larger`, `most biggest`.

## What it does
Reports “more” or “less” before a comparative and “most” before a superlative. Where “more” may
count what follows (`more older people`), it is left alone.

## Why it matters
One of the two is left over, from a translation or from a rewriting that changed “more large” by
halves.

## Flags
- The bridge is ⟦more longer⟧ than the old one, and a ⟦more safer⟧ road leads to it.
- It was the ⟦most biggest⟧ march of the year.
- The work is ⟦more easier⟧ now. Things got ⟦more worst⟧ in May.

## Does not flag
- There are more older people than ever, and more better schools are needed.
- The more, the better. Ever more, bigger ships come. More later.
- The most honest answer; most best-selling books; the most modest man.
- More lower-cost homes and more elder statesmen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.slips import deleted
from copydesk.findings import Family, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

# Not "later", "further", "sooner", "elder", "upper": these follow "more" in good English.
_ADJECTIVES: Final = """
    angry big bold brave bright broad busy calm cheap clean clear clever close cold cool dark deep
    dense dirty easy fair fast fat firm fit flat fresh friendly funny great happy hard harsh healthy
    heavy high hot hungry large light long loud lovely low lucky narrow near neat new nice noisy old
    poor pretty pure quick quiet rare rich rough sad safe scary sharp short simple slow small smart
    smooth soft strange strict strong sweet tall thick thin tight tiny tough ugly warm weak wealthy
    wet wide wild wise young
"""
_DOUBLING: Final = frozenset("big fat fit flat hot sad thin wet".split())


def _forms(ending: str) -> frozenset[str]:
    """Return the comparatives (`er`) or superlatives (`est`)."""
    formed: set[str] = set()
    for word in _ADJECTIVES.split():
        stem = word.removesuffix("e")
        if word[-1] == "y":
            stem = word[:-1] + "i"
        elif word in _DOUBLING:
            stem = word + word[-1]
        formed.add(stem + ending)
    return frozenset(formed)


_COMPARATIVES: Final = _forms("er") | {"better", "worse", "lesser"}
_SUPERLATIVES: Final = _forms("est") | {"best", "worst"}
_WRONG: Final = {
    "more": _COMPARATIVES | _SUPERLATIVES,
    "less": _COMPARATIVES,
    "most": _SUPERLATIVES | {"better", "worse"},
}
_ENDS: Final = frozenset(
    """
    . , ; : ! ? than now and in on at for to by before after since because when but here there again
    from with this next every during off
    """.split()
)
_BEING: Final = frozenset(
    """
    is are was were be been become becomes became get gets got getting much far even feel feels felt
    look looks looked seem seems seemed make makes made grow grows grew
    """.split()
)
_MOST: Final = 2_000


class DoubledComparison(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "doubled-comparison"
    family = Family.GRAMMAR
    severity = Severity.WARNING
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Look at the word after “more”, “less” and “most”: some five in a thousand words."""
        for index in document.followed(_WRONG)[:_MOST]:
            more = document.token(index)
            compared = more.next
            if compared is not None and more.touches(compared) and _is_doubled(more, compared):
                span = more.span.to(compared.span)
                fix = deleted(more.document, more.start, compared.start)
                yield self.finding(
                    span,
                    f"“{span.of(document.text)}” compares twice",
                    evidence=f"“{compared.text}” says “{more.text}” already",
                    fixes=(fix,) if more.lower != "less" else (),
                )


def _is_doubled(more: Token, compared: Token) -> bool:
    """Tell a doubled comparison from a count: `a more fairer law`, but `more better schools`."""
    if compared.text != compared.lower or more.text not in (more.lower, more.lower.capitalize()):
        return False
    lower, before, after = more.lower, more.previous, compared.next
    ahead = "" if before is None else before.lower
    if lower == "most":
        return compared.lower in _SUPERLATIVES or _ends(after)
    if ahead in ("a", "an"):
        return True
    compares = after is not None and after.lower == "than"
    if ahead in ("once", "no", "any", "the", "and") and not compares:
        return False
    return _ends(after) or (ahead in _BEING and after is not None and after.lower == "of")


def _ends(after: Token | None) -> bool:
    """Tell whether no noun follows."""
    return after is None or after.lower in _ENDS
