"""Tokens: words, numbers, addresses and single marks."""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(IntEnum):
    """What a token is; in the order in which they are tried."""

    WORD = 1  # letters, digits; hyphens and apostrophes inside: al-Nasser, Israel's, U.S., 5G
    NUMBER = 2  # 1,200 · 4.5 · 7:30 · 15th
    MARK = 3  # one mark: , . “ — *
    ADDRESS = 4  # a URL, an e-mail address, a #tag, a @handle, a domain


class Shape(IntEnum):
    """How a word is cased."""

    LOWER = 0  # blinken
    TITLE = 1  # Blinken, A, Al-nasser
    UPPER = 2  # UN, U.S. (two letters or more)
    MIXED = 3  # iPhone, McDonald, al-Nasser, UN-trusted
    NONE = 4  # no cased letter: 1,200, 中国, marks


# Marks that combine with the letter before them are no `\w` to Python, but part of the word.
_COMBINING: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_WORD: Final = (
    r"(?:[A-Za-z]\.){2,}(?![A-Za-z])"
    rf"|(?:[^\W\d_]|\d+(?=[^\W\d_]))[^\W_]*(?:(?:[{_COMBINING}]+|['’\-‐‑](?=[^\W_]))[^\W_]*)*"
)
# With the units that are written on to it, but not 5G or 3D, which are names.
_AMOUNT: Final = (
    r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|tn|k|am|pm|km|cm|mm|kg|mph|ft|p)?(?![^\W_])"
)
_NUMBER: Final = r"\d+(?:[.,:]\d+)*"
_MARK: Final = r"[^\w\s]|_"
# Nine tokens of ten are such words, and tried first they are found in half of the time.
_PLAIN_WORD: Final = r"[A-Za-z]++(?![^\s,;!?)\"”])"
_ADDRESS: Final = (
    r"(?:https?://|www\.)[^\s<>\"“”]+(?<![.,;:!?)\]'’])"
    r"|(?<!\w)[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<![\w&])[#@]\w+"
    r"|[A-Za-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|co|io|gov|edu|uk|tv)\b(?:/[^\s<>\"]*)?"
)
# `split` with one group gives what lies between tokens and the tokens, in turn. Looking ahead for
# white space first spares the engine six alternatives there, and a quarter of the time.
TOKEN: Final = re.compile(rf"((?=\S)(?:{_PLAIN_WORD}|{_AMOUNT}|{_WORD}|{_NUMBER}|{_MARK}))")
TOKEN_OR_ADDRESS: Final = re.compile(
    rf"((?=\S)(?:{_PLAIN_WORD}|{_ADDRESS}|{_AMOUNT}|{_WORD}|{_NUMBER}|{_MARK}))"
)
# An address holds one of these; texts without them are spared the costlier pattern.
_ADDRESS_SIGN: Final = re.compile(r"://|www\.|[@#]|\.(?:com|org|net|co|io|gov|edu|uk|tv)\b")
_IS_ADDRESS: Final = re.compile(_ADDRESS)
_IS_WORD: Final = re.compile(_WORD)
_IS_AMOUNT: Final = re.compile(_AMOUNT)
# These two bound the memory of `lexical`: what is longer is no word, and could be a whole article.
_KNOWN_WORDS: Final = 1 << 16
_LONGEST_KEPT: Final = 64


def split_tokens(text: str) -> tuple[list[str], list[int]]:
    """Return the tokens of `text` and where each begins."""
    pattern = TOKEN_OR_ADDRESS if _ADDRESS_SIGN.search(text) else TOKEN
    parts = pattern.split(text)
    ends = list(accumulate(map(len, parts)))
    return parts[1::2], ends[:-1:2]


class Form(NamedTuple):
    """A word as it is written, and where: the index has one for each distinct spelling."""

    text: str
    lower: str  # lower-cased, curly apostrophes made straight
    shape: Shape
    kind: Kind
    tokens: list[int]  # indices of its tokens, ascending; shared, not to be changed


def fold(text: str) -> str:
    """Return the key under which the index holds a word."""
    lower = text.lower()
    return lower.replace("’", "'") if "’" in lower else lower


def shape_of(text: str) -> Shape:
    """Classify how a word is cased."""
    if text.islower():
        return Shape.LOWER
    if text.isupper():
        return Shape.UPPER if sum(map(str.isalpha, text)) > 1 else Shape.TITLE
    head = text[:1]
    if head.isupper() and text[1:].islower():
        return Shape.TITLE
    if text.lower() == text.upper():
        return Shape.NONE
    return Shape.MIXED


_PLAIN: Final = (Shape.LOWER, Kind.WORD)
_NAME: Final = (Shape.TITLE, Kind.WORD)


class _Lexical(dict[str, tuple[str, Shape, Kind] | None]):
    """Looks tokens up as a dictionary does, and adds what isn't there yet.

    Three of four are letters in lower case: nothing else is to be known of these.
    """

    def __missing__(self, text: str) -> tuple[str, Shape, Kind] | None:
        """Examine a token for the first time."""
        found: tuple[str, Shape, Kind] | None
        if text.isalpha() and text.islower():
            found = None
        elif text.isalpha() and text.istitle() and text.isascii():
            found = (text.lower(), *_NAME)
        else:
            found = fold(text), shape_of(text), _kind_of(text)
        if len(text) <= _LONGEST_KEPT:
            if len(self) >= _KNOWN_WORDS:
                self.clear()
            self[text] = found
        return found


_KNOWN: Final = _Lexical()
# What `lexical` asks, for loops in which the call would be half of the time.
LEXICAL: Final[Mapping[str, tuple[str, Shape, Kind] | None]] = _KNOWN


def lexical(text: str) -> tuple[str, Shape, Kind]:
    """Return the key, shape and kind of a token: they depend on its text alone."""
    return _KNOWN[text] or (text, *_PLAIN)


def _kind_of(text: str) -> Kind:
    if len(text) == 1 and not text.isalnum():
        return Kind.MARK
    if not text.isalnum() and _ADDRESS_SIGN.search(text) and _IS_ADDRESS.fullmatch(text):
        return Kind.ADDRESS
    if text[0].isdigit() and (_IS_AMOUNT.fullmatch(text) or not _IS_WORD.fullmatch(text)):
        return Kind.NUMBER
    return Kind.WORD
