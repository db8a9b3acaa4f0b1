"""Readability: the classic formulas, on our own counts.

Words and sentences come from the caller, so that they are those that the rest of the program sees.
textstat lends its list of easy words (Dale and Chall's), read as a file: importing the package
brings NLTK, 30 MB and half a second, and its syllables of English words need data from the network.
Syllables of English come from our rules, those of other languages from Pyphen's hyphens, as in
textstat. Nothing here opens a connection.
"""

from __future__ import annotations

import importlib.util
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import pyphen  # type: ignore[import-untyped] # it ships no types

from copydesk.engines.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Below these the averages say more about chance than about the text.
MINIMUM_WORDS: Final = 100
MINIMUM_SENTENCES: Final = 3

# Silent reading of English prose by adults (Brysbaert 2019, a review of 190 studies). textstat's
# 14.69 ms a character would be more than 800 words a minute.
_WORDS_PER_MINUTE: Final = 238
_POLYSYLLABLE: Final = 3
LINSEAR_SAMPLE: Final = 100

# Flesch's formula as fitted to each language: its base, the weight of words per sentence and of
# syllables per word. The values are textstat's; a test compares them.
_FLESCH: Final = {
    "de": (180, 1, 58.5),  # Amstad
    "en": (206.835, 1.015, 84.6),
    "es": (206.84, 1.02, 60.0),  # Fernández Huerta
    "fr": (207, 1.015, 73.6),  # Kandel and Moles
    "hu": (206.835, 1.015, 58.5),
    "it": (217, 1.3, 60.0),  # Flesch-Vacca
    "nl": (206.835, 0.93, 77),  # Flesch-Douma
    "ru": (206.835, 1.3, 60.1),
}
# The regular endings that Dale and Chall allow, by their last letter.
_ENDINGS: Final = {
    "s": ("s", "es"),
    "d": ("d", "ed"),
    "r": ("r", "er"),
    "t": ("st", "est"),
    "n": ("n",),
    "g": ("ing",),
    "y": ("ly",),
}
_DOUBLING: Final = frozenset({"ed", "er", "est", "ing"})
_SHORTEST_STEM: Final = 2
# Longer forms are no words, and not worth the memory.
_LONGEST_KEPT: Final = 40
_MOST_KEPT: Final = 65_536
_LONGEST_SPOKEN: Final = 200  # what goes on longer is no word, and can be a megabyte
# From how many syllables Gunning's index takes a word for complex, as in textstat.
_COMPLEX: Final = {"en": 3, "hu": 5, "pl": 4}


@dataclass(frozen=True, slots=True)
class ReadabilityCounts:
    """What the formulas rest on; what cannot be counted in a language is `None`.

    Letters include digits. Polysyllables are words of three syllables or more. Difficult words are
    neither names nor numbers nor on the list of easy words, also without their regular endings.
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


def measure(
    words: Sequence[str],
    sentence_lengths: Sequence[int],
    language: str = "en",
) -> Readability:
    """Measure one article.

    `words` are its words and numbers as written; `sentence_lengths` says how many of them each
    sentence has, in order. Of `language`, a tag such as "en-GB", the first part counts. Formulas
    that were fitted to English alone are undefined for other languages.
    """
    if sum(sentence_lengths) != len(words):
        raise ValueError("the sentences do not add up to the words")
    lengths = [length for length in sentence_lengths if length]
    openings = [words[place] for place in [0, *accumulate(lengths)][:-1]]
    return measure_counted(Counter(words), lengths, openings, words[:LINSEAR_SAMPLE], language)


def measure_counted(
    counted: Mapping[str, int],
    lengths: Sequence[int],
    openings: Sequence[str],
    sample: Sequence[str],
    language: str = "en",
) -> Readability:
    """Measure an article whose words have been counted already; see `measure`.

    `counted` says how often each form stands in it; `lengths` how many words each sentence has,
    none of them empty; `openings` the first word of each; `sample` its first `LINSEAR_SAMPLE`
    words.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    english = code == "en"
    spoken = code in _FLESCH or code in _COMPLEX
    tally = _tally(counted, lengths, openings, sample, code if spoken else "")
    counts = ReadabilityCounts(
        words=tally.words,
        sentences=tally.sentences,
        letters=tally.letters,
        syllables=tally.syllables if spoken else None,
        polysyllables=tally.polysyllables if spoken else None,
        difficult_words=tally.difficult if english else None,
    )
    defined = tally.words >= MINIMUM_WORDS and tally.sentences >= MINIMUM_SENTENCES
    flesch = _FLESCH.get(code) if defined else None
    fog = defined and code in _COMPLEX
    english = defined and english
    return Readability(
        flesch_reading_ease=_flesch_reading_ease(tally, *flesch) if flesch else None,
        flesch_kincaid_grade=_flesch_kincaid_grade(tally) if english else None,
        gunning_fog=_gunning_fog(tally) if fog else None,
        smog_index=_smog_index(tally) if english else None,
        coleman_liau_index=_coleman_liau_index(tally) if english else None,
        automated_readability_index=_automated_readability_index(tally) if english else None,
        dale_chall=_dale_chall(tally) if english else None,
        linsear_write=_linsear_write(tally) if english else None,
        reading_time_seconds=tally.words * 60 / _WORDS_PER_MINUTE,
        counts=counts,
    )


