"""Copyright lines: what examples on the page can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.boilerplate.copyright_line import CopyrightLine
from copydesk.findings import Finding, Safety, Severity
from copydesk.text.document import Document

ARTICLE = "The river rose on Monday, and the bridge was closed to lorries until the evening."


def found(text: str) -> list[Finding]:
    return list(CopyrightLine.build(lexicons.load()).detect(Document.plain(text)))


@pytest.mark.parametrize(
    "line",
    [
        "© 2019 The Gazette",
        "© 2019 The Gazette. All rights reserved.",
        "© The Gazette 2019",
        "© The Gazette Ltd. All Rights Reserved.",
        "Copyright © 2001-2021 Valley News",
        "(c) 2020 Valley News",
        "Copyright 2020 Valley News",
        "Copyright 2020 by Valley News. All rights reserved.",
        "COPYRIGHT 2020 VALLEY NEWS",
        "All rights reserved.",
        "Valley News Inc. All rights reserved.",
        "Copyright 2020 Valley News. All rights reserved. " + "No page is free. " * 8 + "Ask us.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "This article may not be reproduced without our consent.",
        "Reproduction in whole or in part is prohibited.",
        "Unauthorised use is prohibited without written permission.",
        "No part of this website may be copied.",
        "Republished with permission of Valley News",
        "Proudly powered by WordPress",
        "Powered by Blogger.",
        "Theme by Anna Lee",
        "Website designed by Lee & Lee",
        "Site by: Lee & Lee",
    ],
)
def test_finds_the_whole_line(line: str) -> None:
    text = f"{ARTICLE}\n\n{line}\n\n{ARTICLE}"
    (finding,) = found(text)
    assert finding.span.of(text) == line
    assert finding.severity > Severity.INFO
    assert finding.fixes[0].applied(text) == f"{ARTICLE}\n\n{ARTICLE}"


def test_sure_lines_go_unseen_likely_ones_are_looked_at() -> None:
    (sure,) = found(f"{ARTICLE}\n\n© 2019 The Gazette")
    (likely,) = found(f"{ARTICLE}\n\nDesigned by Anna Lee")
    assert (sure.severity, sure.fixes[0].safety) == (Severity.ERROR, Safety.SAFE)
    assert (likely.severity, likely.fixes[0].safety) == (Severity.WARNING, Safety.REVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2020 was a conference.",
        "Copyright reform fails",
        "The right to copy 2020",
        "Powered by wind",
        "All rights were reserved for the owners.",
        "This story may not be true, but it is good.",
        "No part of this valley may be built on.",
        "Reproduction of the frogs begins in May.",
        "Theme of the day",
        "© Anna Lee",
        "Designed by Anna Lee",
    ],
)
def test_spares_what_an_article_says(text: str) -> None:
    assert found(f"{ARTICLE}\n\n{text}\n\n{ARTICLE}") == []


def test_the_articles_text_behind_a_notice_stays_and_nothing_goes_unseen() -> None:
    text = "© 2020 The Gazette. The minister resigned on Monday."
    (finding,) = found(f"{ARTICLE}\n\n{text}")
    assert finding.fixes[0].safety is Safety.REVIEW
    assert (
        finding.fixes[0]
        .applied(f"{ARTICLE}\n\n{text}")
        .endswith("\n\nThe minister resigned on Monday.")
    )
    (whole,) = found(f"{ARTICLE}\n\n© 2020 The Gazette. Our minister left the site on Monday.")
    assert whole.fixes[0].safety is Safety.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "© " * 50_000,
        "All rights reserved " * 20_000,
        "All rights reserved\n" * 10_000,
        "copyright 2019 " * 20_000,
    ],
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    document = Document.plain(text)
    detector = CopyrightLine.build(lexicons.load())
    began = time.process_time()
    list(detector.detect(document))
    assert time.process_time() - began < 8
