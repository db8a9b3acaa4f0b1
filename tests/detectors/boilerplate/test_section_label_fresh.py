"""Texts for section-label, written by somebody who had not seen how it works.

At the first run 0 of 30 were reported as an error or a warning, 21 more as information: fewer
than the 27 that its level then asked for, so it is information, no longer a warning. What else is
found now has been mended since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.section_label import SectionLabel
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- ⟦News⟧¶Three people were hurt when a bus left the road near Cusco on Sunday.
- ⟦World News⟧¶The talks in Vienna ended without a result on Friday, diplomats said.
- ⟦Politics⟧⏎The prime minister has lost a vote of confidence, and an election will be held in
  May.
- ⟦Home > World > Europe⟧¶Flooding has killed ten people in the south of France.
- ⟦BUSINESS⟧¶Shares in the carmaker fell 6 percent after it cut its forecast.
- ⟦Breaking News⟧¶A strong earthquake has struck the north of Japan.
- ⟦Sports⟧¶The champions won 3-1 and now lead the table by five points.
- ⟦Category: Health⟧¶Doctors have warned of a shortage of insulin in the region.
- ⟦Local News⟧¶The council will vote on the new stadium next week.
- ⟦Filed under: Technology⟧¶The company has shown its first electric lorry.
- ⟦OPINION⟧¶The budget is a gamble, and we will all pay for it if it fails.
- ⟦Entertainment⟧¶The singer has cancelled ten concerts because of illness.
- ⟦Middle East⟧¶The truce held for a third day, and aid trucks entered the city.
- ⟦Science & Environment⟧¶Researchers have found a new species of frog in Peru.
- ⟦News / UK⟧¶Nurses will strike for two days in January.
- ⟦Editorial⟧¶The court has spoken, and the government should listen.
- ⟦Top Stories⟧¶The president has fired his defence minister.
- ⟦Tech⟧¶The app was down for six hours on Monday.
- ⟦US News⟧¶A gunman killed two people in a supermarket in Ohio.
- ⟦Lifestyle⟧¶A walk of twenty minutes a day lowers blood pressure, a study finds.
- ⟦Latest News⟧¶The strike at the port has ended after nine days.
- ⟦Posted in Business, Economy⟧¶Inflation has fallen to its lowest level in two years.
- ⟦Crime⟧¶A man of 34 was arrested after a knife attack in Leeds.
- ⟦Exclusive⟧¶The minister met the lobbyist four times, documents show.
- ⟦Tags: Ukraine, Russia, war⟧¶The front line has hardly moved since May, officers say.
- ⟦Arts & Culture⟧¶The gallery has bought a lost painting by Klimt.
- The minister resigned on Friday.¶⟦Africa⟧¶Nigeria has closed its border with Niger, the army
  said.
- ⟦Money⟧¶Mortgage rates fell for the third week in a row.
- The game was called off because of rain.¶⟦Football⟧⏎⟦Premier League⟧
- ⟦Travel⟧¶The night train from Paris to Berlin is back after nine years.
"""

# Those that are not found, by the reason.
MISSED = {
    "navigation-run names it": (
        3,
        9,
        21,
    ),
}

TRAPS = """
- Politics of fear¶The campaign has been the dirtiest in memory.
- Business is booming¶Shops in the old town have never sold so much.
- What happened¶The bus left the road at dawn and fell into a ravine.
- Background¶The two states have fought over the valley since 1988.
- The news reached the village on Monday. Sports fans wept.
- Good news¶The flood has spared the old town.
- A divided Europe¶The summit showed how little the members agree.
- World leaders arrive¶The first planes landed at noon.
- Politics, he said, bored him. Business did not.
- Health fears¶The factory has been closed since May.
- “News?” he asked. “What news?”
- The crime¶The killer entered through a window, the court heard.
- Money matters¶How the club spent 300 million in a year.
- Sport helps children learn¶A study followed 2,000 pupils.
- She covers science and technology.
- Europe must act, the minister said.
- Travel chaos¶Hundreds of flights were cancelled.
- Next steps¶Parliament will vote in June.
- Africa rising¶The continent's economies are growing again.
- He reads the business pages, she reads sport.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(SectionLabel.build(lexicons.load()).detect(Document.plain(text)))


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
