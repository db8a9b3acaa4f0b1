"""Attributions of nothing."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.attribution_without_content import AttributionWithoutContent
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was measured: 27 of 30 is what it has to find.
DAMAGED = [
    "The bridge is shut. Mayor Ana Ruiz said on Friday. It will stay so.",
    "The talks are over. The minister told reporters. Nobody knows why.",
    "It rained. Lindqvist said. Then it stopped.",
    "It rained. He said. Then it stopped.",
    "It rained. She told reporters on Monday. Then it stopped.",
    "Prices rose. Lindqvist said in a statement. Wages did not.",
    "Prices rose. The mayor said at a news conference. Wages did not.",
    "Prices rose. The spokeswoman said yesterday. Wages did not.",
    "Ana Ruiz announced on Tuesday. ¶ The bridge is shut.",
    "The bridge is shut. ¶ Oleg Petrenko added. ¶ It will stay so.",
    "The bridge is shut. The president stated on Thursday. It will stay so.",
    "The road is closed. UN envoy Lee Park said on Friday.",
    "The road is closed. The ambassador says.",
    "The road is closed. They said late on Friday.",
    "The road is closed. Ruiz told the BBC. It will open in May.",
    "The road is closed. Ruiz said in an interview on Monday.",
    "The road is closed. The governor said during a meeting.",
    "Lindqvist said on Friday that.",
    "He told reporters on Monday that. Then he left.",
    "He went home, adding that. Nobody followed.",
    "She left, saying that. It was late.",
    "The bank closed, stating that. It was May.",
    "The union walked out, claiming that. Talks go on.",
    "Ruiz wept, insisting that. Then she left.",
    "The chairman announced yesterday that. It was late.",
    "The envoy said late on Thursday that.",
    "The deal is done. Foreign Minister Ana Ruiz told journalists.",
    "The deal is done. The chief said on Sunday morning.",
    "The deal is done. Carl Lindqvist said earlier.",
    "The deal is done. The coach said after the meeting.",
]
GOOD = [
    "“The bridge is shut.” Mayor Ana Ruiz said on Friday. “It will stay so.”",
    '"The bridge is shut." Lindqvist said.',
    "‘The bridge is shut.’ She said.",
    "“The bridge is shut,” she said.",
    "So he said. So Ruiz said.",
    "I never said that.",
    "The bridge is shut, Ruiz said on Friday.",
    "The bridge is shut. That is what the minister told reporters.",
    "Ruiz said: ¶ “It will stay so.”",
    "The mayor said on Friday. ¶ “It will stay so.”",
    "Ruiz said on Friday that it was over.",
    "What Ruiz said.",
    "As Ruiz said.",
    "It was late, and nobody told reporters.",
    "Easier said than done. Well said. Enough said.",
    "He said no. She said yes.",
    "Ruiz said in a statement that it was over.",
    "The mayor told reporters nothing.",
    "The man they met at Port Said. He left.",
    "Nobody knew what he told reporters.",
    "He told them that.",
    "Yes, she said. No, he said.",
    "The union said it would strike on Friday.",
    "She knows what the minister said on Friday.",
    "He added sugar, and she added salt.",
    "It must be said. It was said.",
    "Lindqvist said it in an interview.",
    "She said that. He said that, too.",
    "Little was said. No more was said on Friday.",
    "“It is over.” ¶ The mayor said on Friday.",
]


def found(text: str) -> list[Finding]:
    detector = AttributionWithoutContent.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_the_defect(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.INFO
    assert finding.fixes
    assert {fix.safety for fix in finding.fixes} == {Safety.REVIEW}


@pytest.mark.parametrize("text", GOOD)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("It rained. Ruiz said on Friday. It stopped.", "It rained. It stopped."),
        ("He went home, adding that. Nobody knew.", "He went home, adding. Nobody knew."),
    ],
)
def test_offers_the_right_words(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize(
    "unit", ["Ruiz said. ", "said that. ", "told reporters. ", "he said on Friday. "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = AttributionWithoutContent.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
