"""Wrongly decoded characters: what a character becomes is found and mended."""

from __future__ import annotations

import time

import ftfy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import lexicons
from copydesk.detectors.encoding.mojibake import Mojibake
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

SENTENCES = [
    "The town’s café — the “Étoile” — closed in May…",
    "Zoë ate crème brûlée, he said: “It’s £5, or €6.”",
    "Saša and Citroën built 5½ million cars at 20°C.",
    "García’s naïve fiancée naïvely paid ¥300 in Málaga.",
    "‘It is over,’ said Łukasz Żółć – nobody’s fool™.",
]


def found(text: str) -> list[Finding]:
    return list(Mojibake.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in reversed(found(text)):
        text = finding.fixes[0].applied(text)
    return text


def misread(text: str, codec: str) -> str:
    """Read UTF-8 as something else; ftfy's codecs give a character for every byte."""
    return text.encode().decode(codec)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "sloppy-windows-1254"])
def test_undoes_a_wrong_reading(sentence: str, codec: str) -> None:
    damaged = misread(sentence, codec)
    assert mended(damaged) == sentence
    assert all(finding.severity is Severity.ERROR for finding in found(damaged))
    assert all(finding.fixes[0].safety is Safety.SAFE for finding in found(damaged))


@pytest.mark.parametrize("sentence", SENTENCES[:2])
def test_undoes_two_wrong_readings(sentence: str) -> None:
    twice = misread(misread(sentence, "sloppy-windows-1252"), "sloppy-windows-1252")
    assert mended(twice) == sentence


@pytest.mark.parametrize("codec", ["mac_roman", "cp1251", "cp437", "cp850"])
def test_undoes_other_readings_of_marks(codec: str) -> None:
    assert mended(misread("The town’s mayor – he said “no”…", codec)) == (
        "The town’s mayor – he said “no”…"
    )


def test_a_word_is_one_defect_and_so_is_each_mark() -> None:
    text = misread("“Résumés” aren’t read.", "sloppy-windows-1252")
    spans = [finding.span.of(text) for finding in found(text)]
    assert spans == ["â€œ", "Ã©sumÃ©", "â€\x9d", "â€™"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("He said “no.â€ Then he left.", "He said “no.” Then he left."),
        ("We ate Ã  la carte.", "We ate à la carte."),
        ("The end.Â\xa0It rained.", "The end. It rained."),
        ("The end.Â It rained.", "The end. It rained."),
        ("The end. Â It rained.", "The end. It rained."),
        ("ï»¿It rained.", "It rained."),
        ("itÂ’s late", "it’s late"),
    ],
)
def test_mends_what_lost_a_byte(text: str, right: str) -> None:
    assert mended(text) == right


def test_a_lost_byte_needs_a_look() -> None:
    assert found("He said “no.â€ Then he left.")[0].fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "“AMANHÔ, disse. “IRMÔ… ÍMÃ – LÔ.",
        "À €5, c’est à «prendre» ou à\xa0«laisser»\xa0: déjà\xa0!",
        "Beyoncé’s café” — “fiancé”… Straß”, MÜ” and Ö”.",
        "Việt Nam, România, Ynys Môn, Gwynedd a’r Wyddfa: iâ’r.",
        'The letters “Ã” and “Â”, ‘Â’ and "Ã".',
        "√9 × ½ ¬ ± «Ñandú» Ç· É© Ð ß®",
        "Москва и Київ, Αθήνα, 東京, 한국어 and 😀.",
        "Plain ASCII, don't you know.",
    ],
)
def test_spares_what_was_meant(text: str) -> None:
    assert found(text) == []


@given(
    st.characters(min_codepoint=0xA1, max_codepoint=0x17F)
    | st.sampled_from("‘’“”–—…•€™−→★😀 中한")
    | st.characters(exclude_categories=["Cs", "Cc"])
)
def test_mends_whatever_ftfy_mends(character: str) -> None:
    right = f"The b{character}nd was here."
    damaged = misread(right, "sloppy-windows-1252")
    if ftfy.fix_encoding(damaged) == right and "\x85" not in damaged:
        assert mended(damaged) == right.replace("\xa0", " ")
    else:
        assert mended(damaged) in (damaged, right)


@pytest.mark.parametrize(
    "unit", ["â€™", "Ã©", "Ã© ", "â€", "Ã ", "Â", "éÃ", "‚Ä", "√©", "ðŸ", "вЂ™ "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(Mojibake.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
