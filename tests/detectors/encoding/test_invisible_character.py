"""Characters that nobody sees."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.invisible_character import InvisibleCharacter
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was; "|" is where the invisible character stands.
SENTENCES = [
    "The coun|cil met on Tuesday.",
    "The Nether|lands won, 3-1.",
    "It was an un|be|liev|able night.",
    "Mün|chen is a city in Ba|var|ia.",
    "The gov|ernment’s plan failed.",
]
CHARACTERS = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]


def found(text: str) -> list[Finding]:
    return list(InvisibleCharacter.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in reversed(found(text)):
        text = finding.fixes[0].applied(text)
    return text


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("character", CHARACTERS)
def test_takes_it_out_of_words(sentence: str, character: str) -> None:
    damaged = sentence.replace("|", character)
    assert mended(damaged) == sentence.replace("|", "")
    assert {finding.severity for finding in found(damaged)} == {Severity.WARNING}
    assert all(finding.fixes[0].safety is Safety.SAFE for finding in found(damaged))


def test_a_word_is_one_finding_that_names_it() -> None:
    (finding,) = found("It was un\u00adbe\u00adliev\u00adable.")
    assert "soft hyphen" in finding.message
    assert "“unbelievable”" in finding.message
    assert len(finding.fixes[0].edits) == 3


def test_takes_out_what_turns_the_writing() -> None:
    assert mended("The \u202ereport\u202c was late.") == "The report was late."
    assert mended("The \u2066report\u2069 was late.") == "The report was late."


@pytest.mark.parametrize(
    "text",
    [
        "He wrote \u202bשלום\u202c and left.",
        "The 👩\u200d🚀 came; می\u200cخواهم is Persian.",
        "A space\u200b follows, and\u200e so does \u200bthis.",
        "\ufeffThe text begins with a mark.",
        "\u200b\n\nA line of nothing.",
        "Plain ASCII, and – some – more.",
    ],
)
def test_spares_what_does_no_harm(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit", ["\u00ad", "a\u00ad", "a\u200b ", "\u202e", "\u202e ", "aaaa\u00ad"]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(InvisibleCharacter.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
