"""Which tense is offered, and times that go with the perfect."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.perfect_with_past_time import PerfectWithPastTime
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He has died yesterday.", "He died yesterday."),
        ("The men have been freed last week.", "The men were freed last week."),
        ("She has been born in 1965 here.", "She was born in 1965 here."),
        ("The war has ended ten years ago.", "The war ended ten years ago."),
        ("He is living here since 2010.", "He has been living here since 2010."),
        ("They are waiting for it since Monday.", "They have been waiting for it since Monday."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = PerfectWithPastTime.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "He is said to have resigned three months ago, and may have died last week.",
        "It has been held in 1998 and 2004.",
        "He is working in his first job since 2010.",
        "He has won. Last year he lost.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = PerfectWithPastTime.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
