"""Articles in one paragraph."""

from __future__ import annotations

from copydesk import lexicons
from copydesk.detectors.structure.wall_of_text import WallOfText
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

_SENTENCE = "The old harbour was closed for most of the year."


def found(text: str) -> list[Finding]:
    return list(WallOfText.build(lexicons.load()).detect(Document.plain(text)))


def test_reports_the_first_words_once() -> None:
    wall = " ".join([_SENTENCE] * 16)
    text = f"Harbour closed\n\nBy Anna Lee\n\n{wall}\n\nRead more"
    (finding,) = found(text)
    assert finding.severity is Severity.INFO
    assert finding.span.of(text) == "The old harbour"
    assert "16 sentences" in finding.message


def test_spaces_between_the_first_words_are_no_matter() -> None:
    text = "The  old \tharbour" + " ".join([_SENTENCE] * 16).removeprefix("The old harbour")
    (finding,) = found(text)
    assert finding.span.of(text) == "The  old \tharbour"


def test_fifteen_sentences_and_a_second_paragraph_are_no_wall() -> None:
    assert found(" ".join([_SENTENCE] * 15)) == []
    half = " ".join([_SENTENCE] * 16)
    assert found(f"{half}\n\n{half}") == []
    assert found("No. " * 40) == []
    assert found("") == []
