"""Where “the” is put in, and names that go without."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.name_without_article import NameWithoutArticle
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "They filed the papers in Supreme Court on Monday.",
            "They filed the papers in the Supreme Court on Monday.",
        ),
        (
            "It was approved by Ministry of Health, officials said.",
            "It was approved by the Ministry of Health, officials said.",
        ),
        (
            "The men were killed near Afghan border last year.",
            "The men were killed near the Afghan border last year.",
        ),
        (
            "The loan came from World Bank in May.",
            "The loan came from the World Bank in May.",
        ),
        (
            "The party attacked Modi government in its speech.",
            "The party attacked the Modi government in its speech.",
        ),
        (
            "They will not accept ruling coalition in the town.",
            "They will not accept the ruling coalition in the town.",
        ),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = NameWithoutArticle.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "The letter was sent to Olly's family and to Trump’s administration in May.",
        "She grew up in her hometown of Spanish Town, Jamaica, with two sisters.",
        "It is a matter of constitution of a board, said the lawyers on Monday.",
        "In Supreme Court",
        "He was known in Cold War times, and won in World Cup games, they say.",
        "The voters want change in American government and in federal government.",
        "He spoke for Indian authorities and for every American family in the town.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = NameWithoutArticle.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
