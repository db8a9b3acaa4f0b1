"""Sentences that lost their full stop."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.missing_full_stop import MissingFullStop
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

_BEFORE = "The mayor came at noon, and he said that nothing at all could be done."
_AFTER = "Nobody in the old town knows for how long the ships will have to wait."


def found(text: str) -> list[Finding]:
    return list(MissingFullStop.build(lexicons.load()).detect(Document.plain(text)))


def between(paragraph: str) -> str:
    return f"{_BEFORE}\n\n{paragraph}\n\n{_AFTER}"


@pytest.mark.parametrize(
    "paragraph",
    [
        "The harbour is closed. Ships have to wait outside for the end of the storm",
        "The harbour is closed. Ships wait. They have nowhere to go. He calls it “a long night”",
        "The harbour is closed, and ferries wait. It is the third time that they wait all night",
        "“The harbour is closed,” he said. The crews wait outside and hope for better weather",
    ],
)
def test_finds_a_paragraph_without_its_stop(paragraph: str) -> None:
    (finding,) = found(between(paragraph))
    assert finding.severity is Severity.WARNING
    assert f"{paragraph}.\n\n" in finding.fixes[0].applied(between(paragraph))


@pytest.mark.parametrize(
    "paragraph",
    [
        "The harbour is closed and the ships have to wait outside for the end of the storm",
        "The harbour is closed. Ships have to wait outside, said the mayor of the town, Anna Lee",
        "The harbour is closed. Ships have to wait outside for the end of the storm:",
        "The harbour is closed. Ships have to wait outside for the end of the long",
        "The harbour is closed. Ships have to wait outside until the end of the",
        "The harbour is closed. Ships have to wait outside until the end. anna lee",
        "- The harbour is closed. Ships have to wait outside for the end of the storm",
        "The harbour is closed. Ships have to wait outside for the end (of the storm)",
        "The harbour is closed. Ships have to wait outside. Read more",
    ],
)
def test_spares_what_may_end_so(paragraph: str) -> None:
    spared = found(between(paragraph))
    assert [finding for finding in spared if "long" not in finding.message] == []


def test_a_house_that_writes_no_stops_is_left_alone() -> None:
    paragraph = "The harbour is closed. Ships have to wait outside for the end of the storm"
    assert found("\n\n".join([paragraph] * 3)) == []


_WRAPPED = (
    "The bank raised its rates for the second time in this\n"
    "year and said that it would do so four times after the\n"
    "talks that were held with the governors in the spring\n"
    "{} more of them are few, and few are\n"
    "those who want less."
)


@pytest.mark.parametrize("opener", ["The members who want", "“It is clear that", "They say that"])
def test_finds_a_line_that_should_end_a_sentence(opener: str) -> None:
    text = _WRAPPED.format(opener)
    (finding,) = found(text)
    stop, join = finding.fixes
    assert f"spring.\n{opener}" in stop.applied(text)
    assert f"spring. {opener}" in join.applied(text)


@pytest.mark.parametrize(
    "text",
    [
        _WRAPPED.format("Governors of the bank who want"),
        _WRAPPED.format("who want"),
        _WRAPPED.replace("spring", "the").format("The Times has found out"),
        _WRAPPED.replace("spring", "spring.").format("The members who want"),
        "The rain falls on the harbour wall\nThe ships are lost to view\nand so\nThey go",
    ],
)
def test_spares_lines_that_go_on(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["it\nThe a\n", "a\nb ", "It is. It is\n\n", "so it is “a”\n\n"])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(MissingFullStop.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
