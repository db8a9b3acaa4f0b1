"""Chooses the reader of a source by its media type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from copydesk.errors import InputError
from copydesk.inputs.annotated import AnnotatedArticle, read_annotated
from copydesk.inputs.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.inputs.article import Article
    from copydesk.text.document import Document

READERS: Final[dict[str, Callable[[Article], Document]]] = {"text/plain": read_plain}


def read(article: Article) -> Document:
    """Read an article into a document."""
    if isinstance(article, AnnotatedArticle):
        return read_annotated(article)
    reader = READERS.get(article.source.media_type)
    if reader is None:
        accepted = ", ".join(sorted(READERS))
        message = f"{article.source.media_type} can't be read yet; send one of: {accepted}."
        raise InputError(message)
    return reader(article)
