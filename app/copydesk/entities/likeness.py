"""How much two spellings of a word are alike."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final

_SHORTEST_SKELETON: Final = 3
_LONGEST_MIX: Final = 4  # letters in disorder: `khordokovsky`
_MOST_DROPPED: Final = 2  # letters by which two spellings of one sound differ in length
_INITIALS: Final = str.maketrans({"q": "k", "c": "k", "g": "k", "j": "y", "z": "s"})
_MUTE: Final = dict.fromkeys("aeiouyhj")
_SKELETON: Final = str.maketrans(_MUTE | {"q": "k", "c": "k", "w": "v", "z": "s"})
# Letters that no accent is taken from.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "ð": "d", "þ": "th"}
)


class Likeness(StrEnum):
    """What sets two spellings apart; `likeness` does not look for `JOINING`."""

    ACCENTS = "accents"  # Erdoğan, Erdogan
    LETTER = "letter"  # one more, one less, or another one
    ORDER = "order"  # Netanyhau
    JOINING = "joining"  # Kim Jong-un, Kim Jong Un
    SOUND = "sound"  # the same consonants: Rajapaksa, Rajapakshe


def plain(lower: str) -> str:
    """Return a word without its accents."""
    if lower.isascii():
        return lower
    parted = unicodedata.normalize("NFD", lower.translate(_PLAIN))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def initial(word: str) -> str:
    """Return the first letter, one for all letters that transliterations mix up."""
    return word[:1].translate(_INITIALS)


def likeness(one: str, other: str) -> Likeness | None:
    """Tell what sets two lower-case words without accents apart, None if it is much."""
    if one == other:
        return Likeness.ACCENTS
    start = 0
    shorter = min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    first, second = one[start : len(one) - end], other[start : len(other) - end]
    if len(first) <= 1 and len(second) <= 1:
        return Likeness.LETTER
    if len(first) == len(second) <= _LONGEST_MIX and sorted(first) == sorted(second):
        return Likeness.ORDER
    if abs(len(first) - len(second)) > _MOST_DROPPED:
        return None
    skeleton = _skeleton(one)
    if len(skeleton) >= _SHORTEST_SKELETON and skeleton == _skeleton(other):
        return Likeness.SOUND
    return None


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """Return the consonants of a word, doubled ones once."""
    letters = word.replace("ph", "f").replace("ck", "k").translate(_SKELETON)
    return "".join(
        letter for letter, before in zip(letters, " " + letters, strict=False) if letter != before
    )
