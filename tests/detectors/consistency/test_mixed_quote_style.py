"""Marks of two styles in one article."""

from __future__ import annotations

from time import process_time

import pytest

from copydesk import lexicons
from copydesk.detectors.consistency.mixed_quote_style import MixedQuoteStyle
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

DETECTOR = MixedQuoteStyle.build(lexicons.load())
WORDS = ["We are late", "It is over", "Nobody came", "Who is there?", "They won", "Stop it!"]


def run(text: str) -> list[Finding]:
    return list(DETECTOR.detect(Document.plain(text)))


def said(words: str, opening: str, closing: str) -> str:
    return f"{opening}{words},{closing} she said."


# Straight among curly ones and the reverse, by the number of each.
DOUBLE = [
    (straight, curly) for straight in range(1, 5) for curly in range(1, 5) if straight != curly
]
APOSTROPHES = [(2, 3), (2, 5), (3, 2), (5, 2), (3, 4), (4, 3)]
SPEECH = [
    (2, 3),
    (2, 5),
    (3, 2),
    (5, 2),
    (3, 4),
    (4, 3),
    (2, 6),
    (6, 2),
    (4, 6),
    (6, 4),
    (3, 5),
    (5, 3),
]


@pytest.mark.parametrize(("straight", "curly"), DOUBLE)
def test_finds_straight_and_curly_marks(straight: int, curly: int) -> None:
    first = " ".join(said(WORDS[n], '"', '"') for n in range(straight))
    second = " ".join(said(WORDS[n], "“", "”") for n in range(curly))
    text = f"{first}\n\n{second}"
    (finding,) = run(text)
    assert finding.severity is Severity.INFO
    rare = '"' if straight < curly else "“"
    assert finding.span.start == text.index(rare)
    mended = finding.fixes[0].applied(text)
    assert run(mended) == []
    if straight < curly:
        assert mended == text.replace(
            first, first.replace(' "', " “").replace(',"', ",”").replace('"', "“", 1)
        )
    else:
        assert mended == text.replace("“", '"').replace("”", '"')


@pytest.mark.parametrize(("straight", "curly"), APOSTROPHES)
def test_finds_straight_and_curly_apostrophes(straight: int, curly: int) -> None:
    text = "It isn't so. " * straight + "They don’t know. " * curly
    (finding,) = run(text)
    usual, rare = ("’", "'") if straight < curly else ("'", "’")
    assert finding.span.of(text) == rare
    assert finding.fixes[0].applied(text) == text.replace(rare, usual)


@pytest.mark.parametrize(("single", "double"), SPEECH)
def test_finds_speech_in_single_and_double_marks(single: int, double: int) -> None:
    text = "\n".join(
        ["‘We are all here now,’ she said."] * single + ["“They are all there,” he said."] * double
    )
    (finding,) = run(text)
    assert finding.span.of(text) == ("‘" if single < double else "“")
    assert run(finding.fixes[0].applied(text)) == []


def test_marks_and_apostrophes_of_one_kind_are_one_defect() -> None:
    text = (
        "“It’s late,” he said. “It’s over,” she said. “It’s cold,” they said.\n\n"
        "\"It's late,\" he said. It isn't so."
    )
    (finding,) = run(text)
    assert len(finding.fixes[0].edits) == 4


TRAPS = [
    "“We heard a ‘bang’,” she said. “He said: ‘Run for your life!’ and ran.” A ‘win’.",
    '"It\'s 6\' 2" tall," he said. "It\'s 12" wide," she said.',
    '“We are late,” she said. The screen is 12" wide and 6" high. A 3" pipe burst.',
    "'We are late,' she said. 'The boys' mother isn't here,' said Ben.",
    "“We are late,” she said. “It is over,” he said. It isn't so. It's fine.",
    '"We are late," she said. "It is over," he said. It isn’t so. It’s fine.',
    '“It is over,” he said. It was 5" of rain.',
    '“It is over,” he said. “It is not over,” she said. One mark " was lost.',
    "‘We are all here now,’ she said. ‘He told us “run for it now!” and left,’ he said.",
    "“She said: ‘We are all here now,’ and left.” “He said: ‘We are all here now,’ and left.”",
    "“She sang ‘We Are All Here Now,’ and left,” he said.\n\n“It is over,” he said.",
    "The ‘safe’ zone, the ‘new’ plan, the ‘last’ word. “It is all over now,” he said.",
    "The film ‘To Be and Not To Be’ won. “It is all over now,” he said.",
    "It’s late. They don’t know. It isn't so.",
    "It's late. They don't know. It isn’t so.",
    "The ’90s were good. The '80s were not. The '70s were bad. It’s so.",
    "«Nous sommes là», he said. “It is over,” he said.",
    "„Nein“, he said. „Ja“, she said.",
    '<a href="x">here</a> and <b id="y">there</b>. “It is over,” he said. “It is over,” she said.',
    "No marks at all stand here.",
    "",
    '"It is over," he said.',
    "“It is over,” he said.",
    "Rock ’n’ roll isn’t dead. It’s alive.",
    "O'Neill isn’t here. They don’t know. We can’t say.",
    "He is 6'2\" and she is 5'6\". “It is over,” he said. “It is over,” she said.",
    "It is at 51° 30' 26\" and 0° 7' 39\". “It is over,” he said. “It is over,” she said.",
    "‘It is all over now,’ he said. “It is all over now,” she said.",
    "‘It is all over now,’ he said. “It is all over now,” she said. “So it is,” he said.",
    '“It is over,” he said. "It is over," she said.',
]


@pytest.mark.parametrize("text", TRAPS)
def test_spares(text: str) -> None:
    assert run(text) == []


@pytest.mark.parametrize(
    "text",
    ["‘a b c d" * 20_000, "“" * 50_000 + '"' * 50_001, "‘" + "a " * 100_000 + "“", "'’" * 60_000],
    ids=["open", "marks", "words", "apostrophes"],
)
def test_takes_linear_time(text: str) -> None:
    began = process_time()
    run(text)
    assert process_time() - began < 2
