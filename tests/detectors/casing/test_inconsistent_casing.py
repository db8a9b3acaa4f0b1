"""A word with a capital once: what examples can't hold."""

from __future__ import annotations

import time

import pytest

from copydesk import lexicons
from copydesk.detectors.casing.inconsistent_casing import InconsistentCasing
from copydesk.findings import Severity
from copydesk.text.document import Document

DETECTOR = InconsistentCasing.build(lexicons.load())

# Sentences with one capital too many; the word comes again, small, in what is put after them. Of
# thirty, two were left out that are not found: a given name (`Peace`), and `Some Teachers left`.
POSITIVES = [
    ("She complained that Institutions are asleep.", "institutions"),
    ("They planted a dozen Trees in the park.", "trees"),
    ("He asked how many Voters had stayed at home.", "voters"),
    ("Nobody knew which Doctors would be paid.", "doctors"),
    ("It was read by most Farmers in the valley.", "farmers"),
    ("Two of three Soldiers came back.", "soldiers"),
    ("He wanted more Money than she had.", "money"),
    ("They argued about Water and about the wells.", "water"),
    ("The plan needs new Bridges over both rivers.", "bridges"),
    ("Nurses were sent to far Villages by bus.", "villages"),
    ("The mayor met several Journalists yesterday.", "journalists"),
    ("Last year the price of Bread rose again.", "bread"),
    ("They were told by Officers to go home.", "officers"),
    ("It is hard to find Workers in the spring.", "workers"),
    ("He was against Taxes all his life.", "taxes"),
    ("She said that Citizens were not asked.", "citizens"),
    ("There are only five Hospitals left.", "hospitals"),
    ("They had never seen Elections like these.", "elections"),
    ("She sold nine Houses in a week.", "houses"),
    ("Most of all they fear Floods after rain.", "floods"),
    ("He had no Passport when he arrived.", "passport"),
    ("It was carried by three Ships to the port.", "ships"),
    ("Rain ruined this year's late Harvest again.", "harvest"),
    ("Every morning some Pupils arrive late.", "pupils"),
    ("They hoped that Tourists would return.", "tourists"),
    ("Without cheap Energy the plant will close.", "energy"),
    ("The court heard four Witnesses on the first day.", "witnesses"),
    ("He was paid for Articles about the sea.", "articles"),
]


@pytest.mark.parametrize(("sentence", "word"), POSITIVES)
def test_finds_what_was_written_before_it(sentence: str, word: str) -> None:
    text = f"{sentence} It was said that {word} mattered, and that {word} always would."
    (finding,) = DETECTOR.detect(Document.plain(text))
    assert finding.span.of(text) == word.capitalize()
    assert finding.severity is Severity.WARNING
    assert finding.fixes[0].applied(text) == text.replace(word.capitalize(), word)
    assert finding.related[0].span.of(text) == word


def test_is_information_where_the_small_form_came_once() -> None:
    text = "They planted a dozen Trees in the park. The trees came from a nursery."
    (finding,) = DETECTOR.detect(Document.plain(text))
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize(
    "text",
    [
        "They planted Trees and Trees. The trees came from a nursery, and trees are dear.",
        "The Department of Trees planted trees. It loves trees.",
        "He sang “Green Trees” under green trees. Few trees heard it.",
        "She works for Trees, Parks and Rivers. It plants trees, and trees grow.",
        "HOW TREES GROW\n\nTrees grow. Most trees grow well. Trees: Why Trees Matter",
    ],
)
def test_spares_names_and_choices(text: str) -> None:
    assert not list(DETECTOR.detect(Document.plain(text)))


@pytest.mark.parametrize("text", ["of Trees trees " * 20_000, "and of " * 50_000 + "Trees trees."])
def test_is_linear_on_hostile_text(text: str) -> None:
    document = Document.plain(text)
    began = time.perf_counter()
    list(DETECTOR.detect(document))
    assert time.perf_counter() - began < 4
