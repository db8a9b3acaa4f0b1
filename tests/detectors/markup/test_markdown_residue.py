"""Marks of Markdown and of wikis in plain text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.markup.markdown_residue import MarkdownResidue
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(MarkdownResidue.build(lexicons.load()).detect(Document.plain(text)))


def mended(text: str) -> str:
    for finding in sorted(found(text), key=lambda finding: finding.span, reverse=True):
        text = finding.fixes[0].applied(text)
    return text


# One for each shape that is known.
@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It was **very** late.", "It was very late."),
        ("**It was late.** Rain fell.", "It was late. Rain fell."),
        ("**Anna Lee:** It was late.", "Anna Lee: It was late."),
        ("**“Late”**, she said (**again**).", "“Late”, she said (again)."),
        ("**What next?**", "What next?"),
        ("It cost **$40** and **5%** more.", "It cost $40 and 5% more."),
        ("The ~~first~~ second man.", "The first second man."),
        ("The '''first''' man.", "The first man."),
        ("Read [the report](https://example.com/a_b-c).", "Read the report."),
        ("Read [it](/news/4) and [that](mailto:a@example.com).", "Read it and that."),
        ("Read [the part](#part).", "Read the part."),
        ("![The bridge](https://example.com/a.jpg)", "!The bridge"),
        ("## What happens next\n\nRain fell.", "What happens next\n\nRain fell."),
        ("#### Rain\n\nIt fell.", "Rain\n\nIt fell."),
        ("### 5 things to know\n\nRain fell.", "5 things to know\n\nRain fell."),
        ("# Rain falls on the town\n\nIt fell.", "Rain falls on the town\n\nIt fell."),
        ("== History ==\n\nRain fell.", "History\n\nRain fell."),
        ("===Early years===\n\nRain fell.", "Early years\n\nRain fell."),
        ("- [ ] call the mayor\n- [x] write", "call the mayor\nwrite"),
        ("Rain fell.\n\n```\n\nIt fell.", "Rain fell.\n\n\n\nIt fell."),
        ("Name | Age\n\n|---|:---:|\n\nLee | 40", "Name | Age\n\n\n\nLee | 40"),
    ],
)
def test_takes_the_marks_out(text: str, right: str) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "The f**k and the s**t, b****y, **** and *****.",
        "It cost £4.** The tax** is extra.\n\n**Without the tax.\n\n** Until May.",
        "Jo** Al** wrote it. A rating of *** or ** stars, ****Five Stars.",
        "***\n\n* * *\n\n---\n\n*****",
        "#1 of #news. # 4 is out. C# and F# are languages.\n\n#Rain falls",
        "He [see above] (https://example.com) left [2](3), f[x](y).",
        "a == b and c == d; x = 4.\n\n=====\n\n- first\n- second",
        "In Markdown, **bold** is bold and ## Title a heading. Put asterisks: **so**.",
        "~5 and ~10, ~~ and '' and ‘’’.",
        "Home | News | Sport",
    ],
)
def test_spares_what_writers_use(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "unit", ["*", "**", "**a", "[a](", "## ", "## A\n", "== A ", "|---", "~~a", "'''"]
)
def test_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        document = Document.plain(unit * (size // len(unit)))
        list(document.marks("["))
        began = time.process_time()
        list(MarkdownResidue.build(lexicons.load()).detect(document))
        return time.process_time() - began

    small = min(seconds(10_000) for _ in range(2))
    assert seconds(40_000) <= 12 * small + 0.3
