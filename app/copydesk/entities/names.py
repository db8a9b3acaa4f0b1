"""A name while it is gathered, and which of its words may stand for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.entities.given import is_given_name

if TYPE_CHECKING:
    from copydesk.lexicons import Lexicons

Place = tuple[int, int]
"""Where a mention begins and ends: a span without its cost."""


@dataclass(slots=True)
class Name:
    """A name while it is gathered."""

    text: str
    words: tuple[str, ...]  # lower-cased
    places: list[Place]
    variants: dict[str, list[Place]] = field(default_factory=dict[str, list[Place]])


def short_forms(name: Name, lexicons: Lexicons) -> tuple[str, ...]:
    """Return the words of a longer name that may stand for the whole."""
    words = name.words
    if len(words) == 1 or " of " in name.text or " for " in name.text:
        return ()
    first = words[0]
    given = is_given_name(first, lexicons)
    # `South Korea` is no Korea, and `West Ham` no Ham.
    if first in lexicons.words and not given:
        return ()
    return (first, words[-1]) if given else words[-1:]
