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


def gate(document: Document) -> Gate | None:
    """Return why there is no score, None where there is one."""
    if document.word_count < SHORTEST:
        return Gate.TOO_SHORT
    if document.language.code not in LANGUAGES:
        return Gate.LANGUAGE_NOT_SUPPORTED
    running = sum(
        sentence.stop - sentence.first
        for sentence in document.sentences
        if sentence.stop - sentence.first >= _LONG
        or ends_like_a_sentence(sentence.span.of(document.text))
    )
    if running < _RUNNING_SHARE * len(document.token_texts):
        return Gate.NOT_RUNNING_TEXT
    return None
