"""Turns our fixes into what LanguageTool's clients can apply: another wording of the match itself.

A fix of ours may touch several places, or white space beside its finding. Where all of it lies in
the finding or right beside it, the match is widened to hold it and a wording of the whole offered;
where it reaches further, the match comes without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.findings import Edit
from copydesk.fixes.edits import trimmed
from copydesk.text.blocks import LINE_BREAKS
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.findings import Finding, Fix
    from copydesk.text.document import Document

_REACH: Final = 8  # code points beside the finding that a match may take in


@dataclass(frozen=True, slots=True)
class Replacement:
    """A wording for the whole match, and what it is where the wording does not tell."""

    value: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a match lies in the source, and what may stand there instead."""

    span: Span
    replacements: tuple[Replacement, ...]


def correction(document: Document, finding: Finding, fixes: Iterable[Fix]) -> Correction:
    """Return the place of a match with the fixes that can be made there."""
    text = document.text
    feasible = [
        (fix, edits) for fix in fixes if (edits := _near(text, finding.span, fix)) is not None
    ]
    span = finding.span
    for _, edits in feasible:
        for edit in edits:
            span = span.to(edit.span)
    place = _visible(document.map.span(span), document.source.text)
    quote = place.of(document.source.text)
    replacements: dict[str, Replacement] = {}
    for fix, edits in feasible:
        value = _reworded(document, place, edits)
        if value != quote:
            title = None if value.strip() else fix.title
            replacements.setdefault(value, Replacement(value, title))
    return Correction(place, tuple(replacements.values()))


def _near(text: str, span: Span, fix: Fix) -> tuple[Edit, ...] | None:
    """Return the edits of a fix that lies near its finding, None where it reaches further.

    Line breaks that go with a deleted line stay: clients check paragraph by paragraph, and none
    can join two.
    """
    edits: list[Edit] = []
    for edit in fix.edits:
        place, written = trimmed(text, edit)
        if not written:
            start, end = place.start, place.end
            if _breaks(text[start : span.start]):
                start = span.start
            if _breaks(text[span.end : end]):
                end = span.end
            place = Span(start, max(start, end))
        edits.append(Edit(place, written))
    for edit in edits:
        before = text[edit.span.start : span.start]
        after = text[span.end : edit.span.end]
        for beside in (before, after):
            if len(beside) > _REACH or any(mark in beside for mark in LINE_BREAKS):
                return None
    return tuple(edits)


def _breaks(beside: str) -> bool:
    return beside.isspace() and any(mark in beside for mark in LINE_BREAKS)


def _visible(place: Span, source: str) -> Span:
    """Widen a place that holds nothing: no client can show it."""
    if place.start < place.end:
        return place
    if place.end < len(source):
        return Span(place.start, place.end + 1)
    return Span(max(0, place.start - 1), place.end)


def _reworded(document: Document, place: Span, edits: Sequence[Edit]) -> str:
    """Return the source at `place` with the edits made; mark-up inside it stays."""
    value: list[str] = []
    last = place.start
    for edit in edits:
        for span, written in document.map.edits(edit.span, edit.text):
            # What is put in at an edge can fall before mark-up that stands before the place.
            start = min(max(span.start, last), place.end)
            value += (document.source.text[last:start], written)
            last = max(start, min(span.end, place.end))
    return "".join((*value, document.source.text[last : place.end]))
