"""Spaces inside quotation marks."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.spaced_quote_mark import SpacedQuoteMark
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

SENTENCES = [
    "“We are ready,” she said. “Nobody is ill.”",
    "The “quiet revolution” (“small steps”) began — “now”.",
    "He asked: “Why?” She said: “Yes!”",
    '"We are ready," she said. "Nobody is ill."',
    'He called it "odd" and "late" in the end.',
]


def found(text: str) -> list[Finding]:
    return list(SpacedQuoteMark.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: finding.span, reverse=True):
        text = finding.fixes[0].applied(text)
    return text


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("gap", [" ", "  "])
def test_takes_spaces_out(sentence: str, gap: str) -> None:
    damaged = ""
    opened = False
    for character in sentence:
        opens = character == "“" or (character == '"' and not opened)
        if opens:
            damaged += character + gap
        elif character in '”"':
            damaged += gap + character
        else:
            damaged += character
        if character in '“”"':
            opened = opens
    assert mended(damaged) == sentence
    assert all(finding.fixes[0].safety is Safety.SAFE for finding in found(damaged))


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("“ We are ready,” she said.", Severity.ERROR),
        ("“We are ready, ” she said.", Severity.ERROR),
        ("The “quiet revolution ” began.", Severity.ERROR),
        ('He called it " odd" again.', Severity.ERROR),
        ('"We are ready, " she said.', Severity.WARNING),
        ("It was a “quiet revolution ”, she said.", Severity.INFO),
        ('" We had other plans.', Severity.ERROR),
    ],
)
def test_is_as_severe_as_it_has_earned(text: str, severity: Severity) -> None:
    (finding,) = found(text)
    assert finding.severity is severity


def test_reads_marks_in_turn_where_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '" We had other plans, " Lee said. " It was late.\n\n" We left at ten. "'
    assert mended(text) == '"We had other plans," Lee said. "It was late.\n\n"We left at ten."'


def test_is_sure_of_a_moved_stop_where_both_marks_are_detached() -> None:
    text = "It was “ a quiet revolution ”, she said."
    assert [finding.severity for finding in found(text)] == [Severity.ERROR] * 2
    assert mended(text) == "It was “a quiet revolution”, she said."


@pytest.mark.parametrize("sentence", SENTENCES)
def test_spares_marks_in_their_place(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready,\nshe said.\n“\nNobody is ill. ”Nej” and ”ja”.",
        "“‘No,’ he said.” “ ‘No.’ ”",
        'A 12 " pizza and a 14 " pizza.',
        'The mark " has no partner, and is not opened.',
        '"We" are ready to " go, he said. Nobody knew.',
        'He is 6 foot. " Then " he said " it was over.',
        "“\u2009We are ready\u2009” and “\xa0we\xa0”.",
    ],
)
def test_spares_what_is_meant(text: str) -> None:
    assert [f for f in found(text) if f.severity > Severity.INFO] == []


@pytest.mark.parametrize("unit", ['" ', "“ ", "” ", ' "a ', "“ a ", "a ” ", '"\n'])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(SpacedQuoteMark.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
