"""Words that are written together."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.missing_space import MissingSpace
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(MissingSpace.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The bridge is closed.The mayor is angry.", "The bridge is closed. The mayor is angry."),
        ("Is it closed?Nobody knows.", "Is it closed? Nobody knows."),
        ("It was won by Lindqvist,who lives here.", "It was won by Lindqvist, who lives here."),
        ("The mayor said:“It is late.”", "The mayor said: “It is late.”"),
        ("“It is late,”she said.", "“It is late,” she said."),
        ("She said“it is late” twice.", "She said “it is late” twice."),
        ("They moved toBerlin in May.", "They moved to Berlin in May."),
        ("They met Orvald. He spoke ofOrvald.", "They met Orvald. He spoke of Orvald."),
        ("Growth slowed in the quarterThe bank waits.", None),
        ("Anna Brask won. AnnaBrask cheered.", "Anna Brask won. Anna Brask cheered."),
    ],
)
def test_puts_the_space_in(text: str, right: str | None) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    expected = right or text.replace("quarterThe", "quarter The")
    assert finding.fixes[0].applied(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A heading:Nobody came.",
        "Ask MarieKowalczykova.",
        "They asked Brown.Norway said no.",
        "Saab and Saab alone won the quarterSaab lost.",
    ],
)
def test_what_could_be_a_style_is_a_warning(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Tags: news,sports,weather,opinion.",
        "The file is in src/main.Window.java or index.Html.",
        "Call toString() or the #inBerlin tag, user_inBerlin or @fromMunich.",
        "St.Louis, Mr.Lee, vs.The rest, i.e.The end, Ph.D.",
        "eBay, inStyle, onStar, theSkimm, asOne, deMontfort; DeAndre, MacLeod, AnnMarie.",
        "“What?” “No.” ‘“Yes,”’ he said: ‘no’.",
        "The inDrive app: inDrive is new. LinkedIn, SpaceX, BlackBerry, PayPal.",
        "Re:Invent, CSI:Miami, C:Users, 10:30, 2,000, 1.5, 3,Four.",
    ],
)
def test_spares_what_is_written_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["a,b", "ab,cd ", "ab.Cd", "”ab“", "inB ", "ofRome", "word.The "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(MissingSpace.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
