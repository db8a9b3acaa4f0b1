"""Characters that were written as an escape and never decoded: `=E2=80=99` for an apostrophe."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.text.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.text.document import Document

# What Windows-1252 has where Latin-1 has controls; U+0085 ends a line.
_CONTROLS: Final = "".join(
    character
    for character in map(chr, range(0x80, 0xA0))
    if character != "\x85" and character.encode("latin-1").decode("cp1252", errors="ignore")
)
_BACKSLASH: Final = re.compile(
    r"(?:\\u[0-9A-Fa-f]{4}){1,8}"
    r"|(?:(?:(?<=[.!?:;,”\"’')\s])|^)(?:\\r)?\\n(?:(?:\\r)?\\n){0,3}(?=[\s\\“\"(]|[^\W_a-z]|$))"
    r"|\\[\"'](?:(?<=[\w.,!?]\\.)|(?=\w))"
)
_APOSTROPHE: Final = "=92"
_QUOTED_PRINTABLE: Final = re.compile(
    r"=(?:[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3}){0,7}"
    r"|92(?<=[a-z]=92)(?=[a-z]))"
)
# Each begins with its sign, which makes the search for it fast.
_PERCENT: Final = re.compile(
    r"%(?:[C-F][0-9A-F](?:%[89AB][0-9A-F]){1,3}(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F]){1,3}){0,7}"
    r"|20(?<=[a-z]%20)(?=[A-Za-z]))"
)
_ADDRESSED: Final = frozenset("/@&=\\")
_REACH: Final = 60


@dataclass(frozen=True, slots=True)
class Escape:
    """A place, what is meant there and how it was written."""

    span: Span
    text: str
    notation: str


def escapes(document: Document) -> Iterator[Escape]:
    """Visit the escapes of a text; texts without their signs cost a few look-ups."""
    if not document.text.isascii():
        yield from _controls(document)
    if document.form("\\") is not None:
        yield from _escaped(document.text, _BACKSLASH, "An escape of JSON")
    if document.form("=") is not None:
        yield from _escaped(document.text, _QUOTED_PRINTABLE, "Quoted-printable mail")
    if document.form("%") is not None:
        yield from _escaped(document.text, _PERCENT, "The notation of addresses")


def _controls(document: Document) -> Iterator[Escape]:
    text = document.text
    for token in document.marks(_CONTROLS):
        # Two in a row, or one behind a letter with an accent, are UTF-8 that was read wrongly.
        around = text[max(0, token.start - 1) : token.start] + text[token.end : token.end + 1]
        if all(character < "\x80" or character > "ʯ" for character in around):
            meant = token.text.encode("latin-1").decode("cp1252")
            yield Escape(token.span, meant, "Windows-1252 that was read as Latin-1")


def _escaped(text: str, pattern: re.Pattern[str], notation: str) -> Iterator[Escape]:
    for match in pattern.finditer(text):
        meant = _meant(match[0])
        if meant is None or (match[0].startswith("%") and _is_address(text, match)):
            continue
        yield Escape(Span(match.start(), match.end()), meant, notation)


def _meant(written: str) -> str | None:
    """Decode one escape; None where it stands for nothing that can be printed."""
    if written.startswith(("\\n", "\\r")):
        return "\n" * written.count("\\n")
    if written.startswith("\\u"):
        digits, codec = written.replace("\\u", ""), "utf-16-be"
    elif written.startswith("\\"):
        return written[1:]
    elif written == _APOSTROPHE:
        return "’"
    else:
        digits, codec = written.replace("=", "").replace("%", ""), "utf-8"
    try:
        meant = bytes.fromhex(digits).decode(codec)
    except UnicodeDecodeError:
        return None
    return meant if meant.isprintable() or meant.isspace() else None


def _is_address(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()].rsplit(None, 1)
    after = text[match.end() : match.end() + _REACH].split(None, 1)
    chunk = (before[-1] if before else "") + (after[0] if after else "")
    return "." in chunk.rstrip(".") or not _ADDRESSED.isdisjoint(chunk)
