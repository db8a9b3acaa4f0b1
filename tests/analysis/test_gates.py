"""Texts that no score can speak of, and those that only look like them."""

from __future__ import annotations

import pytest

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


_CODE = "def read(path: str) -> dict[str, int]:\n    return {k: int(v) for (k, v) in pairs(path)}\n"


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor. " * 9,
        _CODE * 10,
        "var a=function(b){return b.c(d)};window.x=window.x||[];x.push({'a':b,'c':d});" * 12,
        ", ".join(f"Anna Lee {number}" for number in range(60)),
        "\n".join(f"Lions 3 Tigers {number}. Bears 2 Wolves {number}." for number in range(30)),
        "Buy now. Click here. Great deal. Best price. Free shipping. " * 20,
        "shoes and shoes for the shoes of " * 30,
        "\n".join(f"2019\t{number}.5\t{number},100\tNorth" for number in range(40)),
        "\n".join(f"- item number {number} of the list" for number in range(40)),
    ],
    ids=["filler", "code", "script", "names", "results", "offers", "one word", "table", "list"],
)
def test_what_is_no_article(text: str) -> None:
    assert gate(Document.plain(text)) is Gate.NOT_RUNNING_TEXT


_LOOK_ALIKE = str.maketrans("aeio", "аеіо")


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"{line}." for line in _LONG),
        " ".join(f"{line}." for line in _LONG).translate(_LOOK_ALIKE),
        "\n\n".join([" ".join(f"{line}." for line in _LONG)] * 3),
        " ".join(f"“{line},” she said (again)." for line in _LONG),
        " ".join(
            f"{line} in 2019 ({number}, or 4.5% of £{number}m)."
            for number, line in enumerate(_LONG)
        ),
    ],
    ids=["prose", "look-alike letters", "printed three times", "quotations", "figures"],
)
def test_damaged_articles_are_articles(text: str) -> None:
    assert gate(Document.plain(text)) is None
