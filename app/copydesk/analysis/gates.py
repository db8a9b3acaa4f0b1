"""Texts that no score can speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.text.blocks import ends_like_a_sentence

if TYPE_CHECKING:
    from copydesk.text.document import Document

SHORTEST: Final = 50  # words; under it one slip is worth half the score
_RUNNING_SHARE: Final = 0.25  # of the words must stand in blocks that end like a sentence
LANGUAGES: Final = frozenset({"en"})


def gate(document: Document) -> str | None:
    """Return why there is no score: `too-short`, `language-not-supported`, `not-running-text`."""
    if document.word_count < SHORTEST:
        return "too-short"
    if document.language.code not in LANGUAGES:
        return "language-not-supported"
    running = sum(
        sentence.stop - sentence.first
        for sentence in document.sentences
        if ends_like_a_sentence(sentence.span.of(document.text))
    )
    if running < _RUNNING_SHARE * len(document.token_texts):
        return "not-running-text"
    return None
