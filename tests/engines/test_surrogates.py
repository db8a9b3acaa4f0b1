"""Lone surrogates are replaced, and nothing moves."""

from __future__ import annotations

from copydesk.engines.surrogates import encodable


def test_lone_surrogates_are_replaced_and_move_nothing() -> None:
    text = "a\ud83d b \ude00 c\ud83d\ude00 😀"
    sent = encodable(text)
    assert sent == "a\ufffd b \ufffd c\ufffd\ufffd 😀"
    assert len(sent) == len(text)
    assert sent.encode()


def test_text_without_surrogates_is_sent_as_it_is() -> None:
    text = "Plain, “curly” and 😀"
    assert encodable(text) == text
