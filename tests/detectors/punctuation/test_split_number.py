"""Numbers that are cut in two."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.split_number import SplitNumber
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(SplitNumber.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("damaged", "right"),
    [
        ("They planted 4, 320 trees here.", "4,320"),
        ("They planted 44, 000 trees here.", "44,000"),
        ("About 1, 204 people came.", "1,204"),
        ("More than 7, 150 people came.", "7,150"),
        ("It costs $3, 150, and that is dear.", "3,150"),
        ("It costs €1, 250, 500 a year.", "1,250,500"),
        ("It costs 1,250, 000 euros a year.", "1,250,000"),
        ("They sold 18 ,250 cars.", "18,250"),
        ("At a height of 5, 120 metres it snowed.", "5,120"),
        ("The 2, 340-metre peak is white.", "2,340"),
        ("Prices rose by 2. 7% in May.", "2.7"),
        ("Prices rose by 2. 7 percent in May.", "2.7"),
        ("The bridge is 1. 25 km long.", "1.25"),
        ("It cost £12. 50 to go in.", "12.50"),
        ("It cost £1. 5 billion to build.", "1.5"),
        ("The bridge is 1 .5 miles long.", "1.5"),
        ("They planted 4,\xa0320 trees here.", "4,320"),
    ],
)
def test_takes_the_space_out(damaged: str, right: str) -> None:
    (finding,) = found(damaged)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    mended = finding.fixes[0].applied(damaged)
    begin, end = finding.span.start, finding.span.end
    assert mended == damaged[:begin] + right + damaged[end:]


@pytest.mark.parametrize(
    "text",
    [
        "By May 5, 120 people had come; on 6 June, 200 had. In 1999, 300 came.",
        "Numbers 113, 115 and 117, or 113, 115, 117, and lines 5, 100-200.",
        "At 16, 240 girls had left. In 5, 250 of them did.",
        "They won by 21. 12 people were hurt. It was 1998. 5% were ill.",
        "It cost $5. 12 people paid. He paid $5. 12% did not.",
        "1. 5 miles on foot\n2. 7 miles by bus",
        "It ended 3-2, 5-4 and 6-4, 120 minutes later.",
        "The score was 12, 12, 100 and 99.",
        "Built in 2018, 250 of them burned. Version 2. 5 years later.",
        "They came in 2,\n000 of them.",
        "On 10.12, 345 came; 12/5, 300 more.",
    ],
)
def test_spares_two_numbers(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["1, ", "1", "1,", "100, ", "1. 5 ", "1 ,5", "000, 000,"])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(SplitNumber.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
