"""Two quotations that follow one another with nothing between."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.adjacent_quotes import AdjacentQuotes
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was: pairs of quotations that each hold a whole sentence.
FIRST = [
    "“The council did what it could for the people of Ulm.",
    "He said: “Nobody told us that the bridge would be shut.",
    "“We have waited for this day for more than ten years!",
    "She asked: “Why were we the last to hear of the plan?",
    "“My house was under water for a week, and nobody came…",
    "The mayor wrote: “There is no money left for a new school.",
]
SECOND = [
    "“How long must we wait for an answer from the minister?” he asked.",
    "“It was the worst night of my life,” said Lindqvist.",
    "“They left us alone with the children in the dark.”",
    "“Our members have voted against the offer,” Ruiz added.",
    "“I will not go back to that place again.”",
]
GOOD = [
    "“We go.” He left. “It is late,” he said.",
    "“We go,” he said. “It is late.”",
    "“No.” “Yes.” “No.”",
    "“Are you ready?” “I am.”",
    "She sang “Home”, “Blue Hills” and “Rain”.",
    "She sang “Home,” “Blue Hills” and “Rain.”",
    "“We go. ¶ “It is late for all of us here in Ulm,” he said.",
    "“We are ready to go home now.” ¶ “It is late for all of us,” he said.",
    "He called it “late” “often enough” to be heard.",
    "“He told me: ‘Never.’ “‘Never,’ he said.”",
    'She typed "yes" "no" "perhaps" into the form.',
    '"We are ready to go home now." He left. "It is late for all of us."',
    "„Nein.“ „Doch, es ist spät geworden heute.“",
    "«Non.» «Si, il est tard pour nous tous.»",
    "‘We are ready to go.’ ‘It is late for us all.’",
    'The pizza is 12" "or so", she said.',
    "“One,” “two,” “three.”",
    "“The council did what it could.”“It was late,” he said.",
    "“The council did what it could for us.” “Really?” she asked.",
    "“Really?” “The council did what it could for us,” she said.",
]


def found(text: str) -> list[Finding]:
    detector = AdjacentQuotes.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("second", SECOND)
@pytest.mark.parametrize("straight", [False, True])
def test_finds_two_quotations_in_a_row(first: str, second: str, *, straight: bool) -> None:
    text = f"{first}” {second}"
    if straight:
        text = text.replace("“", '"').replace("”", '"')
    (finding,) = found(text)
    assert finding.severity is Severity.INFO
    assert len(finding.span.of(text)) == 3
    join, part = finding.fixes
    assert {join.safety, part.safety} == {Safety.REVIEW}
    assert join.applied(text) == f"{first} {second[1:]}".replace(
        "“" if straight else "\0", '"'
    ).replace("”" if straight else "\0", '"')
    assert part.applied(text).count("\n\n") == 1


@pytest.mark.parametrize("text", GOOD)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ['." "A', ".” “A", '"', "“a.” “B c d e f g.” "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = AdjacentQuotes.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
