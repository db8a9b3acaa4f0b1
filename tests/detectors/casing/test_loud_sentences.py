"""Sentences like headlines, and sentences in capitals: what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.shouting import Shouting
from copydesk.detectors.casing.title_case_run import TitleCaseRun
from copydesk.findings import Safety
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

TITLES = TitleCaseRun.build(lexicons.load())
SHOUTS = Shouting.build(lexicons.load())
BEFORE = "The council met in the town hall on Monday. "

TITLE_CASE = [
    "The Council Will Close The Bridge For Repairs After Heavy Storms.",
    "Doctors Say Eating Breakfast Every Morning Helps Children Learn.",
    "Prices Of Bread And Butter Rise Again As Farmers Count Their Losses.",
    "Police Ask Drivers To Keep Their Distance During The Holiday Weekend.",
    "Five Easy Ways To Save Money When Buying Food For Your Family.",
    "Workers Return To Their Offices After Three Years Behind Their Screens.",
    "Scientists Find New Evidence That Water Once Covered Most Deserts.",
    "Students Protest Against Higher Fees And Demand Better Housing.",
    "How To Grow Tomatoes Without Much Water In A Small Garden.",
    "Teachers Want Smaller Classes And More Time For Every Child.",
]
SHOUTED = [sentence.upper() for sentence in TITLE_CASE]


@pytest.mark.parametrize("sentence", TITLE_CASE)
@pytest.mark.parametrize("place", ["first", "later"])
def test_finds_a_headline_in_the_text(sentence: str, place: str) -> None:
    text = f"{sentence} {BEFORE}" if place == "first" else f"{BEFORE}{sentence} It was late."
    (finding,) = TITLES.detect(Document.plain(text))
    assert finding.span.of(text) == sentence
    assert finding.fixes[0].safety is Safety.REVIEW
    mended = finding.fixes[0].applied(text)
    assert mended == text.replace(sentence, sentence.capitalize())
    assert not list(TITLES.detect(Document.plain(mended)))


@pytest.mark.parametrize("sentence", SHOUTED)
@pytest.mark.parametrize("place", ["first", "later"])
def test_finds_a_shout_in_the_text(sentence: str, place: str) -> None:
    text = f"{sentence} {BEFORE}" if place == "first" else f"{BEFORE}{sentence} It was late."
    (finding,) = SHOUTS.detect(Document.plain(text))
    assert finding.span.of(text) == sentence
    mended = finding.fixes[0].applied(text)
    assert mended == text.replace(sentence, sentence.capitalize())


def test_leaves_names_and_abbreviations_their_capitals() -> None:
    text = f"{BEFORE}NATO PROMISED UKRAINE WEAPONS WHEN LEADERS GATHERED, AND I HEARD IT."
    (finding,) = SHOUTS.detect(Document.plain(text))
    right = "NATO promised Ukraine weapons when leaders gathered, and I heard it."
    assert finding.fixes[0].applied(text) == f"{BEFORE}{right}"


@pytest.mark.parametrize(
    ("detector", "sentences", "message"),
    [
        (TITLES, TITLE_CASE, "10 sentences have capitals like headlines"),
        (SHOUTS, SHOUTED, "10 sentences are set in capitals"),
    ],
)
def test_says_once_what_holds_for_a_whole_text(
    detector: Detector, sentences: list[str], message: str
) -> None:
    text = BEFORE + " ".join(sentences)
    (finding,) = detector.detect(Document.plain(text))
    assert finding.message == message
    mended = finding.fixes[0].applied(text)
    assert mended == BEFORE + " ".join(sentence.capitalize() for sentence in sentences)


@pytest.mark.parametrize("detector", [TITLES, SHOUTS])
@pytest.mark.parametrize(
    "text",
    [
        "Council Will Close The Bridge For Repairs After Heavy Storms",
        "COUNCIL WILL CLOSE THE BRIDGE FOR REPAIRS AFTER HEAVY STORMS",
        "The head of the Ministry of Foreign Affairs met the Committee on Water and Energy.",
        "A sign said “PLEASE KEEP THESE GATES CLOSED WHEN CATTLE GRAZE”, so he did.",
        "BBC, CNN, NBC and ABC reported it. NASA and ESA did not.",
    ],
)
def test_spares_headings_names_and_signs(detector: Detector, text: str) -> None:
    assert not list(detector.detect(Document.plain(text)))


@pytest.mark.parametrize("detector", [TITLES, SHOUTS])
@pytest.mark.parametrize(
    "text",
    [
        "Water Water " * 50_000 + ".",
        "WATER " * 100_000 + ".",
        "Water Food Money House Paper. " * 9999,
    ],
)
def test_is_linear_on_hostile_text(detector: Detector, text: str) -> None:
    document = Document.plain(text)
    began = time.perf_counter()
    list(detector.detect(document))
    assert time.perf_counter() - began < 4
