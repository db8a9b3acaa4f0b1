"""Datelines that were damaged."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.punctuation.broken_dateline import BrokenDateline
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

_REST = " minister resigned on Monday, and so did his deputy."


def found(text: str) -> list[Finding]:
    return list(BrokenDateline.build(lexicons.load()).detect(Document.plain(text)))


# Written before the detector was.
@pytest.mark.parametrize(
    "opening",
    [
        "PESHAWAR, 28,2022- The",
        "PESHAWAR, 28, 2022 - The",
        "LAHORE 3, 2021: The",
        "NEW YORK, 14, 2019 — The",
        "QUETTA, Pakistan, 9,2020 - The",
        "LONDON (Reuters)The",
        "LONDON (Reuters)-The",
        "LONDON (Reuters)- The",
        "LONDON (Reuters) -The",
        "London (AP)The",
        "SEOUL, South Korea (AP)- The",
        "SEOUL, South Korea (AFP) -The",
        "ISLAMABAD (APP):The",
        "ISLAMABAD, April 5 (APP):The",
        "ISLAMABAD, April 5 (APP)The",
        "KARACHI, May 3, 2020 (PTI) -The",
        "NEW DELHI (ANI)- The",
        "PARIS- The",
        "PARIS -The",
        "PARIS-The",
        "PARIS, May 3- The",
        "NEW YORK -The",
        "NEW YORK- The",
        "KARACHI- The",
        "KARACHI-The",
        "LONDON (Reuters) - LONDON (Reuters) - The",
        "LONDON (Reuters) - (Reuters) - The",
        "LONDON: LONDON: The",
        "WASHINGTON - WASHINGTON - The",
        "DUBAI (AP) — DUBAI (AP) — The",
    ],
)
def test_finds_broken_datelines(opening: str) -> None:
    (finding,) = found(opening + _REST)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("opening", "right"),
    [
        ("LONDON (Reuters)The", "LONDON (Reuters) - The"),
        ("LONDON (Reuters)-The", "LONDON (Reuters) - The"),
        ("LONDON (Reuters)- The", "LONDON (Reuters) - The"),
        ("LONDON (Reuters) -The", "LONDON (Reuters) - The"),
        ("LAHORE (APP):The", "LAHORE (APP): The"),
        ("PARIS- The", "PARIS - The"),
        ("PARIS -The", "PARIS - The"),
        ("PARIS-The", "PARIS - The"),
        ("ATLANTA (AP) The", "ATLANTA (AP) - The"),
    ],
)
def test_puts_them_right(opening: str, right: str) -> None:
    (finding,) = found(opening + _REST)
    assert finding.fixes[0].applied(opening + _REST) == right + _REST


def test_a_dash_that_is_gone_is_information() -> None:
    (finding,) = found("ATLANTA (AP) The" + _REST)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON (Reuters) - The",
        "LONDON (Reuters) — The",
        "LONDON (Reuters)—The",
        "LONDON, May 28, 2022 - The",
        "LONDON, 28 May 2022: The",
        "LONDON — The",
        "LONDON—The",
        "Muscat: The",
        "Hanoi (VNA) – The",
        "COVID-19: The",
        "ANTI-Government groups and the",
        "UEFA, 28 clubs and the",
        "NATO (the alliance) said that the",
        "THIS is how the",
        "BBC - The",
        "MARCH 3, 2021 The",
        "The Asia (AP) bureau and the",
    ],
)
def test_spares_good_ones(opening: str) -> None:
    assert found(opening + _REST) == []


def test_spares_headings() -> None:
    assert found("A GREAT NIGHT- What a party!") == found("GREAT NIGHT- What a party!") == []


@pytest.mark.parametrize("unit", ["A", "AAA ", "AAA-", "AAA (AP)", "AAA, A ", "AAA (AP)The\n"])
def test_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    began = time.process_time()
    list(BrokenDateline.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
