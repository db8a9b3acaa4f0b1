"""What is put right, and nouns that only look like the wrong number."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.wrong_noun_number import WrongNounNumber
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("They saw these man in it.", "They saw these men in it."),
        ("He is one of the player who won.", "He is one of the players who won."),
        ("One of the biggest city is here.", "One of the biggest cities is here."),
        ("Many problem remain.", "Many problems remain."),
        ("Many money was lost.", "Much money was lost."),
        ("Much people came.", "Many people came."),
        ("Each countries will vote.", "Each country will vote."),
        ("She has two child.", "She has two children."),
        ("He came three day ago.", "He came three days ago."),
        ("He came 20 year ago.", "He came 20 years ago."),
        ("They opened a shops in it.", "They opened a shop in it."),
        ("He gave us an advice.", "He gave us advice."),
        ("It was a good news for us.", "It was good news for us."),
        ("It has new equipments.", "It has new equipment."),
        ("The womens left.", "The women left."),
        ("The womens team left.", "The women's team left."),
        ("They found the evidences there.", "They found the evidence there."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = WrongNounNumber.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "He knows how much people of that sort earn.",
        "That other one of the game was lost.",
        "This years of work had done.",
        "It evidences that. The womens' team; News of a News of the World kind.",
        "He came a year ago, 1 year ago and half a year later.",
        "It was a two week before that; a news and a weather page.",
        "Each reports to the other, and many plan to stay.",
        "One of the family is here, and one of the country's best.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = WrongNounNumber.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
