"""Stray capitalised words before the full stop: what examples on the page can't hold."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.stray_final_capital import StrayFinalCapital
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

SEED = next((Path(__file__).parents[3] / "seeds").glob("000_*.txt"))


def found(text: str) -> list[Finding]:
    return list(StrayFinalCapital.build(lexicons.load()).detect(Document.plain(text)))


def test_mends_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    (finding,) = found(text)
    assert text[finding.span.start : finding.span.end] == "Is."
    assert finding.fixes[0].applied(text) == text.replace(
        "food are arriving Is.", "food are arriving."
    )


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (
            "The shops were shut The. They open on Monday.",
            "The shops were shut. They open on Monday.",
        ),
        ("“The shops were shut With.” He left.", "“The shops were shut.” He left."),
        ("She was born in 1987 Were.", "She was born in 1987."),
        ("They call it “the harbour” Had.", "They call it “the harbour”."),
        ("The shops belong to Lindqvist Is!", "The shops belong to Lindqvist!"),
        ("What did they sell By?", "What did they sell?"),
    ],
)
def test_drops_the_word_and_its_space(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("They know who he Is.", "They know who he is."),
        ("It is what it Is.", "It is what it is."),
        ("She has more than they Did.", "She has more than they did."),
        ("Nobody knew what the plan Was.", "Nobody knew what the plan was."),
        ("They asked where his house Was.", "They asked where his house was."),
        ("They know who Lindqvist Is.", "They know who Lindqvist is."),
    ],
)
def test_a_verb_that_has_its_subject_loses_its_capital(text: str, mended: str) -> None:
    (finding,) = found(text)
    lowered, dropped = finding.fixes
    assert lowered.applied(text) == mended
    assert dropped.applied(text) == mended.rsplit(" ", 1)[0] + "."


@pytest.mark.parametrize("text", ["They saw it Was.", "The food is arriving Is."])
def test_a_verb_without_a_subject_is_dropped(text: str) -> None:
    (finding,) = found(text)
    assert [fix.applied(text) for fix in finding.fixes] == [text.rsplit(" ", 1)[0] + "."]


@pytest.mark.parametrize(
    "text",
    [
        "He saw Where the Wild Things Are. It was fun.",
        "They sang Let it Be. Then they left.",
        "It is The. Not a name.",
        "The band is called Take That.",
        "She lives with James To.",
        "He said: Is.",
        "It ends in the. And it goes on",
    ],
)
def test_spares_names_and_titles(text: str) -> None:
    assert found(text) == []


def test_takes_linear_time() -> None:
    document = Document.plain("food Is. " * 30_000 + "Is" + "”" * 100_000)
    detector = StrayFinalCapital.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
