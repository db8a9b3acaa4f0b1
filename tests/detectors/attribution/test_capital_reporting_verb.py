"""Verbs of saying with a stray capital: what examples on the page can't hold."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.attribution.capital_reporting_verb import CapitalReportingVerb
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document


def found(text: str) -> list[Finding]:
    return list(CapitalReportingVerb.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("On Friday blinken Said that it was late.", "On Friday blinken said that it was late."),
        ("“It was late,” the bank Said.", "“It was late,” the bank said."),
        ("“It was late,” Carl Lindqvist Said on Monday.", None),
        ("The mayor Told reporters it was late.", None),
        ("“It was late,” he Added, “and dark.”", None),
        ("Police Announced on Monday that he was free.", None),
        ("The council Warned Monday that it was late.", None),
        ("“It was late,” they Replied.", None),
    ],
)
def test_lowers_the_capital(text: str, mended: str | None) -> None:
    (finding,) = found(text)
    (fix,) = finding.fixes
    assert finding.severity is Severity.ERROR
    assert fix.safety is Safety.SAFE
    verb = text[finding.span.start : finding.span.end]
    assert fix.applied(text) == (mended or text.replace(verb, verb.lower()))


@pytest.mark.parametrize(
    "text",
    [
        "We met Edward Said, and Port Said on the canal was hot.",
        "Mohamed Said told us so, and Ali Said said no.",
        "The search engine Ask said it was late.",
        "Mayor Told Aides She Would Leave in the Morning",
        "He read A Tale Told by an Idiot aloud.",
        "“It was late.” Said the mayor: “Go.”",
        "It was the Said of old.",
    ],
)
def test_spares_names_and_titles(text: str) -> None:
    assert found(text) == []