@dataclass(frozen=True, slots=True)
class _Tally:
    """All counts; zero stands for what the language does not let us count."""

    words: int
    sentences: int
    letters: int
    syllables: int
    polysyllables: int
    difficult: int
    complex: int
    sample_points: int  # Linsear Write's: one for each easy word, three for each other
    sample_sentences: int

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def syllables_per_word(self) -> float:
        return self.syllables / self.words


# What is to be known of a form, whatever its place: letters, syllables, whether it is on the list
# and whether it has a capital. A bare tuple, because reading it is the inner loop.
_Word: TypeAlias = tuple[int, int, bool, bool]


def _tally(
    counted: Mapping[str, int],
    lengths: Sequence[int],
    openings: Sequence[str],
    sample: Sequence[str],
    code: str,
) -> _Tally:
    """Count everything, each distinct form of a word a single time."""
    known = _reader(code)
    threshold = _COMPLEX.get(code, math.inf)
    opened = Counter(openings)
    total_letters = total_syllables = polysyllables = difficult = complex_words = 0
    for form, times in counted.items():
        letters, syllables, listed, capital = known[form]
        total_letters += times * letters
        total_syllables += times * syllables
        if syllables >= _POLYSYLLABLE:
            polysyllables += times
        # A form with a capital that stands inside a sentence at least once is a name.
        if not (listed or (capital and times > opened.get(form, 0))):
            difficult += times
            if syllables >= threshold:
                complex_words += times
    starts = accumulate(lengths[:-1], initial=0)
    return _Tally(
        words=sum(lengths),
        sentences=len(lengths),
        letters=total_letters,
        syllables=total_syllables,
        polysyllables=polysyllables,
        difficult=difficult,
        complex=complex_words,
        sample_points=sum([3 if known[form][1] >= _POLYSYLLABLE else 1 for form in sample]),
        sample_sentences=sum([start < len(sample) for start in starts]) if sample else 0,
    )


def _flesch_reading_ease(tally: _Tally, base: float, per_sentence: float, per_word: float) -> float:
    return base - per_sentence * tally.words_per_sentence - per_word * tally.syllables_per_word


def _flesch_kincaid_grade(tally: _Tally) -> float:
    return 0.39 * tally.words_per_sentence + 11.8 * tally.syllables_per_word - 15.59


def _gunning_fog(tally: _Tally) -> float:
    return 0.4 * (tally.words_per_sentence + 100 * tally.complex / tally.words)


def _smog_index(tally: _Tally) -> float:
    return 1.043 * math.sqrt(30 * tally.polysyllables / tally.sentences) + 3.1291


def _coleman_liau_index(tally: _Tally) -> float:
    return (5.88 * tally.letters - 29.6 * tally.sentences) / tally.words - 15.8


