"""An article as it comes in: the source and what the request says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.errors import TooLargeError
from copydesk.inputs.language import english_dialect, language_of
from copydesk.text.document import Document, Language
from copydesk.text.tokens import split_tokens

if TYPE_CHECKING:
    from copydesk.text.blocks import Block
    from copydesk.text.source import SegmentMap, Source

# The 100,000 words that the service takes have some 115,000. A megabyte of brackets is one word to
# whoever counts spaces, and a million of these, each of which costs as much as a word.
MOST_TOKENS: Final = 150_000
_ENGLISH: Final = "en"
_REGION: Final = 2  # letters of a region's subtag: the TW of zh-Hant-TW


@dataclass(frozen=True, slots=True)
class Article:
    """A source with its title, language (a BCP 47 code or `auto`), names and dictionary."""

    source: Source
    title: str | None = None
    language: str = "auto"
    names: tuple[str, ...] = ()
    dictionary: tuple[str, ...] = ()


def document_of(
    article: Article, text: str, segments: SegmentMap, blocks: tuple[Block, ...]
) -> Document:
    """Return the document that a reader made of `article`."""
    _refuse_tokens(text)
    document = Document(
        text,
        article.source,
        segments,
        blocks,
        article.title,
        names=article.names,
        dictionary=frozenset(word.lower() for word in article.dictionary),
    )
    return document.told(_language(article, document))


def _refuse_tokens(text: str) -> None:
    """Refuse what has more of them than any article, before the costlier part of reading."""
    count = len(split_tokens(text)[0]) if len(text) > MOST_TOKENS else 0
    if count > MOST_TOKENS:
        message = (
            f"The text has {count:,} words and marks; the most is {MOST_TOKENS:,}. "
            "Send it in parts."
        )
        raise TooLargeError(message)


def _language(article: Article, document: Document) -> Language:
    """Return the language that the request names, else the one that the words show."""
    if article.language == "auto":
        return language_of(document)
    code, *subtags = article.language.lower().split("-")
    region = next((tag for tag in subtags if tag.isdigit() or len(tag) == _REGION), None)
    dialect = f"{code}-{region.upper()}" if region else None
    if code == _ENGLISH and dialect is None:
        dialect = english_dialect(document)
    return Language(code, dialect, 1.0)
