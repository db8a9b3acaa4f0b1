"""The map from text to source is monotone, exact, and keeps mark-up in place."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableTextError
from copydesk.text.source import Segment, SegmentMap, Source
from copydesk.text.spans import Span


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "\udfff"])
def test_what_is_no_text_is_refused_with_its_position(text: str) -> None:
    with pytest.raises(UnreadableTextError, match=r"position \d+"):
        Source(text)


def test_identity_after_a_byte_order_mark() -> None:
    segments = SegmentMap.identity(3, skipped=1)
    assert segments.span(Span(0, 3)) == Span(1, 4)
    assert segments.edits(Span(1, 2), "x") == [(Span(2, 3), "x")]


def test_an_entity_is_mapped_as_a_whole() -> None:
    source = "R&amp;D <b>net</b>anyahu"
    pieces = [("R", 0, 1), ("&", 1, 6), ("D ", 6, 8), ("net", 11, 14), ("anyahu", 18, 24)]
    text, segments = SegmentMap.of(pieces, source, html.escape)
    assert text == "R&D netanyahu"
    assert segments.span(Span(1, 2)) == Span(1, 6)
    name = segments.span(Span(4, 13))
    assert name.of(source) == "net</b>anyahu"
    assert segments.edits(Span(4, 5), "N") == [(Span(11, 12), "N")]
    assert segments.edits(Span(4, 13), "Obama") == [(Span(11, 14), "Obama"), (Span(18, 24), "")]
    assert segments.edits(Span(1, 2), "<") == [(Span(1, 6), "&lt;")]


def test_what_has_no_source_is_never_edited() -> None:
    text, segments = SegmentMap.of([("a", 3, 4), ("\n\n", 8, 8), ("b", 11, 12)], "<p>a</p><p>b</p>")
    assert text == "a\n\nb"
    assert segments.edits(Span(1, 4), "") == [(Span(11, 12), "")]
    assert segments.edits(Span(1, 3), "") == []


@pytest.mark.parametrize(
    "segments",
    [
        (Segment(1, 0, 1, 1, copied=True),),
        (Segment(0, 5, 1, 1, copied=True), Segment(1, 2, 1, 1, copied=True)),
        (Segment(0, 0, 1, 2, copied=True),),
    ],
)
def test_a_map_that_is_not_monotone_is_refused(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(ValueError, match="segment"):
        SegmentMap(segments)


_PIECES = st.lists(
    st.tuples(st.text("ab \U0001f600", max_size=4), st.sampled_from(["", "<i>", "</i>", "<br>"])),
    max_size=12,
)


@given(_PIECES, st.data())
def test_replacing_a_span_changes_it_alone(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    source = ""
    runs: list[tuple[str, int, int]] = []
    for words, tag in pieces:
        runs.append((words, len(source), len(source) + len(words)))
        source += words + tag
    text, segments = SegmentMap.of(runs, source)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    mapped = segments.span(Span(start, end))
    assert 0 <= mapped.start <= mapped.end <= len(source)
    changed = source
    for span, new in reversed(segments.edits(Span(start, end), "XY")):
        changed = changed[: span.start] + new + changed[span.end :]
    for tag in ("<i>", "</i>", "<br>"):
        assert changed.count(tag) == source.count(tag)
        changed = changed.replace(tag, "")
    assert changed == text[:start] + "XY" + text[end:]
