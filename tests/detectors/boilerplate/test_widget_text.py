"""The texts of widgets: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.widget_text import WidgetText
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(WidgetText.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Advertisements",
        "Advertisement - Continue Reading Below",
        "Story continues below",
        "Article continues below this advertisement",
        "Story continues after advertisement",
        "Continues after advertisement",
        "Scroll to continue",
        "Scroll down for more",
        "Skip ad",
        "Report this ad",
        "Sponsored content",
        "Promoted stories",
        "Ads by Lee & Lee",
        "Slide 3 of 12",
        "Photo 2/7",
        "Image 1 of 4",
        "1 / 12 photos",
        "Next slide",
        "View gallery",
        "See all photos",
        "Hide caption",
        "Enlarge this image",
        "Click to enlarge",
        "Play video",
        "Tap to unmute",
        "Video player is loading.",
        "This is a modal window.",
        "Captions off, selected",
        "Your browser does not support the video tag.",
        "Please enable JavaScript to see this page.",
        "Reading time: 4 minutes",
        "4 min read",
        "This story has been shared 12 times.",
        "1.2k shares",
        "Font size",
        "Loading...",
        "Watch now",
    ],
)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


def test_sure_lines_go_unseen_likely_ones_are_looked_at() -> None:
    (sure,) = found(f"{ARTICLE}\n\nAdvertisement")
    (likely,) = found(f"{ARTICLE}\n\nLoading...")
    assert (sure.severity, sure.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (likely.severity, likely.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "Advertisements for beer",
        "Slide of the hill stops traffic",
        "Loading the ships",
        "Play for time",
        "Three in four",
        "Photo finish",
        "Next to nothing",
        "The story continues.",
        "Sponsored by the town, the race begins.",
        "View from the hill",
        "Watch out",
        "Listen to the people",
        "Minutes later",
        "Reading the river",
        "Close the gap",
        "Shares fall",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement\n" * 20_000,
        "Story continues " * 20_000,
        "1 min\n" * 30_000,
        "Loading | " * 30_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = WidgetText.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
