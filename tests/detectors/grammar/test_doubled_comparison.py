"""Which word goes, and where “more” counts."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.doubled_comparison import DoubledComparison
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("It is more longer than that.", "It is longer than that."),
        ("It is a more fairer law.", "It is a fairer law."),
        ("The most happiest day came.", "The happiest day came."),
        ("Things got more worst in May.", "Things got worst in May."),
        ("It is more bigger.", "It is bigger."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = DoubledComparison.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "There are more older people, and the more older they are the better.",
        "More later. No more longer nights. Once more faster trains are promised.",
        "The more the merrier; most better-off men; MORE better news.",
        "Most earnest men rest.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = DoubledComparison.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
