"""Texts for attribution-without-content, written by somebody who had not seen how it works.

At the first run 8 of 30 were reported as an error or a warning: fewer than the 27 that its level
then asked for, so it is information, no longer a warning. What else is found now has been mended
since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.attribution_without_content import AttributionWithoutContent
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# One text behind each dash; ¶ is a blank line, ⏎ a line break, and the damage stands in ⟦…⟧.
POSITIVES = """
- The dam is safe, engineers insist. ⟦“,” the minister said.⟧ Work on the spillway ends in May.
- ⟦“” said Police Chief Tom Harris.⟧ Two men were arrested at the scene.
- The strike enters its third week. ⟦He told reporters on Monday.⟧ Talks are due to resume on
  Thursday.
- ⟦According to the Ministry of Health.⟧ At least 40 people have been treated for burns.
- Inflation eased to 3.1 per cent in May. ⟦Said the bank's governor.⟧
- ⟦The spokeswoman added.⟧ The road will be closed for two weeks.
- Fifteen boats sank in the harbour. ⟦According to local media.⟧¶No one was hurt.
- The vaccine will be free of charge. ⟦The prime minister said in a statement on Friday.⟧ Clinics
  open on 3 May.
- ⟦Blinken told CNN on Sunday.⟧ The hostages must be freed first.
- ⟦", " she added.⟧ The family has hired a lawyer.
- “We will rebuild the school,” he said. ⟦He added.⟧ Donations have reached $2 million.
- The club has sacked its coach. ⟦Chairman Luis Ortega said in an interview with Marca.⟧ A
  successor will be named this week.
- ⟦Said John Miller, a professor of economics at Yale.⟧ Rates are likely to stay high.
- ⟦As the president said.⟧ The army moved into the town at dawn.
- Three suspects were held overnight. ⟦The police said.⟧ They face up to ten years in prison.
- ⟦“.” said the mayor of Naples.⟧ Volunteers cleared the streets.
- ⟦According to a report by Reuters on Tuesday.⟧ The company plans to cut 500 jobs in Spain.
- ⟦Lavrov stated during a press conference in Moscow.⟧ The two sides will meet again in June.
- The fire spread to a nearby warehouse. ⟦Firefighters said on Saturday.⟧ It was put out by noon.
- ⟦The report concluded that.⟧ The pilot had slept four hours.
- ⟦“…” he told the BBC.⟧ The singer cancelled two concerts last month.
- ⟦The UN envoy said that.⟧ Aid trucks have been waiting at the crossing since Friday.
- The verdict was read at noon. ⟦The judge said in her ruling.⟧ The defendant showed no emotion.
- ⟦Erdogan announced.⟧ The new airport will open in October.
- ⟦“ ” Khan told the newspaper.⟧ The film comes out next spring.
- ⟦A senior official told AFP on condition of anonymity.⟧ The convoy had been hit twice.
- Both pilots survived. ⟦According to the airline, citing the investigators.⟧ The runway has
  reopened.
- ⟦Netanyahu said on Thursday evening.⟧ The operation will continue until all goals are met.
- ⟦She explained.⟧ The roof had leaked for years before it gave way.
- The drought is the worst in 40 years. ⟦“, ” said farmer Ahmed Noor.⟧ His cattle are dying.
"""

# Those that are not found, by the reason.
MISSED = {
    "orphaned-quote-mark reports the empty quotation": (
        1,
        24,
    ),
    "straight marks may part two quotations": (9,),
    "“Said Ruiz.” may go with the sentence before it": (
        4,
        12,
    ),
    "what follows the verb is more than a hearer, a day and an occasion": (
        11,
        17,
        22,
        25,
        26,
    ),
    "“I never said that.” is good copy": (
        19,
        21,
    ),
    "“She explained.” may be a sentence of its own": (28,),
    "“as the president said” names no source of its own": (13,),
    "a plural without an article names a group, and “Experts say.” is a figure of speech": (18,),
}

TRAPS = """
- “The dam is safe,” the minister said. Work ends in May.
- “We will rebuild.” He said it twice, then sat down.
- The road, police said, will be closed for two weeks.
- According to the ministry, at least 40 people have been treated.
- He told reporters on Monday that the strike would go on.
- Asked whether he would resign, he said no.
- “I am not afraid,” she said. “Not of him.” She would not say more.
- The minister said so on Monday. Nobody believed him.
- “Yes,” he said.
- He spoke to reporters on Monday. He declined to give details.
- It was, as the president said, a dark day.
- The prices are high. So says Maria, who sells fruit at the market.
- What he said was clear. What he meant was not.
- She told him the truth. He told nobody.
- The bank announced the merger on Friday. Shares rose.
- Everything went according to plan. The crew returned at noon.
- “No comment,” the lawyer told CNN on Sunday.
- Two witnesses testified on Monday. The judge explained the rules.
- As she put it: “Enough is enough.”
- He said a few words on Thursday evening, thanked the staff and left.
"""


def texts(block: str) -> list[str]:
    """Undo the wrapping of the lines above."""
    entries = (" ".join(entry.split()) for entry in f"\n{block.strip()}".split("\n- ")[1:])
    return [entry.replace("¶", "\n\n").replace("⏎", "\n") for entry in entries]


def found(text: str) -> list[Finding]:
    return list(AttributionWithoutContent.build(lexicons.load()).detect(Document.plain(text)))


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
