"""Attributions run together: what examples on the page can't hold."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.garbled_attribution import GarbledAttribution
from copydesk.findings import Finding, Safety
from copydesk.text.document import Document

SEED = next((Path(__file__).parents[3] / "seeds").glob("000_*.txt"))


def found(text: str) -> list[Finding]:
    return list(GarbledAttribution.build(lexicons.load()).detect(Document.plain(text)))


def test_finds_the_one_garble_of_the_seed_and_offers_both_readings() -> None:
    text = SEED.read_text(encoding="utf-8")
    (finding,) = found(text)
    assert text[finding.span.start : finding.span.end] == (
        "Benjamin netanyahu Top US diplomat told Antony blinken Said on Friday"
    )
    assert [fix.edits[0].text for fix in finding.fixes] == [
        "Benjamin Netanyahu told top US diplomat Antony Blinken on Friday",
        "Benjamin Netanyahu said on Friday",
    ]
    assert all(fix.safety is Safety.REVIEW for fix in finding.fixes)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "Berg asked Lindqvist said on Friday whether it was over.",
            [
                "Berg asked Lindqvist on Friday whether it was over.",
                "Berg said on Friday whether it was over.",
            ],
        ),
        (
            "“We go,” Minister told Karim Oleg petrenko Said.",
            ["“We go,” Karim said."],
        ),
        (
            "“We go,” Berg said Mayor Ana Ruiz told.",
            ["“We go,” Berg said."],
        ),
        (
            "Officials said on Monday told reporters it was over.",
            [
                "Officials on Monday told reporters it was over.",
                "Officials said on Monday reporters it was over.",
            ],
        ),
        (
            "Officials said on Monday said it was over.",
            ["Officials said on Monday it was over."],
        ),
        (
            "The mayor told the BBC said it was over.",
            ["The mayor told the BBC it was over.", "The mayor said it was over."],
        ),
        (
            "Mr. Berg told Dr. Ana Ruiz said it was over.",
            ["Mr. Berg told Dr. Ana Ruiz it was over.", "Mr. Berg said it was over."],
        ),
        (
            "“It is over,” told Lindqvist said on Monday.",
            ["“It is over,” Lindqvist said on Monday."],
        ),
        (
            "Berg Secretary of State Ana Ruiz Said told reporters.",
            ["Berg told reporters.", "Berg said reporters."],
        ),
        (
            "He told Lindqvist said it was over.",
            ["He told Lindqvist it was over.", "He said it was over."],
        ),
    ],
)
def test_offers_the_readings_that_the_words_allow(text: str, readings: list[str]) -> None:
    (finding,) = found(text)
    assert [fix.applied(text) for fix in finding.fixes] == readings


@pytest.mark.parametrize(
    "text",
    [
        "German Chancellor Anna Berg US President told Joe biden Said that it was over.",
        "Berg President told Oleg petrenko Said on Sunday that the war would go on.",
        "Berg told the state news agency on Monday said that it was over.",
        "“We go,” Minister Berg Top adviser told Petrenko said.",
        "Berg Told Lindqvist Said that the war would go on.",
        "Lindqvist said Ruiz told that the deal was dead.",
        "Lindqvist said Mayor Ana Ruiz told the deal was dead.",
        "Lindqvist said Mayor Ana Ruiz told there was no deal.",
        "President Ana Ruiz informed Carl Lindqvist said the deal was dead.",
        "Ruiz told Lindqvist announced that the deal was dead.",
        "The company's chief executive told Ana Ruiz says the deal was dead.",
    ],
)
def test_finds_other_shapes(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Those asked said they would stay, and voters told Lindqvist so.",
        "The suspect officials said told lies was let go.",
        "Everything Berg told Lindqvist said a lot about her.",
        "The tale he told Lindqvist said nothing new.",
        "Berg, told Lindqvist said she was wrong, laughed.",
        "Mohamed Said told reporters that it was over.",
        "“I told Lee,” said Berg. “Lee told me.”",
        "“Go,” he told Lindqvist. Said the mayor: “No.”",
        "Lindqvist said Ruiz told Science the study was sound.",
        "Acme Chief Executive Mohamed Ali Said told reporters it was over.",
    ],
)
def test_spares_good_copy(text: str) -> None:
    assert found(text) == []


def test_offers_the_present_tense_where_the_article_reports_in_it() -> None:
    text = "It is late, Ruiz says. “Go,” says Park. Berg told Lindqvist said it was over."
    (finding,) = found(text)
    assert text.replace("Berg told Lindqvist said", "Berg says") in {
        fix.applied(text) for fix in finding.fixes
    }


def test_offers_to_drop_an_office_that_may_be_the_hearer_s() -> None:
    text = "“Go,” Police Chief Berg told Ana Ruiz Told said on Friday. Berg left."
    (finding,) = found(text)
    results = {fix.applied(text) for fix in finding.fixes}
    assert "“Go,” Berg said on Friday. Berg left." in results
    assert "“Go,” Police Chief Berg said on Friday. Berg left." in results


@pytest.mark.parametrize(
    "text",
    [
        "Police Chief Berg told Ana Ruiz Told said no. The police chief left.",
        "Police Chief Berg Mayor told Ana Ruiz Said that it was over.",
        "Mr. Berg told Ana Ruiz Told said that it was over.",
    ],
)
def test_keeps_an_office_that_must_be_the_speaker_s(text: str) -> None:
    (finding,) = found(text)
    assert not any("without" in fix.title for fix in finding.fixes)


def test_stops_at_the_sentence() -> None:
    assert found("Berg told Lindqvist so.\nSaid the mayor on Friday") == []
    (finding,) = found("Berg told Lindqvist said\nFriday was a holiday, and the shops were shut.")
    assert finding.span.end == len("Berg told Lindqvist said")


@pytest.mark.parametrize("word", ["told Karim ", "Said ", "Karim Berg said told. ", "He said of "])
def test_takes_linear_time(word: str) -> None:
    detector = GarbledAttribution.build(lexicons.load())
    document = Document.plain(word * 20_000)
    list(document.occurrences({"told"}))
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
