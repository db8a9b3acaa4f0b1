"""Numbers of headlines that the article doesn't have."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.structure.headline_body_number_clash import HeadlineBodyNumberClash
from copydesk.findings import Finding, Severity
from copydesk.text.document import Document

_BODY = "The storm sank seven boats in the harbour on Monday, and 40 people waited on the shore."


def found(headline: str, body: str = _BODY) -> list[Finding]:
    document = Document.plain(f"{headline}\n\n{body}")
    return list(HeadlineBodyNumberClash.build(lexicons.load()).detect(document))


@pytest.mark.parametrize("headline", ["Nine boats sink", "9 boats sink", "Storm sinks 17 boats"])
def test_finds_another_number(headline: str) -> None:
    (finding,) = found(headline)
    assert finding.severity is Severity.INFO
    assert [related.span.of(f"{headline}\n\n{_BODY}") for related in finding.related] == ["seven"]


@pytest.mark.parametrize(
    "headline",
    ["Seven boats sink", "7 boats sink", "Boats sink", "Nine ships sink", "40 boats wait", "Nine"],
)
def test_spares_what_the_body_has_or_does_not_count(headline: str) -> None:
    assert found(headline) == []


def test_it_waits_to_be_asked() -> None:
    assert HeadlineBodyNumberClash.preview
