"""Spaces before marks."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.space_before_mark import SpaceBeforeMark
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(SpaceBeforeMark.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The boats left the harbour .", "The boats left the harbour."),
        ("The harbour , they say, is deep.", "The harbour, they say, is deep."),
        ("In 2009 , the harbour was closed.", "In 2009, the harbour was closed."),
        ("Where are the boats ?", "Where are the boats?"),
        ("They have all gone !", "They have all gone!"),
        ("It was late ; they left.", "It was late; they left."),
        ("He knew what he wanted : more boats.", "He knew what he wanted: more boats."),
        ("The harbour\xa0, they say, is deep.", "The harbour, they say, is deep."),
        ("The harbour   , they say, is deep.", "The harbour, they say, is deep."),
        ("“The harbour is deep ,” he said.", "“The harbour is deep,” he said."),
        ("The harbour ,they say, is deep.", "The harbour, they say, is deep."),
    ],
)
def test_takes_the_space_out(text: str, right: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.SAFE
    assert finding.fixes[0].applied(text) == right


def test_a_space_after_a_title_is_information() -> None:
    (finding,) = found("He wrote The Long Harbour , which sold well.")
    assert finding.severity is Severity.INFO
    assert finding.fixes[0].safety is Safety.REVIEW


def test_a_habit_is_an_error_and_vouches_for_names() -> None:
    findings = found("The harbour , they say, is deep . The mayor, Anna Lee , agrees.")
    assert [f.severity for f in findings] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]


def test_a_text_cut_into_words_is_reported_by_the_paragraph() -> None:
    paragraph = "The harbour , they say , is deep , and the boats , too , are old ."
    text = f"{paragraph}\n\n{paragraph}"
    first, second = found(text)
    assert first.severity is second.severity is Severity.ERROR
    assert len(first.related) == len(second.related) == 5
    mended = second.fixes[0].applied(first.fixes[0].applied(text) + "")
    assert mended.startswith("The harbour, they say, is deep, and the boats, too, are old.")


@pytest.mark.parametrize(
    "text",
    [
        "They waited ... and waited .... He left . . . at last …",
        "A .com name, the .NET tools, a .22 rifle, .5 of it and ./run.",
        "That was fun :) or not ;) and it was late :-( they say.",
        "Il a dit : « C’est la vie ! » et elle a dit : « Pourquoi ? »",
        "Price : 5 crowns. Open : daily. Builder : Lee and Sons.",
        "The set f : A and x , y have 4 , 5 and 6 , 000 members.",
        "He asked whether the rates ? had risen.",
        "Elle chante\xa0! Et toi\xa0?",
        ", and so it begins.",
        "The harbour (deep) , and - , or “ ,” are something else.",
    ],
)
def test_spares_what_is_written_so(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["a ,", "word , ", "word .", " .", "b ? ", "« a ! »", "2 , 5 , "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    found_in = list(SpaceBeforeMark.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
    assert len(found_in) <= len(unit) * 100_000
