"""Phrases printed twice in a row: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.repetition.repeated_phrase import RepeatedPhrase
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(RepeatedPhrase.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("We would do it, but if we If we must, alone.", "We would do it, but if we must, alone."),
        ("They hid in shelters in shelters.", "They hid in shelters."),
        ("It opened in 1993 in 1993.", "It opened in 1993."),
        ("The top of the top of the hill is bare.", "The top of the hill is bare."),
        ("It lowers the risk of lowers the risk of falls.", "It lowers the risk of falls."),
        ("No one knows at all at all at all.", "No one knows at all."),
        ("There was bread wrapped in cloth wrapped in cloth.", "There was bread wrapped in cloth."),
        ("Anna Berg Anna Berg is the mayor.", "Anna Berg is the mayor."),
        ("The swamp The swamp is deep.", "The swamp is deep."),
        ("As good as new as good as new, he said.", "As good as new, he said."),
        (
            "When he moves it looks good when he moves it looks good.",
            "When he moves it looks good.",
        ),
    ],
)
def test_keeps_one_copy(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


def test_the_span_covers_all_copies() -> None:
    text = "It was cold in the house in the house in the house."
    (finding,) = found(text)
    assert finding.span.of(text) == "in the house in the house in the house"
    assert "3 times" in finding.message


def test_a_phrase_that_must_go_on_is_deleted_unseen() -> None:
    assert found("but if we If we must, alone.")[0].fixes[0].safety is Safety.SAFE
    assert found("They hid in shelters in shelters.")[0].fixes[0].safety is Safety.REVIEW


def test_what_people_say_is_less_sure() -> None:
    assert found("So I was I was raised there.")[0].severity is Severity.WARNING
    assert found("They hid in shelters in shelters.")[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        "It went day after day after day, over and over and over.",
        "She won 6-4 6-4 and he lost 7-6 7-6 7-6.",
        "He is coming, he is coming, they sang.",
        "They waited and waited and saw nothing.",
        "On 12/11/2013 she worked 9:15 - 6:30 9:15 - 6:30.",
        "“I will not go back there today, I will not go back there today,” she said.",
        "It is - it is - a shame.",
    ],
)
def test_spares_speech_and_figures(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on and " * 50_000,
        "one two three four five six " * 20_000,
        "a b, " * 50_000,
        "x y z. " * 40_000,
    ],
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    list(RepeatedPhrase.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8


@pytest.mark.parametrize("text", ["if we If " * 30_000, "Xyz Xyz Said " * 30_000])
def test_leaves_noise_alone(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    assert not list(RepeatedPhrase.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 4
