"""What rules of grammar make of the words that they judge, before it is a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.findings import Fix, Safety

if TYPE_CHECKING:
    from copydesk.text.document import Document, Token


class Slip(NamedTuple):
    """From which token to which, why it can't be, and what may be meant."""

    first: Token
    last: Token
    reason: str
    fixes: tuple[Fix, ...] = ()


def written(token: Token, text: str) -> Fix:
    """Write `text` for a token, with its capital."""
    text = text.capitalize() if token.text[0].isupper() else text
    return Fix.replace(token.span, text, safety=Safety.REVIEW)


def deleted(document: Document, start: int, end: int) -> Fix:
    """Delete a part of what is reported, and say which: a word with the space beside it."""
    title = f"Delete “{document.text[start:end].strip()}”"
    return Fix.delete(start, end, safety=Safety.REVIEW, title=title)
