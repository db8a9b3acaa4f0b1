"""Texts for missing-article, written by somebody who had not seen how it works.

At the first run 7 of 30 were reported as an error or a warning: fewer than the 27 that its level
then asked for, so it is information, no longer a warning. What else is found now has been mended
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.translation.missing_article import MissingArticle
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- Police arrested ⟦man⟧ in connection with the robbery on Saturday.
- He is ⟦president⟧ of country with ten million people. The vote is in May.
- She was taken to the airport in ⟦middle⟧ of the night.
- Meeting will be held at ⟦end⟧ of the month in Minsk.
- The minister said that ⟦government⟧ will not raise taxes this year.
- The new bridge is ⟦longest⟧ in the country and cost 2 billion euros.
- It was ⟦first⟧ time that the two leaders had spoken since March.
- He works as ⟦engineer⟧ at a plant near Samara.
- The company opened ⟦new⟧ factory in the north of the country last year.
- In ⟦same⟧ year he moved to Paris with his family.
- The fire destroyed ⟦large⟧ part of the forest, rescuers said.
- The court found that there was ⟦lack⟧ of evidence against him.
- About ⟦half⟧ of the members voted for the plan, with ⟦majority⟧ of women against.
- One of ⟦largest⟧ banks in the region has closed its doors.
- The attack took place near ⟦border⟧ with Ukraine on Friday morning.
- The delegation was received by ⟦mayor⟧ of the city in the town hall.
- She gave ⟦interview⟧ to a German newspaper on Monday.
- There is ⟦problem⟧ with the water supply in the eastern districts.
- At ⟦beginning⟧ of the year the price stood at 40 dollars.
- The suspect bought ⟦gun⟧ on the internet, the prosecutor said.
- As ⟦result⟧ of the accident two people died.
- The car was parked in front of ⟦building⟧ where he lives.
- Most of ⟦people⟧ in the village have left their homes.
- He became ⟦member⟧ of the party in 1998 and left it ten years later.
- The talks were held in ⟦capital⟧ of Kazakhstan under UN auspices.
- The pilot made ⟦mistake⟧ and the plane left the runway.
- According to ⟦ministry⟧ of health, 40 people are in hospital.
- The army took control of ⟦south⟧ of the island on Tuesday.
- The film tells ⟦story⟧ of a girl who wants to fly.
- He was ⟦only⟧ survivor of the crash, the airline said.
"""

# Those that are not found, by the reason.
MISSED = {
    "closed patterns alone are read: other nouns go without an article in good copy, too": (
        0,
        1,
        4,
        5,
        7,
        8,
        10,
        11,
        12,
        14,
        16,
        17,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        28,
        29,
    ),
}

TRAPS = """
- He was taken to hospital and then sent to prison.
- She became president in 1998 and left office in 2004.
- Police arrested two men; both were later released on bail.
- He was elected mayor of London and chairman of the board.
- The talks were held in central London at noon.
- At first he refused; in time he agreed.
- They travelled by train, on foot and by boat.
- Man bites dog¶The story made headlines in every newspaper.
- In response, government officials said nothing.
- Half of the members voted against it, and most people agreed.
- The couple, husband and wife, were found side by side.
- She works as head of research at a bank.
- He plays guitar and piano, goes to church and likes school.
- As president of the club, he cut costs year after year.
- Parliament meets in spring; congress is in recess.
- What kind of man does that? The kind of man who lies.
- Last year was better than first thought.
- From beginning to end, day and night, they worked hand in hand.
- President of the European Council Charles Michel spoke first.
- Time is money, and lack of sleep is a problem.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(MissingArticle.build(lexicons.load()).detect(Document.plain(text)))


def expected() -> list[str]:
    missed = {index for indices in MISSED.values() for index in indices}
    return [text for index, text in enumerate(texts(POSITIVES)) if index not in missed]


@pytest.mark.parametrize("marked", expected())
def test_finds_damage_that_it_was_not_written_for(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    places = []
    for number, piece in enumerate(marked.split("⟦")[1:], start=1):
        start = len("".join(marked.split("⟦")[:number]).replace("⟧", ""))
        places.append(range(start, start + piece.index("⟧")))
    findings = found(text)
    assert any(f.span.start < p.stop and p.start < f.span.end for f in findings for p in places)


@pytest.mark.parametrize("text", texts(TRAPS))
def test_is_silent_on_good_copy_near_to_it(text: str) -> None:
    assert found(text) == []
