"""Participles of saying that are sentences of their own."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.participle_fragment import ParticipleFragment
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was measured: 27 of 30 is what it has to find.
DAMAGED = [
    "He left. Jokingly adding: “We are ready.”",
    "He left. Adding: “We are ready.”",
    'He left. Adding: "We are ready."',
    "She smiled. Saying: “It is late.”",
    "She smiled. Proudly stating: “It is ours.”",
    "The talks failed. Warning: “This is the end.”",
    "The talks failed. Noting: “Nobody came.”",
    "The talks failed. Insisting: “We paid.”",
    "The talks failed. Quickly explaining: “It was a test.”",
    "Ruiz said no. Adding that the bridge would stay shut until May.",
    "Ruiz said no. Saying that he had no money left.",
    "Ruiz said no. Claiming that she was never asked.",
    "Ruiz said no. Stating that the offer came too late.",
    "Ruiz said no. Stressing that the town needs a school.",
    "Ruiz said no. Arguing that it costs too much.",
    "Ruiz said no. Declaring that there was no hope.",
    "Ruiz said no. Finally adding that they had lost.",
    "Ruiz said no. Angrily insisting that nobody told him.",
    "Ruiz said no. Warning that the river may rise again.",
    "Ruiz said no. Noting that Lindqvist had left.",
    "Ruiz said no. Explaining that all papers were signed.",
    "Ruiz said no. Briefly noting that these were old.",
    "The day ended. Adding that she would come back.",
    "The day ended. Saying that his house was empty.",
    "The day ended. Claiming that Lee Park knew of it.",
    "The day ended. Clearly stating that no vote was held.",
    "The day ended. Sadly adding: “We lost.”",
    "The day ended. Saying: ‘Go home.’",
    "The day ended. Stating that we had no right to it.",
    "The day ended. Arguing that an offer was on the table.",
]
GOOD = [
    "Ruiz said no, adding that the bridge would stay shut.",
    "Saying that he was tired, Lindqvist left.",
    "Adding that up is easy.",
    "Adding to the mood, the sun came out.",
    "“We are ready,” he said. Then, adding: “Go.”",
    "Claiming that it works is not enough.",
    "Saying that she was wrong was a mistake.",
    "He left, saying: “Go.”",
    "Adding: one cup of sugar.",
    "Warning: the road is closed.",
    "Noting the time, he left.",
    "Stating the obvious is no crime.",
    "Saying no is hard.",
    "Explaining that rule takes time.",
    "Is he saying that he knew?",
    "Adding salt helps.",
    "She was warning that it was late.",
    "Saying so, he left.",
    "“Adding that he knew, she left.”",
    "Stressing that this was no threat, he smiled.",
    "Insisting that all was well, she went home.",
    "Adding sugar, he smiled.",
    "He kept saying: “Go.”",
    "By saying that he knew, he lost.",
    "Warning signs were everywhere.",
    "Adding that the bridge would stay shut, Ruiz left.",
    "Arguing that point won him the case.",
    "Only adding: one more.",
    "After saying that he would go, he stayed.",
    "Noting that – as always – it rained, they left.",
]


def found(text: str) -> list[Finding]:
    detector = ParticipleFragment.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_the_defect(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes
    assert {fix.safety for fix in finding.fixes} == {Safety.REVIEW}


@pytest.mark.parametrize("text", GOOD)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He left. Jokingly adding: “Go.”", "He left. Jokingly he added: “Go.”"),
        ("He left. Adding that she knew.", "He left. He added that she knew."),
    ],
)
def test_offers_the_right_words(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize(
    "unit", ["Adding that he ", "Adding: “ ", "Jokingly adding that the ", "saying "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = ParticipleFragment.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
