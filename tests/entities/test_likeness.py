"""What sets two spellings apart."""

from __future__ import annotations

import pytest

from copydesk.entities.likeness import Likeness, initial, likeness, plain


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("erdogan", "erdogan", Likeness.ACCENTS),
        ("kittinger", "kitttinger", Likeness.LETTER),
        ("melikan", "melikyan", Likeness.LETTER),
        ("netanyahu", "netanyhau", Likeness.ORDER),
        ("rajapaksa", "rajapakshe", Likeness.SOUND),
        ("boston", "houston", None),
        ("iran", "oman", None),
        ("", "a", Likeness.LETTER),
    ],
)
def test_likeness(one: str, other: str, found: Likeness | None) -> None:
    assert likeness(one, other) is found
    assert likeness(other, one) is found


def test_plain_takes_accents_away() -> None:
    assert plain("erdoğan") == "erdogan"
    assert plain("guðrún") == "gudrun"
    assert plain("wałęsa") == "walesa"
    assert plain("smith") == "smith"


def test_initials_that_transliterations_mix_up_are_one() -> None:
    assert initial("gaddafi") == initial("qaddafi") == initial("kadhafi")
    assert initial("boston") != initial("houston")
