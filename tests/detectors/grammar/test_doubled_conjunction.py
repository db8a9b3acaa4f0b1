"""Which word goes, and sentences in which both belong."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.doubled_conjunction import DoubledConjunction
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Although it was late, but he came.", "Although it was late, he came."),
        ("Even though it was late, but he came.", "Even though it was late, he came."),
        ("In spite of the rain, but he came.", "In spite of the rain, he came."),
        ("Because it was late, so he left.", "Because it was late, he left."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = DoubledConjunction.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Although not a king, but a prince, he ruled.",
        "Although it was late, he came, but he left.",
        "“Although it is late,” he said, “but he came.”",
        "Though, but he had not said so, it was late.",
        "He came even though it was late, but he left.",
        "Because where we are there is more water than anybody has ever seen in town, so we go.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = DoubledConjunction.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
