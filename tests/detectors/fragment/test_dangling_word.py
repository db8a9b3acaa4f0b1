"""Words left behind as sentences: what examples on the page can't hold."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.dangling_word import DanglingWord
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

SEED = next((Path(__file__).parents[3] / "seeds").glob("000_*.txt"))
PROSE = "The harbour was closed for most of the week after the storm."
MORE = "Ships from nine other ports had to wait outside until the evening."


def found(text: str) -> list[Finding]:
    return list(DanglingWord.build(lexicons.load()).detect(Document.plain(text)))


def test_mends_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8")
    (finding,) = found(text)
    assert text[finding.span.start : finding.span.end] == "Change."
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].applied(text) == text.replace(" Change.\n", "\n")


@pytest.mark.parametrize(
    "word",
    "Change Region Statement Support Including Made Announced Level Country Government".split(),
)
def test_reports_a_word_at_the_end_of_a_paragraph(word: str) -> None:
    text = f"{PROSE} {MORE} {word}.\n\n{MORE}"
    (finding,) = found(text)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].applied(text) == f"{PROSE} {MORE}\n\n{MORE}"


def test_warns_where_somebody_may_be_speaking() -> None:
    (finding,) = found(f"“{PROSE} Situation.\n\n“{MORE}”")
    assert finding.severity is Severity.WARNING
    (finding,) = found("We waited in the harbour for most of the night. Region.")
    assert finding.severity is Severity.WARNING


def test_warns_between_sentences_of_certain_words_only() -> None:
    (finding,) = found(f"{PROSE} Including. {MORE}")
    assert finding.severity is Severity.WARNING
    assert found(f"{PROSE} Guess. {MORE}") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} Again.",
        f"{PROSE} Unbelievable.",
        f"{PROSE} Quickly.",
        f"{PROSE} Reading.",
        f"{PROSE} Smith.",
        f"{PROSE} Storm.",
        f"{PROSE} Esp.",
        f"{PROSE} Change!",
        f"{PROSE} CHANGE.",
        f"“{PROSE} Change.”",
        "Change.\n\nLevel.",
        "It was late. Change.",
        "Is the harbour closed for most of the week? Change.",
        f"{PROSE} Level. Change.",
        f"There was only one word for what the storm had done. Change. {PROSE}",
    ],
)
def test_spares_what_may_be_meant(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("piece", ["Change. ", f"{PROSE} Change. ", '"Change. '])
def test_takes_linear_time(piece: str) -> None:
    document = Document.plain(piece * 5_000)
    detector = DanglingWord.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
