"""Question marks for lost characters, in texts from outside.

The texts were written without a look at the detector. The first run found 23 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.question_mark_damage import QuestionMarkDamage
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    "The bank raised ⟦rates ?for⟧ the third time this year.",
    "The minister⟦?s⟧ office declined to comment on Friday.",
    "⟦?We⟧ will not give up,? the coach said after the match.",
    "Residents said they ⟦didn?t⟧ hear the alarm.",
    "Temperatures rose to ⟦38?C⟧ in the south of the country.",
    "The talks ⟦? the first since 2019 ?⟧ ended without a deal.",
    "“It ⟦isn?t⟧ over,” the candidate told supporters.",
    "The fine was set at ⟦?500⟧, the court said on Monday.",
    "The goalkeeper Thomas ⟦M?ller⟧ was injured in training.",
    "The club⟦?s⟧ new stadium will hold 32,000 fans.",
    "The ⟦caf?⟧ on the corner has been closed since May.",
    "The ⟦2018?2020⟧ drought destroyed half the orchards.",
    "⟦?It was a miracle,?⟧ said the mother of the boy.",
    "Police said the ⟦men ?aged⟧ 19 and 23 were known to them.",
    "⟦They?re⟧ expected to arrive on Tuesday with the aid convoy.",
    "The president of ⟦S?o Paulo⟧ football club resigned on Sunday.",
    "He said the law was ⟦?unworkable?⟧ and should be withdrawn.",
    "The company reported ⟦sales ?of⟧ 4 million euros in the first half.",
    "⟦Fran?ois⟧ Dubois, a baker, said he had lost everything.",
    "⟦I?ve⟧ never seen the river so high, she said.",
    "The report – published on Monday ⟦?says⟧ the dam was unsafe.",
    "The Turkish president, Recep Tayyip ⟦Erdo?an⟧, arrived on Thursday.",
    "The price of bread rose sharply⟦?from⟧ 50 to 60 cents a loaf.",
    "The army said it had ⟦?neutralised? two⟧ fighters near the border.",
    "Three-quarters of the voters ⟦haven?t⟧ decided yet, the poll shows.",
    "The show ⟦?Dancing Nights?⟧ returns to the theatre in June.",
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        "The festival in ⟦Malm? drew⟧ 40,000 visitors over the weekend.",
        "the lists do not know the town, and a question could end so",
    ),
    (
        "The Polish city of ⟦??d?⟧ will host the fair next year.",
        "too little is left of the word to tell it from surprise",
    ),
    (
        "The workers⟦?⟧ demands include a pay rise of 8 percent.",
        "a question could end with a plural",
    ),
    (
        "The plane left at 9 a.m. ⟦??⟧ and landed safely two hours later.",
        "two marks alone are found in chats and in chess",
    ),
)

TRAPS: Final = (
    "Will rates rise again? The bank has not said.",
    "“Why now?” she asked. “Why not last year?”",
    "Who won? Nobody knows yet.",
    "The page is at https://example.com/search?query=flood and is updated daily.",
    "The quiz show Who Wants to Be a Millionaire? returns in May.",
    "The question is simple: who pays? And when?",
    "“You did what?” he said.",
    "Did the mayor know? he asked himself.",
    "The film What's Up, Doc? was shown on Saturday.",
    "What?! That was the reaction of most fans.",
    "How high will it go? $50? $60?",
    "“Really??” read one of the comments.",
    "Born in 1412(?), the painter left few traces.",
    "The guitarist of ? and the Mysterians died on Tuesday.",
    "Is it art?\nThe jury thinks so.",
    "Guilty? not guilty? The jury could not agree.",
    "The slogan “Ready?” was painted on the wall.",
    "“Are you sure?”, the nurse asked.",
    "Where do we go from here? is the title of her talk.",
    "The chess game ended after 34. Qxe5? Rd8, when White resigned.",
)


def detect(text: str) -> list[Finding]:
    return list(QuestionMarkDamage.build(lexicons.load()).detect(Document.plain(text)))


def hits(marked: str) -> list[Finding]:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    return [f for f in detect(text) if f.span.start < end and start < f.span.end]


@pytest.mark.parametrize("marked", FOUND)
def test_finds_damage_it_was_not_written_for(marked: str) -> None:
    assert hits(marked)


@pytest.mark.parametrize(("marked", "reason"), MISSED)
def test_misses_what_is_known_to_be_missed(marked: str, reason: str) -> None:
    assert hits(marked) == [], reason


@pytest.mark.parametrize("text", TRAPS)
def test_spares_good_copy_near_to_it(text: str) -> None:
    assert detect(text) == []
