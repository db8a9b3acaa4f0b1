"""The entity table: names from runs of capitalised words, with their mentions and variants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from copydesk.entities.gathering import Gatherer
from copydesk.text.spans import Span
from copydesk.text.tokens import Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.entities.respellings import Respelling
    from copydesk.lexicons import Lexicons
    from copydesk.text.document import Document

_MOST_CAPITALS: Final = 20_000  # words with a capital; more, and most of the text, is noise


@dataclass(frozen=True, slots=True)
class Variant:
    """Another writing of a name, and where it stands."""

    text: str
    spans: tuple[Span, ...]


class Entity(NamedTuple):
    """A name of the article: its fullest form and all its mentions, in order."""

    name: str
    places: tuple[tuple[int, int], ...]  # surnames alone and variants are mentions, too
    variants: tuple[Variant, ...]

    @property
    def mentions(self) -> int:
        """How often it is mentioned."""
        return len(self.places)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it is mentioned; made when asked for, which is seldom."""
        return tuple(Span(start, end) for start, end in self.places)


@dataclass(frozen=True, slots=True)
class EntityTable:
    """The names of one article, and where it writes a word with a capital."""

    entities: tuple[Entity, ...]
    inside: Mapping[str, list[int]]
    """By lower-cased word: its tokens with a capital inside a sentence, the safe evidence."""
    pairs: frozenset[tuple[str, str]]
    """Lower-cased neighbours within names: `("luther", "king")`."""
    respellings: tuple[Respelling, ...]
    """Pairs of spellings that are one name, by first place of the rare spelling."""


def entity_table(document: Document, lexicons: Lexicons) -> EntityTable:
    """Return the document's names; they are gathered once."""
    return document.once("entities", lambda: _table(document, lexicons))


def _table(document: Document, lexicons: Lexicons) -> EntityTable:
    if _is_noise(document):
        return EntityTable((), {}, frozenset(), ())
    gatherer = Gatherer(document, lexicons)
    names = gatherer.names()
    return EntityTable(
        tuple(
            Entity(
                name.text,
                tuple(name.places),
                tuple(
                    Variant(text, tuple(Span(start, end) for start, end in places))
                    for text, places in name.variants.items()
                )
                if name.variants
                else (),
            )
            for name in names
            if name.places
        ),
        gatherer.inside,
        frozenset(
            pair
            for name in names
            if len(name.words) > 1
            for pair in zip(name.words, name.words[1:], strict=False)
        ),
        gatherer.respellings,
    )


def _is_noise(document: Document) -> bool:
    """Tell whether a long text is mostly capitals: noise, or all shouted."""
    tokens = len(document.token_texts)
    if tokens <= _MOST_CAPITALS:
        return False
    count = sum(
        len(form.tokens)
        for shape in (Shape.TITLE, Shape.UPPER, Shape.MIXED)
        for form in document.forms(shape)
    )
    return count > _MOST_CAPITALS and 2 * count > tokens
