"""UTF-16 offsets: exact for every text, checked against Python's own encoder."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.engines.utf16 import Utf16Offsets, encodable

_TEXTS = st.text(alphabet=st.sampled_from("ab é“\u200d\ufffd😀🇫🇷𝒜\U0010ffff"), max_size=40)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(_TEXTS | st.text(max_size=40))
def test_every_code_point_is_found_at_the_units_before_it(text: str) -> None:
    text = encodable(text)
    offsets = Utf16Offsets(text)
    assert offsets.units == _units(text)
    for point in range(len(text) + 1):
        assert offsets.code_point(_units(text[:point])) == point


@given(_TEXTS)
def test_no_code_point_begins_inside_a_pair(text: str) -> None:
    offsets = Utf16Offsets(text)
    begins = {_units(text[:point]) for point in range(len(text) + 1)}
    inside = set(range(offsets.units + 1)) - begins
    assert len(inside) == sum(character > "\uffff" for character in text)
    assert all(offsets.code_point(unit) is None for unit in inside)


def test_lone_surrogates_are_replaced_and_move_nothing() -> None:
    text = "a\ud83d b \ude00 c\ud83d\ude00 😀"
    sent = encodable(text)
    assert sent == "a\ufffd b \ufffd c\ufffd\ufffd 😀"
    assert len(sent) == len(text)
    assert sent.encode()


def test_text_without_surrogates_is_sent_as_it_is() -> None:
    text = "Plain, “curly” and 😀"
    assert encodable(text) is text or encodable(text) == text
