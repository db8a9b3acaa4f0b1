"""Verbs of telling without a hearer."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.told_without_addressee import ToldWithoutAddressee
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was measured: 27 of 30 is what it has to find.
DAMAGED = [
    "Mayor Ana Ruiz told that the bridge would stay shut.",
    "Carl Lindqvist told that he would not leave.",
    "He told that it was too late.",
    "She told that they had left at ten.",
    "They told that the road was closed.",
    "The minister told that the talks were over.",
    "Ruiz told on Friday that she would leave.",
    "Lindqvist told late on Thursday that the deal was off.",
    "He told yesterday that the team was ready.",
    "The spokeswoman told that nobody was hurt.",
    "Petrenko has told that his house was searched.",
    "The president had told that no vote would be held.",
    "The envoy informed that talks would go on.",
    "He informed that the school was shut.",
    "Ana Ruiz informed on Monday that the bank was closed.",
    "The spokesman also told that more rain was expected.",
    "UNICEF told that children were at risk.",
    "The mayor told: “We are ready.”",
    'Ruiz told: "We are ready."',
    "He told that Lindqvist would come.",
    "Lindqvist told that 40 people were safe.",
    "She told that all the papers were signed.",
    "The ambassador told that his country was neutral.",
    "The leader told that there was no plan.",
    "Lee Park told that if it rains, the match is off.",
    "The secretary then told that we would all be paid.",
    "Foreign Minister Oleg Petrenko told that this was no threat.",
    "We told that the house was empty.",
    "He later told that a friend had called.",
    "The governor has also informed that the dam is safe.",
]
GOOD = [
    "He was told that the bridge was shut.",
    "They were told on Friday that the school would close.",
    "Ruiz, told that she had lost, went home.",
    "Lindqvist told reporters that he would go.",
    "She told the court on Monday that she was ill.",
    "He told that story twice.",
    "She told that to the court.",
    "I have been informed that the talks are over.",
    "The residents told that the water was safe went home.",
    "Officials told that the bridge was unsafe closed it.",
    "He got told that it was late.",
    "Being told that he was ill did not help.",
    "Ruiz told him that it was over.",
    "Ruiz told Lindqvist that it was over.",
    "The mayor told BBC News: “We are ready.”",
    "The story is told that a giant lived here.",
    "Parents told that the school was shut were angry.",
    "He told of his plan, and she told about hers.",
    "Mr Lindqvist told Today that he would go.",
    "All told, that was a good year.",
    "She told that joke again.",
    "Truth be told, that was late.",
    "He told us that that was it.",
    "The tale he told that night was old.",
    "The men who were told that it was over cheered.",
    "Police told that the man had fled searched the wood.",
    "When told that it was over, she wept.",
    "He informed the court that it was over.",
    "They kept him informed that week.",
    "The lies they told that year were many.",
]


def found(text: str) -> list[Finding]:
    detector = ToldWithoutAddressee.build(lexicons.load())
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
        ("Ruiz told that the bridge was shut.", "Ruiz said that the bridge was shut."),
        ("Ruiz told that the bridge was shut.", "Ruiz told reporters that the bridge was shut."),
        ("He told on Friday that it was over.", "He said on Friday that it was over."),
        ("The mayor told: “We are ready.”", "The mayor said: “We are ready.”"),
    ],
)
def test_offers_the_right_words(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize(
    "unit", ["told that ", "He told that he ", "Ruiz told on Friday ", 'told: "']
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = ToldWithoutAddressee.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
