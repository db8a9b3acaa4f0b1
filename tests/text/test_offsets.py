"""Positions in every unit agree with Python's own encoders, for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.offsets import Positions, Utf16

_TEXT = st.text(
    st.one_of(st.sampled_from("ab\n\r😀é\u2028"), st.characters(exclude_categories=["Cs"]))
)


@given(_TEXT)
def test_units_agree_with_the_encoders(text: str) -> None:
    positions = Positions(text).all(range(len(text) + 1))
    utf16 = Utf16(text)
    for offset in range(len(text) + 1):
        head = text[:offset]
        position = positions[offset]
        assert position.byte == len(head.encode())
        assert position.utf16 == len(head.encode("utf-16-le")) // 2
        assert utf16.code_points(position.utf16) == offset
    assert utf16.total == len(text.encode("utf-16-le")) // 2


def test_inside_a_surrogate_pair_there_is_no_code_point() -> None:
    assert [Utf16("a😀b").code_points(unit) for unit in range(5)] == [0, 1, None, 2, 3]


def test_lines_end_at_every_kind_of_line_break() -> None:
    text = "ab\r\nc\rd\n\ne"
    positions = Positions(text).all(range(len(text) + 1))
    places = [(positions[i].place.line, positions[i].place.column) for i in (0, 1, 4, 6, 8, 9, 10)]
    assert places == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (5, 1), (5, 2)]
    assert [places[i][0] for i in range(7)] == sorted(p[0] for p in places)
