"""Starts that are cut off: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.fragment.cut_off_start import CutOffStart
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

BEFORE = "The river rose on Monday, and the Bridgewater bridge was closed until the evening."
REST = "said on Monday that nobody had seen the water so high in the town."


def found(text: str) -> list[Finding]:
    return list(CutOffStart.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("start", "severity", "fix"),
    [
        ("inister", Severity.ERROR, "Minister"),
        ("overnment", Severity.ERROR, "Government"),
        ("esidents", Severity.ERROR, "Residents"),
        ("fficers", Severity.ERROR, "Officers"),
        ("opolice", Severity.ERROR, None),
        ("idgewater", Severity.ERROR, "Bridgewater"),
        ("ater", Severity.ERROR, "Water"),
        ("owever, the mayor", Severity.ERROR, "However"),
        ("eanwhile, the mayor", Severity.ERROR, "Meanwhile"),
        ("everal people", Severity.ERROR, "Several"),
        ("xperts", Severity.ERROR, "Experts"),
        ("ocals", Severity.ERROR, "Locals"),
        ("cientists", Severity.ERROR, "Scientists"),
        ("n a letter, the mayor", Severity.ERROR, "In"),
        ("t a meeting, the mayor", Severity.ERROR, "At"),
        ("f the town, the mayor", Severity.ERROR, "If"),
        ("hey", Severity.WARNING, "They"),
        ("ome", Severity.ERROR, "Some"),
        ("ne of them", Severity.ERROR, "One"),
        ("he mayor", Severity.WARNING, "The"),
        ("hat the mayor", Severity.WARNING, "That"),
        ("his mayor", Severity.WARNING, "This"),
        ("hen the mayor", Severity.WARNING, "When"),
        ("other mayor", Severity.WARNING, "Another"),
        ("mayor", Severity.WARNING, "The mayor"),
        ("council of the town", Severity.WARNING, "The council"),
        ("spokesman for the town", Severity.WARNING, "The spokesman"),
    ],
)
def test_finds_the_rest_of_a_start(start: str, severity: Severity, fix: str | None) -> None:
    text = f"{BEFORE}\n\n{start} {REST}"
    (finding,) = found(text)
    assert finding.span.of(text) == start.split(maxsplit=1)[0].rstrip(",")
    assert finding.severity is severity
    assert all(offer.safety is Safety.REVIEW for offer in finding.fixes)
    offered = [offer.edits[0].text for offer in finding.fixes]
    assert fix in offered if fix else offered == []


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}\n\nThe mayor {REST}",
        f"{BEFORE}\n\niPhone users {REST}",
        f"{BEFORE}\n\nal-Nasser {REST}",
        f"{BEFORE}\n\nvon Holtz {REST}",
        f"{BEFORE}\n\n“we are ready,” the mayor {REST}",
        f"{BEFORE}\n\nexample.com {REST}",
        f"{BEFORE}\n\na) the mayor {REST}",
        f"{BEFORE}\n\nthe mayor",
        f"{BEFORE[:-1]},\n\nthe mayor {REST}",
        f"{BEFORE[:-1]}:\n\nthe mayor {REST}",
        f"{BEFORE}\n\n- the mayor {REST}",
        "they were late.\n\nwe were not there at all.\n\nit rained on the town all day.",
        "",
    ],
)
def test_spares_what_is_written_small_by_right(text: str) -> None:
    assert found(text) == []


def test_an_article_may_lose_its_first_letters_too() -> None:
    text = f"inister Anna Lee {REST}\n\n{BEFORE}"
    (finding,) = found(text)
    assert finding.span.of(text) == "inister"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}\n\nonly a word of six or more is here.\n\n" * 2_000,
        "x" * 100_000 + " is a word of one letter only.",
        "a b c d e f g.\n" * 10_000,
        "\n\n".join(
            f"A.\n\nzq{'qxz' * (n % 9)} of Ab{n} or more words is here." for n in range(20_000)
        ),
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = CutOffStart.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8


def test_a_source_without_a_full_stop_may_stand_before_the_rest_of_a_common_word() -> None:
    quoted = (
        "The council met on Monday.\n\n"
        "“It will be a long game for all of us in this town, and nobody has won yet” - Anna Berg"
    )
    (finding,) = found(f"{quoted}\n\nriting in a letter to the council, Berg called for a vote.")
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].edits[0].text == "Writing"
    assert found(f"{quoted}\n\nxylo in a letter to the council, Berg called for a vote.") == []
