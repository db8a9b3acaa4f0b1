"""Headings that run into the text."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.structure.run_in_subheading import RunInSubheading
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(RunInSubheading.build(lexicons.load()).detect(Document.plain(text)))


# Written before the detector was; it found all but one, which began with “A”.
@pytest.mark.parametrize(
    ("heading", "rest"),
    [
        ("What happens next", "The minister will sign it."),
        ("What we know so far", "The fire began at noon."),
        ("What the law says", "It forbids the sale of boats."),
        ("What to expect", "They will vote on Monday."),
        ("What comes now", "There will be another vote."),
        ("Why it matters", "The harbour is the only one here."),
        ("Why prices rise", "In most towns there are too few flats."),
        ("Why this matters now", "We asked those who know."),
        ("How it began", "He had a boat and no money."),
        ("How to apply", "She says that a letter will do."),
        ("How the vote works", "The council has nine seats."),
        ("How we got here", "In the spring nobody cared."),
        ("How long it will take", "They say that it takes a year."),
        ("Who is affected", "They live in the old town."),
        ("Who pays for it", "The town does."),
        ("Who they are", "This is a group of friends."),
        ("Background", "The old law was made long ago."),
        ("Analysis", "It is too early for that."),
        ("Reactions", "The mayor was not amused."),
        ("Conclusion", "There is no easy way out."),
        ("Outlook", "They hope for rain."),
        ("The Final Days", "They left the town at night."),
        ("Key Points", "The council meets on Monday."),
        ("Early Life", "He grew up in the harbour."),
        ("Personal Life", "She lives by the sea."),
        ("Road to Victory", "The team lost twice."),
        ("Looking Ahead", "There is a game on Sunday."),
        ("A New Start", "It was cold in the old hall."),
        ("Market Reaction", "On the day the shares fell."),
        ("Story Highlights", "In most towns it rained."),
    ],
)
def test_finds_a_heading_and_parts_it(heading: str, rest: str) -> None:
    text = f"The law was passed this year. {heading} {rest}"
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.span.of(text) == f"{heading} {rest.split(maxsplit=1)[0]}"
    parted = finding.fixes[0].applied(text)
    assert parted == f"The law was passed this year.\n\n{heading}\n\n{rest}"


@pytest.mark.parametrize(
    "text",
    [
        "It was late. What happens next? The minister will sign.",
        "It was late. What The minister said is known.",
        "It was late. Anna Lee The minister said no.",
        "It was late. Paris The minister said no.",
        "It was late. How he came to The end of the road is known.",
        "It was late. They sang of The end and of We are here.",
        "It was late. What happens next, The minister said.",
        "Key Points The council",
        "It was late. Key Points: The council meets.",
        "The Times The council reads is old.",
    ],
)
def test_spares_what_is_no_heading(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["What it The a ", "Key Points The ", "The a ", "Aa The b "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(RunInSubheading.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
