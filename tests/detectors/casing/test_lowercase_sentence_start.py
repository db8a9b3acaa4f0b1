"""Sentences that begin small: what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.lowercase_sentence_start import LowercaseSentenceStart
from copydesk.findings import Severity
from copydesk.text.document import Document

DETECTOR = LowercaseSentenceStart.build(lexicons.load())
BEFORE = "The council met in the old town hall on Monday. "

# Written before the detector was.
POSITIVES = [
    "it voted for the plan of the mayor.",
    "the mayor was pleased with the vote.",
    "he had asked for it since the spring.",
    "she had not, as she told the council.",
    "they all went home before midnight.",
    "we were told that the plan is dear.",
    "this was the last vote of the year.",
    "that was what most people wanted.",
    "there were no votes against it.",
    "his party had been against it.",
    "her party was for it from the start.",
    "their votes were counted twice.",
    "however, the plan is not law yet.",
    "meanwhile, the bridge stays closed.",
    "but nobody had read the plan.",
    "and so the bridge will be closed.",
    "in the end it voted for the plan.",
    "after that it voted for the plan.",
    "when it voted, the hall was full.",
    "according to the mayor, it is over.",
    "some of them had left by then.",
    "most people had left by then.",
    "police closed the road for the day.",
    "bridges are dear, said the mayor.",
    "nobody spoke for the plan.",
    "voters will be asked in May.",
    "last year it had voted against it.",
    "yesterday the mayor spoke about it.",
    "closing the bridge costs a million.",
    "a vote in May will decide it.",
]


def find(text: str) -> list[str]:
    """Return what the detector marks."""
    return [finding.span.of(text) for finding in DETECTOR.detect(Document.plain(text))]


@pytest.mark.parametrize("sentence", POSITIVES)
def test_finds_what_was_written_before_it(sentence: str) -> None:
    found = find(BEFORE + sentence)
    assert found == [sentence.replace(",", "").split()[0]]


def test_offers_the_capital_first_and_the_lost_stop_second() -> None:
    text = f"{BEFORE}bridges are dear."
    (finding,) = DETECTOR.detect(Document.plain(text))
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].applied(text) == f"{BEFORE}Bridges are dear."
    assert finding.fixes[1].applied(text) == text.replace("Monday.", "Monday")


def test_is_an_error_where_nothing_else_can_be_meant() -> None:
    (finding,) = DETECTOR.detect(Document.plain(f"{BEFORE}she left early."))
    assert finding.severity is Severity.ERROR
    assert len(finding.fixes) == 1


def test_says_once_that_a_text_does_without_capitals() -> None:
    sentences = [s for s in POSITIVES if not s.endswith(" it.")]  # may be cut off there
    text = BEFORE + " ".join(sentences)
    (finding,) = DETECTOR.detect(Document.plain(text))
    count = len(sentences)
    assert finding.message == f"{count} of {count + 1} sentences begin with a small letter"
    mended = finding.fixes[0].applied(text)
    assert mended == BEFORE + " ".join(s[0].upper() + s[1:] for s in sentences)
    assert not find(mended)


@pytest.mark.parametrize(
    "text",
    [
        "The firm sells pens. pH meters are sold next door.",
        "He was born in Co. Kerry and lives in St. Ives, on the no. 3 line.",
        "Is it late? he wondered. Stop! she cried. What now? they asked the mayor.",
        "They read Which? and Hello! every week. “Is it over?” he asked.",
        "It was the end. … or so they thought. ... and they were right.",
        "See the memo of 3 Feb. or the letter of 4 approx. dates.",
        "Was it the money? the fame?",
    ],
)
def test_spares_what_is_no_start(text: str) -> None:
    assert not find(text)


@pytest.mark.parametrize("text", ["over. it is " * 20_000, "over! the " * 20_000, "a. " * 50_000])
def test_is_linear_on_hostile_text(text: str) -> None:
    document = Document.plain(text)
    began = time.perf_counter()
    list(DETECTOR.detect(document))
    assert time.perf_counter() - began < 4
