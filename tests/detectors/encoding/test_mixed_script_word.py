"""Letters of other scripts in English words."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.mixed_script_word import MixedScriptWord
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

DISGUISES = str.maketrans("aceopxyijsAEIOTP", "асеорхуіјѕАЕІОТР")


def found(text: str) -> list[Finding]:
    return list(MixedScriptWord.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in reversed(found(text)):
        text = finding.fixes[0].applied(text)
    return text


@pytest.mark.parametrize(
    "sentence",
    [
        "The council spoke to reporters about its tax plan on Tuesday.",
        "Paris isn’t the only capital that takes part, said Jones.",
        "A year ago it was a well-known place, and I liked it.",
    ],
)
def test_undoes_a_disguise(sentence: str) -> None:
    # Every second word, so that the text stays recognisably Latin.
    words = sentence.split(" ")
    words[1::2] = [word.translate(DISGUISES) for word in words[1::2]]
    damaged = " ".join(words)
    assert mended(damaged) == sentence
    assert {finding.severity for finding in found(damaged)} == {Severity.ERROR}
    assert all(finding.fixes[0].safety is Safety.SAFE for finding in found(damaged))


def test_a_name_that_no_list_knows_needs_a_look() -> None:
    (finding,) = found("It was Vоrzhаlek who came.")
    assert finding.fixes[0].safety is Safety.REVIEW
    assert finding.fixes[0].edits[0].text == "Vorzhalek"


@pytest.mark.parametrize(
    "text",
    [
        "Наука и жизнь, рассказ о том, как оса ест.",
        "He wrote «сор» and “оса” on the board.",
        "The letter а and the letter и: а is a vowel – “а”.",
        "Ζορμπάς was read by all, και ο Καζαντζάκης.",
        "The ΔT of 5 μm, α-helix, H2Ο-free χ2 test, Σ and β.",
        "Москва, café, naïve, Ωmega.",
        "SMSки и PRы are words of the young.",
    ],
)
def test_spares_other_languages_and_symbols(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["а", "а ", "aа", "aа ", "the а ", "а-b", "Α, "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(MixedScriptWord.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
