"""Links of the site: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.navigation_run import NavigationRun
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(NavigationRun.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content",
        "Skip to main content",
        "Skip to content Skip to footer",
        "Back to top ↑",
        "Scroll to top",
        "Return to top",
        "Toggle navigation",
        "Main Menu",
        "Search for:",
        "About us",
        "Contact Us",
        "Advertise with us",
        "Privacy Policy",
        "Privacy policy | Terms of use",
        "Terms of Service Privacy Notice",
        "Terms & Conditions",
        "Sitemap",
        "Home / News / About us",
        "About Us · Contact Us · Careers · Help",
        "Filed Under: Weather",
        "Posted in Local news",
        "View all posts by Anna Lee",
        "Report an error in this article",
        "Spotted a mistake? Write to the desk.",
        "Switch to the Welsh edition",
        "Change location",
    ],
)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


def test_sure_lines_go_unseen_likely_ones_are_looked_at() -> None:
    (sure,) = found(f"{ARTICLE}\n\nBack to top")
    (likely,) = found(f"{ARTICLE}\n\nTags: council, auditors")
    assert (sure.severity, sure.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (likely.severity, likely.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "Home News",
        "Sports",
        "Contact sports",
        "World politics",
        "Terms of the deal",
        "About time",
        "Search for survivors goes on",
        "Privacy matters",
        "Back to the top of the league",
        "Tags: council, auditors",
        "Topics: they change.",
        "Code of ethics",
        "Help",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Home | " * 50_000,
        "Privacy Policy\n" * 10_000,
        "About us Home " * 20_000,
        ("News " * 30 + "\n") * 5_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = NavigationRun.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
