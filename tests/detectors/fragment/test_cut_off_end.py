"""Paragraphs that break off: positives written before, and what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.cut_off_end import CutOffEnd
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

BEFORE = "The council met on Monday evening to talk about the old bridge."
AFTER = "Nobody was hurt in the fire at the harbour."


def found(text: str) -> list[Finding]:
    return list(CutOffEnd.build(lexicons.load()).detect(Document.plain(text)))


# Thirty paragraphs that break off, written before the detector was.
POSITIVES = """
The minister said that the
Work on the new bridge began in May after the
The firm will sell its shares and
Nobody knows whether the ship was lost or
The council closed the road because of the
Prices rose by a tenth, more than
She has lived in the town with her mother and their
He was told by the judge to leave every
The ferry was late because
They had worked for years on our
The ship was seen by two fishermen off the coast of the island on Monday, and they said that it was
The minister told the council in a letter that was read out on Monday that he would like to
A spokesman for the firm said in a short statement on Monday that the ship had been on its way from
The river rose again on Monday evening, and the council asked all drivers of lorries to stay away,
The mayor said that the town would need at least ten million for the bridge, the harbour and roads,
The ship, which was built in the north of the country ninety years ago and was called “Anna”, had
The bridge was built by two brothers from the north (
The ferry takes most of its passengers from the old harbour [
The bridge was closed to all traffic on Monday after the river had risen again in the even-
The mayor of the town and the minister have agreed on most of the points of the new plan for harbou
The council has agreed to pay for the bridge, the mayor told us on Monday after the meeting [...]
The council has agreed to pay for the bridge, the mayor told us on Monday after the meeting […]
A third of the houses in the old town stand empty, and the council wants to buy them for the
Two of the three men were let go on Monday, the police said, but the third man is still in
The report, which was published on Monday, says that nobody at the firm had known of the plans of
Voters in the north are less sure of it, and many of them said that they did not know who
The harbour has to be dredged twice a year, and every
Half of the money comes from the state, the rest from the town, the firm and the two banks, which
The captain of the ship will have to stay in the country until the judges have decided whether he
The price of bread has gone up by a tenth since May, the price of milk by a fifth, and my
""".strip().splitlines()


@pytest.mark.parametrize("paragraph", POSITIVES)
def test_reports_a_paragraph_that_breaks_off(paragraph: str) -> None:
    (finding,) = found(f"{BEFORE}\n\n{paragraph}")
    assert paragraph.endswith(finding.span.of(f"{BEFORE}\n\n{paragraph}"))
    assert finding.span.start > len(BEFORE)


def test_thirty_positives_were_written() -> None:
    assert len(POSITIVES) == 30


@pytest.mark.parametrize("paragraph", POSITIVES[:10])
def test_is_sure_of_words_that_end_nothing(paragraph: str) -> None:
    (finding,) = found(f"{paragraph}\n\n{AFTER}")
    assert finding.severity is Severity.ERROR
    (finding,) = found(f"{BEFORE}\n\n{paragraph}\n\n{AFTER}")
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}\n\nWhat the bridge is for\n\n{AFTER}",
        f"{BEFORE}\n\nThe council said that it wanted the\n\nbridge to be closed until May.",
        f"{BEFORE}\n\nWe all thank you for all that you have done for us and remain,\n\nAnna Berg",
        f"{BEFORE} Thanks,\n\nAnna",
        "It will cost ten million, the mayor said,\n\n“And we have it.”",
        f"{BEFORE}\n\nShe is happy with it :(\n\n{AFTER}",
        f"{BEFORE}\n\nA house that nobody had thought that he could sell before May, Anna Berg",
        "In the town of the\nRiver that runs to the\nSea where the\nKing of the\nNorth was lost",
    ],
)
def test_leaves_what_goes_on_or_was_meant(text: str) -> None:
    assert found(text) == []


def test_names_the_whole_word_that_the_article_holds() -> None:
    text = (
        "The harbour was closed. The council met on Monday and talked for most of the evening "
        "about the bridge and the new harbo"
    )
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert "“harbour”" in finding.evidence


@pytest.mark.parametrize(
    "unit", ["the\n\n", "word ", "The minister said that the\n\n", "x,\n\n", "[…]", "("]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    document = Document.plain(unit * (200_000 // len(unit)))
    detector = CutOffEnd.build(lexicons.load())
    began = time.perf_counter()
    list(detector.detect(document))
    assert time.perf_counter() - began < 4
