"""What is remembered of tokens is bounded, whatever was read."""

from __future__ import annotations

import tracemalloc

from copydesk.text.tokens import Kind, Shape, lexical


def test_a_token_is_the_same_when_it_is_asked_again() -> None:
    for _ in range(2):
        assert lexical("Blinken’s") == ("blinken's", Shape.TITLE, Kind.WORD)
        assert lexical("x" * 1000) == ("x" * 1000, Shape.LOWER, Kind.WORD)


def test_words_as_long_as_an_article_are_not_kept() -> None:
    tracemalloc.start()
    try:
        for number in range(20):
            lexical(f"w{number}" + "x" * 100_000)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 100_000


def test_forgetting_keeps_the_answers_right() -> None:
    for number in range(70_000):
        assert lexical(f"Name{number}")[0] == f"name{number}"
    assert lexical("Name1") == ("name1", Shape.TITLE, Kind.WORD)
