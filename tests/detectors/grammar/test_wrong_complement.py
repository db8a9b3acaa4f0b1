"""What is put right, and the conditions under which a pair is good English."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.grammar.wrong_complement import WrongComplement
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("They will discuss about trade.", "They will discuss trade."),
        ("Despite of the rain, he came.", "Despite the rain, he came."),
        ("It is superior than the other.", "It is superior to the other."),
        ("It depends of the day.", "It depends on the day."),
        ("They listen the news.", "They listen to the news."),
        ("He explained me that it was lost.", "He explained to me that it was lost."),
        ("They stressed on the need for it.", "They stressed the need for it."),
        ("He told to reporters that it was so.", "He told reporters that it was so."),
        ("He was accused for the theft.", "He was accused of the theft."),
        ("He avoided to pay it.", "He avoided paying it."),
        ("He is capable to stop it.", "He is capable of stopping it."),
        ("They look forward to meet her.", "They look forward to meeting her."),
        ("They let him to go.", "They let him go."),
        ("They allowed him go.", "They allowed him to go."),
        ("He left without tell her.", "He left without telling her."),
        ("Instead of go home, he sang.", "Instead of going home, he sang."),
        ("It has been shut since two years.", "It has been shut for two years."),
        ("It has been shut since last 3 days.", "It has been shut for the last 3 days."),
        ("Despite he was ill, he sang.", "Although he was ill, he sang."),
        ("They go to abroad.", "They go abroad."),
        ("In the both cases he won.", "In both cases he won."),
        ("As compare to May, it rose.", "As compared to May, it rose."),
        ("In spite the rain, he came.", "In spite of the rain, he came."),
        ("There were a lot people in it.", "There were a lot of people in it."),
        ("According the mayor, it is so.", "According to the mayor, it is so."),
        ("There is no any reason for it.", "There is no reason for it."),
        ("After completed his work, she left.", "After completing his work, she left."),
        ("They met on last Friday in town.", "They met last Friday in town."),
        ("He died on yesterday.", "He died yesterday."),
        ("He arrived to the airport late.", "He arrived at the airport late."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = WrongComplement.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Shares were up 2% on last Friday, and nobody knows what went on yesterday.",
        "The day after saw the end of it.",
        "You kind of remind me of it, and I sort of see the point.",
        "He requested for Leeds a share of it. They demanded for years that it end.",
        "The story he told to reporters was true, and it was told to the court.",
        "They moved from home to abroad. The both of us went.",
        "A deal was reached at the talks; the measures announced to help are few.",
        "He is more senior than that, and more junior than he was.",
        "In according the same rights to all, the court agreed.",
        "He allowed her leave, and forced them open.",
        "He made them to order. It was let to them.",
        "Much is the same: like him, she left.",
        "They have lived there since two days before the war.",
        "The pitch was stressed on the left, and stresses on the bridge grew.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    found = WrongComplement.build(lexicons.load()).detect(Document.plain(text))
    assert [finding.span.of(text) for finding in found] == []
