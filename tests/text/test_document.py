"""Tokens, blocks, sentences and the index."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.blocks import BlockKind
from copydesk.text.document import Document
from copydesk.text.spans import Span
from copydesk.text.tokens import Kind, Shape


def _kinds(text: str) -> list[tuple[str, Kind]]:
    document = Document.plain(text)
    return [
        (document.token(i).text, document.token(i).kind) for i in range(len(document.token_texts))
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("al-Nasser", Kind.WORD),
        ("Israel's", Kind.WORD),
        ("d’État", Kind.WORD),
        ("U.S.", Kind.WORD),
        ("cafe\u0301s", Kind.WORD),
        ("5G", Kind.WORD),
        ("4.5m", Kind.NUMBER),
        ("1,200.50", Kind.NUMBER),
        ("15th", Kind.NUMBER),
        ("7:30", Kind.NUMBER),
        ("https://example.com/a_b?c=1", Kind.ADDRESS),
        ("jo.smith@example.co.uk", Kind.ADDRESS),
        ("#budget", Kind.ADDRESS),
        ("@desk", Kind.ADDRESS),
        ("example.org", Kind.ADDRESS),
        ("“", Kind.MARK),
        ("😀", Kind.MARK),
    ],
)
def test_a_token_is_read_as_one(text: str, kind: Kind) -> None:
    assert _kinds(text) == [(text, kind)]


def test_an_address_gives_the_full_stop_back() -> None:
    texts = [text for text, _ in _kinds("See https://example.com/a. Or ask us@example.org, now.")]
    assert texts == [
        "See",
        "https://example.com/a",
        ".",
        "Or",
        "ask",
        "us@example.org",
        ",",
        "now",
        ".",
    ]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("he", Shape.LOWER),
        ("He", Shape.TITLE),
        ("A", Shape.TITLE),
        ("UN", Shape.UPPER),
        ("U.S.", Shape.UPPER),
        ("iPhone", Shape.MIXED),
        ("al-Nasser", Shape.MIXED),
        ("中国", Shape.NONE),
    ],
)
def test_shapes(text: str, shape: Shape) -> None:
    assert Document.plain(text).token(0).shape is shape


@given(
    st.text(
        st.one_of(
            st.sampled_from("aB. \n“”'’-1,@:/#"),
            st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        )
    )
)
def test_tokens_cover_all_but_white_space(text: str) -> None:
    document = Document.plain(text)
    end = 0
    for index in range(len(document.token_texts)):
        token = document.token(index)
        assert token.span.of(text) == token.text
        assert not text[end : token.start].strip() or not re.search(r"\S", text[end : token.start])
        end = token.end
        assert document.sentences[document.sentence_index(index)].span.contains(token.span)
    assert not text[end:].strip()
    for sentence in document.sentences:
        assert document.blocks[sentence.block].span.contains(sentence.span)
    found = sorted(i for indices in document.words.values() for i in indices)
    assert found == list(range(len(document.token_texts)))


def test_the_index_visits_in_order_and_by_key() -> None:
    document = Document.plain(
        "Said he. She said: “Israel’s plan,” SAID they, was the ministers' own."
    )
    assert [token.text for token in document.occurrences({"said", "she"})] == [
        "Said",
        "She",
        "said",
        "SAID",
    ]
    assert [token.text for token in document.stems({"israel", "she"})] == ["Israel’s"]
    assert [token.text for token in document.marks("“”")] == ["“", "”"]
    assert [form.text for form in document.forms(Shape.UPPER)] == ["SAID"]
    assert [match.start() for match in document.search(re.compile("Israel"), "israel")] == [20]
    assert not list(document.search(re.compile("Israel"), "egypt"))


def test_neighbours_stop_at_the_sentence() -> None:
    document = Document.plain("He left. She came  back.")
    she = next(document.occurrences({"she"}))
    assert she.previous is None
    assert she.opens_sentence
    came = she.next
    assert came is not None
    back = came.next
    assert back is not None
    assert came.touches(back)
    assert not came.joins(back)
    stop = back.next
    assert stop is not None
    assert back.joins(stop)
    assert stop.next is None
    assert [token.text for token in document.tokens(Span(9, 18))] == ["She", "came"]


def test_each_line_is_a_block() -> None:
    text = "Storm hits the coast\n\nIt rained.\nIt blew.\n- a point\n\nRelated Posts"
    kinds = [(block.span.of(text), block.kind) for block in Document.plain(text).blocks]
    assert kinds == [
        ("Storm hits the coast", BlockKind.HEADING),
        ("It rained.", BlockKind.PARAGRAPH),
        ("It blew.", BlockKind.PARAGRAPH),
        ("- a point", BlockKind.LIST_ITEM),
        ("Related Posts", BlockKind.HEADING),
    ]


def test_lines_that_a_program_wrapped_are_one_block() -> None:
    text = (
        "The council met on Monday evening to discuss the state of the\n"
        "harbour wall, which has lost several of its stones since the\n"
        "winter storms and which engineers say will not last another\n"
        "year.\n\nThe vote was close."
    )
    blocks = Document.plain(text).blocks
    assert [block.span.of(text)[-5:] for block in blocks] == ["year.", "lose."]


def test_words_are_counted_without_marks() -> None:
    assert Document.plain("It cost $4.5 million – twice.").word_count == 5


def test_words_that_follow_one_another_are_found_in_order() -> None:
    document = Document.plain("He has did it. They had done it, and Has done. Did has")
    pairs = {"has": frozenset({"did", "done"}), "they": frozenset({"had"}), "did": frozenset({"x"})}
    found = [document.token(index).text for index in document.followed(pairs)]
    assert found == ["has", "They", "Has"]
