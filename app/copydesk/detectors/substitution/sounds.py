"""Which indefinite article goes with a word: by its first sound, not by its first letter."""

from __future__ import annotations

import re
from typing import Final

# Written with a vowel and spoken with a consonant: "a union", "a European", "a one-off".
_CONSONANT_SOUND: Final = re.compile(
    r"(?:una(?=nim)|uni(?!n|m[ap]|d)|us(?!h|u?r[ap])|ut(?!t)|ub(?!er)|uk[re]|ur(?:an|in|ol)|ug[ar]|ufo|eu|ew[ei]|on(?:e|ce)\b|one-|oui)",
)
# Written with a consonant and spoken with a vowel: "an hour", "an heir".
_SILENT_H: Final = re.compile(r"(?:hour|honou?r|honest|heir(?!l?oom)|heirloom)")
# Letters whose names begin with a vowel: "an MP", "an FBI agent".
_VOWEL_LETTERS: Final = frozenset("AEFHILMNORSX")
_VOWELS: Final = frozenset("aeiou")


def article_for(word: str) -> str:
    """Return “a” or “an” for a word, or for the first of several."""
    first = word.split(maxsplit=1)[0] if word else word
    if first[:1].isdigit():
        return "an" if re.match(r"8|1[18](?!\d|,\d{3},)", first) else "a"
    if len(first) > 1 and first.isupper():
        return "an" if first[0] in _VOWEL_LETTERS else "a"
    lower = first.lower()
    if lower[:1] == "h":
        return "an" if _SILENT_H.match(lower) else "a"
    if lower[:1] in _VOWELS:
        return "a" if _CONSONANT_SOUND.match(lower) else "an"
    return "a"
