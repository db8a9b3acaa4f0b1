"""Sentences and paragraphs printed twice: what examples on the pages can't hold."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.repetition.duplicate_paragraph import DuplicateParagraph
from copydesk.detectors.repetition.repeated_sentence import RepeatedSentence
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable


def sentences(text: str) -> list[Finding]:
    return list(RepeatedSentence.build(lexicons.load()).detect(Document.plain(text)))


def paragraphs(text: str) -> list[Finding]:
    return list(DuplicateParagraph.build(lexicons.load()).detect(Document.plain(text)))


# Written before the detector: each comes twice, in one of the ways below.
POSITIVES = (
    "The council voted on Tuesday to close the old swimming bath.",
    "Two people were hurt when a lorry hit the tram on Main Street.",
    "The company said that it would cut 400 jobs by the end of May.",
    "He denied that the money had come from abroad.",
    "Officials in the capital had no comment on the report.",
    "“Nobody told us about the fire until it was over,” the mayor said.",
    "Prices of bread and milk have doubled since the war began.",
    "Mr. Okafor, who is 54, has led the union since 2011.",
    "The U.N. agency says 1.2 million people need help at once.",
    "Farmers blocked the road to the port with hundreds of tractors.",
)


def at_once(sentence: str) -> str:
    return f"It rained all day. {sentence} {sentence} Nobody knew why."


def further_on(sentence: str) -> str:
    return f"It rained. {sentence} Nobody knew why.\n\nThe sun came out. {sentence} So it went."


def in_other_dress(sentence: str) -> str:
    other = sentence.replace("“", '"').replace("”", '"').replace(" the ", "  the ")
    return f"It rained. {sentence} Nobody knew why.\n\nThe sun came out. {other} So it went."


@pytest.mark.parametrize("sentence", POSITIVES)
@pytest.mark.parametrize("printed", [at_once, further_on, in_other_dress])
def test_finds_the_later_copy(sentence: str, printed: Callable[[str], str]) -> None:
    text = printed(sentence)
    (finding,) = sentences(text)
    assert finding.span.start > text.index(sentence[:12])
    assert finding.related[0].span.start == text.index(sentence[:12])
    assert paragraphs(text) == []


def test_deletes_the_copy_with_its_space() -> None:
    text = f"It rained. {POSITIVES[0]} {POSITIVES[0]} So it went."
    (finding,) = sentences(text)
    assert finding.severity is Severity.ERROR
    assert finding.fixes[0].safety is Safety.SAFE
    assert finding.fixes[0].applied(text) == f"It rained. {POSITIVES[0]} So it went."


def test_a_copied_paragraph_is_one_defect() -> None:
    block = f"{POSITIVES[0]} {POSITIVES[1]} {POSITIVES[2]}"
    text = f"A headline of the day\n\n{block}\n\nSo it went.\n\n{block}\n\nThe end."
    assert sentences(text) == []
    (finding,) = paragraphs(text)
    assert finding.span.of(text) == block
    assert finding.related[0].span.of(text) == block
    assert finding.fixes[0].safety is Safety.REVIEW
    assert (
        finding.fixes[0].applied(text)
        == f"A headline of the day\n\n{block}\n\nSo it went.\n\nThe end."
    )


def test_a_paragraph_that_follows_itself_is_deleted_unseen() -> None:
    block = f"{POSITIVES[3]} {POSITIVES[4]}"
    (finding,) = paragraphs(f"News\n\n{block}\n\n{block}\n\nThe end.")
    assert finding.fixes[0].safety is Safety.SAFE


def test_three_copies_are_two_defects() -> None:
    block = f"{POSITIVES[3]} {POSITIVES[4]}"
    assert len(paragraphs(f"News\n\n{block}\n\n{block}\n\nSo.\n\n{block}")) == 2


def test_spares_a_transcript_and_a_song() -> None:
    text = (
        "A night to remember\n\nBlow the man down to the end of the sea\n\nHe sang.\n\n"
        "Blow the man down to the end of the sea\n\n"
        "“We will not leave this house before the morning comes.”\n\nThey drank.\n\n"
        "“We will not leave this house before the morning comes.”"
    )
    assert paragraphs(text) == []
    assert sentences(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The same nine words stand here again and again. " * 10_000,
        "The same nine words stand here again and again.\n\n" * 10_000,
        "\n\n".join(
            f"All begin with these words but end in {i} ways that differ." for i in range(9_000)
        ),
        "word " * 100_000,
    ],
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    sentences_found = RepeatedSentence.build(lexicons.load()).detect(document)
    paragraphs_found = DuplicateParagraph.build(lexicons.load()).detect(document)
    assert len([*sentences_found, *paragraphs_found]) < 20_001
    assert time.process_time() - began < 8


def test_a_short_sentence_twice_in_a_row_is_looked_at() -> None:
    text = (
        "It rained. The harbour was closed on Monday. The harbour was closed on Monday. So be it."
    )
    (finding,) = sentences(text)
    assert finding.severity is Severity.WARNING
    (fix,) = finding.fixes
    assert fix.safety is Safety.REVIEW
    assert fix.applied(text) == "It rained. The harbour was closed on Monday. So be it."


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Snow closes all schools in the valley", "Snow closes all schools in the valley"),
        (
            "Home World Snow closes all schools in the valley",
            "Snow closes all schools in the valley",
        ),
        (
            "Snow closes all schools in the valley | The Herald",
            "Snow closes all schools in the valley",
        ),
    ],
)
def test_calls_a_headline_by_its_name(first: str, later: str) -> None:
    text = f"{first}\n\nAnna Berg\n\n{later}\n\nParents were told by radio."
    (finding,) = paragraphs(text)
    assert finding.span.of(text) == later
    assert finding.message.startswith("This headline is printed a second time")
    assert finding.fixes[0].applied(text) == f"{first}\n\nAnna Berg\n\nParents were told by radio."


def test_a_headline_with_other_words_beside_it_is_none() -> None:
    text = (
        "Snow closes all schools in the valley\n\nAnna Berg\n\nSnow closes all schools in the "
        "valley and in the towns of the north until Monday\n\nParents were told by radio."
    )
    assert paragraphs(text) == []


NEAR = (
    "The mayor of the town said on Monday that the old bridge would stay closed until May.",
    "The mayor of the town said on Monday that the old bridge will stay closed until May.",
)


def test_a_near_copy_of_a_sentence_is_looked_at() -> None:
    text = f"{NEAR[0]} It rained.\n\nNobody was hurt. {NEAR[1]}"
    (finding,) = sentences(text)
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith("with slight changes")
    assert finding.span.of(text) == NEAR[1]
    assert finding.fixes[0].applied(text) == f"{NEAR[0]} It rained.\n\nNobody was hurt."


def test_a_near_copy_that_stands_alone_is_information() -> None:
    (finding,) = sentences(f"{NEAR[0]}\n\nIt rained.\n\nNobody was hurt. {NEAR[1]}")
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "other",
    [
        "The mayor of the town said on Sunday in the harbour that nobody was hurt there in May.",
        "The mayor of the town knew that some of its bridges might not be there in May.",
    ],
)
def test_sentences_that_only_begin_and_end_alike_are_two(other: str) -> None:
    assert sentences(f"{NEAR[0]} It rained.\n\nNobody was hurt. {other}") == []
