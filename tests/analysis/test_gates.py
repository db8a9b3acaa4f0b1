"""Texts that no score can speak of, and those that only look like them."""

from __future__ import annotations

from copydesk.analysis.gates import Gate, gate
from copydesk.text.document import Document

_LONG = (
    "The mayor told reporters that the new bridge would be finished before the summer is over",
    "Drivers had been told to wait for another year before the works at the harbour could begin",
    "A second bridge is planned for the north of the town, where most of the lorries come through",
    "Shopkeepers fear that the noise of the building site will keep their customers away again",
)
_LINKS = ("Home and news of the day", "Sport in the city", "About us and our work")


def test_prose_that_lost_its_full_stops_is_running_text() -> None:
    assert gate(Document.plain("\n".join(_LONG))) is None


def test_a_page_of_links_is_none() -> None:
    assert gate(Document.plain("\n".join(_LINKS * 10))) is Gate.NOT_RUNNING_TEXT
