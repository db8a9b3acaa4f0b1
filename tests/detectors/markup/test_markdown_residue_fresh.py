"""Marks of Markdown in running text, in texts from outside.

The texts were written without a look at the detector. The first run found 19 of the 30 and
marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.markdown_residue import MarkdownResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    "⟦## ⟧Background\nThe two countries signed the treaty in 1998 after long talks.",
    "The minister called the plan ⟦**historic**⟧ and said work would start in May.",
    (
        "Read more about the case on the [⟦court's "
        "website](https://court.example.org/cases/12)⟧ or in print."
    ),
    "⟦### What happens next?⟧\nThe bill goes to the upper house in two weeks.",
    "The film, ⟦*The Long Winter*⟧, opens in cinemas on Friday.",
    "⟦**Key points:**⟧\nThe tax falls to 19 percent from January.",
    (
        "⟦![Firefighters at the scene](https://img.example.com/fire.jpg)⟧\nThe blaze broke "
        "out shortly after midnight."
    ),
    "The officer said the road was ⟦__closed__⟧ until further notice.",
    (
        "⟦# Fire destroys historic mill⟧\n\nA fire destroyed a mill in the north of the "
        "city on Sunday."
    ),
    (
        "The report lists three causes:\n\n⟦* **Drought:**⟧ Rainfall was the lowest in 40 "
        "years.\n* **Cost:** Fuel rose by a third."
    ),
    "⟦> **Note:**⟧ This article was updated at 4 p.m.\n\nThe airport remains closed.",
    (
        "The committee's chair, [Maria Olsen⟦](https://www.example.no/olsen)⟧, said the "
        "vote was fair."
    ),
    "⟦**BRUSSELS**⟧ – European leaders met on Thursday to discuss the budget.",
    "Police named the victim as ⟦**Daniel Reyes, 42**⟧, of Mill Street.",
    (
        "The league table after six rounds:\n\n⟦| Team | Points |\n| --- | --- |⟧\n| "
        "Rovers | 14 |\n| City | 12 |"
    ),
    "The price was cut from ⟦~~$49~~⟧ $39 for the opening week.",
    "The strike will last ⟦***at least two weeks***⟧, the union warned on Friday.",
    (
        "The airline cancelled 40 flights.\n\n⟦#### Passengers stranded⟧\n\nHundreds slept "
        "in the terminal."
    ),
    (
        "The company denied the claims.⟦[^1]⟧ It has until Monday to reply.\n\n[^1]: "
        "Statement of 4 May."
    ),
    "“We will rebuild,” ⟦**she said**⟧, adding that aid had arrived.",
    "See [⟦our guide](/guides/voting-abroad)⟧ for how to vote from abroad.",
    "⟦##Weather outlook⟧\nRain is expected in the west until Sunday.",
    ("The winner was announced on stage. ⟦[Watch the video](https://video.example.com/x9)⟧"),
    "⟦**Q: When will the bridge open?**⟧\nA: The city hopes for a date in late summer.",
    "The novel ⟦_Salt Roads_⟧ won the national book prize on Tuesday.",
    (
        "The trial opens on Monday. ⟦\\*\\*Editor's note\\*\\*⟧ An earlier version gave "
        "the wrong date."
    ),
    (
        "Inflation eased to 3.1 percent. ⟦### Outlook⟧ Economists expect a further fall in "
        "the autumn."
    ),
    (
        "The rescue took nine hours, [officials said⟦](http://news.example.in/rescue "
        '"Rescue")⟧ on Sunday.'
    ),
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        ("The app is run with the command ⟦```⟧\nnpm start\n``` which users must type themselves."),
        "a block that begins with a fence is read as code",
    ),
    (
        (
            "The mayor's speech was interrupted ⟦**twice by protesters.⟧ He left the stage "
            "after ten minutes."
        ),
        "half a pair looks like a word with letters hidden: a **cking mess",
    ),
)

TRAPS: Final = (
    "The team is ranked #1 in the world after the win.",
    "The hashtag #SaveTheLake trended on Sunday.",
    "* Prices correct at the time of printing.",
    "The f***ing noise kept residents awake, one of them said.",
    "The rapper's song is called A**holes and it topped the charts.",
    "He scored 87* and 112 in the two innings.",
    "The company's shares rose 4 percent [see chart] on Monday.",
    "“He [the minister] (who was not present) knew about it,” the witness said.",
    "The C# developer moved to Berlin in 2019.",
    "The user posted as maria_lopez_88 on the forum.",
    "The room measured 4 * 5 metres, the inspector wrote.",
    "- The museum opens at 10 a.m.\n- Entry is free for children.",
    "The film gets ***, our critic says.",
    "Rated **** by two newspapers, the show closes in June.",
    "1. The plan must be approved.\n2. Money must be found.",
    "Flight #1042 was diverted to Oslo.",
    "The file is named annual_report_2023_final.pdf, the audit said.",
    "A*, A and B grades all fell this year, the exam board said.",
    "* * *\nThe next morning the search resumed.",
    "Apartment #4 was empty; apartment #5 was locked, police said.",
)


def detect(text: str) -> list[Finding]:
    return list(MarkdownResidue.build(lexicons.load()).detect(Document.plain(text)))


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
