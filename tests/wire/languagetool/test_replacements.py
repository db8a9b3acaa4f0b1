"""Fixes become wordings of their match where all of them lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.findings import Edit, Family, Finding, Fix, Safety, Severity
from copydesk.inputs.annotated import AnnotatedArticle, Piece
from copydesk.inputs.reader import read
from copydesk.text.document import Document
from copydesk.text.spans import Span
from copydesk.wire.languagetool.replacements import Correction, Replacement, correction

if TYPE_CHECKING:
    from collections.abc import Iterable


def edits_fix(*edits: tuple[int, int, str], title: str = "Mend it") -> Fix:
    return Fix(tuple(Edit(Span(s, e), text) for s, e, text in edits), Safety.REVIEW, title)


def corrected(document: Document, span: tuple[int, int], fixes: Iterable[Fix]) -> Correction:
    finding = Finding("rule", Family.CASING, Severity.ERROR, 1.0, Span(*span), "Wrong")
    return correction(document, finding, fixes)


def offered(text: str, span: tuple[int, int], *fixes: Fix) -> tuple[str, list[str]]:
    """Return what the match covers and what may stand there."""
    found = corrected(Document.plain(text), span, fixes)
    return found.span.of(text), [one.value for one in found.replacements]


def test_edits_inside_are_made_in_the_whole() -> None:
    fix = edits_fix((0, 1, "B"), (9, 10, "N"))
    assert offered("benjamin netanyahu left", (0, 18), fix) == (
        "benjamin netanyahu",
        ["Benjamin Netanyahu"],
    )


def test_a_match_grows_to_hold_its_fix_and_so_do_the_others() -> None:
    fixes = edits_fix((3, 7, "")), edits_fix((4, 7, "and"))
    assert offered("one The two", (4, 7), *fixes) == (" The", ["", " and"])


def test_the_part_of_an_edit_that_changes_nothing_is_no_part_of_the_match() -> None:
    assert offered("PARIS -The mayor", (6, 10), edits_fix((5, 7, " - "))) == ("-The", ["- The"])


@pytest.mark.parametrize(
    "edits",
    [
        [(20, 21, "")],  # too far behind
        [(0, 1, "S")],  # in another paragraph
        [(4, 5, "X"), (20, 21, "Y")],  # one of two is
        [(1, 5, " - ")],  # across a line break
    ],
)
def test_a_fix_that_reaches_further_is_left_out(edits: list[tuple[int, int, str]]) -> None:
    assert offered("so\n\nbad as it is, all of it", (4, 7), edits_fix(*edits)) == ("bad", [])


@pytest.mark.parametrize(
    ("text", "span", "deleted"),
    [
        ("One.\n\nbad line", (6, 14), (4, 14)),
        ("bad line\n\nOne.", (0, 8), (0, 10)),
        ("One.\n\nbad line\n\nTwo.", (6, 14), (6, 16)),
    ],
)
def test_line_breaks_stay(text: str, span: tuple[int, int], deleted: tuple[int, int]) -> None:
    fix = edits_fix((*deleted, ""), title="Delete the line")
    found = corrected(Document.plain(text), span, [fix])
    assert found.span == Span(*span)
    assert found.replacements == (Replacement("", "Delete the line"),)


def test_what_is_said_twice_is_offered_once_and_what_stands_there_never() -> None:
    fixes = edits_fix((0, 3, "One")), edits_fix((0, 1, "O")), edits_fix((0, 3, "one"))
    assert offered("one two", (0, 3), *fixes) == ("one", ["One"])


def annotated(*pieces: Piece) -> Document:
    return read(AnnotatedArticle.of(pieces, language="en"))


def test_markup_inside_of_a_match_stays() -> None:
    document = annotated(Piece.text("the "), Piece.markup("<b>"), Piece.text("the end"))
    found = corrected(document, (0, 7), [edits_fix((3, 7, ""))])
    assert found.span.of(document.source.text) == "the <b>the"
    assert [one.value for one in found.replacements] == ["the<b>"]


def test_what_is_put_in_at_an_edge_stays_inside_of_markup_that_stands_before() -> None:
    document = annotated(Piece.text("a "), Piece.markup("<b>"), Piece.text("bc"))
    found = corrected(document, (2, 4), [edits_fix((2, 2, "“"), (4, 4, "”"))])
    assert found.span.of(document.source.text) == "bc"
    assert [one.value for one in found.replacements] == ["“bc”"]


@pytest.mark.parametrize(
    ("pieces", "span", "place"),
    [
        ([Piece.text("One."), Piece.markup("", "\n\n"), Piece.text("Two.")], (4, 6), "T"),
        ([Piece.text("One."), Piece.markup("", "\n\n")], (4, 6), "."),
    ],
)
def test_a_place_that_holds_nothing_is_shown_beside(
    pieces: list[Piece], span: tuple[int, int], place: str
) -> None:
    document = annotated(*pieces)
    assert corrected(document, span, []).span.of(document.source.text) == place
