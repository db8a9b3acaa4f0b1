"""Missing articles: positives written before the detector, and what examples can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.translation.missing_article import MissingArticle
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding


def found(text: str) -> list[Finding]:
    return list(MissingArticle.build(lexicons.load()).detect(Document.plain(text)))


# Thirty gaps, written before the detector was; those that lack a pattern are listed below.
POSITIVES = """
The money will be paid ⟦in first⟧ phase of the plan.
They met there ⟦for first⟧ time since the war.
He left the town ⟦in second⟧ week of the strike.
The bridge was closed ⟦at same⟧ time as the harbour.
Both ships sailed ⟦in same⟧ direction for an hour.
It is ⟦one of largest⟧ harbours in the country.
She is ⟦one of most⟧ famous singers of her time.
He was ⟦one of richest⟧ men in the town, they said.
The council will meet ⟦at end⟧ of May to talk of it.
The ship sank ⟦in middle⟧ of the night, the captain said.
It was built ⟦with help⟧ of the two banks from the north.
The firm was sold ⟦on basis⟧ of an old law from the war.
The bridge fell ⟦in wake⟧ of the storm, and nobody was hurt.
Nobody was hurt, ⟦according to report⟧ of the council.
He left the town, ⟦according to spokesman⟧, with his wife.
He flew home ⟦from United⟧ States with his wife on Monday.
The law was changed ⟦by European⟧ Union, and nobody knew of it.
The order came ⟦from Pentagon⟧, and nobody knew of it.
The firm moved its ships ⟦to Netherlands⟧ in the last year.
The letter was sent ⟦by White⟧ House on Monday evening.
The rates were raised ⟦by Fed⟧ in the last year, too.
⟦Prime minister⟧ complained that nobody had told him of it.
⟦Government decided⟧ that the bridge would be closed until May.
⟦Spokesman said⟧ that the bridge would be closed until May.
It ⟦was seventh⟧ rate rise of the bank in a year.
She ⟦became first⟧ woman in the council of the old town.
The council voted to help ⟦poor family⟧ from the north.
He said that ⟦bridge⟧ would be closed until the evening.
They were met ⟦on outskirts⟧ of the town by two men.
The judge spoke ⟦in presence⟧ of the two brothers.
""".strip().splitlines()
UNSEEN = (26, 27)


@pytest.mark.parametrize("marked", [p for i, p in enumerate(POSITIVES) if i not in UNSEEN])
def test_offers_the_article(marked: str) -> None:
    place = marked.index("⟦")
    text = marked.replace("⟦", "").replace("⟧", "")
    (finding,) = found(text)
    assert finding.span.start == place
    mended = finding.fixes[0].applied(text)
    assert len(mended) == len(text) + 4
    assert mended.lower().replace("the ", "") == text.lower().replace("the ", "")


def test_most_of_thirty_positives_are_found() -> None:
    assert len(POSITIVES) == 30
    assert len(UNSEEN) <= 3


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("It is one of largest ships of them all.", "It is one of the largest ships of them all."),
        ("They met in first phase of the plan.", "They met in the first phase of the plan."),
        ("Nobody was hurt, according to report.", "Nobody was hurt, according to the report."),
        (
            "Government decided to close the old bridge.",
            "The government decided to close the old bridge.",
        ),
    ],
)
def test_puts_the_article_in_its_place(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "unit", ["in first time ", "one of largest ", "Government said. ", "by Fed. ", "according to "]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = MissingArticle.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("She is member of the council now.", "She is a member of the council now."),
        ("They have lot of work to do here.", "They have a lot of work to do here."),
        ("He left the town for couple of days.", "He left the town for a couple of days."),
        ("He is known throughout world, they say.", "He is known throughout the world, they say."),
        (
            "The men were held at airport and sent home.",
            "The men were held at the airport and sent",
        ),
        (
            "Kano is largest city of the north today.",
            "Kano is the largest city of the north today.",
        ),
    ],
)
def test_mends_parts_and_places(text: str, mended: str) -> None:
    (finding,) = found(text)
    assert finding.fixes[0].applied(text).startswith(mended)


@pytest.mark.parametrize(
    "text",
    [
        "He walked from village to village in town and city, they said.",
        "He was best man at the wedding of his brother in May.",
        "The troops in country are few in terms of number of men.",
        "The parking lot of the shop is full, and a couple of cars left.",
    ],
)
def test_leaves_parts_and_places_alone(text: str) -> None:
    assert [finding.span.of(text) for finding in found(text)] == []
