"""What the detectors of this family share: which places lie in quotations, and one report."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.findings import Edit, Fix, Related, Safety

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.text.document import Document
    from copydesk.text.spans import Span

_MOST_RELATED: Final = 20
_MOST_EDITS: Final = 200


def quotations(document: Document) -> tuple[list[int], list[int]]:
    """Return where quotations in double marks begin and end; they close with their paragraph."""
    return document.once("quotations", lambda: _quotations(document))


def _quotations(document: Document) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    opened: int | None = None
    block: int | None = None
    for token in document.marks(("“", "”", '"', "«", "»")):
        here = document.block_at(token.start)
        if here != block:
            if opened is not None and block is not None:
                starts.append(opened)
                ends.append(document.blocks[block].span.end)
            opened, block = None, here
        if opened is None and token.text not in ("”", "»"):
            opened = token.start
        elif opened is not None and token.text not in ("“", "«"):
            starts.append(opened)
            ends.append(token.end)
            opened = None
    if opened is not None and block is not None:
        starts.append(opened)
        ends.append(document.blocks[block].span.end)
    return starts, ends


def is_quoted(document: Document, offset: int) -> bool:
    """Tell whether a place lies inside a quotation: words that the article did not choose."""
    starts, ends = quotations(document)
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < ends[index]


def times(count: int) -> str:
    """Return how often, in words where there are some."""
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def others(places: Sequence[Span], message: str) -> list[Related]:
    """Point at the first of several places."""
    return [Related(place, message) for place in places[:_MOST_RELATED]]


def replacement(edits: Sequence[Edit], title: str) -> tuple[Fix, ...]:
    """Offer to change all places at once, if they are not too many to look at."""
    changing = tuple(sorted(edits))
    return (Fix(changing, Safety.REVIEW, title),) if len(changing) <= _MOST_EDITS else ()
