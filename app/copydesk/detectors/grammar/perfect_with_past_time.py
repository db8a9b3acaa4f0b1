"""A tense and a time that can't go together: `has died yesterday`, `is living here since 2010`.

## What it does
Reports the present perfect right before a time that is over (`has died yesterday`), and the present
before “since” and a time (`is living here since 2010`, which lasts from then on). Only verbs and
times next to one another are read. It is information: in speech, the two are mixed now and then.

## Why it matters
The tenses of other languages are divided otherwise. The reader of `has died yesterday` can tell
what is meant, and that the text was translated.

## Flags
- The minister ⟦has died yesterday⟧ in a hospital.
- The two men ⟦have been arrested last week⟧ at the airport.
- He ⟦is living here since 2010⟧, and they ⟦are waiting for help since Monday⟧.
- The war ⟦has ended ten years ago⟧, they said.

## Does not flag
- He had died yesterday, they thought. The men, who have been freed, were arrested yesterday.
- It is facing its worst crisis since 2008, and is using methods developed since 2005.
- Prices have risen over the last year. He has doubled last year's profit.
- They have lived here since 2010. He is leaving since it is late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.base import Detector, Scope
from copydesk.detectors.grammar.verbs import PARTICIPLES, PASTS
from copydesk.findings import Family, Fix, Safety, Severity
from copydesk.text.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.findings import Finding
    from copydesk.text.document import Document, Token

_PARTICIPLES: Final = {participle: base for base, participle in PARTICIPLES.items()} | {
    "born": "bear"
}
_GOVERNING: Final = frozenset(
    "to will would can could may might must should shall cannot couldn't mightn't".split()
)
_HAVE: Final = {"has": "was", "have": "were"}
_BE: Final = {"is": "has been", "are": "have been"}
_SPANS: Final = frozenset(
    """
    night week month year summer winter spring autumn monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november
    december
    """.split()
)
_STARTS: Final = _SPANS | {"yesterday", "childhood", "birth", "last"}
_UNITS: Final = frozenset("years months weeks days hours minutes".split())
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten twelve twenty".split())
_LASTING: Final = frozenset(
    "living working staying waiting residing serving fighting struggling suffering protesting "
    "studying teaching leading".split()
)
_WHERE: Final = frozenset(
    "here there in at with for as since on abroad under together from".split()
)
_RANKS: Final = frozenset("best worst first most last only greatest".split())
_MOST: Final = 2_000
_FARTHEST: Final = 6
_YEAR: Final = 4


class PerfectWithPastTime(Detector):
    """See the module docstring; it is also the catalogue page."""

    id = "perfect-with-past-time"
    family = Family.GRAMMAR
    severity = Severity.INFO
    confidence = 0.9
    scope = Scope.SENTENCE
    languages = ("en",)
    since = "0.1.0"

    def detect(self, document: Document) -> Iterator[Finding]:
        """Ask for the times and look before them."""
        keys, words = document.keys, document.words
        candidates: list[tuple[int, int]] = []
        for word, back in (("yesterday", 1), ("last", 1), ("ago", 3)):
            candidates += [
                (i - back, i)
                for i in words.get(word, ())
                if i >= back and keys[i - back] in _PARTICIPLES
            ]
        born = words.get("born", ())
        candidates += [(i, i + 1) for i in born if keys[i + 1 : i + 2] == ["in"]]
        found = [self._perfect(document.token(v), document.token(t)) for v, t in candidates[:_MOST]]
        found += [self._since(document.token(i)) for i in words.get("since", ())[:_MOST]]
        reported = [finding for finding in found if finding is not None]
        yield from sorted(reported, key=lambda finding: finding.span)

    def _perfect(self, participle: Token, time: Token) -> Finding | None:
        """Find “has died yesterday”, “have been arrested last week”, “has ended two years ago”."""
        last = _past_time(participle, time)
        have, been, between = participle.previous, None, participle
        if have is not None and have.lower == "been":
            been, between = have, have
            have = have.previous
        negation = have is not None and have.lower in ("not", "also")
        if negation and have is not None:
            between, have = have, have.previous
        if last is None or have is None or have.text not in _HAVE or not have.touches(between):
            return None
        before = have.previous
        if before is not None and before.lower in _GOVERNING:
            return None  # `is reported to have resigned two years ago`
        if time.lower == "in" and been is None:
            return None  # `has lost in 2010 and 2014`
        if been is not None:
            old, new = have.span.to(been.span), _HAVE[have.lower]
        else:
            old, new = have.span.to(participle.span), PASTS[_PARTICIPLES[participle.lower]]
        fixes = () if negation else (Fix.replace(old, new, safety=Safety.REVIEW),)
        span = have.span.to(last.span)
        return self.finding(
            span,
            f"The tense and the time of “{span.of(have.document.text)}” don’t go together",
            evidence="The time is over, so the plain past belongs here",
            fixes=fixes,
        )

    def _since(self, since: Token) -> Finding | None:
        """Find “is living here since 2010”."""
        time = since.next
        if time is None or not (
            time.lower in _STARTS or (time.text.isdigit() and len(time.text) == _YEAR)
        ):
            return None
        if time.lower == "last":
            unit = time.next
            if unit is None or unit.lower not in _SPANS:
                return None
            time = unit
        token = since.previous
        for _ in range(_FARTHEST):
            if token is None or token.kind is Kind.MARK or token.lower in _RANKS:
                return None
            if token.lower.endswith(("est", "ed")):
                return None
            if token.lower in _LASTING:
                break
            token = token.previous
        be = token.previous if token is not None else None
        if token is None or be is None or token.lower not in _LASTING or be.text not in _BE:
            return None
        where = token.next
        if where is None or where.lower not in _WHERE:
            return None
        span = be.span.to(time.span)
        return self.finding(
            span,
            f"The tense and the time of “{span.of(be.document.text)}” don’t go together",
            evidence="It lasts from then until now, so the perfect belongs here",
            fixes=(Fix.replace(be.span, _BE[be.lower], safety=Safety.REVIEW),),
        )


def _past_time(participle: Token, time: Token) -> Token | None:
    """Return the last word of a time that is over."""
    following = time.next
    if time.lower == "ago":
        number, unit = participle.next, time.previous
        counted = number is not None and (number.lower in _NUMBERS or number.text.isdigit())
        return time if counted and unit is not None and unit.lower in _UNITS else None
    if not participle.touches(time):
        return None
    if time.lower == "yesterday":
        return time
    if following is None or not time.touches(following):
        return None
    if time.lower == "last":
        return following if following.lower in _SPANS else None
    after = following.next
    if after is not None and after.lower in ("and", "or", "to", "-", "–"):
        return None  # `has been held in 1998 and 2004`
    return following if following.text.isdigit() and len(following.text) == _YEAR else None
