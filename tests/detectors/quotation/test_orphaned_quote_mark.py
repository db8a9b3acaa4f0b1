"""Quotation marks that stand alone, with nothing quoted."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.quotation.orphaned_quote_mark import OrphanedQuoteMark
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

# Written before the detector was: 29 of 30; the last, an angle, may be an arrow (see GOOD).
DAMAGED = [
    '"We are ready," the mayor said. "',
    '"It was a mistake," said Lindqvist, who leads the town\'s council. "',
    "“We are ready,” the mayor said. “",
    "The bridge will stay shut until May. “",
    'The bridge will stay shut until May. "',
    'The bridge " will stay shut until May.',
    "The bridge ” will stay shut until May.",
    "The bridge will stay shut. ¶ “ ¶ Nobody knows why.",
    'The bridge will stay shut. ¶ " ¶ Nobody knows why.',
    "The bridge will stay shut. ¶ ” ¶ Nobody knows why.",
    "The bridge will stay shut. ¶ “” ¶ Nobody knows why.",
    "The plan, called “” by its authors, failed.",
    "The plan, called “ ” by its authors, failed.",
    "The plan, called «» by its authors, failed.",
    "The plan, called ‘’ by its authors, failed.",
    "He said “” and left the room.",
    'Then " he said, "we go home."',
    'The mayor " said that "nobody" was hurt.',
    "The mayor ” said that “nobody” was hurt.",
    "The council ” voted on Monday. “It was late,” she said.",
    "Costs rose by a third ” in the year to May.",
    'Costs rose by a third " in the year to May.',
    "“We shall see,” he said. “ ¶ The trial goes on.",
    '"We shall see," he said. " ¶ The trial goes on.',
    "She is the head ” of the bank, and “proud”.",
    "The talks ended late on Friday. „",
    "He called it “late”, she “early”. “",
    "“”",
    'Nobody was hurt in the fire, police said. " ¶ "We were lucky," Lee said.',
]
GOOD = [
    '"We are ready," the mayor said.',
    "“We are ready,” the mayor said.",
    "“ We are ready, ” the mayor said.",
    '" We are ready, " the mayor said.',
    'It was " torture " to them.',
    "The “quiet revolution ” began.",
    "“We left. ¶ “Nobody stayed,” she said.",
    "“We left. ¶ Nobody stayed.”",
    "“One, ¶ two, ¶ three,” he sang.",
    "« Nous sommes prêts », dit-elle.",
    'He is 6\' 2 " tall. The pizza was 12 " wide.',
    "The screen is 15 ” wide, the bag 9 ” deep.",
    "Read more »",
    "« Back",
    "The bridge will stay shut until May. «",
    "„Nein“, sagte er.",
    "”Nej”, sa hon.",
    "It is a ‘total’ loss.",
    "The boys ’ room and James ’ car.",
    "Rock ’n’ roll in the ’90s.",
    "“We …” he said. “ … must go.”",
    "He said: “Yes”, “no” and “perhaps”.",
    '"Yes" and "no" and "perhaps".',
    "We are ready,” the mayor said.",
    "“We are ready, the mayor said.",
    "“He told me: ‘Never.’ ” She left.",
    "She called it “a ‘quiet’ end”.",
    "The prize (“best song”) went to “Home”.",
    "He wrote print('') and \"\" in his code.",
    "The string '' is empty.",
    "“ ‘Never,’ he said.” It ended.",
]


def found(text: str) -> list[Finding]:
    detector = OrphanedQuoteMark.build(lexicons.load())
    return list(detector.detect(Document.plain(text.replace(" ¶ ", "\n\n"))))


@pytest.mark.parametrize("text", DAMAGED)
def test_finds_marks_that_quote_nothing(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity >= Severity.WARNING
    assert not finding.span.of(text.replace(" ¶ ", "\n\n")).strip(' "“”„«»‘’')


@pytest.mark.parametrize("text", GOOD)
def test_spares_marks_that_quote(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ('"We go," he said. "', '"We go," he said.'),
        ("The bridge ” will stay.", "The bridge will stay."),
        ("One. ¶ “ ¶ Two.", "One. ¶ Two."),
        ("He said “” and left.", "He said and left."),
        ("“", ""),
    ],
)
def test_takes_the_mark_out_with_its_space(text: str, mended: str) -> None:
    (finding,) = found(text)
    fix = finding.fixes[0]
    assert fix.safety is Safety.REVIEW
    assert fix.applied(text.replace(" ¶ ", "\n\n")).replace("\n\n", " ¶ ") == mended


@pytest.mark.parametrize("unit", [' "', " “", "” ", "“” ", '"\n\n', "a ” b ", "« ", "“ ” "])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = OrphanedQuoteMark.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
