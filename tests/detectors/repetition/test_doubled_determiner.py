"""Two determiners in a row: positives written before the detector, and what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.repetition.doubled_determiner import DoubledDeterminer
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(DoubledDeterminer.build(lexicons.load()).detect(Document.plain(text)))


# Thirty pairs and nouns, written before the detector was.
POSITIVES = (
    """
the a bridge|a the harbour|the an island|an the old man|the his mother|the their ship|the my house
the our town|the your letter|the its owner|a their plan|a his friend|a our ship|a my idea|an our aim
their the children|my the brother|our the money|your the book|their a house|our a boat|my a car
the this week|the these houses|the those people|a this year|an its end|your an apple|my their dog
our their council
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("phrase", POSITIVES)
def test_reports_both_words(phrase: str) -> None:
    text = f"The council met on Monday, and {phrase} was seen there."
    (finding,) = found(text)
    first, second, rest = phrase.split(" ", 2)
    assert finding.span.of(text) == f"{first} {second}"
    kept = [fix.applied(text) for fix in finding.fixes]
    assert kept == [text.replace(phrase, f"{word} {rest}") for word in (first, second)]


def test_thirty_positives_were_written() -> None:
    assert len(POSITIVES) == 30


def test_keeps_the_capital_of_a_sentence() -> None:
    (finding,) = found("The their ship left the harbour.")
    assert finding.fixes[1].applied("The their ship") == "Their ship"


@pytest.mark.parametrize("unit", ["the a ", "a the an ", "the a. "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = DoubledDeterminer.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4
