"""A text in pieces reads as its pieces say, and every place leads back into all of them joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import TooLargeError, UnreadableTextError
from copydesk.inputs.annotated import AnnotatedArticle, Piece
from copydesk.inputs.plain import MOST_LINES
from copydesk.inputs.reader import read
from copydesk.text.spans import Span

_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_TEXT = st.text(_CHARACTERS, max_size=12)
_PIECES = st.lists(
    st.one_of(st.builds(Piece.text, _TEXT), st.builds(Piece.markup, _TEXT, _TEXT)), max_size=12
)


def test_markup_is_skipped_or_read_as_something_else() -> None:
    pieces = [
        Piece.markup("<p>"),
        Piece.text("The "),
        Piece.markup("<b>"),
        Piece.text("mayor"),
        Piece.markup("</b>"),
        Piece.text(" left."),
        Piece.markup("</p><p>", "\n\n"),
        Piece.text("Rain &"),
        Piece.markup("amp;"),
        Piece.text(" snow."),
    ]
    document = read(AnnotatedArticle.of(pieces, language="en"))
    assert document.text == "The mayor left.\n\nRain & snow."
    assert [block.span.of(document.text) for block in document.blocks] == [
        "The mayor left.",
        "Rain & snow.",
    ]
    start = document.text.index("mayor left")
    place = document.map.span(Span(start, start + len("mayor left")))
    assert place.of(document.source.text) == "mayor</b> left"


@given(_PIECES)
def test_every_character_of_a_text_piece_leads_back_to_itself(pieces: list[Piece]) -> None:
    article = AnnotatedArticle.of(pieces, language="en")
    document = read(article)
    assert document.text == article.text == "".join(piece.reads for piece in pieces)
    offset = place = 0
    for piece in pieces:
        for index in range(len(piece.reads)):
            found = document.map.span(Span(offset + index, offset + index + 1))
            if piece.reads == piece.source:
                assert found == Span(place + index, place + index + 1)
            else:
                assert found == Span(place, place + len(piece.source))
        offset += len(piece.reads)
        place += len(piece.source)


@pytest.mark.parametrize(
    "piece", [Piece.text("half \ud83d"), Piece.markup("<p>", "\0"), Piece.markup("\0")]
)
def test_what_no_text_can_hold_is_refused(piece: Piece) -> None:
    with pytest.raises(UnreadableTextError):
        AnnotatedArticle.of([piece])


def test_lines_are_counted_where_they_are_read() -> None:
    lines = AnnotatedArticle.of([Piece.markup("<br>", "\n")] * (MOST_LINES + 1))
    with pytest.raises(TooLargeError):
        read(lines)
