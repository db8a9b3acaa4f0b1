"""Readability: the classic formulas, on our own counts.

Words and sentences come from the caller, so that they are the ones the rest of the program sees.
textstat lends its list of easy words (the Dale-Chall list of 1995), read as a file: importing the
package loads NLTK, 30 MB and half a second, and its syllables of English words need data from the
network. Syllables of English come from our rules, those of other languages from Pyphen's hyphens,
as in textstat. Nothing here opens a connection.
"""

from __future__ import annotations

import importlib.util
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyphen

from copydesk.engines.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Below this the averages say more about chance than about the text.
MINIMUM_WORDS: Final = 100
MINIMUM_SENTENCES: Final = 3

# Silent reading of English prose by adults (Brysbaert 2019, a review of 190 studies). textstat's
# 14.69 ms per character would be more than 800 words a minute.
_WORDS_PER_MINUTE: Final = 238
_POLYSYLLABLE: Final = 3
_LINSEAR_SAMPLE: Final = 100


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language changes the formulas that were made for English.

    `flesch` are the base, the weight of words per sentence and the weight of syllables per word;
    `fog` is the number of syllables from which a word is complex. `None`: nobody fitted it.
    """

    flesch: tuple[float, float, float] | None
    fog: int | None


# The values are textstat's; a test compares them.
_LANGUAGES: Final = {
    "de": _Language((180, 1, 58.5), None),  # Amstad
    "en": _Language((206.835, 1.015, 84.6), 3),
    "es": _Language((206.84, 1.02, 60.0), None),  # Fernández Huerta
    "fr": _Language((207, 1.015, 73.6), None),  # Kandel and Moles
    "hu": _Language((206.835, 1.015, 58.5), 5),
    "it": _Language((217, 1.3, 60.0), None),  # Flesch-Vacca
    "nl": _Language((206.835, 0.93, 77), None),  # Flesch-Douma
    "pl": _Language(None, 4),
    "ru": _Language((206.835, 1.3, 60.1), None),
}


@dataclass(frozen=True, slots=True)
class ReadabilityCounts:
    """What the formulas rest on.

    Letters include digits. Polysyllables have three syllables or more. Difficult words are on the
    Dale-Chall list neither as they stand nor without a regular ending, and are no names and no
    numbers. What cannot be counted in a language is `None`.
    """

    words: int
    sentences: int
    letters: int
    syllables: int | None
    polysyllables: int | None
    difficult_words: int | None


@dataclass(frozen=True, slots=True)
class Readability:
    """The formulas for one article; `None` where a formula is undefined for it."""

    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    gunning_fog: float | None
    smog_index: float | None
    coleman_liau_index: float | None
    automated_readability_index: float | None
    dale_chall: float | None
    linsear_write: float | None
    reading_time_seconds: float
    counts: ReadabilityCounts


@dataclass(frozen=True, slots=True)
class _Tally:
    counts: ReadabilityCounts
    complex_words: int | None  # for Gunning's index: hard by syllables and by the list
    sample: float  # for Linsear Write


def measure(
    words: Sequence[str], sentence_lengths: Sequence[int], language: str = "en"
) -> Readability:
    """Measure one article.

    `words` are its words and numbers as written, `sentence_lengths` how many of them stand in each
    sentence, in order. `language` is a tag such as "en-GB"; only its first part counts. Formulas
    fitted to English only are undefined for other languages.
    """
