"""Sentences that say nothing, in texts from outside.

They were written without a look at the detector, from its name alone, when it knew empty lines
only. The first run found 0 of the 30 and marked none of the 20 others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.vacuous_stub import VacuousStub
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

# The damage stands between ⟦ and ⟧, which the detector does not see.
FOUND: Final = (
    "Two men were arrested on Monday. ⟦According to.⟧ They are 19 and 23 years old.",
    "The museum reopened in May. ⟦The.⟧ It shows 120 works.",
    "Prices rose again in March. ⟦This is because.⟧ Economists had expected a fall.",
    "The factory employs 450 people. ⟦In the.⟧ It opened in 1974.",
    "The council meets in June. ⟦But the.⟧ The mayor will not attend.",
    "The rescue took nine hours. ⟦As well as.⟧ No one was hurt.",
    "The parade starts at noon. ⟦Of the.⟧ Streets close at ten.",
    "The fire broke out at dawn. ⟦That the.⟧ Nobody was injured.",
)

# Each with the reason why it stays.
MISSED: Final = (
    (
        ("The court rejected the appeal on Friday. ⟦Said.⟧ The company has 30 days to respond."),
        "a saying without its words is another rule’s business",
    ),
    (
        ("The minister visited the flooded villages. ⟦He said that.⟧ Aid will follow this week."),
        "a saying without its words is another rule’s business",
    ),
    (
        "The bank cut its forecast. ⟦It is.⟧ Growth will slow to 1.2 percent.",
        "an answer in good copy is as short",
    ),
    (
        "The strike lasted nine days. ⟦The union said.⟧ Talks resume on Tuesday.",
        "a saying without its words is another rule’s business",
    ),
    (
        "The bridge is closed. ⟦And.⟧ Drivers should use the tunnel.",
        "columnists use such a word as a sentence",
    ),
    (
        "The club signed a new goalkeeper. ⟦He was.⟧ The contract runs until 2027.",
        "an answer in good copy is as short",
    ),
    (
        "The storm reached the coast at dawn. ⟦There are.⟧ Schools stay closed.",
        "an answer in good copy is as short",
    ),
    (
        "The senator apologised. ⟦She added.⟧ The vote is on Sunday.",
        "a saying without its words is another rule’s business",
    ),
    (
        "The trial was adjourned. ⟦However.⟧ The judge gave no reason.",
        "columnists use such a word as a sentence",
    ),
    (
        "The ferry was four hours late. ⟦They have.⟧ Passengers were given vouchers.",
        "an answer in good copy is as short",
    ),
    (
        "The river rose overnight. ⟦It was a.⟧ Hundreds left their homes.",
        "a letter with a full stop is read as an initial, not as the end of a sentence",
    ),
    (
        "The mine reopened in May. ⟦Which is.⟧ Workers had waited for a year.",
        "columnists use such a word as a sentence",
    ),
    (
        "The airport is closed until noon. ⟦He told.⟧ Flights were diverted.",
        "a saying without its words is another rule’s business",
    ),
    (
        "The vote was close. ⟦For example.⟧ A recount is under way.",
        "columnists use such a word as a sentence",
    ),
    (
        "The doctor was released on bail. ⟦The reason is.⟧ A hearing is set for May.",
        "columnists use such a word as a sentence",
    ),
    (
        "The school will take 600 pupils. ⟦Also.⟧ It has a library.",
        "columnists use such a word as a sentence",
    ),
    (
        "The reservoir is at 23 percent. ⟦We are.⟧ Farmers fear for the harvest.",
        "an answer in good copy is as short",
    ),
    (
        "The orchestra returns in May. ⟦To be.⟧ Tickets cost 20 euros.",
        "columnists use such a word as a sentence",
    ),
    (
        "The frost damaged the vineyards. ⟦It has been.⟧ Growers want aid.",
        "an answer in good copy is as short",
    ),
    (
        "The island has 400 residents. ⟦He also said.⟧ A new pier is planned.",
        "a saying without its words is another rule’s business",
    ),
    (
        "The company denied the claims. ⟦With a.⟧ Shares fell 6 percent.",
        "a letter with a full stop is read as an initial, not as the end of a sentence",
    ),
    (
        "The plane landed safely. ⟦A spokesman said.⟧ It had 120 people on board.",
        "a saying without its words is another rule’s business",
    ),
)

TRAPS: Final = (
    "Will he run again? “Yes.” He smiled.",
    "He waited. And waited. Nobody came.",
    "“It is,” she said. “It always was.”",
    "Was the plan legal? It was. The court said so in May.",
    "Is she ready? She is. The coach has no doubt.",
    "No one answered. Silence.",
    "Enough. That was the message of the voters.",
    "The bank says it can pay. It can. But at what price?",
    "“I do,” he said. “I really do.”",
    "They said it could not be done. It could.",
    "He lost. She won. The party celebrated.",
    "Nobody thought they would win. They did.",
    "“Stop!” he shouted. It stopped.",
    "Who knew? He did.",
    "The result? A draw.",
    "He is not the only one who lied. There are others.",
    "She had to decide. She did. The rest is history.",
    "It rained. Play stopped at noon.",
    "The critics were wrong. They always are.",
    "And so it goes. The port is quiet again.",
)


def detect(text: str) -> list[Finding]:
    return list(VacuousStub.build(lexicons.load()).detect(Document.plain(text)))


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
