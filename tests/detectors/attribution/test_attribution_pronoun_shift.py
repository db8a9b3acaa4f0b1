"""Reported speech that keeps the first person."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.attribution_pronoun_shift import AttributionPronounShift
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was measured: 27 of 30 is what it has to find.
DAMAGED = [
    "Ana Ruiz said that I will not accept this government.",
    "Lindqvist said that I’m ready for the winter.",
    "Lindqvist said that I'm ready for the winter.",
    "He told reporters on Friday that I am ready to go.",
    "She added that my house was searched.",
    "The minister announced that I will resign in May.",
    "The mayor stated that I have no plans to close it.",
    "Ruiz said on Monday that I have never seen the man.",
    "Petrenko claimed that my brother was not there.",
    "He insisted that I will pay it back.",
    "The president declared that I shall not bow.",
    "The coach stressed that my team is ready.",
    "Carl Lindqvist told the BBC that I am innocent.",
    "Ruiz warned that I will go to court.",
    "She says that I want peace.",
    "He adds that I did not sign it.",
    "The spokesman said that I’ve no comment.",
    "The leader said that I’ll be there on Sunday.",
    "UN envoy Lee Park said that I’d rather wait.",
    "Oleg Petrenko told Lindqvist that my patience is over.",
    "They said that I will be with the people.",
    "The chairman said that I salute the nation.",
    "The prime minister said that I will fight to the end.",
    "The ambassador said late on Friday that I was not invited.",
    "Former mayor Ana Ruiz said that my son is a teacher.",
    "The captain added that I love this club.",
    "The bridge is shut. Ruiz said that I know why.",
    "The president told a rally in May: “No.” He said that I will not go.",
    "Ana Ruiz said that I and the council are ready.",
    "The governor said on Thursday that I visited the dam.",
]
GOOD = [
    "Ana Ruiz said that she would not accept this government.",
    "I said that I would go.",
    "“He said that I was late,” she said.",
    '"He said that I was late," she said.',
    "Ana Ruiz said that “I will not accept it” was her line.",
    "When he said that I almost fell.",
    "If she said that I would go, I would.",
    "‘He said that I was late,’ she said.",
    "“We left. ¶ He said that I was late. ¶ It was over,” she said.",
    "World leaders said that Iceland would join.",
    "My wife said, and I agree, that it was late.",
    "Ruiz said that it was I.",
    "We said that we would go.",
    "I told Ruiz that I was ill.",
    "They told me that I was ill.",
    "What Ruiz said that I did not hear was “no”.",
    "The book that I read was good.",
    "He is the man that my brother saw.",
    "It was in May that I met her.",
    "She said the dog that I found was hers.",
    "Ruiz said that Pope John Paul I died in 1978.",
    "The house that Ruiz said that I own is not mine.",
    "“No,” he said. “She said that my house was shut.”",
    "I wrote that I would go, and said so.",
    "Everything that I said was wrong.",
    "The mayor said that Part I was done.",
    "He, too, said that “my house” was shut.",
    "The claim that I lied is false.",
    "You said that I could go.",
    "She said: “He claimed that I lied.”",
]


def found(text: str) -> list[Finding]:
    detector = AttributionPronounShift.build(lexicons.load())
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
        ("Ruiz said that I will go.", "Ruiz said: “I will go.”"),
        ("He told reporters that I am ill.", "He told reporters: “I am ill.”"),
    ],
)
def test_offers_the_right_words(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said that we will win this match.",
        "The mayor said that our town is safe.",
        "I went to Ulm. My train was late. Ruiz said that I was mad.",
    ],
)
def test_is_information_where_the_author_may_be_meant(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "unit", ["he said that I ", "that I ", "Ruiz told Lee that my ", "“he said that I. "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = AttributionPronounShift.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
