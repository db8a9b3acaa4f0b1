"""Two marks where one belongs."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.doubled_mark import DoubledMark
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(DoubledMark.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "right", "severity", "safety"),
    [
        ("The ferry,, he said.", "The ferry, he said.", Severity.WARNING, Safety.SAFE),
        ("The ferry left..", "The ferry left.", Severity.WARNING, Safety.SAFE),
        ("Cars, trains, etc.. Then more.", "Cars, trains, etc. Then more.", Severity.WARNING, None),
        ("The ferry left,. It was late.", "The ferry left. It was late.", Severity.WARNING, None),
        ("The ferry left,. and so on.", "The ferry left, and so on.", Severity.WARNING, None),
        ("The ferry;, he said, left.", "The ferry; he said, left.", Severity.WARNING, None),
        ("Has the ferry left,?", "Has the ferry left?", Severity.WARNING, None),
        ("Has the ferry left?.", "Has the ferry left?", Severity.WARNING, Safety.REVIEW),
        (
            "The ferries waited., then left.",
            "The ferries waited, then left.",
            Severity.WARNING,
            None,
        ),
        ("The ferry, , he said.", "The ferry, he said.", Severity.WARNING, Safety.REVIEW),
        ("The ferry left. . He waited.", "The ferry left. He waited.", Severity.WARNING, None),
        (
            "It was built in 1987., not before.",
            "It was built in 1987, not before.",
            Severity.WARNING,
            None,
        ),
        ("“The ferry is waiting.”.", "“The ferry is waiting.”", Severity.WARNING, Safety.REVIEW),
        ('He said: "It is waiting.".', 'He said: "It is waiting."', Severity.WARNING, None),
        ("What a ferry!!!", "What a ferry!", Severity.INFO, Safety.REVIEW),
    ],
)
def test_leaves_one_mark(text: str, right: str, severity: Severity, safety: Safety | None) -> None:
    (finding,) = found(text)
    assert finding.severity is severity
    assert safety in {None, finding.fixes[0].safety}
    assert finding.fixes[0].applied(text) == right


def test_two_full_stops_for_an_ellipsis_are_information() -> None:
    findings = found("Well.. no. The ferry left.. It was late.")
    assert [finding.severity for finding in findings] == [Severity.INFO, Severity.INFO]
    (finding,) = found("The ferry left.. and then it came back.")
    assert finding.severity is Severity.INFO
    assert len(finding.fixes) == 2


def test_several_outcries_are_reported_once() -> None:
    (finding,) = found("What a ferry!! Who says so?? I do!!")
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "text",
    [
        "It left... It came back.... “No...”. What?! Who!?",
        "It opened in Washington, D.C., in Calif.; at 5 p.m., by Lee Jr., Inc., et al., e.g., now.",
        "They sang Help!, Who?; and Now?. They use Yahoo!.",
        "“Why?”, he asked. “No!”. “The U.S.”. “Lee Jr.”.",
        "See ../x, a,,b, 1..9, caf&eacute;, &#233;, and ,,this“ or “,,”.",
        "a,,,,,, b;;; :-., :), ;)",
    ],
)
def test_spares_what_is_written_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", [",", "a,,", "word.. ", "it.”. ", "it!! ", "it,. ", "&a;, "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(DoubledMark.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
