"""Words in the wrong place that `wrong-complement` reports: `since two years`, `on last Friday`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.detectors.grammar.slips import Slip, deleted, written
from copydesk.findings import Fix, Safety

if TYPE_CHECKING:
    from copydesk.text.document import Token

# Rare words, and what can't stand before them.
WRONG_BEFORE: Final = {
    "abroad": frozenset({"to", "in", "at"}),
    "both": frozenset({"the"}),
    "compare": frozenset({"as"}),
    "any": frozenset({"no"}),
    **dict.fromkeys(("last", "next", "yesterday", "tomorrow"), frozenset({"on"})),
}
UNITS: Final = frozenset("years months weeks days hours decades minutes".split())
COUNTS: Final = frozenset(
    "two three four five six seven eight nine ten twelve many several few fifteen twenty".split()
)
_ENDS: Final = frozenset(". , ; and but when because as in on at while to".split())
_DEICTIC: Final = frozenset("last next yesterday tomorrow".split())
_WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# `up 2% on last Friday`, `based on last Friday`.
_MEASURED: Final = frozenset(
    """
    % cent percent up down points point more less p improvement improved better worse higher lower
    increase rise fall drop gain based focus focused reflect reflecting looking back going later
    depending cents pence went go goes gone carried drag dragged passed moved logged turned put was
    """.split()
)
_PLACES: Final = frozenset(
    "airport city village country scene station hospital stadium capital venue area".split()
)
_FEW: Final = 4


def since(first: Token, second: Token) -> Slip | None:
    """Find “since two years”, “since last few days”."""
    unit: Token | None = second
    lower = second.lower
    if lower in ("last", "past"):
        unit = second.next
    elif not (lower in COUNTS or (lower.isdigit() and len(lower) < _FEW)):
        return None
    if unit is not None and (unit.lower in COUNTS or unit.lower.isdigit()):
        unit = unit.next
    if unit is None or unit.text not in UNITS:
        return None
    after = unit.next
    if after is not None and after.lower not in _ENDS:
        return None
    text = "for the" if lower in ("last", "past") else "for"
    reason = "“since” takes a point of time, “for” a stretch"
    return Slip(first, unit, reason, (written(first, text),))


def misplaced(first: Token, second: Token) -> Slip | None:
    """Find “to abroad”, “the both sides”, “as compare to”."""
    third, before = second.next, first.previous
    after = "" if third is None else third.lower
    if second.lower == "abroad":
        token = before
        for _ in range(_FEW):
            if token is None:
                break
            if token.lower == "from":
                return None  # `from home to abroad`
            token = token.previous
        fix = deleted(first.document, first.start, second.start)
        return Slip(first, second, "“abroad” says where to by itself", (fix,))
    if second.lower in _DEICTIC:
        return _on_time(first, second)
    if second.lower == "any":
        fix = deleted(first.document, first.end, second.end)
        plain = third is not None and third.text.islower() and after not in ("more", "of", "or")
        return Slip(first, second, "“no” and “any” say it twice", (fix,)) if plain else None
    if second.lower == "compare":
        if after not in ("to", "with"):
            return None
        return Slip(first, second, "“as” takes “compared” here", (written(second, "compared"),))
    if after == "of" or third is None or not third.text.islower() or third.lower in ("and", "are"):
        return None
    fix = deleted(first.document, first.start, second.start)
    return Slip(first, second, "“both” takes no article before it", (fix,))


def _on_time(on: Token, time: Token) -> Slip | None:
    """Find “on last Friday”, “on yesterday”, but not “up 2% on last Friday”."""
    before, last = on.previous, time
    if time.lower in ("last", "next"):
        day = time.next
        if day is None or day.lower not in _WEEKDAYS:
            return None
        last = day
    after = last.next
    if after is not None and after.lower not in _ENDS:
        return None
    if before is None or before.text[0].isdigit() or before.lower in _MEASURED:
        return None
    fix = deleted(on.document, on.start, time.start)
    return Slip(on, last, f"“{time.text}” takes no “on”", (fix,))


def lacking(first: Token, second: Token) -> Slip | None:
    """Find “in spite the”, “a lot people”, “according the”, “arrived to the city”, “Base on”."""
    lower, before, third = first.lower, first.previous, second.next
    ahead = "" if before is None else before.lower
    reason = f"A word is missing after “{first.text}”"
    if lower == "spite" and ahead == "in":
        return Slip(first, second, reason, (Fix.insert(second.start, "of ", safety=Safety.REVIEW),))
    if lower == "lot" and ahead == "a" and (before is not None and before.previous is not None):
        return Slip(first, second, reason, (Fix.insert(second.start, "of ", safety=Safety.REVIEW),))
    if lower == "according" and (first.opens_sentence or ahead == ","):
        return Slip(first, second, reason, (Fix.insert(second.start, "to ", safety=Safety.REVIEW),))
    if lower.startswith("arriv") and third is not None:
        noun = third.next if third.lower == "the" else None
        if noun is not None and noun.text in _PLACES:
            reason = f"“{first.text}” takes “at” or “in”"
            return Slip(first, second, reason, (written(second, "at"),))
    return None
