"""Which words the repairs of verb forms put in."""

from __future__ import annotations

import pytest

from copydesk import lexicons
from copydesk.detectors.substitution.impossible_verb_group import ImpossibleVerbGroup
from copydesk.text.document import Document


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("The owner did not came to it.", "The owner did not come to it."),
        ("The owner doesn't has a ship.", "The owner doesn't have a ship."),
        ("Why did they took the train?", "Why did they take the train?"),
        ("The film has did not make money.", "The film did not make money."),
        ("The mayor have went home.", "The mayor have gone home."),
        ("The bank has announce a loss.", "The bank has announced a loss."),
        ("The road is been closed.", "The road has been closed."),
        ("The team was went home.", "The team went home."),
        ("The men were took to court.", "The men were taken to court."),
        ("The plan will be announce soon.", "The plan will be announced soon."),
        ("He was not allow to speak.", "He was not allowed to speak."),
        ("They must to leave by May.", "They must leave by May."),
        ("He will can return soon.", "He will be able to return soon."),
        ("She would came back.", "She would come back."),
        ("He should has known.", "He should have known."),
        ("The shop can able to open.", "The shop can be able to open."),
        ("The farmers can be able to sell.", "The farmers can sell."),
        ("Three men was died in it.", "Three men died in it."),
        ("A blast has been occurred here.", "A blast has occurred here."),
        ("The price is depend on it.", "The price depends on it."),
        ("They do not having the money.", "They do not have the money."),
        ("She wants to went home.", "She wants to go home."),
        ("They are able to getting water.", "They are able to get water."),
    ],
)
def test_mends(text: str, mended: str) -> None:
    (finding,) = ImpossibleVerbGroup.build(lexicons.load()).detect(Document.plain(text))
    assert finding.fixes[0].applied(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "IS has been driven back, and Dr Are has spoken.",
        "The first thing he did when it ended was invite his friends.",
        "The advice was give them time.",
        "There may be use in it, and there was no use to it.",
        "That is exactly what we wanted to have happen.",
        "A decision was arrived at on Monday.",
        "Who he was appeared in the papers.",
        "What the others did not, came to light.",
    ],
)
def test_leaves_good_copy_alone(text: str) -> None:
    assert list(ImpossibleVerbGroup.build(lexicons.load()).detect(Document.plain(text))) == []
