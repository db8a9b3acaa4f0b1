"""Leads a fix of the document back into the source that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.findings import Edit
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from copydesk.findings import Fix
    from copydesk.text.document import Document


def source_edits(document: Document, fix: Fix) -> tuple[Edit, ...]:
    """Return the edits of the source that make `fix`, in order and apart.

    Only what differs is touched, so that mark-up inside an unchanged part stays.
    """
    edits: list[Edit] = []
    for edit in fix.edits:
        span, text = (
            trimmed(document.text, edit) if _is_split(document, edit) else (edit.span, edit.text)
        )
        edits.extend(Edit(place, written) for place, written in document.map.edits(span, text))
    return tuple(edits)


def _is_split(document: Document, edit: Edit) -> bool:
    """Tell whether the source holds more between the edit's ends than the document does."""
    return len(document.map.span(edit.span)) != len(edit.span)


def trimmed(text: str, edit: Edit) -> tuple[Span, str]:
    """Take off what the edit leaves as it is, at both ends."""
    start, end, new = edit.span.start, edit.span.end, edit.text
    while start < end and new and text[start] == new[0]:
        start += 1
        new = new[1:]
    while end > start and new and text[end - 1] == new[-1]:
        end -= 1
        new = new[:-1]
    return Span(start, end), new
