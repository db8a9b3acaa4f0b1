"""Texts for detectors that stood on thin ground, by somebody who had not seen how they work.

`tests/data/fresh` has a file for each: thirty damaged texts and twenty that are near to them and in
order. The comment at its head tells the first run, on which the detector's level rests; what has
been mended since is found now, and what stays missed has its reason.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copydesk import lexicons
from copydesk.detectors.registry import DETECTORS
from copydesk.findings import Severity
from copydesk.text.document import Document
from copydesk.text.spans import Span

if TYPE_CHECKING:
    from copydesk.detectors.base import Detector
    from copydesk.findings import Finding

FOLDER = Path(__file__).parents[1] / "data" / "fresh"
BY_ID = {detector.id: detector for detector in DETECTORS}
FILES: dict[str, dict[str, Any]] = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")
}


def hits(detector: type[Detector], written: str) -> list[Finding]:
    """Return what is reported at a marked place."""
    text, places = "", []
    for number, part in enumerate(re.split("[⟦⟧]", written)):
        if number % 2:
            places.append(Span(len(text), len(text) + len(part)))
        text += part
    return [
        finding
        for finding in found(detector, text)
        if any(finding.span.overlaps(place) for place in places)
    ]


def found(detector: type[Detector], text: str) -> list[Finding]:
    return list(detector.build(lexicons.load()).detect(Document.plain(text)))


def cases(section: str) -> list[Any]:
    """Return the entries of a section of all files, with their detectors."""
    return [
        pytest.param(BY_ID[name], entry, id=f"{name}-{number}")
        for name, file in sorted(FILES.items())
        for number, entry in enumerate(file.get(section, ()), start=1)
    ]


def test_each_file_has_thirty_damaged_texts_and_twenty_traps() -> None:
    assert set(FILES) <= set(BY_ID)
    for name, file in FILES.items():
        assert len(file["found"]) + len(file.get("missed", ())) == 30, name
        assert len(file["traps"]) + len(file.get("noted", ())) == 20, name


@pytest.mark.parametrize(("detector", "written"), cases("found"))
def test_finds_damage_that_it_was_not_written_for(detector: type[Detector], written: str) -> None:
    assert hits(detector, written)


@pytest.mark.parametrize(("detector", "entry"), cases("missed"))
def test_misses_what_is_known_to_be_missed(detector: type[Detector], entry: dict[str, str]) -> None:
    """What is found after all belongs among the found."""
    assert hits(detector, entry["text"]) == [], entry["reason"]


@pytest.mark.parametrize(("detector", "text"), cases("traps"))
def test_is_silent_on_good_copy_near_to_it(detector: type[Detector], text: str) -> None:
    assert found(detector, text) == []


@pytest.mark.parametrize(("detector", "text"), cases("noted"))
def test_takes_the_doubtful_for_information(detector: type[Detector], text: str) -> None:
    assert {finding.severity for finding in found(detector, text)} == {Severity.INFO}
