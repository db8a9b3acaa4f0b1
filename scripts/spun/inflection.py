"""Inflects headwords and what spinners put for them alike, by LemmInflect's lists and rules."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any, Final

# The Penn Treebank's tags of the forms that each part of speech has here.
_FEATURES: Final = {
    "n": ("NN", "NNS"),
    "v": ("VB", "VBZ", "VBD", "VBN", "VBG"),
    "a": ("JJ", "JJR", "JJS"),
    "r": ("RB",),
    "f": ("",),  # function words and whole phrases: as they are
}
_BASE: Final = frozenset({"NN", "VB", "JJ", "RB", ""})
_FIRST_WORD: Final = "v"  # of "carry out" the first word is inflected, of "court docket" the last
_REGULAR_LENGTH: Final = 6  # letters of an adjective that still takes -er


@cache
def _library() -> Any:  # noqa: ANN401 - it ships no types
    return importlib.import_module("lemminflect")


def surfaces(head: str, part: str) -> dict[str, str]:
    """Return the inflected forms of a headword by feature."""
    found: dict[str, str] = {}
    for feature in _FEATURES[part]:
        surface = inflected(head, part, feature)
        if surface is not None:
            found[feature] = surface
    return found


@cache
def inflected(text: str, part: str, feature: str) -> str | None:
    """Return `text` inflected for `feature`; None where it has no such form."""
    if feature in _BASE:
        return text
    words = text.split()
    if feature in {"JJR", "JJS"} and (len(words) > 1 or len(text) > _REGULAR_LENGTH):
        return None
    place = 0 if part == _FIRST_WORD else len(words) - 1
    if feature == "NNS" and words[place].endswith("s") and len(words) > 1:
        return text  # "12 months" is a plural already
    made: tuple[str, ...] = _library().getInflection(words[place], tag=feature)
    if not made:
        return None
    words[place] = made[0]
    return " ".join(words)
