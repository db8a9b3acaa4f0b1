"""Offices and organisations that are run together."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.speaker_list_garble import SpeakerListGarble
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was measured: 27 of 30 is what it has to find.
DAMAGED = [
    "The chairman Northern Fishers Union (NFU), Carl Lindqvist, said no.",
    "He is a former prime minister Party of Free Farmers (PFF).",
    "She is chairwoman United Rail Workers (URW).",
    "The president National Bakers League (NBL) resigned.",
    "Lindqvist is the leader Green Valley Movement (GVM).",
    "The spokesman Border Guard Service (BGS) said no.",
    "The director Centre for River Studies (CRS) said so.",
    "A secretary Society of Public Clerks (SPC) was there.",
    "The founder Open Harbour Initiative (OHI), Ana Ruiz, spoke.",
    "The head Agency for Rural Roads (ARR) has gone.",
    "The chief Coastal Rescue Team (CRT) was hurt.",
    "Its commissioner Inland Fisheries Board (IFB) left.",
    "The spokeswoman People’s Harvest Party (PHP) said no.",
    "The ambassador Republic of Northern Lakes (RNL) came.",
    "He met the governor Central Bank of Lakes (CBL) in May.",
    "The coach River City Rovers (RCR) was sacked.",
    "The captain Lake District Wanderers (LDW) scored.",
    "The spokesperson World Harvest Programme (WHP) agreed.",
    "The chairperson Union of Small Shops (USS) wept.",
    "The mayor and president Local Councils Forum (LCF), Ana Ruiz, sang.",
    "President Prime Minister Ana Ruiz spoke on Friday.",
    "Foreign Minister Finance Minister Oleg Petrenko said so.",
    "The Home Secretary Foreign Secretary was there.",
    "Prime Minister Foreign Minister Ana Ruiz told reporters.",
    "The Interior Minister Defence Minister said no.",
    "Chancellor Finance Minister Carl Lindqvist left.",
    "The Health Secretary Education Secretary resigned.",
    "Vice President Prime Minister Lindqvist met them.",
    "Justice Minister Interior Minister Ana Ruiz agreed.",
    "Chairman Prime Minister Petrenko was late.",
]
GOOD = [
    "The chairman of the Northern Fishers Union (NFU), Carl Lindqvist, said no.",
    "Northern Fishers Union (NFU) chairman Carl Lindqvist said no.",
    "The chairman, Northern Fishers Union (NFU) founder Ana Ruiz, left.",
    "The former chairman Norman Frank Underhill (NFU) sang.",
    "The leader Ana Ruiz (45) was there.",
    "Deputy Prime Minister Ana Ruiz met Vice President Carl Lindqvist.",
    "The President, Prime Minister and Foreign Minister were there.",
    "The President and Prime Minister Ana Ruiz met.",
    "The Foreign Minister met Finance Minister Ana Ruiz.",
    "The Secretary of State (SoS) was there.",
    "President Ana Ruiz and Prime Minister Lee Park met.",
    "The prime minister and Northern Fishers Union (NFU) met.",
    "The World Health Organization (WHO) said so.",
    "The head of the Agency for Rural Roads (ARR) has gone.",
    "Party leader Ana Ruiz (GVM) said so.",
    "The leader (Ana Ruiz) was there.",
    "The coach was with River City Rovers (RCR) before.",
    "The mayor Lee Park (Ind) was there.",
    "Minister for Health Ana Ruiz was there.",
    "The chief executive Carl Lindqvist (CL) left.",
    "The minister told the Northern Fishers Union (NFU) so.",
    "The Foreign Secretary, Home Secretary and Chancellor met.",
    "“Mr President, Prime Minister,” she said.",
    "The secretary general of the United Nations (UN) spoke.",
    "Chairman Carl Lindqvist met Prime Minister Ana Ruiz.",
    "The president joined the African Union (AU) in May.",
    "President (PM) and others.",
    "A director at the Centre for River Studies (CRS) said so.",
    "The Minister Prime Numbers were named after.",
    "Captain Ana Ruiz (AR) was there.",
]


def found(text: str) -> list[Finding]:
    detector = SpeakerListGarble.build(lexicons.load())
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
        (
            "The chairman Northern Fishers Union (NFU) left.",
            "The chairman of the Northern Fishers Union (NFU) left.",
        ),
        ("President Prime Minister Ruiz spoke.", "Prime Minister Ruiz spoke."),
        ("President Prime Minister Ruiz spoke.", "President and Prime Minister Ruiz spoke."),
    ],
)
def test_offers_the_right_words(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert mended in {fix.applied(text) for fix in finding.fixes}


@pytest.mark.parametrize(
    "unit", ["(A) ", "President Prime Minister ", "chairman A B (AB) ", "A ", "(AB"]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = SpeakerListGarble.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
