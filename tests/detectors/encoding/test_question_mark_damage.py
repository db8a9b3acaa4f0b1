"""Question marks in the place of characters that were lost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.encoding.question_mark_damage import QuestionMarkDamage
from copydesk.findings import Safety, Severity
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

SENTENCES = [
    "They don’t know why it’s late.",
    "The company’s plan pleased Germany’s envoy.",
    "I’m sure we’ve met; they’ll say you’re late.",
    "“We stay,” she said.",
    "“It is late,” he said, “and dark.”",
    "She wasn’t there, and he’d left.",
    "It cost £40 or £1.2m.",
    "The naïve man left.",
    "A café in Oslo was open.",
    "That’s what the mayor’s men did.",
    "Where there’s rain, there’s mud.",
    "“Nobody knows,” says Lee.",
    "We couldn’t see it, and they wouldn’t say.",
    "The world’s best, and the city’s.",
    "His fiancée came.",
]


def found(text: str) -> list[Finding]:
    return list(QuestionMarkDamage.build(lexicons.load()).detect(Document.plain(text)))


def damaged(sentence: str) -> str:
    return sentence.encode("ascii", errors="replace").decode()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_finds_what_ascii_makes_of_a_sentence(sentence: str) -> None:
    assert found(damaged(sentence))
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("We don?t know, and it’s late.", "We don’t know, and it’s late."),
        ("We don?t know, and it's late.", "We don't know, and it's late."),
        ("The mayor?s plan, the city?s line.", "The mayor’s plan, the city?s line."),
        ("We saw a na?ve man.", "We saw a naïve man."),
    ],
)
def test_puts_back_what_can_be_known(text: str, right: str) -> None:
    assert found(text)[0].fixes[0].applied(text) == right


def test_one_is_less_sure_than_two() -> None:
    (one,) = found("The rates ?rose in May.")
    assert one.confidence == 0.8
    assert one.fixes[0].safety is Safety.REVIEW
    two = found("The rates ?rose in May and ?fell in June.")
    assert [f.confidence for f in two] == [0.95, 0.95]
    (apostrophe,) = found("They don?t know.")
    assert apostrophe.confidence == 0.95
    assert {f.severity for f in (one, *two, apostrophe)} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The talks ? the first since May ? ended.", "The talks – the first since May ? ended."),
        ("It was 38?C in the shade.", "It was 38°C in the shade."),
        ("The 2018?2020 drought ended.", "The 2018–2020 drought ended."),
    ],
)
def test_puts_back_dashes_and_degrees(text: str, right: str) -> None:
    assert found(text)[0].fixes[0].applied(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Is it late? Who knows?No one. “Why?” he asked. (Really?) What?! Who??",
        "See example.de/a?b=1, /a/b?c, https://example.com/?q and a?b=c.",
        "¿Qué? ?Qué dice, don?t.",
        "Is it an ABC? an A? a B? 12. Nf3? e5!? 13.Qd2? Nc6",
        "Is it so ? nobody knows. Did he sleep?Did he rest?",
        "What is hi-fi? asked he.",
        "Who will?â he asked.",
        "Was it p.m.? or a.m.? Was it 5? or 6?",
    ],
)
def test_spares_questions(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("unit", ["?", "a?", " ?a", "don?t ", "caf? x ", ",? ", "?a?b"])
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(QuestionMarkDamage.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(8_000) for _ in range(2))
    assert seconds(32_000) <= 12 * small + 0.3
