"""Links to other articles: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.related_posts import RelatedPosts
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(RelatedPosts.build(lexicons.load()).detect(Document.plain(text)))


# Written before the detector.
POSITIVES = (
    "Related Post",
    "RELATED POSTS",
    "Related Articles:",
    "You may also like",
    "You Might Also Like…",
    "Recommended for you",
    "Popular Posts",
    "More from The Gazette",
    "Most read in World",
    "Also read: Why the dam was built",
    "Also Read | Why the dam was built",
    "READ ALSO – Why the dam was built",
    "[READ MORE] Why the dam was built",
    "(READ MORE: Why the dam was built)",
    "Read more: “The dam will hold”",
    "Related: Seven walks along the river",
    "DON'T MISS: Seven walks along the river",
    "Don’t miss: Seven walks along the river",
    "See also: Seven walks along the river",
    "Must read: Is the dam safe?",
    "Click here to read more",
    "Read the full story here",
    "Continue reading →",
    "Lesen Sie auch: Warum der Damm gebaut wurde",
    "Das könnte Sie auch interessieren",
    "À lire aussi : Pourquoi le barrage a été construit",
    "Artículos relacionados",
    "Lea también: Por qué se construyó la presa",
    "Leia também: Por que a barragem foi construída",
    "Leggi anche: Perché la diga fu costruita",
    "Читайте также: Зачем построили плотину",
    "Baca juga: Mengapa bendungan dibangun",
    "Previous Post | Next Post",
    "← Older posts · Newer posts →",
    "Top 5 Most Read Stories",
    "Also on Valley News",
    "Mayor opens a new bridge - Read More »",
    "関連記事",
    "相关阅读",
)


@pytest.mark.parametrize("line", POSITIVES)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


@pytest.mark.parametrize("line", ["Related Posts", "Trending", "More from The Gazette"])
def test_a_heading_that_nothing_follows_heads_no_list(line: str) -> None:
    article = f"{ARTICLE} Nobody was hurt, said the fire service of the town."
    (last,) = found(f"{article}\n\n{line}")
    assert last.evidence == "It is the heading or label of links that were cut off"
    headed = found(f"{article}\n\n{line}\n\nTen walks in the hills")
    assert headed[0].evidence != last.evidence


def test_headlines_under_a_heading_at_the_end_are_found_line_by_line() -> None:
    lines = (
        "You may also like",
        "Seven walks along the river",
        "Minister: “We will never allow the dam to be...",
        "Is the dam safe after all these years?",
    )
    text = f"{ARTICLE}\n\n" + "\n\n".join(lines)
    findings = found(text)
    assert [finding.span.of(text) for finding in findings] == list(lines)
    assert [finding.severity for finding in findings] == [Severity.ERROR, *[Severity.WARNING] * 3]
    assert findings[0].fixes[0].safety is Safety.SAFE
    assert findings[1].fixes[0].safety is Safety.REVIEW


def test_headings_of_the_article_itself_stay() -> None:
    text = f"{ARTICLE}\n\nRelated Posts\n\nA new bridge for the valley\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == "Related Posts"


def test_leaves_comment_forms_to_their_detector() -> None:
    text = f"{ARTICLE}\n\nRelated Post\n\nYour email address will not be published."
    (finding,) = found(text)
    assert finding.span.of(text) == "Related Post"


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}\n\nMore\n\n{ARTICLE}",
        "Read more: it is good for you, and it makes the evenings shorter.",
        "Watch-List of the Ministry\n\nNext-Door Neighbours",
        "More from less: how to save flour",
        "Related parties: the firm and its owners have no comment.",
        "See also the report of 2019 by the same authors.",
        "More: a novel",
        "",
        "[",
        "***\n\n>>>",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Related Posts\n" * 20_000,
        "More from " + "A" * 150 + "\n" + "More from AAAA AAAA AAAA AAAA b\n" * 20_000,
        "…" * 100_000,
        "... Read more " * 60_000,
        f"{ARTICLE}\nYou may also like\n" + "Seven walks along the river\n" * 20_000,
        "also read " * 100_000,
    ],
)
def test_takes_linear_time(text: str) -> None:
    document = Document.plain(text)
    began = time.process_time()
    list(RelatedPosts.build(lexicons.load()).detect(document))
    assert time.process_time() - began < 8
