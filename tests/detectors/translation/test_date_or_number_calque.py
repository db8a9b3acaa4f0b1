"""Dates and numbers of other languages: positives written before, and what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.translation.date_or_number_calque import DateOrNumberCalque
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(DateOrNumberCalque.build(lexicons.load()).detect(Document.plain(text)))


# Thirty forms and what English has for them, written before the detector was.
POSITIVES = {
    "It cost ⟦5.000.000⟧ euros": "5,000,000",
    "They counted ⟦1.250.000⟧ birds": "1,250,000",
    "It is worth ⟦3.000.000.000⟧ dollars": "3,000,000,000",
    "Prices rose by ⟦10,5⟧ percent": "10.5",
    "Prices fell by ⟦0,3⟧% in May": "0.3",
    "The rate is ⟦7,25⟧ per cent": "7.25",
    "It cost ⟦1,5⟧ million": "1.5",
    "The debt is ⟦2,75⟧ billion": "2.75",
    "It was ⟦38,5⟧ degrees in the town": "38.5",
    "The firm lost 7 ⟦milliards⟧ last year": "billion",
    "The loan is 1 ⟦milliard⟧ euros": "billion",
    "It cost ⟦1 thousand 200⟧ euros": "1,200",
    "It cost ⟦15 thousand 50⟧ euros": "15,050",
    "It cost ⟦2 million 300 thousand⟧ euros": "2.3 million",
    "The town has ⟦1 million 50 thousand⟧ people": "1.05 million",
    "Nearly ⟦%20⟧ stayed at home": "20%",
    "It grew by ⟦% 7.5⟧ this year": "7.5%",
    "They met on ⟦the 3 of May⟧ in the town": "3 May",
    "He was born on ⟦21 of June⟧ in the north": "21 June",
    "It is open until ⟦the 15 of August⟧ this year": "15 August",
    "It was built in ⟦the year of 2019⟧ by them": "2019",
    "She left in ⟦the year of 1987⟧ for good": "1987",
    "It is a castle of the ⟦20-th⟧ century": "20th",
    "It was their ⟦3-rd⟧ win": "3rd",
    "He sang it in the ⟦90-ies⟧ for her": "90s",
    "It is a church of the ⟦XIX century⟧ by the lake": "19th century",
    "It lasted from the ⟦XVII century⟧ on": "17th century",
    "They met on ⟦12.03.2021⟧ in the hall": "12 March 2021",
    "They met on ⟦1.9.1999⟧ in the hall": "1 September 1999",
    "The plan costs ⟦12,4⟧ trillion": "12.4",
}


@pytest.mark.parametrize(("marked", "better"), POSITIVES.items())
def test_offers_the_english_form(marked: str, better: str) -> None:
    before, rest = marked.split("⟦")
    wrong, after = rest.split("⟧")
    (finding,) = found(f"{before}{wrong}{after}.")
    assert finding.fixes[0].applied(f"{before}{wrong}{after}.") == f"{before}{better}{after}."


def test_thirty_positives_were_written() -> None:
    assert len(POSITIVES) == 30


def test_dates_in_figures_are_information() -> None:
    (finding,) = found("They met on 12.03.2021 in the hall.")
    assert finding.severity is Severity.INFO
    assert found("They met on 42.03.2021 in the hall.") == []


@pytest.mark.parametrize(
    "unit",
    [
        "5.000.000 ",
        "10,5 % ",
        "1 thousand 200 ",
        "the 3 of May ",
        "9." * 20,
        "XIX century ",
        "% 5 ",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (100_000 // len(unit)))
    detector = DateOrNumberCalque.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 4
