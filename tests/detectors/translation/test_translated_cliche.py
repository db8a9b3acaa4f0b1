"""Calques: every entry of the list is found, and what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.translation import translated_cliche
from copydesk.detectors.translation.translated_cliche import TranslatedCliche
from copydesk.findings import Severity
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

ENTRIES = [
    tuple(part.strip() for part in line.split("|"))
    for line in translated_cliche._CALQUES.strip().splitlines()
]


def found(text: str) -> list[Finding]:
    return list(TranslatedCliche.build(lexicons.load()).detect(Document.plain(text)))


def test_the_list_is_whole() -> None:
    phrases = [phrase for phrase, _, _ in ENTRIES]
    assert len(phrases) >= 150
    assert phrases == sorted(set(phrases))
    assert all(better and origin and better != phrase for phrase, better, origin in ENTRIES)


@pytest.mark.parametrize(("phrase", "better", "origin"), ENTRIES)
def test_names_each_phrase_with_its_english(phrase: str, better: str, origin: str) -> None:
    text = f"On Monday the council of the town said that {phrase} xyz."
    findings = found(text)
    assert any(
        phrase in finding.span.of(text) or finding.span.of(text) in phrase for finding in findings
    )
    (finding,) = (finding for finding in findings if finding.span.of(text) == phrase)
    assert finding.severity is Severity.INFO
    assert origin in finding.evidence
    assert finding.fixes[0].applied(text) == text.replace(phrase, better)


def test_keeps_the_capital_of_a_sentence() -> None:
    (finding,) = found("In the nearest time the bridge will be opened.")
    assert finding.fixes[0].edits[0].text == "Soon"


@pytest.mark.parametrize("unit", ["in the nearest time ", "homologue ", "make a photo. ", "the "])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = TranslatedCliche.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4
