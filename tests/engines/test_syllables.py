"""Syllables of English words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.engines.syllables import count_syllables

KNOWN = {
    1: """
        the cat asked games whole through league I played walked prize clothes he's don't Lee's
        while tongue straight THE loved they're 2018 1,200 — é
    """,
    2: """
        people table tables likely something sometimes lifetime going being create mayor didn't
        Bush's centre settled business someone homeless quiet science café well-known ruin poem
        fluid chaos UN U.S. hundred prism rhythm hopeful lion giant MPs wanted houses couldn’t
        statement
    """,
    3: """
        government radio media everything area idea actual BBC DVDs museum theatre reaction
        influence involvement happiest earlier reunite anyone national official realist
    """,
    4: "January European television situation associate reality",
    5: "university immediately association representative simultaneous",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in KNOWN.items() for word in words.split()],
)
def test_counts(word: str, count: int) -> None:
    assert count_syllables(word) == count


@given(st.text(min_size=1, max_size=40))
def test_every_word_has_at_least_one(word: str) -> None:
    assert 1 <= count_syllables(word) <= 2 * len(word)


@given(st.lists(st.sampled_from("cat radio table being".split()), min_size=1, max_size=5))
def test_hyphens_part_words(parts: list[str]) -> None:
    assert count_syllables("-".join(parts)) == sum(map(count_syllables, parts))
