"""Bylines, credits and footers of agencies: their neighbours tell how sure they are."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.analysis.merge import merge
from copydesk.detectors.boilerplate.byline_or_timestamp import BylineOrTimestamp
from copydesk.detectors.boilerplate.credit_or_caption import CreditOrCaption
from copydesk.detectors.boilerplate.section_label import SectionLabel
from copydesk.detectors.boilerplate.syndication_footer import SyndicationFooter
from copydesk.detectors.registry import DETECTORS
from copydesk.findings import Family, Finding, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."
BUILT = [
    kind.build(lexicons.load())
    for kind in (BylineOrTimestamp, CreditOrCaption, SectionLabel, SyndicationFooter)
]


def found(text: str) -> list[Finding]:
    document = Document.plain(text)
    return [finding for detector in BUILT for finding in detector.detect(document)]


LINES = [
    ("byline-or-timestamp", "Written by Anna Lee"),
    ("byline-or-timestamp", "By Anna Lee"),
    ("byline-or-timestamp", "BY ANNA LEE | VALLEY NEWS"),
    ("byline-or-timestamp", "Author: Anna Lee"),
    ("byline-or-timestamp", "Published 2 hours ago"),
    ("byline-or-timestamp", "An hour ago"),
    ("byline-or-timestamp", "March 4, 2021 at 5:10 pm"),
    ("byline-or-timestamp", "Thursday, 4 March 2021"),
    ("byline-or-timestamp", "Posted on March 4, 2021 by Anna Lee"),
    ("byline-or-timestamp", "Last updated: 04/03/2021 17:10"),
    ("credit-or-caption", "Photo: Anna Lee"),
    ("credit-or-caption", "(Photo by Anna Lee)"),
    ("credit-or-caption", "File photo: The bridge in March"),
    ("credit-or-caption", "Image credit: Valley News"),
    ("credit-or-caption", "Image caption The bridge in March"),
    ("credit-or-caption", "Anna Lee / Reuters"),
    ("credit-or-caption", "Source: Valley News"),
    ("credit-or-caption", "© Anna Lee"),
    ("credit-or-caption", "Lorries wait at the bridge on Monday. © Reuters / Anna Lee"),
    ("credit-or-caption", "Lorries wait at the bridge on Monday. (Photo by Anna Lee)"),
    ("credit-or-caption", "Lorries wait at the bridge on Monday (AFP/Anna Lee)"),
    ("credit-or-caption", "Lorries wait at the bridge on Monday. REUTERS/Anna Lee"),
    ("byline-or-timestamp", "March 4, 2021 / 3 Comments / in Weather / by Anna Lee"),
    ("syndication-footer", "(Reporting by Anna Lee; Editing by Tom Day)"),
    ("syndication-footer", "Additional reporting by Tom Day"),
    ("syndication-footer", "This article was originally published on Valley News."),
    ("syndication-footer", "This story first appeared in the Gazette"),
    ("syndication-footer", "This story, from a feed, has not been edited by our staff."),
    ("syndication-footer", "Originally published at www.example.com"),
    ("syndication-footer", "Republished from the Gazette under a free licence."),
    ("syndication-footer", "With inputs from agencies"),
]


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_alone_they_are_information(rule: str, line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert (finding.detector, finding.severity) == (rule, Severity.INFO)
    assert finding.span.of(text) == line


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_in_a_run_at_the_end_they_are_warnings(rule: str, line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\nShare this article"
    (finding,) = found(text)
    assert (finding.detector, finding.severity) == (rule, Severity.WARNING)
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\nShare this article"


def test_two_of_them_make_a_run_at_the_end_but_not_at_the_head() -> None:
    head = f"By Anna Lee\n\nMarch 4, 2021\n\n{ARTICLE}"
    tail = f"{ARTICLE}\n\nWritten by Anna Lee\n\nPhoto: Tom Day"
    assert {finding.severity for finding in found(head)} == {Severity.INFO}
    assert {finding.severity for finding in found(tail)} == {Severity.WARNING}


def test_a_line_of_the_page_at_the_head_makes_a_run() -> None:
    text = f"Skip to content\n\nBy Anna Lee\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING


def test_a_line_of_the_page_in_the_middle_makes_none() -> None:
    text = f"{ARTICLE}\n\nAdvertisement\n\nPhoto: Anna Lee\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("© Anna Lee 2020", "copyright-line"),
        ("Join 2,310 other subscribers", "share-or-newsletter"),
        ("Privacy Policy | Share | About us", "navigation-run"),
        ("Subscribe to continue reading", "consent-or-paywall"),
        ("Sponsored content by our partners", "related-posts"),
        ("Play video", "widget-text"),
        ("Photo: Anna Lee at the bridge", "related-posts"),
    ],
)
def test_a_line_under_a_heading_of_other_articles_is_one_issue(line: str, rule: str) -> None:
    document = Document.plain(f"{ARTICLE}\n\nRelated Posts\n\n{line}")
    family = [d.build(lexicons.load()) for d in DETECTORS if d.family is Family.BOILERPLATE]
    findings = merge(f for detector in family for f in detector.detect(document))
    assert [finding.detector for finding in findings] == ["related-posts", rule]


@pytest.mark.parametrize(
    "text",
    [
        "By the river",
        "By then it was too late",
        "The reporting by Anna Lee won a prize.",
        "March 4 was cold",
        "Image is everything",
        "Source of the river",
        "The story was first told in May.",
        "Two hours ago the river rose.",
        "",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Anna Lee\nShare this\n" * 10_000,
        "By Anna Lee " * 20_000,
        ("a " * 70 + "/afp x\n") * 3_000,
        ("This article has been " * 7 + "\n") * 3_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    for detector in BUILT:
        list(detector.detect(document))
    assert time.process_time() - began < 8


@pytest.mark.parametrize("line", ["by admin", "By Editor", "Posted by admin", "Author: wp-admin"])
def test_an_account_is_no_author(line: str) -> None:
    text = f"Mayor opens bridge\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert (finding.detector, finding.severity) == ("byline-or-timestamp", Severity.WARNING)
    assert finding.span.of(text) == line


@pytest.mark.parametrize("line", ["World", "POLITICS", "Local News", "Uncategorized"])
def test_a_section_counts_at_the_edges_alone(line: str) -> None:
    at_the_head = found(f"{line}\n\nMayor opens bridge\n\n{ARTICLE}")
    assert [(f.detector, f.severity) for f in at_the_head] == [("section-label", Severity.INFO)]
    in_a_run = found(f"{ARTICLE} Nobody was hurt.\n\nShare this article\n\n{line}")
    assert [(f.detector, f.severity) for f in in_a_run] == [("section-label", Severity.WARNING)]
    assert found(f"{ARTICLE} Nobody was hurt.\n\n{line}\n\n{ARTICLE} It fell again.") == []


@pytest.mark.parametrize("line", ["GAZETTE EXCLUSIVE:", "BREAKING:", "VALLEY NEWS ANALYSIS:"])
def test_a_label_with_nothing_behind_it_is_left_over(line: str) -> None:
    (finding,) = found(f"{line}\n{ARTICLE}")
    assert (finding.detector, finding.severity) == ("section-label", Severity.WARNING)


def test_a_headline_between_lines_of_the_page_parts_no_run() -> None:
    caption = "Lorries wait at the bridge on Monday. © Reuters / Anna Lee"
    headline = "Second river rises in the north after a night of heavy rain"
    page = f"{ARTICLE}\n\nSubscribe to our newsletter\n\n{headline}\n\n{caption}"
    (finding,) = found(page)
    assert (finding.severity, finding.span.of(page)) == (Severity.WARNING, caption)
    (alone,) = found(f"{ARTICLE}\n\n{headline}\n\n{caption}")
    assert alone.severity is Severity.INFO
