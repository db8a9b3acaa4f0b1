"""Direct speech without quotation marks."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.missing_quotation_marks import MissingQuotationMarks
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was: 27 of 30 is what it has to find.
DAMAGED = [
    "I would like to say with respect that this is a test, said Ana Ruiz.",
    "We have no plans to close the school, said Mayor Carl Lindqvist.",
    "I am ready for the winter, Lindqvist said.",
    "I'm ready for the winter, she said.",
    "I’m ready for the winter, she said.",
    "We will not leave this house, he said on Friday.",
    "My children were asleep when the roof fell, said Petrenko.",
    "Our team did its best, said the coach.",
    "We don't know who did it, the police chief said.",
    "If we want peace, we must talk, said Ruiz.",
    "They told us to wait outside, said Lee Park, a teacher.",
    "Nobody asked me before the vote, Lindqvist told reporters.",
    "I have never seen such a storm, she added.",
    "We are proud of this result, he told the BBC.",
    "I've lost my house, said Ruiz on Monday.",
    "This is the best day of my life, said Oleg Petrenko.",
    "We can win this, says Ruiz.",
    "I think it is over, Lindqvist said in a statement.",
    "It was our last chance, he said.",
    "We're all in this together, said the minister.",
    "I will not resign, he insisted.",
    "I believe in the courts of this country, said Ruiz, who leads the party.",
    "Give us a year, said Lindqvist, and the bridge will be open.",
    "We hope the rain will come soon, explained Petrenko.",
    "I do not want to fight with anybody, Ruiz told a rally in Ulm.",
    "What we need is time, said Lindqvist.",
    "We saw the smoke from our window, she recalled.",
    "Sadly, I could not save the dog, he said.",
    "We have lost everything, said Ana Ruiz, 45.",
    "I ask the court to look at the papers, said Lindqvist’s lawyer.",
]
GOOD = [
    "“I am ready,” she said. “We have no plans,” said Lindqvist.",
    '"I am ready," she said. "We have no plans," said Lindqvist.',
    "‘I am ready,’ she said. ‘We have no plans,’ said Lindqvist.",
    "'I am ready,' she said.",
    "The school will close, said Lindqvist.",
    "He would not leave his house, he said on Friday.",
    "Lindqvist, 45, said we should all go home.",
    "Ana Ruiz, a teacher, said I was late.",
    "“We left. ¶ Then I saw the smoke, she said. ¶ It was over.”",
    "“I went home. ¶ “I slept, she said. ¶ “I woke up,” he added.",
    "We will win, says minister",
    "I will not resign, says Lindqvist ¶ The minister spoke on Friday.",
    "World War I, said the historian, began in Sarajevo.",
    "The reign of Elizabeth I, Ruiz said, was long.",
    "The US, said Lindqvist, would not go.",
    "As we reported, he said he would leave.",
    "He told us that, she said, and left.' ¶ «I go», he said.",
    "– I am ready, said Lindqvist.",
    "— We go home, she said.",
    "Asked if I was ready, he said nothing.",
    "When we met, he said that it was late.",
    "I asked him, and he said no.",
    "I met her in May, and she told me that she was ill.",
    "In our view, Lindqvist said too much.",
    "Before we left, she told the story of her life.",
    "We asked the mayor, who said the bridge was shut.",
    "If I am right, the minister said what nobody would.",
    "Our reporter was there, Ruiz said so herself.",
    "After the talk, I said goodbye.",
    "We went to see the mayor, and I said so.",
]


def found(text: str) -> list[Finding]:
    detector = MissingQuotationMarks.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_speech_without_marks(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize("text", GOOD)
def test_spares_what_is_quoted_or_told(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("I am ready, Lindqvist said.", "“I am ready,” Lindqvist said."),
        ("It rained. We go home, said Ruiz.", "It rained. “We go home,” said Ruiz."),
        (
            'I am ready, she said. ¶ "No," he said.',
            '"I am ready," she said. ¶ "No," he said.',
        ),
        (
            "Lee says it is late, talks must end, I am tired, he said.",
            "Lee says it is late, talks must end, “I am tired,” he said.",
        ),
        (
            "Give us a year, said Lindqvist, and the bridge will be open.",
            "“Give us a year,” said Lindqvist, “and the bridge will be open.”",
        ),
    ],
)
def test_puts_the_marks_where_they_belong(text: str, mended: str) -> None:
    (finding,) = found(text)
    applied = finding.fixes[0].applied(text.replace(" ¶ ", "\n\n"))
    assert applied.replace("\n\n", " ¶ ") == mended


def test_marks_the_first_words_of_a_long_sentence() -> None:
    text = "We have no plans to close " + "the school or " * 9 + "the bridge, said Lindqvist."
    (finding,) = found(text)
    assert finding.span.of(text) == "We have no plans"


def test_an_article_that_lost_all_its_marks_is_no_author_who_says_i() -> None:
    text = "I am ready, said Lee. We left at ten. I am ill, said Ruiz. I went home. We slept."
    assert [finding.severity for finding in found(text)] == [Severity.WARNING] * 2


def test_is_information_where_the_author_says_i() -> None:
    text = "I went to Ulm in May. We had a guide. The train was late. I am ready, she said."
    (finding,) = found(text)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "unit", ["I am, he said. ", "we, said ", "I ", ", he said", "I am ready, said Lee Park "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = MissingQuotationMarks.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