def _automated_readability_index(tally: _Tally) -> float:
    return 4.71 * tally.letters / tally.words + 0.5 * tally.words_per_sentence - 21.43


def _dale_chall(tally: _Tally) -> float:
    share = 100 * tally.difficult / tally.words
    # The constant is added where more than one word in twenty is difficult.
    return 0.1579 * share + 0.0496 * tally.words_per_sentence + (3.6365 if share > 5 else 0)


def _linsear_write(tally: _Tally) -> float:
    points = tally.sample_points / tally.sample_sentences
    return points / 2 if points > 20 else points / 2 - 1


class _Known(dict[str, _Word]):
    """What is known of the forms of one language: looked up as in a dictionary, added when new."""

    def __init__(self, code: str) -> None:
        """Start with nothing."""
        super().__init__()
        self._code = code
        self._same: dict[_Word, _Word] = {}

    def __missing__(self, form: str) -> _Word:
        """Examine a form for the first time."""
        found = _examine(self._code, form)
        if len(form) <= _LONGEST_KEPT:
            # The same few hundred for all: they stay where the processor has them at hand.
            found = self._same.setdefault(found, found)
            # Bounded, so that memory is; large enough for the words of some hundred articles.
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[form] = found
        return found


@cache
def _reader(code: str) -> _Known:
    """Return what is known of the forms of a language."""
    return _Known(code)


def _examine(code: str, form: str) -> _Word:
    english = code == "en"
    capital = form[:1].isupper()
    plain = form.isascii() and form[1:].islower() and len(form) <= _LONGEST_KEPT
    if english and capital and plain:
        # "Minister" is read as "minister", which has mostly been seen already.
        lower = form.lower()
        known = _reader(code).get(lower) or _examine(code, lower)
        return (*known[:3], True)
    spoken = form[:_LONGEST_SPOKEN]
    syllables = _syllable_counter(code)(spoken)
    if form.isalpha():
        return len(form), syllables, english and _is_listed(spoken.lower()), capital
    parts = spoken.lower().replace("’", "'").split("-")
    listed = english and all(map(_is_familiar, parts))
    return sum(map(str.isalnum, form)), syllables, listed, capital


@cache
def _syllable_counter(code: str) -> Callable[[str], int]:
    """Return what counts the syllables of a word; zero where we know nothing of a language."""
    if code == "en":
        return count_syllables
    if not code:
        return lambda _word: 0
    hyphenator = pyphen.Pyphen(lang=code)

    def count(word: str) -> int:
        places = len(hyphenator.positions(word))
        hyphenator.hd.cache.clear()  # it would grow for ever; ours is bounded
        return places + 1

    return count


def _is_familiar(part: str) -> bool:
    """Tell whether what hyphens leave of a word is easy; numbers are."""
    if part in _easy_words():
        return True
    # "mayor's", "they've", "didn't": the word before the ending decides.
    head = part.removesuffix("n't").partition("'")[0]
    return not any(map(str.isalpha, head)) or _is_listed(head)


def _is_listed(word: str) -> bool:
    """Tell whether a word in small letters is on the list, itself or without a regular ending."""
    easy = _easy_words()
    if word in easy:
        return True
    for ending in _ENDINGS.get(word[-1], ()):
        stem = word.removesuffix(ending)
        if len(stem) < _SHORTEST_STEM or stem == word:
            continue
        # "walk-s"; "citi-es", "city"; "plann-ed", "plan"; "mak-ing", "make".
        if stem in easy or (stem[-1] == "i" and stem[:-1] + "y" in easy):
            return True
        if stem[-1] == stem[-2] and ending in _DOUBLING and stem[:-1] in easy:
            return True
        if ending == "ing" and stem + "e" in easy:
            return True
    return False


@cache
def _easy_words() -> frozenset[str]:
    """Return the list of easy words from textstat's files, without importing textstat."""
    package = importlib.util.find_spec("textstat")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("textstat is not installed", name="textstat")
    path = Path(package.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
