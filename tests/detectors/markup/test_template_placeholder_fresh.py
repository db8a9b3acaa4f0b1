"""What nobody filled in, in texts from outside.

The texts were written without a look at the detector. The first run found 22 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.template_placeholder import TemplatePlaceholder
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    "⟦{{title}}⟧\nThe council approved the new budget on Monday.",
    "The minister spoke to ⟦{{ author.name }}⟧ on Tuesday about the reform.",
    "Send your story to ⟦[email protected]⟧ or call the newsroom.",
    ("⟦Lorem ipsum dolor sit amet, consectetur adipiscing elit.⟧ The bridge reopens on Friday."),
    "Dear ⟦%FIRSTNAME%⟧, the storm has closed all schools in the county.",
    "The match begins at ⟦${startTime}⟧ at the national stadium.",
    "⟦[Your Name]⟧, Staff Writer\nThe river rose by two metres overnight.",
    "The company, based in ⟦[CITY NAME]⟧, said profits had doubled.",
    'Posted on ⟦{{ post.date | date: "%B %d" }}⟧ – Police have named the victim.',
    "Contact the reporter at ⟦[email protected]⟧",
    "⟦<%= headline %>⟧\nThe prime minister will visit the region next week.",
    "The unemployment rate fell to ⟦XX percent⟧ in March, the agency said.",
    "The trial resumes on ⟦[DATE]⟧ in the capital.",
    "⟦Insert headline here⟧\nFarmers are waiting for rain in the east.",
    "The fire killed ⟦[NUMBER]⟧ people, officials said on Sunday.",
    "⟦Headline goes here⟧\nA truck overturned on the ring road.",
    "⟦#REF!⟧ of voters said they supported the mayor.",
    "Copyright ⟦{year}⟧ Example Media. The strike ended on Thursday.",
    "The singer said: “I am ⟦{{quote}}⟧.”",
    "⟦{{Infobox mill}}⟧ The mill burned down in 1911.",
    "⟦TK TK⟧ people attended the rally, organisers said.",
    "The office moved to ⟦[INSERT ADDRESS]⟧ in the spring.",
    "Hello ⟦*|FNAME|*⟧, here is the news of the week. The port is open again.",
    (
        "⟦Duis aute irure dolor in reprehenderit in voluptate velit⟧ esse cillum. The "
        "coach praised his players."
    ),
    "The patient, aged ⟦undefined⟧, was taken to hospital.",
    "By ⟦%author_name%⟧\nThe frost damaged a third of the vineyards.",
    "Shares of ⟦{{company_name}}⟧ fell 3 percent on Monday.",
    "⟦Your text here⟧\nThe parade starts at noon on Main Street.",
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        "The airport is closed. ⟦{% if user.is_premium %}⟧ Read the full report.",
        "shortcode-residue reports control tags",
    ),
    (
        "The tower will be ⟦{0}⟧ metres high when it is finished.",
        "figures in braces are sets as well",
    ),
)

TRAPS: Final = (
    "The title of the film is Lorem, after the filler text used by printers.",
    "The formula is {a, b, c}, the teacher explained.",
    "“He [name withheld] came in through the window,” the witness said.",
    "Send your story to news@example.org or call the newsroom.",
    "The XX century began with hope, the historian wrote.",
    "The rate is 5% in the north and 7% in the south, the slip read.",
    "The $1 coin was withdrawn in 2012.",
    "Your name here could be worth a fortune: stadium rights are up for sale.",
    "The judge asked the jury to fill in the date and the name on the form.",
    "The TK Maxx store closes in June.",
    "The singer XXXTentacion was shot dead in 2018.",
    "Super Bowl XX was played in New Orleans.",
    "The email said the address was protected by law.",
    "The meaning of the word remained undefined, the court said.",
    "“To Whom It May Concern,” the letter began.",
    "The clip ends with the words “insert coin to continue”.",
    "A null result, the scientists said, is a result as well.",
    "The set {1, 2, 3} has eight subsets.",
    "He typed “[redacted]” over every name in the file.",
    "“We [the people] demand answers,” the banner read.",
)


def detect(text: str) -> list[Finding]:
    return list(TemplatePlaceholder.build(lexicons.load()).detect(Document.plain(text)))


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
