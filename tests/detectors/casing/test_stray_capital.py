"""What the examples of stray-capital cannot hold: levels, fixes, house style, time."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.stray_capital import StrayCapital
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

SEED = Path(__file__).parents[3] / "seeds" / "000_3770f2927fc7ba81.txt"

POSITIVES = [
    ("The minister said That nobody had asked him.", "That"),
    ("Prices rose in spring Because of the drought.", "Because"),
    ("The team played Without its captain for a month.", "Without"),
    ("At least one house Was burned down in the night.", "Was"),
    ("The officers admitted shooting While driving home.", "While"),
    ("To be safe, You need a helmet and a rope.", "You"),
    ("There is no Such thing as a free lunch.", "Such"),
    ("The firm sells cakes Through its shops in town.", "Through"),
    ("Water dripped From the ceiling all day.", "From"),
    ("The song was written for his Own wedding.", "Own"),
    ("The children were Being watched by a neighbour.", "Being"),
    ("She earns more Than 500 pounds a week.", "Than"),
    ("The club, which Has won nothing, fired its coach.", "Has"),
    ("One porter Working on the roof saw it all.", "Working"),
    ("The waiters were Forced to hand over their tips.", "Forced"),
    ("He waited there, and Then he left.", "Then"),
    ("They looked at Their phones and laughed.", "Their"),
    ("The council Will not pay for the damage.", ""),
    ("The council voted Against the plan on Monday.", "Against"),
    ("Bears live Among 19 families in the valley.", "Among"),
    ("It is a large house; There is a garden, too.", "There"),
    ("The doctor sat down With Maria for an hour.", "With"),
    ("The island Has no roads; cars are banned.", "Has"),
    ("The mayor Recently opened a new bridge.", "Recently"),
    ("The talks ended Yesterday, said the hosts.", "Yesterday"),
    ("Dozens of people Were hurt in the crash.", "Were"),
    ("The judge asked Whether the man could read.", "Whether"),
    ("They had Never seen so much snow.", "Never"),
    ("The bank closed Its last branch in town.", "Its"),
    ("The army crossed the river Before dawn broke.", "Before"),
]

NEGATIVES = [
    "The Home Office and the Ministry of Health said nothing.",
    "She sang Blowing in the Wind and read Gone With the Wind.",
    "The novel For Whom the Bell Tolls was praised.",
    "He asked: “Why did you leave?” and she said, “Because I had to.”",
    "The rules: Never run, and never shout.",
    "In May the US and the UK met, and I was there; I'm sure of it.",
    "The Bank Of England Has Raised Its Rates",
    "The Who played, and so did Take That and The The.",
    "The retailer Next has closed a shop, and Dr No is back.",
    "We pray that He may hear us, for God knows that His love is near.",
    "“We are late,” said Ursula von der Leyen. Von der Leyen left.",
    "He writes for The Guardian, and she reads The Times.",
    "Shares rose to A$4.20 and The Hague was quiet.",
    "The University of the Third Age has a Department of Trade and Industry.",
]


def find(text: str) -> list[Finding]:
    """Run the detector on a text."""
    return list(StrayCapital.build(lexicons.load()).detect(Document.plain(text)))


def test_finds_at_least_27_of_30() -> None:
    found = [
        [finding.span.of(text) for finding in find(text)] == [word] for text, word in POSITIVES
    ]
    assert len(found) == 30
    assert sum(found) >= 27


@pytest.mark.parametrize("text", NEGATIVES)
def test_spares_capitals_that_are_right(text: str) -> None:
    assert [finding.span.of(text) for finding in find(text)] == []


def test_names_the_two_capitals_of_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = find(text)
    assert sorted(finding.span.of(text) for finding in found) == ["Alone", "Top"]
    assert sorted(finding.fixes[0].edits[0].text for finding in found) == ["alone", "top"]


def test_a_word_that_may_open_a_sentence_is_a_warning() -> None:
    sure = find("Prices rose in spring Because of the drought.")
    unsure = find("Prices rose in the spring They fell again later.")
    assert [(f.severity, f.fixes[0].safety) for f in sure] == [(Severity.ERROR, Safety.SAFE)]
    assert [(f.severity, f.fixes[0].safety) for f in unsure] == [(Severity.WARNING, Safety.REVIEW)]


def test_what_may_be_the_title_of_a_work_is_only_a_warning() -> None:
    (finding,) = find("Critics liked the film As Good as It Gets.")
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


def test_a_capital_that_comes_again_and_again_is_meant() -> None:
    once = "The sailors sang that Our ship was lost."
    assert len(find(once)) == 1
    assert find(f"{once} They knew that Our crew slept, and that Our cook did.") == []


def test_leaves_repetitions_alone() -> None:
    assert find("We will go there if we If we have to.") == []


@pytest.mark.parametrize(
    "text",
    ["A" * 100_000, "the Of " * 15_000, "and Alone, " * 10_000, "Because " * 12_000],
    ids=["letters", "grammar", "adverbs", "capitals"],
)
def test_takes_linear_time(text: str) -> None:
    began = process_time()
    find(text)
    half = process_time() - began
    began = process_time()
    find(text + " " + text)
    assert process_time() - began < 4 * half + 0.5


def test_offers_the_full_stop_that_may_be_lost() -> None:
    text = "The ferries take people around The service helps many."
    (finding,) = StrayCapital.build(lexicons.load()).detect(Document.plain(text))
    assert [fix.applied(text) for fix in finding.fixes] == [
        "The ferries take people around the service helps many.",
        "The ferries take people around. The service helps many.",
    ]
    assert {fix.safety for fix in finding.fixes} == {Safety.REVIEW}


def test_offers_no_full_stop_where_no_sentence_begins() -> None:
    text = "The team played Without its captain for a month."
    (finding,) = StrayCapital.build(lexicons.load()).detect(Document.plain(text))
    assert len(finding.fixes) == 1
