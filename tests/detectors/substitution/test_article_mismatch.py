"""Thirty misfits and thirty good articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.substitution.article_mismatch import ArticleMismatch
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.findings import Finding

MISFITS = (
    """
a announcement|a assertion|a agreement|a early exit|a old mill|a open letter|a upcoming vote
a urgent call|a effort|a Israeli envoy|a Iranian ship|a hour ago|a honest answer|a heir to it
a additional fee|a increase|an statement|an decision|an settlement|an new plan|an company
an report|an union leader|an unit of it|an useful hint|an uniform|an business|an strong wind
an major storm|an game
""".strip()
    .replace("\n", "|")
    .split("|")
)

GOOD = (
    """
an announcement|a union|a European ship|a one-off fee|an hour|an honest man|an heir|a useful idea
an MP|a US envoy|an FBI agent|an NHS trust|a UN force|an 8-year-old|an 18-month term|a 10-day trip
an unusual day|an uninvited guest|a unanimous vote|a university|an umbrella|a eulogy|an historic day
a “usable” one|an A-level|a B-movie|an X-ray|an island|a Ukrainian town|a uranium mine
""".strip()
    .replace("\n", "|")
    .split("|")
)


def findings(text: str) -> list[Finding]:
    """Return what the detector reports."""
    detector = ArticleMismatch.build(lexicons.load())
    return list(detector.detect(Document.plain(text)))


@pytest.mark.parametrize("phrase", MISFITS)
def test_misfits_are_found_and_mended(phrase: str) -> None:
    """The span is the article and its word; the fix changes the article alone."""
    text = f"They said it was {phrase}, and left."
    (finding,) = findings(text)
    first, second, *_ = phrase.split()
    assert finding.span.of(text) == f"{first} {second}"
    other = {"a": "an", "an": "a"}[first]
    assert finding.fixes[0].applied(text) == text.replace(
        f" {first} {second}", f" {other} {second}"
    )


@pytest.mark.parametrize("phrase", GOOD)
def test_good_articles_are_spared(phrase: str) -> None:
    """By sound, not by letter."""
    assert findings(f"They said it was {phrase}, and left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Group A includes Italy. Vitamin A is found in it. They went from A to B.",
        "They sang “a una voce” and ordered à la carte.",
        "The letter A opens the alphabet.",
        "It is a a b b rhyme.",
    ],
)
def test_letters_and_other_languages_are_spared(text: str) -> None:
    """Not every `a` is an article."""
    assert findings(text) == []
