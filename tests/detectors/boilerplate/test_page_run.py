"""Lines known by their neighbours: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.page_run import PageRun
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(PageRun.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "page_line",
    [
        "Share this article",
        "Privacy Policy",
        "© 2019 The Gazette",
        "Subscribe to continue reading",
        "Advertisement",
        "Related Posts",
        "Leave a Reply",
        "12 Comments",
    ],
)
def test_takes_the_short_lines_below_a_line_of_the_page_at_the_end(page_line: str) -> None:
    lines = ("Local heroes", "Mayor opens a bridge that nobody had asked the town for")
    text = f"{ARTICLE}\n\n{page_line}\n\n" + "\n\n".join(lines)
    assert [finding.span.of(text) for finding in found(text)] == list(lines)


def test_leaves_headlines_under_their_heading_to_related_posts() -> None:
    text = f"{ARTICLE}\n\nRelated Posts\n\nMayor opens a bridge that nobody had asked the town for"
    assert found(text) == []


def test_takes_menus_at_the_head_and_in_the_middle() -> None:
    menu = ("Skip to content", "The Valley Gazette", "The mill", "Weather and tides")
    head = "\n".join(menu) + f"\n{ARTICLE}"
    middle = f"{ARTICLE}\n" + "\n".join(menu) + f"\n{ARTICLE}"
    for text in (head, middle):
        findings = found(text)
        assert [finding.span.of(text) for finding in findings] == list(menu[1:])
        assert {finding.severity for finding in findings} == {Severity.WARNING}
        assert {finding.fixes[0].safety for finding in findings} == {Safety.REVIEW}


@pytest.mark.parametrize(
    "text",
    [
        f"Mayor opens a new bridge\n\nShare this article\n\n{ARTICLE}",  # a headline comes first
        f"{ARTICLE}\n\nShare this article\n\nWhat comes next\n\n{ARTICLE}",  # a run of two
        f"{ARTICLE}\n\nPrint this page\n\n2 eggs\n\n4 cups of flour\n\nSalt\n\n{ARTICLE}",
        f"{ARTICLE}\n\nShare this article\n\n- eggs\n\n- flour\n\n- salt\n\n{ARTICLE}",
        f"{ARTICLE}\n\nValley 2, Hills 1\n\nLake 0, Wood 0\n\nShare this article",
        f"{ARTICLE}\n\nShare this article\n\nThe river fell.",
        f"{ARTICLE}\n\nBy Anna Lee\n\nLocal heroes\n\nWeather",  # nothing that only a page says
        "Local heroes\n\nWeather\n\nSports",
        "",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(text) == []


def test_leaves_lines_that_have_a_name_to_their_detectors() -> None:
    text = f"{ARTICLE}\n\nShare this article\n\nBy Anna Lee\n\nName *\n\nFollow us on Twitter"
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Share this\nLocal heroes\n" * 20_000,
        "Share this\n" + "Local heroes\n" * 50_000,
        f"{ARTICLE}\nShare this\n" * 5_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = PageRun.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
