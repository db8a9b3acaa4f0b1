"""Every example in every detector's docstring is a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk import lexicons
from copydesk.detectors.docs import DOES_NOT_FLAG, FLAGS, SECTIONS, Example, read_doc
from copydesk.detectors.registry import DETECTORS
from copydesk.text.document import Document

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector

CASES = [
    pytest.param(detector, example, id=f"{detector.id}: {example.written}")
    for detector in DETECTORS
    for section in (FLAGS, DOES_NOT_FLAG)
    for example in read_doc(detector).examples(section)
]


@pytest.mark.parametrize(("detector", "example"), CASES)
def test_reports_exactly_the_marked_spans(detector: type[Detector], example: Example) -> None:
    """What is marked is reported, and nothing else."""
    document = Document.plain(example.text)
    found = detector.build(lexicons.load()).detect(document)
    marked = sorted(finding.span.of(example.text) for finding in found)
    assert marked == sorted(span.of(example.text) for span in example.spans)
    again = detector.build(lexicons.load()).detect(document)
    assert tuple(sorted(finding.span for finding in again)) == example.spans


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda detector: detector.id)
def test_page_is_complete(detector: type[Detector]) -> None:
    """A page has its sections in order and at least two examples on each side."""
    page = read_doc(detector)
    assert tuple(page.sections) == SECTIONS
    assert page.summary.endswith(".")
    assert "\n" not in page.summary
    flags = page.examples(FLAGS)
    spares = page.examples(DOES_NOT_FLAG)
    assert len(flags) >= 2
    assert len(spares) >= 2
    assert all(example.spans for example in flags)
    assert not any(example.spans for example in spares)
