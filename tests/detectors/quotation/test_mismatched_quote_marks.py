"""Quotations that open with one kind of mark and close with another."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.mismatched_quote_marks import MismatchedQuoteMarks
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

# Written before the detector was: 27 of 30 is what it has to find.
DAMAGED = [
    "“We are ready for the winter,’ she said.",
    "“The bridge will stay shut,’ Lindqvist told reporters on Monday.",
    "“Nobody was hurt.’ The mayor left soon after.",
    "She called it “a quiet revolution’, and left.",
    '"We are ready for the winter,’ she said.',
    "\"The bridge will stay shut,' the mayor said.",
    "They call him ‘the Worker President” in the south.",
    "Asked why, she said: ‘Nobody told us.”",
    "He added: ‘It is over.” Then he sat down.",
    "'Nobody is above the law,\" the minister said.",
    "He read from a letter: 'We regret the delay.\"",
    '“We are ready for the winter," she said. “Then we shall see.”',
    '"We are ready for the winter,” she said. “Then we shall see.”',
    'The “quiet revolution" began in May. “It was late,” she said.',
    'The "quiet revolution” began in May. “It was late,” she said.',
    'He said: “We paid in full." “No,” she said.',
    "”We are ready,” she said. “Nobody is ill.”",
    "She said: ”We are ready.” “Nobody is ill,” he said.",
    "“We are ready,“ she said. “Nobody is ill.”",
    "“We are ready.“ “Nobody is ill,” he said.",
    "“We are ready, “ said Lindqvist. “Nobody is ill.”",
    "“The method works. “ said Lindqvist, who leads the team. “Nobody is ill.”",
    "The ”quiet revolution” began. “It was late,” she said.",
    "« We are ready,” she said. “Nobody is ill.”",
    "“We are ready», she said. “Nobody is ill.”",
    "«We shall see,” he added.",
    "“‘I am not at liberty to speak of it,’ he stated.",
    "The minister warned of “a winter without gas’.",
    "Officials called the deal ‘a disgrace” on Friday.",
    "He says it was “never about money’, his lawyer said. “It was not.”",
]
GOOD = [
    "‘We’re ready,’ he said. ‘It’s the boys’ turn.’",
    "“He told me: ‘Never.’ So I left,” she said.",
    "“He told me ‘never’.” She left. “Was it ‘odd’?”",
    "“Rock ’n’ roll from the ’90s,” he said. “Give ’em a chance.”",
    "\"Rock 'n' roll from the '90s,\" he said. \"Give 'em a chance.\"",
    "“We left the boys’ room. ¶ “It was the teams’, not ours,” she said.",
    "“We left. ¶ “Nobody stayed. ¶ “It was late,” she said.",
    'He is 6\'2" tall, she has a 12" pizza, and they said "no".',
    "He is 6’2” tall, and the pizza was 12” wide. “No,” she said.",
    "The players’ union said “no”, and the clubs’ lawyers “yes”.",
    "“I’m goin’ home,” he said. “I’m doin’ fine.”",
    "„Nein“, sagte er, und „doch“.",
    "”Nej”, sa hon. ”Jo.”",
    "«Non», dit-elle. « Oui ».",
    '"We are ready," she said. "Nobody is ill."',
    '“We are ready,” she said. "Nobody is ill," he said.',
    '“He told me "never" and left,” she said.',
    '"He told me “never” and left," she said.',
    "She called it “a ‘total’ loss” – “‘no less’”.",
    "“‘Never,’ he said, and left,” she recalled.",
    "“It was ‘the end’,” she said. “‘The end.’”",
    "James’ car, Moss’ goal, the Joneses’, all ‘his’.",
    "“One,\ntwo,\nthree,” he sang.",
    "He said “yes” (“no”, really) — “maybe”.",
    'It is a mark: ". Nobody knows it.',
    "The ‘it’ girl. The “‘it’ girl”.",
    "“No.” “Yes.” “No!” “Yes!”",
    "He asked: “Why me?” and “Why now?”.",
    'She has a 5\'6" frame. "I am short," she said.',
    "O’Neill’s “best of ’68” list.",
]


def found(text: str) -> list[Finding]:
    detector = MismatchedQuoteMarks.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_marks_that_do_not_fit(text: str) -> None:
    findings = found(text)
    assert len(findings) == 1
    assert findings[0].severity >= Severity.WARNING
    assert findings[0].fixes


@pytest.mark.parametrize("text", GOOD)
def test_spares_marks_that_fit(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“We are ready,’ she said.", "“We are ready,” she said."),
        (
            "They call it ‘the Worker President” here.",
            "They call it “the Worker President” here.",
        ),
        ('“We go," she said. “No.”', "“We go,” she said. “No.”"),
        ('"We go,” she said. “No.”', "“We go,” she said. “No.”"),
        ("”We go,” she said. “No.”", "“We go,” she said. “No.”"),
        ("“We go.“ “No,” he said.", "“We go.” “No,” he said."),
        ("“We go. “ said Lee. “No.”", "“We go.” said Lee. “No.”"),
        ("«We shall see,” he added. “No.”", "“We shall see,” he added. “No.”"),
        ("“‘I am not free to speak,’ he said.", "“I am not free to speak,” he said."),
    ],
)
def test_makes_them_fit(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


def test_offers_the_other_kind_too() -> None:
    text = "They call it ‘the Worker President” here."
    (finding,) = found(text)
    assert finding.fixes[1].applied(text) == "They call it ‘the Worker President’ here."


def test_points_at_the_other_mark_of_a_long_quotation() -> None:
    text = "“The bridge will stay shut until the end of the year,’ he said."
    (finding,) = found(text)
    assert finding.span.of(text) == "year,’"
    assert finding.related[0].span.of(text) == "“"


def test_a_single_mark_turned_the_wrong_way_is_information() -> None:
    text = "They went to the ’branches’ of the tree, and gave ’em a shake in ’68."
    (finding,) = found(text)
    assert finding.severity is Severity.INFO
    assert finding.span.of(text) == "’branches’"
    assert finding.fixes[0].applied(text) == text.replace("’branches", "‘branches")


@pytest.mark.parametrize(
    "unit", ["“", "“a’ ", "‘a” ", '“a" ', "”a ", "a“ ", "«a” ", "“‘", "’a", " ’a’", "“a.’ said "]
)
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = MismatchedQuoteMarks.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8


def test_a_mark_to_write_is_named_without_marks_around_it() -> None:
    (finding,) = found("“We are ready for the winter,’ she said.")
    assert [fix.title for fix in finding.fixes] == ["Write ”"]
    (finding,) = found("They call him ‘the Worker President” in the south.")
    assert [fix.title for fix in finding.fixes] == ["Open with “", "Close with ’"]
