"""Words printed twice in a row: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.repetition.repeated_word import RepeatedWord
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(RepeatedWord.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("He told the the court.", "He told the court."),
        ("He told the The court.", "He told the court."),
        ("She lives in the The Hague.", "She lives in The Hague."),
        ("The the court sat.", "The court sat."),
        ("The judge, which which is odd, left.", "The judge, which is odd, left."),
        ("Profits fell fell by a tenth.", "Profits fell by a tenth."),
        ("“It is the loss of of birds,” he said.", "“It is the loss of birds,” he said."),
        ("They are are bound to it.", "They are bound to it."),
        ("The power power power line broke.", "The power line broke."),
        ("The Israeli Israeli army withdrew.", "The Israeli army withdrew."),
        ("People people live there.", "People live there."),
        ("We asked for for more.", "We asked for more."),
    ],
)
def test_keeps_one_copy(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


def test_looks_across_a_line_that_a_program_broke() -> None:
    text = (
        "The committee said after its meeting on Monday that the\n"
        "the plan would be put to the members of the union, who\n"
        "have the last word on it."
    )
    (finding,) = found(text)
    assert finding.span.of(text) == "the\nthe"


def test_only_a_word_that_never_stands_twice_is_deleted_unseen() -> None:
    assert found("He told the the court.")[0].fixes[0].safety is Safety.SAFE
    assert found("Profits fell fell by a tenth.")[0].fixes[0].safety is Safety.REVIEW


def test_a_capital_before_a_name_is_less_sure() -> None:
    assert found("He told the The court.")[0].severity is Severity.ERROR
    assert found("He reads the The Times daily.")[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "They know that that is true.",
        "A can-can and an and/or clause: or-or 3-6 6-3.",
        "Sirhan Sirhan met Boutros Boutros-Ghali in Baden Baden.",
        "The show is called The Yeah Yeah Yeahs.",
        "She logged in in May and moved on on Friday.",
        "They were taken in in the village.",
        "Whatever it is is good.",
        "He said so. So they left. Left alone, they ate.",
        "“Really really funny, ha ha,” she said.",
        "He called 505 505 and paid 12 12 times.",
    ],
)
def test_spares_what_is_doubled_on_purpose(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["the " * 100_000, "a b " * 50_000, "ab " * 30 + "ab, ab " * 30_000]
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    list(RepeatedWord.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
