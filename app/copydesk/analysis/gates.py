"""Texts that no score can speak of."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from copydesk.text.blocks import ends_like_a_sentence

if TYPE_CHECKING:
    from copydesk.text.document import Document


class Gate(StrEnum):
    """Why an article has no score."""

    TOO_SHORT = "too-short"
    NOT_RUNNING_TEXT = "not-running-text"
    LANGUAGE_NOT_SUPPORTED = "language-not-supported"


SHORTEST: Final = 50  # words; under it one slip is worth half the score
_RUNNING_SHARE: Final = 0.25  # of the words must stand in sentences
_LONG: Final = 15  # tokens; what is longer is no link or heading, and may have lost its full stop
LANGUAGES: Final = frozenset({"en"})
# Filters of corpora ask the same questions with bounds near the usual; as these bounds only have to
# tell an article from something else, they lie far outside of what 1,700 articles showed: function
# words at 15 % at least (a text in look-alike letters; 18 % a table of sports results), marks of
# code at 9 % of words at most, no content word at more than 8 % and 26 % of words different.
_GRAMMAR: Final = frozenset(
    "a an and are as at be but by for from had has have he his i in is it its not of on or that "
    "the they this to was we were which who will with you".split()
)
_GRAMMAR_SHARE: Final = 0.05
_READABLE_SHARE: Final = 0.97  # of the letters must be plain for function words to be known
_CODE_MARKS: Final = ("{", "}", "(", ")", "[", "]", "=", "<", ">", "_", "|", "\\", ";", "$", "+")
_CODE_SHARE: Final = 0.3
_WORD_SHARE: Final = 0.2
_DIFFERENT_SHARE: Final = 0.1
_MANY: Final = 100  # words; in fewer, shares say little
_TOO_MANY: Final = 2_000  # in more, words must come again


def gate(document: Document) -> Gate | None:
    """Return why there is no score, None where there is one."""
    # First: words are counted as English writes them, with spaces between.
    if document.language.code not in LANGUAGES:
        return Gate.LANGUAGE_NOT_SUPPORTED
    if document.word_count < SHORTEST:
        return Gate.TOO_SHORT
    running = sum(
        sentence.stop - sentence.first
        for sentence in document.sentences
        if sentence.stop - sentence.first >= _LONG
        or ends_like_a_sentence(sentence.span.of(document.text))
    )
    if running < _RUNNING_SHARE * len(document.token_texts) or not _is_prose(document):
        return Gate.NOT_RUNNING_TEXT
    return None


def _is_prose(document: Document) -> bool:
    """Tell an article from filler text, code, lists of names and one line over and over."""
    words, count = document.words, document.word_count
    grammar = sum(len(words[word]) for word in _GRAMMAR & words.keys())
    if grammar < _GRAMMAR_SHARE * count and _is_plain(document.text):
        return False
    forms = [form for mark in _CODE_MARKS if (form := document.form(mark)) is not None]
    if sum(len(form.tokens) for form in forms) > _CODE_SHARE * count:
        return False
    if not _MANY <= count <= _TOO_MANY:
        return True
    if len(words) < _DIFFERENT_SHARE * count:
        return False
    if max(map(len, words.values())) < _WORD_SHARE * count:
        return True
    return not any(
        word.isalpha() and len(places) >= _WORD_SHARE * count for word, places in words.items()
    )


def _is_plain(text: str) -> bool:
    """Tell whether function words would be known: look-alike letters hide them."""
    return len(text.encode("ascii", "ignore")) >= _READABLE_SHARE * len(text)
