"""Tells which language an article is in, and American spelling from British.

English is known by its function words: in running English those below are 25 to 35 % of all
words, in other languages 4 % at most, and no damage that we know of takes English below 10 %. So
nobody else is asked of it. What has fewer of them is shown to CLD3, a small network of letter
sequences that comes inside its package; where it isn't sure the language is `und`, and says so.
"""

from __future__ import annotations

from typing import Final, Protocol, cast

import gcld3  # type: ignore[import-untyped] # compiled, and ships no types

from copydesk.text.document import Document, Language

_SAMPLE: Final = 6_000  # code points: enough to tell, and bounded
_OTHER_SAMPLE: Final = 1_500  # code points: CLD3 reads a thousand bytes of what it is given
_OTHER_BYTES: Final = 1_000
_SHORT: Final = 20  # words: fewer are no proof of English, whatever they are
_TELLING: Final = 10  # words from which letters can tell, if they are sure
_LETTERS: Final = 5  # the same in a script that English isn't written in; it needs no spaces
_LOOKED_AT: Final = 500  # code points
_LATIN_UNTIL: Final = "\u024f"
_LATIN_AGAIN: Final = ("\u1e00", "\u1eff")  # Vietnamese
_ENGLISH_FROM: Final = 0.1
_SURE_FROM: Final = 0.3
_SHORT_SURE_FROM: Final = 0.97  # lists of names come out as languages with less
_UNSURE: Final = 0.5
_SUREST: Final = 0.99
# CLD3's names where the rest of the world has others.
_RENAMED: Final = {"iw": "he", "jw": "jv"}
_MARKERS: Final = frozenset(
    """the of and to that with as his be by not are but from they which you were her there would
    their been has who if out said what its about into than them can only other new some could
    time these two may then first any my now such like our even most made after also did many
    before must through back years where much your way well down should because each just those
    people how too little us this it he she""".split()
)
# Left out are function words that other languages have as words of their own: "in", "is", "was",
# "over" (Dutch), "at", "for" (Danish), "will", "so" (German), "me", "on", "or" (French).
_BRITISH: Final = frozenset(
    """colour favour honour labour neighbour behaviour harbour rumour centre theatre metre litre
    defence offence licence organise organised organisation recognise recognised realise realised
    apologise apologised criticise criticised travelled traveller cancelled labelled modelling
    programme grey tyre kerb analyse analysed catalogue cheque jewellery manoeuvre plough sceptical
    towards whilst amongst tonnes""".split()
)
_AMERICAN: Final = frozenset(
    """color favor honor labor neighbor behavior harbor rumor center theater meter liter defense
    offense organize organized organization recognize recognized realize realized apologize
    apologized criticize criticized traveled traveler canceled labeled modeling program gray
    analyze analyzed catalog skeptical jewelry maneuver plow toward""".split()
)


class _Guess(Protocol):
    language: str
    probability: float
    is_reliable: bool


class _Identifier(Protocol):
    def FindLanguage(self, text: str) -> _Guess: ...  # noqa: N802 - CLD3's name


class _Cld3(Protocol):
    def NNetLanguageIdentifier(  # noqa: N802 - CLD3's name
        self, min_num_bytes: int, max_num_bytes: int
    ) -> _Identifier: ...


_CLD3: Final = cast("_Cld3", gcld3)


def detect_language(text: str) -> Language:
    """Return the language of a text that is no document yet, by its beginning."""
    return language_of(Document.plain(text[:_SAMPLE]))


def language_of(document: Document) -> Language:
    """Return the language with its confidence, and of English the dialect that the spelling shows.

    A short text counts as English, with little confidence, unless its letters say otherwise.
    """
    words = document.words
    count = sum([len(places) for word, places in words.items() if word.isalpha()])
    markers = sum([len(words[word]) for word in _MARKERS & words.keys()])
    share = markers / count if count else 0.0
    if share < _ENGLISH_FROM:
        other = _other_language(document.text[:_OTHER_SAMPLE], count)
        if other is not None:
            return other
    if count < _SHORT:
        return Language("en", None, _UNSURE)
    confidence = round(min(_SUREST, 0.5 + 0.49 * share / _SURE_FROM), 2)
    return Language("en", english_dialect(document), confidence)


def english_dialect(document: Document) -> str | None:
    """Return the dialect of English whose spellings outweigh those of the other, if one's do."""
    words = document.words.keys()
    british, american = len(words & _BRITISH), len(words & _AMERICAN)
    if british >= 2 * american + 1:
        return "en-GB"
    if american >= 2 * british + 1:
        return "en-US"
    return None


def _other_language(text: str, words: int) -> Language | None:
    """Return what a text without English function words is in; None where it may be English."""
    foreign = _is_in_foreign_letters(text)
    if words < _TELLING and not foreign:
        return None
    # A new one for each question: it keeps state, and works without holding Python's lock.
    guess = _CLD3.NNetLanguageIdentifier(0, _OTHER_BYTES).FindLanguage(text)
    code = _RENAMED.get(guess.language, guess.language)
    if code == "en":
        return None
    # "ru-Latn" and its like are what CLD3 says of letters that are no language.
    known = guess.is_reliable and code.isalpha()
    if words < _SHORT and not foreign and (not known or guess.probability < _SHORT_SURE_FROM):
        return None
    if not known:
        return Language("und", None, _UNSURE)
    return Language(code, None, round(min(_SUREST, guess.probability), 2))


def _is_in_foreign_letters(text: str) -> bool:
    """Tell whether most letters are of scripts that English is not written in."""
    if text.isascii():
        return False
    letters = [character for character in text[:_LOOKED_AT] if character.isalpha()]
    low, high = _LATIN_AGAIN
    foreign = sum(
        character > _LATIN_UNTIL and not low <= character <= high for character in letters
    )
    return foreign >= _LETTERS and 2 * foreign > len(letters)
