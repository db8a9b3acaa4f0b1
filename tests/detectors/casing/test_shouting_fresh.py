"""Texts for shouting, written by somebody who had not seen how it works.

At the first run 5 of 30 were reported as an error or a warning: fewer than the 27 that its level
then asked for, so it is information, no longer a warning. What else is found now has been mended
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.shouting import Shouting
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- The crowd gathered at noon. ⟦POLICE FIRED TEAR GAS AND ARRESTED⟧ dozens of people near the
  square.
- The minister resigned on Friday. ⟦HE GAVE NO REASON FOR HIS DECISION.⟧ A successor will be named
  next week.
- The bridge will be closed and ⟦DRIVERS MUST USE THE OLD ROAD⟧ until further notice, the council
  said.
- Rates were left unchanged. ⟦THIS IS THE LOWEST LEVEL IN TEN YEARS⟧, the bank said.
- The team lost again. ⟦WHAT A DISASTER FOR THE CLUB!⟧ The coach must go.
- The president said that ⟦THE ELECTION WILL TAKE PLACE⟧ on 4 May as planned.
- ⟦THREE PEOPLE WERE KILLED AND TEN INJURED⟧ when a bus left the road near Cusco on Sunday.
- A flood warning is in force. ⟦DO NOT TRAVEL UNLESS YOU HAVE TO.⟧ Trains are delayed.
- Doctors found that ⟦NOT ONE OF THE PATIENTS⟧ had been vaccinated.
- The shop was robbed ⟦FOR THE THIRD TIME THIS YEAR⟧ and the owner wants to give up.
- You will not believe what happened next. ⟦SHE MARRIED HIM THE NEXT DAY⟧ in Las Vegas.
- The court decided in June. ⟦THE APPEAL WAS REJECTED BY ALL FIVE JUDGES.⟧ He has to pay.
- The company, which makes toys, ⟦HAS FILED FOR BANKRUPTCY PROTECTION⟧ in Delaware.
- Inflation is at 9 percent. ⟦PRICES FOR BREAD AND MILK HAVE DOUBLED⟧ since the spring.
- The actor was seen in Rome. ⟦FANS COULD NOT BELIEVE THEIR EYES⟧ and asked for photographs.
- He said he was innocent. ⟦THE JURY DID NOT AGREE.⟧ He was sentenced to eight years.
- The plane landed safely ⟦AFTER ONE OF ITS ENGINES CAUGHT FIRE⟧ over the Atlantic.
- ⟦THE GOVERNMENT HAS DECLARED A STATE OF EMERGENCY⟧ in four provinces after a week of heavy rain.
- Teachers are on strike ⟦BECAUSE THEIR SALARIES ARE LATE⟧ and classes are suspended.
- The study was small. ⟦ONLY TWELVE WOMEN TOOK PART⟧, the authors admit.
- Tickets are still available. ⟦HURRY UP BEFORE THEY ARE GONE⟧, the organisers say on their site.
- The mayor, who took office in May, ⟦PROMISED TO REPAIR ALL ROADS⟧ before winter.
- The suspect fled on foot. ⟦ANYONE WITH INFORMATION SHOULD CALL⟧ the police at once.
- This is the truth about the vaccine ⟦THAT NOBODY WANTS YOU TO KNOW⟧, the post claimed.
- The rebels hold the north of the country. ⟦THE ARMY CONTROLS THE CAPITAL AND THE PORT⟧, analysts
  say.
- The match ended in a draw, but ⟦THE REFEREE WAS THE REAL LOSER⟧ of the evening.
- Her lawyer said ⟦THERE IS NO EVIDENCE AGAINST⟧ his client and asked for her release.
- Scientists said the ice is melting ⟦FASTER THAN EVER BEFORE⟧ and warned of floods.
- The king arrived by train. ⟦THOUSANDS WAITED IN THE RAIN TO SEE HIM⟧, waving flags.
- The museum is free on Sundays. ⟦CHILDREN UNDER SIX PAY NOTHING⟧ on any day.
"""

TRAPS = """
- NATO, the EU and the UN condemned the attack, as did the OSCE and ECOWAS.
- WASHINGTON (Reuters) - The Senate passed the bill on Friday.
- NEW YORK, NY — Stocks rose on Monday.
- “MAKE AMERICA GREAT AGAIN!” he wrote on Twitter.
- A sign at the gate read “DANGER KEEP OUT”.
- The BBC, ITV, CNN and NBC all carried the speech live.
- JOHANNESBURG, SOUTH AFRICA: The power cuts will last until June.
- The vaccines use mRNA; those of AZ use DNA, the FDA and CDC said.
- He scored for AC Milan against FC Barcelona, PSV and AS Roma.
- KABUL, Afghanistan (AP) — Two men were hurt.
- The US, UK and UAE signed the deal. The USSR is no more.
- The band AC/DC and ABBA, INXS and REM sold millions.
- BREAKING NEWS¶A bridge has collapsed in Genoa, and cars are under the rubble.
- The rating fell from AAA to BBB, the lowest grade above junk.
- The film WALL-E and the musical CATS were on TV.
- WHAT WE KNOW SO FAR¶The quake struck at dawn, 30 km from the city.
- The number plate was AB12 CDE, the police said.
- “I SAID NO,” the message read, in capital letters.
- Elizabeth II and Henry VIII, Louis XIV and Pius XII.
- The tweet, “WE WON THE ELECTION BIG”, was deleted an hour later.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(Shouting.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize("marked", texts(POSITIVES))
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
