"""Whether a word that no list holds may be an English word all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST_STEM: Final = 3
_LONGEST: Final = 32  # hardly a word is longer; keeps the work on hostile text small
_SHORTEST_MISSPELLING: Final = 5  # a shorter one is a slip away from some word, whatever it is
_PREFIXES: Final = frozenset(
    "aero agro anti astro auto bio cardio co counter cross cyber de dis down eco electro euro "
    "fore geo hydro hyper immuno in inter intra macro mega meta micro mid mini mis mono multi "
    "nano neuro non off opto out over para photo poly post pre proto pseudo psycho quasi radio "
    "re retro self semi socio sub super techno tele thermo trans ultra un under up video".split()
)
_SUFFIXES: Final = frozenset(
    "ability able ably al ally ation dom ed ement er ers es free friendly ful hood ian ians "
    "ible ic ical ie ies ification iness ing ingly ings isation ise ised ish ising ism isms ist "
    "ists ity ization ize ized izing less like ly ment ments ness ous proof r rs s ship ships "
    "some tion ward wards wise y".split()
)
_PREFIX_LENGTHS: Final = sorted({len(prefix) for prefix in _PREFIXES})
_LONGEST_SUFFIX: Final = max(map(len, _SUFFIXES))
# Letters that hardly a loanword of English keeps: they show a name, whatever the language.
_FOREIGN: Final = frozenset(
    "áíóúýãõìòùąćčďđěęğıłľĺńňřŕśšşșťțůűźżžāēīūōőơưạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửựỳỵỷỹßðþ"
)
# Endings of family names that English words lack, from Prague to Tbilisi.
_FAMILY: Final = tuple(
    "adze akis ashvili czyk dóttir enko eanu escu ević ič ić idis ijević ishvili ková nová oglu "
    "oğlu opoulos opoulou ovich ović ová ovský ská ského ski ský sson vich wicz yan ński ńska "
    "čuk".split()
)
_SHORTEST_FAMILY_NAME: Final = 6
_ACCENTED: Final = frozenset("äåæèéêëìîïñöøùûü")


def is_coinage(lower: str, words: AbstractSet[str]) -> bool:
    """Tell whether a word is made of English parts: `reoffend`, `crowdfunder`, `biodiverse`."""
    if len(lower) > _LONGEST or any(stem in words for stem in _stems(lower)):
        return True
    for length in _PREFIX_LENGTHS:
        if lower[:length] in _PREFIXES:
            rest = lower[length:]
            if (len(rest) >= _SHORTEST_STEM and rest in words) or any(
                stem in words for stem in _stems(rest)
            ):
                return True
    return any(
        lower[:cut] in words and lower[cut:] in words
        for cut in range(_SHORTEST_STEM, len(lower) - _SHORTEST_STEM + 1)
    )


def _stems(word: str) -> Iterator[str]:
    """Visit what is left of a word without an English ending, spelling changes undone."""
    for length in range(1, min(_LONGEST_SUFFIX, len(word) - _SHORTEST_STEM) + 1):
        if word[-length:] in _SUFFIXES:
            stem = word[:-length]
            yield stem
            yield f"{stem}e"
            if stem[-1] == "i":
                yield f"{stem[:-1]}y"
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def is_misspelling(lower: str, words: AbstractSet[str]) -> bool:
    """Tell whether one slip of a finger made it of a word: `informaton`, `wtih`."""
    if not _SHORTEST_MISSPELLING <= len(lower) <= _LONGEST:
        return False
    for cut in range(len(lower) + 1):
        head, tail = lower[:cut], lower[cut:]
        if tail and head + tail[1:] in words:
            return True
        if len(tail) > 1 and head + tail[1] + tail[0] + tail[2:] in words:
            return True
        if any(f"{head}{letter}{tail}" in words for letter in _LETTERS):
            return True
        if tail and any(f"{head}{letter}{tail[1:]}" in words for letter in _LETTERS):
            return True
    return False


def is_foreign(lower: str) -> bool:
    """Tell whether a word has a letter that English words and loanwords lack."""
    return not lower.isascii() and not _FOREIGN.isdisjoint(lower)


def is_accented(lower: str) -> bool:
    """Tell whether a word has a letter that loanwords keep and English words lack."""
    return not lower.isascii() and not _ACCENTED.isdisjoint(lower)


def is_family_name(lower: str) -> bool:
    """Tell whether a word ends as family names do: `nováková`, `papadopoulos`, `tymoshenko`."""
    return len(lower) >= _SHORTEST_FAMILY_NAME and lower.endswith(_FAMILY)


def is_latin(lower: str) -> bool:
    """Tell whether a word is spelt in Latin letters alone: a mixture is another defect."""
    return lower.isascii() or not any("\u0370" <= letter <= "\u1cff" for letter in lower)
